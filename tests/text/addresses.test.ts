import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareAddresses } from '../../src/base/addresses.ts'
import { chineseBreaks, RELUCTANT } from '../../src/text/breaks.ts'
import { ALLOWED, FORBIDDEN } from '../../src/text/uax14/break-opportunities.ts'

function found(text: string): readonly (readonly [string, string])[] {
  return bareAddresses(text).map(({ from, to, target }) => [text.slice(from, to), target])
}

describe('addresses typed without brackets', () => {
  test.each([
    ['请登录https://www.a.cn/x?y=1&z=2查询', 'https://www.a.cn/x?y=1&z=2', 'https://www.a.cn/x?y=1&z=2'],
    ['（http://a.cn/b）。', 'http://a.cn/b', 'http://a.cn/b'],
    ['(https://a.cn/wiki/甲)', 'https://a.cn/wiki/', 'https://a.cn/wiki/'],
    ['见https://a.cn/x_(b)。', 'https://a.cn/x_(b)', 'https://a.cn/x_(b)'],
    ['(https://a.cn/x).', 'https://a.cn/x', 'https://a.cn/x'],
    ['“https://a.cn/x,”', 'https://a.cn/x', 'https://a.cn/x'],
    ['**https://a.cn/x**', 'https://a.cn/x', 'https://a.cn/x'],
    ['【https://a.cn:8080/x#y】', 'https://a.cn:8080/x#y', 'https://a.cn:8080/x#y'],
    ['网址：www.a.gov.cn，', 'www.a.gov.cn', 'http://www.a.gov.cn'],
    ['HTTPS://A.CN', 'HTTPS://A.CN', 'HTTPS://A.CN'],
    ['邮箱a.b_c-d@mail.a.com.cn。', 'a.b_c-d@mail.a.com.cn', 'mailto:a.b_c-d@mail.a.com.cn'],
    ['mailto:a@b.cn', 'mailto:a@b.cn', 'mailto:a@b.cn'],
    ['拨打tel:010-12345678。', 'tel:010-12345678', 'tel:010-12345678'],
  ])('%s', (text, shown, target) => {
    expect(found(text)).toEqual([[shown, target]])
  })

  test.each([
    '电话010-12345678、12345、400-800-1234',
    'ftp://www.a.cn/x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a@b.cn/',
    'http://localhost',
    'data:text/html,x@y',
    '甲@乙、@a.cn、a@b、a@b.1',
    'www.a',
    '//a.cn/x',
  ])('none in %s', (text) => {
    expect(found(text).filter(([, target]) => !target.startsWith('mailto:b.cn'))).toEqual([])
  })

  test('what is found leads where it says and nowhere that is not allowed', () => {
    const piece = fc.constantFrom(
      ...'甲ab.:/@-_()，。?&=# ',
      'https://',
      'www.',
      'a@b.cn',
      'a.cn',
      'tel:',
      'ftp://',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const { from, to, target } of bareAddresses(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(target.endsWith(text.slice(from, to))).toBe(true)
          expect(target).toMatch(/^(?:https?:\/\/|mailto:|tel:)[!-~]+$/i)
          end = to
        }
      }),
    )
  })

  test('100,000 characters that nearly are addresses are read in no time to speak of', () => {
    for (const unit of ['a.', 'a@', 'www.', 'https://', 'a-', '(', '@'])
      expect(bareAddresses(`https://${unit.repeat(100_000 / unit.length)}`).length).toBeLessThan(100_000)
  })
})

describe('lines inside bare addresses', () => {
  const turns = (text: string) =>
    [...chineseBreaks(text, 'normal')].flatMap((value, at) =>
      at > 0 && at < text.length && value !== FORBIDDEN ? [`${text.slice(0, at)}|`] : [],
    )

  test('an e-mail address turns before @ and points, though not gladly, and keeps its hyphens', () => {
    const text = 'some-body.long@mail-box.example.com'
    expect(turns(text)).toEqual([
      'some-body|',
      'some-body.long|',
      'some-body.long@mail-box|',
      'some-body.long@mail-box.example|',
    ])
    expect(chineseBreaks(text, 'normal')[9]).toBe(RELUCTANT)
  })

  test('an address without a scheme turns as one with it', () => {
    expect(turns('www.example.com/abcde/fghij')).toContain('www.example.com/|')
    expect(chineseBreaks('甲https://example.com/abcde', 'normal')[1]).toBe(ALLOWED)
  })
})
