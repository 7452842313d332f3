import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mm } from '../../src/base/units.ts'
import type { DisplayItem, DisplayPage, GlyphRun, Rule } from '../../src/display/display-list.ts'
import { columnPlan, HAN_ASCENT_EM, typeArea } from '../../src/page/blocks/geometry.ts'
import { exampleIssue, type SetIssue, setIssue } from './built-issue.ts'

const CASES = resolve(import.meta.dirname, '../cases/pages')
const DESIGNS = ['two-column', 'classic', 'official'] as const

interface PageLine {
  readonly text: string
  readonly run: GlyphRun
  readonly left: number
  readonly right: number
}

/** Runs of one baseline and colour that follow one another, as one line; `right` is the last glyph's origin and its em. */
function linesOf(page: DisplayPage): PageLine[] {
  const lines: PageLine[] = []
  for (const run of page.items.filter(isRun)) {
    const last = lines.at(-1)
    const left = Math.min(...run.xs)
    const right = Math.max(...run.xs) + run.size
    const follows =
      last &&
      Math.abs(last.run.y - run.y) < 0.01 &&
      left - last.right < run.size &&
      last.run.colour === run.colour
    if (follows) lines[lines.length - 1] = { ...last, text: last.text + run.texts.join(''), right }
    else lines.push({ text: run.texts.join(''), run, left, right })
  }
  return lines
}

function isRun(item: DisplayItem): item is GlyphRun {
  return item.kind === 'glyphs'
}

function isRule(item: DisplayItem): item is Rule {
  return item.kind === 'rule'
}

function lineWith(page: DisplayPage | undefined, text: string | RegExp): PageLine {
  const found = page && linesOf(page).find((line) => line.text.match(text))
  if (!found) throw new Error(`no line with ${text}`)
  return found
}

function first(set: SetIssue): DisplayPage {
  return set.list.pages[0] as DisplayPage
}

/** Middle of what is inked, for Han whose em box is their ink. */
function middle(line: PageLine): number {
  return (line.left + line.right) / 2
}

describe.each(DESIGNS)('%s', async (design) => {
  const set = await setIssue(exampleIssue, { design })
  const area = typeArea(set.design, 1)

  test('R01: the page is A4', () => {
    for (const { width, height } of set.list.pages) {
      expect(width).toBeCloseTo(595.28, 1)
      expect(height).toBeCloseTo(841.89, 1)
    }
  })

  test('R03: a column is a whole number of ems', () => {
    const ems = columnPlan(set.design, set.design.page.columns).measure / set.design.type.body.size
    expect(Math.abs(ems - Math.round(ems))).toBeLessThan(0.01)
    expect(Math.round(ems)).toBe({ 'two-column': 22, classic: 34, official: 28 }[design])
  })

  test('R05: lines stand one and a half to two ems apart', () => {
    const pitch = set.design.grid.lineHeight / set.design.type.body.size
    expect(pitch).toBeGreaterThanOrEqual(1.5)
    expect(pitch).toBeLessThanOrEqual(2)
  })

  test('R10: text is black; the accent is for the name, its rules, section headers and brief numbers', () => {
    const accented = set.list.pages.flatMap((page) =>
      linesOf(page).filter((line) => line.run.colour === 'accent'),
    )
    const allowed = new Set(['H1', 'H2', 'Lbl', 'P'])
    for (const { run, text } of accented) {
      const role = set.list.structure[run.node ?? -1]?.role ?? 'none'
      expect(allowed.has(role), `${role} ${text}`).toBe(true)
      expect(text.length, text).toBeLessThan(16)
    }
    const body = set.list.pages.flatMap((page) =>
      linesOf(page).filter(
        ({ run, text }) => run.size === set.design.type.body.size && run.node !== null && text.length > 20,
      ),
    )
    expect(body.length).toBeGreaterThan(30)
    for (const { run } of body) expect(run.colour).toBe('black')
  })

  test('R62: a paragraph begins two ems in', () => {
    const { measure, gap } = columnPlan(set.design, set.design.page.columns)
    const begin = lineWith(set.list.pages[0], /^5月|^[一-鿿]/)
    const indents = set.list.pages.flatMap((page, index) =>
      linesOf(page)
        .filter(({ run }) => run.size === set.design.type.body.size && run.node !== null && run.node >= 0)
        .map(({ left }) => (left - typeArea(set.design, index + 1).left) % (measure + gap)),
    )
    const em = set.design.type.body.size
    expect(begin).toBeDefined()
    // Two thirds of all lines stand at the column's edge or at the indent: nothing else is usual.
    const atEdge = indents.filter((one) => Math.abs(one) < 0.02).length
    const indented = indents.filter((one) => Math.abs(one - 2 * em) < 0.02).length
    expect(indented).toBeGreaterThan(10)
    expect(atEdge + indented).toBeGreaterThan(indents.length * 0.5)
  })

  test('R82–R85: name large, red, centred; 期号 below it; issuer left, date right; a red rule below', () => {
    const page = first(set)
    const name = lineWith(page, '云汀国企动态')
    const sizes = linesOf(page).map(({ run }) => run.size)
    expect(name.run.size).toBe(Math.max(...sizes))
    expect(name.run.colour).toBe('accent')
    expect(Math.abs(middle(name) - (area.left + area.width / 2))).toBeLessThan(1)
    const number = lineWith(page, /第6期/)
    expect(number.run.y).toBeGreaterThan(name.run.y)
    expect(Math.abs(middle(number) - (area.left + area.width / 2))).toBeLessThan(number.run.size)
    const issuer = lineWith(page, '云汀区国资服务中心')
    const date = lineWith(page, /2026年6月\d+日/)
    expect(date.run.y).toBeCloseTo(issuer.run.y, 2)
    expect(issuer.left - area.left).toBeLessThan(2 * issuer.run.size)
    expect(area.left + area.width - date.right).toBeLessThan(2 * issuer.run.size)
    const rule = page.items.filter(isRule).find((one) => one.y > issuer.run.y && one.width > area.width - 0.1)
    expect(rule?.colour).toBe('accent')
    expect(rule?.width).toBeCloseTo(area.width, 1)
    const below = issuer.run.y + (1 - HAN_ASCENT_EM) * issuer.run.size
    expect((rule as Rule).y - below).toBeCloseTo(mm(4), 0)
  })

  test('R88: the colophon stands at the foot of the last page, its last rule on the type area’s foot', () => {
    const last = set.list.pages.at(-1) as DisplayPage
    const foot = area.top + area.rows * area.lineHeight
    const rules = last.items.filter(isRule).filter((one) => one.width > area.width - 0.1)
    const closing = Math.max(...rules.map((one) => one.y + one.height))
    expect(closing).toBeCloseTo(foot, 1)
    const copies = lineWith(last, /共印180份/)
    expect(area.left + area.width - copies.right).toBeLessThan(2 * copies.run.size)
    const turned = lineWith(last, /区应急保障中心/)
    expect(turned.run.y).toBeLessThan(foot)
  })

  test('R76: a caption stands below its picture, in its page', () => {
    for (const node of set.list.structure.filter((one) => one.role === 'Caption')) {
      const page = set.list.pages.find((one) =>
        one.items.some((item) => item.node === node.id),
      ) as DisplayPage
      const captions = page.items.filter(isRun).filter((run) => run.node === node.id)
      const boxes = page.items.filter((item) => item.kind === 'image' && item.node === node.parent)
      for (const box of boxes)
        if (box.kind === 'image')
          expect(Math.min(...captions.map((run) => run.y))).toBeGreaterThan(box.y + box.height)
    }
  })
})

