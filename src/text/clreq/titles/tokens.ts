import { isHanUnit } from '../han.ts'
import { endsIn } from './endings.ts'
import {
  CHANGES,
  COMPLEMENTS,
  CONJUNCTIONS,
  ENCLITICS,
  LOCALIZERS,
  MEASURES,
  OF,
  OFFICE,
  PLACE_ENDS,
  PLAIN_VERBS,
  PREFIXES,
  PREPOSITIONS,
  PRONOUNS,
  SUFFIXES,
  SURNAMES,
} from './lexicon.ts'
import { termAt } from './terms.ts'
import type { Word, WordClass } from './word.ts'

/** Words that are one to a title: a name, a number with its unit, 服务队; `listed` when the dictionary has it so. */
export interface Token extends Word {
  /** A person's name, of whatever the dictionary made its parts. */
  readonly name?: true
  /** Joined of single characters that are in no list together: 云汀, 扬尘. */
  readonly unknown?: true
  /** Joined of several words by the list of terms: 疾病|预防|控制|中心. */
  readonly term?: true
}

type Join = (list: readonly Token[], at: number, before: readonly Token[]) => Joined | null

/** So many words from there on are one. */
interface Joined {
  readonly count: number
  readonly class: WordClass
  readonly name?: true
  readonly unknown?: true
  readonly term?: true
}

/** The dictionary's words joined to what a title has as one. */
export function tokensOf(words: readonly Word[]): Token[] {
  const steps: readonly Join[] = [
    listedAt,
    nameAt,
    numberAt,
    unknownAt,
    placeAt,
    suffixAt,
    prefixAt,
    encliticAt,
  ]
  return steps.reduce<readonly Token[]>(join, words) as Token[]
}

function join(list: readonly Token[], step: Join): Token[] {
  const joined: Token[] = []
  for (let i = 0; i < list.length; ) {
    const found = step(list, i, joined)
    const first = list[i] as Token
    if (found === null) joined.push(first)
    else {
      const { count, ...rest } = found
      const text = list
        .slice(i, i + count)
        .map((one) => one.text)
        .join('')
      joined.push({ text, from: first.from, ...rest })
    }
    i += found?.count ?? 1
  }
  return joined
}

/** A term of the list: 产业|工人, 竞聘|上岗. */
function listedAt(list: readonly Token[], at: number): Joined | null {
  const found = termAt(list, at)
  return found === null ? null : { ...found, term: true }
}

const isOne = (word: Token | undefined): word is Token => word !== undefined && word.text.length === 1

/** Single characters that hold a sentence together are no part of a word. */
function isFunction(text: string): boolean {
  return (
    PREPOSITIONS.has(text) ||
    CONJUNCTIONS.has(text) ||
    OF.has(text) ||
    ENCLITICS.has(text) ||
    LOCALIZERS.has(text)
  )
}

/** Family name and given name that a dictionary left apart, behind an office or at the beginning: 季|倩倩, 朱|效|洁. */
function nameAt(list: readonly Token[], at: number, before: readonly Token[]): Joined | null {
  const [first, second, third] = list.slice(at, at + 3)
  if (!isOne(first) || !SURNAMES.includes(first.text) || !isAfterOffice(before)) return null
  if (second === undefined || !isHan(second.text) || isFunction(second.text)) return null
  if (second.text.length > 2 || second.class === 'predicate') return null
  const longer =
    isOne(third) &&
    isOne(second) &&
    isHan(third.text) &&
    !isFunction(third.text) &&
    !PLACE_ENDS.has(third.text)
  const office = before.length > 0
  // At the beginning a name is seldom, and 云汀 looks like one.
  if (!office) return null
  return { count: longer ? 3 : 2, class: 'noun', name: true }
}

function isAfterOffice(before: readonly Token[]): boolean {
  const tail = before
    .slice(-2)
    .map((one) => one.text)
    .join('')
  return endsIn(tail, OFFICE)
}

