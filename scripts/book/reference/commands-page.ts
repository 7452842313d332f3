import { catalogue } from '../../../src/base/catalogue.ts'
import type { MessageText } from '../../../src/base/message-text.ts'
import { type CommandRow, commands, globalOptions, type OptionRow } from '../../../src/cli/command-table.ts'
import { limitRows } from '../../../src/cli/limits.ts'
import type { Language } from '../../../src/report/words.ts'
import { type BookPage, block, inWords, plain, table, typed } from './table.ts'

/** The page of commands and options. */
export function commandsPage(language: Language): BookPage {
  const t = inWords(language)
  const text = [
    `# ${t('命令', 'Commands')}`,
    t(
      '`<…>` 要写，`[…]` 可以不写，`…` 可以写多个。每个命令后面加 `--help` 也能看到这些。',
      '`<…>` is wanted, `[…]` may be left out, `…` may be several. `--help` after a command tells the same.',
    ),
    ...commands.map((command) => told(command, language)),
    `## ${t('每个命令都有的选项', 'Options of every command')} {#options}`,
    optionTable(globalOptions, language),
  ]
  return { path: 'reference/commands.md', text: text.join('\n\n') }
}

function told({ name, about, args, options, examples }: CommandRow, language: Language): string {
  const t = inWords(language)
  const usage = ['jianbao', name, ...args.map((one) => one.name)].join(' ')
  const argumentRows = args.map((one) => [typed(one.name), plain(one.about[language])])
  return [
    `## jianbao ${name} {#${name}}`,
    plain(about[language]),
    block(usage, 'sh'),
    ...(args.length > 0 ? [table([t('参数', 'Argument'), t('说明', 'What it is')], argumentRows)] : []),
    ...(options.length > 0 ? [optionTable(options, language)] : []),
    `${t('例', 'Examples')}：`,
    block(examples.join('\n'), 'sh'),
  ].join('\n\n')
}

function optionTable(rows: readonly OptionRow[], language: Language): string {
  const t = inWords(language)
  return table(
    [t('选项', 'Option'), t('说明', 'What it does'), t('可写的值', 'Values')],
    rows.map(({ flags, about, values, many }) => [
      typed(flags),
      plain(about[language]),
      (values ?? []).map((one) => typed(one)).join(' ') +
        (many ? t('（可写几个，用逗号分开）', ' (several, with commas)') : ''),
    ]),
  )
}

const EXITS: Readonly<Record<number, readonly [zh: string, en: string]>> = {
  0: ['完成', 'done'],
  1: ['内容有错', 'mistakes in the content'],
  2: ['用法不对，或 Node 太旧', 'wrong usage, or too old a Node'],
  3: ['找不到或读不了输入', 'input missing or unreadable'],
  4: ['--strict 时版面达不到要求', 'layout not as asked, under --strict'],
  5: ['写不了输出', 'output cannot be written'],
  6: ['因安全或超限拒绝', 'refused for safety or beyond a limit'],
  70: ['程序自身出错', 'a fault of jianbao’s own'],
}

/** The page of bounds and exit codes, with the messages that end a run with each. */
export function limitsPage(language: Language): BookPage {
  const t = inWords(language)
  const all = Object.entries(catalogue() as Readonly<Record<string, MessageText>>)
  const codesOf = (exit: number) =>
    all
      .filter(([, text]) => (text.severity === 'error' ? (text.exit ?? 1) : text.exit) === exit)
      .map(([code]) => code)
  const link = (code: string) => `[${code}](messages.md#${code.toLowerCase()})`
  const text = [
    `# ${t('上限和退出码', 'Limits and exit codes')}`,
    `## ${t('上限', 'Limits')} {#limits}`,
    t(
      '一期再大也用不到这些；超过的会说明，不会悄悄截断。',
      'Far beyond any issue; what exceeds one is said, never cut in silence.',
    ),
    table(
      [t('什么', 'What'), t('最多', 'At most')],
      limitRows().map((row) => [plain(row.what[language]), plain(row.limit)]),
    ),
    `## ${t('退出码', 'Exit codes')} {#exit-codes}`,
    table(
      [t('退出码', 'Code'), t('意思', 'Meaning'), t('哪些消息', 'Messages')],
      Object.entries(EXITS).map(([exit, words]) => [
        `**${exit}**`,
        t(...words),
        Number(exit) === 1 ? t('其余的错误', 'all other errors') : codesOf(Number(exit)).map(link).join(' '),
      ]),
    ),
  ]
  return { path: 'reference/limits.md', text: text.join('\n\n') }
}
