import type { FontLibrary } from '../assets/font.ts'
import type { Span } from '../base/source.ts'
import type { Pt } from '../base/units.ts'
import type {
  DisplayItem,
  DisplayList,
  DisplayPage,
  GlyphRun,
  StructureNode,
} from '../display/display-list.ts'
import { contentHash } from './content-hash.ts'
import { type PlainStyle, plainLine, plainWidth } from './plain-text.ts'
import { type TextColumn, type TextLine, textColumns } from './text-lines.ts'

export interface ProofOptions {
  /** 第几校, from 1. */
  readonly round: number
  readonly status: 'draft' | 'review' | 'final'
  /** The pages have a watermark of their own. */
  readonly watermarked?: boolean
  /** What differs from the earlier version, for change bars. */
  readonly changed: readonly Span[]
}

const MARK: PlainStyle = { family: '黑体', size: 6, colour: '#808080' }
const HEADER: PlainStyle = { family: '黑体', size: 7, colour: '#606060', align: 'centre' }
const STAMP_COLOUR = '#ececec'
const STAMP_ANGLE = 45
const NUMBER_EVERY = 5
const NUMBER_GAP: Pt = 5
const BAR_GAP: Pt = 2.6
const BAR_WIDTH: Pt = 1.2
const STAMPS = { draft: '草稿', review: '送审稿', final: '' } as const

/** An article's number by section and place, and how many characters it has. */
interface ArticleFacts {
  readonly label: string
  readonly characters: number
}

function articleOf(nodes: ReadonlyMap<number, StructureNode>, node: number | null): number | null {
  let one = node === null ? undefined : nodes.get(node)
  while (one && one.role !== 'Art') one = nodes.get(one.parent)
  return one?.id ?? null
}

function countOf(run: GlyphRun): number {
  return [...run.texts.join('')].filter((character) => character.trim() !== '').length
}

function numbered(list: DisplayList): Map<number, string> {
  const labels = new Map<number, string>()
  const sections = list.structure.filter((node) => node.role === 'Sect').map((node) => node.id)
  const counts = new Map<number, number>()
  for (const node of list.structure) {
    if (node.role !== 'Art') continue
    const count = (counts.get(node.parent) ?? 0) + 1
    counts.set(node.parent, count)
    const section = sections.indexOf(node.parent)
    labels.set(node.id, section === -1 ? String(count) : `${section + 1}-${count}`)
  }
  return labels
}

function articleFacts(
  list: DisplayList,
  nodes: ReadonlyMap<number, StructureNode>,
): Map<number, ArticleFacts> {
  const characters = new Map<number, number>()
  for (const item of list.pages.flatMap((page) => page.items)) {
    const article = item.kind === 'glyphs' ? articleOf(nodes, item.node) : null
    if (item.kind !== 'glyphs' || article === null) continue
    characters.set(article, (characters.get(article) ?? 0) + countOf(item))
  }
  return new Map(
    [...numbered(list)].map(([id, label]) => [id, { label, characters: characters.get(id) ?? 0 }]),
  )
}

function lineNumbers(fonts: FontLibrary, columns: readonly TextColumn[]): DisplayItem[] {
  return columns.flatMap(({ left, lines }) =>
    lines.flatMap((line, i) =>
      (i + 1) % NUMBER_EVERY === 0
        ? plainLine(fonts, String(i + 1), left - NUMBER_GAP, line.y, { ...MARK, align: 'right' })
        : [],
    ),
  )
}

function touches(run: GlyphRun, changed: readonly Span[]): boolean {
  const { span } = run
  if (!span) return false
  return changed.some((one) => one.file === span.file && one.from < span.to && span.from < one.to)
}

/** Bars beside changed lines; neighbours share one. */
function changeBars(columns: readonly TextColumn[], changed: readonly Span[]): DisplayItem[] {
  if (changed.length === 0) return []
  return columns.flatMap(({ left, lines }) => {
    const bars: { top: Pt; bottom: Pt }[] = []
    for (const line of lines) {
      if (!line.runs.some((run) => touches(run, changed))) continue
      const top = line.y - line.size * 0.95
      const bottom = line.y + line.size * 0.25
      const last = bars.at(-1)
      if (last && top - last.bottom < line.size) last.bottom = bottom
      else bars.push({ top, bottom })
    }
    return bars.map(({ top, bottom }) => ({
      kind: 'rule' as const,
      node: null,
      span: null,
      x: left - BAR_GAP - BAR_WIDTH / 2,
      y: top,
      width: BAR_WIDTH,
      height: bottom - top,
      colour: 'accent' as const,
    }))
  })
}

