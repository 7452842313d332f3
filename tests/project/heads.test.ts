import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { headOf, headOfIssue } from '../../src/issue/numbering/head-of-issue.ts'
import { copiesBeside, findIssue, issueFiles } from '../../src/project/find-issue.ts'
import { diskFiles } from '../../src/project/project-files.ts'
import { readSource } from '../../src/project/read-source.ts'
import { ensureBundle, jianbao } from '../cli/bundle.ts'
import { folderWith, issueOf, PUBLICATION, project } from '../cli/project.ts'

const MARK = '\ufeff'

/** The same head, written in ways that a file may begin. */
const WAYS: Readonly<Record<string, string>> = {
  plain: 'date: 2026-03-15\nnumber: 7\nsections: {}\n',
  mark: `${MARK}date: 2026-03-15\nnumber: 7\n`,
  'mark and comment': `${MARK}# 第七期\ndate: 2026-03-15 # 定了\nnumber: 7 # 七\n`,
  'document start': '---\ndate: 2026-03-15\nnumber: 7\n',
  'mark and document start': `${MARK}---\ndate: 2026-03-15\nnumber: 7\n`,
  'CR alone': 'date: 2026-03-15\rnumber: 7\rsections:\r',
  'CR and LF': `${MARK}date: 2026-03-15\r\nnumber: 7\r\n`,
  'CR among LF': 'date: 2026-03-15\rnumber: 7\nsections:\n',
  'line separators': 'date: 2026-03-15\u2028number: 7\u2028sections:\u2028',
  'next lines among LF': 'date: 2026-03-15\u0085number: 7\nsections:\n',
  Chinese: '日期: 2026年3月15日\n期号: 7\n',
  quoted: '"date": "2026-03-15" # x\n\'number\': \'7\'\n',
  'blank before the colon': 'date : 2026-03-15\nnumber : 7\n',
  'wide colon': 'date：2026-03-15\nnumber：7\n',
  'tight colon': 'date:2026-03-15\nnumber:7\n',
  'long comment': `${'# 说明\n'.repeat(5000)}date: 2026-03-15\nnumber: 7\n`,
  indented: '  date: 2026-03-15\n  number: 7\n',
  brackets: '{ date: 2026-03-15, number: 7 }\n',
  'value below': 'date:\n  2026-03-15\nnumber: 7\n',
  'last of all': 'sections:\n  简讯:\n    - 甲。\nnumber: 7\ndate: 2026-03-15\n',
}

describe('the head of a file', () => {
  test.each(Object.entries(WAYS))('%s', (_, text) => {
    const head = headOfIssue({ file: 'a.yaml', text })
    expect(head).toMatchObject({ date: { year: 2026, month: 3, day: 15 }, number: 7 })
  })

  test('the publication it names', () => {
    expect(
      headOf({ file: 'a', text: `${MARK}刊物: "../甲.yaml" # 见上\ndate: 2026-01-01\n` }).publication,
    ).toBe('../甲.yaml')
  })

  test.each(Object.entries(WAYS))('makes the file an issue: %s', (_, text) => {
    const folder = folderWith({ 'publication.yaml': PUBLICATION, 'issues/a.yaml': text })
    expect(issueFiles(join(folder, 'publication.yaml'))).toHaveLength(1)
  })

  test('a date that is none is spoken of; a file without date or sections is no issue', () => {
    const folder = project({
      'issues/b.yaml': 'date: 六月\nsections: {}\n',
      'issues/c.yaml': 'sections:\n  简讯: []\n',
      'issues/d.yaml': 'date: 明天\n',
    })
    const names = issueFiles(join(folder, 'publication.yaml')).map(({ file }) => file.slice(-6))
    expect(names).toEqual(['1.yaml', 'b.yaml'].map((one) => one.padStart(6, '0').slice(-6)))
  })
})

