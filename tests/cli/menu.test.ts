import { expect, test } from 'vitest'
import type { Given } from '../../src/cli/command-table.ts'
import { droppedPath, type KnownPublication, runMenu } from '../../src/cli/menu.ts'

const SOUTH: KnownPublication = { folder: '/刊物/城南简报', name: '城南简报' }
const NORTH: KnownPublication = { folder: '/刊物/城北简报', name: '城北简报' }

interface Ran {
  readonly command: string
  readonly folder: string
  readonly given: Given
}

/** The menu with these answers in order; what it said, asked and ran. */
async function menu(answers: readonly string[], near: readonly KnownPublication[] = [SOUTH], issue = true) {
  const said: string[] = []
  const ran: Ran[] = []
  let asked = 0
  await runMenu(
    { say: (line) => void said.push(line), words: (zh) => zh, language: 'zh' },
    {
      ask: async (_, preset) => {
        asked += 1
        return answers[asked - 1] || preset
      },
      near: () => near,
      at: (folder) => [SOUTH, NORTH].find((one) => one.folder === folder || one.name === folder) ?? null,
      run: async (command, folder, given) => {
        ran.push({ command, folder, given })
        return 0
      },
      openIssue: async () => issue,
    },
  )
  return { said: said.join('\n'), ran, asked }
}

const PREVIEW: Ran = { command: 'preview', folder: SOUTH.folder, given: { args: [], options: {} } }

test('with one publication near, its preview opens, and the menu is behind it', async () => {
  const { said, ran } = await menu(['3', '4', '0'])
  expect(said).toContain('城南简报  /刊物/城南简报')
  expect(ran).toEqual([
    PREVIEW,
    { command: 'build', folder: SOUTH.folder, given: { args: [], options: { open: true } } },
    { command: 'check', folder: SOUTH.folder, given: { args: [], options: {} } },
  ])
})

test('the first choice shows the pages beside the source', async () => {
  const { ran } = await menu(['2', '1', '0'], [NORTH, SOUTH])
  expect(ran).toEqual([PREVIEW])
})

test('with several near, one is chosen; another later', async () => {
  const { ran } = await menu(['2', '4', '11', '1', '4', '0'], [SOUTH, NORTH])
  expect(ran.map(({ folder }) => folder)).toEqual([NORTH.folder, SOUTH.folder])
})

test('a new publication is made where it is asked for, and is at hand', async () => {
  const { ran } = await menu(['1', '城南简报', '5', '0'], [])
  expect(ran).toEqual([
    { command: 'init', folder: '.', given: { args: ['城南简报'], options: {} } },
    { command: 'new', folder: SOUTH.folder, given: { args: [], options: {} } },
  ])
})

test('a folder without a publication is said to be none, and asked for again', async () => {
  const { said, asked } = await menu(['2', '/别处', '0'], [])
  expect(said).toContain('那里没有刊物（publication.yaml）')
  expect(asked).toBe(3)
})

test('contributions are imported from what was dragged in; nothing typed imports nothing', async () => {
  const { ran } = await menu(['6', "'/来 稿/一.docx'", '6', '', '0'])
  expect(ran).toEqual([
    PREVIEW,
    { command: 'import', folder: SOUTH.folder, given: { args: ['/来 稿/一.docx'], options: {} } },
  ])
})

test('an answer that is no choice is said so; digits of full width are digits; nothing typed leaves', async () => {
  const { said, ran } = await menu(['99', 'x', '４', ''])
  expect(said).toContain('没有“99”这一项')
  expect(said).toContain('没有“x”这一项')
  expect(ran.map(({ command }) => command)).toEqual(['preview', 'check'])
})

test.each(['五', '５', '5.', '5、', '“5”'])('%s is the fifth', async (answer) => {
  const { ran } = await menu([answer, '退出'])
  expect(ran.map(({ command }) => command)).toEqual(['preview', 'new'])
})

test('a publication without an issue to open is said so', async () => {
  expect((await menu(['2', '0'], [SOUTH], false)).said).toContain('还没有一期')
  expect((await menu(['2', '0'])).said).not.toContain('还没有一期')
})

test.each([
  ["'/a b/c'", '/a b/c'],
  ['"C:\\简报 1"', 'C:\\简报 1'],
  ['/a\\ b/\\(c\\)', '/a b/(c)'],
  [' /a/b ', '/a/b'],
])('%s as a terminal writes it is %s', (written, path) => {
  expect(droppedPath(written)).toBe(path)
})
