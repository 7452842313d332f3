import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { docx, p, picture, r, SENTENCE, title } from '../importers/docx-parts.ts'
import { png } from '../importers/pictures.ts'
import { ensureBundle, jianbao } from './bundle.ts'
import { project } from './project.ts'

beforeAll(ensureBundle, 60_000)

const WORD = docx({
  body:
    title('水务集团检查供水保障') +
    p(SENTENCE) +
    p(r('内部掌握', '<w:vanish/>')) +
    p('供稿：水务集团 周明远'),
})

describe('jianbao import', () => {
  test('an issue that is not there is asked for, not made up', () => {
    const folder = project({ '来稿.docx': WORD })
    const ran = jianbao(folder, ['import', '来稿.docx', '--into', 'issues/2026-02.yaml'])
    expect(ran.code).toBe(3)
    expect(ran.err).toContain('E-IMPORT-NO-ISSUE')
    expect(ran.err).toContain('还没有“issues/2026-02.yaml”这一期')
    expect(ran.err).toContain('jianbao new')
    expect(existsSync(join(folder, 'issues/2026-02.yaml'))).toBe(false)
  })

  test('an article, its entry and the report; comments stay, nothing is overwritten', () => {
    const folder = project({ '来稿.docx': WORD })
    const issue = join(folder, 'issues/2026-01.yaml')
    writeFileSync(issue, readFileSync(issue, 'utf8').replace('  要闻:', '  要闻:   # 头版\n    # 第一篇'))
    const ran = jianbao(folder, ['import', '来稿.docx'])
    expect(ran.err).toContain('✗ 隐藏文字：“内部掌握” → 没有收入')
    expect(ran.code).toBe(0)
    const made = readFileSync(join(folder, 'issues/2026-01/水务集团检查供水保障.md'), 'utf8')
    expect(made).toContain('credit: { 水务集团: 周明远 }')
    expect(readFileSync(join(folder, 'issues/2026-01/import-report.md'), 'utf8')).toContain(
      '隐藏文字：“内部掌握”',
    )
    const yaml = readFileSync(issue, 'utf8')
    expect(yaml).toContain('  要闻:   # 头版\n    # 第一篇')
    expect(yaml).toContain('    - file: 2026-01/水务集团检查供水保障.md\n')
    expect(jianbao(folder, ['check']).code).toBe(0)
    expect(jianbao(folder, ['import', '来稿.docx']).code).toBe(0)
    expect(readdirSync(join(folder, 'issues/2026-01')).sort()).toEqual([
      'import-report-2.md',
      'import-report.md',
      '水务集团检查供水保障-2.md',
      '水务集团检查供水保障.md',
    ])
    expect(readFileSync(join(folder, 'issues/2026-01/水务集团检查供水保障.md'), 'utf8')).toBe(made)
  })

  test('a dry run writes nothing and says the same', () => {
    const folder = project({ '来稿.docx': WORD })
    const before = readFileSync(join(folder, 'issues/2026-01.yaml'), 'utf8')
    const ran = jianbao(folder, ['import', '来稿.docx', '--dry-run', '--json'])
    const told = JSON.parse(ran.out)
    expect(told).toMatchObject({ exitCode: 0, dryRun: true, issue: 'issues/2026-01.yaml' })
    expect(told.files[0].entries.map((one: { kind: string }) => one.kind)).toEqual([
      'hidden',
      'title',
      'credit',
    ])
    expect(existsSync(join(folder, 'issues/2026-01'))).toBe(false)
    expect(readFileSync(join(folder, 'issues/2026-01.yaml'), 'utf8')).toBe(before)
  })

  test('a section is made when it is not there, in the language of the keys', () => {
    const folder = project({ '来稿.docx': WORD })
    writeFileSync(
      join(folder, 'issues/2026-01.yaml'),
      '日期: 2026-01-05\n栏目:\n  要闻:\n    - 标题: 旧稿\n      正文: 旧稿的正文。\n# 完\n',
    )
    expect(jianbao(folder, ['import', '来稿.docx', '--section', '国企动态']).code).toBe(0)
    expect(readFileSync(join(folder, 'issues/2026-01.yaml'), 'utf8')).toBe(
      '日期: 2026-01-05\n栏目:\n  要闻:\n    - 标题: 旧稿\n      正文: 旧稿的正文。\n  国企动态:\n    - 文件: 2026-01/水务集团检查供水保障.md\n# 完\n',
    )
  })

  test('a picture is cropped as it was, and saved once', async () => {
    const body =
      title('水务集团检查供水保障') + p(SENTENCE) + p(picture('i1', '<a:srcRect l="25000" t="50000"/>'))
    const file = docx({
      body,
      links: { i1: 'image media/image1.png' },
      files: { 'media/image1.png': png(80, 40) },
    })
    const folder = project({ '来稿.docx': file })
    expect(jianbao(folder, ['import', '来稿.docx']).code).toBe(0)
    const { default: sharp } = await import('sharp')
    const made = await sharp(join(folder, 'issues/2026-01/水务集团检查供水保障-1.png')).metadata()
    expect([made.width, made.height]).toEqual([60, 20])
  })

  test('photographs beside a text: WebP is converted, HEIC is kept and told', async () => {
    const { default: sharp } = await import('sharp')
    const image = sharp({ create: { width: 60, height: 40, channels: 3, background: '#7799aa' } })
    const heic = new Uint8Array(Buffer.from('00000018667479706865696300000000', 'hex'))
    const folder = project({
      '稿/来稿.docx': WORD,
      '稿/来稿1.webp': new Uint8Array(await image.webp().toBuffer()),
      '稿/来稿2.heic': heic,
    })
    const told = JSON.parse(jianbao(folder, ['import', '稿', '--json']).out)
    const kinds = told.files[0].entries.map((one: { kind: string }) => one.kind)
    expect(kinds).toEqual(expect.arrayContaining(['picture-matched', 'picture-converted', 'picture-heic']))
    expect(readdirSync(join(folder, 'issues/2026-01')).sort()).toEqual([
      'import-report.md',
      '水务集团检查供水保障-1.png',
      '水务集团检查供水保障-2.heic',
      '水务集团检查供水保障.md',
    ])
    const made = readFileSync(join(folder, 'issues/2026-01/水务集团检查供水保障.md'), 'utf8')
    expect(made).toContain('src: 水务集团检查供水保障-1.png')
    expect(made).toContain('placeholder: 待补：原稿图片')
  })

  test.each([
    ['nothing to import', { '空/说明.xlsx': new Uint8Array([1]) }, '空', 'E-IMPORT-NOTHING', 3],
    [
      'a section of another form',
      {
        '来稿.docx': WORD,
        'issues/2026-01.yaml': 'date: 2026-01-05\nsections:\n  要闻: [{ title: 甲, body: 乙 }]\n',
      },
      '来稿.docx',
      'E-IMPORT-SECTION',
      1,
    ],
    ['a file that is not there', {}, '没有.docx', 'E-NO-FILE', 3],
    [
      'a bomb',
      { '来稿.docx': zipSync({ 'word/document.xml': [new Uint8Array(30_000_000), { level: 9 }] }) },
      '来稿.docx',
      'E-BOMB',
      6,
    ],
  ] as const)('%s', (_, files, named, code, exit) => {
    const folder = project(files as Record<string, Uint8Array | string>)
    const ran = jianbao(folder, ['import', named, '--json'])
    expect(JSON.parse(ran.out).diagnostics.map((one: { code: string }) => one.code)).toEqual([code])
    expect(ran.code).toBe(exit)
    expect(existsSync(join(folder, 'issues/2026-01'))).toBe(false)
  })
})
