import type { FontLibrary } from '../../assets/font.ts'
import type { Pt } from '../../base/units.ts'
import type { Place } from '../../content/block.ts'
import type { Content } from '../../content/content.ts'
import type { ContentsLook } from '../../design/looks.ts'
import type { DisplayItem, DisplayList, OutlineEntry, Path } from '../../display/display-list.ts'
import type { Line } from '../../text/line.ts'
import type { ShapedBlock } from '../../text/shaped-text.ts'
import { oneLine } from '../blocks/page-text.ts'
import { panelMarks } from '../blocks/panel.ts'
import type { Mark, PageNumberMark, PathMark } from '../search/strip.ts'
import { cropAround } from './crop.ts'
import { lineItems } from './glyph-runs.ts'
import { knownColumn } from './known-columns.ts'
import { type ItemMemory, knownItems, steadyPages } from './known-items.ts'
import type { SetLinePlace } from './lines-below.ts'
import type { Column, MadeUp, Page, PlacedFrame } from './page.ts'
import { readingsOver } from './readings.ts'
import { sealMarks } from './seals.ts'
import { type PageStructure, structureOf } from './structure.ts'
import { turnedItem } from './turned-items.ts'

/** What every item needs to know. */
interface Painting {
  readonly composed: MadeUp
  readonly fonts: FontLibrary
  readonly structure: PageStructure
  readonly pageOf: ReadonlyMap<string, { readonly page: number; readonly y: Pt }>
  readonly memory: ItemMemory | null
  readonly readings: SetLinePlace['readings']
}

/**
 * Stage ④'s second half: composed pages to a display list, absolute and plain. Items stand in the order the
 * columns are read; page furniture last. Gives tags in article order, and the outline. With `memory`, pages and items that
 * are as in the state before are the same objects.
 */
export function display(
  composed: MadeUp,
  metadata: Content['metadata'],
  memory: ItemMemory | null = null,
): DisplayList {
  const { fonts } = composed
  const structure = structureOf(composed.blocks, metadata)
  const blocks = placedBlocks(composed.pages)
  const outline = outlineOf(blocks)
  const pageOf = articlePages(blocks)
  const { outlines, pageText } = composed
  const pen = outlines && { fonts, outlines, pageText }
  const readings = pen && ((line: Line, place: SetLinePlace) => readingsOver(line, place, pen))
  const painting: Painting = { composed, fonts, structure, pageOf, memory, readings }
  const { accent, mode } = composed.design.colour
  const pages = composed.pages.map((page) => ({
    width: page.width,
    height: page.height,
    items: pageItems(painting, page),
  }))
  return {
    pages: memory === null ? pages : steadyPages(pages, memory),
    outline,
    structure: structure.nodes,
    metadata: {
      title: metadata.title,
      author: metadata.author,
      subject: metadata.subject,
      language: metadata.language,
      date: metadata.date,
      ...(metadata.catalogue ? { catalogue: metadata.catalogue } : {}),
    },
    colours: { accent, mode },
  }
}

function pageItems(painting: Painting, page: Page): DisplayItem[] {
  const area = { x: 0, y: 0 }
  return [
    ...page.behind.flatMap((mark) => markItems(painting, mark, area.x, area.y)),
    ...page.frames.flatMap((frame) => frameItems(painting, frame)),
    ...page.columns.flatMap((column) => columnItems(painting, page, column)),
    ...page.furniture.flatMap((mark) => markItems(painting, mark, area.x, area.y)),
  ]
}

function columnItems(painting: Painting, page: Page, column: Column): readonly DisplayItem[] {
  const { memory, structure, readings } = painting
  if (memory === null) return drawnColumn(painting, page, column)
  return knownColumn(column, structure, readings !== undefined, memory.columns, (nodeOf) =>
    drawnColumn({ ...painting, structure: { ...structure, nodeOf } }, page, column),
  )
}

function drawnColumn(painting: Painting, page: Page, column: Column): DisplayItem[] {
  const { lineHeight } = page.area
  return [
    ...column.frames.flatMap((frame) => frameItems(painting, frame)),
    ...sealMarks(column, page.area).flatMap((mark) => markItems(painting, mark, column.x, column.y)),
    ...column.strips.flatMap(({ strip, row, shift }) =>
      strip.marks.flatMap((mark) => markItems(painting, mark, column.x, column.y + row * lineHeight + shift)),
    ),
  ]
}

/** The border and the tint of 框栏, 编者按 or 本期导读. */
function frameItems(painting: Painting, frame: PlacedFrame): DisplayItem[] {
  const { looks } = painting.composed.design
  return panelMarks(frame.look, looks, frame).flatMap((mark) => markItems(painting, mark, 0, 0))
}

function markItems(painting: Painting, mark: Mark, dx: Pt, dy: Pt): readonly DisplayItem[] {
  const { memory, structure } = painting
  const node = structure.nodeOf(mark.owner)
  return knownItems(mark, { dx, dy, node }, memory, () => drawn(painting, mark, { dx, dy, node }))
}

interface MarkPlace {
  readonly dx: Pt
  readonly dy: Pt
  readonly node: number | null
}

