import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { didYouMean } from '../issue/language/did-you-mean.ts'
import {
  type ArgumentRow,
  BETWEEN_WORDS,
  type CommandRow,
  commands,
  globalOptions,
  type OptionRow,
  productNamed,
} from './command-table.ts'

/** The fault that the parser of the command line threw, in our words (用法). */
export function usageFault(code: string, message: string, command: CommandRow | null): Diagnostic {
  const word = /'([^']*)'/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.unknownCommand':
      return asked('E-COMMAND', { command: word }, nearCommand(word))
    case 'commander.unknownOption':
      return asked('E-OPTION', { option: word }, nearOption(word, command))
    case 'commander.optionMissingArgument':
      return diagnostic('E-OPTION-EMPTY', null, { option: longFlag(word) })
    case 'commander.missingArgument':
      return diagnostic('E-ARGUMENT', null, { argument: word, command: command?.name ?? '' })
    case 'commander.excessArguments':
      return diagnostic('E-ARGUMENTS', null, { command: command?.name ?? '' })
    default:
      return diagnostic('E-USAGE', null, { problem: message.replace(/^error: /, '') })
  }
}

/** The first option or argument that has none of the words it takes; null when all have. */
export function valueFault(
  command: CommandRow,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Diagnostic | null {
  const wide = args.find((word) => WIDE_OPTION.test(word))
  if (wide !== undefined) return asked('E-OPTION', { option: wide }, plainOption(wide, command))
  for (const row of [...command.options, ...globalOptions]) {
    const fault = wordFault(row, options[optionName(row)])
    if (fault) return fault
  }
  for (const [at, row] of command.args.entries()) {
    const word = args[at]
    if (row.values && word !== undefined && !row.values.includes(word))
      return wrongWord(argumentName(row), word, { values: row.values })
  }
  return null
}

/** An option whose hyphens an input method or Word made into a dash. */
const WIDE_OPTION = /^(?:[－—–−][－—–−-]?[a-z]|[－—–−-]{2}[a-z]+(?:=|$))/i

function plainOption(word: string, command: CommandRow): string | null {
  const name = word.replace(/^[－—–−-]+/, '')
  return name.length === 1 ? `-${name}` : nearOption(name, command)
}

function wordFault(row: OptionRow, value: unknown): Diagnostic | null {
  if (!row.values || typeof value !== 'string') return null
  const given = row.many ? value.split(BETWEEN_WORDS) : [value.toLowerCase()]
  const wrong = given.find((one) => !row.values?.includes(row.many ? productNamed(one) : one))
  return wrong === undefined ? null : wrongWord(longFlag(row.flags), wrong, row)
}

/** Words that people write for a language. */
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/^(?:中|中文|汉语|汉字|简体|简体中文|cn|zh[-_]\S+|chinese)$/i, 'zh'],
  [/^(?:英|英文|英语|eng|english|en[-_]\S+)$/i, 'en'],
]

function wrongWord(
  option: string,
  word: string,
  { values = [], names = {} }: Pick<OptionRow, 'values' | 'names'>,
): Diagnostic {
  const spoken = LANGUAGES.find(([pattern, value]) => pattern.test(word) && values.includes(value))?.[1]
  const near = spoken ?? didYouMean(word, [...values, ...Object.keys(names)])
  const called = (value: string) => Object.keys(names).find((name) => names[name] === value)
  const zh = values.map((value) => (called(value) ? `${called(value)}（${value}）` : value))
  const all = { askZh: `，可以是：${zh.join('、')}`, askEn: `; it is one of: ${values.join(', ')}` }
  if (near === null) return diagnostic('E-OPTION-VALUE', null, { option, value: word, ...all })
  return asked('E-OPTION-VALUE', { option, value: word }, near)
}

/** What people call a command. */
const CALLED: Readonly<Record<string, string>> = {
  build: '排版 生成 印刷 打印 制作 编译 校样 小册子 存档 付印 做 make pdf print run',
  check: '检查 校对 核对 查错 检查稿件 lint verify test',
  new: '新建 下一期 新一期 新增 next add create',
  init: '新建刊物 初始化 创建 建刊',
  import: '导入 收稿 来稿',
  review: '审稿 修订 采纳',
  preview: '预览 边写边看 查看 编辑 打开 open view edit serve show',
  status: '状态 进度',
  stats: '统计 供稿统计',
  fonts: '字体',
  fmt: '格式化 format',
  explain: '说明 解释',
  doctor: '诊断 体检',
  start: '开始 菜单 启动 menu',
  '--help': '帮助 用法',
  '--version': '版本 version',
}

function nearCommand(word: string): string | null {
  const called = Object.keys(CALLED).find((name) => CALLED[name]?.split(' ').includes(word.toLowerCase()))
  const names = commands.map((one) => one.name)
  return called ?? didYouMean(word, names)
}

function asked(
  code: 'E-COMMAND' | 'E-OPTION' | 'E-OPTION-VALUE',
  values: Readonly<Record<string, string>>,
  near: string | null,
): Diagnostic {
  const ask =
    near === null
      ? { askZh: '', askEn: '' }
      : { askZh: `，是不是“${near}”？`, askEn: `; did you mean “${near}”?` }
  return diagnostic(code, null, { ...values, ...ask })
}

/** Options that a build has not, and how its settings are changed for once. */
const SETTINGS: Readonly<Record<string, string>> = {
  page: '--set pages=8',
  pages: '--set pages=8',
  status: '--set status=final',
  design: '--set design=official',
  columns: '--set page.columns=3',
  size: '--set output.max_size=2MB',
  'max-size': '--set output.max_size=2MB',
}

function nearOption(word: string, command: CommandRow | null): string | null {
  const setting = SETTINGS[word.replace(/^-+/, '').replace(/=.*$/, '')]
  if (setting !== undefined && command?.options.some(({ flags }) => flags.includes('--set'))) return setting
  const flags = [...(command?.options ?? []), ...globalOptions].map((row) => longFlag(row.flags))
  const near = didYouMean(
    word.replace(/^-+/, ''),
    flags.map((flag) => flag.slice(2)),
  )
  return near === null ? null : `--${near}`
}

/** `--output` of `-o, --output <file>`. */
export function longFlag(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags
}

/** `-o` of `-o, --output <file>`; null when it has no short form. */
export function shortFlag(flags: string): string | null {
  return /(?:^|\s)(-[A-Za-z])\b/.exec(flags)?.[1] ?? null
}

function optionName(row: OptionRow): string {
  return longFlag(row.flags)
    .slice(2)
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** `file` of `<file>` and of `[file...]`. */
export function argumentName({ name }: ArgumentRow): string {
  return name.replace(/[<>[\]]|\.\.\./g, '')
}
