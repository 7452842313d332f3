import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/cli/build-issue.ts'
import { decodedFile, objectsOf, openPdf } from '../paint/read-back.ts'

/**
 * Clauses of PDF/A-2 (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that can be read off the example's files. A validator
 * of these parts is not to be had here; A-1b, which shares most of them, is checked by PDFBox Preflight elsewhere.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const built = await build({
  issue: 'issues/2026-06.yaml',
  cwd: ROOT,
  output: '-',
  make: ['archive', 'pdf'],
})
const [archive, screen] = built.products.map((product) => product.bytes) as [Uint8Array, Uint8Array]
const files = { archive, screen }

function all(file: string, pattern: RegExp): string[] {
  return [...file.matchAll(pattern)].map((match) => match[1]!)
}

/** Glyph widths by code, from a W array; `null` where DW holds. */
function widthsOf(font: string): Map<number, number> {
  const widths = new Map<number, number>()
  const array = /\/W \[(.*?\])\]/s.exec(font)?.[1] ?? ''
  for (const [, first, list] of array.matchAll(/(\d+)\[([^\]]*)\]/g)) {
    for (const [i, width] of list!.trim().split(/\s+/).entries()) widths.set(Number(first) + i, Number(width))
  }
  return widths
}

describe.each(Object.entries(files))('%s', (kind, bytes) => {
  const file = decodedFile(bytes)
  const objects = objectsOf(bytes)

  test('A 6.1.2–6.1.3: header with a binary comment, an ID and no encryption', () => {
    expect(Buffer.from(bytes.subarray(0, 9)).toString('latin1')).toMatch(/^%PDF-1\.7\n/)
    expect(Buffer.from(bytes.subarray(9, 15)).toString('latin1')).toMatch(/^%[\x80-\xff]{4}\n$/)
    expect(file).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/)
    expect(file).not.toContain('/Encrypt')
  })

  test('A 6.5, 6.1.11, 6.9: no action but links, nothing attached, no form, no layers', () => {
    expect(file).not.toMatch(
      /\/(?:JS|JavaScript|Launch|OpenAction|AA|EmbeddedFiles?|AcroForm|OCProperties|RichMedia|Movie|Sound)\b/,
    )
    for (const action of all(file, /\/A <<\/S \/(\w+)/g)) expect(action).toBe('URI')
  })

  test('A 6.2.4: colours are gray or RGB; the archive says what they mean', () => {
    expect(file).not.toMatch(/DeviceCMYK|[\d.] [kK]\n/)
    if (kind === 'archive') expect(file).toMatch(/\/S \/GTS_PDFA1 [^\n]*\/DestOutputProfile/)
  })

  test('A 6.2.11.4–7, UA 7.21: fonts are embedded, their codes have widths and characters', () => {
    const fonts = [...objects.values()].filter((body) => body.includes('/Subtype /CIDFontType2'))
    const descriptors = [...objects.values()].filter((body) => body.includes('/Type /FontDescriptor'))
    expect(fonts.length).toBeGreaterThan(2)
    expect(descriptors.every((body) => /\/FontFile2 \d+ 0 R/.test(body))).toBe(true)
    expect(all(file, /\/ToUnicode (\d+) 0 R/g)).toHaveLength(fonts.length)
    for (const target of all(file, /^<[0-9a-f]{4}><([0-9a-f]*)>$/gm)) {
      expect(target).toMatch(/^(?!0000$|feff|fffe)(?:[0-9a-f]{4})+$/)
    }
    for (const font of fonts) {
      for (const width of widthsOf(font).values()) expect(width).toBeGreaterThanOrEqual(0)
    }
  })

  test('A 6.2.11.8: no glyph is missing', () => {
    const shown = all(file, /((?:\[[^\n]*\]TJ|\([^\n]*\)Tj))\n/g).join('\n')
    expect(shown.length).toBeGreaterThan(1000)
    for (const [, string] of shown.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/g)) {
      const codes = string!.replace(/\\([\s\S])/g, (_, escaped) =>
        escaped === 'n' ? '\n' : escaped === 'r' ? '\r' : escaped,
      )
      for (let i = 0; i < codes.length; i += 2) {
        expect(codes.charCodeAt(i) * 256 + codes.charCodeAt(i + 1)).toBeGreaterThan(0)
      }
    }
  })

  test('A 6.6.2: XMP and information dictionary agree', async () => {
    const { info, metadata } = await (await openPdf(bytes)).getMetadata()
    const said = info as Record<string, string>
    expect(metadata.get('dc:title')).toBe(said.Title)
    expect(metadata.get('dc:creator')).toEqual([said.Author])
    expect(metadata.get('dc:description')).toBe(said.Subject)
    expect(metadata.get('pdf:producer')).toBe(said.Producer)
    expect(metadata.get('xmp:creatortool')).toBe(said.Creator)
    const date = `${metadata.get('xmp:createdate')}`.replace(/[-:T]/g, '')
    expect(`D:${date}`).toBe(said.CreationDate)
  })

  test('A 6.7, UA 7.1–7.2: marked, with a language and a title that is shown', () => {
    expect(file).toMatch(/\/MarkInfo <<\/Marked true>>/)
    expect(file).toMatch(/\/Lang \(zh-CN\)/)
    expect(file).toMatch(/\/DisplayDocTitle true/)
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(file.includes('pdfaExtension:schemas')).toBe(kind === 'archive')
  })

  test('UA 7.4: headings begin at 1 and skip no level', () => {
    const levels = [...objects.entries()]
      .filter(([, body]) => /^<<\/S \/H\d /.test(body))
      .sort(([a], [b]) => a - b)
      .map(([, body]) => Number(/\/S \/H(\d)/.exec(body)![1]))
    expect(levels[0]).toBe(1)
    for (const [i, level] of levels.entries())
      if (i > 0) expect(level).toBeLessThanOrEqual(levels[i - 1]! + 1)
  })

  test('UA 7.3, 7.6: figures have an alternative, lists say how they are numbered', () => {
    const bodies = [...objects.values()]
    for (const body of bodies.filter((one) => one.startsWith('<</S /Figure ')))
      expect(body).toMatch(/\/Alt [(<]/)
    for (const body of bodies.filter((one) => one.startsWith('<</S /L ')))
      expect(body).toContain('/ListNumbering')
  })

  test('A 6.3, UA 7.18: annotations are links, printed, described and in the tree', () => {
    const annotations = [...objects.values()].filter((body) => body.includes('/Type /Annot'))
    expect(annotations.length).toBeGreaterThan(0)
    for (const body of annotations)
      expect(body).toMatch(/\/Subtype \/Link [\s\S]*\/F 4 [\s\S]*\/StructParent \d+[\s\S]*\/Contents/)
    for (const body of [...objects.values()].filter((one) => one.includes('/Annots')))
      expect(body).toContain('/Tabs /S')
  })
})