describe('copies of issues', () => {
  beforeAll(ensureBundle, 60_000)
  const COPIES = [
    '2026-01 - 副本',
    '2026-01(1)',
    '2026-01（2）',
    'old',
    '备份2026-01',
    '2026-01 copy',
    '2026-01.bak',
    '2026-01~',
    '2026-01-DESKTOP-7A31BC',
    '2026-01-LAPTOP-QWE12',
    '2026-01-MacBook',
  ]
  const ISSUES = ['2026-01', '2026-02', 'gold', '第3期', 'copybook', '2026-03-05']
  const textOf = (name: string) => [`issues/${name}.yaml`, issueOf('2026-01-05')] as const
  const found = (names: readonly string[], except?: string) => {
    const folder = folderWith({ 'publication.yaml': PUBLICATION, ...Object.fromEntries(names.map(textOf)) })
    const publication = join(folder, 'publication.yaml')
    const files = issueFiles(publication, except && join(folder, `issues/${except}.yaml`))
    const names_ = (all: readonly string[]) => all.map((file) => basename(file, '.yaml')).sort()
    return [names_(files.map(({ file }) => file)), names_(copiesBeside(publication))]
  }

  test('are set aside by their names', () => {
    expect(found([...COPIES, ...ISSUES])).toEqual([[...ISSUES].sort(), [...COPIES].sort()])
    expect(found(['2026-01', 'old'], '2026-01')).toEqual([[], ['old']])
    expect(found(['2026-01', 'old'], 'old')).toEqual([['2026-01'], ['old']])
  })

  test('are issues where there are no others', () => {
    expect(found(['old', '2026-01 copy'])).toEqual([['2026-01 copy', 'old'], []])
  })

  test('do not keep the issue from being built, and are named; the next issue goes where the issues are', () => {
    const folder = folderWith({
      'publication.yaml': PUBLICATION,
      'issues/2026-01.yaml': `number: 1\n${issueOf('2026-01-05')}`,
      'issues/2026-01 - 副本.yaml': `number: 1\n${issueOf('2026-01-05')}`,
      'last.yaml': `number: 1\n${issueOf('2026-01-05')}`,
    })
    const told = (...args: string[]) => {
      const { code, out, err } = jianbao(folder, args)
      return `${code} ${out}${err}`
    }
    expect(told('build', 'issues/2026-01.yaml')).toMatch(/^0 [\s\S]*W-NUMBER-TWICE[\s\S]*last\.yaml/)
    expect(told('check', '--all')).toContain('看来是副本，没有算作一期：2026-01 - 副本.yaml')
    expect(told('new', '2026-02-05')).toContain('issues/2026-')
  })
})

describe('a file under another name', () => {
  const told = (files: Readonly<Record<string, string>>) => {
    const { diagnostics } = findIssue(undefined, folderWith(files))
    return diagnostics.map(({ code, values: { file, name } }) => [code, ...(file ? [file, name] : [])])
  }
  const issue = issueOf('2026-01-05')

  test.each([
    'issues/2026-01.yaml.txt',
    'issues/2026-01.txt',
    'issues/2026-01.YAML.TXT',
    'issues/2026-01．yaml',
    'issues/2026-01。yaml',
    'issues/2026-01.ymal',
    '2026-01.yml.txt',
  ])('%s is told with the name it should have', (file) => {
    expect(told({ 'publication.yaml': PUBLICATION, [file]: issue })).toEqual([
      ['E-FILE-NAME', file, '2026-01.yaml'],
    ])
  })

  test.each([
    'publication.yaml.txt',
    'publication.txt',
    'publication.yml',
    'Publication.yaml',
    'issues/publication.YAML',
  ])('and the settings: %s', (file) => {
    expect(told({ [file]: PUBLICATION, 'issues/2026-01.yaml': issue })).toEqual([
      ['E-FILE-NAME', file, 'publication.yaml'],
    ])
  })

  test('a text of no issue is none, nor is anything said where there are issues', () => {
    expect(told({ 'publication.yaml': PUBLICATION, '说明.txt': '请先看我。' })).toEqual([['E-NO-ISSUE']])
    expect(told({ '说明.txt': '请先看我。' })).toEqual([['E-NO-ISSUE']])
    expect(told({ 'publication.yaml': PUBLICATION, 'a.yaml': issue, 'b.yaml.txt': issue })).toEqual([])
  })
})

