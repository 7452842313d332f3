import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { CharacterMap } from '../../src/assets/truetype/cmap.ts'
import { GlyphTable } from '../../src/assets/truetype/glyphs.ts'
import { readSfnt, requiredTable, tableBytes } from '../../src/assets/truetype/sfnt.ts'
import { subsetTrueType } from '../../src/assets/truetype/subset.ts'
import { code, fontBytes } from './built-in.ts'

interface Piece {
  readonly glyphs: readonly { readonly outline: Buffer; readonly components: readonly number[] }[]
  readonly characters: ReadonlyMap<number, number>
}

/** The script that makes the fonts is plain JavaScript and takes the product's own reader. */
const script = pathToFileURL(resolve(import.meta.dirname, '../../scripts/fonts/pieces.js')).href
const { open, cut } = await import(script)
const reader = { CharacterMap, GlyphTable, readSfnt, requiredTable, subsetTrueType, tableBytes }

test.each([{ first: true }, { first: false }])(
  'the fonts’ script cuts glyphs and their parts: %o',
  (options) => {
    const font = open(reader, fontBytes('jianbao-song-regular.ttf'))
    const { glyphs, characters }: Piece = cut(reader, font, [code('中'), code('ř')], options)
    const place = characters.get(code('ř')) as number
    expect(place).toBe(options.first ? 2 : 1)
    const { outline, components } = glyphs[place]!
    expect(components.length).toBeGreaterThan(1)
    // Its parts are further glyphs of the piece, and are drawn.
    for (const at of components) {
      const part = outline.readUInt16BE(at)
      expect(part).toBeGreaterThan(place)
      expect(glyphs[part]!.outline.readInt16BE(0)).toBeGreaterThan(0)
    }
  },
)
