import { describe, expect, test } from 'vitest'
import { qrCode } from '../../src/assets/qr-code.ts'
import type { Path } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, reading } from '../issue/reading.ts'

const MILLIMETRE = 72 / 25.4
const fonts = await builtInLibrary()

function pictureKeys(fields: string): string {
  return `      images:\n        - { ${fields} }\n`
}

function pagesOf(fields: string, text: string) {
  const { issue, diagnostics } = reading(articleText('请扫码。', pictureKeys(fields)))
  const { value } = typeset(issue, { fonts, images: new Map(), codes: new Map([[text, qrCode(text)]]) })
  return { pages: value.pages, list: value, codes: diagnostics.map((one) => one.code) }
}

/** The code on the page: the one path of many small rectangles. */
function codeOn(pages: ReturnType<typeof pagesOf>['pages']): Path {
  const found = pages
    .flatMap((page) => page.items)
    .filter((one) => one.kind === 'path' && one.commands.length > 300)
  expect(found).toHaveLength(1)
  return found[0] as Path
}

function boxOf({ commands }: Path) {
  const points = commands.flatMap(([letter, x, y]) => (letter === 'Z' ? [] : [[x, y] as [number, number]]))
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** The modules read back from a path, so many a side. */
function modulesOf(path: Path, side: number): string[] {
  const { left, top, right } = boxOf(path)
  const module = (right - left) / side
  const rows = Array.from({ length: side }, () => Array<string>(side).fill('0'))
  for (let at = 0; at < path.commands.length; at += 5) {
    const [, x = 0, y = 0] = path.commands[at] as [string, number, number]
    const [, to = 0] = path.commands[at + 1] as [string, number]
    const row = rows[Math.round((y - top) / module)] as string[]
    for (let column = Math.round((x - left) / module); column < Math.round((to - left) / module); column += 1)
      row[column] = '1'
  }
  return rows.map((row) => row.join(''))
}

describe('二维码', () => {
  test.each([
    ['https://example.cn/a', '二维码: "https://example.cn/a"'],
    [
      'https://example.cn/a/long/way/to/a/page?of=2026&and=more',
      'qr: "https://example.cn/a/long/way/to/a/page?of=2026&and=more"',
    ],
    ['办事指南', 'qr: 办事指南'],
  ])(
    'every module of the code is on the page, black, large enough, with light around: %s',
    (text, fields) => {
      const code = qrCode(text)
      const { pages } = pagesOf(`${fields}, caption: 扫码`, text)
      const path = codeOn(pages)
      expect(modulesOf(path, code.length)).toEqual(code)
      expect(path.fill).toBe('black')
      const { left, right, top, bottom } = boxOf(path)
      const module = (right - left) / code.length
      expect(module).toBeGreaterThan(0.55 * MILLIMETRE)
      expect(bottom - top).toBeCloseTo(right - left, 6)
      // The quiet zone of four modules.
      for (const one of pages[0]?.items ?? []) {
        if (one.kind !== 'glyphs') continue
        const over = one.y > top - 4 * module && one.y - one.size < bottom + 4 * module - 0.5
        expect(
          over && (one.xs.at(-1) ?? 0) > left - 4 * module && (one.xs[0] ?? 0) < right + 4 * module,
        ).toBe(false)
      }
    },
  )

  test('it stands in the tree as a figure that says what it holds, its caption beside', () => {
    const { list } = pagesOf('qr: "https://example.cn/a", caption: 扫码', 'https://example.cn/a')
    const figure = list.structure.find((one) => one.role === 'Figure')
    expect(figure?.alt).toBe('二维码：https://example.cn/a')
    expect(list.structure.some((one) => one.role === 'Caption')).toBe(true)
    const own = pagesOf('qr: "https://example.cn/a", alt: 预约页面', 'https://example.cn/a').list
    expect(own.structure.find((one) => one.role === 'Figure')?.alt).toBe('预约页面')
  })

  test('without the code at hand its text is told in the place', () => {
    const { issue } = reading(articleText('请扫码。', pictureKeys('qr: "https://example.cn/a"')))
    const { value } = typeset(issue, { fonts, images: new Map() })
    const text = value.pages.flatMap((page) =>
      page.items.flatMap((one) => (one.kind === 'glyphs' ? one.texts : [])),
    )
    expect(text.join('')).toContain('example.cn/a')
  })

  test('neither with a picture nor longer than a telephone reads', () => {
    expect(() => pagesOf('qr: 甲, src: a.jpg, caption: 乙', '甲')).toThrow('E-ITEM-BOTH')
    expect(() => pagesOf(`qr: "${'a'.repeat(201)}"`, '甲')).toThrow('E-TYPE')
    expect(() => pagesOf('qr: ""', '甲')).toThrow('E-TYPE')
  })
})

test('a picture across the columns stays with an article of one line that ends the issue', () => {
  const { issue } = reading(articleText('各平台入口如下。', pictureKeys('placeholder: 甲, fit: page')))
  expect(typeset(issue, { fonts, images: new Map() }).value.pages).toHaveLength(1)
})
