import { nearNumber } from '../issue/language/near-values.ts'
import type { Both } from '../report/words.ts'
import type { Given } from './command-table.ts'
import type { Ask } from './review-questions.ts'
import type { Terminal } from './terminal.ts'

/** A publication's folder, and its name as the menu shows it. */
export interface KnownPublication {
  readonly folder: string
  readonly name: string
}

/** The commands that the menu runs. */
export type MenuCommand = 'preview' | 'init' | 'new' | 'import' | 'build' | 'check' | 'status'

/** What the menu needs of the world around it. */
export interface MenuWorld {
  readonly ask: Ask
  /** The publications near the folder that the menu was started in. */
  readonly near: () => readonly KnownPublication[]
  /** The publication that a folder belongs to; null when it belongs to none. */
  readonly at: (folder: string) => KnownPublication | null
  /** Runs a command in a folder; gives its exit code. */
  readonly run: (command: MenuCommand, folder: string, given: Given) => Promise<number>
  /** Opens the newest issue's file in the desktop's editor; false when there is none. */
  readonly openIssue: (folder: string) => Promise<boolean>
}

interface Choice {
  readonly about: Both
  readonly act: (menu: Menu) => Promise<Next>
}

/** Where the menu goes on: the publication at hand, or none chosen yet; `end` leaves it. */
type Next = KnownPublication | null | 'end'

interface Menu {
  readonly terminal: Pick<Terminal, 'say' | 'words' | 'language'>
  readonly world: MenuWorld
  readonly publication: KnownPublication | null
}

const both = (zh: string, en: string): Both => ({ zh, en })
const LEAVE: Choice = { about: both('退出', 'Leave'), act: async () => 'end' }

/**
 * Asks what to do and does it, over and over, until there is nothing more to do. With one publication near, its pages
 * are shown beside their source first; what else there is comes after that.
 */
export async function runMenu(terminal: Menu['terminal'], world: MenuWorld): Promise<void> {
  const near = world.near()
  let publication: Next = near.length === 1 ? (near[0] as KnownPublication) : null
  if (publication !== null) {
    terminal.say(
      terminal.words(
        `先打开“${publication.name}”的预览；要新建下一期、检查、付印，在这里按 Ctrl-C`,
        `The preview of “${publication.name}” comes first; for the next issue, a check or the press, Ctrl-C here`,
      ),
    )
    await world.run('preview', publication.folder, NONE)
  }
  while (publication !== 'end') publication = await step({ terminal, world, publication })
}

async function step(menu: Menu): Promise<Next> {
  const { terminal, world, publication } = menu
  const { say, words, language } = terminal
  const choices = publication === null ? withoutPublication(world.near()) : WITH_PUBLICATION
  say('')
  if (publication !== null) say(`${publication.name}  ${publication.folder}`)
  choices.forEach(({ about }, at) => {
    say(`  ${at + 1}  ${about[language]}`)
  })
  say(`  0  ${LEAVE.about[language]}`)
  const answer = await world.ask(words('做哪一件？输入数字：', 'Which one? A number:'), '0')
  const number = numberOf(answer)
  if (number === 0) return LEAVE.act(menu)
  const choice = choices[number - 1]
  if (choice !== undefined) return choice.act(menu)
  say(words(`没有“${answer}”这一项`, `There is no “${answer}”`))
  return publication
}

/** The number that was typed, as Chinese input methods may give it too: １, 一, 1., 1、; -1 for none. */
function numberOf(answer: string): number {
  if (/^(?:退出|q|quit|exit)$/i.test(answer.trim())) return 0
  return Number(nearNumber(answer.trim().replace(/[.。、]$/, '')) ?? -1)
}

function withoutPublication(near: readonly KnownPublication[]): readonly Choice[] {
  const known = near.map((one): Choice => {
    const about = both(`打开“${one.name}”（${one.folder}）`, `Open “${one.name}” (${one.folder})`)
    return { about, act: async () => one }
  })
  return [...known, CREATE, OPEN]
}

const CREATE: Choice = {
  about: both('新建刊物', 'A new publication'),
  act: async ({ terminal, world }) => {
    const folder = await world.ask(
      terminal.words(
        '放在哪个文件夹？写文件夹的名字，如 城南简报：',
        'In which folder? Its name, such as my-bulletin:',
      ),
      terminal.words('工作简报', 'bulletin'),
    )
    await world.run('init', '.', { args: [droppedPath(folder)], options: {} })
    return world.at(droppedPath(folder))
  },
}

const OPEN: Choice = {
  about: both('打开已有的刊物', 'A publication that is there already'),
  act: async ({ terminal, world }) => {
    const { words, say } = terminal
    const answer = await world.ask(
      words('它的文件夹（可以把文件夹拖到这个窗口里）：', 'Its folder (drag it into this window):'),
      '',
    )
    const found = answer === '' ? null : world.at(droppedPath(answer))
    if (found === null)
      say(words('那里没有刊物（publication.yaml）', 'No publication (publication.yaml) is there'))
    return found
  },
}

/** A path as a terminal writes one that is dragged into it: in quotation marks, or with its blanks escaped. */
export function droppedPath(path: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(path.trim())
  return quoted ? (quoted[2] as string) : path.trim().replace(/\\([ '"()&])/g, '$1')
}

const NONE: Given = { args: [], options: {} }

function doing(about: Both, command: MenuCommand, given: Given = NONE): Choice {
  return {
    about,
    act: async ({ world, publication }) => {
      await world.run(command, (publication as KnownPublication).folder, given)
      return publication
    },
  }
}

const IMPORT: Choice = {
  about: both('导入来稿（Word、文本、照片）', 'Import contributions (Word, text, photographs)'),
  act: async ({ terminal, world, publication }) => {
    const path = await world.ask(
      terminal.words('文件或文件夹（可以拖到这个窗口里）：', 'File or folder (drag it into this window):'),
      '',
    )
    if (path !== '')
      await world.run('import', (publication as KnownPublication).folder, {
        args: [droppedPath(path)],
        options: {},
      })
    return publication
  },
}

const EDIT: Choice = {
  about: both('打开最新一期的文件来写', "Open the newest issue's file to write"),
  act: async ({ terminal, world, publication }) => {
    const opened = await world.openIssue((publication as KnownPublication).folder)
    if (!opened) terminal.say(terminal.words('这个刊物还没有一期', 'This publication has no issue yet'))
    return publication
  },
}

const WITH_PUBLICATION: readonly Choice[] = [
  doing(
    both(
      '在浏览器里边写边看（Ctrl-C 回到这里）',
      'Write it beside its pages in a browser (Ctrl-C comes back)',
    ),
    'preview',
  ),
  EDIT,
  doing(both('排成 PDF 并打开', 'Make the PDF and open it'), 'build', { args: [], options: { open: true } }),
  doing(both('检查稿件', 'Check the text'), 'check'),
  doing(both('新建下一期', 'A new issue'), 'new'),
  IMPORT,
  doing(both('校样并打开', 'Make a proof and open it'), 'build', {
    args: [],
    options: { make: 'proof', open: true },
  }),
  doing(both('送审的 Word 稿', 'A Word copy for review'), 'build', { args: [], options: { make: 'docx' } }),
  doing(both('印刷版', 'The file for the printer'), 'build', { args: [], options: { make: 'print' } }),
  doing(both('看看各篇还缺什么', 'What each article still wants'), 'status'),
  { about: both('换一个刊物', 'Another publication'), act: async () => null },
]
