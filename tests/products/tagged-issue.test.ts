import { resolve } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/cli/build-issue.ts'
import { findIssue } from '../../src/cli/find-issue.ts'
import { loadIssue } from '../../src/cli/load.ts'
import type { Article, BodyBlock, InlineText } from '../../src/issue/issue.ts'
import { openPdf, structureOrder, taggedText } from '../paint/read-back.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ISSUE = 'issues/2026-06.yaml'

function plain(text: InlineText): string {
  return text.map((inline) => inline.text).join('')
}

function paragraphsOf(block: BodyBlock): readonly string[] {
  if (block.kind === 'paragraph' || block.kind === 'subheading') return [plain(block.text)]
  if (block.kind === 'list') return block.items.map(plain)
  if (block.kind === 'quotation') return block.paragraphs.map(plain)
  return []
}

/** Everything an article says, in order, each paragraph by itself. */
function textsOf(article: Article): readonly string[] {
  return [plain(article.title), ...article.body.flatMap(paragraphsOf)]
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

const place = findIssue(ISSUE, ROOT)
if ('code' in place) throw new Error('the example issue is missing')
const { issue } = loadIssue(place).value
const { bytes } = await build({ issue: ISSUE, cwd: ROOT, output: '-', make: ['pdf'] })
const pdf = await openPdf(bytes!)
const tagged = await taggedText(pdf)

describe('the example issue as a tagged PDF', () => {
  test('its text in structure order is the source’s, article by article', () => {
    const texts = new Map(tagged.map((piece) => [piece.id, piece.text]))
    const inOrder = structureOrder(bytes!).map((id) => texts.get(id) ?? '')
    const whole = inOrder.join('').replace(/\s/g, '')
    let at = 0
    for (const section of issue!.sections) {
      for (const text of section.articles.flatMap(textsOf)) {
        const found = whole.indexOf(text.replace(/\s/g, ''), at)
        expect(found, text).toBeGreaterThanOrEqual(at)
        at = found
      }
    }
  })

  test('nothing is typed that the source lacks: no space between Han and digits', () => {
    const source = issue!.sections.flatMap((section) => section.articles.flatMap(textsOf)).join('\n')
    const spaced = tagged.flatMap((piece) => piece.text.match(/[\u4e00-\u9fff] +\d+ +[\u4e00-\u9fff]/g) ?? [])
    for (const text of spaced) expect(source).toContain(text)
  })

  test('every marked content is reached by the tree once', async () => {
    const reached = tagged.map((piece) => `${piece.page} ${piece.id}`)
    expect(new Set(reached).size).toBe(reached.length)
    const marked = await markedIds(pdf)
    expect(new Set(marked).size).toBe(marked.length)
    expect([...reached].sort()).toEqual([...marked].sort())
    expect(structureOrder(bytes!).sort()).toEqual(tagged.map((piece) => piece.id).sort())
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
    expect(outline.map((entry) => entry.title)).toEqual(issue!.sections.map((section) => section.name))
    expect(outline.map((entry) => entry.items.length)).toEqual(
      issue!.sections.map((section) => section.articles.length),
    )
  })
})
