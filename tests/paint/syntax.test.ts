import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asciiString, cleanText, name, number, textString, write } from '../../src/paint/pdf/syntax.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 20,
  }),
  fc.constantFrom(
    ')',
    '\\',
    '\\)',
    '>>',
    'endobj',
    'stream\r\n',
    '/AA<</S/JavaScript>>',
    '<feff>',
    '\ud800',
    '𠮷',
  ),
)

/** Reads one string token as ISO 32000-1, 7.3.4 has it; null when it is not exactly one. */
function readString(written: string): string | null {
  const hex = /^<feff((?:[0-9a-f]{4})*)>$/.exec(written)
  if (hex) {
    return (hex[1]!.match(/.{4}/g) ?? [])
      .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
      .join('')
  }
  if (!/^\((?:[^()\\]|\\[()\\])*\)$/.test(written)) return null
  return written.slice(1, -1).replace(/\\([()\\])/g, '$1')
}

describe('the writer of PDF values', () => {
  test('any text is one string token that reads back as the cleaned text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readString(textString(text).written)).toBe(cleanText(text))
      }),
    )
  })

  test('cleaned text has no controls and no lone surrogates', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they must be gone
        expect(cleanText(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/)
        expect(() => encodeURIComponent(cleanText(text))).not.toThrow()
      }),
    )
  })

  test('any text is one name token', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(name(text).written).toMatch(/^\/(?:[A-Za-z0-9_.+-]|#[0-9A-F]{2})*$/)
      }),
    )
  })

  test('numbers have no exponent and at most three decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e8, max: 1e8, noNaN: true }), (value) => {
        const written = number(value)
        expect(written).toMatch(/^-?(?:\d+|\d*\.\d{1,3})$/)
        expect(Math.abs(Number(written) - value)).toBeLessThanOrEqual(0.000501)
      }),
    )
    expect([0, -0.0001, 0.5, -0.25, 10.1239].map((one) => number(one))).toEqual([
      '0',
      '0',
      '.5',
      '-.25',
      '10.124',
    ])
  })

  test('what is not a number is our own fault', () => {
    expect(() => number(Number.NaN)).toThrow(RangeError)
    expect(() => number(Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => asciiString('供')).toThrow(RangeError)
  })

  test('dictionaries leave out what is undefined and escape their keys', () => {
    expect(write({ A: 1, B: undefined, 'C D': [true, null, name('E')] })).toBe(
      '<</A 1 /C#20D [true null /E]>>',
    )
  })
})
