import { describe, expect, test } from 'vitest'
import { glyphPaths } from '../../src/assets/glyph-paths.ts'
import type { DisplayItem, DisplayPage, Path } from '../../src/display/display-list.ts'
import { proofList } from '../../src/products/proof-list.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'

const LONG = Array.from({ length: 30 }, () => '本月各科室按照年度计划推进重点工作。'.repeat(4)).join('\n\n')
const fonts = await builtInLibrary()
const assets = { fonts, images: new Map(), outlines: glyphPaths }

function issueWith(keys: string, publication = '') {
  return reading(articleText(LONG).replace('sections:', `${keys}sections:`), PUBLICATION + publication)
}

function pagesOf(keys: string, publication = '') {
  return typeset(issueWith(keys, publication).issue, assets).value.pages
}

function isPale(item: DisplayItem | undefined): item is Path {
  return item?.kind === 'path' && item.fill === '#ececec' && item.stroke === null
}

/** The watermark of a page: the first thing on it. */
function watermarkOf(page: DisplayPage | undefined): Path | null {
  const first = page?.items[0]
  return isPale(first) && first.commands.length > 20 ? first : null
}

function box({ commands }: Path) {
  const points = commands.flatMap(([letter, ...numbers]) =>
    letter === 'C' ? [numbers.slice(4)] : letter === 'Z' ? [] : [numbers],
  ) as [number, number][]
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

describe('水印', () => {
  test.each([
    ['an issue under review', 'status: review\n', ''],
    ['words of the issue', 'watermark: 内部资料\n', ''],
    ['words of the publication', '', 'watermark: 内部资料\n'],
    ['its Chinese key', '水印: 内部资料\n', ''],
  ])('on every page, below everything, around its middle, and inside: %s', (_, keys, publication) => {
    const pages = pagesOf(keys, publication)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) {
      const found = watermarkOf(page)
      const { left, right, top, bottom } = box(found as Path)
      expect(found?.node).toBeNull()
      expect(Math.abs((left + right) / 2 - page.width / 2)).toBeLessThan(12)
      expect(Math.abs((top + bottom) / 2 - page.height / 2)).toBeLessThan(12)
      expect(right - left).toBeGreaterThan(page.width * 0.35)
      for (const side of [left, page.width - right, top, page.height - bottom])
        expect(side).toBeGreaterThan(0)
    }
  })

  test.each(['', 'status: final\n', 'status: review\nwatermark: none\n', 'status: review\n水印: 无\n'])(
    'none where none is wanted: %j',
    (keys) => {
      expect(pagesOf(keys).some((page) => watermarkOf(page) !== null)).toBe(false)
    },
  )

  test('the issue speaks before the publication, and both before the status', () => {
    const textOf = (keys: string, publication: string) => issueWith(keys, publication).issue.watermark?.text
    expect(textOf('watermark: 甲\n', 'watermark: 乙\n')).toBe('甲')
    expect(textOf('status: review\n', 'watermark: 乙\n')).toBe('乙')
    expect(textOf('watermark: auto\nstatus: review\n', 'watermark: 乙\n')).toBe('送审稿')
    expect(textOf('', '')).toBeUndefined()
  })

  test('it is nothing to find or copy: the text of the pages is the same', () => {
    const text = (keys: string) =>
      JSON.stringify(
        pagesOf(keys).map((page) => page.items.map((one) => (one.kind === 'glyphs' ? one.texts : 0))),
      )
    expect(text('watermark: 内部资料\n').replaceAll('[[0,', '[[').replaceAll(',[0,', ',[')).toBe(text(''))
  })

  test('a proof of such pages has no other', () => {
    const { issue } = issueWith('status: review\n')
    const { value: list } = typeset(issue, assets)
    const large = (watermarked: boolean) =>
      proofList(list, fonts, { round: 1, status: 'review', changed: [], watermarked }).pages[0]?.items.filter(
        (one) => one.kind === 'glyphs' && one.size > 60,
      ).length
    expect(large(true)).toBe(0)
    expect(large(false)).toBeGreaterThan(0)
  })

  test('a character that no font has is said', () => {
    const { issue } = issueWith('watermark: 内部\u{10ffff}\n')
    const { diagnostics } = typeset(issue, assets)
    expect(diagnostics.map((one) => one.code)).toContain('W-NO-GLYPH')
  })

  test.each(['watermark: 一二三四五六七八九十一二三四五六七\n', 'watermark: ""\n', 'watermark: [内部]\n'])(
    'what is no short line is refused: %j',
    (keys) => {
      expect(() => issueWith(keys)).toThrow('E-TYPE')
    },
  )
})
