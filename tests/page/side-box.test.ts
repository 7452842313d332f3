import { describe, expect, test } from 'vitest'
import type { GlyphRun, Path } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, reading, shortBlock } from '../issue/reading.ts'

const fonts = await builtInLibrary()
const LINE = 16.5
/** Foot of the type area: 22 mm above that of A4. */
const FOOT = ((297 - 22) * 72) / 25.4
const text = (count: number) => '本月检查供水管网登记问题限期修复逐项核对清楚。'.repeat(count)

function set(body: string, box: string) {
  const { issue, diagnostics } = reading(articleText(body, `      side_boxes: ${box}\n`))
  const { value } = typeset(issue, { fonts, images: new Map() })
  const runs = value.pages.flatMap(({ items }, page) =>
    items
      .filter((one): one is GlyphRun => one.kind === 'glyphs')
      .map((run) => ({ page, x: run.xs[0] as number, y: run.y, text: run.texts.join(''), node: run.node })),
  )
  const frames = value.pages.flatMap(({ items }, page) =>
    items.filter((one): one is Path => one.kind === 'path').map((path) => ({ page, path })),
  )
  return { runs, frames, structure: value.structure, codes: diagnostics.map(({ code }) => code), issue }
}

/** Left, top, right and foot of a path. */
function boxOf({ commands }: Path) {
  const points = commands.flatMap(([, ...values]) =>
    values.length === 2 ? [values as [number, number]] : [],
  )
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), foot: Math.max(...ys) }
}

const BOX = '{ title: 怎样看, body: "甲子乙丑丙寅丁卯。\\n\\n戊辰己巳庚午辛未。" }'

describe('小资料', () => {
  test('its title and text stand inside one frame, whatever text runs around it', () => {
    for (const above of [1, 12, 24, 30, 33, 36, 40]) {
      const { runs, frames } = set(`${text(above)}\n\n${text(20)}\n\n${text(20)}`, BOX)
      expect(frames).toHaveLength(1)
      const [{ page, path }] = frames as [(typeof frames)[0]]
      const { left, top, right, foot } = boxOf(path)
      const inside = runs.filter(
        (one) => one.page === page && one.x > left && one.x < right && one.y > top && one.y < foot,
      )
      expect(inside.map((one) => one.text).join('')).toBe('怎样看甲子乙丑丙寅丁卯。戊辰己巳庚午辛未。')
      expect(foot - top).toBeCloseTo((inside.length + 1) * LINE, 5)
    }
  })

  test.each([19, 20, 21, 22, 23, 24])(
    'text runs on above it, which stands where there is room: %i lines above',
    (above) => {
      const { runs } = set(
        `${text(above)}\n\n${text(60)}`,
        '{ title: 怎样看, body: "甲。\\n\\n乙。\\n\\n丙。\\n\\n丁。" }',
      )
      const first = runs.filter(({ page, x, node, y }) => page === 0 && x < 280 && node !== null && y < FOOT)
      expect(FOOT - Math.max(...first.map(({ y }) => y))).toBeLessThan(2 * LINE)
    },
  )

  test('where it is marked it stands, below the text before its mark', () => {
    const { runs } = set(`壹壹壹。\n\n![](盒)\n\n贰贰贰。\n\n${text(60)}`, '{ id: 盒, body: 甲子乙丑。 }')
    const at = (words: string) => runs.find(({ text: own }) => own.includes(words))
    expect(at('甲子')?.y).toBeCloseTo((at('壹壹')?.y ?? 0) + 2 * LINE, 5)
    expect(at('贰贰')?.y).toBeCloseTo((at('甲子')?.y ?? 0) + 2 * LINE, 5)
  })

  test('air at its head and foot is its own, whatever stands there', () => {
    const { frames } = set(text(30), '{ body: "甲子乙丑。\\n\\n| 甲 | 乙 |\\n| --- | --- |\\n| 丙 | 丁 |" }')
    const { top, foot } = boxOf((frames[0] as (typeof frames)[0]).path)
    // A line of text, one of air, two rows, and half a line at both ends; none of the table's own air below.
    expect((foot - top) / LINE).toBeCloseTo(5, 1)
  })

  test('on a tint it has no frame', () => {
    const { frames } = set('壹壹壹。', '{ body: 甲子乙丑。, tint: true }')
    expect(frames.map(({ path }) => [path.fill !== null, path.stroke])).toEqual([[true, null]])
  })

  test('one longer than a column is divided, and nothing is lost', () => {
    const { runs } = set(
      '壹壹壹。',
      `{ title: 长, body: ${JSON.stringify(Array.from({ length: 30 }, () => text(3)).join('\n\n'))} }`,
    )
    const words = runs.map(({ text: own }) => own).join('')
    expect([...words].filter((one) => one === '管')).toHaveLength(90)
  })

  test('its title is a heading, and its text stands behind it in its article', () => {
    const { structure, runs } = set('壹壹壹。\n\n贰贰贰。', BOX)
    const heading = structure.findIndex(({ title }) => title === '怎样看')
    expect(structure[heading]?.role).toBe('H4')
    const group = structure[heading]?.parent as number
    expect(structure[group]?.role).toBe('Div')
    expect(structure.filter(({ parent }) => parent === group).map(({ role }) => role)).toEqual([
      'H4',
      'P',
      'P',
    ])
    expect(runs.find(({ text: own }) => own.includes('甲子'))?.node).toBeGreaterThan(heading)
  })

  test('marks of footnotes and pictures in it are said', () => {
    const { codes, issue } = set('壹壹壹。', '{ body: "甲[^1]乙\\n\\n[^1]: 丙" }')
    expect(codes).toEqual(['W-NOTE-PLACE', 'W-NOTE-PLACE'])
    expect(issue.sections[0]?.articles[0]?.sideBoxes?.[0]?.body.map(shortBlock)).toEqual([
      'p 甲[^1]乙',
      'p [^1]: 丙',
    ])
    expect(() => set('壹壹壹。', '{ body: "![](会场)" }')).toThrow('E-PICTURE')
  })
})