/** A number with what belongs to it: 2026|年, 四十八|亿|元, 百分之|六|点|二, 第三|届, 第五|次; months with days. */
function numberAt(list: readonly Token[], at: number): Joined | null {
  const first = list[at] as Token
  const next = list[at + 1]
  const leads =
    ('第前近约超逾每新'.includes(first.text) && next?.class === 'number') ||
    // 前五月.
    (first.text === '前' && next?.class === 'time' && isNumeral(next.text))
  // 首|台, 各|项 describe all that follows, as a number does.
  if ('首各每某'.includes(first.text) && isOne(next) && MEASURES.has(next.text) && next.text !== '个')
    return { count: 2, class: 'adjective' }
  if (first.class !== 'number' && !leads) return null
  // 饮水|点|四十处: a unit by itself counts nothing.
  if (!leads && isOne(first) && MEASURES.has(first.text) && !isNumeral(first.text)) return null
  let count = leads ? 2 : 1
  for (let next = list[at + count]; next !== undefined; next = list[at + count]) {
    const before = list[at + count - 1] as Token
    const two = next.text + (list[at + count + 1]?.text ?? '')
    if (two.length === 2 && MEASURES.has(two) && next.text.length === 1) {
      count += 2
      break
    }
    const goesOn =
      next.class === 'number'
        ? '0123456789〇零一二三四五六七八九十百千万亿两点·.月'.includes(before.text.slice(-1)) ||
          MEASURES.has(next.text)
        : MEASURES.has(next.text) || (next.text === '点' && list[at + count + 1]?.class === 'number')
    if (!goesOn || (count > 1 && isUnit(before.text) && !goesOnAfter(before.text))) break
    count += 1
  }
  const text = list
    .slice(at, at + count)
    .map((one) => one.text)
    .join('')
  if (count === 1 && text.length === 1 && isNumeral(text)) {
    const next = list[at + 1]
    // 一|图, 两|园.
    if (isOne(next) && next.class === 'noun' && isHan(next.text) && !isFunction(next.text))
      return { count: 2, class: 'noun' }
  }
  // 七号线 is a name, and so is the second part of an undertaking: 孵化园|二期.
  const part = text.length === 2 && text.endsWith('期') && list[at - 1]?.class === 'noun'
  if (part || text.endsWith('号线')) return { count, class: 'noun' }
  return { count, class: isTime(text) ? 'time' : 'number' }
}

/** 2026年, 11月1日, 第四季度: a time, not an amount. Its pattern takes V8 long to make. */
function isTime(text: string): boolean {
  return '年度月日份'.includes(text.slice(-1)) && TIME.test(text)
}

const TIME = /^(?:\d{4}年度?|二〇.{2}年|.*[\d一二三四五六七八九十]+(?:月|日|月份)|第?[一二三四]季度)$/u

