import { describe, expect, test } from 'vitest'
import type { DisplayItem, GlyphRun } from '../../src/display/display-list.ts'
import { paintPdf } from '../../src/paint/pdf/paint-pdf.ts'
import { hasTool, openPdf, runOn, taggedText } from './read-back.ts'
import { assetsOf, ListBuilder } from './sample-list.ts'

/** A line whose glyphs stand as much apart (or over each other) as `gaps` says, in em after each glyph. */
function spaced(text: string, gaps: Readonly<Record<number, number>>, y = 100): GlyphRun {
  const b = new ListBuilder()
  b.y = y
  b.line(null, text)
  const run = b.pages[0]![0] as GlyphRun
  let moved = 0
  const xs = run.xs.map((x, i) => {
    const at = x + moved
    moved += (gaps[i] ?? 0) * run.size
    return at
  })
  return { ...run, xs }
}

const LINES = [
  // A quarter em between Han and digits.
  spaced('共3项，于6月5日完成', { 0: 0.25, 1: 0.25, 4: 0.25, 5: 0.25, 6: 0.25, 7: 0.25 }, 100),
  // Marks squeezed to half an em.
  spaced('区，由系统，提前', { 1: -0.5, 5: -0.5 }, 120),
  // A spread name.
  spaced('城南工作动态', { 0: 0.4, 1: 0.4, 2: 0.4, 3: 0.4, 4: 0.4 }, 140),
  // Latin words keep their spaces.
  spaced('AI use in 2024', { 2: 0.15, 6: 0.2 }, 160),
]

function listOf(items: readonly DisplayItem[], tagged: boolean) {
  const b = new ListBuilder()
  const document = tagged ? b.node('Document', -1) : null
  for (const item of items) {
    const node = document === null ? null : b.node('P', document)
    b.add({ ...item, node })
  }
  return b.build()
}

/** Every glyph in a run of its own with something between: nothing can be fitted. */
function apart(run: GlyphRun): DisplayItem[] {
  return run.glyphs.flatMap((glyph, i): DisplayItem[] => [
    { ...run, glyphs: [glyph], xs: [run.xs[i]!], texts: [run.texts[i]!] },
    { kind: 'rule', node: null, span: null, x: 0, y: 0, width: 1, height: 1, colour: 'black' },
  ])
}

function rendered(pdf: Uint8Array): Buffer {
  return runOn(pdf, 'pdftoppm', ['-r', '144', '-gray', 'FILE', 'FOLDER/page'], 'page-1.pgm')
}

const pdf = await paintPdf(listOf(LINES, true), assetsOf())

describe('glyphs squeezed or spaced', () => {
  test('pdf.js reads what was typed', async () => {
    const texts = (await taggedText(await openPdf(pdf))).map((piece) => piece.text)
    expect(texts).toEqual(LINES.map((line) => line.texts.join('')))
  })

  test.skipIf(!hasTool('pdftotext'))('poppler reads what was typed (needs poppler-utils)', () => {
    const lines = runOn(pdf, 'pdftotext', ['-raw', 'FILE', '-']).toString().trim().split('\n')
    expect(lines).toEqual(LINES.map((line) => line.texts.join('')))
  })

  test.skipIf(!hasTool('pdftoppm'))('the ink stays where it was (needs poppler-utils)', async () => {
    const fitted = rendered(
      await paintPdf(listOf([...LINES, ...apart(spaced('区', {}, 400))], false), assetsOf()),
    )
    const single = rendered(
      await paintPdf(listOf([...LINES.flatMap(apart), ...apart(spaced('区', {}, 400))], false), assetsOf()),
    )
    const differing = fitted.reduce((count, byte, i) => count + (Math.abs(byte - single[i]!) > 60 ? 1 : 0), 0)
    const ink = fitted.reduce((count, byte) => count + (byte < 128 ? 1 : 0), 0)
    expect(ink).toBeGreaterThan(2000)
    expect(differing).toBeLessThan(ink / 100)
  })

  test('the same bytes whatever the order of the lines’ fonts', async () => {
    expect(Buffer.compare(await paintPdf(listOf(LINES, true), assetsOf()), pdf)).toBe(0)
  })
})
