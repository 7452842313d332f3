import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { openPdf } from '../paint/read-back.ts'
import { setIssue } from './built-issue.ts'

/** Long texts in many fields at once, each of one character of its own, taken back from the finished file with their places. */

const folder = mkdtempSync(join(tmpdir(), 'jianbao-text-back-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LENGTHS = {
  鱼: 60,
  鸟: 60,
  虫: 1300,
  鹿: 900,
  马: 300,
  羊: 1500,
  牛: 300,
  兔: 400,
  象: 700,
  狼: 90,
} as const
const of = (character: keyof typeof LENGTHS) => character.repeat(LENGTHS[character])

const PUBLICATION = {
  bulletin: 1,
  name: of('狼'),
  issuer: of('鱼'),
  classification: of('鸟'),
  page: { header: '', number: '' },
  colophon: { send_to: of('羊'), contact: of('牛'), copies: 50 },
}
const ISSUE = {
  date: '2024-01-15',
  number: 1,
  sections: {
    动态: [
      { title: '表', body: `| 一 | 二 |\n| --- | --- |\n| 三 | ${of('虫')} |\n| 四 | 五 |` },
      { title: '图', body: '正文。', images: [{ placeholder: of('马'), caption: of('鹿'), ratio: '3:1' }] },
      { title: of('兔'), note: of('象'), body: '正文。' },
    ],
  },
}

interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
    return [{ text: item.str, x, y, width: item.width, size }]
  })
}

function lieOver(a: Piece, b: Piece): boolean {
  const size = Math.min(a.size, b.size)
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const up = Math.min(a.y + 0.8 * a.size, b.y + 0.8 * b.size) - Math.max(a.y, b.y)
  return across > 0.6 * size && up > 0.1 * size
}

describe.each(['two-column', 'classic', 'official'])('%s', (design) => {
  test('every character is in the file, on its page and over no other', async () => {
    writeFileSync(join(folder, 'publication.yaml'), stringify({ ...PUBLICATION, design }, { lineWidth: 0 }))
    const file = join(folder, '2024-01.yaml')
    writeFileSync(file, stringify(ISSUE, { lineWidth: 0 }))
    const set = await setIssue(file)
    expect(set.diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    const pdf = await openPdf(await set.paint())
    let text = ''
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const [, , width = 0, height = 0] = page.view
      const pieces = await piecesOf(page)
      text += pieces.map((piece) => piece.text).join('')
      const off = pieces.filter(
        ({ x, y, width: wide, size }) =>
          x < 0 || x + wide > width || y - 0.12 * size < 0 || y + size > height,
      )
      expect(off).toEqual([])
      const over = pieces.flatMap((a, at) =>
        pieces
          .slice(at + 1)
          .filter((b) => lieOver(a, b))
          .map((b) => [a, b]),
      )
      expect(over).toEqual([])
    }
    const counts = Object.keys(LENGTHS).map((character) => [character, text.split(character).length - 1])
    expect(Object.fromEntries(counts)).toEqual(LENGTHS)
  })
})
