import { TEMPLATE_NAMES } from '../project/templates/template-names.ts'
import type { Both } from '../report/words.ts'
import type { Terminal } from './terminal.ts'

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
  /** Other names of `values`. */
  readonly names?: Readonly<Record<string, string>>
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
}

const both = (zh: string, en: string): Both => ({ zh, en })

const ISSUES: ArgumentRow = {
  name: '[issue...]',
  about: both('期文件；不写就是最新一期', 'issue files; the newest when left out'),
  path: 'file',
}
const ISSUE: ArgumentRow = {
  name: '[issue]',
  about: both('期文件；不写就是最新一期', 'issue file; the newest when left out'),
  path: 'file',
}
const yes: OptionRow = { flags: '-y, --yes', about: both('不提问，照默认做', 'ask nothing') }
const keys: OptionRow = {
  flags: '--keys <zh|en>',
  about: both('键名用中文还是英文', 'keys in Chinese or in English'),
  values: ['zh', 'en'],
}
const FORMATS = ['human', 'github', 'sarif', 'json'] as const
export const PRODUCTS = ['pdf', 'print', 'booklet', 'archive', 'proof', 'docx'] as const
/** What products are called in publication.yaml, and by people. */
export const PRODUCT_NAMES: Readonly<Record<string, (typeof PRODUCTS)[number]>> = {
  电子版: 'pdf',
  电子: 'pdf',
  印刷版: 'print',
  印刷: 'print',
  付印: 'print',
  小册子: 'booklet',
  书册: 'booklet',
  存档: 'archive',
  存档版: 'archive',
  归档: 'archive',
  校样: 'proof',
  清样: 'proof',
  校对稿: 'proof',
  送审稿: 'docx',
  'Word 稿': 'docx',
  Word稿: 'docx',
  word: 'docx',
}

/** What may stand between several words of one option. */
export const BETWEEN_WORDS = /\s*[,，、;；]\s*/

/** The product that a word means, in whatever letters it is typed; the word itself where it means none. */
export function productNamed(word: string): string {
  const plain = word.trim()
  return PRODUCT_NAMES[plain] ?? PRODUCT_NAMES[plain.toLowerCase()] ?? plain.toLowerCase()
}
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
  { flags: '-q, --quiet', about: both('只报错误', 'only errors') },
  { flags: '-v, --verbose', about: both('也报提示，多说一些', 'notes too; say more') },
  { flags: '--json', about: both('结果以 JSON 写到标准输出', 'write the result to stdout as JSON') },
]

