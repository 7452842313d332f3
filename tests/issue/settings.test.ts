import { describe, expect, test } from 'vitest'
import { mm } from '../../src/base/units.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { picturesOf, publicationNamedIn } from '../../src/issue/files-of.ts'
import { publicationKeys } from '../../src/issue/language/publication-keys.ts'
import { defaultLimits } from '../../src/issue/limits.ts'
import { readingOf, readNodes } from '../../src/issue/read-file.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { designChanges } from '../../src/issue/settings/design-changes.ts'
import { articleText, PUBLICATION, reading } from './reading.ts'
import { article, issue, publication } from './samples.ts'

const SMALL = articleText('正文。')
/** What a publication's settings change in the design it names. */
function changes(settings: string) {
  const source = { file: 'publication.yaml', text: PUBLICATION + settings }
  const { value } = readNodes(source, { limits: defaultLimits, keepInvisible: false })
  const read = value && publicationKeys.read(value, source.file, readingOf(source, []))
  if (!read) throw new Error(settings)
  return designChanges(read, twoColumn)
}

/** The members of a design that are not the usual one's. */
function unusual(design: object | undefined, usual: object = twoColumn): unknown {
  const own = Object.entries(design ?? {}).flatMap(([member, value]) => {
    const was = (usual as Record<string, unknown>)[member]
    if (typeof value !== 'object' || value === null) return value === was ? [] : [[member, value]]
    const inner = unusual(value, was as object)
    return inner === undefined ? [] : [[member, inner]]
  })
  return own.length === 0 ? undefined : Object.fromEntries(own)
}

describe('a publication', () => {
  test('with two required keys and the worked example with every default are the same design', () => {
    const worked = readIssue({
      publication,
      issue,
      others: [],
      article: () => ({ value: article, diagnostics: [] }),
    })
    expect(worked.diagnostics).toEqual([])
    const small = reading(SMALL).issue
    const design = (worked.value as NonNullable<typeof worked.value>).publication.design
    const usual = small.publication.design
    const rounded = (value: unknown) =>
      JSON.parse(JSON.stringify(value), (_, one) =>
        typeof one === 'number' ? Math.round(one * 1000) / 1000 : one,
      )
    expect(rounded(design)).toEqual(rounded(usual))
    const { output, check } = (worked.value as NonNullable<typeof worked.value>).publication
    expect(output).toEqual(small.publication.output)
    expect({ ...check, rules: {} }).toEqual(small.publication.check)
  })

  test('gives lengths in mm, pt, em and 字号', () => {
    const { page, text, grid } = changes(
      'page: { size: [210mm, 285mm], column_gap: 2em, margin: { top: 2cm } }\ntype: { body: { size: 小四, line_height: 20pt }, indent: 24pt, han_latin_space: 0.25em }\n',
    )
    expect(page).toEqual({ width: mm(210), height: mm(285), columnGap: 24, margin: { top: mm(20) } })
    expect(grid).toEqual({ lineHeight: 20 })
    expect(text).toEqual({ indentEm: 2, hanLatinSpaceEm: 0.25 })
  })

  test('a larger body takes its grid and the text set in its size with it', () => {
    const { grid, type } = changes('type: { body: { size: 12pt } }\n')
    expect(grid?.lineHeight).toBeCloseTo((16.5 * 12) / 10.5)
    expect(type?.credit).toEqual({ size: 12 })
    expect(type?.headline).toBeUndefined()
  })

  test('takes Chinese keys and values', () => {
    expect(
      changes(
        '页面: { 栏数: 1, 页码位置: 居中 }\n文字: { 标题: { 字体: 楷体, 对齐: 左 }, 着重: 着重号, 纵横对齐: true }\n',
      ),
    ).toEqual({
      page: { columns: 1 },
      folio: { align: 'centre' },
      type: {
        headline: { family: '楷体', align: 'left' },
        // A lead article's looks as others do.
        leadHeadline: { family: '楷体', align: 'left' },
      },
      text: { emphasis: 'dots', grid: true },
    })
  })

  test('is changed for one issue by override, key by key', () => {
    const text = `override: { page: { columns: 1 }, name: 专刊 }\n${SMALL}`
    const { issue: read } = reading(text, `${PUBLICATION}page: { columns: 3, bleed: 3mm }\n`)
    expect(read.publication.name).toBe('专刊')
    expect(read.publication.issuer).toBe('城南区企业服务中心')
    expect(unusual(read.publication.design)).toEqual({ page: { columns: 1, bleed: mm(3) } })
  })

  test('is changed for one run by --set', () => {
    const set = (key: string, value: string) =>
      readIssue({
        publication: { file: 'publication.yaml', text: PUBLICATION },
        issue: { file: 'a.yaml', text: SMALL },
        others: [],
        article: () => ({ value: null, diagnostics: [] }),
        sets: [{ key, value }],
      })
    expect(unusual(set('page.columns', '1').value?.publication.design)).toEqual({ page: { columns: 1 } })
    expect(unusual(set('页面.页边.天头', '30mm').value?.publication.design)).toEqual({
      page: { margin: { top: mm(30) } },
      grid: { lines: 42 },
    })
    expect(set('name', '新刊').value?.publication.name).toBe('新刊')
    expect(set('page.colums', '1').diagnostics.map((one) => one.code)).toEqual(['E-SET'])
    const asked = (key: string) => set(key, '1').diagnostics[0]?.values.askZh
    expect(asked('最大体积')).toBe('，是不是“输出.最大体积”？')
    expect(asked('max_size')).toBe('，是不是“output.max_size”？')
    expect(asked('无此事')).toBe('')
    expect(set('page.columns', '9').diagnostics.map((one) => one.code)).toEqual(['E-TYPE'])
    // What of an issue is about how it is made is set for the run.
    expect(set('页数', '8').value?.pages).toMatchObject({ count: 8 })
    expect(set('fit.mode', 'auto').value?.fit.mode).toBe('auto')
    expect(set('状态', '定稿').value?.status).toBe('final')
    expect(set('pages', '四').diagnostics.map((one) => one.code)).toEqual(['E-TYPE'])
    for (const key of ['date', 'number', 'approved'])
      expect([key, ...set(key, '1').diagnostics.map((one) => one.code)]).toEqual([key, 'E-SET'])
  })

  test('contents of an issue win over the publication’s', () => {
    const settings = 'masthead: { contents: true }\n'
    expect(reading(SMALL, PUBLICATION + settings).issue.contents).toBe(true)
    expect(reading(`contents: false\n${SMALL}`, PUBLICATION + settings).issue.contents).toBe(false)
    const { design } = reading(`contents: false\n${SMALL}`, PUBLICATION + settings).issue.publication
    expect(design.masthead.contents).toBe(false)
  })
})

