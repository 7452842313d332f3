import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { findPublication, issueFiles } from '../../project/find-issue.ts'
import { loadPublication } from '../../project/load-publication.ts'
import { packageFolder } from '../../project/package-folder.ts'
import { ask } from '../ask.ts'
import type { Given, Run } from '../command-table.ts'
import { type KnownPublication, type MenuCommand, type MenuWorld, runMenu } from '../menu.ts'
import { openFile } from '../open-file.ts'
import type { Terminal } from '../terminal.ts'

/** `jianbao start [FOLDER]`: a menu for those who type no commands. */
export async function run(terminal: Terminal, { args }: Given): Promise<number> {
  if (!terminal.asks) {
    terminal.complain(
      terminal.words(
        'jianbao start 要有人在终端里回答；脚本里请直接用命令（jianbao --help）\n',
        'jianbao start asks questions and wants a terminal; in a script use the commands (jianbao --help)\n',
      ),
    )
    return 2
  }
  await runMenu(terminal, world(terminal, resolve(args[0] ?? workplace())))
  return 0
}

/** Where new publications are put: here, but never among the program's own files. */
function workplace(): string {
  const own = dirname(packageFolder)
  const here = process.cwd()
  const inside = here === own || here.startsWith(own + sep)
  return inside ? (documents().find(existsSync) ?? homedir()) : here
}

function documents(): readonly string[] {
  return ['文档', 'Documents', '桌面', 'Desktop'].map((name) => join(homedir(), name))
}

function world(terminal: Terminal, place: string): MenuWorld {
  return {
    ask,
    near: () => [place, ...documents()].flatMap(publicationsIn).filter(isFirst),
    at: (folder) => publicationAt(resolve(place, folder)),
    run: (command, folder, given) => runIn(terminal, command, resolve(place, folder), given),
    openIssue: async (folder) => {
      const { value: found } = findPublication(folder)
      const newest = found === null ? undefined : issueFiles(found.publication).at(-1)
      if (newest !== undefined) await openFile(newest.file)
      return newest !== undefined
    },
  }
}

/** The commands that the menu has, loaded when they are chosen. */
const chosen: Readonly<Record<MenuCommand, () => Promise<{ readonly run: Run }>>> = {
  preview: () => import('./preview.ts'),
  init: () => import('./init.ts'),
  new: () => import('./new.ts'),
  import: () => import('./import.ts'),
  build: () => import('./build.ts'),
  check: () => import('./check.ts'),
  status: () => import('./status.ts'),
}

async function runIn(
  terminal: Terminal,
  command: MenuCommand,
  folder: string,
  given: Given,
): Promise<number> {
  const before = process.cwd()
  process.chdir(folder)
  try {
    return await (await chosen[command]()).run(terminal, given)
  } finally {
    process.chdir(before)
  }
}

/** Of a publication that is found twice, the first. */
function isFirst(one: KnownPublication, at: number, all: readonly KnownPublication[]): boolean {
  return all.findIndex(({ folder }) => folder === one.folder) === at
}

/** That of a folder, and those of the folders in it. */
function publicationsIn(folder: string): readonly KnownPublication[] {
  if (!existsSync(folder)) return []
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name))
    .sort()
  return [folder, ...inside].flatMap((one) => {
    const isOne =
      existsSync(join(one, 'publication.yaml')) || existsSync(join(one, 'issues/publication.yaml'))
    const found = isOne ? publicationAt(one) : null
    return found === null ? [] : [found]
  })
}

function publicationAt(folder: string): KnownPublication | null {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return null
  const { value: place } = findPublication(folder)
  if (place === null) return null
  const { reading } = loadPublication(place).value
  return { folder: place.root, name: reading?.publication.name ?? basename(place.root) }
}
