import { expect, test } from 'vitest'
import { linked } from '../../src/cli/linked.ts'
import { pictureWords, stepWords } from '../../src/cli/step-words.ts'
import { openTerminal, type Terminal } from '../../src/cli/terminal.ts'
import { sayTextHintsOfAll } from '../../src/cli/text-hints.ts'
import { findIssues } from '../../src/project/find-issue.ts'
import { columnsOf } from '../../src/report/display-width.ts'
import { folded } from '../../src/report/folded.ts'
import { formatReport } from '../../src/report/report.ts'
import { issueOf, project } from './project.ts'

const zh = { words: (chinese: string) => chinese }

test('a build shows what it is at, and how far it is when it takes longer than a second', () => {
  expect(stepWords(zh, 'typeset', 999)).toBe('排版…')
  expect(stepWords(zh, 'paint', 1000)).toMatch(/^█{12}░{12} 2\/4 生成 PDF…$/)
})

test('a long build shows which of its pictures it is at', () => {
  expect(pictureWords(zh, 1, 12, 999)).toBe('处理图片…')
  expect(pictureWords(zh, 3, 12, 1000)).toBe('██████░░░░░░░░░░░░░░░░░░ 3/12 处理图片…')
})

test('after all issues one line says how many places of their texts a check would speak of', async () => {
  const slip = issueOf('2026-02-05').replace('部署', '2月30日部署,')
  const cwd = project({
    'issues/2026-02.yaml': slip,
    'issues/2026-03.yaml': slip.replace('-02-05', '-03-05'),
  })
  const places = findIssues([], true, cwd).value ?? []
  const said: string[] = []
  const terminal = { ...zh, say: (text: string) => said.push(text) } as unknown as Terminal
  await sayTextHintsOfAll(terminal, places, {})
  expect(said).toEqual([expect.stringMatching(/^另有 4 处文字提示：.*jianbao check --all$/)])
  await sayTextHintsOfAll(terminal, places.slice(0, 1), {})
  expect(said).toHaveLength(1)
})

test('a link opens the file, blanks and Han in its name too', () => {
  expect(linked('output/城 南.pdf', '/刊 物/城 南.pdf')).toBe(
    `\u001b]8;;file:///${encodeURI('刊 物/城 南.pdf')}\u001b\\output/城 南.pdf\u001b]8;;\u001b\\`,
  )
})

test('links are shown on a terminal only', () => {
  expect(openTerminal({}, 'zh', { TERM_PROGRAM: 'vscode' })).toMatchObject({
    links: process.stderr.isTTY === true,
  })
  expect(openTerminal({ quiet: true }, 'zh', { WT_SESSION: '1' }).links).toBe(false)
})

const LONG =
  '段与段之间空一行（jianbao check --fix 会代为空好）；或写 paragraphs: every-line，写在这一篇里，或写在 publication.yaml 里。'

test.each([30, 41, 60, 80])(
  'text is folded to %i columns, at no mark that may not stand there',
  (columns) => {
    const lines = folded(LONG, columns)
    for (const line of lines) {
      expect(columnsOf(line)).toBeLessThanOrEqual(columns)
      expect(line).not.toMatch(/^[，。；：）]|（$/)
    }
    expect(lines.join('').replace(/ /g, '')).toBe(LONG.replace(/ /g, ''))
    expect(lines.some((line) => line.includes('publication.yaml'))).toBe(true)
  },
)

test('a short text and a long word stay whole', () => {
  expect(folded('一行', 30)).toEqual(['一行'])
  expect(folded('', 30)).toEqual([''])
  expect(folded(`见 https://example.com/${'a'.repeat(40)} 一页`, 30)).toHaveLength(3)
})

test('the frame of a long line is no wider than the terminal', () => {
  const text = `${'甲'.repeat(60)}\n${'乙'.repeat(60)}`
  const span = { file: 'a.yaml', from: 100, to: 104 }
  const one = { severity: 'warning', code: 'W-LINES', span, values: { count: 3 } } as const
  const sources = new Map([['a.yaml', { file: 'a.yaml', text }]])
  const report = formatReport([one], sources, { language: 'zh', colour: false, columns: 44 })
  expect(report).toContain('^^^^^^^^')
  expect(Math.max(...report.split('\n').map(columnsOf))).toBeLessThanOrEqual(44)
})

test('a report is folded to the terminal, and left alone without one', () => {
  const one = { severity: 'warning', code: 'W-LINES', span: null, values: { count: 3 } } as const
  const told = (columns: number | null) =>
    formatReport([one], new Map(), { language: 'zh', colour: false, columns })
  expect(Math.max(...told(50).split('\n').map(columnsOf))).toBeLessThanOrEqual(50)
  expect(told(50).split('\n').length).toBeGreaterThan(told(null).split('\n').length)
  expect(told(10)).toBe(told(null))
})
