import type { CheckText } from './check-text.ts'
import { type CheckRule, type Finding, findingAt } from './finding.ts'

const CLOSER: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '［': '］',
  '(': ')',
}
const OPENERS = Object.keys(CLOSER)
const CLOSERS = Object.values(CLOSER)

/** So many marks open at once are no text. */
const MOST = 30

interface Open {
  readonly mark: string
  readonly at: number
}

/** Quotes and brackets that do not open and close in turn within a paragraph (GB/T 15834 clauses 5.1, 5.2). */
export const unpairedMarks: CheckRule = ({ texts }) =>
  texts.all.flatMap((text, index) => unpairedIn(text, texts.all[index + 1]))

function unpairedIn(text: CheckText, next: CheckText | undefined): readonly Finding[] {
  const open: Open[] = []
  const findings: Finding[] = []
  for (let at = 0; at < text.text.length && open.length <= MOST && findings.length <= MOST; at += 1) {
    const mark = text.text[at] as string
    if (OPENERS.includes(mark)) {
      if ((mark === '“' || mark === '‘') && open.some((one) => one.mark === mark)) {
        findings.push(nested(text, at, mark))
      }
      open.push({ mark, at })
    } else if (CLOSERS.includes(mark)) {
      const finding = close(text, at, mark, open)
      if (finding) findings.push(finding)
    }
  }
  if (open.length > MOST) return []
  return [...findings, ...open.filter((one) => !goesOn(one, text, next)).map((one) => lone(text, one))]
}

/** Takes the partner of a closing mark off what is open; a finding when there is none. */
function close(text: CheckText, at: number, mark: string, open: Open[]): Finding | null {
  const last = open.at(-1)
  if (last && CLOSER[last.mark] === mark) {
    open.pop()
    return null
  }
  if (isNumbering(text.text, at, mark) || isApostrophe(text.text, at, mark)) return null
  const partner = open.findLastIndex((one) => CLOSER[one.mark] === mark)
  if (partner < 0) return lone(text, { mark, at })
  // What was opened in between has no end of its own.
  const [, ...between] = open.splice(partner)
  return between[0] ? lone(text, between[0]) : null
}

/** `1）`, `a)`, `一）` number a list. */
function isNumbering(text: string, at: number, mark: string): boolean {
  return (
    (mark === '）' || mark === ')') &&
    /(?:^|[；;。，：\s])[\dA-Za-z一二三四五六七八九十]{1,3}$/.test(text.slice(0, at))
  )
}

function isApostrophe(text: string, at: number, mark: string): boolean {
  return mark === '’' && /[A-Za-z]/.test(text[at - 1] ?? '')
}

/** Speech over several paragraphs opens each of them and closes the last. */
function goesOn({ mark }: Open, text: CheckText, next: CheckText | undefined): boolean {
  return mark === '“' && next !== undefined && next.article === text.article && next.text.startsWith('“')
}

function lone(text: CheckText, { mark, at }: Open): Finding {
  return findingAt(text, [at, at + mark.length], { rule: 'unpaired', code: 'W-UNPAIRED' })
}

function nested(text: CheckText, at: number, mark: string): Finding {
  const values = mark === '“' ? { inner: '‘’' } : { inner: '“”' }
  return findingAt(text, [at, at + 1], { rule: 'unpaired', code: 'W-NESTED-QUOTE', values })
}
