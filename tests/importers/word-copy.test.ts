import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDocx } from '../../src/importers/docx/read-docx.ts'
import { contributionTemplate } from '../../src/office/contribution-template.ts'
import { docxParagraph, docxRun } from '../../src/office/docx-blocks.ts'
import { docxFile } from '../../src/office/docx-file.ts'
import { ensureBundle, jianbao } from '../cli/bundle.ts'
import { project } from '../cli/project.ts'
import { imported, letters } from './imported.ts'
import { png } from './pictures.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../issues/2026-06.yaml')
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
let word: Uint8Array
let parts: Record<string, Uint8Array>

beforeAll(() => {
  ensureBundle()
  const ran = jianbao(resolve(EXAMPLE, '../..'), [
    'build',
    'issues/2026-06.yaml',
    '--make',
    'docx',
    '-o',
    '-',
  ])
  word = new Uint8Array(ran.bytes)
  parts = unzipSync(word)
}, 120_000)

/** Order of elements in the schema (ECMA-376 part 1, annex A), of those that are written. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:pStyle', 'w:keepNext', 'w:pBdr', 'w:shd', 'w:spacing', 'w:ind', 'w:jc', 'w:outlineLvl'],
  'w:rPr': ['w:rFonts', 'w:b', 'w:color', 'w:sz', 'w:szCs', 'w:u', 'w:vertAlign', 'w:em', 'w:lang'],
  'w:ruby': ['w:rubyPr', 'w:rt', 'w:rubyBase'],
  'w:rubyPr': ['w:rubyAlign', 'w:hps', 'w:hpsRaise', 'w:hpsBaseText', 'w:lid'],
  'w:tblPr': ['w:tblW', 'w:jc', 'w:tblBorders'],
  'w:tblBorders': ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tc': ['w:tcPr', 'w:p'],
  'w:sectPr': ['w:headerReference', 'w:footerReference', 'w:pgSz', 'w:pgMar'],
  'wp:inline': ['wp:extent', 'wp:docPr', 'a:graphic'],
  'pic:pic': ['pic:nvPicPr', 'pic:blipFill', 'pic:spPr'],
}

/** Elements whose children are not of the schema, or not in its order. */
function disordered(xml: string): readonly string[] {
  const open: { readonly name: string; last: number }[] = []
  const wrong: string[] = []
  for (const [, slash, name = '', self] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (slash) {
      open.pop()
      continue
    }
    const above = open.at(-1)
    const order = above && ORDER[above.name]
    if (above && order) {
      const at = order.indexOf(name)
      if (at < above.last) wrong.push(`${above.name}: ${name}`)
      above.last = at
    }
    if (!self) open.push({ name, last: 0 })
  }
  return wrong
}

