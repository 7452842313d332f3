import { catalogue } from '../../base/catalogue.ts'
import { diagnostic } from '../../base/diagnostic.ts'
import type { MessageText } from '../../base/message-text.ts'
import { didYouMean } from '../../issue/language/did-you-mean.ts'
import { exitCodeOf } from '../../report/exit-code.ts'
import type { Explanation } from '../../report/explain/explanation.ts'
import { findExplanation } from '../../report/explain/find-explanation.ts'
import { formatReport } from '../../report/report.ts'
import type { Given } from '../command-table.ts'
import type { Terminal } from '../terminal.ts'
import { textTable } from '../text-table.ts'

/**
 * `jianbao explain [CODE|KEY|TOPIC]`: cause, example and cure of a code, what a key takes, what is to be known of a
 * topic; without one, all codes.
 */
export async function run(terminal: Terminal, { args }: Given): Promise<number> {
  const written = args.length === 0 ? undefined : args.join(' ')
  if (written === undefined) {
    terminal.result(
      terminal.format === 'json' ? `${JSON.stringify(allCodes(terminal), null, 2)}\n` : listed(terminal),
    )
    return 0
  }
  const code = written.toUpperCase()
  const explanation = await findExplanation(code)
  if (explanation === null) return answered(terminal, written)
  const text = (catalogue() as Readonly<Record<string, MessageText>>)[code] as MessageText
  if (terminal.format === 'json')
    terminal.result(`${JSON.stringify({ code, ...text, ...explanation }, null, 2)}\n`)
  else terminal.result(explained(terminal, code, text, explanation))
  return 0
}

/** Words that are no code: a topic or a key, told by a part of the program that is read only for that. */
async function answered(terminal: Terminal, written: string): Promise<number> {
  const { answer, meant } = await import('../topics/answer.ts')
  const found = answer(written, terminal.language)
  if (found === null) return unknown(terminal, written, meant(written))
  terminal.result(terminal.format === 'json' ? `${JSON.stringify(found.data, null, 2)}\n` : found.text)
  return 0
}

function unknown(terminal: Terminal, written: string, word: string | null): number {
  const near = didYouMean(written.toUpperCase(), Object.keys(catalogue())) ?? word
  const ask =
    near === null
      ? { askZh: '', askEn: '' }
      : { askZh: `，是不是“${near}”？`, askEn: `; did you mean “${near}”?` }
  const fault = diagnostic('E-CODE', null, { code: written, ...ask })
  terminal.complain(formatReport([fault], new Map(), terminal))
  return exitCodeOf([fault])
}

function explained(
  { language, words }: Terminal,
  code: string,
  text: MessageText,
  explanation: Explanation,
): string {
  const zh = language === 'zh'
  const severities = {
    error: words('错误', 'error'),
    warning: words('警告', 'warning'),
    info: words('提示', 'note'),
  }
  const exit =
    text.severity === 'error' ? words(`，退出码 ${text.exit ?? 1}`, `, exit code ${text.exit ?? 1}`) : ''
  const block = (title: string, body: string) =>
    `${title}${words('：', ':')}\n${body
      .split('\n')
      .map((line) => `  ${line}`.trimEnd())
      .join('\n')}\n`
  return [
    `${code}（${severities[text.severity]}${exit}）`.replace(/（(.*)）/, zh ? '（$1）' : ' ($1)'),
    ...patternLine(text[language]),
    block(words('原因', 'Cause'), explanation[language]),
    block(words('例', 'Example'), explanation.example),
    block(words('改法', 'Cure'), zh ? explanation.cureZh : explanation.cureEn),
  ].join('\n')
}

/** The message's pattern; left out when little of it stands without its values. */
function patternLine(pattern: string): readonly string[] {
  const shown = withoutValues(pattern)
  return shown.replace(/[“”…]/g, '').length < 6 ? [] : [`  ${shown}\n`]
}

function withoutValues(pattern: string): string {
  return pattern.replace(/\{ask(?:Zh|En)\}/g, '').replace(/\{\w+\}/g, '…')
}

function allCodes({ language }: Terminal): readonly object[] {
  return Object.entries(catalogue() as Readonly<Record<string, MessageText>>).map(([code, text]) => ({
    code,
    severity: text.severity,
    exit: text.severity === 'error' ? (text.exit ?? 1) : 0,
    message: text[language],
  }))
}

function listed({ language, words }: Terminal): string {
  const rows = Object.entries(catalogue() as Readonly<Record<string, MessageText>>).map(([code, text]) => [
    code,
    withoutValues(text[language]),
  ])
  return textTable([{ title: words('代码', 'Code') }, { title: words('说的是', 'What it says') }], rows)
}