describe('an issue in short', () => {
  const folder = folderWith({
    'publication.yaml': PUBLICATION,
    'issues/2025-02.yaml': issueOf('2025-02-05'),
    'issues/2026-02.yaml': issueOf('2026-02-05'),
    'issues/spring.yaml': `number: 3\n${issueOf('2026-03-05')}`,
  })
  test.each([
    ['2026-02', 'issues/2026-02.yaml'],
    ['2025-02', 'issues/2025-02.yaml'],
    ['2', 'issues/2026-02.yaml'],
    ['第2期', 'issues/2026-02.yaml'],
    ['第 3 期', 'issues/spring.yaml'],
    ['spring', 'issues/spring.yaml'],
    ['issues/2026-02', 'issues/2026-02.yaml'],
    ['other/2', 'other/2'],
  ])('%s is %s', (named, file) => {
    expect(findIssue(named, folder).value?.issue).toBe(join(folder, file))
  })

  test('9 is none of them, and said with those there are', () => {
    const { value, diagnostics } = findIssue('9', folder)
    expect(value).toBeNull()
    expect(diagnostics[0]).toMatchObject({
      code: 'E-ISSUE-NAME',
      values: { listEn: '2025-02, 2026-02, spring' },
    })
  })
})

describe('an only issue that cannot be read', () => {
  beforeAll(ensureBundle, 60_000)
  test.each([
    ['too large', Buffer.alloc(5_000_000, 0x20), 'E-FILE-SIZE'],
    ['no text', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0xfd, 0]), 'E-ENCODING-UNKNOWN'],
    ['empty', Buffer.alloc(0), 'E-BLANK-FILE'],
  ])('is found, and said to be %s', (_, bytes, code) => {
    const folder = folderWith({ 'publication.yaml': PUBLICATION, 'issues/2026-02.yaml': bytes })
    const { err } = jianbao(folder, ['check'])
    expect(err).toContain('2026-02.yaml')
    expect(err).toContain(code)
  })
})

describe('files with a byte order mark', () => {
  beforeAll(ensureBundle, 60_000)
  const marked = () =>
    folderWith({
      'publication.yaml': `${MARK}${PUBLICATION}frequency: irregular\ncheck: { roster: 名录.txt, dictionaries: [词表.txt] }\n`,
      'issues/2026-01.yaml': MARK + issueOf('2026-01-05'),
      'issues/2026-02.yaml': `${MARK}date: 2026-02-05\nsections:\n  要闻:\n    - file: a.md\n`,
      'issues/a.md': `${MARK}---\ntitle: 会议\n---\n部长张三丰到会，讲了##话。\n`,
      '名录.txt': `${MARK}张三丰,局长\n`,
      '词表.txt': `${MARK}到会 => 出席\n`,
    })

  test('are issues, and are counted', () => {
    const folder = marked()
    expect(jianbao(folder, ['status']).out).toContain('2026年第2期')
    expect(jianbao(folder, ['check', '--all', '--format', 'json']).out).toMatch(
      /W-ROSTER-TITLE[\s\S]*W-DICTIONARY/,
    )
    expect(jianbao(folder, ['new', '2026-03-05']).err).toContain('第3期')
  })

  test('keep it when they are changed', () => {
    const folder = folderWith({
      'publication.yaml': MARK + PUBLICATION,
      'issues/2026-01.yaml': MARK + issueOf('2026-01-05').replace('title: ', 'title:'),
    })
    const file = join(folder, 'issues/2026-01.yaml')
    expect(jianbao(folder, ['check', '--fix', '--yes']).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(MARK + issueOf('2026-01-05'))
    expect(jianbao(folder, ['fmt', '--keys', 'zh']).code).toBe(0)
    expect(readFileSync(file, 'utf8').startsWith(`${MARK}日期: `)).toBe(true)
  })

  test('differ in nothing from themselves', () => {
    const folder = marked()
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.invalid', ...args], {
        cwd: folder,
      })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'a')
    const proof = jianbao(folder, ['build', '--make', 'proof', '--against', 'HEAD', '-o', 'a.pdf'])
    expect(proof.code).toBe(0)
    expect(proof.err).not.toMatch(/改动/)
    expect(readdirSync(folder)).toContain('a.pdf')
  })
})

