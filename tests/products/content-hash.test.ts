import { describe, expect, test } from 'vitest'
import type { DisplayItem, DisplayList, GlyphRun, Image } from '../../src/display/display-list.ts'
import { contentHash } from '../../src/products/content-hash.ts'

const run: GlyphRun = {
  kind: 'glyphs',
  node: 1,
  span: { file: 'issue.yaml', from: 3, to: 5 },
  font: 'song',
  size: 10.5,
  colour: 'black',
  y: 100,
  glyphs: [1, 2],
  xs: [50, 60.5],
  texts: ['泵', '站'],
}
const image: Image = {
  kind: 'image',
  node: 2,
  span: null,
  image: 'pump.jpg',
  x: 50,
  y: 120,
  width: 220,
  height: 150,
  crop: { left: 0, top: 0, right: 1, bottom: 1 },
}
const folio: GlyphRun = { ...run, node: null, texts: ['—', '1'] }

function listOf(...items: readonly DisplayItem[]): DisplayList {
  return {
    pages: [{ width: 595, height: 842, items }],
    outline: [],
    structure: [],
    metadata: {
      title: '柳溪工作简报',
      author: '柳溪区服务中心',
      subject: '',
      language: 'zh-CN',
      date: { year: 2026, month: 6, day: 20 },
    },
    colours: { accent: '#c00000', mode: 'rgb' },
  }
}

const hash = contentHash(listOf(run, image, folio))

describe('the number of a proof', () => {
  test.each<[string, DisplayList]>([
    ['another character', listOf({ ...run, texts: ['泵', '房'] }, image, folio)],
    ['another glyph', listOf({ ...run, glyphs: [1, 3] }, image, folio)],
    ['a character moved by a hundredth', listOf({ ...run, xs: [50, 60.51] }, image, folio)],
    ['a line moved', listOf({ ...run, y: 100.5 }, image, folio)],
    ['another size', listOf({ ...run, size: 12 }, image, folio)],
    ['another font', listOf({ ...run, font: 'kai' }, image, folio)],
    ['another colour', listOf({ ...run, colour: 'accent' }, image, folio)],
    ['another picture', listOf(run, { ...image, image: 'valve.jpg' }, folio)],
    ['another crop', listOf(run, { ...image, crop: { ...image.crop, left: 0.1 } }, folio)],
    ['a picture left out', listOf(run, folio)],
    ['another order', listOf(image, run, folio)],
    ['another page size', { ...listOf(), pages: [{ width: 420, height: 595, items: [run, image, folio] }] }],
    ['a page more', { ...listOf(), pages: [...listOf(run, image, folio).pages, ...listOf(run).pages] }],
  ])('is another for %s', (_, list) => expect(contentHash(list)).not.toBe(hash))

  test.each<[string, DisplayList]>([
    ['another place in the sources', listOf({ ...run, span: null }, image, folio)],
    ['another page number', listOf(run, image, { ...folio, texts: ['—', '2'] })],
    ['no page number', listOf(run, image)],
  ])('is the same for %s', (_, list) => expect(contentHash(list)).toBe(hash))

  test('is 64 digits of SHA-256', () => expect(hash).toMatch(/^[0-9a-f]{64}$/))
})
