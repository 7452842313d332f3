import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editOutline } from '../../src/issue/write/edit-outline.ts'
import type { OutlineAct } from '../../src/issue/write/outline-acts.ts'
import { readOutline } from '../../src/issue/write/read-outline.ts'

const file = 'issue.yaml'
const TEXT = `# 头一行
date: 2026-01-05   # 日期
sections:
  要闻:
    # 头条
    - title: "甲：会议"
      lead: true        # 通栏
      body: |
        第一段。

        # 不是注释。
      images:
        - { src: a.jpg, caption: 图一 }
        - b.jpg
      credit: { 综合科: 张某 }

    - title: 乙
      body: |
        正文乙。
  动态:
      - title: 丙
        shoulder: 引
        images: [c.jpg]
        body: |
          正文丙。
      - file: d.md
  简讯:
    - 一条。
    - text: 两条。
      credit: 办公室
  空栏: []
# 末一行
`

function titles(text: string): readonly (readonly string[])[] {
  return (readOutline({ file, text }) ?? []).map(({ name, items }) => [
    name,
    ...items.map((one) => one.title),
  ])
}

/** The text after a change; throws where it is refused. */
function edited(act: OutlineAct, text = TEXT): string {
  const { value, diagnostics } = editOutline({ file, text }, act)
  if (value === null) throw new Error(diagnostics[0]?.code)
  return value
}

/** The lines that are not in both, each with its sign. */
function changed(act: OutlineAct, text = TEXT): readonly string[] {
  const [before, made] = [text, edited(act, text)].map((one) => one.split('\n')) as [string[], string[]]
  return [
    ...before.filter((line) => !made.includes(line)).map((line) => `- ${line}`),
    ...made.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ]
}

const at = (section: number, item: number) => ({ section, item })

describe('the outline of an issue', () => {
  test('sections, pieces, their fields and pictures', () => {
    const outline = readOutline({ file, text: TEXT })
    expect(titles(TEXT)).toEqual([
      ['要闻', '甲：会议', '乙'],
      ['动态', '丙', 'd.md'],
      ['简讯', '一条。', '两条。'],
      ['空栏'],
    ])
    const [first] = outline?.[0]?.items ?? []
    expect(first?.fields).toEqual({ title: '甲：会议', lead: 'true', credit: '{ 综合科: 张某 }' })
    expect(first?.pictures.map((one) => [one.src, one.caption])).toEqual([
      ['a.jpg', '图一'],
      ['b.jpg', ''],
    ])
  })

  test('a text that does not read has none', () => {
    expect(readOutline({ file, text: 'sections: [' })).toBeNull()
  })
})

describe('pieces', () => {
  test('move with the comments above them, at the indentation of where they go', () => {
    const text = edited({ act: 'move', from: at(0, 0), to: at(1, 1) })
    expect(titles(text).slice(0, 2)).toEqual([
      ['要闻', '乙'],
      ['动态', '丙', '甲：会议', 'd.md'],
    ])
    expect(text).toContain(
      '      # 头条\n      - title: "甲：会议"\n        lead: true        # 通栏\n        body: |\n          第一段。\n\n          # 不是注释。',
    )
  })

  test('move down and up again leaves every letter where it was', () => {
    const down = edited({ act: 'move', from: at(1, 0), to: at(1, 1) })
    expect(titles(down)[1]).toEqual(['动态', 'd.md', '丙'])
    expect(edited({ act: 'move', from: at(1, 1), to: at(1, 0) }, down)).toBe(TEXT)
  })

  test('go into an empty section, and the last one leaves an empty list', () => {
    const text = edited({ act: 'move', from: at(2, 0), to: at(3, 0) })
    expect(titles(text)[3]).toEqual(['空栏', '一条。'])
    expect(
      titles(edited({ act: 'remove', from: at(2, 0) }, edited({ act: 'remove', from: at(2, 0) })))[2],
    ).toEqual(['简讯'])
  })

  test('are copied, taken out and added', () => {
    expect(titles(edited({ act: 'copy', from: at(1, 1) }))[1]).toEqual(['动态', '丙', 'd.md', 'd.md'])
    expect(titles(edited({ act: 'remove', from: at(0, 0) }))[0]).toEqual(['要闻', '乙'])
    expect(titles(edited({ act: 'add-article', section: 1, text: '新: 稿' }))[1]).toEqual([
      '动态',
      '丙',
      'd.md',
      '新: 稿',
    ])
    expect(changed({ act: 'add-brief', section: 2, text: '三条。' })).toEqual(['+     - 三条。'])
  })

  test('sections are added and renamed', () => {
    expect(changed({ act: 'add-section', name: '专题' })).toEqual(['+   专题: []'])
    expect(changed({ act: 'rename-section', section: 1, name: '基层: 动态' })).toEqual([
      '-   动态:',
      '+   "基层: 动态":',
    ])
  })
})

