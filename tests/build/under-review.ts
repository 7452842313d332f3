import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { ReviewDesk, type UnderReview } from '../../src/build/review-desk.ts'
import { arrange } from '../../src/content/arrange.ts'
import type { Block, PictureOf, StyledText } from '../../src/content/block.ts'
import { readReturned } from '../../src/importers/docx/read-returned.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { docxFile } from '../../src/office/docx-file.ts'
import { issueDocument } from '../../src/office/issue-document.ts'
import { type ReviewChange, reviewChanges } from '../../src/office/review-changes.ts'
import { png } from '../importers/pictures.ts'

/** Texts of an issue by their names: `publication.yaml`, `issues/1.yaml` and articles. */
export type Texts = Readonly<Record<string, string>>

const SIZE = { width: 30, height: 20 }
const PICTURE = { bytes: png(SIZE.width, SIZE.height), format: 'png' } as const

/** An issue read from its texts, all of whose pictures are there. */
export function underReview(texts: Texts): UnderReview {
  const sources = new Map(Object.entries(texts).map(([file, text]) => [file, { file, text }]))
  const source = (file: string) => {
    const found = sources.get(file)
    if (!found) throw new Error(file)
    return found
  }
  const read = readIssue({
    publication: source('publication.yaml'),
    issue: source('issues/1.yaml'),
    others: [],
    article: (path) => ({ value: source(path), diagnostics: [] }),
  })
  const errors = read.diagnostics.filter((one) => one.severity === 'error')
  if (read.value === null || errors.length > 0) throw new Error(JSON.stringify(errors))
  return {
    issue: read.value,
    settings: 'publication.yaml',
    main: 'issues/1.yaml',
    sources,
    hasPicture: () => true,
  }
}

function figuresOf(block: Block): readonly PictureOf<StyledText>[] {
  if (block.kind === 'figure') return block.pictures
  return block.kind === 'panel' ? block.blocks.flatMap(figuresOf) : []
}

/** The issue's Word copy. */
export function sentCopy(texts: Texts): Uint8Array {
  const { issue } = underReview(texts)
  const { design } = issue.publication
  const all = issue.sections.flatMap(({ articles }) =>
    articles.flatMap(({ pictures }) => pictures.flatMap(({ row }) => row.map(({ src }) => src ?? ''))),
  )
  const content = arrange(issue, design, new Map(all.map((src) => [src, SIZE])))
  const pictures = new Map(content.blocks.flatMap(figuresOf).map((one) => [one, PICTURE] as const))
  return docxFile(issueDocument(content, { accent: 'c00000', columnWidth: 240, pictures }), 'x')
}

/** Its document.xml. */
export function documentOf(copy: Uint8Array): string {
  return strFromU8(unzipSync(copy)['word/document.xml'] as Uint8Array)
}

/** The copy with another document.xml. */
export function withDocument(copy: Uint8Array, xml: string): Uint8Array {
  return zipSync({ ...unzipSync(copy), 'word/document.xml': strToU8(xml) }, { level: 0 })
}

export interface Reviewed {
  readonly changes: readonly ReviewChange[]
  readonly taken: readonly ReviewChange[]
  readonly texts: Texts
}

/** What `review --take all` makes of a returned copy. */
export function takeAll(texts: Texts, copy: Uint8Array): Reviewed {
  const desk = new ReviewDesk(underReview(texts))
  const changes = reviewChanges(desk.sent, readReturned(copy))
  const taken = desk.takeable(changes.filter((one) => desk.edits(one) !== null))
  const now = desk.with(taken)
  return {
    changes,
    taken,
    texts: Object.fromEntries([...now].map(([file, { text }]) => [file, text])),
  }
}
