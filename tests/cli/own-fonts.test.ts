import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodedFile, hasTool, openPdf, runOn } from '../paint/read-back.ts'
import { ensureBundle, jianbao, type Ran } from './bundle.ts'
import { folderWith } from './project.ts'

beforeAll(ensureBundle, 60_000)

const FONTS = join(import.meta.dirname, '../assets/own-fonts')

interface Products {
  readonly folder: string
  readonly ran: Ran
}

/** Builds one article in a font of the publication's own; `fonts` is the body of `fonts:`. */
function built(fonts: string, body: string, make = 'pdf', title = '会议于6月23日召开'): Products {
  const files = readdirSync(FONTS).filter((name) => /\.(?:ttf|otf|woff2?)$/.test(name))
  const folder = folderWith({
    'publication.yaml': `bulletin: 1\nname: 简报\nissuer: 城南区\nfonts:\n${fonts}\ntype:\n  body: { font: 甲 }\n  headline: { font: 甲 }\n`,
    'issues/2026-01.yaml': `date: 2026-01-05\nsections:\n  要闻:\n    - title: ${title}\n      body: |\n        ${body}\n`,
    ...Object.fromEntries(files.map((name) => [`fonts/${name}`, readFileSync(join(FONTS, name))])),
  })
  return { folder, ran: jianbao(folder, ['build', '--make', make]) }
}

function pdfsOf({ folder }: Products): readonly Uint8Array[] {
  const output = join(folder, 'output')
  return readdirSync(output)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => readFileSync(join(output, name)))
}

async function readByPdfJs(pdf: Uint8Array): Promise<string> {
  const document = await openPdf(pdf)
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  }
  return text
}

const readByPoppler = (pdf: Uint8Array) => runOn(pdf, 'pdftotext', ['-raw', 'FILE', '-']).toString()

describe('text in an own font is copied as it was typed from every product', () => {
  const body = '试排简报——城南区，“会议”。'

  test.each(['cid-1000.otf', 'named-2048.otf', 'variable.ttf', 'variable.otf', 'web.woff', 'web.woff2'])(
    '%s',
    async (file) => {
      const products = built(`  甲: { file: fonts/${file} }`, body, 'pdf,print,booklet,archive,proof')
      expect(products.ran.code).toBe(0)
      const pdfs = pdfsOf(products)
      expect(pdfs).toHaveLength(5)
      for (const pdf of pdfs) {
        for (const read of hasTool('pdftotext') ? [readByPdfJs, readByPoppler] : [readByPdfJs]) {
          const text = await read(pdf)
          expect(text).toContain('会议于6月23日召开')
          expect(text).toContain(body)
          expect(text).not.toContain('\u200b')
        }
      }
    },
  )
})

describe('words of scripts whose letters join, stack or change places', () => {
  const names = ['tibetan', 'arabic', 'mongolian', 'devanagari', 'thai']
  const fonts = `  宋体: { fallback: [${names.map((name) => `fonts/${name}.ttf`).join(', ')}] }\n  甲: { file: fonts/cid-1000.otf, fallback: [宋体] }`
  const words = ['བཀྲ་ཤིས་བདེ་ལེགས', 'ئۇيغۇر', 'سالام', 'ᠮᠣᠩᠭᠣᠯ ᠰᠣᠨᠢᠨ', 'हिन्दी', 'कार्यक्रम', 'ภาษาไทย', 'น้ำ ที่นี่']

  test('are copied as they were typed', async () => {
    const body = words.map((word) => `会议${word}召开`).join('，')
    const products = built(fonts, body, 'pdf,print,booklet,archive,proof', '试排བོད་ཡིག城南')
    expect(products.ran.err).not.toMatch(/GLYPH/)
    expect(products.ran.code).toBe(0)
    for (const pdf of pdfsOf(products)) {
      // poppler says where a run from right to left begins and ends; a line may end inside a word's text.
      const plain = (text: string) => text.replace(/[\u202a-\u202e\n]/g, '')
      for (const read of hasTool('pdftotext') ? [readByPdfJs, readByPoppler] : [readByPdfJs]) {
        const text = plain(await read(pdf))
        expect(text).toContain('试排བོད་ཡིག城南')
        for (const word of words) expect(text).toContain(`会议${word}召开`)
        expect(text).not.toContain('\u200b')
      }
    }
  })

  test('run from right to left word after word', async () => {
    const [pdf] = pdfsOf(built(fonts, '会议سالام ئۇيغۇر شىنجاڭ召开'))
    expect(await readByPdfJs(pdf!)).toContain('会议سالام ئۇيغۇر شىنجاڭ召开')
  })
})

test('bold in a family without a bold is stroked, said once, and copied as it was typed', async () => {
  const products = built('  甲: { file: fonts/cid-1000.otf }', '试排**简报**城南**会议**日')
  expect(products.ran.code).toBe(0)
  expect(products.ran.err.match(/I-FONT-BOLD {2}/g)).toHaveLength(1)
  const [pdf] = pdfsOf(products)
  expect(decodedFile(pdf!)).toMatch(/2 Tr [\s\S]*0 Tr 0 j/)
  expect(await readByPdfJs(pdf!)).toContain('试排简报城南会议日')
})

test('the bold of the built-in 楷体 is stroked without a word', () => {
  const { ran, ...products } = built(
    '  甲: { file: fonts/cid-1000.otf, bold: fonts/cid-1000.otf }',
    '试排***简报***城南',
  )
  expect(ran.err).not.toContain('I-FONT-BOLD')
  expect(decodedFile(pdfsOf({ ran, ...products })[0]!)).toMatch(/2 Tr /)
})

test('a family without a bold stays silent where nothing is bold', () => {
  const { ran } = built('  甲: { file: fonts/cid-1000.otf, bold: fonts/named-2048.otf }', '试排**简报**城南')
  expect(ran.err).not.toContain('I-FONT-BOLD')
})
