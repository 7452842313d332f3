import { endsIn } from './endings.ts'
import type { Part } from './grammar.ts'
import {
  AGENTS,
  ALSO_VERBS,
  AUXILIARIES,
  CAUSATIVES,
  CONJUNCTIONS,
  DETERMINERS,
  EVENTS,
  HEADS,
  INTRANSITIVES,
  LARGE_EVENTS,
  LIGHT_VERBS,
  LOCALIZERS,
  MEASURES,
  OCCASIONS,
  OF,
  PREPOSITIONS,
  PRONOUNS,
  REGARDING,
  REGIONS,
} from './lexicon.ts'
import type { Token } from './tokens.ts'
import type { WordClass } from './word.ts'

/** What a token may be, and what each reading costs. */
export type Readings = readonly (readonly [Part, number])[]

/** 天气, 旺季, which makes an occasion of the word before; and a word that is one. */
const OCCASION: Readings = [
  ['localizer', 1],
  ['head', 0],
  ['noun', 2],
]
const LONG_OCCASION: Readings = [
  ['adverbial', 1],
  ['when', 1],
  ['noun', 0],
]

export const BY_CLASS: Record<WordClass, Readings> = {
  noun: [['noun', 0]],
  predicate: [
    ['verb', 0],
    ['noun', 7],
  ],
  verb: [
    ['verb', 2],
    ['act', 1],
    ['noun', 5],
  ],
  verbal: [
    ['verb', 5],
    ['act', 0],
    ['noun', 1],
  ],
  adjective: [
    ['attribute', 0],
    ['noun', 4],
    ['predicate', 5],
    ['adverbial', 6],
  ],
  adverb: [
    ['adverbial', 0],
    ['attribute', 3],
    ['noun', 8],
    ['predicate', 8],
  ],
  time: [
    ['adverbial', 1],
    ['when', 1],
    ['noun', 5],
  ],
  number: [
    ['amount', 0],
    ['noun', 4],
    ['adverbial', 2],
  ],
  phrase: [
    ['predicate', 1],
    ['adverbial', 4],
    ['attribute', 3],
    ['noun', 2],
  ],
  mark: [['noun', 3]],
}

const QUOTED: Readings = [
  ['noun', 2],
  ['quoted', 0],
  ['predicate', 4],
  ['adverbial', 3],
]

function isEvent(text: string): boolean {
  return endsIn(text, LARGE_EVENTS) || endsIn(text, EVENTS, 2)
}

function isHead(text: string): boolean {
  return HEADS.has(text) || isEvent(text) || isLongHead(text)
}

/** 监测体系: two and two, whose second heads what is before, and which may as well describe what is behind. */
function isLongHead(text: string): boolean {
  return text.length === 4 && HEADS.has(text.slice(2)) && !endsIn(text, AGENTS)
}

/** 首台, 各项. */
function isFirst(text: string): boolean {
  return (
    text.length === 2 && '首各某'.includes(text.charAt(0)) && MEASURES.has(text.charAt(1)) && text !== '首次'
  )
}

const known = new WeakMap<Token, Readings>()

/** The parts that a token may be, with their costs. */
export function readingsOf(token: Token): Readings {
  const readings = known.get(token) ?? readToken(token)
  known.set(token, readings)
  return readings
}

function readToken(token: Token): Readings {
  const { text } = token
  const readings: (readonly [Part, number])[] = []
  if (token.name === true) return [['name', 0]]
  if ('“‘《〈「『（('.includes(text.charAt(0))) return QUOTED
  if (REGIONS.has(text))
    return [
      ['region', 0],
      ['noun', 6],
    ]
  if (DETERMINERS.has(text) || isFirst(text))
    return [
      ['determiner', 0],
      ['noun', 1],
      ['agent', 1],
    ]
  if (PRONOUNS.has(text)) return [['pronoun', 0]]
  if (REGARDING.has(text)) return [['regarding', 0]]
  if (text === '、') return [['conjunction', 0]]
  if (CONJUNCTIONS.has(text)) readings.push(['conjunction', 0])
  if (PREPOSITIONS.has(text)) readings.push(['preposition', 0])
  if (OF.has(text)) return [['of', 0]]
  if (LOCALIZERS.has(text))
    return [
      ['localizer', 0],
      ['noun', 6],
    ]
  if (endsIn(text, OCCASIONS)) return text.length > 2 ? LONG_OCCASION : OCCASION
  if (CAUSATIVES.has(text)) readings.push(['causative', 2])
  if (AUXILIARIES.has(text)) readings.push(['auxiliary', 0])
  if (ALSO_VERBS.has(text)) return [...readings, ['verb', 2]]
  if (text === '在') return [...readings, ['adverbial', 3]]
  if (CONJUNCTIONS.has(text) || PREPOSITIONS.has(text)) return readings
  const head = isHead(text)
  const agent = endsIn(text, AGENTS)
  if (INTRANSITIVES.has(text)) readings.push(['predicate', 1])
  if (head) readings.push(['head', 0])
  if (!agent && isEvent(text)) readings.push(['event', 0])
  if (agent && token.class === 'noun') readings.push(['agent', HEADS.has(text) ? 2 : 0])
  return [...readings, ...plainReadings(token, head)]
}

/** A verb of one character describes no noun: 进|企业. */
const SHORT_VERB: Readings = [
  ['verb', 0],
  ['noun', 6],
]

function plainReadings(token: Token, head: boolean): Readings {
  const { text } = token
  const short = text.length === 1 && ['verb', 'verbal', 'predicate'].includes(token.class)
  const plain = short ? SHORT_VERB : BY_CLASS[token.class]
  if (LIGHT_VERBS.has(text)) return [['light', 0]]
  return plain.map(([part, cost]) => {
    const more =
      (part === 'noun' && head && !isLongHead(text) ? 3 : 0) +
      (part === 'verb' && INTRANSITIVES.has(text) ? 8 : 0) +
      (part === 'act' && INTRANSITIVES.has(text) ? 1 : 0)
    return [part, cost + more] as const
  })
}
