import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import { arrange } from '../../src/content/arrange.ts'
import type { DisplayItem, DisplayPage } from '../../src/display/display-list.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { type Composed, compose } from '../../src/page/compose.ts'
import type { PageWishes } from '../../src/page/fit/report.ts'
import { display } from '../../src/page/make-up/display.ts'
import type { Column } from '../../src/page/make-up/page.ts'
import { plainMeasure } from '../../src/text/plain-measure.ts'
import { shape } from '../../src/text/shape.ts'
import { golden } from '../golden.ts'
import { someOf } from '../mode.ts'
import { madeUpIssue } from './made-up-issue.ts'
import { SETTINGS } from './page-meter.ts'

/**
 * Made-up issues as they are, in each setting and by each wish, told by the column: what stands from which line on, the
 * means of where all marks are, what to cut or add, what is said. Renewed with `npm run bless`; a change that one of these
 * tells only here wants a test of its own.
 */

const fonts = plainMeasure()

type Wish = readonly [name: string, more: number | 'multiple' | null, mode: 'report' | 'auto']
const WISHES: readonly Wish[] = [
  ['as many pages as it takes', null, 'report'],
  ['a page less', -1, 'report'],
  ['a page less, by the levers', -1, 'auto'],
  ['a page more', 1, 'report'],
  ['a multiple of four', 'multiple', 'auto'],
]

function blocksOf(seed: number, setting: string) {
  const { publication, issue } = madeUpIssue(seed)
  const { value } = readIssue({
    publication: { file: 'publication.yaml', text: publication },
    issue: { file: 'issue.yaml', text: issue },
    others: [],
    article: () => ({ value: null, diagnostics: [] }),
    sets: Object.entries(SETTINGS[setting] ?? {}).map(([key, value]) => ({ key, value })),
  })
  if (value === null) throw new Error('the made-up issue is not valid')
  const { design } = value.publication
  const content = arrange(value, design)
  return { content, design, blocks: shape(content.blocks, fonts, design.text).value }
}

function composed(
  seed: number,
  setting: string,
  wished: (made: number) => PageWishes['pages'],
  mode: Wish[2],
) {
  const { content, design, blocks } = blocksOf(seed, setting)
  const set = (pages: PageWishes['pages']) =>
    compose(blocks, {
      design,
      fonts,
      furniture: content.furniture,
      wishes: { pages, fit: { mode, lineHeight: 0.6, image: 0.12, heading: 1 } },
    })
  const made = wished(0) === null ? 0 : set(null).value.pages.length
  const { value, diagnostics } = set(wished(made))
  return { value, diagnostics, list: display(value, content.metadata) }
}

const round = (value: number) => String(Math.round(value * 100) / 100 + 0)
const mean = (all: readonly number[]) =>
  round(all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length))

/** Blocks of a column, one after the other: kind, first line, and how far the marks are moved. */
function columnTold({ index, x, y, rows, used, strips, frames }: Column): string {
  const parts: string[] = []
  let last: unknown
  for (const { block, row, shift, strip } of strips) {
    if (block === last && parts.length > 0) continue
    last = block
    parts.push(`${block?.kind ?? '-'}@${row}${shift === 0 ? '' : `~${round(shift)}`}/${strip.marks.length}`)
  }
  const framed = frames.map((one) => ` frame ${round(one.y)}+${round(one.height)}`).join('')
  return `  ${index} ${round(x)} ${round(y)} ${used} of ${rows}: ${parts.join(' ')}${framed}`
}

function sidesOf(item: DisplayItem): number[] {
  if (item.kind === 'glyphs') return [...item.xs, item.y]
  if (item.kind === 'path')
    return item.commands.flatMap((one) => one.filter((part) => typeof part === 'number'))
  return [item.x, item.y, item.width, item.height]
}

/** How many there are of each kind on a page, and the mean of their numbers. */
function itemsTold(page: DisplayPage): string {
  const kinds = ['glyphs', 'rule', 'path', 'image', 'link'] as const
  return kinds
    .map((kind) => [kind, page.items.filter((item) => item.kind === kind)] as const)
    .filter(([, items]) => items.length > 0)
    .map(([kind, items]) => `${items.length} ${kind} ${mean(items.flatMap(sidesOf))}`)
    .join(', ')
}

function reportTold({ report }: Composed): string[] {
  const { articles, levers, shortColumns, ...counts } = report
  return [
    JSON.stringify(counts),
    `levers ${JSON.stringify(levers)}`,
    `short ${shortColumns.map(({ page, column, empty }) => `${page}/${column} ${empty}`).join(', ')}`,
    ...articles.map((one) => `  ${one.title} ${one.characters} in ${one.lines}: ${one.change}`),
  ]
}

const said = ({ code, values }: Diagnostic) => `${code} ${JSON.stringify(values ?? {})}`

/** Short issues that have much in them, by setting and by the wish's number. */
const SEEDS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'two-column': [[53, 253], [88], [8], [20], []],
  'three-columns': [[87, 10], [34], [], [20], []],
  classic: [[48, 37], [88], [148], [55], [212]],
  official: [[17, 12], [329], [10], [128], []],
}

const ISSUES = Object.entries(SEEDS).flatMap(([setting, wishes]) =>
  wishes.flatMap((seeds, wish) => {
    const [name, more, mode] = WISHES[wish] as Wish
    return seeds.map((seed) => ({ setting, seed, name, more, mode }))
  }),
)

test.each(someOf(ISSUES, 2))('$seed, $setting: $name', ({ seed, setting, more, mode, name }) => {
  const wished = (made: number) =>
    more === null ? null : more === 'multiple' ? { multiple: 4 } : { count: Math.max(1, made + more) }
  const { value, diagnostics, list } = composed(seed, setting, wished, mode)
  const lines = [
    `${setting}: ${name}`,
    ...value.pages.flatMap((page, at) => [
      `page ${page.number}: ${itemsTold(list.pages[at] as DisplayPage)}`,
      ...page.columns.map(columnTold),
    ]),
    ...reportTold(value),
    ...diagnostics.map(said),
    ...list.outline.map((one) => `outline ${one.level} ${one.title} ${one.page} ${round(one.y)}`),
  ]
  const found = `${lines.join('\n')}\n`
  expect(found).toBe(golden(`made-up/${setting}-${seed}.txt`, found))
})
