import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import type { Article, BodyBlock, InlineText } from '../../src/issue/issue.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { projectAt } from '../../src/project/issue-project.ts'
import { loadIssue } from '../../src/project/load.ts'
import { PdfFile } from '../paint/pdf-file.ts'
import { openPdf, structureOrder, taggedText } from '../paint/read-back.ts'
import { type Element, elementsOf } from './structure-tree.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ISSUE = 'issues/2026-06.yaml'

const REAL = resolve(ROOT, '../shared/data/bulletin-2023-12/issue.yaml')

function plain(text: InlineText): string {
  return text.map((inline) => inline.text).join('')
}

function textsOfBlock(block: BodyBlock): readonly string[] {
  if (block.kind === 'paragraph' || block.kind === 'subheading') return [plain(block.text)]
  if (block.kind === 'list') return block.items.map(plain)
  if (block.kind === 'quotation') return block.paragraphs.map(plain)
  if (block.kind === 'table') return [...block.header, ...block.rows.flat()].map((cell) => plain(cell.text))
  return []
}

/** Everything an article says but its pictures and credit, in order, each paragraph by itself. */
function textsOf(article: Article): readonly string[] {
  const { shoulder, title, subtitle, note, body } = article
  const head = [shoulder, title, subtitle].filter((text) => text !== null)
  return [...[...head, ...note].map(plain), ...body.flatMap(textsOfBlock)]
}

/** Spaces are typed or not as the typesetter sees fit. */
function bare(text: string): string {
  return text.replace(/\s/g, '')
}

/** Ids of all marked content that is no artifact, page by page. */
async function markedIds(pdf: PDFDocumentProxy): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true })
    for (const item of content.items) {
      const id = 'type' in item ? (item as { id?: string | null }).id : undefined
      if (id) ids.push(`${page} ${id}`)
    }
  }
  return ids
}

async function built(file: string) {
  const { value: place } = findIssue(file, ROOT)
  if (place === null) throw new Error(`${file} is missing`)
  const { issue } = loadIssue(projectAt(place)).value
  const { bytes } = await build({ issue: file, cwd: ROOT, output: '-', make: ['pdf'] })
  return { issue: issue!, bytes: bytes!, pdf: await openPdf(bytes!) }
}

/** What is read out of each element of a role, in the order of the tags; pictures, captions and labels left out. */
async function readOut(bytes: Uint8Array, pdf: PDFDocumentProxy, role: string): Promise<string[]> {
  const texts = new Map((await taggedText(pdf)).map((piece) => [piece.id, piece.text]))
  const said = (element: Element): string => {
    if (['Figure', 'Caption', 'Lbl'].includes(element.role)) return ''
    return element.pieces
      .map((piece) => (typeof piece === 'string' ? (texts.get(pieceId(piece)) ?? '') : said(piece)))
      .join('')
  }
  return elementsOf(new PdfFile(bytes))
    .filter((element) => element.role === role)
    .map((element) => bare(said(element)))
}

/** The name that pdf.js gives to marked content. */
function pieceId(mark: string): string {
  const [page, mcid] = mark.split(' ')
  return `p${page}R_mc${mcid}`
}

const example = await built(ISSUE)
const { issue, bytes, pdf } = example
const tagged = await taggedText(pdf)

describe.skipIf(!existsSync(REAL))('the real issue, where it is at hand', () => {
  test('its text in structure order is the source’s, article by article', async () => {
    await mustReadAsWritten(await built(REAL))
  })
})

/** Each article's tags say its headline, its body and then nothing but its credit. */
async function mustReadAsWritten(given: Awaited<ReturnType<typeof built>>): Promise<void> {
  const articles = given.issue.sections.flatMap((section) => section.articles)
  const read = await readOut(given.bytes, given.pdf, 'Art')
  expect(read).toHaveLength(articles.length)
  for (const [at, article] of articles.entries()) {
    const source = bare(textsOf(article).join(''))
    expect(read[at]!.slice(0, source.length)).toBe(source)
    const rest = read[at]!.slice(source.length)
    const names = article.credit?.units.flatMap((unit) => [unit.name, ...unit.people]) ?? []
    if (article.credit === null) expect(rest).toBe('')
    for (const name of names) expect(rest).toContain(bare(name))
    const others = names.reduce((left, name) => left.replace(bare(name), ''), rest)
    if (article.credit?.text == null) expect(others).toMatch(/^[【】：、，；供稿撰]*$/)
  }
  const briefs = given.issue.sections
    .flatMap((section) => section.briefs)
    .map((brief) => bare(plain(brief.text)))
  const items = await readOut(given.bytes, given.pdf, 'LBody')
  let next = 0
  for (const brief of briefs) {
    const found = items.findIndex((item, i) => i >= next && item.startsWith(brief))
    expect(found, brief).toBeGreaterThanOrEqual(next)
    next = found + 1
  }
}

describe('the example issue as a tagged PDF', () => {
  test('its text in structure order is the source’s, article by article', async () => {
    await mustReadAsWritten(example)
  })

  test('nothing is typed that the source lacks: no space between Han and digits', () => {
    const source = issue.sections.flatMap((section) => section.articles.flatMap(textsOf)).join('\n')
    const spaced = tagged.flatMap((piece) => piece.text.match(/[\u4e00-\u9fff] +\d+ +[\u4e00-\u9fff]/g) ?? [])
    for (const text of spaced) expect(source).toContain(text)
  })

  test('every marked content is reached by the tree once', async () => {
    const reached = tagged.map((piece) => `${piece.page} ${piece.id}`)
    expect(new Set(reached).size).toBe(reached.length)
    const marked = await markedIds(pdf)
    expect(new Set(marked).size).toBe(marked.length)
    expect([...reached].sort()).toEqual([...marked].sort())
    expect(structureOrder(bytes).sort()).toEqual(tagged.map((piece) => piece.id).sort())
  })

  test('every figure has an alternative text', async () => {
    interface Tag {
      readonly role?: string
      readonly alt?: string
      readonly children?: readonly Tag[]
    }
    const figures: Tag[] = []
    const visit = (tag: Tag): void => {
      if (tag.role === 'Figure') figures.push(tag)
      for (const child of tag.children ?? []) visit(child)
    }
    for (let page = 1; page <= pdf.numPages; page++) {
      visit((await (await pdf.getPage(page)).getStructTree()) as unknown as Tag)
    }
    expect(figures.length).toBeGreaterThan(5)
    for (const figure of figures) expect(figure.alt).toBeTruthy()
  })

  test('its outline has the sections, and below them the articles', async () => {
    const outline = await pdf.getOutline()
    expect(outline.map((entry) => entry.title)).toEqual(issue.sections.map((section) => section.name))
    expect(outline.map((entry) => entry.items.length)).toEqual(
      issue.sections.map((section) => section.articles.length),
    )
  })
})