describe('official (GB/T 9704—2012)', async () => {
  const set = await setIssue(join(CASES, 'official.yaml'))

  test('R02, R04: 22 lines of 28 Han fill 156 × 225 mm, 37 mm from the top and 28 mm from the binding', () => {
    const area = typeArea(set.design, 1)
    expect(Math.abs(area.left - mm(28))).toBeLessThan(mm(1))
    expect(Math.abs(area.top + (area.lineHeight - 15.75) / 2 - mm(37))).toBeLessThan(mm(1))
    expect(area.width).toBeLessThanOrEqual(mm(156) + 0.1)
    expect(area.rows).toBe(22)
    expect(area.lineHeight).toBeCloseTo(mm(225) / 21.54, 0)
  })

  test('R81: 四号 digits between dashes, 7 mm below the type area, outside, one em in', () => {
    for (const [index, page] of set.list.pages.entries()) {
      const area = typeArea(set.design, index + 1)
      const folio = lineWith(page, new RegExp(`^— ?${index + 1} ?—$`))
      expect(folio.run.size).toBe(14)
      const foot = area.top + area.rows * area.lineHeight
      expect(folio.run.y - HAN_ASCENT_EM * 14 - foot).toBeCloseTo(mm(7), 0)
      const edge = index % 2 === 0 ? area.left + area.width - folio.right : folio.left - area.left
      expect(Math.abs(edge - 14)).toBeLessThan(7)
    }
  })

  test('R89: the colophon’s outer rules are 0.35 mm, those inside 0.25 mm', async () => {
    const colophon = await setIssue(join(CASES, 'colophon.yaml'), { design: 'official' })
    const { width } = typeArea(colophon.design, 1)
    const heights = (colophon.list.pages.at(-1) as DisplayPage).items
      .filter(isRule)
      .filter((rule) => rule.width > width - 0.1)
      .map((rule) => rule.height)
    expect(heights[0]).toBeCloseTo(mm(0.35), 3)
    expect(heights.at(-1)).toBeCloseTo(mm(0.35), 3)
    expect(heights.slice(1, -1).length).toBeGreaterThan(1)
    for (const height of heights.slice(1, -1)) expect(height).toBeCloseTo(mm(0.25), 3)
  })

  test('R66: levels 一、 in 黑, the next in 楷', () => {
    const { subhead, subhead3, body } = set.design.type
    expect([subhead.family, subhead3.family, body.family]).toEqual(['黑体', '楷体', '仿宋'])
    const fonts = new Set(set.list.pages.flatMap((page) => linesOf(page).map(({ run }) => run.font)))
    const level = lineWith(set.list.pages.at(-1), /^一、查物资/).run.font
    expect(level).not.toBe(lineWith(set.list.pages.at(-1), /值班员每两小时/).run.font)
    expect(fonts.size).toBeGreaterThan(2)
  })
})

test('R86: classification at the top left, copy number at the top right, both above the name', async () => {
  const set = await setIssue(join(CASES, 'masthead-full.yaml'))
  const page = first(set)
  const area = typeArea(set.design, 1)
  const [left, right, name] = ['内部参阅', '000126', '柳溪工作简报'].map((text) => lineWith(page, text)) as [
    PageLine,
    PageLine,
    PageLine,
  ]
  expect(left.left).toBeCloseTo(area.left, 0)
  expect(area.left + area.width - right.right).toBeLessThan(right.run.size)
  expect(left.run.y).toBeLessThan(name.run.y - name.run.size / 2)
  expect(right.run.y).toBeCloseTo(left.run.y, 1)
})
