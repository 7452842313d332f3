import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openFontLibrary } from '../../src/assets/font-library.ts'
import { code, FONTS } from './built-in.ts'

const PACKAGE = resolve(import.meta.dirname, '../../packages/fonts-rare')
const MADE = existsSync(`${PACKAGE}/fonts/manifest.json`)

const sums = readFileSync(`${PACKAGE}/SHA256SUMS`, 'utf8').trim().split('\n')

test('the package says of every file what it has to be', () => {
  expect(sums).toHaveLength(7)
  for (const line of sums) expect(line).toMatch(/^[0-9a-f]{64} {2}fonts\/jianbao-[a-z0-9-]+\.ttf$/)
})

test.skipIf(!MADE)('the fonts made (npm run fonts:rare) are those', () => {
  for (const line of sums) {
    const [sum, file] = line.split('  ') as [string, string]
    expect(
      createHash('sha256')
        .update(readFileSync(`${PACKAGE}/${file}`))
        .digest('hex'),
      file,
    ).toBe(sum)
  }
})

test.skipIf(!MADE)(
  'with it every Han of extensions A to F is set in 宋, and rare ones in bold and 黑 have their own',
  async () => {
    const { value } = await openFontLibrary({ directory: FONTS, more: [`${PACKAGE}/fonts`], families: {} })
    const has = (one: number) => value.chain('宋体', 'regular').find((face) => face.glyphOf(one) > 0)
    const lost: string[] = []
    for (const [from, to] of [
      [0x3400, 0x4dbf],
      [0x20000, 0x2a6d6],
      [0x2a700, 0x2b734],
      [0x2b740, 0x2b81d],
      [0x2b820, 0x2cea1],
      [0x2ceb0, 0x2ebe0],
    ] as const) {
      for (let one = from; one <= to; one += 1) {
        const face = has(one)
        if (face?.advanceEm(face.glyphOf(one)) !== 1) lost.push(one.toString(16))
      }
    }
    expect(lost).toEqual([])
    const first = (character: string, family: string) =>
      value.chain(family, 'bold').find((face) => face.glyphOf(code(character)) > 0)?.postScriptName
    expect(first('國', '黑体')).toBe('JianbaoHeiRare-Bold')
    expect(first('𠮷', '黑体')).toBe('JianbaoHeiRare-Bold')
    expect(first('國', '楷体')).toBe('JianbaoKaiRare-Regular')
    expect(first('國', '宋体')).toBe('JianbaoSongRare-Bold')
  },
)
