import type { Pt } from '../../base/units.ts'
import type { FigureOf, MastheadOf } from '../../content/block.ts'
import type { Design } from '../../design/design.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { needBelow } from '../blocks/beside-headings.ts'
import { withCreditsKept } from '../blocks/credits-kept.ts'
import { footnotesOf } from '../blocks/footnotes.ts'
import type { FootnotesOf, Galley, SettingMemory } from '../blocks/galley.ts'
import { type ColumnPlan, columnPlan } from '../blocks/geometry.ts'
import type { PageText } from '../blocks/page-text.ts'
import { flowOf, groupOf } from '../blocks/set-blocks.ts'
import { turnedPieces } from '../blocks/turned-table.ts'
import { BREAK } from '../search/costs.ts'
import { type FlowElement, type Setting, single } from '../search/elements.ts'
import type { Frame, Strip } from '../search/strip.ts'
import type { Insert, Zone } from '../search/zone.ts'
import { colophonStrips } from './colophon.ts'
import { coverStrips, hasCoverRoom, isCover, wholeContents } from './cover.ts'
import { insertElements } from './insert-elements.ts'
import { withLater } from './inserts.ts'
import { mastheadParts } from './masthead.ts'
import { type OverTwo, overTwo, wantsTwo } from './over-two.ts'
import { isInsert, spans, standsAcross, tableAcross, wantsAir } from './spanning.ts'

/** A zone with the places of its columns. */
export interface PlannedZone extends Zone {
  readonly plan: ColumnPlan
  /** Left edge of its first column, from the type area's left. */
  readonly left: Pt
  /** Border or tint around the whole zone: a panel across the columns. */
  readonly around: Frame | null
  /** Columns of text, not something across them. */
  readonly text: boolean
  /** Above the first lines of two of its columns. */
  readonly over?: OverTwo
}

/** What zones are set with. */
export interface ZoneSetting {
  readonly design: Design
  readonly pageText: PageText
  readonly width: Pt
  readonly pictureScale: number
  readonly headingRows: number
  readonly kept: SettingMemory | null
  readonly notes?: FootnotesOf | null
}

/** Blocks that share a number of columns, on their way into a zone. */
interface Gathering {
  readonly zones: PlannedZone[]
  readonly setting: ZoneSetting
  readonly columns: number
  /** Inside a panel across the columns: its border, and how far its text is moved in. */
  readonly around: Frame | null
}

/** The document cut into zones: where columns change and where something stands across them. */
export function zonesOf(blocks: readonly ShapedBlock[], setting: ZoneSetting): PlannedZone[] {
  const zones: PlannedZone[] = []
  const notes = footnotesOf(blocks)
  gather(
    { zones, setting: { ...setting, notes }, columns: setting.design.page.columns, around: null },
    blocks,
  )
  const last = zones.findLastIndex((zone) => !zone.foot)
  return zones.map((zone, index) =>
    index === last && setting.design.page.balance === 'none' ? { ...zone, closes: 'filled' } : zone,
  )
}

/** What is gathered for the zone that is open. */
interface Open {
  readonly blocks: ShapedBlock[]
  readonly inserts: Met[]
  /** The blocks are headings across the columns. */
  readonly across: boolean
  readonly columns: number
  readonly startsPage: boolean
  readonly over?: OverTwo
}

/** An insert on its way into a zone: it was met before block number `before`. */
interface Met {
  readonly before: number
  readonly block: ShapedBlock
  readonly element: FlowElement
}

