import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { colonProblems, yamlProblems } from '../../base/messages/issue-words.ts'
import type { Span } from '../../base/source.ts'
import type { MappedText } from '../mapped-text.ts'
import { becoming, byForm, namedValues } from './collections.ts'
import type { Kind, Placed, Reading } from './kind.ts'
import { names } from './shared-kinds.ts'
import { text } from './values.ts'

/** A credit as written: units with names, or a text. */
export type CreditValue =
  | { readonly units: readonly { readonly name: string; readonly people: readonly string[] }[] }
  | { readonly text: string }

/** A ready-made text; one line `单位：姓名` in it is most likely a slip. */
const creditText: Kind<Placed<CreditValue>> = {
  ...text(),
  read: (node, label, reading) => {
    const value = text().read(node, label, reading)
    if (node.kind === 'text' && node.style === 'plain') remarkOnColon(node.text, node.span, reading)
    return value && { value: { text: value.value }, span: value.span }
  },
}

/** What a ready-made credit may well begin with. */
const READY = /^(?:供稿|来源|作者|撰稿|通讯员|记者|文|图|摄影|编辑|责任编辑)/

/** `｛单位：姓名｝`: braces of Chinese text. */
function inWideBraces(words: string, span: Span): Diagnostic | null {
  if (!/^｛.*｝$/.test(words)) return null
  const { zh, en } = yamlProblems['wide-bracket']
  const fill = (one: string) => one.replace('{sign}', '｛').replace('{close}', '{')
  const replacement = words.normalize('NFKC').replace(/:\s*/g, ': ')
  return diagnostic('E-YAML', span, { problemZh: fill(zh), problemEn: fill(en) }, { replacement })
}

function remarkOnColon({ text: words }: MappedText, span: Span, reading: Reading): void {
  const wide = inWideBraces(words, span)
  if (wide) reading.report(wide)
  else remarkOnWideColon(words, span, reading)
}

function remarkOnWideColon(words: string, span: Span, reading: Reading): void {
  const match = /^([^：:【（(\s]{2,20})(?:(：)|:)\s*(\S.{0,30})$/.exec(words)
  if (!match || READY.test(words)) return
  const [, key = '', wide, value = ''] = match
  const problem = wide === undefined ? colonProblems.tight : colonProblems.wide
  const values = { key, whatZh: problem.zh, whatEn: problem.en }
  const at = span.from + key.length
  const place = { file: span.file, from: at, to: at + 1 }
  reading.report(diagnostic('W-COLON', place, values, { guess: `{ ${key}: ${value} }`, replaces: span }))
}

const CREDIT = { zh: '{ 单位: 姓名 }，或一段文字', en: '{ unit: name }, or a text' }
/** Who contributed it (供稿). */
export const credit: Kind<Placed<CreditValue>> = byForm<Placed<CreditValue>>(
  {
    text: creditText,
    map: becoming(
      namedValues(names(), CREDIT, () => []),
      (units, node) => ({
        value: { units: units.map(({ name, value }) => ({ name, people: value.map((one) => one.value) })) },
        span: node.span,
      }),
    ),
  },
  CREDIT,
)
