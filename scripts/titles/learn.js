/**
 * Writes src/text/clreq/titles/cue-weights.ts: what the words beside a place add to the price of turning there, learned
 * from the marked titles of tests/text/titles that may be looked at. Run after a change to the grammar, its prices, the
 * words or those titles: npm run titles
 *
 * An averaged perceptron with a margin (Collins 2002; Taskar, Guestrin and Koller 2003): each title is set at each width
 * with the weights so far, all wrong places made cheaper by the margin. Where it then turns at a wrong place, that
 * place's cues become dearer and those of the best right division cheaper. The mean of all weights on the way is kept.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sourceModule } from '../source-module.js'

const root = resolve(import.meta.dirname, '../..')
const titlesFolder = join(root, 'tests/text/titles')
const { endsOf, turned, unmark } = await sourceModule(root, 'tests/text/titles/score.ts')
const { titleBreaks, weighedPlaces, weighedPrice } = await sourceModule(
  root,
  'src/text/clreq/titles/title-breaks.ts',
)
const { RULES } = await sourceModule(root, 'src/text/clreq/titles/grammar.ts')
const { tokensOf } = await sourceModule(root, 'src/text/clreq/titles/tokens.ts')
const { CUE_COUNT } = await sourceModule(root, 'src/text/clreq/titles/cues.ts')
const { wordsIn } = await sourceModule(root, 'src/text/dictionary/words-in.ts')

const LOTS = ['looked-at', 'learned-from', 'learned-more', 'varied', 'learned-kinds']
const WIDTHS = [9, 11, 13, 15, 18, 22]
const ROUNDS = 8
const ORDERS = [7, 8, 9]
/** By how much a division with a wrong place must cost more than a right one, and one with a place that is only allowed. */
const MARGIN = { wrong: 250, allowed: 8 }
/** What finds the best right division: wrong places forbidden, allowed ones rather not. */
const FORBIDDING = { wrong: 1500, allowed: 25 }
/** A line rather takes no more of its measure. */
const FULLEST = 0.8
/** A weight's sign in the table is this one and so many more, each of two. */
const ZERO = 'A'.charCodeAt(0)
const STEP = 2
const MOST = 25

function readLot(name) {
  const lines = readFileSync(join(titlesFolder, `${name}.txt`), 'utf8').split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => prepared(unmark(line)))
}

/** A marked title with its prices by the grammar alone and, by offset, the cues of the places that are weighed. */
function prepared(marked) {
  const words = wordsIn(marked.title)
  const breaks = titleBreaks(marked.title, words, { rules: RULES, weigh: () => 0 })
  const cues = new Map(weighedPlaces(tokensOf(words), breaks).map((place) => [place.at, place.cues]))
  const kindOf = (at) => (marked.good.has(at) ? 'good' : marked.allowed.has(at) ? 'allowed' : 'wrong')
  return { ...marked, breaks, cues, kindOf }
}

/** Where a title turns at a width by the weights, with `more` added to the price of places that are not good. */
function endsBy(one, em, weights, more) {
  const prices = Float64Array.from(one.breaks.prices)
  for (const [at, cues] of one.cues) {
    const weight = cues.reduce((sum, cue) => sum + weights[cue], 0)
    prices[at] = weighedPrice(prices[at], weight) + (more[one.kindOf(at)] ?? 0)
  }
  return endsOf(turned(one.title, em, () => ({ ...one.breaks, prices })))
}

/** 0 when all places are good, 1 when the worst is allowed or one line is too full, 2 when one is wrong. */
function worstOf(one, ends, em) {
  if (ends.length === 0) return one.title.length > FULLEST * em ? 1 : 0
  return Math.max(...ends.map((at) => ['good', 'allowed', 'wrong'].indexOf(one.kindOf(at))))
}

/** The same order on every machine: a linear congruential generator (Numerical Recipes). */
function shuffle(list, state) {
  for (let i = list.length - 1; i > 0; i -= 1) {
    state.seed = (Math.imul(state.seed, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state.seed / 2 ** 32) * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
}

function learnInOrder(titles, seed) {
  const weights = new Float64Array(CUE_COUNT)
  const sums = new Float64Array(CUE_COUNT)
  const state = { seed }
  let steps = 0
  const move = (one, ends, others, by) => {
    for (const at of ends)
      if (!others.includes(at))
        for (const cue of one.cues.get(at) ?? []) {
          weights[cue] += by
          // Its part of the mean is as if it had been so from now on.
          sums[cue] -= by * steps
        }
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(titles, state)
    for (const one of titles)
      for (const em of WIDTHS) {
        steps += 1
        const guessed = endsBy(one, em, weights, { wrong: -MARGIN.wrong, allowed: -MARGIN.allowed })
        const best = endsBy(one, em, weights, FORBIDDING)
        if (worstOf(one, guessed, em) <= worstOf(one, best, em)) continue
        move(one, guessed, best, 1)
        move(one, best, guessed, -1)
      }
  }
  return weights.map((weight, cue) => weight + sums[cue] / steps)
}

/** The mean over several orders of the titles, of which each finds weights of its own. */
function learn(titles) {
  const found = ORDERS.map((seed) => learnInOrder([...titles], seed))
  return found[0].map((_, cue) => found.reduce((sum, weights) => sum + weights[cue], 0) / found.length)
}

function signOf(weight) {
  return String.fromCharCode(ZERO + Math.max(-MOST, Math.min(MOST, Math.round(weight / STEP))))
}

const table = [...learn(LOTS.flatMap(readLot))].map(signOf).join('')
const rows = table.match(/.{1,100}/g).map((row) => `  '${row}'`)
writeFileSync(
  join(root, 'src/text/clreq/titles/cue-weights.ts'),
  `// Made by scripts/titles/learn.js from the marked titles of tests/text/titles that may be looked at.
import type { WeighCue } from './cues.ts'

/** A sign for each cue: A adds nothing, each sign after it ${STEP}, each before it takes ${STEP} off. */
const WEIGHTS =
${rows.join(' +\n')}

/** What the titles that were learned from tell of a cue. */
export const learnedWeight: WeighCue = (cue) => ${STEP} * (WEIGHTS.charCodeAt(cue) - ${ZERO})
`,
)
console.log(`${[...table].filter((sign) => sign !== 'A').length} of ${CUE_COUNT} cues have a weight`)
