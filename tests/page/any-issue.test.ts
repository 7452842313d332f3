import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/content/arrange.ts'
import type { DisplayItem, DisplayList, GlyphRun } from '../../src/display/display-list.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { typeArea } from '../../src/page/blocks/geometry.ts'
import { compose } from '../../src/page/compose.ts'
import { textsOf } from '../../src/page/fit/report.ts'
import { display } from '../../src/page/make-up/display.ts'
import type { Page } from '../../src/page/make-up/page.ts'
import { shape } from '../../src/text/shape.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { fakeFonts } from './fake-fonts.ts'
import { randomIssue, randomLooks } from './random-issue.ts'

function composed(issue: Issue) {
  const design = issue.publication.design
  const content = arrange(issue, design)
  const blocks = shape(content.blocks, fakeFonts, design.text).value
  const wishes = { pages: issue.pages, fit: issue.fit }
  const outcome = compose(blocks, { design, fonts: fakeFonts, furniture: content.furniture, wishes })
  return { design, blocks, composed: outcome.value, list: display(outcome.value, content.metadata) }
}

function runs(items: readonly DisplayItem[]): GlyphRun[] {
  return items.filter((item): item is GlyphRun => item.kind === 'glyphs')
}

/** Characters without spaces, sorted: what must be on the pages. */
function characters(text: string): string {
  return [...text.replace(/\s/gu, '')].sort().join('')
}

function markersOf(block: ShapedBlock): string {
  if (block.kind === 'panel') return block.blocks.map(markersOf).join('')
  return block.kind === 'paragraph' && block.marker ? block.marker.text.plain : ''
}

function setText(list: DisplayList): string {
  return list.pages
    .flatMap((page) =>
      runs(page.items)
        .filter((run) => run.node !== null)
        .flatMap((run) => run.texts),
    )
    .join('')
}

type Made = ReturnType<typeof composed>

/** What holds of every issue; each is tried on the same pages, since setting them is what takes the time. */
const LAWS: readonly ((made: Made) => void)[] = [hasEveryCharacter, keepsToTheTypeArea, standsOnOneGrid]

/** Fewer in the fast run than elsewhere: pages of ten articles take half a second. */
const numRuns = process.env.MODE === 'fast' ? 25 : 60

describe.each([
  ['any issue', randomIssue],
  ['any issue in any looks', randomLooks],
] as const)('%s', (_, issues) => {
  test('has every character on its pages once, inside the type area, off other text, on one grid', () => {
    fc.assert(
      fc.property(issues, (issue) => {
        const made = composed(issue)
        for (const law of LAWS) law(made)
      }),
      { numRuns },
    )
  })
})

function hasEveryCharacter({ blocks, list }: Made): void {
  const body = blocks.filter((block) => block.kind !== 'masthead' && block.kind !== 'colophon')
  const wanted = body
    .map(
      (block) =>
        textsOf(block)
          .map((text) => text.plain)
          .join('') + markersOf(block),
    )
    .join('')
  const inBody = new Set(list.structure.filter((node) => isInSection(list, node.id)).map((node) => node.id))
  const set = list.pages.flatMap((page) =>
    runs(page.items).flatMap((one) => (one.node !== null && inBody.has(one.node) ? one.texts : [])),
  )
  expect(characters(set.join(''))).toBe(characters(repeatedHeaders(blocks, set.join('')) + wanted))
  expect(setText(list).length).toBeGreaterThan(0)
}

function keepsToTheTypeArea({ design, composed: value, list }: Made): void {
  list.pages.forEach((page, index) => {
    const area = typeArea(design, index + 1)
    const foot = area.top + area.rows * area.lineHeight
    const text = runs(page.items).filter((one) => one.node !== null && one.texts.join('').trim() !== '')
    for (const one of text) {
      const last = one.xs[one.xs.length - 1] as number
      expect(one.y).toBeGreaterThan(area.top)
      expect(one.y).toBeLessThan(foot + 0.1)
      expect(one.xs[0]).toBeGreaterThan(area.left - one.size)
      expect(last).toBeLessThan(area.left + area.width + one.size)
    }
    expect(overlaps(text)).toEqual([])
  })
  expect(value.pages.length).toBe(list.pages.length)
}

function standsOnOneGrid({ design, composed: value }: Made): void {
  const { lineHeight } = design.grid
  const wanted = (lineHeight - design.type.body.size) / 2 + 0.88 * design.type.body.size
  for (const { y, top } of bodyBaselines(value.pages)) {
    const off = (y - top - wanted) / lineHeight
    expect(Math.abs(off - Math.round(off)) * lineHeight).toBeLessThan(0.01)
  }
}

/** Baselines of all paragraphs. */
function bodyBaselines(pages: readonly Page[]): { y: number; top: number }[] {
  return pages.flatMap((page) =>
    page.columns.flatMap((column) =>
      column.strips.flatMap(({ strip, row, shift }) =>
        strip.marks
          .filter((mark) => mark.kind === 'text' && (mark.owner as ShapedBlock | null)?.kind === 'paragraph')
          .map((mark) => ({ y: column.y + row * page.area.lineHeight + shift + mark.y, top: page.area.top })),
      ),
    ),
  )
}

/** Header rows of tables are set again where a column begins with the rest of a table. */
function repeatedHeaders(blocks: readonly ShapedBlock[], set: string): string {
  const own = blocks.flatMap(tableHeaders).length
  return '项目内容'.repeat(Math.max(0, set.split('项目').length - 1 - own))
}

function tableHeaders(block: ShapedBlock): unknown[] {
  if (block.kind === 'panel') return block.blocks.flatMap(tableHeaders)
  return block.kind === 'table' ? [block] : []
}

function isInSection(list: DisplayList, node: number): boolean {
  for (let at = list.structure[node]; at; at = list.structure[at.parent]) if (at.role === 'Sect') return true
  return false
}

/** Pairs of runs whose ink boxes lie over each other by more than marks may be squeezed. */
function overlaps(text: readonly GlyphRun[]): string[] {
  const boxes = text.map((one) => ({
    left: one.xs[0] as number,
    right: (one.xs[one.xs.length - 1] as number) + 0.5 * one.size,
    top: one.y - 0.8 * one.size,
    foot: one.y + 0.05 * one.size,
    text: one.texts.join(''),
  }))
  const found: string[] = []
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      if (
        a.left < b.right - 0.6 * 10 &&
        b.left < a.right - 0.6 * 10 &&
        a.top < b.foot - 0.1 &&
        b.top < a.foot - 0.1
      ) {
        found.push(`${a.text} × ${b.text}`)
      }
    }
  })
  return found
}