/** Watermark (水印) from corner to corner, below everything. */
function stamp(fonts: FontLibrary, page: DisplayPage, text: string): DisplayItem[] {
  if (text === '') return []
  const size = Math.min(page.width, page.height) / (text.length + 0.6)
  const style: PlainStyle = { family: '黑体', weight: 'bold', size, colour: STAMP_COLOUR, angle: STAMP_ANGLE }
  const turn = (STAMP_ANGLE * Math.PI) / 180
  const half = plainWidth(fonts, text, style) / 2
  const rise = size * 0.36
  const x = page.width / 2 - half * Math.cos(turn) + rise * Math.sin(turn)
  const y = page.height / 2 + half * Math.sin(turn) + rise * Math.cos(turn)
  return plainLine(fonts, text, x, y, style)
}

interface Proofing {
  readonly list: DisplayList
  readonly fonts: FontLibrary
  readonly options: ProofOptions
  readonly hash: string
  readonly nodes: ReadonlyMap<number, StructureNode>
  readonly facts: ReadonlyMap<number, ArticleFacts>
  readonly characters: number
  /** The run that each article begins with in reading order, which names it: a picture may stand above it. */
  readonly openings: ReadonlyMap<GlyphRun, number>
}

function headerText({ list, options, hash, characters }: Proofing, page: number): string {
  const { date, title } = list.metadata
  const issued = `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
  const status = STAMPS[options.status]
  const parts = [
    `第 ${options.round} 校`,
    title,
    issued,
    `全文 ${characters} 字`,
    `校样号 ${hash.slice(0, 8)}`,
    `${page + 1}/${list.pages.length}`,
  ]
  return [...parts, ...(status ? [status] : [])].join(' · ')
}

/** Number and length of each article beside its first line: left of a first column, right of a last one. */
function articleMarks(proofing: Proofing, columns: readonly TextColumn[]): DisplayItem[] {
  return columns.flatMap((column, index) =>
    column.lines.flatMap((line) => {
      const facts = openedBy(proofing, line)
      if (!facts) return []
      const right = index > 0 && index === columns.length - 1
      const x = right ? column.right + NUMBER_GAP : column.left - 3 * NUMBER_GAP
      const style = { ...MARK, align: right ? 'left' : 'right' } as const
      return [
        ...plainLine(proofing.fonts, `篇 ${facts.label}`, x, line.y - MARK.size * 1.2, style),
        ...plainLine(proofing.fonts, `${facts.characters} 字`, x, line.y, style),
      ]
    }),
  )
}

function openedBy({ openings, facts }: Proofing, line: TextLine): ArticleFacts | undefined {
  for (const run of line.runs) {
    const article = openings.get(run)
    if (article !== undefined) return facts.get(article)
  }
  return undefined
}

function openingsOf(list: DisplayList, nodes: ReadonlyMap<number, StructureNode>): Map<GlyphRun, number> {
  const order = new Map(list.structure.map((node, index) => [node.id, index]))
  const first = new Map<number, { readonly run: GlyphRun; readonly at: number }>()
  for (const run of list.pages.flatMap((page) => page.items)) {
    const article = run.kind === 'glyphs' ? articleOf(nodes, run.node) : null
    if (run.kind !== 'glyphs' || run.node === null || run.glyphs.length === 0 || article === null) continue
    const at = order.get(run.node) ?? 0
    const known = first.get(article)
    if (!known || at < known.at) first.set(article, { run, at })
  }
  return new Map([...first].map(([article, { run }]) => [run, article]))
}

function proofPage(proofing: Proofing, page: DisplayPage, index: number): DisplayPage {
  const { fonts, options } = proofing
  const columns = textColumns(page)
  return {
    ...page,
    items: [
      ...(options.watermarked ? [] : stamp(fonts, page, STAMPS[options.status])),
      ...page.items,
      ...changeBars(columns, options.changed),
      ...lineNumbers(fonts, columns),
      ...articleMarks(proofing, columns),
      ...plainLine(fonts, headerText(proofing, index), page.width / 2, 18, HEADER),
    ],
  }
}

/**
 * The pages as a proof (校样): every fifth line of each column numbered, articles with their numbers and lengths,
 * bars beside what changed, a header that names round and content, and a watermark until the issue is final. The
 * pages themselves stay as they are; all that is added is furniture.
 */
export function proofList(list: DisplayList, fonts: FontLibrary, options: ProofOptions): DisplayList {
  const nodes = new Map(list.structure.map((node) => [node.id, node]))
  const texts = list.pages.flatMap((page) => page.items)
  const proofing: Proofing = {
    list,
    fonts,
    options,
    hash: contentHash(list),
    nodes,
    facts: articleFacts(list, nodes),
    characters: texts.reduce(
      (sum, item) => sum + (item.kind === 'glyphs' && item.node !== null ? countOf(item) : 0),
      0,
    ),
    openings: openingsOf(list, nodes),
  }
  return { ...list, pages: list.pages.map((page, index) => proofPage(proofing, page, index)) }
}
