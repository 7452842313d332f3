import type { Span } from '../base/source.ts'
import type { CheckText } from './check-text.ts'
import { type CheckRule, type Finding, findingAt } from './finding.ts'
import { peopleIn } from './people.ts'
import { rosterOf } from './roster.ts'

/** Words that units' names end in; what is before them tells units apart. */
const UNIT_END =
  /(?:集团|公司|中心|委员会|办公室|街道|办事处|管理局|学校|医院|研究院|镇|乡|局|委|科|处|院|部|室|所|站|队|组|班|厂|馆|园|店)+$/

/** What tells one unit from its neighbours: their number, their side, their kind. */
const DISTINCT =
  /[零〇一二三四五六七八九十百甲乙丙丁戊己东西南北中上下左右前后内外新老旧大小总分部科处室局委院所站队组班厂馆园店校司会办厅社区县市镇乡村]/

/** Each unit costs a look through the whole issue. */
const MOST_UNITS = 100

/** A name that is surely one: from a credit, the roster, or used more than once. */
interface KnownName {
  readonly name: string
  readonly span: Span | null
}

/** Names of people and units that differ from a known one in a single character. */
export const nameVariants: CheckRule = ({ issue, texts, roster }) => {
  const credits = [
    ...texts.articles.map((one) => one.article.credit),
    ...texts.briefs.map((one) => one.brief.credit),
  ].filter((credit) => credit !== null)
  const units = distinct(
    credits.flatMap((credit) => credit.units.map(({ name }) => ({ name, span: credit.span }))),
  )
  const named = credits.flatMap((credit) =>
    credit.units.flatMap((unit) => unit.people.map((name) => ({ name, span: credit.span }))),
  )
  const ranked = rosterOf(roster).map(({ name }) => ({ name, span: null }))
  const told = texts.articles.flatMap(({ article }) =>
    article.people.map((name) => ({ name, span: article.span })),
  )
  const people = distinct([...ranked, ...told, ...named, ...spokenOf(texts.all)])
  return [
    ...unitVariants(texts.all, units.slice(0, MOST_UNITS), issue.publication.issuer),
    ...peopleVariants(texts.all, people),
  ]
}

/** People whom the text names after a title; more than once, so that a slip is not taken for a name. */
function spokenOf(texts: readonly CheckText[]): readonly KnownName[] {
  const counts = new Map<string, number>(
    texts.flatMap(({ text }) => peopleIn(text).map(({ name }) => [name, 0] as [string, number])),
  )
  for (const { text } of texts) {
    for (let at = 0; at + 2 <= text.length; at += 1) {
      for (const length of [2, 3]) {
        const name = text.slice(at, at + length)
        const count = counts.get(name)
        if (count !== undefined && name.length === length) counts.set(name, count + 1)
      }
    }
  }
  return [...counts].filter(([, count]) => count >= 2).map(([name]) => ({ name, span: null }))
}

/** A name of three characters that shares the surname and one more with a person named once after a title. */
function peopleVariants(texts: readonly CheckText[], known: readonly KnownName[]): readonly Finding[] {
  const all = new Set(known.map((one) => one.name))
  const bySurname = new Map<string, KnownName[]>()
  for (const one of known.filter(({ name }) => name.length >= 3)) {
    const surname = one.name[0] as string
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), one])
  }
  return texts.flatMap((text) =>
    peopleIn(text.text).flatMap(({ name, at }) => {
      if (all.has(name)) return []
      const near = bySurname.get(name[0] as string)?.find((one) => isNear(one.name, name))
      return near ? [variant(text, at, name, near)] : []
    }),
  )
}

/** As long, same surname, and one character other or two changed about. */
function isNear(a: string, b: string): boolean {
  if (a.length !== b.length || a[0] !== b[0]) return false
  const different = [...a].filter((character, index) => character !== b[index]).length
  return different === 1 || (different === 2 && [...a].sort().join('') === [...b].sort().join(''))
}

/** A unit's name with one character changed, in the text or in another credit. */
function unitVariants(
  texts: readonly CheckText[],
  units: readonly KnownName[],
  issuer: string,
): readonly Finding[] {
  const names = units.map((one) => one.name)
  return units
    .filter(({ name }) => name.replace(UNIT_END, '').length >= 3 && name.length <= 20)
    .flatMap((unit) => {
      const wildcards = [...unit.name].map((_, at) => changedAt(unit.name, at))
      const pattern = new RegExp(wildcards.join('|'), 'g')
      const half = Math.ceil(unit.name.length / 2)
      const halves = [unit.name.slice(0, half), unit.name.slice(half)]
      // With one character changed, the first half or the second is still there.
      const likely = texts.filter((text) => halves.some((part) => text.text.includes(part)))
      return likely.flatMap((text) =>
        [...text.text.matchAll(pattern)].flatMap((match) =>
          match[0] === unit.name ||
          names.includes(match[0]) ||
          match[0] === issuer ||
          isAnother(match[0], unit.name)
            ? []
            : [variant(text, match.index, match[0], unit)],
        ),
      )
    })
}

/** Whether the one character that differs makes it another unit: 门诊部 and 门诊二, 东湖街道 and 西湖街道. */
function isAnother(found: string, known: string): boolean {
  const at = [...known].findIndex((character, index) => character !== found[index])
  return DISTINCT.test(found[at] ?? '') || DISTINCT.test(known[at] ?? '')
}

/** The name with any other Han at one place. */
function changedAt(name: string, at: number): string {
  const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return `${escaped(name.slice(0, at))}[\\u4e00-\\u9fff]${escaped(name.slice(at + 1))}`
}

function variant(text: CheckText, at: number, name: string, known: KnownName): Finding {
  return findingAt(text, [at, at + name.length], {
    rule: 'name-variant',
    code: 'W-NAME-VARIANT',
    values: { found: name, known: known.name },
    ...(known.span ? { related: known.span } : {}),
  })
}

function distinct(names: readonly KnownName[]): readonly KnownName[] {
  return [...new Map(names.map((one) => [one.name, one])).values()]
}
