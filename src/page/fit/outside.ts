import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { type FrameName, frameNames } from '../../base/messages/layout-words.ts'
import type { Span } from '../../base/source.ts'
import type { Pt } from '../../base/units.ts'
import { runAt } from '../../text/shaped-text.ts'
import { HAN_ASCENT_EM } from '../blocks/geometry.ts'
import type { Column, Page } from '../make-up/page.ts'
import type { Mark, TextMark } from '../search/strip.ts'

/** Part of an em that may lie outside: less is a line's own air, or a mark that hangs. */
const FORGIVEN_EM = 0.5

interface Rectangle {
  readonly left: Pt
  readonly top: Pt
  readonly right: Pt
  readonly foot: Pt
}

/** A line that lies outside, and what it does not keep to. */
interface Outside {
  readonly mark: TextMark
  readonly frame: FrameName
  readonly span: Span | null
  /** What it is told with: its own text, or of a table all of it. */
  readonly whole: object
  /** The settings that it is made of. */
  readonly keys?: readonly string[]
}

/**
 * Every text that its page cannot hold: outside the type area, over the text beside it, or off the trimmed page. One
 * error for each text on each page, of a running head and of a folio on the first where it is so; nothing else may ever
 * leave its frame unsaid. Columns known to hold all their text are not looked at; those that do are added to them.
 */
export function outsideComplaints(
  pages: readonly Page[],
  inside: WeakSet<Column> | null = null,
): Diagnostic[] {
  const seen = new Set<string>()
  return pages.flatMap((page) => {
    const furniture = furnitureTexts(page).filter(({ mark }) => !seen.has(placeOf(mark, page.height)))
    for (const { mark } of furniture) seen.add(placeOf(mark, page.height))
    return told(page.number, [...columnTexts(page, inside), ...furniture])
  })
}

/** What a running head and a folio are made of. */
const KEYS = {
  head: ['publication.page.header', 'publication.name'],
  foot: ['publication.page.number'],
} as const

function placeOf({ y }: TextMark, height: Pt): 'head' | 'foot' {
  return y < height / 2 ? 'head' : 'foot'
}

function columnTexts({ area, columns }: Page, inside: WeakSet<Column> | null): Outside[] {
  return columns.flatMap((column) => {
    if (inside?.has(column)) return []
    const found = outsideOf(column, area)
    if (found.length === 0) inside?.add(column)
    return found
  })
}

function outsideOf(column: Column, area: Page['area']): Outside[] {
  const foot = area.top + area.rows * area.lineHeight
  const frame = { left: column.x, top: area.top, right: column.x + column.width, foot }
  const found: Outside[] = []
  for (const { strip, row, shift, block } of column.strips) {
    const y = column.y + row * area.lineHeight + shift
    if (strip.marks.every((mark) => isText(mark) && isWithin(mark, column.x, y, frame))) continue
    for (const { mark, box } of textsIn(strip.marks)) {
      const name = frameLeft(mark, movedBox(box, column.x, y), frame)
      if (name === null) continue
      const whole =
        block?.kind === 'table' || block?.kind === 'turnable' ? block : (mark.owner ?? mark.line.text)
      found.push({ mark, frame: name, span: spanOf(mark) ?? block?.span ?? null, whole })
    }
  }
  return found
}

/** Whether a line is well within a frame: nearly all are, so nothing is made for them. */
function isWithin({ line, x, y }: TextMark, dx: Pt, dy: Pt, frame: Rectangle): boolean {
  const { size } = line.text.style
  const top = y + dy - HAN_ASCENT_EM * size
  return (
    line.overfull <= 0 &&
    x + dx + (line.xs[0] ?? 0) >= frame.left &&
    x + dx + line.width <= frame.right &&
    top >= frame.top &&
    top + size <= frame.foot
  )
}

