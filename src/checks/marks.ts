import type { CheckText } from './check-text.ts'
import { type CheckRule, type Finding, findingAt } from './finding.ts'

const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff'

/** A pattern with what stands in its place when one answer is certain. */
interface MarkPattern {
  readonly pattern: RegExp
  readonly right: (found: string) => string
}

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
}

const wide = (found: string) => WIDE[found] ?? found

/** GB/T 15834 clause 5: Chinese text has full-width marks. Marks between digits or letters are left alone. */
const HALF_WIDTH: readonly MarkPattern[] = [
  { pattern: new RegExp(`(?<=[${HAN}”’）》】])[,:;?!](?!//)`, 'g'), right: wide },
  { pattern: new RegExp(`(?<=[\\dA-Za-z%％‰℃°㎡㎥㎞㎏㎜㎝])[,;](?=[${HAN}“‘（《])`, 'g'), right: wide },
  // A number of Chinese that heads its paragraph has 、 behind it.
  { pattern: /(?<=^[一二三四五六七八九十]{1,3})\./g, right: () => '、' },
  {
    pattern: new RegExp(`(?<!^[一二三四五六七八九十]{1,3})(?<=[${HAN}”’）》】])\\.(?=$|[${HAN}“])`, 'g'),
    right: wide,
  },
]

/** Half-width points and brackets in Chinese text; straight quotes around it. */
export const halfWidthMarks: CheckRule = ({ texts }) =>
  texts.all.flatMap((text) => [
    ...found(text, HALF_WIDTH, { rule: 'half-width', code: 'W-HALF-WIDTH' }),
    ...straightQuotes(text),
    ...narrowBrackets(text),
  ])

const SOME_HAN = new RegExp(`[${HAN}]`)

/** ( ) with Chinese text between them, or right behind Chinese text. */
function narrowBrackets(text: CheckText): readonly Finding[] {
  return [...text.text.matchAll(/\(([^()]{0,200})\)/g)].flatMap((match) => {
    const [whole, inner = ''] = match
    if (!SOME_HAN.test(inner)) return []
    const range = [match.index, match.index + whole.length] as const
    const replacement = `（${inner}）`
    return [
      findingAt(text, range, {
        rule: 'half-width',
        code: 'W-HALF-WIDTH',
        values: { right: replacement },
        replacement,
      }),
    ]
  })
}

function straightQuotes(text: CheckText): readonly Finding[] {
  return [...text.text.matchAll(/"([^"]{1,200})"/g)].flatMap((match) => {
    if (!SOME_HAN.test(match[1] as string)) return []
    const range = [match.index, match.index + match[0].length] as const
    const what = { rule: 'half-width', code: 'W-STRAIGHT-QUOTE', replacement: `“${match[1]}”` } as const
    return [findingAt(text, range, what)]
  })
}

const ELLIPSIS: readonly MarkPattern[] = [
  { pattern: /\.{3,}|。{2,}|．{3,}|(?:・|·){3,}/g, right: () => '……' },
  { pattern: /(?<!…)…(?!…)|…{3,}/g, right: (marks) => (marks.length > 2 ? marks : '……') },
]

/** An ellipsis is …… (GB/T 15834 clause 5.1.3): six points, two characters. */
export const ellipses: CheckRule = ({ texts }) =>
  texts.all.flatMap((text) =>
    found(text, ELLIPSIS, { rule: 'ellipsis', code: 'W-ELLIPSIS' }).filter(
      (one) => one.values.found !== one.replacement && !/^…{3,}$/.test(String(one.values.found)),
    ),
  )

const DASH: readonly MarkPattern[] = [
  { pattern: /(?<![-\w])-{2,}(?![-\w>])|－{2,}|―{1,2}|—{3,}|–{2,}/g, right: () => '——' },
  // One — joins places and times; beside a mark or at a text's end it cannot.
  { pattern: /(?<=[，。；：！？”》）])—(?!—)|(?<!—)—(?=[“《，。])|^—(?!—)|(?<!—)—$/g, right: () => '——' },
]

/** A dash is —— (GB/T 15834 clause 5.2): two ems. */
export const dashes: CheckRule = ({ texts }) =>
  texts.all
    // A line of nothing else is a rule, which is spoken of as left-over markup.
    .filter(({ text }) => !/^\s*[-－–—]+\s*$/.test(text))
    .flatMap((text) => found(text, DASH, { rule: 'dash', code: 'W-DASH-MARK' }))

const PLACES = new RegExp(`(?<=[${HAN}）])-(?=[${HAN}（])`, 'g')
const AMOUNTS =
  /(?<![\w.-])(\d+(?:\.\d+)?%?)-(\d+(?:\.\d+)?)(?=%|℃|[年月日号时点分天周岁人名个只台辆户家套次元万亿米千公吨平])/g

/** Half-width hyphens where Chinese has a 连接号: — between places, ～ between amounts (GB/T 15834 clause 5.3). */
export const hyphens: CheckRule = ({ texts }) =>
  texts.all.flatMap((text) => [
    ...found(text, [{ pattern: PLACES, right: () => '—' }], { rule: 'hyphen', code: 'W-HYPHEN' }),
    ...[...text.text.matchAll(AMOUNTS)].map((match) => {
      const at = match.index + (match[1] as string).length
      const what = { rule: 'hyphen', code: 'W-HYPHEN-RANGE', replacement: '～' } as const
      return findingAt(text, [at, at + 1], { ...what, values: { found: match[0] } })
    }),
  ])

/** A headline has no full stop at its end. */
export const titleEnds: CheckRule = ({ texts }) =>
  texts.all.flatMap((text) => {
    if (text.place !== 'title' && text.place !== 'subtitle') return []
    const match = /[。；，、：.;,:]$/.exec(text.text)
    if (!match || /[.．]{3}$|……$/.test(text.text)) return []
    const what = { rule: 'title-end', code: 'W-TITLE-END', replacement: '' } as const
    return [findingAt(text, [match.index, match.index + 1], what)]
  })

function found(
  text: CheckText,
  patterns: readonly MarkPattern[],
  what: Pick<Finding, 'rule' | 'code'>,
): readonly Finding[] {
  return patterns.flatMap(({ pattern, right }) =>
    [...text.text.matchAll(pattern)].map((match) => {
      const range = [match.index, match.index + match[0].length] as const
      const replacement = right(match[0])
      return findingAt(text, range, { ...what, values: { right: replacement }, replacement })
    }),
  )
}
