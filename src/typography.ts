/**
 * `jianbao/typography`: the Chinese composition of the engine by itself, without fonts, pages or files.
 * All lengths are in em. Han and full-width marks measure 1 em and every other character 0.5 em, unless an
 * `advance` function says otherwise.
 */
import type { Hyphenate } from './assets/hyphenation.ts'
import type { ParagraphStyle, TextStyle } from './base/text-style.ts'
import { chineseBreaks } from './text/breaks.ts'
import { LEAST_WORD_SPACE_EM } from './text/clreq/gap.ts'
import type { BreakLevel } from './text/clreq/pairs.ts'
import type { MarkStyle } from './text/clreq/squeeze.ts'
import { visibleEnd } from './text/items.ts'
import type { Line } from './text/line.ts'
import { type AdvanceOf, plainMeasure } from './text/plain-measure.ts'
import { fillParagraph, setParagraph } from './text/set-paragraph.ts'
import { shapeText } from './text/shape.ts'
import type { TextOptions } from './text/shape-text.ts'
import type { ShapedText } from './text/shaped-text.ts'
import { spreadText as spreadLine } from './text/spread.ts'
import { unicodeBreaks } from './text/uax14/break-opportunities.ts'

export { type Hyphenate, loadHyphenation } from './assets/hyphenation.ts'
export { joinSourceLines } from './base/join-source-lines.ts'
export { type Adjusted, adjustLine, type Gap } from './text/clreq/adjustment.ts'
export { type Adjustment, chooseAdjustment } from './text/clreq/choose-adjustment.ts'
export type { AdvanceOf, BreakLevel, MarkStyle }

/** Whether two marks beside each other share their blanks (`squeezed`, when absent; clreq §6.3.2.2) or keep them (`natural`). */
export type AdjacentMarks = 'squeezed' | 'natural'

/** One em of the computations, in their own unit: large, so that tolerances in points vanish. */
const EM = 1000

export interface BreakOpportunityOptions {
  /**
   * 避头尾 level; `normal` when absent. `none` lets any mark begin and end a line and keeps only words, numbers and
   * the pairs that are never cut (——, ……, ？！).
   */
  readonly level?: BreakLevel
  /** `false` is plain UAX #14, untailored; `true` when absent. */
  readonly chinese?: boolean
}

/** UTF-16 offsets at which a line of `text` may end, ascending, the end of the text included. */
export function breakOpportunities(text: string, options: BreakOpportunityOptions = {}): number[] {
  const { level = 'normal', chinese = true } = options
  if (text === '') return []
  const breaks = chinese ? chineseBreaks(text, level) : unicodeBreaks(text)
  return [...breaks.keys()].filter((offset) => breaks[offset] !== 0)
}

/** One cluster, or with empty `text` a gap between Han and Latin. */
export interface Advance {
  readonly text: string
  readonly advance: number
}

export interface NaturalAdvancesOptions {
  /** 全角式 `full` (when absent), 开明式 `kaiming`, 半角式 `half`. */
  readonly style?: MarkStyle
  readonly adjacent?: AdjacentMarks
  /** Natural width of the gap between Han and Latin; 0.25 when absent, 0 for none. */
  readonly hanLatinGap?: number
  /** Whether an opening mark that begins the text loses its blank, as at a line's start. */
  readonly trimStart?: boolean
  /** Whether a closing mark or point that ends the text loses its blank, as at a line's end. */
  readonly trimEnd?: boolean
  readonly advance?: AdvanceOf
}

/**
 * The widths of a text's clusters on an endless line: marks squeezed by their neighbours, Han–Latin gaps
 * as entries of their own. A typed space at such a border is itself the gap.
 */
export function naturalAdvances(text: string, options: NaturalAdvancesOptions = {}): Advance[] {
  const { trimStart = false, trimEnd = false } = options
  const { items, clusters } = shaped(text, options)
  const advances: Advance[] = []
  for (const [i, cluster] of clusters.entries()) {
    const left = i === 0 && trimStart ? 0 : (items.left[i] as number)
    const right = i === clusters.length - 1 && trimEnd ? 0 : (items.right[i] as number)
    const space = cluster.glyphs.length === 0
    const gap = items.gap[i] as number
    advances.push({
      text: cluster.text,
      advance: (left + (items.body[i] as number) + right + (space ? gap : 0)) / EM,
    })
    if (!space && gap > 0) advances.push({ text: '', advance: gap / EM })
  }
  return advances
}

export interface SetLinesOptions {
  /** The lines' width in em: one for all, or by the line's index. */
  readonly measure: number | ((line: number) => number)
  /** Of the first line, in em; 0 when absent. */
  readonly indent?: number
  readonly level?: BreakLevel
  readonly style?: MarkStyle
  readonly adjacent?: AdjacentMarks
  /** Natural width of the gap between Han and Latin; 0.25 when absent, 0 for none. */
  readonly hanLatinGap?: number
  /** Divides Latin words where it says, in offsets inside a word; they stay whole when absent. For justified lines. */
  readonly hyphenate?: Hyphenate
  /**
   * 纵横对齐: Han and full-width marks stand in cells of one em, Latin takes whole cells; `style`, `adjacent` and
   * `hanLatinGap` mean nothing then. For justified lines; `false` when absent.
   */
  readonly grid?: boolean
  /** Broken as a whole and flush at both sides (when absent), or filled line by line and flush left. */
  readonly justify?: boolean
  readonly advance?: AdvanceOf
}

