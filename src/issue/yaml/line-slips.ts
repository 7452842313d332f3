import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { alignProblems, type YamlProblem, yamlProblems } from '../../base/messages/issue-words.ts'
import type { Span } from '../../base/source.ts'
import { quotedText } from '../language/values.ts'
import { colonDiagnostic, meantPair } from '../lines/colons.ts'
import { type SourceLine, spanInLine } from '../lines/line.ts'

/** What to type instead, and in place of what. */
export type Mending = Pick<Partial<Diagnostic>, 'replacement' | 'replaces'>

/** A line that begins `-第一条`: a list item without its space. */
const TIGHT_DASH = /^\s*([-－–—•·●])(?=[^\s-])/

/** A line that begins `－ title:`, `· title:` or `1. title:`: a list item with another sign than a hyphen. */
export const WIDE_DASH =
  /^\s*([－–—−﹣·•●■◆○*＊]|[（(]?\d{1,2}[.、．)）]|[①-⑳])[ \t\u3000]+(?=[^\s:：]+[:：](?:\s|$))/

/** A key and the sign of a text below it, without a colon between. */
const KEY_ALONE = /^(\s*(?:- )?)([^\s:：#"'[\]{}|｜>-]{1,12})\s*([|｜])\s*$/

/** A fault of structure in the editor's words. */
export function yamlProblem(
  name: YamlProblem,
  span: Span,
  values: Readonly<Record<string, string>> = {},
  more: Mending = {},
): Diagnostic {
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
  const { zh, en } = yamlProblems[name]
  return diagnostic('E-YAML', span, { problemZh: fill(zh), problemEn: fill(en) }, more)
}

/** What is plainly wrong with a line by itself. */
export function lineSlip(line: SourceLine): Diagnostic | null {
  const dash = TIGHT_DASH.exec(line.text) ?? WIDE_DASH.exec(line.text)
  if (dash) {
    const at = dash[0].indexOf(dash[1] as string)
    const item = line.text.slice(dash[0].length).trimEnd()
    const more = { replacement: `- ${item}`, replaces: spanInLine(line, at, dash[0].length + item.length) }
    const one = diagnostic('W-DASH', spanInLine(line, at, at + 1), { sign: dash[1] as string }, more)
    return { ...one, severity: 'error' }
  }
  const [, before, remark] = /^(\s*)＃[ \t\u3000]*(.*?)\s*$/.exec(line.text) ?? []
  if (before !== undefined && remark !== undefined)
    return yamlProblem(
      'wide-hash',
      spanInLine(line, before.length, before.length + 1),
      {},
      {
        replacement: `# ${remark}`,
        replaces: spanInLine(line, before.length, line.text.trimEnd().length),
      },
    )
  if (/^\s*(?:-\s+)*["'[{]/.test(line.text)) return null
  const pair = meantPair(line.text)
  return pair && !/:\s/.test(line.text.slice(0, pair.colonAt)) ? colonDiagnostic(line, pair) : null
}

/** `正文 |` above its text; null for any other line. */
export function keyAlone(line: SourceLine): Diagnostic | null {
  const [, before, key] = KEY_ALONE.exec(line.text) ?? []
  if (before === undefined || key === undefined) return null
  const span = spanInLine(line, before.length, line.text.trimEnd().length)
  return yamlProblem('key-alone', span, { key }, { replacement: `${key}: |` })
}

/** `正文: | 文字`: the text on a line of its own, below its key; null for a key of another name, whose value it may be. */
export function textOnLineBelow(from: number, line: SourceLine): Mending | null {
  const found = /^(\s*(?:- )?)(?:正文|body):\s+\|\s*(.*?)\s*$/.exec(line.text)
  if (!found) return null
  const [, before = '', text = ''] = found
  const below = /^[。．，,;；.、]*$/.test(text) ? '' : `\n${' '.repeat(before.length + 2)}${text}`
  return {
    replacement: `|${below}`,
    replaces: spanInLine(line, from - line.from, line.text.trimEnd().length),
  }
}

/** `｛ 单位: 姓名 ｝`: braces of Chinese text; null where there are none. */
export function wideBraces(line: SourceLine): Diagnostic | null {
  const [, value] = /: +([｛［].*)$/.exec(line.text.trimEnd()) ?? []
  if (value === undefined) return null
  const [sign, close] = value.startsWith('｛') ? (['｛', '{'] as const) : (['［', '['] as const)
  const at = line.text.indexOf(value)
  const replacement = value.normalize('NFKC').replace(/:\s*/g, ': ')
  return yamlProblem(
    'wide-bracket',
    spanInLine(line, at, at + value.length),
    { sign, close },
    { replacement },
  )
}

/** `{ 综合科 张某 }`: a pair whose colon is missing, or a text that begins with a brace. */
export function pairInBraces(line: SourceLine, value: string): Diagnostic {
  const at = line.text.lastIndexOf(value)
  const pair = /^\{\s*([^\s,，]+)\s+([^\s,，]+)\s*\}$/.exec(value)
  const guess = pair ? `{ ${pair[1]}: ${pair[2]} }` : quotedText(value)
  return { ...yamlProblem('pair-in-braces', spanInLine(line, at, at + value.length)), guess }
}

/** `{ 份数: 1,200 }`: a value that a comma between brackets cuts in two at `at`; null where the comma separates items. */
export function commaInValue(line: SourceLine, at: number): Diagnostic | null {
  const [, start = ''] = /:\s+([^\s:{}[\]"'][^:{}[\]"']*,\s*)$/.exec(line.text.slice(0, at)) ?? []
  const value = (start + (/^[^,:{}[\]"']*/.exec(line.text.slice(at))?.[0] ?? '')).trimEnd()
  if (start === '') return null
  const from = at - start.length
  const replacement = /^\d{1,3}(?:,\d{3})+$/.test(value) ? value.replace(/,/g, '') : quotedText(value)
  return yamlProblem(
    'comma-in-value',
    spanInLine(line, from, from + value.length),
    { value },
    { replacement },
  )
}

/** The value from `at` to the end of its line, in quotes; inside brackets only where its end is sure. */
export function inQuotes(line: SourceLine, at: number): Mending {
  const isInside = /[[{][^\]}]*$/.test(line.text.slice(0, at))
  const rest = line.text.slice(at)
  const value = isInside ? valueInBrackets(rest) : rest.replace(/\s+#\s.*$/, '').trimEnd()
  if (value === undefined) return {}
  return { replacement: quotedText(value), replaces: spanInLine(line, at, at + value.length) }
}

/** A value to the comma or bracket that plainly ends it; undefined where its end is unsure. */
function valueInBrackets(rest: string): string | undefined {
  return /^([^,，{}[\]]*?)\s*(?:[}\]]|,\s*[^,:{}[\]]+:\s)/.exec(rest)?.[1]
}

/** A line that does not line up with its neighbours, and why. */
export function align(line: SourceLine, why: keyof typeof alignProblems, more: Mending = {}): Diagnostic {
  const { zh, en } = alignProblems[why]
  const span = spanInLine(line, line.indent, line.text.trimEnd().length)
  return diagnostic('E-ALIGN', span, { found: line.indent, whyZh: zh, whyEn: en }, more)
}

/** The second colon of a line that has two before blanks; the first where there is one. */
export function secondColon(line: SourceLine): Span {
  const first = line.text.search(/:(?:\s|$)/)
  const second = line.text.slice(first + 1).search(/:(?:\s|$)/)
  const at = second < 0 ? first : first + 1 + second
  return spanInLine(line, at, at + 1)
}

/** The line with a sign put before what it says. */
export function signBefore(sign: string, line: SourceLine): Mending {
  const rest = line.text.slice(line.indent).trimEnd()
  return { replacement: sign + rest, replaces: spanInLine(line, line.indent, line.indent + rest.length) }
}
