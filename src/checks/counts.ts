import type { CheckText } from './check-text.ts'
import { type CheckRule, chineseNumber, type Finding, findingAt, smallNumber } from './finding.ts'

const NUMBER = '[一二三四五六七八九十两]{1,3}|\\d{1,2}'

/** “三点要求：”, “四项任务，”: a count that its list follows. */
const ANNOUNCED = new RegExp(
  `(${NUMBER})(?:个|点|项|条|方面|大|件|类|种)?(?:具体|工作|重点|主要|明确)?(?:要求|意见|任务|措施|建议|方面|举措|服务|问题|工作|安排|部署|重点|希望|打算|目标|内容|做法|经验|特点|原因|制度|机制)[^。！？\\d一二三四五六七八九十]{0,10}[：:，,]`,
  'g',
)

/** 一是, 二要, 三、: one of a list, after a mark or at the text's start. */
const LISTED = /(?<=^|[：:；;，,。！？、\s“])(?:第)?([一二三四五六七八九十]{1,3})(是|要|、|则|来|方面)/g

interface Listed {
  readonly number: number
  readonly at: number
  readonly length: number
  readonly sign: string
}

/** Counts that are announced and then listed otherwise; numbering with a gap or a number twice. */
export const listCounts: CheckRule = ({ texts }) => [
  ...texts.all.flatMap(countsInText),
  ...texts.all.flatMap(bracketedCounts),
  ...texts.articles.flatMap((one) => subheadings(one.texts)),
]

function countsInText(text: CheckText): readonly Finding[] {
  if (text.place === 'title' || text.place === 'subheading' || text.place === 'cell') return []
  return runsOf(text.text).flatMap((run) => {
    const gap = brokenAt(run)
    if (gap) return [gapFinding(text, gap)]
    return announcedOtherwise(text, run)
  })
}

/** Lists of one sign: a run begins at 一 and goes on while the sign is the same. */
function runsOf(text: string): readonly (readonly Listed[])[] {
  const listed = [...text.matchAll(LISTED)].map((match) => ({
    number: smallNumber(match[1] as string) ?? 0,
    at: match.index,
    length: match[0].length,
    sign: match[2] as string,
  }))
  const runs: Listed[][] = []
  for (const sign of new Set(listed.map((one) => one.sign))) {
    let run: Listed[] = []
    for (const one of listed.filter((each) => each.sign === sign)) {
      if (one.number === 1) {
        run = [one]
        runs.push(run)
      } else if (run.length > 0) run.push(one)
    }
  }
  return runs.filter((run) => run.length >= 2)
}

function brokenAt(run: readonly Listed[]): { readonly item: Listed; readonly wanted: number } | null {
  const index = run.findIndex((one, at) => one.number !== at + 1)
  return index < 0 ? null : { item: run[index] as Listed, wanted: index + 1 }
}

function gapFinding(text: CheckText, gap: { readonly item: Listed; readonly wanted: number }): Finding {
  const { item, wanted } = gap
  const values = { wanted: chineseNumber(wanted) }
  const range = [item.at, item.at + item.length] as const
  return findingAt(text, range, { rule: 'list-count', code: 'W-LIST-ORDER', values })
}

/** The announcement nearest before a list, if it says another number. */
function announcedOtherwise(text: CheckText, run: readonly Listed[]): readonly Finding[] {
  const first = run[0] as Listed
  const before = text.text.slice(Math.max(0, first.at - 60), first.at)
  const announced = [...before.matchAll(ANNOUNCED)].at(-1)
  if (!announced || /[。！？]/.test(before.slice(announced.index + announced[0].length))) return []
  const number = smallNumber(announced[1] as string)
  if (number === null || number === run.length || number < 2) return []
  const at = first.at - before.length + announced.index
  const found = announced[0].slice(0, -1)
  const values = { found, count: run.length }
  return [findingAt(text, [at, at + found.length], { rule: 'list-count', code: 'W-LIST-COUNT', values })]
}

/** “四统一”（即统一定位、统一配置……）, “六个一”（即“一条热线”……）: what the brackets list is counted. */
function bracketedCounts(text: CheckText): readonly Finding[] {
  const pattern = /“([二三四五六七八九十]{1,2})(个?)([^”]{1,3})”[^（，。]{0,8}（即([^）]{1,300})）/g
  return [...text.text.matchAll(pattern)].flatMap((match) => {
    const [, word = '', , what = '', list = ''] = match
    const number = smallNumber(word)
    const quoted = list.match(/“[^”]*”/g)?.length ?? 0
    const count =
      quoted >= 2 ? quoted : list.split(/[、和及与；]/).filter((part) => part.trim() !== '').length
    if (number === null || count < 2 || count === number) return []
    const found = `${word}${match[2] ?? ''}${what}`
    const range = [match.index + 1, match.index + 1 + found.length] as const
    return [findingAt(text, range, { rule: 'list-count', code: 'W-LIST-COUNT', values: { found, count } })]
  })
}

/** 一、二、三、 of an article's sub-headings: in order, and as many as “六个一” in its headline says. */
function subheadings(texts: readonly CheckText[]): readonly Finding[] {
  const headings = texts.filter((one) => one.place === 'subheading')
  const numbered = headings.flatMap((text) => {
    const match = /^([一二三四五六七八九十]{1,3})、/.exec(text.text)
    const number = match ? smallNumber(match[1] as string) : null
    return match && number !== null ? [{ text, number, length: match[0].length }] : []
  })
  if (numbered.length < 2) return []
  const wrong = numbered.findIndex((one, index) => one.number !== index + 1)
  if (wrong >= 0) {
    const { text, length } = numbered[wrong] as (typeof numbered)[number]
    const values = { wanted: chineseNumber(wrong + 1) }
    return [findingAt(text, [0, length], { rule: 'list-count', code: 'W-LIST-ORDER', values })]
  }
  return headlineCount(texts, numbered.length)
}

function headlineCount(texts: readonly CheckText[], count: number): readonly Finding[] {
  const title = texts.find((one) => one.place === 'title')
  const match = title && /“([二三四五六七八九十]{1,2})个一”/.exec(title.text)
  const number = match ? smallNumber(match[1] as string) : null
  if (!title || !match || number === null || number === count) return []
  const range = [match.index + 1, match.index + match[0].length - 1] as const
  const values = { found: match[0].slice(1, -1), count }
  return [findingAt(title, range, { rule: 'list-count', code: 'W-LIST-COUNT', values })]
}
