import type { Report } from '../report/finding.ts'
import { printedText, type SourceBlock } from '../source-document.ts'
import { isDate, isText, mayBeTitle } from './looks.ts'

/** `第12期`, `（总第80期）`, `云汀办〔2026〕12号`: the line below the name of an issue or a document. */
const NUMBER =
  /^(?:[（(【]?\s*(?:\d{4}\s*年\s*)?总?第\s*[\d〇○零一二三四五六七八九十百]+\s*期.{0,16}|\S{0,12}[〔[（(]\d{4}[〕\]）)]\s*第?\s*\d+\s*号)$/
/** Lines that a number line may follow or be followed by, besides the name itself. */
const ISSUER = /(?:编印?|主办|印发)(?:[\s\u3000].*)?$|[\s\u3000]\d{4}年\d{1,2}月\d{1,2}日$/
const DEEPEST = 5

/**
 * Leaves out the head of a bulletin or document (红头) that a contribution is pasted behind: a name, a line with its
 * number, and those of issuer and date; told. Without a number, or with no title after it, nothing is a head.
 */
export function withoutRedHead(blocks: readonly SourceBlock[], report: Report): readonly SourceBlock[] {
  const lines = blocks
    .slice(0, DEEPEST)
    .map((one) => (one.kind === 'paragraph' ? printedText(one).trim() : null))
  const number = lines.findIndex((line) => line !== null && NUMBER.test(line))
  if (number < 1 || lines.slice(0, number).includes(null) || blocks.slice(0, number).some(isText))
    return blocks
  let end = number + 1
  while (end < lines.length && lines[end] !== null && isIssuer(lines[end] as string)) end += 1
  const title = blocks[end]
  if (title?.kind !== 'paragraph' || !mayBeTitle(title) || isText(title)) return blocks
  report('red-head', lines.slice(0, end).join(' ↵ '))
  return blocks.slice(end)
}

function isIssuer(line: string): boolean {
  return isDate(line) || ISSUER.test(line)
}