describe('what is not there, or is too much', () => {
  const codes = (text: string, withPublication = true) =>
    readIssue({
      publication: withPublication ? { file: 'publication.yaml', text: PUBLICATION } : null,
      issue: { file: 'a.yaml', text },
      others: [],
      article: () => ({ value: null, diagnostics: [] }),
    }).diagnostics.map((one) => one.code)

  test('a publication', () => {
    expect(codes(SMALL, false)).toEqual(['E-NO-PUBLICATION'])
  })

  test('an issue', () => {
    expect(codes('')).toEqual(['E-BLANK-FILE'])
    expect(codes('# nothing\n')).toEqual(['E-BLANK-FILE'])
  })

  test('a text, unless there is a picture', () => {
    const article = (more: string) =>
      codes(`date: 2024-01-15\nsections:\n  动态:\n    - { title: 甲${more} }\n`)
    expect(article('')).toEqual(['W-NO-BODY'])
    expect(article(', images: [{ src: a.jpg, caption: 甲 }]')).toEqual([])
  })

  test('articles and pictures without number', () => {
    const article = '    - { title: 甲, body: 乙 }\n'
    expect(codes(`date: 2024-01-15\nsections:\n  动态:\n${article.repeat(3001)}`)).toEqual(['E-MANY'])
    const pictures = Array.from({ length: 3001 }, (_, index) => `{ id: p${index} }`).join(', ')
    expect(codes(articleText('文', `      images: [${pictures}]\n`))).toEqual(['E-MANY'])
  })
})

