import type { FontLibrary, GlyphOutlines } from '../../assets/font.ts'
import type { DisplayItem } from '../../display/display-list.ts'
import type { Line } from '../../text/line.ts'
import { runAt } from '../../text/shaped-text.ts'
import { HAN_ASCENT_EM } from '../blocks/geometry.ts'
import { ownWidth } from '../blocks/line-ends.ts'
import { oneLine, type PageText } from '../blocks/page-text.ts'
import { drawnLine } from './drawn-line.ts'
import type { SetLinePlace } from './lines-below.ts'

/** Size of 拼音 in em of its character: it fits between the lines of the grid. */
const SIZE_EM = 0.42
/** From the character's top to the baseline above it, in em: room for g, p and y. */
const ABOVE_EM = 0.12
/** Widest, in em, alone and beside another: what is longer is made smaller. */
const WIDEST_EM = { alone: 1.2, beside: 0.94 } as const

/** What readings are drawn with. */
export interface ReadingPen {
  readonly fonts: FontLibrary
  readonly outlines: GlyphOutlines
  readonly pageText: PageText
}

/** 拼音 over the characters of a set line that have any: drawn, so that text is found and copied without it. */
export function readingsOver(line: Line, { x, y }: SetLinePlace, pen: ReadingPen): DisplayItem[] {
  return line.text.clusters.slice(line.from, line.to).flatMap((_, index): DisplayItem[] => {
    const at = line.from + index
    const run = runAt(line.text, at)
    if (run?.ruby === undefined) return []
    const isBeside = isRead(line, at - 1) || isRead(line, at + 1)
    const { size } = run.style
    const style = { ...run.style, size: size * SIZE_EM, trackingEm: 0, raiseEm: 0, dots: false }
    const set = oneLine(pen.pageText(run.ruby, style))
    if (set === null) return []
    const width = ownWidth(set)
    const scale = Math.min(1, (WIDEST_EM[isBeside ? 'beside' : 'alone'] * size) / width)
    const left = x + (line.xs[index] as number) + (size - width * scale) / 2 - (set.xs[0] ?? 0) * scale
    const base = y - (HAN_ASCENT_EM + ABOVE_EM + run.style.raiseEm) * size
    const commands = drawnLine(set, pen, ([a, b]) => [left + a * scale, base + b * scale])
    return [{ kind: 'path', commands, fill: run.style.colour, stroke: null, node: null, span: run.span }]
  })
}

function isRead(line: Line, cluster: number): boolean {
  return cluster >= line.from && cluster < line.to && runAt(line.text, cluster)?.ruby !== undefined
}