/** Behind these, a number with its unit may go on: 四十八|亿|元. */
function goesOnAfter(text: string): boolean {
  return isDigit(text.charAt(0)) || (text.length === 1 && '万亿千百年月日余多元个点'.includes(text))
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

function isUnit(text: string): boolean {
  return MEASURES.has(text)
}

/** Characters in no list together are a name or a new word: 云|汀, 扬|尘, 渣|土. */
function unknownAt(list: readonly Token[], at: number): Joined | null {
  let count = 0
  let verb = false
  for (let word = list[at]; isOne(word) && isHan(word.text); word = list[at + count]) {
    if (isFunction(word.text) || isNumeral(word.text) || word.name === true) break
    if (count > 1 && PLACE_ENDS.has(word.text)) break
    // 站务|员|手|语, 组织生活|会|查|摆: what ends so many words begins none.
    if (count === 0 && SURE_SUFFIXES.includes(word.text) && isWord(list[at - 1])) break
    // 责任|区|建, 老兵|你: a suffix belongs to the word before, and nothing joins a pronoun.
    if (PRONOUNS.has(word.text)) break
    if (count === 1 && PLAIN_VERBS.has(word.text) && isSuffixed(list[at - 1], list[at] as Token)) break
    if (PLAIN_VERBS.has(word.text) && (count === 0 || '有是让使赴'.includes(word.text))) break
    if (count === 0) verb = word.class === 'verb' || word.class === 'adverb'
    count += 1
    if (count === 4) break
  }
  if (count < 2) return null
  // Four are two and two: 备足|气源.
  if (count === 4) count = 2
  const last = (list[at + count - 1] as Token).text
  const verbal = verb && !SUFFIXES.has(last) && last !== '办'
  const described = PREFIXES.has((list[at] as Token).text) && !PLACE_ENDS.has(last) && count === 2
  return { count, class: verbal ? 'verbal' : described ? 'adjective' : 'noun', unknown: true }
}

/** Of the suffixes those that hardly ever begin a word. */
const SURE_SUFFIXES = '员组率会局队'

function isWord(token: Token | undefined): boolean {
  return token !== undefined && token.text.length > 1 && isHan(token.text) && token.class !== 'number'
}

function isSuffixed(before: Token | undefined, word: Token): boolean {
  const ended = before !== undefined && before.text.length > 1 && SUFFIXES.has(word.text)
  return ended && (before.class === 'noun' || before.class === 'verbal')
}

function isNumeral(text: string): boolean {
  return '〇零一二三四五六七八九十百千万亿两'.includes(text.charAt(0))
}

/** A place's name with its kind: 云汀|区, 南湾|新城. */
function placeAt(list: readonly Token[], at: number, before: readonly Token[]): Joined | null {
  const first = list[at] as Token
  const second = list[at + 1]
  if (!isOne(second) || !PLACE_ENDS.has(second.text)) return null
  const atStart = before.length === 0 || before.at(-1)?.class === 'mark'
  if (first.unknown !== true && !(atStart && first.class === 'noun' && first.text.length === 2)) return null
  return { count: 2, class: 'noun' }
}

/** 服务|队, 工商|联, 满意|率: a noun or an act's name and the one character that it describes. */
function suffixAt(list: readonly Token[], at: number, before: readonly Token[]): Joined | null {
  const first = list[at] as Token
  const second = list[at + 1]
  // 政府|办, 文明|办.
  if (second?.text === '办' && '府委会明信事改'.includes(first.text.slice(-1)))
    return { count: 2, class: 'noun' }
  if (first.text.length < 2 || !isHan(first.text) || !isOne(second) || !SUFFIXES.has(second.text)) return null
  if (first.class === 'predicate' && second.text !== '会' && second.text !== '率') return null
  if (first.class === 'time' && !'班展赛会'.includes(second.text)) return null
  if (['number', 'adverb', 'phrase'].includes(first.class)) return null
  if (PREPOSITIONS.has(first.text) || first.name === true) return null
  const third = list[at + 2]
  // 改造|棚|户|区.
  const sure = '率组队员'.includes(second.text)
  if (!sure && first.class !== 'noun' && isOne(third) && isHan(third.text) && !isFunction(third.text))
    return null
  // 联合|区|教育局: a prefix rather.
  if (PLACE_ENDS.has(second.text) && third !== undefined && third.class === 'noun' && third.text.length > 1) {
    if (first.class !== 'noun' || before.length > 0) return null
  }
  return { count: 2, class: 'noun' }
}

/** 区|教育局, 新|门诊: one character and the noun that it describes. */
function prefixAt(list: readonly Token[], at: number, before: readonly Token[]): Joined | null {
  const first = list[at] as Token
  const second = list[at + 1]
  // 改造|后, 节|前: behind a word they are localizers.
  if (LOCALIZERS.has(first.text) && before.length > 0 && before.at(-1)?.class !== 'mark') return null
  if (!isOne(first) || !PREFIXES.has(first.text) || second === undefined) return null
  if (!isHan(second.text) || (second.text.length > 4 && second.term !== true) || isFunction(second.text))
    return null
  if (second.class !== 'noun' && second.class !== 'verbal' && second.class !== 'adjective') return null
  return { count: 2, class: second.class === 'adjective' ? 'adjective' : 'noun' }
}

/** 区委|等, 志愿者|们, 推向|了; 送|到, 扩|至. */
function encliticAt(list: readonly Token[], at: number): Joined | null {
  const first = list[at] as Token
  const second = list[at + 1]
  if (second === undefined || first.class === 'mark' || isFunction(first.text)) return null
  // 提升|至, 增加|到.
  if (CHANGES.has(first.text) && '至到为'.includes(second.text)) return { count: 2, class: 'predicate' }
  // A|级, B|型.
  if ('级类型股座轮'.includes(second.text) && /^[A-Z]$/.test(first.text))
    return { count: 2, class: 'adjective' }
  const verb = first.class === 'verb' || first.class === 'verbal' || first.class === 'predicate'
  // 观测|到, 感受|到.
  if (verb && second.text === '到' && first.text.length === 2) return { count: 2, class: 'predicate' }
  if (verb && COMPLEMENTS.has(second.text) && first.text.length === 1) return { count: 2, class: 'predicate' }
  if (second.text === '过' && !verb) return null
  return ENCLITICS.has(second.text) ? { count: 2, class: first.class } : null
}

export function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // Either unit of a character of plane 2 or 3.
    const pair = (unit >= 0xd840 && unit <= 0xd8bf) || (unit >= 0xdc00 && unit <= 0xdfff)
    if (!pair && !isHanUnit(unit)) return false
  }
  return text.length > 0
}
