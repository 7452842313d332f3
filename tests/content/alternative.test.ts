import { describe, expect, test } from 'vitest'
import { alternativeOf } from '../../src/content/alternative.ts'
import type { Picture } from '../../src/issue/issue.ts'

const SPAN = { file: 'a.yaml', from: 0, to: 0 }

function picture(given: { alt?: string; caption?: string; placeholder?: string }): Picture {
  const { alt = '', caption = '', placeholder = '' } = given
  return {
    id: '',
    src: 'a.jpg',
    placeholder,
    caption: caption === '' ? [] : [{ text: caption, span: SPAN }],
    alt,
    fit: 'column',
    ratio: null,
    focus: [0.5, 0.5],
    credit: '',
    span: SPAN,
  }
}

describe('what a screen reader is told of a photograph', () => {
  test.each([
    [{ alt: '几个人看屏幕', caption: '大厅' }, '几个人看屏幕'],
    [{ alt: '几个人看屏幕' }, '几个人看屏幕'],
    [{ caption: '大厅' }, '照片，见图注'],
    [{ alt: ' 大厅 ', caption: '大厅' }, '照片，见图注'],
    [{}, '照片，没有文字说明'],
  ])('%j', (given, said) => {
    expect(alternativeOf(picture(given), false, 'zh-CN')).toBe(said)
  })
})

describe('what a screen reader is told of a placeholder', () => {
  test.each([
    [{ placeholder: '待补：书房照片', caption: '读者在书房' }, '待补图片：书房照片'],
    [{ placeholder: '待补照片：' }, '待补图片'],
    [{ placeholder: '待补照片', caption: '读者在书房' }, '待补图片，见图注'],
    [{ placeholder: '书房照片', alt: '读者在看书' }, '待补图片：读者在看书'],
    [{ caption: '读者在书房' }, '待补图片，见图注'],
    [{}, '待补图片'],
  ])('%j', (given, said) => {
    expect(alternativeOf(picture(given), true, 'zh-CN')).toBe(said)
  })

  test('in the language of the publication', () => {
    expect(alternativeOf(picture({ placeholder: 'reading room' }), true, 'en-GB')).toBe(
      'Picture still to come: reading room',
    )
  })
})
