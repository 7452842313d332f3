import { describe, expect, test } from 'vitest'
import { qrCode } from '../../src/assets/qr-code.ts'
import type { GlyphRun, Path } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'

const fonts = await builtInLibrary()
const ADDRESS = 'https://example.com/sub'
const codes = new Map([[ADDRESS, qrCode(ADDRESS)]])
const MILLIMETRE = 72 / 25.4

function set(colophon: string) {
  const { issue } = reading(articleText('本月检查供水管网。'), `${PUBLICATION}colophon: ${colophon}\n`)
  const { value } = typeset(issue, { fonts, images: new Map(), codes })
  const items = value.pages.flatMap((page) => page.items)
  const code = items.find((one): one is Path => one.kind === 'path' && one.node !== null)
  const runs = items.filter((one): one is GlyphRun => one.kind === 'glyphs')
  const rules = items.flatMap((one) => (one.kind === 'rule' ? [one] : []))
  return { code, runs, rules: rules.slice(rules.findIndex(({ y }) => y > 300)), structure: value.structure }
}

/** Left, top, right and foot of the dark modules. */
function boxOf({ commands }: Path) {
  const values = commands.flatMap(([, ...numbers]) => numbers)
  const [xs, ys] = [values.filter((_, at) => at % 2 === 0), values.filter((_, at) => at % 2 === 1)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) }
}

describe('a QR code in the colophon', () => {
  test.each([
    `{ qr: "${ADDRESS}" }`,
    `{ copies: 80, qr: "${ADDRESS}" }`,
    `{ send_to: [区直各单位, 各街道], people: { 编辑: 顾南乔, 校对: 罗青 }, contact: "电话：0000-0000000", copies: 80, qr: "${ADDRESS}" }`,
  ])('stands between its rules, and no word on it: %s', (colophon) => {
    const { code, runs, rules } = set(colophon)
    const { left, right, top, foot } = boxOf(code as Path)
    const [first, last] = [rules[0], rules.at(-1)]
    expect(top).toBeGreaterThan(first?.y ?? 0)
    expect(foot).toBeLessThan(last?.y ?? 0)
    expect(right - left).toBeGreaterThan(15 * MILLIMETRE)
    expect(right).toBeLessThan((last?.x ?? 0) + (last?.width ?? 0))
    const beside = runs.filter(({ y, node }) => node !== null && y > top && y < foot)
    for (const { xs } of beside) expect(Math.max(...xs)).toBeLessThan(left - 10)
  })

  test('says to screen readers what it holds', () => {
    const { code, structure } = set(`{ copies: 80, qr: "${ADDRESS}" }`)
    expect(structure[code?.node as number]).toMatchObject({ role: 'Figure', alt: `二维码：${ADDRESS}` })
  })

  test('without one nothing is moved', () => {
    const { code, rules } = set('{ copies: 80 }')
    expect(code).toBeUndefined()
    expect((rules.at(-1)?.y ?? 0) - (rules[0]?.y ?? 0)).toBeLessThan(40)
  })
})
