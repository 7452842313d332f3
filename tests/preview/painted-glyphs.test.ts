import { resolve } from 'node:path'
import { create, type Font } from 'fontkit'
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { glyphPaths } from '../../src/assets/glyph-paths.ts'
import type { Assets } from '../../src/assets/image.ts'
import { build } from '../../src/build/build-issue.ts'
import { paintPage } from '../../src/preview/page/paint.ts'
import { paintedPage } from '../../src/preview/painted-page.ts'
import { isDictionary, PdfFile, Stream } from '../paint/pdf-file.ts'
import { openPdf } from '../paint/read-back.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** Where a glyph's ink begins, left and below, in pt from the page's top left. */
type Ink = readonly [x: number, y: number]

describe('the page of the preview against the PDF', () => {
  test('every glyph of the example issue has its ink where the PDF has it, within 0.1 pt', async () => {
    const issue = 'issues/2026-06.yaml'
    const loaded: Assets[] = []
    const how = { cwd: ROOT, issue, output: '-', make: ['pdf'], cacheFolder: null }
    const { list, bytes } = await build({ ...how, onAssets: (assets) => void loaded.push(assets) })
    if (list === null || bytes === null) throw new Error('not built')
    const pdf = await openPdf(bytes)
    const fonts = embeddedFonts(bytes)
    const outlines = outlinesBy((loaded[0] as Assets).fonts)
    let glyphs = 0
    for (const [index, page] of list.pages.entries()) {
      const painted = paintedInk(
        paintedPage(page, () => 0),
        outlines,
      )
      const written = await pdfInk(await pdf.getPage(index + 1), page.height, fonts)
      expect(painted.length, `page ${index + 1}`).toBe(written.length)
      const off = painted.map(([x, y], at) =>
        Math.hypot(x - (written[at]?.[0] ?? 0), y - (written[at]?.[1] ?? 0)),
      )
      expect(Math.max(...off), `page ${index + 1}`).toBeLessThan(0.1)
      glyphs += painted.length
    }
    expect(glyphs).toBeGreaterThan(5000)
  })

  test('a turned run goes along its baseline', () => {
    const run = {
      kind: 'glyphs',
      font: 'f',
      size: 10,
      colour: 'black',
      y: 100,
      glyphs: [1, 2],
      xs: [50, 70],
      angle: 90,
    } as const
    const page = { width: 200, height: 200, items: [run], text: '' }
    const [first, second] = paintedInk(page, () => ({ path: 'M0 0', unitsPerEm: 1000 }))
    expect(first).toEqual([50, 100])
    expect(second?.[0]).toBeCloseTo(50)
    expect(second?.[1]).toBeCloseTo(80)
  })
})

type OutlineOf = (font: string, glyph: number) => { readonly path: string; readonly unitsPerEm: number }

/** Each glyph's outline as the preview gets it. */
function outlinesBy(fonts: Assets['fonts']): OutlineOf {
  const known = new Map<string, ReturnType<OutlineOf>>()
  return (font, glyph) => {
    const key = `${font} ${glyph}`
    const { paths, unitsPerEm } = known.has(key)
      ? { paths: [], unitsPerEm: 0 }
      : glyphPaths(fonts.face(font), [glyph])
    const found = known.get(key) ?? { path: paths[0] as string, unitsPerEm }
    known.set(key, found)
    return found
  }
}

/** The least of each coordinate of a path's points; null for one that draws nothing. */
function leastOf(path: string): Ink | null {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
  const least = (odd: number) => Math.min(...numbers.filter((_, at) => at % 2 === odd))
  return numbers.length === 0 ? null : [least(0), least(1)]
}

/** Where the page's painter puts ink, glyph by glyph. */
function paintedInk(page: Parameters<typeof paintPage>[1], outlines: OutlineOf): Ink[] {
  const SCALE = 3
  const found: Ink[] = []
  let matrix = [1, 0, 0, 1, 0, 0]
  const pencil = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    lineJoin: '',
    setTransform: (...given: number[]) => {
      matrix = given.map((one) => one / SCALE)
    },
    fillRect: () => {},
    fill: (glyph: string) => {
      const least = glyph.startsWith('glyph ') ? leastOf(glyph.slice(6)) : null
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix
      if (least) found.push([a * least[0] + c * least[1] + e, b * least[0] + d * least[1] + f])
    },
    stroke: () => {},
    setLineDash: () => {},
  }
  paintPage(pencil, page, SCALE, {
    path: () => 'path',
    outline: (font, glyph) => `glyph ${outlines(font, glyph).path}`,
    face: (font) => ({ unitsPerEm: outlines(font, 0).unitsPerEm, strokeEm: 0 }),
    image: () => {},
    accent: '#c00000',
    gray: false,
  })
  return found
}

/** The fonts in a file by the name that its pages have for them. */
function embeddedFonts(bytes: Uint8Array): ReadonlyMap<string, Font> {
  const file = new PdfFile(bytes)
  const found = [...file.objects.values()].filter(isDictionary).flatMap(({ FontName, FontFile2 }) => {
    const program = file.get(FontFile2)
    const name = String(FontName).replace(/^\//, '')
    return program instanceof Stream ? [[name, create(program.content) as Font] as const] : []
  })
  return new Map(found)
}

/** Where a PDF's page has ink, glyph by glyph: places by pdf.js, outlines by the font in the file. */
async function pdfInk(page: PDFPageProxy, height: number, fonts: ReadonlyMap<string, Font>): Promise<Ink[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const found: Ink[] = []
  let matrix = [1, 0, 0, 1, 0, 0]
  let [line, x, size, spacing]: [[number, number], number, number, number] = [[0, 0], 0, 0, 0]
  let font: Font | undefined
  const show = (glyph: { width: number; originalCharCode: number }) => {
    const { commands } = (font as Font).getGlyph(glyph.originalCharCode).path
    const least = leastOf(commands.map(({ args }) => args.join(' ')).join(' '))
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
    const em = size / (font as Font).unitsPerEm
    const [inX, inY] = least === null ? [0, 0] : [x + least[0] * em, line[1] + least[1] * em]
    if (least !== null) found.push([a * inX + c * inY + e, height - (b * inX + d * inY + f)])
    x += (glyph.width * size) / 1000 + spacing
  }
  fnArray.forEach((operation: number, at: number) => {
    const args = argsArray[at]
    if (operation === OPS.beginText) [matrix, line, x] = [[1, 0, 0, 1, 0, 0], [0, 0], 0]
    else if (operation === OPS.setFont) {
      size = args[1]
      font = fonts.get(page.commonObjs.get(args[0]).name)
    } else if (operation === OPS.setCharSpacing) spacing = args[0]
    else if (operation === OPS.setTextMatrix) [matrix, line, x] = [[...args[0]], [0, 0], 0]
    else if (operation === OPS.moveText) {
      line = [line[0] + args[0], line[1] + args[1]]
      x = line[0]
    } else if (operation === OPS.showText || operation === OPS.showSpacedText) {
      for (const glyph of args[0]) {
        if (typeof glyph === 'number') x -= (glyph * size) / 1000
        else show(glyph)
      }
    }
  })
  return found
}
