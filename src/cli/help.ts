import { columnsOf, padded } from '../report/display-width.ts'
import type { Language } from '../report/words.ts'
import { type CommandRow, commands, globalOptions, type OptionRow } from './command-table.ts'
import { pageOfBook } from './page-of-book.ts'
import { argumentName } from './usage.ts'

const HELP: OptionRow = { flags: '-h, --help', about: { zh: '帮助', en: 'help' } }
const VERSION: OptionRow = { flags: '-V, --version', about: { zh: '版本', en: 'version' } }
const WIDTH = 96

/** The program's help: what it is for and its commands. */
export function programHelp(language: Language): string {
  const zh = language === 'zh'
  const about = zh
    ? '中文简报排版：从 YAML 到可付印的 PDF'
    : 'Typesets Chinese bulletins: from YAML to print-ready PDF'
  return [
    `jianbao — ${about}\n`,
    `${zh ? '用法' : 'Usage'}: jianbao <${zh ? '命令' : 'command'}> […]\n`,
    titled(
      zh ? '命令' : 'Commands',
      commands.map((one) => [usageOf(one), one.about[language]]),
    ),
    titled(zh ? '选项' : 'Options', optionLines([...globalOptions, VERSION, HELP], language)),
    zh
      ? `第一次用：jianbao init 我的简报，然后 cd 我的简报、jianbao build --open\n每个命令都有帮助：jianbao build --help；一件事、一个键、一条消息：jianbao help 字体\n说明书：${pageOfBook('guide/first-issue.html')}\n`
      : `To begin: jianbao init my-bulletin, then cd my-bulletin and jianbao build --open\nEvery command has help: jianbao build --help; so have topics, keys and messages: jianbao help fonts\nThe book: ${pageOfBook('en/index.html')}\n`,
  ].join('\n')
}

/** One command's help with its examples. */
export function commandHelp(command: CommandRow, language: Language): string {
  const zh = language === 'zh'
  const args = command.args.map((one): [string, string] => [argumentName(one), one.about[language]])
  return [
    `jianbao ${command.name} — ${command.about[language]}\n`,
    `${zh ? '用法' : 'Usage'}: jianbao ${usageOf(command)} [${zh ? '选项' : 'options'}]\n`,
    ...(args.length > 0 ? [titled(zh ? '参数' : 'Arguments', args)] : []),
    titled(zh ? '选项' : 'Options', optionLines([...command.options, ...globalOptions, HELP], language)),
    `${zh ? '例' : 'Examples'}:\n${command.examples.map((one) => `  ${one}\n`).join('')}`,
    `${zh ? '说明书：' : 'The book: '}${pageOfBook(`${zh ? '' : 'en/'}reference/commands.html`)}#${command.name}\n`,
  ].join('\n')
}

function usageOf(command: CommandRow): string {
  return [command.name, ...command.args.map((one) => one.name)].join(' ')
}

function optionLines(rows: readonly OptionRow[], language: Language): readonly [string, string][] {
  return rows.map(({ flags, about }) => [flags.startsWith('--') ? `    ${flags}` : flags, about[language]])
}

function titled(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => columnsOf(name)))
  const lines = rows.flatMap(([name, about]) =>
    folded(about, WIDTH - width - 4).map((part, at) =>
      `  ${padded(at === 0 ? name : '', width)}  ${part}`.trimEnd(),
    ),
  )
  return `${title}:\n${lines.map((line) => `${line}\n`).join('')}`
}

/** A text in lines of at most so many columns, broken at blanks and after Chinese marks. */
function folded(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<=[ 、，；：。])/)) {
    if (line !== '' && columnsOf(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line]
}
