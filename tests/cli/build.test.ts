import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBundle, jianbao } from './bundle.ts'
import { folderWith, issueOf, PUBLICATION, project } from './project.ts'

beforeAll(ensureBundle, 60_000)

const OUTPUT = 'output/城南简报-2026-01.pdf'

describe('build', () => {
  test('takes the newest issue, says which in its first line, and writes where the publication says', () => {
    const folder = project({ 'issues/2026-02.yaml': issueOf('2026-01-20') })
    const { code, out, err } = jianbao(folder, ['build'])
    expect(code).toBe(0)
    expect(out).toBe('')
    expect(err.split('\n')[0]).toBe('最新一期：issues/2026-02.yaml')
    expect(err).toMatch(/output\/城南简报-2026-02\.pdf　1 页　\d+ KB　[\d.]+ 秒　警告 \d/)
    expect(readdirSync(join(folder, 'output'))).toEqual(['城南简报-2026-02.pdf'])
  })

  test('gives the PDF and nothing else on stdout with -o -', () => {
    const { code, bytes, err } = jianbao(project(), ['build', '-o', '-'])
    expect(code).toBe(0)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.subarray(-6).toString().trim()).toBe('%%EOF')
    expect(err).toContain('最新一期')
  })

  test('the same bytes in another folder, time zone and locale', () => {
    const hashes = [
      jianbao(project(), ['build', '-o', '-'], { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }),
      jianbao(project(), ['build', '-o', '-'], {
        TZ: 'America/Los_Angeles',
        LANG: 'en_US.UTF-8',
        LC_ALL: 'C',
      }),
    ].map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
    expect(hashes[0]).toBe(hashes[1])
  })

  test('makes several products, each with its kind in the name', () => {
    const folder = project()
    expect(jianbao(folder, ['build', '--make', 'pdf,proof', '-o', 'a/b.pdf']).code).toBe(0)
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['b-proof.pdf', 'b.pdf'])
  })

  test('--set changes one setting for this run', () => {
    const folder = project()
    const ran = jianbao(folder, ['build', '--set', 'name=别的名称', '--set', '输出.文件夹=成品'])
    expect(ran.code).toBe(0)
    expect(existsSync(join(folder, '成品/别的名称-2026-01.pdf'))).toBe(true)
    expect(jianbao(folder, ['build', '--set', 'pgae.columns=3']).code).toBe(2)
    expect(jianbao(folder, ['build', '--set', 'columns']).err).toContain('E-OPTION-SET')
  })

  test('several issues at once, one of them broken: the others are made', () => {
    const folder = project({ 'issues/2026-02.yaml': 'date: 2026-01-20\nsections: 三\n' })
    const { code, err } = jianbao(folder, ['build', '--all'])
    expect(code).toBe(1)
    expect(err).toContain('E-TYPE  issues/2026-02.yaml:2:11')
    expect(err).toContain('共 2 期，成功 1，失败 1')
    expect(readdirSync(join(folder, 'output'))).toEqual(['城南简报-2026-01.pdf'])
  })

  test('issues named by a pattern, the publication’s settings among them', () => {
    const folder = project({ 'issues/2026-02.yaml': issueOf('2026-01-20') })
    const names = ['publication.yaml', 'issues/2026-01.yaml', 'issues/2026-02.yaml']
    expect(jianbao(folder, ['build', ...names]).code).toBe(0)
    expect(readdirSync(join(folder, 'output'))).toHaveLength(2)
    expect(jianbao(folder, ['build', 'publication.yaml'])).toMatchObject({ code: 2 })
  })

  test('--strict ends with 4 when the wished pages do not come out, and the PDF is made all the same', () => {
    const folder = project({ 'issues/2026-01.yaml': `pages: 3\n${issueOf('2026-01-05')}` })
    const relaxed = jianbao(folder, ['build'])
    expect(relaxed).toMatchObject({ code: 0 })
    expect(relaxed.err).toContain('W-PAGES-UNDER')
    expect(jianbao(folder, ['build', '--strict']).code).toBe(4)
    expect(existsSync(join(folder, OUTPUT))).toBe(true)
  })

  test('a photograph finer than wanted is reduced', () => {
    const photograph = readFileSync(join(import.meta.dirname, '../../issues/2026-06/salon.jpg'))
    const folder = project({
      'issues/2026-01.yaml': issueOf('2026-01-05', '      images: [{ src: a.jpg, fit: right }]\n'),
      'issues/a.jpg': photograph,
    })
    const ran = jianbao(folder, ['build', '--set', 'images.max_ppi=72'])
    expect(ran.err).not.toContain('E-IMAGE')
    expect(ran.code).toBe(0)
    expect(readFileSync(join(folder, OUTPUT)).length).toBeLessThan(photograph.length)
  })

  test('a path that a message proposes is right where it is typed', () => {
    const text = issueOf('2026-01-05', '      images: [2026/huichan.png]\n')
    const folder = project({ 'issues/2026-01.yaml': text, 'issues/2026/huichang.png': '' })
    expect(jianbao(folder, ['build']).err).toContain('“2026/huichan.png”；是不是“2026/huichang.png”')
  })

  test('a proof against an earlier file', () => {
    const folder = project({ 'archive/old.yaml': issueOf('2026-01-05').replace('部署', '安排') })
    expect(
      jianbao(folder, ['build', '--make', 'proof', '--against', 'archive/old.yaml', '--round', '2']).code,
    ).toBe(0)
    expect(jianbao(folder, ['build', '--make', 'proof', '--against', 'nosuch']).code).toBe(3)
    expect(jianbao(folder, ['build', '--make', 'proof', '--against', '--output=x']).code).not.toBe(0)
  })
})