describe('sections', () => {
  const names = (text: string) => titles(text).map(([name]) => name)

  test.each([
    [0, 3],
    [3, 0],
    [2, 1],
    [1, 2],
  ])('%i goes to %i and back again, and every letter is where it was', (section, to) => {
    const text = edited({ act: 'move-section', section, to })
    const wanted = ['要闻', '动态', '简讯', '空栏']
    wanted.splice(to, 0, ...wanted.splice(section, 1))
    expect(names(text)).toEqual(wanted)
    expect(edited({ act: 'move-section', section: to, to: section }, text)).toBe(TEXT)
  })

  test('move with the comments above them, also where the last line has no end', () => {
    const text = 'date: 2026-01-05\nsections:\n  甲:\n    - 一。\n  # 乙的\n  乙:\n    - 二。'
    expect(edited({ act: 'move-section', section: 1, to: 0 }, text)).toBe(
      'date: 2026-01-05\nsections:\n  # 乙的\n  乙:\n    - 二。\n  甲:\n    - 一。\n',
    )
    expect(edited({ act: 'move-section', section: 0, to: 1 }, text)).toBe(
      'date: 2026-01-05\nsections:\n  # 乙的\n  乙:\n    - 二。\n  甲:\n    - 一。\n',
    )
  })

  test('are copied under a name of their own, and taken out', () => {
    const text = edited({ act: 'copy-section', section: 1, name: '动态（二）' })
    expect(titles(text).slice(1, 3)).toEqual([
      ['动态', '丙', 'd.md'],
      ['动态（二）', '丙', 'd.md'],
    ])
    expect(edited({ act: 'remove-section', section: 2 }, text)).toBe(TEXT)
  })

  test.each([
    { act: 'copy-section', section: 1, name: '简讯' },
    { act: 'rename-section', section: 1, name: '简讯' },
    { act: 'add-section', name: '简讯' },
    { act: 'copy-section', section: 1, name: ' ' },
    { act: 'copy-section', section: 9, name: '新' },
    { act: 'move-section', section: 1, to: 4 },
    { act: 'move-section', section: 9, to: 0 },
    { act: 'remove-section', section: 9 },
  ] as const)('not where that says nothing: %j', (act) => {
    expect(editOutline({ file, text: TEXT }, act).value).toBeNull()
  })

  test('the only one stays', () => {
    const text = 'date: 2026-01-05\nsections:\n  甲:\n    - 一。\n'
    expect(editOutline({ file, text }, { act: 'remove-section', section: 0 }).value).toBeNull()
  })
})

describe('fields', () => {
  test.each([
    ['title', '新题', ['-     - title: "甲：会议"', '+     - title: 新题']],
    ['subtitle', '副', ['+       subtitle: 副']],
    ['lead', '', ['-       lead: true        # 通栏']],
    ['credit', '{ 综合科: 李某 }', ['-       credit: { 综合科: 张某 }', '+       credit: { 综合科: 李某 }']],
    ['credit', '李某', ['-       credit: { 综合科: 张某 }', '+       credit: 李某']],
  ] as const)('%s becomes “%s”, and nothing else changes', (field, text, lines) => {
    expect(changed({ act: 'set', at: at(0, 0), field, text })).toEqual(lines)
  })

  test('a brief has its words, with key or without', () => {
    expect(changed({ act: 'set', at: at(2, 0), field: 'title', text: '改。' })).toEqual([
      '-     - 一条。',
      '+     - 改。',
    ])
    expect(changed({ act: 'set', at: at(2, 1), field: 'title', text: '改。' })).toEqual([
      '-     - text: 两条。',
      '+     - text: 改。',
    ])
  })

  test('keys are Chinese where the pieces have Chinese ones', () => {
    const text = '日期: 2026-01-05\n栏目:\n  要闻:\n    - 标题: 甲\n      正文: |\n        乙。\n'
    expect(changed({ act: 'set', at: at(0, 0), field: 'subtitle', text: '副' }, text)).toEqual([
      '+       副题: 副',
    ])
    expect(changed({ act: 'add-picture', at: at(0, 0), src: 'a.jpg' }, text)).toEqual([
      '+       图片: [a.jpg]',
    ])
  })
})

