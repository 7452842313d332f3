/** A source text with newlines, and what is set of it. */
export interface NewlineRow {
  readonly id: string
  readonly input: string
  readonly expected: string
  readonly firefox140ExpectedFail: boolean
}

const WIDE = ['一些', '測試', 'ﾃｽﾄ', 'ＡＢ', 'かな']
const NARROW = ['narrow', 'آزمون', 'слово', '12']
const HANGUL = ['테스트', '한글']

function joined(first: readonly string[], second: readonly string[], by: string): NewlineRow[] {
  return first.flatMap((one) =>
    second.map((other) => ({
      id: `${one}⏎${other}`,
      input: `${one}\n${other}`,
      expected: `${one}${by}${other}`,
      firefox140ExpectedFail: false,
    })),
  )
}

/**
 * CSS Text 3 §4.1.3 (segment break transformation): a newline between two wide characters that are not Hangul
 * vanishes, beside a zero width space too; else it is one space.
 */
export const SOURCE_NEWLINES: readonly NewlineRow[] = [
  ...joined(WIDE, WIDE, ''),
  ...joined(WIDE, NARROW, ' '),
  ...joined(NARROW, WIDE, ' '),
  ...joined(NARROW, NARROW, ' '),
  ...joined(HANGUL, [...WIDE, ...NARROW, ...HANGUL], ' '),
  ...joined([...WIDE, ...NARROW], HANGUL, ' '),
  ...joined(['一些\n\n'], ['中文'], '').map((row) => ({ ...row, expected: '一些中文' })),
  ...joined(['一些\u200b'], ['中文', '언문'], '').map((row) => ({
    ...row,
    expected: row.input.replace(/[\n\u200b]/g, ''),
  })),
]
