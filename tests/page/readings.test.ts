import { describe, expect, test } from 'vitest'
import { glyphPaths } from '../../src/assets/glyph-paths.ts'
import type { DisplayItem, GlyphRun, Path } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, reading } from '../issue/reading.ts'

const assets = { fonts: await builtInLibrary(), images: new Map(), outlines: glyphPaths }
const EM = 10.5
const LINE = 16.5

function set(body: string) {
  const { value } = typeset(reading(articleText(body)).issue, assets)
  const items: readonly DisplayItem[] = value.pages.flatMap((page) => page.items)
  const paths = items.filter(
    (one): one is Path => one.kind === 'path' && one.fill !== null && one.node === null,
  )
  const runs = items.filter((one): one is GlyphRun => one.kind === 'glyphs')
  return { paths: paths.map(boxOf), runs }
}

function boxOf({ commands }: Path) {
  const values = commands.flatMap(([, ...numbers]) => numbers)
  const [xs, ys] = [values.filter((_, at) => at % 2 === 0), values.filter((_, at) => at % 2 === 1)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) }
}

/** Where a character stands. */
function placeOf(runs: readonly GlyphRun[], character: string) {
  const run = runs.find(({ texts }) => texts.includes(character)) as GlyphRun
  return { x: run.xs[run.texts.indexOf(character)] as number, y: run.y }
}

const plainText = (runs: readonly GlyphRun[]) => runs.map(({ texts }) => texts.join('')).join('')

describe('拼音', () => {
  test('stands over the middle of its character, between the lines', () => {
    const { paths, runs } = set(`${'本月检查供水管网'.repeat(4)}[韫]{yùn}${'登记问题限期修复'.repeat(5)}`)
    expect(paths).toHaveLength(1)
    const [box] = paths as [(typeof paths)[0]]
    const { x, y } = placeOf(runs, '韫')
    expect((box.left + box.right) / 2).toBeCloseTo(x + EM / 2, 0)
    expect(box.foot).toBeLessThan(y - 0.86 * EM)
    // The foot of the Han in the line above.
    expect(box.top).toBeGreaterThan(y - LINE + 0.12 * EM - 0.5)
  })

  test('moves no character and is no part of the text', () => {
    const body = `${'本月检查供水管网'.repeat(4)}[韫翀]{yùn chōng}${'登记问题限期修复'.repeat(5)}`
    const [with_, without] = [set(body), set(body.replace('[韫翀]{yùn chōng}', '韫翀'))]
    expect(plainText(with_.runs)).toBe(plainText(without.runs))
    const places = (runs: readonly GlyphRun[]) => runs.flatMap(({ xs, y }) => xs.map((x) => [x, y]))
    expect(places(with_.runs)).toEqual(places(without.runs))
    expect(without.paths).toHaveLength(0)
  })

  test('long syllables side by side do not meet', () => {
    const { paths } = set('[庄窗双]{zhuāng chuāng shuāng}')
    expect(paths).toHaveLength(3)
    const [first, second, third] = paths as [(typeof paths)[0], (typeof paths)[0], (typeof paths)[0]]
    expect(first.right).toBeLessThan(second.left + 0.05)
    expect(second.right).toBeLessThan(third.left + 0.05)
  })

  test('goes with its character to the next line', () => {
    for (let count = 16; count < 26; count += 1) {
      const { paths, runs } = set(`${'甲'.repeat(count)}[韫翀]{yùn chōng}乙乙乙`)
      expect(paths).toHaveLength(2)
      for (const [index, one] of [...'韫翀'].entries()) {
        const { x, y } = placeOf(runs, one)
        const { left, right, foot } = paths[index] as (typeof paths)[0]
        expect((left + right) / 2).toBeCloseTo(x + EM / 2, 0)
        expect(Math.abs(y - foot)).toBeLessThan(LINE)
      }
    }
  })
})
