import type { Inline } from '../../issue/issue.ts'
import type { Placeless } from '../../issue/write/draft.ts'

/** A character of what is pasted, and how it looks; a line end in the source that is none on the page is `\n`. */
export interface PastedChar {
  readonly char: string
  readonly bold: boolean
  readonly raised: 'superscript' | 'subscript' | undefined
}

type Run = Placeless<Inline>

/** Soft hyphens, and what has no width. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/
const BLANK = /[\s\u00a0]/
const HAN = /[\p{Script=Han}〇]/u
const WIDE_SIGN = /[，。、；：？！“”‘’（）《》〈〉【】「」『』…—]/

/**
 * A line's characters as runs, without what nobody meant: indents, tabs, double blanks, soft hyphens. Between Han a
 * blank stays where it parts words (张三 李四), and goes where it only spreads single characters (通　知) or was a line
 * end.
 */
export function runsOf(all: readonly PastedChar[]): readonly Run[] {
  const seen = all.filter(({ char }) => !UNSEEN.test(char))
  const kept: PastedChar[] = []
  for (let at = 0; at < seen.length; ) {
    const one = seen[at] as PastedChar
    if (!BLANK.test(one.char)) {
      kept.push(one)
      at += 1
      continue
    }
    let end = at
    while (end < seen.length && BLANK.test((seen[end] as PastedChar).char)) end += 1
    const [before, after] = [kept.at(-1), seen[end]]
    if (before && after && isMeant(seen, at, end)) kept.push(blankBetween(before, after))
    at = end
  }
  return grouped(kept)
}

/** Whether the blanks from `from` to `to` say something. */
function isMeant(chars: readonly PastedChar[], from: number, to: number): boolean {
  const at = (index: number) => chars[index]?.char ?? ''
  const [before, after] = [at(from - 1), at(to)]
  if (WIDE_SIGN.test(before) || WIDE_SIGN.test(after)) return false
  if (!HAN.test(before) || !HAN.test(after)) return true
  const blanks = chars.slice(from, to).map(({ char }) => char)
  if (blanks.includes('\n')) return false
  const alone = [!HAN.test(at(from - 2)), !HAN.test(at(to + 1))]
  return !(blanks.includes('\u3000') ? alone.some(Boolean) : alone.every(Boolean))
}

/** A blank looks as both sides do, or plain. */
function blankBetween(before: PastedChar, after: PastedChar): PastedChar {
  const same = before.raised === after.raised
  return { char: ' ', bold: before.bold && after.bold, raised: same ? before.raised : undefined }
}

function grouped(chars: readonly PastedChar[]): readonly Run[] {
  const runs: Run[] = []
  let last: PastedChar | null = null
  for (const one of chars) {
    const before = runs.at(-1)
    if (before && last && last.bold === one.bold && last.raised === one.raised)
      runs[runs.length - 1] = { ...before, text: before.text + one.char }
    else
      runs.push({
        text: one.char,
        ...(one.bold && { bold: true }),
        ...(one.raised && { raised: one.raised }),
      })
    last = one
  }
  return runs
}

/** What begins a line that is no paragraph. */
const NO_PARAGRAPH = /^(?:#{2,3} |- |\d{1,3}\. |\||: )/

/** Lines as they go in between what stands in the line: what is no paragraph stands apart. */
export function fittedIn(
  lines: readonly string[],
  { before, behind, indent }: { readonly before: string; readonly behind: string; readonly indent: string },
): string {
  const own = before.trim() !== '' && NO_PARAGRAPH.test(lines[0] ?? '') ? ['', ''] : []
  const after = behind.trim() !== '' && NO_PARAGRAPH.test(lines.at(-1)?.trimStart() ?? '') ? ['', ''] : []
  return [...own, ...lines, ...after].join('\n').replace(/\n(?=[^\n]|$)/g, `\n${indent}`)
}