/**
 * One cluster of a line as set: its box begins at `x`, from the column's left edge, and is `advance` wide. What a
 * mark keeps of its blank is inside its box; at a line's start or end it keeps none. Boxes never overlap; between
 * them stand Han–Latin gaps and tracking. A space is as wide as it is set; dropped at a line's end it has no width.
 */
export interface SetCluster {
  readonly text: string
  readonly x: number
  readonly advance: number
}

/** One line: its source text, from … to in UTF-16 offsets, and the right edge of its last box. */
export interface SetLine {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly width: number
  readonly clusters: readonly SetCluster[]
  /** It ends inside a word, with a hyphen that the text has not; the last box has room for it. */
  readonly hyphenated?: true
}

/** The lines of one paragraph, by default broken as a whole and justified as clreq §6.2 says. */
export function setLines(text: string, options: SetLinesOptions): SetLine[] {
  const { measure, indent = 0, justify = true } = options
  const whole = shaped(text, { ...options, indent, justify })
  const inUnits = typeof measure === 'number' ? measure * EM : (line: number) => measure(line) * EM
  let from = 0
  const { lines } = justify ? setParagraph(whole, inUnits) : fillParagraph(whole, inUnits)
  return lines.map((line) => {
    const set = lineOf(line, from)
    from = set.to
    return set
  })
}

export interface SpreadOptions {
  readonly style?: MarkStyle
  readonly advance?: AdvanceOf
}

/**
 * A name or label spread to a width in em (均排): the same room between its characters, in place of spaces typed
 * between Han. One that is as wide already keeps its natural width.
 */
export function spread(text: string, width: number, options: SpreadOptions = {}): SetLine {
  return lineOf(spreadLine(shaped(text, options), width * EM), 0)
}

function lineOf(line: Line, from: number): SetLine {
  const boxes = boxesOf(line)
  const clusters = line.text.clusters.slice(line.from, line.to).map(({ text }, k) => {
    const [start, end] = boxes[k] as readonly [number, number]
    return { text: text.replace(SOFT_HYPHEN, ''), x: start / EM, advance: (end - start) / EM }
  })
  const text = clusters.map((cluster) => cluster.text).join('')
  const set = { text, from, to: from + text.length, width: line.width / EM, clusters }
  return line.hyphenated ? { ...set, hyphenated: true } : set
}

/** At a line's end, for the hyphen that the text has not. */
const SOFT_HYPHEN = /(?<=.)\u00ad$/u

/** Start and end of each cluster's box: its body, and the blank that lies between it and a neighbour. */
function boxesOf(line: Line): (readonly [start: number, end: number])[] {
  const { items } = line.text
  const starts = line.xs.map((x, k) => x + (items.origin[line.from + k] as number))
  const ends = starts.map((start, k) => Math.min(start + (items.body[line.from + k] as number), line.width))
  for (let k = 0; k + 1 < starts.length; k += 1) {
    const i = line.from + k
    const space =
      (starts[k + 1] as number) - (ends[k] as number) - (items.track[i] as number) * line.trackingEm * EM
    if (space <= 0) continue
    const isSpace = line.text.clusters[i]?.text === ' '
    // Between a space and an opening mark the mark's blank moves last, so it has what the least space leaves.
    const least = isSpace ? Math.min(space, LEAST_WORD_SPACE_EM * EM) : 0
    const left = Math.min(items.left[i + 1] as number, space - least)
    if (left > 0) starts[k + 1] = (starts[k + 1] as number) - left
    if ((items.right[i] as number) > 0 || isSpace) ends[k] = (ends[k] as number) + space - left
  }
  const last = visibleEnd(items, line.from, line.to) - line.from - 1
  // A mark at the end of a loose line keeps its blank; a hyphen belongs to the letter before it.
  const fills = (items.right[line.from + last] as number) > 0 || line.hyphenated === true
  if (fills) ends[last] = Math.max(ends[last] as number, line.width)
  return starts.map((start, k) => [start, Math.max(start, ends[k] as number)] as const)
}

interface Choices {
  readonly style?: MarkStyle | undefined
  readonly level?: BreakLevel | undefined
  readonly indent?: number
  readonly justify?: boolean
  readonly grid?: boolean | undefined
  readonly adjacent?: AdjacentMarks | undefined
  readonly hanLatinGap?: number | undefined
  readonly hyphenate?: Hyphenate | undefined
  readonly advance?: AdvanceOf | undefined
}

function shaped(text: string, choices: Choices): ShapedText {
  const style: ParagraphStyle = {
    size: EM,
    align: choices.justify === false ? 'left' : 'justify',
    firstIndentEm: choices.indent ?? 0,
    startIndentEm: 0,
    endIndentEm: 0,
    headline: false,
  }
  const run = { text, style: CHARACTERS, span: null }
  const options: TextOptions = {
    indentEm: 0,
    emphasis: 'kai',
    punctuation: choices.style ?? 'full',
    breakLevel: choices.level ?? 'normal',
    hang: false,
    hanLatinSpaceEm: choices.hanLatinGap ?? 0.25,
    latin: null,
    looseMarks: choices.adjacent === 'natural',
    grid: choices.grid ?? false,
    ...(choices.hyphenate ? { hyphenate: choices.hyphenate } : {}),
  }
  return shapeText({ runs: [run], style }, plainMeasure(choices.advance), options)
}

const CHARACTERS: TextStyle = {
  family: '宋体',
  weight: 'regular',
  size: EM,
  colour: 'black',
  trackingEm: 0,
  raiseEm: 0,
  dots: false,
}
