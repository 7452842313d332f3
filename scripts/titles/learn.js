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
const { titleBreaks, weighedPrice } = await sourceModule(root, 'src/text/clreq/titles/title-breaks.ts')
const { RULES } = await sourceModule(root, 'src/text/clreq/titles/grammar.ts')
const { PRICES } = await sourceModule(root, 'src/text/clreq/titles/prices.ts')
const { tokensOf } = await sourceModule(root, 'src/text/clreq/titles/tokens.ts')
const { areWords, cuesAt, CUE_COUNT } = await sourceModule(root, 'src/text/clreq/titles/cues.ts')
const { wordsIn } = await sourceModule(root, 'src/text/dictionary/words-in.ts')

const LOTS = ['looked-at', 'learned-from']
const WIDTHS = [9, 11, 13, 15, 18, 22]
const ROUNDS = 5
/** A wrong division must cost so much more than a right one. */
const MARGIN = 60
const FORBIDDEN = 1500
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
  const cues = new Map()
  const tokens = tokensOf(words)
  for (let at = 1; at < tokens.length; at += 1) {
    const { from } = tokens[at]
    if (breaks.prices[from] < PRICES.inWord && areWords(tokens, at)) cues.set(from, cuesAt(tokens, at))
  }
  const isRight = (at) => marked.good.has(at) || marked.allowed.has(at)
  return { ...marked, breaks, cues, isRight }
}

/** Where a title turns at a width by the weights, with `more` added to the price of wrong places. */
function endsBy(one, em, weights, more) {
  const prices = Float64Array.from(one.breaks.prices)
  for (const [at, cues] of one.cues) {
    const weight = cues.reduce((sum, cue) => sum + weights[cue], 0)
    prices[at] = weighedPrice(prices[at], weight) + (one.isRight(at) ? 0 : more)
  }
  return endsOf(turned(one.title, em, () => ({ ...one.breaks, prices })))
}

/** The same order on every machine: a linear congruential generator (Numerical Recipes). */
function shuffle(list, state) {
  for (let i = list.length - 1; i > 0; i -= 1) {
    state.seed = (Math.imul(state.seed, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state.seed / 2 ** 32) * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
}

function learn(titles) {
  const weights = new Float64Array(CUE_COUNT)
  const sums = new Float64Array(CUE_COUNT)
  const state = { seed: 7 }
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
        const guessed = endsBy(one, em, weights, -MARGIN)
        const best = endsBy(one, em, weights, FORBIDDEN)
        if (guessed.every(one.isRight) || !best.every(one.isRight)) continue
        move(one, guessed, best, 1)
        move(one, best, guessed, -1)
      }
  }
  return weights.map((weight, cue) => weight + sums[cue] / steps)
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