describe('pictures', () => {
  test('are added to a list of lines, one in brackets, or none', () => {
    expect(changed({ act: 'add-picture', at: at(0, 0), src: 'x y.jpg' })).toEqual([
      '+         - { src: x y.jpg }',
    ])
    expect(changed({ act: 'add-picture', at: at(1, 0), src: 'x.jpg' })).toEqual([
      '-         images: [c.jpg]',
      '+         images: [c.jpg, x.jpg]',
    ])
    expect(changed({ act: 'add-picture', at: at(0, 1), src: 'x.jpg' })).toEqual(['+       images: [x.jpg]'])
  })

  test('take the place of a placeholder', () => {
    const text = TEXT.replace('- b.jpg', '- { id: b, placeholder: 待补：照片, caption: 图二 }')
    expect(changed({ act: 'add-picture', at: at(0, 0), src: 'x.jpg' }, text)).toEqual([
      '-         - { id: b, placeholder: 待补：照片, caption: 图二 }',
      '+         - { id: b, src: x.jpg, caption: 图二 }',
    ])
  })

  test('get focus, width and caption', () => {
    const set = (picture: number, change: object): OutlineAct => ({
      act: 'set-picture',
      at: at(0, 0),
      picture,
      ...change,
    })
    expect(changed(set(0, { focus: [0.333, 2] }))[1]).toBe(
      '+         - { src: a.jpg, caption: 图一, focus: [0.33, 1] }',
    )
    expect(changed(set(1, { fit: 'page' }))[1]).toBe('+         - { src: b.jpg, fit: page }')
    expect(changed(set(0, { caption: '图, 二' }))[1]).toBe('+         - { src: a.jpg, caption: "图, 二" }')
  })
})

describe('an issue with Chinese keys', () => {
  const OWN =
    '日期: 2026-01-05\n栏目:\n  要闻:\n    - 标题: 甲\n      图片: [a.jpg, { 文件: b.jpg, 位置: 左侧 }]\n      正文: 文。\n'
  const pictures = (text: string) =>
    readOutline({ file, text })?.[0]?.items[0]?.pictures.map(({ fit }) => fit)

  test('gets Chinese values, which are read as those they are', () => {
    const set = { act: 'set-picture', at: at(0, 0) } as const
    const wide = edited({ ...set, picture: 0, fit: 'page' }, OWN)
    expect(wide).toContain('图片: [{ 文件: a.jpg, 位置: 通栏 }, {')
    expect(pictures(wide)).toEqual(['page', 'left'])
    expect(edited({ ...set, picture: 1, fit: 'right' }, OWN)).toContain('{ 文件: b.jpg, 位置: 右侧 }')
    expect(edited({ act: 'set', at: at(0, 0), field: 'lead', text: 'true' }, OWN)).toContain('头条: 是\n')
  })
})

describe('what cannot be changed is left alone', () => {
  test.each([
    [
      'a list in brackets',
      'date: 2026-01-05\nsections:\n  要闻: [{ title: 甲 }]\n',
      { act: 'copy', from: at(0, 0) },
    ],
    ['a piece that is not there', TEXT, { act: 'remove', from: at(9, 9) }],
    ['a field of a file’s piece that is empty', TEXT, { act: 'set', at: at(2, 0), field: 'title', text: '' }],
    ['a broken file', 'sections: [', { act: 'copy', from: at(0, 0) }],
  ] as const)('%s', (_what, text, act) => {
    const { value, diagnostics } = editOutline({ file, text }, act)
    expect([value, diagnostics.map((one) => one.code)]).toEqual([null, ['E-OUTLINE-EDIT']])
  })

  test('whatever is moved, copied or taken out, all else says what it did, with either line end', () => {
    const place = fc.record({ section: fc.nat(4), item: fc.nat(3) })
    const acts: fc.Arbitrary<OutlineAct> = fc.oneof(
      fc.record({ act: fc.constant('move' as const), from: place, to: place }),
      fc.record({ act: fc.constantFrom('copy' as const, 'remove' as const), from: place }),
      fc.record({ act: fc.constant('move-section' as const), section: fc.nat(4), to: fc.nat(4) }),
      fc.record({
        act: fc.constant('set' as const),
        at: place,
        field: fc.constantFrom('title' as const, 'subtitle' as const, 'credit' as const),
        text: fc.string({
          unit: fc.constantFrom('甲', ' ', ':', '#', '"', "'", '-', '{', ']', '|', 'a', '：', ','),
        }),
      }),
    )
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (all, newline) => {
        let text = TEXT.replaceAll('\n', newline)
        for (const act of all) {
          const before = titles(text)
          const { value } = editOutline({ file, text }, act)
          if (value === null) continue
          text = value
          expect(text.replaceAll('\r\n', '').includes('\n')).toBe(newline === '\n')
          if (act.act.startsWith('move')) expect(titles(text).flat().sort()).toEqual(before.flat().sort())
          for (const kept of ['# 头一行', '日期', '# 末一行']) expect(text).toContain(kept)
        }
      }),
    )
  })
})