function drawn(painting: Painting, mark: Mark, { dx, dy, node }: MarkPlace): DisplayItem[] {
  switch (mark.kind) {
    case 'text':
      return lineItems(
        mark.line,
        {
          x: mark.x + dx,
          y: mark.y + dy,
          node,
          nodeOf: painting.structure.nodeOf,
          readings: painting.readings,
        },
        painting.fonts,
      )
    case 'rule': {
      const { width, height, colour } = mark
      return [{ kind: 'rule', x: mark.x + dx, y: mark.y + dy, width, height, colour, node, span: null }]
    }
    case 'path':
      return [pathItem(mark, node, dx, dy)]
    case 'picture': {
      const { image, width, height, span } = mark
      const crop = cropAround(mark.ratio, width / height, mark.focus)
      return [{ kind: 'image', image, x: mark.x + dx, y: mark.y + dy, width, height, crop, node, span }]
    }
    case 'page-number':
      return pageNumberItems(painting, mark, dx, dy, node)
    case 'turned':
      return mark.marks
        .flatMap((one) => markItems(painting, one, 0, 0))
        .map((item) =>
          turnedItem(item, { x: mark.x + dx, y: mark.y + dy, clockwise: mark.clockwise === true }),
        )
  }
}

function pathItem(mark: PathMark, node: number | null, dx: Pt, dy: Pt): Path {
  const x = mark.x + dx
  const y = mark.y + dy
  const commands = mark.commands.map((command) => {
    const [letter, ...numbers] = command
    return [letter, ...numbers.map((value, index) => value + (index % 2 === 0 ? x : y))] as typeof command
  })
  return { kind: 'path', commands, fill: mark.fill, stroke: mark.stroke, node, span: null }
}

/** A contents line's leader and page number, with a link to the article. */
function pageNumberItems(
  painting: Painting,
  mark: PageNumberMark,
  dx: Pt,
  dy: Pt,
  node: number | null,
): DisplayItem[] {
  const target = painting.pageOf.get(placeKey(mark.place))
  if (!target) return []
  const { composed, fonts } = painting
  const number = String(target.page + composed.design.folio.from)
  const line = oneLine(composed.pageText(number, mark.style))
  if (!line) return []
  const { size } = mark.style
  const x = mark.x - line.width
  const items: DisplayItem[] = lineItems(line, { x: x + dx, y: mark.y + dy, node }, fonts)
  const leader = { from: mark.leaderFrom + dx, to: x - 0.5 * size + dx, y: mark.y + dy - 0.12 * size }
  const look = composed.design.looks.contents
  if (look.leader > 0 && leader.to - leader.from > size) items.unshift(leaderPath(leader, look))
  const left = dx + mark.left
  const area = { x: left, y: mark.y + dy - 0.88 * size, width: mark.x + dx - left, height: 1.12 * size }
  return [...items, { kind: 'link', ...area, target, node, span: null }]
}

function leaderPath(
  { from, to, y }: { readonly from: Pt; readonly to: Pt; readonly y: Pt },
  { leader: width, leaderStep, leaderColour: colour }: ContentsLook,
): Path {
  // Dots stand at whole steps of the page, so that those of all lines are in line.
  const step = Math.max(leaderStep, width)
  const first = Math.ceil(from / step) * step
  return {
    kind: 'path',
    commands: [
      ['M', first, y],
      ['L', to, y],
    ],
    fill: null,
    stroke: { colour, width, dash: step > width ? [width, step - width] : [] },
    node: null,
    span: null,
  }
}

function placeKey(place: Place): string {
  return `${place.section}/${place.article}`
}

interface Found {
  readonly page: number
  readonly y: Pt
}

/** Where a block, or a part of it, begins. */
interface PlacedBlock {
  readonly block: ShapedBlock
  readonly page: number
  readonly y: Pt
}

/** Every block in reading order, once for each column it stands in. */
function placedBlocks(pages: readonly Page[]): PlacedBlock[] {
  const found: PlacedBlock[] = []
  for (const [page, { columns, area }] of pages.entries()) {
    for (const { strips, y } of columns) {
      let last: ShapedBlock | null = null
      for (const { block, row } of strips) {
        if (block !== null && block !== last) found.push({ block, page, y: y + row * area.lineHeight })
        last = block
      }
    }
  }
  return found
}

/** The page on which each article begins. */
function articlePages(blocks: readonly PlacedBlock[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  for (const { block, page, y } of blocks) {
    if (block.kind === 'masthead') continue
    const key = placeKey(block.place)
    if (!found.has(key)) found.set(key, { page, y })
  }
  return found
}

/** Sections at level 1, headlines at level 2. */
function outlineOf(blocks: readonly PlacedBlock[]): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  const seen = new Set<object>()
  for (const { block, page, y } of blocks) {
    if (block.kind !== 'heading' || seen.has(block)) continue
    if (block.role !== 'section' && block.role !== 'headline') continue
    seen.add(block)
    entries.push({ title: block.outline, level: block.role === 'section' ? 1 : 2, page, y })
  }
  return entries
}