describe('the Word copy of an issue', () => {
  test('has every letter of the issue’s pages, in order of reading', () => {
    const source = readFileSync(EXAMPLE, 'utf8')
    const found = letters(
      readDocx(word, { tracked: 'accept' })
        .blocks.flatMap((one) =>
          one.kind === 'paragraph'
            ? [one.runs.map((run) => run.text).join('')]
            : one.kind === 'table'
              ? one.rows.flatMap((row) =>
                  row.flatMap((cell) =>
                    cell.paragraphs.map((line) => line.runs.map((run) => run.text).join('')),
                  ),
                )
              : [],
        )
        .join('\n'),
    )
    const sentences = [...source.matchAll(/^ {8}([^!|#>\s-][^*^~[\n]{12,40}。)/gm)].map((match) =>
      letters(match[1] ?? '').replace(/\s/g, ''),
    )
    expect(sentences.length).toBeGreaterThan(20)
    let at = 0
    for (const sentence of sentences) {
      const next = found.indexOf(sentence, at)
      expect(next, sentence).toBeGreaterThanOrEqual(at)
      at = next
    }
  })

  test('nothing in it is lost when it is read again', () => {
    const { findings } = readDocx(word, { tracked: 'accept' })
    expect(
      findings.map((one) => one.kind).filter((kind) => kind !== 'coloured' && kind !== 'underlined'),
    ).toEqual([])
  })

  test('real headings, marked paragraphs, page numbers, fonts by the house’s names', () => {
    const xml = text(parts['word/document.xml'])
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3'])
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`)
    const marks = [...xml.matchAll(/w:name="(jb_\d+_(?:\d+|x)_\d+)"/g)].map((match) => match[1])
    expect(marks.length).toBeGreaterThan(60)
    expect(new Set(marks).size).toBe(marks.length)
    expect(text(parts['word/footer1.xml'])).toContain(' PAGE ')
    for (const font of ['宋体', '黑体', '楷体']) expect(xml).toContain(`w:eastAsia="${font}"`)
  })

  test('elements stand in the order of the schema', () => {
    for (const [name, bytes] of Object.entries(parts)) {
      if (name.startsWith('word/') && name.endsWith('.xml')) expect(disordered(text(bytes)), name).toEqual([])
    }
  })

  test('the same issue gives the same bytes, and its own file is replaced', () => {
    const folder = project({ 'issues/a.png': png(40, 30) })
    const build = () => jianbao(folder, ['build', '--make', 'docx']).code
    const file = join(folder, 'output/城南简报-2026-01.docx')
    expect(build()).toBe(0)
    const first = readFileSync(file)
    expect(build()).toBe(0)
    expect(readFileSync(file).equals(first)).toBe(true)
    writeFileSync(file, 'PK\u0003\u0004 of somebody else')
    expect(build()).toBe(6)
  })

  test('signs that XML has other uses for, or cannot hold, harm nothing', () => {
    const words = '甲<乙>&"丙\u0001\ud800丁𠮷'
    const document = {
      title: words,
      author: words,
      blocks: [docxParagraph([docxRun(words, words, 10, { link: 'https://a.cn/?a=1&b="2"' })])],
      page: { width: 595, height: 842, margin: 72 },
      header: words,
      size: 10,
    }
    const [block] = readDocx(docxFile(document, 'x'), { tracked: 'accept' }).blocks
    expect(block?.kind === 'paragraph' && block.runs.map((run) => run.text).join('')).toBe('甲<乙>&"丙丁𠮷')
  })

  const soffice = spawnSync('soffice', ['--version']).status === 0
  test.skipIf(!soffice)(
    'LibreOffice (skipped where it is not installed) opens it and finds the same text',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'jianbao-word-'))
      writeFileSync(join(folder, 'a.docx'), word)
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          'txt:Text (encoded):UTF8',
          '--outdir',
          folder,
          join(folder, 'a.docx'),
        ],
        { stdio: 'ignore' },
      )
      const theirs = letters(readFileSync(join(folder, 'a.txt'), 'utf8').replace(/^\ufeff/, ''))
      const ours = [...text(parts['word/document.xml']).matchAll(/<w:t [^>]*>([^<]*)</g)]
        .map((match) => letters(match[1] ?? ''))
        .join('')
      expect(theirs).toBe(ours.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'))
    },
    120_000,
  )
})

describe('the contributors’ template', () => {
  test('is the same each time, and comes in without a question', async () => {
    const bytes = contributionTemplate('jianbao')
    expect(Buffer.from(contributionTemplate('jianbao')).equals(Buffer.from(bytes))).toBe(true)
    const found = await imported({ '投稿模板.docx': bytes })
    expect(found.entries.filter((one) => one.class !== 'guess')).toEqual([])
    expect(found.entries.map((one) => one.kind)).toEqual([
      'title',
      'subtitle',
      'credit',
      'subheading',
      'subheading',
    ])
  })

  test('is laid down by init', () => {
    const folder = project()
    expect(jianbao(folder, ['init', '新刊', '--yes']).code).toBe(0)
    expect(
      readFileSync(join(folder, '新刊/投稿模板.docx')).equals(Buffer.from(contributionTemplate('jianbao'))),
    ).toBe(true)
  })
})
