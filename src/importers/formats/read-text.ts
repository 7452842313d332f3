import { ImportFault } from '../container/import-fault.ts'
import { importLimits } from '../container/limits.ts'
import { findingList } from '../report/finding.ts'
import { plainParagraph, type SourceDocument } from '../source-document.ts'
import { decodeText } from './text-encoding.ts'

/** Reads a text file: each line is a paragraph, unless lines were broken by hand at one width. */
export function readText(bytes: Uint8Array): SourceDocument {
  const { text, encoding } = decodeText(bytes)
  const { findings, report } = findingList()
  if (encoding !== 'UTF-8') report('encoding', '', { encoding })
  const document = documentOfText(text)
  return { ...document, findings: [...findings, ...document.findings] }
}

/** A text without looks as a document. */
export function documentOfText(text: string): SourceDocument {
  const { findings, report } = findingList()
  const lines = text.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/)
  const isBroken = brokenByHand(lines)
  if (isBroken) report('lines-joined', '')
  const pages = joinedLines(lines, isBroken)
  if (pages.length > importLimits.paragraphs) {
    throw new ImportFault('E-IMPORT-LIMIT', {
      whatZh: '段落数',
      whatEn: 'paragraphs',
      limit: importLimits.paragraphs,
    })
  }
  const blocks = pages.map(({ text: words, newPage }) => ({ ...plainParagraph(words), newPage }))
  return { blocks, files: [], findings, hasLooks: false }
}

const END = /[。！？：；…”』】）)!?:;.]\s*$/

/** Whether lines end in the middle of sentences, all at about one width. */
function brokenByHand(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line.trim() !== '')
  const widest = Math.max(0, ...full.map(width))
  if (full.length < 6 || widest > 110 || widest < 30) return false
  const cut = full.filter(
    (line, at) => at + 1 < full.length && !END.test(line) && width(line) > widest * 0.85,
  )
  return cut.length >= full.length * 0.4
}

/** Han count two. */
function width(line: string): number {
  return [...line].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
}

interface Line {
  readonly text: string
  readonly newPage: boolean
}

function joinedLines(lines: readonly string[], joins: boolean): readonly Line[] {
  const widest = Math.max(0, ...lines.map(width))
  const found: { text: string; newPage: boolean }[] = []
  let open = false
  let newPage = false
  for (const line of lines) {
    if (line.includes('\f')) newPage = true
    const text = line.replace(/\f/g, '').trim()
    if (text === '') {
      open = false
      continue
    }
    const last = found.at(-1)
    const indented = /^(?:\u3000| {2,}|\t)/.test(line)
    if (joins && open && last && !indented && !newPage) last.text += joint(last.text, text) + text
    else found.push({ text, newPage })
    newPage = false
    open = joins && !(END.test(line) && width(line) < widest * 0.85)
  }
  return found
}

/** A blank between Latin words, none between Han. */
function joint(before: string, after: string): string {
  return /[A-Za-z0-9,.;]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : ''
}