describe('files in another encoding', () => {
  beforeAll(ensureBundle, 60_000)
  const wide = (text: string) => Buffer.from(MARK + text, 'utf16le')

  test('are found, named and counted, not passed over', () => {
    const issue = issueOf('2026-02-05').replace('date', '日期')
    const folder = project({ 'issues/2026-02.yaml': wide(issue) })
    const ran = jianbao(folder, ['build'])
    expect(ran.code).toBe(3)
    expect(ran.err).toMatch(/2026-02\.yaml[\s\S]*UTF-16LE/)
    const later = jianbao(folder, ['new', '2026-03-15'])
    expect(later.err).toContain('第5期')
  })

  test.each([
    [
      'UTF-16 of Han alone',
      Buffer.from('张明远，总经理\n李某某，副总经理\n', 'utf16le'),
      'E-ENCODING',
      'UTF-16LE',
    ],
    [
      'the same, swapped',
      Buffer.from('张明远，总经理\n李某某，副总经理\n', 'utf16le').swap16(),
      'E-ENCODING',
      'UTF-16BE',
    ],
    ['UTF-32', Buffer.from('\ufeff\0甲\0:\0 \0', 'utf16le'), 'E-ENCODING-UNKNOWN', undefined],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'E-ENCODING-UNKNOWN', undefined],
  ])('%s is named', (_, bytes, code, encoding) => {
    const { diagnostics } = readSource(diskFiles(folderWith({ 'a.txt': bytes })), 'a.txt', null, undefined)
    expect(diagnostics.map((one) => [one.code, one.values.encoding])).toEqual([[code, encoding]])
  })

  test('what is no text is said to be none', () => {
    const folder = project({
      'issues/2026-01.yaml': new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0, 0, 0x80, 0xff]),
    })
    const ran = jianbao(folder, ['check', 'issues/2026-01.yaml'])
    expect(ran).toMatchObject({ code: 3, err: expect.stringContaining('E-ENCODING-UNKNOWN') })
    expect(ran.err).not.toContain('unknown（')
  })

  test('GB18030 with Chinese keys', () => {
    // 日期: 2026-02-05, then 栏目: and a brief 甲。
    const bytes = Buffer.from(
      'c8d5c6da3a20323032362d30322d30350ac0b8c4bf3a0a20206262623a0a202020202d20bcd7a1a30a',
      'hex',
    )
    const folder = project({ 'issues/2026-02.yaml': bytes })
    expect(jianbao(folder, ['check'])).toMatchObject({ code: 3, err: expect.stringContaining('GB18030') })
    expect(jianbao(folder, ['check', '--encoding', 'gb18030']).code).toBe(0)
  })

  test('UTF-16 beside a publication in UTF-8: the option that the message names reads both', () => {
    const text = '\ufeff日期: 2026-02-05\n栏目:\n  简讯:\n    - 甲。\n'
    const little = Buffer.from(text, 'utf16le')
    for (const [bytes, option] of [
      [little, 'utf-16le'],
      [Buffer.from(little).swap16(), 'utf-16be'],
    ] as const) {
      const folder = project({ 'issues/2026-02.yaml': bytes })
      const said = jianbao(folder, ['check'])
      expect(said).toMatchObject({ code: 3, err: expect.stringContaining(`--encoding ${option}`) })
      expect(jianbao(folder, ['check', '--encoding', option]).code).toBe(0)
    }
  })
})