function gather(to: Gathering, blocks: readonly ShapedBlock[]): void {
  let columns = to.columns
  let open: Open = { blocks: [], inserts: [], across: false, columns, startsPage: false }
  // Where the boxes of a cover stand on the next page, the text follows them there.
  let followsBoxes = false
  // An article with columns of its own has its headline across them.
  let turned = false
  const close = (across: boolean, startsPage = false) => {
    const isEmpty = open.blocks.length === 0 && open.over === undefined
    if (!isEmpty) addFlow(to, open)
    const starts = startsPage || (isEmpty && open.startsPage)
    open = { blocks: [], inserts: [], across, columns, startsPage: starts }
  }
  /** Opens a zone with a block across two of its columns, and the name of its section; false where that cannot be. */
  const openUnder = (block: ShapedBlock): boolean => {
    // On a narrow page there are fewer.
    if (planOf(to, columns).count < 3) return false
    const names = block.kind === 'heading' && !open.across ? trailingHeadings(open.blocks) : []
    const over = overTwo([...names, block], twoColumnGalley(to, columns), columns)
    if (over === null) return false
    open.blocks.length -= names.length
    close(false)
    open = { ...open, over }
    return true
  }
  for (const block of blocks.flatMap((one) => upright(to, one))) {
    if (block.kind === 'start' && block.at === 'page') {
      close(false, !followsBoxes)
      followsBoxes = false
    } else if (block.kind === 'start' && block.at === 'columns') {
      turned = (block.columns ?? to.columns) !== columns
      columns = block.columns ?? to.columns
      if (turned) close(false)
      turned = block.columns !== null
    } else if (columns > 2 && wantsTwo(block) && openUnder(block)) {
      // What follows stands in the columns below it and beside it.
    } else if (block.kind === 'heading' && standsAcross(to.setting.design, block, columns, turned)) {
      if (!open.across) close(true)
      open.blocks.push(block)
    } else if (
      isInsert(block, open.blocks[open.blocks.length - 1], columns) &&
      !open.across &&
      insertElements(block, galleyOf(to, planOf(to, 1))).every(
        ({ settings: [one] }) => one && one.rows <= to.setting.design.grid.lines,
      )
    ) {
      for (const element of insertElements(block, galleyOf(to, planOf(to, 1))))
        open.inserts.push({ before: open.blocks.length, block, element })
    } else if (isCover(block)) followsBoxes = !addCover(to, block)
    else if (columns > 1 && tableAcross(block)) {
      if (!open.across) close(true)
      open.blocks.push(block)
    } else if (spans(block, columns)) {
      close(false)
      if (block.kind === 'masthead') addMasthead(to, block, blocks.some(isCover))
      else addSpanning(to, block, columns, open.startsPage)
      open = { ...open, startsPage: false }
    } else {
      if (open.across) close(false)
      open.blocks.push(block)
    }
  }
  close(false)
}

function trailingHeadings(blocks: readonly ShapedBlock[]): readonly ShapedBlock[] {
  return blocks.slice(blocks.findLastIndex(({ kind }) => kind !== 'heading') + 1)
}

/** Two columns and the gap between them as one. */
function twoColumnGalley(to: Gathering, columns: number): Galley {
  const plan = planOf(to, columns)
  return galleyOf(to, { ...plan, measure: 2 * plan.measure + plan.gap })
}

/** A table across the columns that may be turned, as its parts where it fits as it stands. */
function upright(to: Gathering, block: ShapedBlock): readonly ShapedBlock[] {
  const isUpright =
    block.kind === 'turnable' &&
    block.spans &&
    turnedPieces(block, galleyOf(to, planOf(to, 1)), flowOf) === null
  return isUpright ? block.blocks : [block]
}

function addSpanning(to: Gathering, block: ShapedBlock, columns: number, startsPage: boolean): void {
  if (block.kind === 'colophon') to.zones.push(colophonZone(to, block))
  else if (block.kind === 'panel') addPanelAcross(to, block, columns, startsPage)
  else addFlow(to, { blocks: [block], inserts: [], across: true, columns, startsPage })
}

function widthIn(to: Gathering): Pt {
  return to.around ? to.setting.width - 2 * to.setting.design.type.body.size : to.setting.width
}

function planOf(to: Gathering, columns: number): ColumnPlan {
  const { design } = to.setting
  const plan = columnPlan(design, columns, widthIn(to))
  return columns === 1 ? { ...plan, measure: widthIn(to) } : plan
}

function galleyOf(to: Gathering, plan: ColumnPlan): Galley {
  const { design, pageText, pictureScale, headingRows, kept, notes = null } = to.setting
  const { lineHeight, lines } = design.grid
  return {
    design,
    pageText,
    measure: plan.measure,
    left: 0,
    lineHeight,
    rows: lines,
    frame: null,
    pictureScale,
    headingRows,
    boxes: new Map(),
    notes,
    kept,
  }
}

/** Lines between columns of text and a table, or other columns of text, right below them. */
const BETWEEN_COLUMNS = 1
function addFlow(to: Gathering, open: Open): void {
  const { blocks, inserts, across, columns, startsPage, over } = open
  if (over && blocks.length === 0) {
    const flow = over.strips.flatMap(({ strip, block }) => (block ? [single(block, [strip])] : []))
    to.zones.push({ ...zoneBase(to, planOf(to, 1)), startsPage, flow })
    return
  }
  const plan = planOf(to, across ? 1 : columns)
  const above = to.zones.findLast((zone) => !zone.inserted)
  const galley = galleyOf(to, plan)
  const flow: FlowElement[] = []
  const places: Insert[] = []
  let from = 0
  // A heading right above a picture across keeps to the text that follows the picture.
  const owed = () => (from > 0 ? needBelow(blocks, from - 1, galley) : 0)
  // The inserts' own zones stand right after this one.
  let zone = to.zones.length + 1
  for (const { before, block, element } of inserts) {
    flow.push(...flowOf(blocks.slice(from, before), galley, owed()))
    from = before
    const { rows } = element.settings[0] as Setting
    const placed = block.kind === 'figure' && block.placed
    places.push({
      element: flow.length,
      zone,
      rows,
      setting: 0,
      group: groupOf(block),
      later: 0,
      earlier: 0,
      placed,
    })
    zone += 1
  }
  flow.push(...flowOf(blocks.slice(from), galley, owed()))
  if (flow.length === 0) return
  const last = blocks[blocks.length - 1] as ShapedBlock
  const gap = above?.text && (!across || wantsAir(blocks[0], above.flow)) ? BETWEEN_COLUMNS : 0
  to.zones.push({
    ...zoneBase(to, plan),
    flow: withCreditsKept(flow),
    startsPage,
    keepNext: last.keep.withNext,
    inserts: withLater(places, flow),
    text: !across,
    headings: across && blocks.every(({ kind }) => kind === 'heading'),
    gap,
    ...(over ? { over, notch: over.notch } : {}),
  })
  for (const { element } of inserts)
    to.zones.push({ ...zoneBase(to, planOf(to, 1)), flow: [element], inserted: true })
}

