import type { MessageText } from '../../../src/base/message-text.ts'
import { assetMessages } from '../../../src/base/messages/assets.ts'
import { checkMessages } from '../../../src/base/messages/checks.ts'
import { cliMessages } from '../../../src/base/messages/cli.ts'
import { importMessages } from '../../../src/base/messages/import.ts'
import { issueMessages } from '../../../src/base/messages/issue.ts'
import { layoutMessages } from '../../../src/base/messages/layout.ts'
import { outputMessages } from '../../../src/base/messages/output.ts'
import type { Explanation } from '../../../src/report/explain/explanation.ts'
import { findExplanation } from '../../../src/report/explain/find-explanation.ts'
import type { Language } from '../../../src/report/words.ts'
import { type BookPage, block, inWords, plain } from './table.ts'

type Table = Readonly<Record<string, MessageText>>

const GROUPS: readonly (readonly [zh: string, en: string, table: () => Table])[] = [
  ['写稿：YAML 和文字', 'Writing: YAML and text', issueMessages],
  ['图片和字体', 'Pictures and fonts', assetMessages],
  ['版面', 'Layout', layoutMessages],
  ['成品', 'Products', outputMessages],
  ['校对', 'Proof checks', checkMessages],
  ['来稿和送审', 'Contributions and reviews', importMessages],
  ['命令', 'The command line', cliMessages],
]

/** The page that tells every message: what it says, why, an example and its cure, in the words of `jianbao explain`. */
export async function messagesPage(language: Language): Promise<BookPage> {
  const t = inWords(language)
  const parts: string[] = []
  for (const [zh, en, table] of GROUPS) {
    parts.push(`## ${t(zh, en)}`)
    for (const [code, text] of Object.entries(table())) parts.push(await toldMessage(code, text, language))
  }
  const lead = t(
    '每条消息开头的代码都可以在这里查，也可以用 `jianbao explain 代码` 查。E 开头的是错误，W 开头的是警告，I 开头的是提示。',
    'Every message begins with a code, told here and by `jianbao explain CODE`. E is an error, W a warning, I a note.',
  )
  return { path: 'reference/messages.md', text: [`# ${t('消息', 'Messages')}`, lead, ...parts].join('\n\n') }
}

async function toldMessage(code: string, text: MessageText, language: Language): Promise<string> {
  const t = inWords(language)
  const explanation = (await findExplanation(code)) as Explanation
  const severity = { error: t('错误', 'error'), warning: t('警告', 'warning'), info: t('提示', 'note') }[
    text.severity
  ]
  const exit =
    text.severity === 'error' ? t(`，退出码 ${text.exit ?? 1}`, `, exit code ${text.exit ?? 1}`) : ''
  return [
    `### ${code} {#${code.toLowerCase()}}`,
    `*${severity}${exit}*　${plain(withoutValues(text[language]))}`,
    plain(explanation[language]),
    block(explanation.example),
    `**${t('改法', 'Cure')}**　${plain(language === 'zh' ? explanation.cureZh : explanation.cureEn)}`,
  ].join('\n\n')
}

function withoutValues(pattern: string): string {
  return pattern.replace(/\{ask(?:Zh|En)\}/g, '').replace(/\{\w+\}/g, '…')
}