/** The whole command line (命令): parsing, help and completion are made from this table. */
export const commands: readonly CommandRow[] = [
  {
    name: 'start',
    about: both('按数字选着做，不用记命令', 'a menu, for those who type no commands'),
    args: [
      {
        name: '[folder]',
        about: both('刊物所在的文件夹，默认当前文件夹', 'where the publications are; here when left out'),
        path: 'folder',
      },
    ],
    options: [],
    examples: ['jianbao start', 'jianbao start 城南简报'],
  },
  {
    name: 'init',
    about: both(
      '新建刊物：刊物设置、第一期、编辑器用的模式文件',
      'a new publication: settings, a first issue, schemas',
    ),
    args: [
      {
        name: '[folder]',
        about: both('放在哪个文件夹，默认当前文件夹', 'folder; here when left out'),
        path: 'folder',
      },
    ],
    options: [
      { flags: '--name <name>', about: both('刊名', "the publication's name") },
      { flags: '--issuer <issuer>', about: both('编发单位', 'who issues it') },
      {
        flags: '--date <date>',
        about: both('第一期的日期，默认今天', 'date of the first issue; today when left out'),
      },
      {
        flags: '--template [name]',
        about: both(
          '照一份样刊新建，如 校报；不写名字就列出全部样刊',
          'begin from a publication of the gallery, such as school; without a name they are listed',
        ),
        values: TEMPLATE_NAMES.flatMap(([folder, zh]) => [zh, folder]),
      },
      keys,
      yes,
    ],
    examples: [
      'jianbao init 城南简报',
      'jianbao init 一中校报 --template 校报',
      'jianbao init . --yes --name 城南简报 --issuer 城南区办公室',
    ],
  },
  {
    name: 'new',
    about: both('新建下一期：日期和期号自动推算', 'the next issue, its date and number computed'),
    args: [
      {
        name: '[date]',
        about: both(
          '日期，如 2026-07-15；不写或写 next 就按刊期推算',
          'date such as 2026-07-15; next when left out',
        ),
      },
    ],
    options: [keys],
    examples: ['jianbao new', 'jianbao new 2026-07-15'],
  },
  {
    name: 'import',
    about: both(
      '来稿变成稿件：Word、文本、邮件、照片，逐条报告改了什么',
      'contributions become articles: Word, text, mail, photographs; every change is told',
    ),
    args: [
      {
        name: '<file...>',
        about: both('文件、文件夹或 .zip，可写多个', 'files, folders or .zip archives'),
        path: 'file',
      },
    ],
    options: [
      {
        flags: '--into <issue>',
        about: both('导入到哪一期；不写就是最新一期', 'the issue they go into; the newest when left out'),
        path: 'file',
      },
      {
        flags: '--section <name>',
        about: both(
          '放进哪个栏目；不写就看文件夹名，否则是第一个栏目',
          'the section; by the folder, or the first one, when left out',
        ),
      },
      {
        flags: '--tracked <accept|reject>',
        about: both('修订：accept 接受（默认），reject 拒绝', 'tracked changes: accept (default) or reject'),
        values: ['accept', 'reject'],
      },
      { flags: '--dry-run', about: both('只报告，不写文件', 'only report; write nothing') },
    ],
    examples: [
      'jianbao import 来稿/ --section 国企动态',
      'jianbao import 来稿.docx --into issues/2026-07.yaml --dry-run',
    ],
  },
  {
    name: 'review',
    about: both(
      '送审的 Word 稿改回来：逐处列出改动，采纳的改进源文件',
      'a Word copy back from review: each change listed, those taken put into the sources',
    ),
    args: [{ name: '<file>', about: both('改过的 .docx', 'the .docx that came back'), path: 'file' }],
    options: [
      {
        flags: '--into <issue>',
        about: both('是哪一期的；不写就是最新一期', 'the issue it was made of; the newest when left out'),
        path: 'file',
      },
      {
        flags: '--take <numbers>',
        about: both(
          '采纳哪些：all、none，或序号如 1,3,5；不写就逐处问',
          'what to take: all, none, or numbers such as 1,3,5; asked one by one when left out',
        ),
      },
    ],
    examples: ['jianbao review 送审稿-改.docx', 'jianbao review 送审稿-改.docx --take all'],
  },
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
          '做哪几种：pdf 电子版、print 印刷版、booklet 小册子、archive 存档、proof 校样、docx 送审的 Word 稿',
          'what to make: pdf, print, booklet, archive, proof, docx (a Word copy for review)',
        ),
        values: PRODUCTS,
        names: PRODUCT_NAMES,
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
  },
  {
    name: 'check',
    about: both('检查稿件，不做 PDF', 'check an issue without making a PDF'),
    args: [ISSUES],
    options: [
      all('所有各期', 'every issue'),
      {
        flags: '--fix',
        about: both(
          '改正只有一种改法的错误，先列出改动',
          'cure what has one certain cure; shows the changes first',
        ),
      },
      yes,
      set,
      strict,
      encoding,
      format,
    ],
    examples: ['jianbao check', 'jianbao check --fix'],
  },
  {
    name: 'preview',
    about: both(
      '在浏览器里边写边看：版面、原文、问题并排，改了就变',
      'the pages beside their source in a browser, changing as it is written',
    ),
    args: [ISSUE],
    options: [
      {
        flags: '--port <number>',
        about: both('端口；不写就用空着的', 'port; a free one when left out'),
      },
      { flags: '--no-open', about: both('不自动打开浏览器', 'do not open the browser') },
      { flags: '--read-only', about: both('只看，不能改', 'to look at, not to change') },
    ],
    examples: ['jianbao preview', 'jianbao preview issues/2026-06.yaml --read-only'],
  },
  {
    name: 'status',
    about: both(
      '各篇的字数、图片、供稿，还缺什么',
      'each article: characters, pictures, credit, what is missing',
    ),
    args: [ISSUE],
    options: [encoding],
    examples: ['jianbao status'],
  },
  {
    name: 'stats',
    about: both(
      '供稿统计：各单位、各人的篇数、字数、图片数',
      'contributions: pieces, characters and pictures by unit and person',
    ),
    args: [],
    options: [
      { flags: '--from <date>', about: both('从哪天起，如 2026-01-01', 'first day, such as 2026-01-01') },
      { flags: '--to <date>', about: both('到哪天止（含）', 'last day, included') },
      { flags: '--csv', about: both('写成 CSV（可用 Excel 打开）', 'write CSV, for Excel') },
      encoding,
    ],
    examples: ['jianbao stats --from 2026-01-01 --to 2026-06-30', 'jianbao stats --csv > 供稿统计.csv'],
  },
  {
    name: 'fonts',
    about: both('用到的字体：有没有，缺字时用什么代替', 'the fonts in use: found, missing, substitutes'),
    args: [ISSUE],
    options: [
      {
        flags: '--lock',
        about: both(
          '记下各字体文件的校验值，以后变了会提醒',
          "note the font files' hashes; a change is reported later",
        ),
      },
      encoding,
    ],
    examples: ['jianbao fonts', 'jianbao fonts --lock'],
  },
  {
    name: 'fmt',
    about: both('把键名统一成中文或英文，其余一字不动', 'write keys in one language; nothing else changes'),
    args: [
      {
        name: '[file...]',
        about: both(
          '文件；不写就是刊物设置和最新一期',
          'files; the publication and its newest issue when left out',
        ),
        path: 'file',
      },
    ],
    options: [
      keys,
      { flags: '--check', about: both('只看要不要改，不改', 'only say whether anything would change') },
    ],
    examples: ['jianbao fmt --keys zh', 'jianbao fmt --keys en issues/2026-06.yaml'],
  },
  {
    name: 'schema',
    about: both('编辑器用的模式文件（补全和提示）', 'the schemas that editors complete from'),
    args: [
      {
        name: '[which]',
        about: both('publication、issue、article 或 design', 'publication, issue, article or design'),
        values: ['publication', 'issue', 'article', 'design'],
      },
    ],
    options: [
      keys,
      {
        flags: '--write [folder]',
        about: both('写进文件夹，默认 schema', 'write them into a folder, schema by default'),
        path: 'folder',
      },
    ],
    examples: ['jianbao schema issue', 'jianbao schema --write'],
  },
  {
    name: 'explain',
    about: both(
      '说明一个错误代码、一个键或一件事：jianbao explain 图片',
      'explain a code, a key or a topic: jianbao explain pictures',
    ),
    args: [
      {
        name: '[word...]',
        about: both(
          '代码、键或主题，如 E-COLON、images.ratio、图片；不写就列出全部代码',
          'a code, key or topic such as E-COLON, images.ratio or pictures; all codes when left out',
        ),
      },
    ],
    options: [],
    examples: ['jianbao explain E-COLON', 'jianbao explain images.ratio', 'jianbao help 字体'],
  },
  {
    name: 'doctor',
    about: both(
      '看看本机是否齐备：版本、字体、上限、工具',
      'versions, fonts, limits and tools of this machine',
    ),
    args: [],
    options: [],
    examples: ['jianbao doctor'],
  },
  {
    name: 'completion',
    about: both('命令行补全脚本', 'a completion script for your shell'),
    args: [
      {
        name: '<shell>',
        about: both('bash、zsh、fish、powershell', 'bash, zsh, fish or powershell'),
        values: SHELLS,
      },
    ],
    options: [],
    examples: [
      'source <(jianbao completion bash)',
      'jianbao completion powershell | Out-String | Invoke-Expression',
    ],
  },
]