function zoneBase(to: Gathering, plan: ColumnPlan) {
  return {
    columns: plan.count,
    closes: 'balanced' as const,
    foot: false,
    inserts: [],
    inserted: false,
    headings: false,
    gap: 0,
    text: false,
    plan,
    left: to.around ? to.setting.design.type.body.size : 0,
    around: to.around,
    startsPage: false,
    keepNext: 0,
  }
}

/** A panel across the columns: a line of air, its blocks in columns, a line of air; border around all. */
function addPanelAcross(to: Gathering, panel: ShapedBlock, columns: number, startsPage: boolean): void {
  if (panel.kind !== 'panel') return
  const around: Frame = { look: panel.look, x: 0, width: to.setting.width }
  const inside: Gathering = { ...to, around, columns }
  edgeZone(inside, panel, { startsPage, keepNext: 3 })
  const before = to.zones.length
  gather(inside, panel.blocks)
  const last = to.zones.length - 1
  if (last >= before) to.zones[last] = { ...(to.zones[last] as PlannedZone), keepNext: 1 }
  edgeZone(inside, panel, { startsPage: false, keepNext: panel.keep.withNext })
}

function edgeZone(to: Gathering, block: ShapedBlock, more: { startsPage: boolean; keepNext: number }): void {
  const strip: Strip = { rows: 1, marks: [], breakAfter: BREAK.free }
  to.zones.push({ ...zoneBase(to, planOf(to, 1)), ...more, flow: [single(block, [strip])] })
}

function addMasthead(to: Gathering, block: MastheadOf<ShapedText>, hasCover: boolean): void {
  const plan = planOf(to, 1)
  const parts = mastheadParts(block, galleyOf(to, plan))
  to.zones.push({ ...zoneBase(to, plan), flow: [single(block, parts.head)] })
  if (parts.ear) addPanelAcross(to, parts.ear, to.columns, false)
  if (parts.contents === null) return
  const around: Frame = { look: 'contents', x: 0, width: to.setting.width }
  const inside: Gathering = { ...to, around }
  edgeZone(inside, block, { startsPage: false, keepNext: 0 })
  const title = planOf(inside, 1)
  to.zones.push({
    ...zoneBase(inside, title),
    flow: [single(block, [parts.contents.title(galleyOf(inside, title))])],
    keepNext: 2,
  })
  const { lines } = parts.contents
  const inColumns = (columns: number): PlannedZone => {
    const own = planOf(inside, columns)
    return { ...zoneBase(inside, own), flow: lines(galleyOf(inside, own)).map((one) => single(block, one)) }
  }
  to.zones.push(wholeContents(inColumns, to.setting.design, { above: to.zones, hasCover }))
  edgeZone(inside, block, { startsPage: false, keepNext: 0 })
}

/** The picture between masthead and its boxes; false where these have no room beside it and stand on the next page. */
function addCover(to: Gathering, block: FigureOf<ShapedText>): boolean {
  const plan = planOf(to, 1)
  const galley = galleyOf(to, plan)
  const at = to.zones.findLastIndex(({ around }) => around === null) + 1
  const isWhole = hasCoverRoom(galley.rows, to.zones)
  const flow = [single(block, coverStrips(block, galley, isWhole ? to.zones : to.zones.slice(0, at)))]
  const box = to.zones[at]
  if (box && !isWhole) to.zones[at] = { ...box, startsPage: true }
  to.zones.splice(at, 0, { ...zoneBase(to, plan), flow })
  return isWhole || !box
}

function colophonZone(to: Gathering, block: ShapedBlock): PlannedZone {
  if (block.kind !== 'colophon') throw new Error('not a colophon')
  const plan = planOf(to, 1)
  const strips = colophonStrips(block, galleyOf(to, plan))
  const even = block.evenPage ? { evenPage: true as const } : {}
  return { ...zoneBase(to, plan), flow: strips.map((strip) => single(block, [strip])), foot: true, ...even }
}