/** What is wrong → the code and the exit code it must give; none may touch the PDF that is there. */
const FAULTS: readonly (readonly [
  string,
  Record<string, string | Uint8Array>,
  readonly string[],
  string,
  number,
])[] = [
  ['a missing issue', {}, ['issues/2026-09.yaml'], 'E-MISSING-NEAR', 3],
  ['a folder', {}, ['issues'], 'E-FILE-FOLDER', 3],
  ['an empty file', { 'issues/2026-01.yaml': '' }, ['issues/2026-01.yaml'], 'E-BLANK-FILE', 3],
  ['broken YAML', { 'issues/2026-01.yaml': 'date: 2026-01-05\nsections:\n  要闻: "没完\n' }, [], 'E-YAML', 1],
  [
    'an unknown key',
    { 'issues/2026-01.yaml': issueOf('2026-01-05', '      captoin: 图\n') },
    [],
    'E-UNKNOWN',
    1,
  ],
  [
    'a missing picture',
    { 'issues/2026-01.yaml': issueOf('2026-01-05', '      images: [没有.jpg]\n') },
    [],
    'E-MISSING',
    3,
  ],
  [
    'a picture that is none',
    { 'issues/2026-01.yaml': issueOf('2026-01-05', '      images: [a.jpg]\n'), 'issues/a.jpg': '不是图片' },
    [],
    'E-IMAGE-UNKNOWN',
    1,
  ],
  [
    'a picture outside',
    { 'issues/2026-01.yaml': issueOf('2026-01-05', '      images: [../../../etc/passwd]\n') },
    [],
    'E-PATH',
    6,
  ],
  ['no publication', {}, ['../2026-01.yaml'], 'E-NO-FILE', 3],
  ['an output that is a folder', {}, ['-o', 'issues'], 'E-WRITE-FOLDER', 5],
  ['an output below a file', {}, ['-o', 'publication.yaml/a.pdf'], 'E-WRITE-FOLDER', 5],
  ['an output that is an input', {}, ['-o', 'issues/2026-01.yaml'], 'E-WRITE-INPUT', 2],
  [
    'an output folder outside',
    { 'publication.yaml': `${PUBLICATION}output: { dir: ../.. }\n` },
    [],
    'E-OUTPUT-OUTSIDE',
    6,
  ],
  [
    'a product nobody makes',
    { 'publication.yaml': `${PUBLICATION}output: { make: pptx }\n` },
    [],
    'E-TYPE',
    1,
  ],
  [
    'a font nobody has',
    { 'publication.yaml': `${PUBLICATION}type: { body: { font: 华文魏碑 } }\n` },
    [],
    'E-FONT-UNKNOWN',
    1,
  ],
]

