import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { expect } from 'vitest'
import { part } from '../importers/docx-parts.ts'
import { jianbao } from './bundle.ts'

/** The Word copy of a project's issue, taken apart. */
export function sentFrom(folder: string): Record<string, Uint8Array> {
  expect(jianbao(folder, ['build', '--make', 'docx', '-o', 'sent.docx']).code).toBe(0)
  return unzipSync(new Uint8Array(readFileSync(join(folder, 'sent.docx'))))
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** The copy as a reviewer sends it back: its document.xml changed by `edit`. */
export function returned(folder: string, edit: (xml: string) => string, comments = ''): void {
  const parts = sentFrom(folder)
  const document = edit(text(parts['word/document.xml']))
  const relationships = text(parts['word/_rels/document.xml.rels'])
  const link =
    '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
  const bytes = (words: string) => new TextEncoder().encode(words)
  const commented = {
    'word/comments.xml': bytes(part('comments', comments)),
    'word/_rels/document.xml.rels': bytes(
      relationships.replace('</Relationships>', `${link}</Relationships>`),
    ),
  }
  writeFileSync(
    join(folder, 'back.docx'),
    zipSync({ ...parts, 'word/document.xml': bytes(document), ...(comments === '' ? {} : commented) }),
  )
}

export const by = (name: string) => `w:author="${name}" w:date="2026-01-08T09:00:00Z"`
export const gone = (words: string, name = '张某') =>
  `<w:del ${by(name)}><w:r><w:delText>${words}</w:delText></w:r></w:del>`
export const came = (words: string, name = '张某') =>
  `<w:ins ${by(name)}><w:r><w:t>${words}</w:t></w:r></w:ins>`

/** Within the run that has `words`: those words become `xml`. */
export function inRun(document: string, words: string, xml: string): string {
  const found = new RegExp(
    `<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)<w:t xml:space="preserve">([^<]*)${words}([^<]*)</w:t></w:r>`,
  ).exec(document)
  if (!found) throw new Error(words)
  const run = (rest: string) =>
    rest === '' ? '' : `<w:r>${found[1]}<w:t xml:space="preserve">${rest}</w:t></w:r>`
  return document.replace(found[0], `${run(found[2] ?? '')}${xml}${run(found[3] ?? '')}`)
}

/** The paragraph that has `words`, changed as a whole. */
export function inParagraph(document: string, words: string, edit: (xml: string) => string): string {
  const at = document.indexOf(words)
  if (at < 0) throw new Error(words)
  const from = document.lastIndexOf('<w:p>', at)
  const to = document.indexOf('</w:p>', at) + '</w:p>'.length
  return document.slice(0, from) + edit(document.slice(from, to)) + document.slice(to)
}

/** A paragraph whose end somebody inserted or deleted. */
export function ended(paragraph: string, how: 'ins' | 'del', name = '张某'): string {
  return paragraph.replace('</w:pPr>', `<w:rPr><w:${how} ${by(name)}/></w:rPr></w:pPr>`)
}

/** A paragraph all of whose text somebody deleted, its end too. */
export function struck(paragraph: string, name = '张某'): string {
  const runs = paragraph
    .replaceAll('<w:t ', '<w:delText ')
    .replaceAll('</w:t>', '</w:delText>')
    .replace(/<w:r>.*<\/w:r>/, (found) => `<w:del ${by(name)}>${found}</w:del>`)
  return ended(runs, 'del', name)
}
