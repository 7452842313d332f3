/**
 * The cost of the paragraph-wide search against greedy filling, on a real bulletin set 50 times over.
 * Bundle and run:
 *   npx esbuild bench/line-breaking.ts --bundle --platform=node --format=cjs --outfile=output/line-breaking.cjs
 *   node output/line-breaking.cjs issue.yaml
 * Both fill, justify and place every line with the same work; "breaks" alone leaves that out, "text to lines" counts
 * the shaping in.
 */
import { readFileSync } from 'node:fs'
import { breakLines } from '../src/text/break-lines.ts'
import { fillLines } from '../src/text/fill-lines.ts'
import { plainMeasure } from '../src/text/plain-measure.ts'
import { fillParagraph, setParagraph } from '../src/text/set-paragraph.ts'
import { shapeText } from '../src/text/shape.ts'
import type { ShapedText } from '../src/text/shaped-text.ts'

const TIMES = 50
/** In em: a column of the design with two, and the one column of `classic`. */
const MEASURES = [22, 34]
const ROUNDS = 25

const source = readFileSync(process.argv[2] ?? 'issue.yaml', 'utf8')
const paragraphs = source.split('\n').filter((line) => [...line.matchAll(/\p{Script=Han}/gu)].length > 40)
const text = Array.from({ length: TIMES }, () => paragraphs.map((line) => line.trim())).flat()

const options = {
  indentEm: 2,
  emphasis: 'kai',
  punctuation: 'full',
  breakLevel: 'normal',
  hang: false,
  hanLatinSpaceEm: 0.25,
  latin: null,
} as const
const style = {
  family: '',
  weight: 'regular',
  size: 10,
  colour: 'black',
  trackingEm: 0,
  raiseEm: 0,
  dots: false,
} as const
const paragraph = {
  size: 10,
  align: 'justify',
  firstIndentEm: 2,
  startIndentEm: 0,
  endIndentEm: 0,
  headline: false,
} as const

/** Least time of several rounds, in ms. */
function least(work: () => void): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => timed(work)))
}

function timed(work: () => void): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

const fonts = plainMeasure()
let shaped: ShapedText[] = []
const cold = performance.now()
for (const one of paragraphs)
  setParagraph(shapeText({ runs: [{ text: one, style, span: null }], style: paragraph }, fonts, options), 220)
console.log(
  `cold, once: ${(performance.now() - cold).toFixed(1)} ms for ${paragraphs.join('').length} characters`,
)

const shaping = least(() => {
  shaped = text.map((one) =>
    shapeText({ runs: [{ text: one, style, span: null }], style: paragraph }, fonts, options),
  )
})
/** What a search and a greedy time are, and how many times as long the search takes. */
function compared(what: string, best: number, first: number): void {
  const ratio = (best / first).toFixed(2)
  console.log(`${what}: search ${best.toFixed(0)} ms, greedy ${first.toFixed(0)} ms, ratio ${ratio}`)
}

console.log(`${text.join('').length} characters in ${text.length} paragraphs, ${TIMES} times the issue`)
console.log(`shaping ${shaping.toFixed(0)} ms`)
for (const em of MEASURES) measured(em)

function measured(em: number): void {
  const measure = 10 * em
  const room = (line: number) => measure - (line === 0 ? 20 : 0)
  const breaking = { em: 10, uniformFrom: 1, justified: true }
  const [search, greedy] = leastOfBoth(
    (one) => breakLines(one.items, room, breaking),
    (one) => fillLines(one.items, room, breaking),
  )
  const [setBest, setGreedy] = leastOfBoth(
    (one) => setParagraph(one, measure),
    (one) => fillParagraph(one, measure),
  )
  compared(`${em} em, breaks`, search, greedy)
  compared(`${em} em, breaks and lines`, setBest, setGreedy)
  compared(`${em} em, text to lines`, shaping + setBest, shaping + setGreedy)
}

/** Both in turns, so that what else the machine does meets both. */
function leastOfBoth(
  one: (text: ShapedText) => unknown,
  other: (text: ShapedText) => unknown,
): readonly [number, number] {
  const times: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < ROUNDS; round += 1) {
    times[0] = Math.min(
      times[0],
      timed(() => shaped.forEach(one)),
    )
    times[1] = Math.min(
      times[1],
      timed(() => shaped.forEach(other)),
    )
  }
  return times
}