describe('faults', () => {
  test.each(FAULTS)('%s', (_, files, args, code, exit) => {
    const folder = project({ [OUTPUT]: 'old', ...files })
    const ran = jianbao(folder, ['build', ...args])
    expect(ran.err).toContain(` ${code}`)
    expect(ran.err).not.toMatch(/\n {4}at |Error:/)
    // What is wrong, and below it the place or the cure; no file is announced.
    expect(ran.err.trim()).toMatch(/\n.*\n|是不是/)
    expect(ran.err).not.toMatch(/　\d+ 页　/)
    expect(ran.code).toBe(exit)
    expect(readFileSync(join(folder, OUTPUT), 'utf8')).toBe('old')
    expect(readFileSync(join(folder, 'publication.yaml'), 'utf8')).toContain('bulletin')
  })

  test('GB18030 is recognised, and read when told', () => {
    // “date: …” with 某公司 and so on in GB18030, as an old editor saves it.
    const gb = Buffer.concat([
      Buffer.from('date: 2026-01-05\nsections:\n  '),
      Buffer.from('d2aace c5'.replace(' ', ''), 'hex'),
      Buffer.from(':\n    - title: '),
      Buffer.from('bbe1d2e9', 'hex'),
      Buffer.from('\n      body: |\n        '),
      Buffer.from('bbe1d2e9a1a3', 'hex'),
      Buffer.from('\n'),
    ])
    const folder = project({ 'issues/2026-01.yaml': gb })
    const refused = jianbao(folder, ['build'])
    expect(refused).toMatchObject({ code: 3 })
    expect(refused.err).toContain('GB18030')
    expect(refused.err).toContain('--encoding gb18030')
    expect(jianbao(folder, ['build', '--encoding', 'gb18030']).code).toBe(0)
  })

  test('in an empty folder', () => {
    const ran = jianbao(folderWith({}), ['build'])
    expect(ran.code).toBe(3)
    expect(ran.err).toContain('E-NO-ISSUE')
    expect(ran.err).toContain('jianbao init')
  })
})

describe('machine formats', () => {
  const broken = { 'issues/2026-01.yaml': issueOf('2026-01-05', '      captoin: 图\n') }

  test('--json: one object on stdout, with places counted from 1', () => {
    const { code, out, err } = jianbao(project(broken), ['build', '--json'])
    const result = JSON.parse(out)
    expect(code).toBe(1)
    expect(err).not.toContain('E-UNKNOWN')
    expect(result.exitCode).toBe(1)
    expect(result.diagnostics).toHaveLength(1)
    expect(result.diagnostics[0]).toMatchObject({
      code: 'E-UNKNOWN',
      file: 'issues/2026-01.yaml',
      line: 8,
      column: 7,
    })
  })

  test('--json of a build that went well names the files', () => {
    const { out } = jianbao(project(), ['build', '--json', '--lang', 'en'])
    expect(JSON.parse(out)).toMatchObject({
      exitCode: 0,
      issues: [{ issue: 'issues/2026-01.yaml', pages: 1, products: [{ kind: 'pdf', file: OUTPUT }] }],
    })
  })

  test('--json also of wrong places', () => {
    const { out, code } = jianbao(folderWith({}), ['build', '--json'])
    expect(JSON.parse(out)).toMatchObject({ exitCode: 3, diagnostics: [{ code: 'E-NO-ISSUE', file: null }] })
    expect(code).toBe(3)
  })

  test('--format github and sarif', () => {
    const folder = project(broken)
    expect(jianbao(folder, ['build', '--format', 'github']).out).toMatch(
      /^::error file=issues\/2026-01\.yaml,line=8,endLine=8,col=7,endColumn=14,title=E-UNKNOWN::/,
    )
    const sarif = JSON.parse(jianbao(folder, ['build', '--format', 'sarif']).out)
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'E-UNKNOWN', level: 'error' }] }],
    })
  })
})

