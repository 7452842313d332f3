import type { SetParagraph } from '../../src/text/line.ts'

/** What a compositor would count on set paragraphs; tracking in em. */
export interface Quality {
  readonly lines: number
  readonly forbiddenEdges: readonly string[]
  readonly looseEdges: readonly string[]
  readonly unsqueezedPairs: readonly string[]
  readonly missingGaps: readonly string[]
  readonly runts: readonly string[]
  readonly tracking: readonly number[]
  readonly contrast: readonly number[]
  readonly ragged: readonly string[]
}

const NEVER_FIRST = /^[。，、；：？！”’）〕】》〉］｝」』·–—～/](?!—)/u
const NEVER_LAST = /[“‘（〔【《〈［｛「『]$/u
const MARK = '[。，、；：？！”’）〕】》〉］｝」』“‘（〔【《〈［｛「『]'
const BRACKET = /[”’）〕】》〉］｝」』“‘（〔【《〈［｛「『]/u
const OPENER = /[“‘（〔【《〈［｛「『]/u
const CLOSING = /[。，、；：？！”’）〕】》〉］｝」』]/u

export function qualityOf(paragraphs: readonly SetParagraph[]): Quality {
  const quality = {
    lines: 0,
    forbiddenEdges: [] as string[],
    looseEdges: [] as string[],
    unsqueezedPairs: [] as string[],
    missingGaps: [] as string[],
    runts: [] as string[],
    tracking: [] as number[],
    contrast: [] as number[],
    ragged: [] as string[],
  }
  for (const paragraph of paragraphs) {
    let before = 0
    for (const [index, line] of paragraph.lines.entries()) {
      const clusters = line.text.clusters.slice(line.from, line.to)
      const text = clusters.map((one) => one.text).join('')
      const em = line.text.style.size
      quality.lines += 1
      if (NEVER_FIRST.test(text)) quality.forbiddenEdges.push(text)
      if (NEVER_LAST.test(text)) quality.forbiddenEdges.push(text)
      if (!line.last) {
        quality.tracking.push(line.trackingEm)
        if (Math.abs(line.width - line.measure) > 0.02 * em) quality.ragged.push(`${line.width} ${text}`)
      }
      if (index > 0) quality.contrast.push(Math.abs(line.trackingEm - before))
      before = line.trackingEm
      if (!line.last) checkEdges(quality, text, line.xs, line.measure, em, index)
      for (let k = 1; k < clusters.length; k += 1) {
        const pair = (clusters[k - 1]?.text ?? '') + (clusters[k]?.text ?? '')
        const step = ((line.xs[k] as number) - (line.xs[k - 1] as number)) / em
        checkPair(quality, pair, step - line.trackingEm)
      }
      const solid = text.replace(new RegExp(`${MARK}|\\s`, 'gu'), '')
      if (line.last && index > 0 && [...solid].length < 2) quality.runts.push(text)
    }
  }
  return quality
}

function checkEdges(
  quality: { looseEdges: string[] },
  text: string,
  xs: readonly number[],
  measure: number,
  em: number,
  index: number,
): void {
  const indent = index === 0 ? 2 : 0
  const first = xs[0] as number
  if (OPENER.test(text[0] as string) && Math.abs(first / em - indent + 0.5) > 0.02)
    quality.looseEdges.push(`start ${text}`)
  const last = xs.at(-1) as number
  const room = (measure - last) / em
  if (CLOSING.test(text.at(-1) as string) && room < 1 && Math.abs(room - 0.5) > 0.02 && room < 0.98)
    quality.looseEdges.push(`end ${room} ${text}`)
}

function checkPair(
  quality: { unsqueezedPairs: string[]; missingGaps: string[] },
  pair: string,
  step: number,
): void {
  if (new RegExp(`^${MARK}${MARK}$`, 'u').test(pair) && BRACKET.test(pair)) {
    const openerThenPoint = OPENER.test(pair[0] as string) && CLOSING.test(pair[1] as string)
    const most =
      CLOSING.test(pair[0] as string) && CLOSING.test(pair[1] as string) ? 0.5 : openerThenPoint ? 1 : 0.5
    if (step > most + 0.02) quality.unsqueezedPairs.push(`${pair} ${step}`)
  }
  if (/^\p{Script=Han}[A-Za-z0-9]$/u.test(pair) && step < 1.12) quality.missingGaps.push(`${pair} ${step}`)
  if (/^[A-Za-z0-9]\p{Script=Han}$/u.test(pair) && step < 0.62) quality.missingGaps.push(`${pair} ${step}`)
}

/** Share of numbers not above a limit. */
export function shareUpTo(numbers: readonly number[], limit: number): number {
  return numbers.length === 0 ? 1 : numbers.filter((one) => one <= limit).length / numbers.length
}
