import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editArticle, readArticleHead } from '../../src/issue/write/edit-article.ts'
import type { ItemAct } from '../../src/issue/write/outline-acts.ts'

const file = 'issues/2026-01/甲.md'
const at = { section: 0, item: 0 }
const set = (field: 'title' | 'shoulder' | 'subtitle' | 'lead' | 'credit', text: string): ItemAct => ({
  act: 'set',
  at,
  field,
  text,
})
const edited = (text: string, act: ItemAct, chinese = false) =>
  editArticle({ file, text }, act, chinese).value

const WITH_HEAD = `---
# 来稿
title: 甲题   # 定稿
images:
  - { src: a.jpg, caption: 图一 }
---

正文一段。

# 小标题
`

describe('the head of an article’s own file', () => {
  test('is read from its front matter, or from the heading it begins with', () => {
    expect(readArticleHead({ file, text: WITH_HEAD })).toEqual({
      own: file,
      title: '甲题',
      fields: { title: '甲题' },
      pictures: [{ src: 'a.jpg', caption: '图一', fit: '', focus: null }],
    })
    expect(readArticleHead({ file, text: '# 乙题\n\n正文。\n' })?.title).toBe('乙题')
    expect(readArticleHead({ file, text: '正文。\n' })).toEqual({
      own: file,
      title: '',
      fields: {},
      pictures: [],
    })
    expect(readArticleHead({ file, text: '---\ntitle: 没有结束\n' })).toBeNull()
    expect(readArticleHead({ file, text: '---\ntitle: "没有结束\n---\n正文。\n' })).toBeNull()
  })

  test('gets a field as one line; comments, order and the body stay', () => {
    expect(edited(WITH_HEAD, set('subtitle', '副题'))).toBe(
      WITH_HEAD.replace('# 定稿\n', '# 定稿\nsubtitle: 副题\n'),
    )
    expect(edited(WITH_HEAD, set('title', '新题'))).toBe(WITH_HEAD.replace('甲题', '新题'))
    expect(edited(WITH_HEAD, set('title', '甲：“乙” # 丙'))).toContain('title: "甲：“乙” # 丙"')
    const lead = edited(WITH_HEAD, set('lead', 'true')) as string
    expect(lead).toContain('\nlead: true\n')
    expect(edited(lead, set('lead', ''))).toBe(WITH_HEAD)
  })

  test('keys that are new are in the language of the others', () => {
    const text = '---\n标题: 甲\n---\n正文。\n'
    expect(edited(text, set('credit', '办公室'))).toBe('---\n标题: 甲\n供稿: 办公室\n---\n正文。\n')
    expect(edited('正文。\n', set('title', '甲'), true)).toBe('---\n标题: 甲\n---\n正文。\n')
  })

  test('a heading is changed where it stands, and becomes the title when front matter is needed', () => {
    const text = '# 乙题\n\n正文。\n'
    expect(edited(text, set('title', '新题'))).toBe('# 新题\n\n正文。\n')
    expect(edited(text, set('shoulder', '引题'))).toBe('---\ntitle: 乙题\nshoulder: 引题\n---\n正文。\n')
    expect(edited('---\n---\n正文。\n', set('title', '甲'))).toBe('---\ntitle: 甲\n---\n正文。\n')
    expect(edited('\ufeff正文。\r\n', set('title', '甲'))).toBe('\ufeff---\r\ntitle: 甲\r\n---\r\n正文。\r\n')
  })

  test('pictures are added and set', () => {
    expect(edited(WITH_HEAD, { act: 'add-picture', at, src: 'b 1.jpg' })).toContain(
      '图一 }\n  - { src: b 1.jpg }\n---',
    )
    expect(edited('正文。\n', { act: 'add-picture', at, src: 'b.jpg' })).toBe(
      '---\nimages: [b.jpg]\n---\n正文。\n',
    )
    expect(edited(WITH_HEAD, { act: 'set-picture', at, picture: 0, focus: [0.25, 0.5] })).toContain(
      'caption: 图一, focus: [0.25, 0.5] }',
    )
  })

  test('what cannot be told is refused, with the file named', () => {
    for (const text of ['---\ntitle: 没有结束\n', '---\n- 列表\n---\n正文。\n']) {
      const { value, diagnostics } = editArticle({ file, text }, set('title', '甲'), false)
      expect(value).toBeNull()
      expect(diagnostics.map(({ code, values }) => [code, values.file])).toEqual([['E-OUTLINE-EDIT', file]])
    }
    expect(edited(WITH_HEAD, { act: 'set-picture', at, picture: 3, fit: 'page' })).toBeNull()
  })

  test('whatever is set is read back, or nothing is changed', () => {
    const line = fc.string({
      unit: fc.constantFrom('甲', 'a', ' ', ':', '#', '"', "'", '-', '{', '|', '*', '：'),
    })
    const texts = fc.constantFrom(WITH_HEAD, '# 乙题\n正文。\n', '正文。\n', '---\n---\n')
    fc.assert(
      fc.property(texts, line, fc.constantFrom('title', 'subtitle', 'credit'), (text, value, field) => {
        const wanted = value.trim()
        const made = edited(text, set(field, wanted))
        if (made === null) return
        const head = readArticleHead({ file, text: made })
        expect(head?.fields[field] ?? '').toBe(wanted)
        expect(made.endsWith(text.slice(-4))).toBe(true)
      }),
    )
  })
})