describe('sections', () => {
  const names = (settings: string, sections: string) =>
    reading(`date: 2024-01-15\nsections:\n${sections}`, PUBLICATION + settings).issue.sections.map(
      (one) => `${one.name} ${one.style} ${one.articles.length}+${one.briefs.length}`,
    )

  test('come in the publication’s order, others after', () => {
    const sections =
      '  丙:\n    - 近日。\n  甲:\n    - { title: 甲, body: 文 }\n  乙:\n    - { title: 乙, body: 文 }\n'
    expect(names('sections: [乙, 甲]\n', sections)).toEqual([
      '乙 articles 1+0',
      '甲 articles 1+0',
      '丙 briefs 0+1',
    ])
  })

  test('of briefs by the publication, or by what is in them', () => {
    expect(
      names('sections: [{ name: 简讯, style: briefs }]\n', '  简讯:\n    - 甲。\n    - text: 乙。\n'),
    ).toEqual(['简讯 briefs 0+2'])
    expect(names('', '  动态:\n    - 甲。\n    - { title: 乙, body: 文 }\n')).toEqual(['动态 articles 1+1'])
  })
})

describe('articles', () => {
  const first = (text: string, file = article.text) => {
    const { value, diagnostics } = readIssue({
      publication: { file: 'publication.yaml', text: PUBLICATION },
      issue: { file: 'issues/2024-01.yaml', text },
      others: [],
      article: (path) => ({ value: { file: path, text: file }, diagnostics: [] }),
    })
    return { article: value?.sections[0]?.articles[0], codes: diagnostics.map((one) => one.code) }
  }
  const filed = (more = '') => `date: 2024-01-15\nsections:\n  动态:\n    - file: 2024-01/salon.md\n${more}`

  test('from files of their own, pictures beside them', () => {
    const { article: read } = first(filed())
    expect(read?.title[0]?.text).toBe('企业家沙龙举办')
    expect(read?.pictures[0]?.row[0]?.src).toBe('issues/2024-01/salon.png')
    expect(read?.credit?.units).toEqual([{ name: '丙交通公司', people: ['钱某', '孙某'] }])
    expect(read?.body.length).toBe(2)
  })

  test('what the issue says beside file: wins', () => {
    expect(first(filed('      lead: true\n      title: 新标题\n')).article).toMatchObject({
      lead: true,
      title: [{ text: '新标题' }],
    })
    expect(first(filed('      body: 正文\n')).codes).toEqual(['E-ITEM-BOTH'])
  })

  test('from files without front matter', () => {
    expect(first(filed(), '# 标题\n\n正文。\n').article).toMatchObject({
      title: [{ text: '标题' }],
      body: [{ kind: 'paragraph' }],
    })
    expect(first(filed(), '只有正文。\n').codes).toEqual(['E-NO-TITLE'])
    expect(first(filed(), '').codes).toEqual(['E-BLANK-FILE'])
  })

  test('credits as a map, as names in one text, as a text', () => {
    const credit = (text: string) =>
      reading(articleText('文', `      credit: ${text}\n`)).issue.sections[0]?.articles[0]?.credit
    expect(credit('{ 甲: [张, 李], 乙: 王、赵, 丙: }')?.units).toEqual([
      { name: '甲', people: ['张', '李'] },
      { name: '乙', people: ['王', '赵'] },
      { name: '丙', people: [] },
    ])
    expect(credit('供稿：张某')?.text).toBe('供稿：张某')
  })

  test('pictures in all their forms', () => {
    const images = `      images:
        - a.jpg
        - { id: b, placeholder: 待补, fit: 右侧, ratio: "4:3", focus: [0.2, 0.8], credit: 张某 }
        - { id: r, row: [c.jpg, { src: d.jpg, caption: 丁 }] }
`
    const { issue: read } = reading(articleText('文', images))
    const found = picturesOf(read)
    expect(found.map((one) => one.src)).toEqual(['issues/a.jpg', null, 'issues/c.jpg', 'issues/d.jpg'])
    expect(found[0]).toMatchObject({ id: 'a', fit: 'column', ratio: null, bounded: true, focus: [0.5, 0.5] })
    expect(found[1]).toMatchObject({
      id: 'b',
      placeholder: '待补',
      fit: 'right',
      ratio: 4 / 3,
      focus: [0.2, 0.8],
      credit: '张某',
    })
    expect(read.sections[0]?.articles[0]?.pictures.map((one) => [one.id, one.row.length])).toEqual([
      ['a', 1],
      ['b', 1],
      ['r', 2],
    ])
    expect(found[2]?.fit).toBe('page')
  })

  test('the publication an issue names', () => {
    expect(publicationNamedIn({ file: 'a', text: 'publication: ../刊物.yaml # x\n' })).toBe('../刊物.yaml')
    expect(publicationNamedIn({ file: 'a', text: 'date: 2024-01-15\n' })).toBeNull()
  })
})