/** The lines among marks with the boxes that they ink, those of a table on its side too. */
export function textsIn(marks: readonly Mark[]): { readonly mark: TextMark; readonly box: Rectangle }[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'text') return [{ mark, box: inkedBox(mark) }]
    if (mark.kind !== 'turned') return []
    const { x, y, clockwise } = mark
    return textsIn(mark.marks).map(({ mark: one, box: { left, top, right, foot } }) => ({
      mark: one,
      box: clockwise
        ? { left: x - foot, top: y + left, right: x - top, foot: y + right }
        : { left: x + top, top: y - right, right: x + foot, foot: y - left },
    }))
  })
}

function movedBox({ left, top, right, foot }: Rectangle, dx: Pt, dy: Pt): Rectangle {
  return { left: left + dx, top: top + dy, right: right + dx, foot: foot + dy }
}

function frameLeft({ line }: TextMark, box: Rectangle, frame: Rectangle): FrameName | null {
  if (leaves(box, frame, FORGIVEN_EM * line.text.style.size)) return 'area'
  return line.overfull > FORGIVEN_EM * line.text.style.size ? 'measure' : null
}

/** Running head and folio: on the trimmed page, clear of the text. */
function furnitureTexts({ furniture, width, height, area }: Page): Outside[] {
  const page = { left: 0, top: 0, right: width, foot: height }
  const foot = area.top + area.rows * area.lineHeight
  return furniture.filter(isText).flatMap((mark) => {
    const box = inkedBox(mark)
    const forgiven = FORGIVEN_EM * mark.line.text.style.size
    const overText = box.foot > area.top + forgiven && box.top < foot - forgiven
    return overText || leaves(box, page, 0)
      ? [
          {
            mark,
            frame: 'margin' as const,
            span: null,
            whole: mark.line.text,
            keys: KEYS[placeOf(mark, height)],
          },
        ]
      : []
  })
}

function isText(mark: Mark): mark is TextMark {
  return mark.kind === 'text'
}

/** From the first glyph to the last, as tall as the em. */
function inkedBox({ line, x, y }: TextMark): Rectangle {
  const { size } = line.text.style
  const top = y - HAN_ASCENT_EM * size
  return { left: x + (line.xs[0] ?? 0), right: x + line.width, top, foot: top + size }
}

function leaves(box: Rectangle, frame: Rectangle, forgiven: Pt): boolean {
  return (
    box.left < frame.left - forgiven - 0.01 ||
    box.top < frame.top - forgiven - 0.01 ||
    box.right > frame.right + forgiven + 0.01 ||
    box.foot > frame.foot + forgiven + 0.01
  )
}

function spanOf({ line }: TextMark): Span | null {
  return runAt(line.text, line.from)?.span ?? null
}

/** One error for each text, with all its lines that lie outside. */
function told(page: number, found: readonly Outside[]): Diagnostic[] {
  const byText = new Map<object, Outside[]>()
  for (const one of found) {
    const known = byText.get(one.whole)
    if (known) known.push(one)
    else byText.set(one.whole, [one])
  }
  return [...byText.values()].map((lines) => {
    const { frame, span } = lines[0] as Outside
    const words =
      frame === 'margin' ? wordsOf(lines[0] as Outside) : lines.map(({ mark }) => wordsOfLine(mark)).join('')
    const characters = [...words].length
    const { zh, en } = frameNames[frame]
    const values = { page, characters, whereZh: zh, whereEn: en, text: shortened(words) }
    const { keys } = lines[0] as Outside
    return diagnostic('E-TEXT-OUTSIDE', span, values, keys === undefined ? {} : { keys })
  })
}

/** Of a running head or folio not all lines are set. */
function wordsOf({ mark: { line } }: Outside): string {
  return line.text.clusters.map((cluster) => cluster.text).join('')
}

function wordsOfLine({ line: { text, from, to } }: TextMark): string {
  const clusters = text.clusters.slice(from, to)
  return clusters.map((cluster) => cluster.text).join('')
}

/** Words short enough to stand in a message. */
export function shortened(words: string): string {
  const characters = [...words]
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : words
}
