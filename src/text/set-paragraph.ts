import type { Pt } from '../base/units.ts'
import { breakLines, breakLinesByCount } from './break-lines.ts'
import type { Breaking, BreakOptions } from './breaking.ts'
import { cutsWord, filledEnd, fillLines } from './fill-lines.ts'
import { setOnGrid } from './grid.ts'
import { breakHeadline } from './headline.ts'
import { setLine } from './justify.ts'
import type { Line, Measure, ParagraphVariants, SetParagraph } from './line.ts'
import type { ShapedText } from './shaped-text.ts'
import { MANDATORY } from './uax14/break-opportunities.ts'

/** The best setting of each text at the measure, one for all lines, at which it was last set. */
const lastSet = new WeakMap<ShapedText, { readonly measure: Pt; readonly set: SetParagraph }>()

/** The best setting of a paragraph at a measure. Promises every cluster once and in order. */
export function setParagraph(text: ShapedText, measure: Measure): SetParagraph {
  if (typeof measure !== 'number') return bestSetting(text, measure)
  const known = lastSet.get(text)
  if (known?.measure === measure) return known.set
  const set = bestSetting(text, measure)
  lastSet.set(text, { measure, set })
  return set
}

function bestSetting(text: ShapedText, measure: Measure): SetParagraph {
  if (text.items.count === 0) return { lines: [], demerits: 0 }
  if (text.grid) return { lines: onGrid(text, measure), demerits: 0 }
  const room = roomOfLines(text, measure)
  const ends = text.style.headline ? breakHeadline(text, room) : null
  if (ends !== null) return settingOf(text, measure, { ends, demerits: 0, cuts: [] })
  return settingOf(text, measure, breakLines(text.items, room, optionsOf(text, measure)))
}

function onGrid(text: ShapedText, measure: Measure): Line[] {
  return setOnGrid(text, {
    measure: (line) => widthOf(measure, line),
    start: (line) => indentOf(text, line),
    end: text.style.endIndentEm * text.style.size,
    uniformFrom: optionsOf(text, measure).uniformFrom,
  })
}

/**
 * The best setting, and the best with one line fewer and one more where tracking up to 0.1 em allows it
 * (段落变体, TeX's looseness). Ragged text, and text on the grid, has only its best setting.
 */
export function setVariants(text: ShapedText, measure: Measure): ParagraphVariants {
  const { items, style } = text
  if (style.align !== 'justify' || style.headline || text.grid || items.count === 0)
    return variantsOf(text, measure, null, null)
  const room = roomOfLines(text, measure)
  const options = optionsOf(text, measure)
  const natural = setParagraph(text, measure).lines.length
  const all = breakLinesByCount(items, room, options, [natural - 1, natural + 1])
  const withLines = (lines: number) => all.find((one) => one.ends.length === lines) ?? null
  return variantsOf(text, measure, withLines(natural - 1), withLines(natural + 1))
}

function variantsOf(
  text: ShapedText,
  measure: Measure,
  shorter: Breaking | null,
  longer: Breaking | null,
): ParagraphVariants {
  return {
    shorter: shorter && settingOf(text, measure, shorter),
    // Set only when it is asked for: a page has it already.
    get natural() {
      return setParagraph(text, measure)
    },
    longer: longer && settingOf(text, measure, longer),
  }
}

/** Lines filled one after another with what fits at natural width (first fit), set flush left. */
export function fillParagraph(text: ShapedText, measure: Measure): SetParagraph {
  if (text.items.count === 0) return { lines: [], demerits: 0 }
  return settingOf(text, measure, fillLines(text.items, roomOfLines(text, measure), optionsOf(text, measure)))
}

/** One line filled by first fit from a cluster on: a long text is set line by line where each has a measure of its own. */
export function fillLine(text: ShapedText, from: number, line: number, measure: Pt): Line {
  const { items, style } = text
  const to = filledEnd(items, style.size, from, roomOfLines(text, measure)(line))
  const set = lineWithin(text, { from, to, line, measure })
  return cutsWord(items, to) ? { ...set, cut: true } : set
}

function optionsOf(text: ShapedText, measure: Measure): BreakOptions {
  return {
    em: text.style.size,
    uniformFrom: typeof measure === 'number' ? 1 : Number.POSITIVE_INFINITY,
    justified: text.style.align === 'justify',
  }
}

function widthOf(measure: Measure, line: number): Pt {
  return typeof measure === 'number' ? measure : measure(line)
}

function indentOf(text: ShapedText, line: number): Pt {
  const { style } = text
  return (style.startIndentEm + (line === 0 ? style.firstIndentEm : 0)) * style.size
}

function roomOfLines(text: ShapedText, measure: Measure): (line: number) => Pt {
  const end = text.style.endIndentEm * text.style.size
  return (line) => widthOf(measure, line) - indentOf(text, line) - end
}

function settingOf(text: ShapedText, measure: Measure, breaking: Breaking): SetParagraph {
  let from = 0
  const lines: Line[] = breaking.ends.map((to, line) => {
    const set = lineWithin(text, { from, to, line, measure: widthOf(measure, line) })
    from = to
    return breaking.cuts.includes(line) ? { ...set, cut: true as const } : set
  })
  return { lines, demerits: breaking.demerits }
}

function lineWithin(
  text: ShapedText,
  at: { readonly from: number; readonly to: number; readonly line: number; readonly measure: Pt },
): Line {
  const { items, style } = text
  const { from, to, line, measure } = at
  const last = to === items.count || items.breaks[to - 1] === MANDATORY
  return setLine(text, {
    from,
    to,
    measure,
    start: indentOf(text, line),
    end: style.endIndentEm * style.size,
    fill: style.align,
    last: last || style.headline,
  })
}