describe('usage', () => {
  const folder = folderWith({})
  test.each([
    [['biuld'], 'E-COMMAND', '是不是“build”'],
    [['build', '--ouput', 'x'], 'E-OPTION', '是不是“--output”'],
    [['build', '-o'], 'E-OPTION-EMPTY', '--output'],
    [['build', '--make', 'prnt'], 'E-OPTION-VALUE', '是不是“print”'],
    [['build', '--make', 'web'], 'E-OPTION-VALUE', 'booklet'],
    [['build', '--all', '-o', 'a.pdf'], 'E-OPTION-CLASH', '“--all”和“-o”'],
    [['build', '-o', 'a.docx'], 'E-OPTION-VALUE', '--make docx'],
    [['build', '--make', 'docx', '-o', 'a.pdf'], 'E-OPTION-VALUE', '以 .docx 结尾'],
    [['build', '-o', '-', '--open'], 'E-OPTION-CLASH', '--open'],
    [['build', '--format', 'xml'], 'E-OPTION-VALUE', 'sarif'],
    [['build', '--round', 'x'], 'E-OPTION-VALUE', '1 到 99'],
    [['status', 'a', 'b'], 'E-ARGUMENTS', 'status'],
    [['completion'], 'E-ARGUMENT', 'shell'],
    [['completion', 'tcsh'], 'E-OPTION-VALUE', 'bash'],
    [['explain', 'E-COLN'], 'E-CODE', 'E-COLON'],
    [['stats', '--from', '六月'], 'E-OPTION-DATE', '2026-07-15'],
    [['--lang', 'fr', 'build'], 'E-OPTION-VALUE', '--lang'],
  ])('%j', (args, code, words) => {
    const ran = jianbao(folder, args)
    expect(ran.code).toBe(2)
    expect(ran.out).toBe('')
    expect(ran.err).toContain(code)
    expect(ran.err).toContain(words)
  })

  test('the parser’s own English is nowhere in Chinese messages', () => {
    for (const args of [['biuld'], ['build', '--ouput'], ['build', '-o'], ['completion']]) {
      expect(jianbao(folder, args).err).not.toMatch(/error:|unknown|missing required/i)
    }
  })

  test('every command has help in both languages, with an example', () => {
    const all = jianbao(folder, []).out
    for (const name of ['init', 'build', 'check', 'explain']) {
      expect(all).toContain(`  ${name}`)
      const zh = jianbao(folder, [name, '--help'])
      const en = jianbao(folder, [name, '--help', '--lang', 'en'])
      expect([zh.code, en.code]).toEqual([0, 0])
      expect(zh.out).toMatch(/用法: jianbao/)
      expect(en.out).toMatch(/Usage: jianbao/)
      expect(zh.out).toContain(`例:\n  jianbao ${name}`)
      expect(en.out).not.toMatch(/[选项参数]/)
    }
  })

  test('colours only on a terminal; a quiet run that went well says nothing', () => {
    const ran = jianbao(project(), ['build', '-q'])
    expect(ran).toMatchObject({ code: 0, out: '' })
    expect(ran.err).not.toMatch(/最新一期|KB/)
    expect(jianbao(folder, ['build']).err).not.toContain('\u001b')
  })

  test('a build says how many places of the text a check would speak of', () => {
    const slips = { 'issues/2026-01.yaml': issueOf('2026-01-05').replace('部署', '2月30日部署,') }
    const cwd = project({ ...slips, 'publication.yaml': `${PUBLICATION}type: { body: { font: SimSun } }\n` })
    const ran = jianbao(cwd, ['build'])
    expect(ran.err).toMatch(/警告 1\n另有 2 处文字提示：(?:npx )?jianbao check\n$/)
    expect(ran.err).toContain('W-FONT-ALIKE')
    expect(jianbao(cwd, ['build', '--lang', 'en']).err).toContain('2 remarks on the text besides: ')
    expect(jianbao(cwd, ['build', '-q']).err).toBe('')
    expect(jianbao(project(), ['build']).err).not.toContain('另有')
  })

  test('the locale chooses the language; --lang wins', () => {
    expect(jianbao(folder, ['build'], { LANG: 'en_US.UTF-8' }).err).toContain('error E-NO-ISSUE')
    expect(jianbao(folder, ['build', '--lang', 'zh'], { LANG: 'en_US.UTF-8' }).err).toContain(
      '错误 E-NO-ISSUE',
    )
  })
})

describe('output', () => {
  test('is written below folders that are not there yet, and replaces an old file', () => {
    const folder = project()
    expect(jianbao(folder, ['build']).code).toBe(0)
    const old = readFileSync(join(folder, OUTPUT))
    writeFileSync(join(folder, 'issues/2026-01.yaml'), issueOf('2026-01-05').replace('部署', '安排'))
    expect(jianbao(folder, ['build']).code).toBe(0)
    expect(readFileSync(join(folder, OUTPUT)).equals(old)).toBe(false)
    expect(readFileSync(join(folder, OUTPUT)).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(join(folder, 'output'))).toHaveLength(1)
  })
})
