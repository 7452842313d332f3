import type { Terminal } from './terminal.ts'

/** Words in both languages. */
export interface Both {
  readonly zh: string
  readonly en: string
}

/** What the command line gave: positional arguments and options by their camel-case names. */
export interface Given {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/** A command's work; gives the exit code. */
export type Run = (terminal: Terminal, given: Given) => Promise<number>

export interface OptionRow {
  /** As commander reads it: `-o, --output <file>`. */
  readonly flags: string
  readonly about: Both
  /** The words it takes, when it takes only some. */
  readonly values?: readonly string[]
  /** Several of `values`, with commas between. */
  readonly many?: true
  /** May be given more than once. */
  readonly repeat?: true
  /** Whether its value is a file or a folder, for completion. */
  readonly path?: 'file' | 'folder'
}

export interface ArgumentRow {
  /** As commander reads it: `[issue...]`. */
  readonly name: string
  readonly about: Both
  readonly values?: readonly string[]
  readonly path?: 'file' | 'folder'
}

export interface CommandRow {
  readonly name: string
  readonly about: Both
  readonly args: readonly ArgumentRow[]
  readonly options: readonly OptionRow[]
  readonly examples: readonly string[]
  /** The file that does the work, loaded only when the command runs. */
  readonly load: () => Promise<{ readonly run: Run }>
}

const both = (zh: string, en: string): Both => ({ zh, en })

const ISSUES: ArgumentRow = {
  name: '[issue...]',
  about: both('期文件；不写就是最新一期', 'issue files; the newest when left out'),
  path: 'file',
}
const FORMATS = ['human', 'github', 'sarif', 'json'] as const
export const PRODUCTS = ['pdf', 'print', 'booklet', 'archive', 'proof'] as const
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

const all = (zh: string, en: string): OptionRow => ({ flags: '-a, --all', about: both(zh, en) })
const encoding: OptionRow = {
  flags: '--encoding <name>',
  about: both(
    '源文件的编码，默认 utf-8；GBK 写 gb18030',
    'encoding of the source files: utf-8, or gb18030 for GBK',
  ),
  values: ['utf-8', 'gb18030', 'gbk', 'gb2312', 'utf-16', 'utf-16le', 'utf-16be'],
}
const format: OptionRow = {
  flags: '--format <format>',
  about: both(
    '诊断的写法：human、github、sarif、json',
    'how diagnostics are written: human, github, sarif or json',
  ),
  values: FORMATS,
}
const set: OptionRow = {
  flags: '--set <key=value>',
  about: both(
    '只在这一次改一项设置，可写多次',
    'change one setting for this run; may be given more than once',
  ),
  repeat: true,
}
const strict: OptionRow = {
  flags: '--strict',
  about: both(
    '版面达不到要求也算失败（退出码 4）',
    'fail (exit 4) when the layout cannot meet what was asked',
  ),
}

/** What every command takes. */
export const globalOptions: readonly OptionRow[] = [
  {
    flags: '--lang <zh|en>',
    about: both('消息用中文还是英文', 'language of messages: zh or en'),
    values: ['zh', 'en'],
  },
  { flags: '-q, --quiet', about: both('只报错误和警告', 'only errors and warnings') },
  { flags: '-v, --verbose', about: both('也报提示，多说一些', 'notes too; say more') },
  { flags: '--json', about: both('结果以 JSON 写到标准输出', 'write the result to stdout as JSON') },
]

/** The whole command line (命令): parsing, help and completion are made from this table. */
export const commands: readonly CommandRow[] = [
  {
    name: 'build',
    about: both('排成 PDF', 'make the PDF'),
    args: [ISSUES],
    options: [
      {
        flags: '-o, --output <file>',
        about: both('输出文件；- 为标准输出', 'output file; - for stdout'),
        path: 'file',
      },
      {
        flags: '-m, --make <kinds>',
        about: both(
          '做哪几种：pdf 电子版、print 印刷版、booklet 小册子、archive 存档、proof 校样',
          'what to make: pdf, print, booklet, archive, proof',
        ),
        values: PRODUCTS,
        many: true,
      },
      all('所有各期，几期同时做', 'every issue, several at a time'),
      {
        flags: '-w, --watch',
        about: both('文件一改就重排，按 Ctrl-C 结束', 'build again at every change, until Ctrl-C'),
      },
      set,
      strict,
      { flags: '--open', about: both('做完打开', 'open it when done') },
      {
        flags: '--against <file>',
        about: both(
          '校样与哪一稿比对：旧的期文件，或 git 版本',
          'what a proof is compared with: an earlier issue file, or a git revision',
        ),
        path: 'file',
      },
      { flags: '--round <n>', about: both('第几校，默认 1', 'round of the proof, 1 by default') },
      encoding,
      format,
    ],
    examples: [
      'jianbao build issues/2026-06.yaml --open',
      'jianbao build --make pdf,print --set page.columns=3',
    ],
    load: () => import('./commands/build.ts'),
  },
]
