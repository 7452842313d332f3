import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeAddress } from '../../src/paint/pdf/links.ts'

describe('addresses of links', () => {
  test('of the four schemes are kept, in ASCII', () => {
    expect(safeAddress('https://example.cn/a b')).toBe('https://example.cn/ab')
    expect(safeAddress('http://例子.测试/路径?问=答')).toMatch(/^http:\/\/xn--[!-~]+$/)
    expect(safeAddress('mailto:a@b.cn')).toBe('mailto:a@b.cn')
    expect(safeAddress('TEL:+86-21-12345')).toBe('tel:+86-21-12345')
  })

  test('of other schemes, hidden schemes and no scheme are not', () => {
    const refused = [
      'javascript:alert(1)',
      'JaVa\tScRiPt:1',
      '\u0001javascript:1',
      '\u200bvbscript:1',
      'file:///etc/passwd',
    ]
    const more = ['data:text/html,x', '//evil', 'www.example.cn', '', `https://a.cn/${'x'.repeat(10_000)}`]
    for (const address of [...refused, ...more]) expect(safeAddress(address), address).toBeNull()
  })

  test('any text gives null or printable ASCII of an allowed scheme', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((rest) => `https://a.cn/${rest}`),
      fc.webUrl(),
    )
    fc.assert(
      fc.property(texts, (text) => {
        expect(safeAddress(text) ?? 'tel:').toMatch(/^(?:https?|mailto|tel):[!-~]*$/)
      }),
    )
  })
})
