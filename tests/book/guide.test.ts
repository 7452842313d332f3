import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fileOf } from '../../scripts/book/recipe-files.js'
import { commandsIn, filesIn, ISSUE_NAME, wholeFiles } from '../../scripts/book/recipes/recipes.ts'
import { ensureBundle, programFile } from '../cli/bundle.ts'
import { ROOT } from './recipes.ts'

const GUIDE = join(ROOT, 'docs/book/guide')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-书 guide-'))
  folders.push(folder)
  return folder
}

function put(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

/** Runs a line as it stands in a chapter; only the last may fail, none does. */
function run(folder: string, line: string): { readonly code: number | null; readonly said: string } {
  const words = line.split(' ').slice(1)
  const ran = spawnSync(process.execPath, [programFile(), ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'zh_CN.UTF-8' },
  })
  return { code: ran.status, said: `${ran.stdout}${ran.stderr}` }
}

const chapter = (name: string) => readFileSync(join(GUIDE, name), 'utf8')

describe('the chapters for editors', () => {
  ensureBundle()

  test('the first issue: its lines, one after the other, lead to a PDF and to the next issue', () => {
    const folder = newFolder()
    const lines = commandsIn(chapter('first-issue.md'))
    expect(lines[0]).toMatch(/^jianbao init 城南简报 /)
    expect(run(folder, lines[0] as string).code).toBe(0)
    const home = join(folder, '城南简报')
    for (const line of lines.slice(1)) expect([line, run(home, line).code]).toEqual([line, 0])
    expect(readdirSync(join(home, 'output'))).toEqual(['城南简报-2026-01.pdf'])
    expect(readdirSync(join(home, 'issues'))).toEqual(['2026-01.yaml', '2026-02.yaml'])
    expect(readFileSync(join(home, 'issues/2026-02.yaml'), 'utf8')).toContain('标题:')
    for (const [, name = ''] of chapter('first-issue.md').matchAll(/^\| `([^`]+)` \|/gm))
      expect([name, existsSync(join(home, name))]).toEqual([name, true])
  }, 120_000)

  const others = readdirSync(GUIDE).filter((name) => name !== 'first-issue.md')
  test.each(others)(
    '%s: its lines run in a publication such as it shows',
    (name) => {
      const text = chapter(name)
      const shown = filesIn(text)
      // A chapter may show the same file more than once, as it grows: each is tried.
      for (const issue of shown.filter((one) => one.name === ISSUE_NAME)) {
        const folder = newFolder()
        const files = [...shown.filter((one) => one.name !== ISSUE_NAME), issue]
        for (const file of wholeFiles({ files })) put(folder, file.name, file.text)
        for (const [, picture = ''] of issue.text.matchAll(/文件: (\S+\.jpg)/g))
          put(folder, `issues/${picture}`, fileOf(ROOT, `issues/${picture}`) as Uint8Array)
        put(
          folder,
          '来稿/文旅公司 书房开放.txt',
          '书房开放\n\n5月23日，书房正式开放。\n\n供稿：文旅公司 田秋实\n',
        )
        for (const line of commandsIn(text)) {
          const { code, said } = run(folder, line)
          expect([line, code, code === 0 ? '' : said]).toEqual([line, 0, ''])
        }
      }
    },
    240_000,
  )
})
