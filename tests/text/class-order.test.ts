import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { naturalAdvances, type SetLine, setLines } from '../../src/typography.ts'

const OPENERS = '（《“‘'
const CLOSERS = '）》”’'
const COMMAS = '，、；：'
const STOPS = '。？！'

/** Order of shrinking (clreq §6.2.2.3): word space, brackets, commas, Han–Latin gap, what ends a sentence. */
type Room = 'word' | 'bracket' | 'comma' | 'gap' | 'stop'
const ORDER: readonly Room[] = ['word', 'bracket', 'comma', 'gap', 'stop']

interface Place {
  readonly room: Room
  readonly natural: number
  readonly set: number
  readonly floor: number
  readonly cap: number
}

function roomOfMark(text: string): Room | null {
  if (OPENERS.includes(text) || CLOSERS.includes(text)) return 'bracket'
  if (COMMAS.includes(text)) return 'comma'
  return STOPS.includes(text) ? 'stop' : null
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}$/u.test(text)
}

/** The adjustable places of a line, edges left out, and the tracking between its Han. */
function placesOf(
  line: SetLine,
  natural: ReadonlyMap<number, number>,
): { places: Place[]; tracking: number; hanPairs: number } {
  const places: Place[] = []
  let tracking = 0
  let hanPairs = 0
  let at = line.from
  const shown = line.clusters.filter((one) => one.advance > 0)
  for (const [k, one] of shown.entries()) {
    const wide = natural.get(at) as number
    const next = shown[k + 1]
    const room = roomOfMark(one.text)
    const edge = k === 0 || next === undefined
    if (room !== null && !edge) places.push({ room, natural: wide, set: one.advance, floor: 0.5, cap: wide })
    if (one.text === ' ' && !edge) {
      const border = wide === 0.25
      places.push({
        room: border ? 'gap' : 'word',
        natural: wide,
        set: one.advance,
        floor: border ? 0.125 : 0.25,
        cap: 0.5,
      })
    }
    const space = next === undefined ? 0 : next.x - one.x - one.advance
    const pair = `${isHan(one.text)} ${isHan(next?.text ?? '')}`
    const latin = /^[A-Za-z0-9]$/.test(one.text) || /^[A-Za-z0-9]$/.test(next?.text ?? '')
    if (next !== undefined && latin && (pair === 'true false' || pair === 'false true')) {
      places.push({ room: 'gap', natural: 0.25, set: space, floor: 0.125, cap: 0.5 })
    }
    if (pair === 'true true') {
      tracking = Math.max(tracking, space)
      hanPairs += 1
    }
    at += one.text.length
  }
  return { places, tracking, hanPairs }
}

/** Natural width of each cluster by its UTF-16 offset. */
function naturalWidths(text: string): Map<number, number> {
  const widths = new Map<number, number>()
  let at = 0
  for (const one of naturalAdvances(text)) {
    if (one.text === '') continue
    widths.set(at, one.advance)
    at += one.text.length
  }
  return widths
}

const piece = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...'国家企业工作安全生产检查新城') },
  fc.constantFrom('，', '。', '、', '；', '（试行）', '“芯”', 'GDP', '2023', ' the new ', ' A ', '？'),
)
const text = fc
  .array(piece, { minLength: 20, maxLength: 120 })
  .map((pieces) => pieces.join('').replace(/ +/g, ' ').trim())
const measure = fc.integer({ min: 16, max: 80 }).map((half) => half / 2)
const CLOSE = 1e-6
/** Space between Han, in em, up to which gaps beside Latin stay at a third of an em. */
const EVEN_TRACKING = 0.1

function checkShrink(places: readonly Place[]): void {
  let open: Room | null = null
  for (const room of ORDER) {
    const mine = places.filter((one) => one.room === room && one.natural - one.floor > CLOSE)
    const moved = mine.some((one) => one.natural - one.set > CLOSE)
    if (moved) expect(open, `${room} moved while ${open} had room`).toBe(null)
    if (mine.some((one) => one.set - one.floor > CLOSE)) open ??= room
    const unsaturated = mine.filter((one) => one.set - one.floor > CLOSE).map((one) => one.natural - one.set)
    if (unsaturated.length > 1) expect(Math.max(...unsaturated) - Math.min(...unsaturated)).toBeLessThan(0.01)
  }
}

test('a class moves only when those before it are at their floor or cap, and equally inside itself', () => {
  fc.assert(
    fc.property(text, measure, (whole, em) => {
      const natural = naturalWidths(whole)
      for (const line of setLines(whole, { measure: em })) {
        const { places, tracking, hanPairs } = placesOf(line, natural)
        checkShrink(places)
        const gapsBelow = (em: number) => places.some((one) => one.room === 'gap' && em - one.set > CLOSE)
        const wordsOpen = places.some((one) => one.room === 'word' && one.cap - one.set > CLOSE)
        const gapsMoved = places.some((one) => one.room === 'gap' && one.set - one.natural > CLOSE)
        // A gap first goes to a third of an em; to half of one only when the Han have taken all that is no fault.
        if (tracking > CLOSE) expect(gapsBelow(1 / 3) || wordsOpen).toBe(false)
        if (tracking > EVEN_TRACKING + CLOSE) expect(gapsBelow(0.5)).toBe(false)
        if (hanPairs > 0 && places.some((one) => one.room === 'gap' && one.set - 1 / 3 > CLOSE))
          expect(tracking).toBeGreaterThan(EVEN_TRACKING - CLOSE)
        if (gapsMoved) expect(wordsOpen).toBe(false)
        for (const one of places) {
          expect(one.set).toBeGreaterThan(one.floor - CLOSE)
          if (tracking === 0) expect(one.set).toBeLessThan(one.cap + CLOSE + 1)
        }
      }
    }),
    { numRuns: 300 },
  )
})
