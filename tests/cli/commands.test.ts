import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBundle, jianbao, programFile } from './bundle.ts'
import { folderWith, issueOf, PUBLICATION, project } from './project.ts'

beforeAll(ensureBundle, 60_000)

describe('from an empty folder', () => {
  test.each(['zh', 'en'])('init → check → build → new → status → stats, in %s', (lang) => {
    const folder = folderWith({})
    const run = (...args: string[]) => jianbao(folder, [...args, '--lang', lang])
    const made = run(
      'init',
      '--yes',
      '--name',
      '城南简报',
      '--issuer',
      '城南区办公室',
      '--date',
      '2026-03-15',
    )
    expect(made.code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual([
      '.gitignore',
      'issues',
      'publication.yaml',
      'schema',
      '投稿模板.docx',
    ])
    expect(run('check')).toMatchObject({ code: 0, out: '' })
    const built = run('build')
    expect(built.code).toBe(0)
    expect(built.err).not.toMatch(/错误|error|W-(?!UNEVEN)/)
    expect(readdirSync(join(folder, 'output'))).toEqual(['城南简报-2026-01.pdf'])
    expect(run('new').code).toBe(0)
    expect(readFileSync(join(folder, 'issues/2026-02.yaml'), 'utf8')).toMatch(
      lang === 'zh' ? /^日期: 2026-03-31$/m : /^date: 2026-03-31$/m,
    )
    expect(run('check').code).toBe(0)
    const status = run('status', 'issues/2026-01.yaml')
    expect(status.out).toContain('我单位编发第一期工作简报')
    expect(status.out).toContain(lang === 'zh' ? '图片 1 张' : '1 picture')
    expect(run('stats').out).toContain('综合科')
  })

  test('init and new never overwrite', () => {
    const folder = project()
    expect(jianbao(folder, ['init', '--yes'])).toMatchObject({ code: 5 })
    expect(readFileSync(join(folder, 'publication.yaml'), 'utf8')).toBe(PUBLICATION)
    expect(jianbao(folder, ['new', '2026-01-20']).code).toBe(0)
    const before = readFileSync(join(folder, 'issues/2026-02.yaml'), 'utf8')
    expect(jianbao(folder, ['new', '2026-01-21'])).toMatchObject({ code: 5 })
    expect(readFileSync(join(folder, 'issues/2026-02.yaml'), 'utf8')).toBe(before)
  })

  test('the schema lines lead to schemas that are there', () => {
    const folder = folderWith({})
    jianbao(folder, ['init', '--yes', '--date', '2026-03-15'])
    for (const file of ['publication.yaml', 'issues/2026-01.yaml']) {
      const way = /\$schema=(\S+)/.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? ''
      expect(existsSync(resolve(folder, file, '..', way))).toBe(true)
    }
  })
})

describe('check', () => {
  const wide = issueOf('2026-01-05').replace('title: ', 'title：')

  test('--fix shows the change and leaves the file alone until told', () => {
    const folder = project({ 'issues/2026-01.yaml': wide })
    const file = join(folder, 'issues/2026-01.yaml')
    const shown = jianbao(folder, ['check', '--fix'])
    expect(shown.code).toBe(1)
    expect(shown.err).toContain('-     - title：某公司召开会议')
    expect(shown.err).toContain('+     - title: 某公司召开会议')
    expect(readFileSync(file, 'utf8')).toBe(wide)
    expect(jianbao(folder, ['check', '--fix', '--yes']).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(issueOf('2026-01-05'))
  })

  test('proof findings, by the level that the publication gives them', () => {
    const text = issueOf('2026-01-05').replace('部署全年工作', '会期为1月8日至10')
    const found = jianbao(project({ 'issues/2026-01.yaml': text }), ['check'])
    expect(found.err).toContain('W-DATE-RANGE')
    expect(found.code).toBe(1)
    const never = {
      'publication.yaml': `${PUBLICATION}check: { fail_on: never }\n`,
      'issues/2026-01.yaml': text,
    }
    expect(jianbao(project(never), ['check']).code).toBe(0)
    const warned = (level: string) =>
      jianbao(
        project({
          'publication.yaml': `${PUBLICATION}check: { fail_on: ${level}, rules: { date-range: warning } }\n`,
          'issues/2026-01.yaml': text,
        }),
        ['check'],
      ).code
    expect([warned('error'), warned('warning')]).toEqual([0, 1])
  })

  test('makes no file, and says how many pages there will be', () => {
    const folder = project()
    const ran = jianbao(folder, ['check'])
    expect(ran.err).toContain('没有问题，1 页')
    expect(existsSync(join(folder, 'output'))).toBe(false)
  })

  test('a wished page count is held against the pages themselves', () => {
    const folder = project({ 'issues/2026-01.yaml': `pages: 2\n${issueOf('2026-01-05')}` })
    expect(jianbao(folder, ['check', '--strict'])).toMatchObject({ code: 4 })
  })
})

describe('stats', () => {
  test('a credit that is a text is no unit, and is said', () => {
    const folder = folderWith({
      'publication.yaml': PUBLICATION,
      'issues/2026-01.yaml': `date: 2026-01-05
sections:
  动态:
    - { title: 甲, body: 正文, credit: 本刊编辑部综合整理 }
    - { title: 乙, body: 正文, credit: { 办公室: 张某 } }
`,
    })
    const { out, err } = jianbao(folder, ['stats'])
    expect(out).toContain('办公室')
    expect(out).not.toContain('本刊编辑部综合整理')
    expect(out).toMatch(/合计\s+2\s/)
    expect(out + err).toContain('1 篇（条）的供稿是一段文字')
  })

  test('over a period, as CSV whose cells are no formulas', () => {
    const folder = project({
      'issues/2026-02.yaml': issueOf('2026-02-05', '      images: [a.jpg]\n').replace(
        '综合科: 张某',
        '=1+1: [李某, 王某]',
      ),
      'issues/2026-03.yaml': issueOf('2026-03-05').replace('综合科: 张某', '"@甲,乙": "-丙"'),
    })
    const ran = jianbao(folder, ['stats', '--csv', '--from', '2026-02-01'])
    expect(ran.code).toBe(0)
    expect(ran.out).toBe(
      '\ufeff单位,姓名,文章,简讯,字数,图片\r\n' +
        `'=1+1,,1,0,20,1\r\n'=1+1,李某,1,0,20,1\r\n'=1+1,王某,1,0,20,1\r\n` +
        `"'@甲,乙",,1,0,20,0\r\n"'@甲,乙",'-丙,1,0,20,0\r\n合计,,2,0,40,1\r\n`,
    )
  })
})

describe('fonts', () => {
  test('notes the fonts, and says when they are others', () => {
    const folder = project()
    expect(jianbao(folder, ['fonts']).out).toContain('内置')
    expect(jianbao(folder, ['fonts', '--lock']).code).toBe(0)
    expect(jianbao(folder, ['check']).err).not.toContain('W-FONT-LOCK')
    const file = join(folder, 'fonts.lock.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/("宋体 regular": ")\w+/, '$1000'))
    const changed = jianbao(folder, ['check', '--strict'])
    expect(changed.err).toContain('W-FONT-LOCK')
    expect(changed.code).toBe(4)
    writeFileSync(file, 'nonsense')
    expect(jianbao(folder, ['check'])).toMatchObject({ code: 1 })
  })

  test('names what stands in for a family that is not there', () => {
    const folder = project({ 'publication.yaml': `${PUBLICATION}type: { body: { font: 仿宋 } }\n` })
    expect(jianbao(folder, ['fonts']).out).toMatch(/仿宋 +没有，用内置的宋体代替/)
  })

  test('tells what each family’s missing characters are taken from, and which are taken', () => {
    const folder = project({ 'issues/2026-01.yaml': issueOf('2026-01-05').replace('张某', '張\u{31350}') })
    const { out } = jianbao(folder, ['fonts'])
    expect(out).toMatch(
      /宋体 +JianbaoSongRare-Regular、JianbaoSongMore-Regular、JianbaoSongLetters-Regular、/,
    )
    expect(out).toMatch(/張 U\+5F35 +楷体 +Jianbao\w+-Regular/)
    expect(out).toMatch(/U\+31350 +楷体 +没有字体有它，印成〓/)
    const { fonts } = JSON.parse(jianbao(folder, ['fonts', '--json']).out)
    expect(fonts.find((one: { family: string }) => one.family === '宋体').fallback[0]).toBe(
      'JianbaoSongRare-Regular',
    )
  })
})

describe('fmt', () => {
  test('keys into Chinese and back: the same bytes, comments and marks too', () => {
    const text = `\ufeff# 备注\r\n${issueOf('2026-01-05').replaceAll('\n', '\r\n')}`
    const folder = project({ 'issues/2026-01.yaml': text })
    const file = join(folder, 'issues/2026-01.yaml')
    expect(jianbao(folder, ['fmt', '--keys', 'zh', '--check']).code).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(jianbao(folder, ['fmt', '--keys', 'zh']).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('日期: 2026-01-05')
    expect(readFileSync(join(folder, 'publication.yaml'), 'utf8')).toContain('刊名: 城南简报')
    expect(jianbao(folder, ['build']).code).toBe(0)
    expect(jianbao(folder, ['fmt', '--keys', 'en']).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(jianbao(folder, ['fmt']).code).toBe(2)
  })

  test('in a Chinese locale init and new write Chinese throughout; English where it is asked for', () => {
    const folder = folderWith({})
    const env = { LANG: 'zh_CN.UTF-8' }
    expect(jianbao(folder, ['init', '--yes', '--date', '2026-03-15'], env).code).toBe(0)
    expect(jianbao(folder, ['new'], env).code).toBe(0)
    for (const file of ['publication.yaml', 'issues/2026-01.yaml', 'issues/2026-02.yaml']) {
      const text = readFileSync(join(folder, file), 'utf8').replace(/^# yaml-language-server.*$/m, '')
      const words = text.match(/[A-Za-z][A-Za-z_]+/g) ?? []
      const own = /^(?:jianbao|build|check|open|PDF|output|name|yyyy|nn|credits|jpg|pt|jianbao)$/
      expect(words.filter((word) => !own.test(word))).toEqual([])
    }
    expect(readFileSync(join(folder, 'schema/issue.schema.json'), 'utf8')).toContain('"栏目"')
    expect(jianbao(folder, ['build', '--all'], env).code).toBe(0)
    const english = folderWith({})
    expect(jianbao(english, ['init', '--yes', '--keys', 'en', '--date', '2026-03-15'], env).code).toBe(0)
    expect(jianbao(english, ['new'], env).code).toBe(0)
    expect(readFileSync(join(english, 'issues/2026-02.yaml'), 'utf8').slice(0, 400)).toContain('title: ')
  })

  test('init with Chinese keys builds too', () => {
    const folder = folderWith({})
    expect(jianbao(folder, ['init', '--yes', '--keys', 'zh', '--date', '2026-03-15']).code).toBe(0)
    expect(readFileSync(join(folder, 'issues/2026-01.yaml'), 'utf8')).toContain('标题: ')
    expect(jianbao(folder, ['check'])).toMatchObject({ code: 0 })
  })
})

describe('schema, explain, doctor', () => {
  test('schema prints valid JSON and writes files', () => {
    const folder = folderWith({})
    expect(JSON.parse(jianbao(folder, ['schema', 'issue', '--keys', 'zh']).out)).toHaveProperty(
      'properties.日期',
    )
    expect(jianbao(folder, ['schema', '--write', 'a/b']).code).toBe(0)
    expect(readdirSync(join(folder, 'a/b'))).toContain('publication.schema.json')
  })

  test('explain gives cause, example and cure', () => {
    const { out, code } = jianbao(folderWith({}), ['explain', 'e-colon', '--lang', 'en'])
    expect(code).toBe(0)
    expect(out).toMatch(/Cause:[\s\S]*Example:\n {2}caption：接待大厅[\s\S]*Cure:/)
    expect(jianbao(folderWith({}), ['explain']).out.split('\n').length).toBeGreaterThan(100)
  })

  test('explain and help tell of topics and keys too, from a file that no build reads', () => {
    const folder = folderWith({})
    expect(jianbao(folder, ['help', '字体', '--lang', 'zh']).out).toMatch(/^字体\n[\s\S]*fonts\.file/)
    expect(jianbao(folder, ['explain', 'images.ratio', '--json']).out).toContain('"key": "images.ratio"')
    const none = jianbao(folder, ['explain', 'colunms', '--lang', 'en'])
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('did you mean “columns”?')])
    const dist = dirname(programFile())
    // 骑马钉, as JavaScript in ASCII has it.
    const word = /\\u9a91\\u9a6c\\u9489/i
    expect(readFileSync(join(dist, 'topics.cjs'), 'latin1')).toMatch(word)
    expect(readFileSync(join(dist, 'program.cjs'), 'latin1')).not.toMatch(word)
  })

  test('doctor finds the fonts intact and prints the limits', () => {
    const { out, code } = jianbao(folderWith({}), ['doctor', '--json'])
    const result = JSON.parse(out)
    expect(code).toBe(0)
    expect(result.limits.length).toBeGreaterThan(8)
    expect(result.findings.map((one: { state: string }) => one.state)).not.toContain('bad')
    expect(out).toContain('jianbao-fonts-rare')
  })
})

/** Whether a shell is installed here, and takes the script on its standard input. */
function parses(shell: string, args: readonly string[], script: string): boolean | null {
  const ran = spawnSync(shell, args, { input: script })
  return ran.error ? null : ran.status === 0
}

describe('completion', () => {
  test.each([
    ['bash', ['-n']],
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ])('%s takes its script', (shell, args) => {
    const { out, code } = jianbao(folderWith({}), ['completion', shell])
    expect(code).toBe(0)
    // Where the shell is not installed, only what the script names is looked at.
    expect(parses(shell, args, out)).not.toBe(false)
    for (const word of ['build', 'explain', 'booklet']) expect(out).toContain(word)
  })

  test('bash completes commands, options and their values', () => {
    const { out } = jianbao(folderWith({}), ['completion', 'bash'])
    const complete = (...words: string[]) =>
      spawnSync(
        'bash',
        [
          '-c',
          `${out}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _jianbao; echo "\${COMPREPLY[*]}"`,
          'x',
          ...words,
        ],
        {
          encoding: 'utf8',
        },
      ).stdout.trim()
    if (spawnSync('bash', ['-c', 'true']).error) return
    expect(complete('jianbao', 'ch')).toBe('check')
    expect(complete('jianbao', 'build', '--st')).toBe('--strict')
    expect(complete('jianbao', 'build', '--make', 'b')).toBe('booklet')
    expect(complete('jianbao', 'completion', 'p')).toBe('powershell')
  })

  test('PowerShell gets a script that names every command', () => {
    const { out } = jianbao(folderWith({}), ['completion', 'powershell'])
    expect(out).toContain('Register-ArgumentCompleter -Native -CommandName jianbao')
    expect(out).toContain("'status' {")
  })
})

describe('--watch', () => {
  test('builds again for every input, also one saved by renaming, and ends with 130', async () => {
    const folder = project({
      'issues/2026-01.yaml': issueOf('2026-01-05').replace(
        'sections:\n  要闻:\n',
        'sections:\n  要闻:\n    - file: 来稿.md\n',
      ),
      'issues/来稿.md': '# 来稿一篇\n\n正文。\n',
    })
    const child = spawn(process.execPath, [programFile(), 'build', '--watch'], {
      cwd: folder,
      env: { ...process.env, LANG: 'zh_CN.UTF-8', JIANBAO_CACHE: 'off' },
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const waits = () => said.split('等待修改').length - 1
    const until = async (wanted: () => boolean) => {
      for (let i = 0; i < 200 && !wanted(); i += 1) await new Promise((done) => setTimeout(done, 50))
      expect(wanted(), said).toBe(true)
    }
    const pdf = () => readFileSync(join(folder, 'output/城南简报-2026-01.pdf'))
    try {
      await until(() => waits() === 1)
      const first = pdf()
      // As editors save: a new file renamed over the old one.
      writeFileSync(join(folder, 'issues/new~'), '# 来稿一篇\n\n改过的正文，长了一些。\n')
      renameSync(join(folder, 'issues/new~'), join(folder, 'issues/来稿.md'))
      await until(() => waits() >= 2)
      const second = pdf()
      expect(second.equals(first)).toBe(false)
      const seen = waits()
      writeFileSync(join(folder, 'publication.yaml'), `${PUBLICATION}subtitle: "内部"\n`)
      await until(() => waits() > seen)
      expect(pdf().equals(second)).toBe(false)
      const before = waits()
      writeFileSync(join(folder, 'issues/来稿.md'), '---\ntitel: x\n---\n正文\n')
      await until(() => waits() > before && said.includes('E-UNKNOWN'))
      expect(pdf().subarray(0, 5).toString()).toBe('%PDF-')
    } finally {
      child.kill('SIGINT')
    }
    const [code] = await once(child, 'exit')
    expect(code).toBe(130)
  })
})
