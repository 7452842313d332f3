import { key, map } from './collections.ts'
import { choice, text, wholeNumber, written } from './values.ts'

/** The issue whose number and total are known: `2024-01` is the first of 2024. */
export interface AnchorIssue {
  readonly year: number
  readonly number: number
}

const anchorIssue = written<AnchorIssue>(
  { zh: '年份-期号，如 2024-01（2024 年第 1 期）', en: 'year-number, such as 2024-01 (the first of 2024)' },
  (word) => {
    const match = /^(\d{4})-(\d{1,3})$/.exec(word)
    return match && Number(match[2]) >= 1 ? { year: Number(match[1]), number: Number(match[2]) } : undefined
  },
  { type: 'string', pattern: '^\\d{4}-\\d{1,3}$' },
)

/** `numbering:` — how 期号 are counted and printed. */
export const numbering = map(
  {
    reset: key(
      '重新编号',
      choice({ yearly: '每年', never: '不重编' }),
      { zh: '每年从第 1 期起，还是一直编下去', en: 'Whether numbers begin anew each year' },
      { preset: 'yearly' },
    ),
    anchor: key(
      '起算期',
      map(
        {
          issue: key(
            '期',
            anchorIssue,
            { zh: '已知的一期，如 2024-01', en: 'A known issue, such as 2024-01' },
            { required: true },
          ),
          total: key(
            '总期号',
            wholeNumber(1, 999_999),
            { zh: '那一期的总期号', en: 'Its running total' },
            { required: true },
          ),
        },
        { zh: '{ issue: 2024-01, total: 87 } 的形式', en: 'the form { issue: 2024-01, total: 87 }' },
      ),
      { zh: '已知一期的期号和总期号，其余顺推', en: 'A known issue and total; the others follow' },
    ),
    text: key(
      '期号式样',
      text(),
      {
        zh: '期号的印法，可用 {yyyy} {n} {nn} {total}',
        en: 'How the number is printed, with {yyyy} {n} {nn} {total}',
      },
      { preset: '{yyyy}年第{n}期（总第{total}期）' },
    ),
    date: key(
      '日期式样',
      text(),
      {
        zh: '印发日期的印法，可用 {yyyy} {m} {mm} {d} {dd}',
        en: 'How the date is printed, with {yyyy} {m} {mm} {d} {dd}',
      },
      { preset: '{yyyy}年{m}月{d}日' },
    ),
    supplement_text: key(
      '增刊式样',
      text(),
      { zh: '增刊期号的印法', en: "How a supplement's number is printed" },
      { preset: '{yyyy}年增刊第{n}期' },
    ),
  },
  { zh: '期号的编法', en: 'how issues are numbered' },
)
