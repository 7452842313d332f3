import { columnContent } from '../../src/page/search/column-strips.ts'
import { BREAK, PARAGRAPH, PICTURE } from '../../src/page/search/costs.ts'
import { FIRST, QUICK, THOROUGH } from '../../src/page/search/effort.ts'
import type { FlowElement } from '../../src/page/search/elements.ts'
import type { Layout } from '../../src/page/search/layout.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import type { Strip } from '../../src/page/search/strip.ts'
import type { Insert, Zone } from '../../src/page/search/zone.ts'
import { box, element, settingOf, text, zone } from './boxes.ts'

/** A picture across the columns. */
const ACROSS = /^=(\d+)(?:\+(\d+))?(?:-(\d+))?(!?)$/

/**
 * A document of boxes in one line, set by the page search: `14 lines; 2 filled: t8 p5, t9; foot 3`. First the lines of
 * a page (`at first` for the first look, `at last` for the last); then each zone, its columns, how they close and the lines of the next that it
 * keeps; articles are parted by commas, elements by spaces:
 *
 * - `t8` a paragraph of eight lines, `v8` one that may be set a line shorter or longer
 * - `p5` a picture, `m5` one marked to stand where it is
 * - `b5` a block that is not divided, `k2` a heading that keeps the next, `r1` what stays with the element before
 * - `x8-keep-9` eight lines and nine, with a price of BREAK between them
 * - `=6+2-1` a picture across the columns, which may stand up to two elements further down and one further up; `!` marked;
 *   a zone may have several
 */
export function setBoxes(document: string): string {
  const [lines, ...parts] = document.split('; ') as [string, ...string[]]
  const zones = parts.flatMap(zonesOf)
  const effort = lines.endsWith('at first') ? FIRST : lines.endsWith('at last') ? THOROUGH : QUICK
  return shown(zones, searchLayout(zones, Number.parseInt(lines, 10), effort))
}

function zonesOf(part: string, _index: number, parts: readonly string[]): Zone[] {
  if (part.startsWith('foot')) return [zone([element([box(Number(part.slice(5)))])], 1, { foot: true })]
  const [head, articles] = part.split(': ') as [string, string]
  const before = parts.slice(0, parts.indexOf(part)).reduce((sum, one) => sum + one.split('=').length, 0)
  const flow: FlowElement[] = []
  const across: Pick<Insert, 'element' | 'rows' | 'later' | 'earlier' | 'placed'>[] = []
  for (const [article, words] of articles.split(', ').entries()) {
    for (const word of words.split(' ')) {
      const [, rows, later, earlier, marked] = ACROSS.exec(word) ?? []
      if (rows)
        across.push({
          element: flow.length,
          rows: Number(rows),
          later: Number(later ?? 0),
          earlier: Number(earlier ?? 0),
          placed: marked === '!',
        })
      else flow.push({ ...elementOf(word), group: `${article}` })
    }
  }
  const columns = Number.parseInt(head, 10)
  const closes = head.includes('filled') ? 'filled' : 'balanced'
  const keepNext = Number(head.split('keeps ')[1] ?? 0)
  const inserts = across.map((one, index) => ({
    ...one,
    setting: 0,
    zone: before + 1 + index,
    group: flow[one.element]?.group ?? '',
  }))
  return [
    zone(flow, columns, { closes, keepNext, inserts }),
    ...across.map(({ rows }) => zone([element([box(rows)])], 1, { inserted: true })),
  ]
}

function elementOf(word: string): FlowElement {
  const rows = Number.parseInt(word.slice(1), 10)
  switch (word[0]) {
    case 't':
      return text(rows)
    case 'v':
      return varied(rows)
    case 'p':
      return element([box(rows)], { floatCost: 0 })
    case 'm':
      return element([box(rows)], { floatCost: PICTURE.marked })
    case 'k':
      return element([box(rows, BREAK.keep)])
    case 'r':
      return element([box(rows)], { keepsPrevious: true })
    case 'x':
      return element(parted(word.slice(1).split('-')))
    default:
      return element([box(rows)])
  }
}

/** Boxes and the breaks between them, by their names; `first+last` is both. */
function parted([rows, price, ...rest]: readonly string[]): Strip[] {
  const breakAfter = (price?.split('+') ?? []).reduce(
    (sum, name) => sum + BREAK[name as keyof typeof BREAK],
    0,
  )
  return rows === undefined ? [] : [box(Number(rows), breakAfter), ...parted(rest)]
}

function varied(rows: number): FlowElement {
  const other = (count: number) => ({
    ...settingOf(text(count).settings[0]?.strips ?? []),
    cost: PARAGRAPH.changed,
  })
  const natural = text(rows)
  return { ...natural, settings: [...natural.settings, other(rows - 1), other(rows + 1)] }
}

/** Each band by its page and line, with the elements of its columns, those at the foot behind a stroke, and their lines. */
function shown(zones: readonly Zone[], { bands }: Layout): string {
  const names = (strips: readonly { readonly element: number }[]) =>
    [...new Set(strips.map((one) => one.element))].join('')
  return bands
    .map(({ zone: at, page, row, fill }) => {
      const columns = fill.columns.map((column) => {
        const { strips, foot } = columnContent(zones[at]?.flow ?? [], column)
        return `${names(strips)}${foot.length > 0 ? `|${names(foot)}` : ''}:${column.rows}`
      })
      return `${page}.${row} [${columns.join(' ')}]`
    })
    .join(' ')
}
