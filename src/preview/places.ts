import type { Diagnostic } from '../base/diagnostic.ts'
import type { DisplayList } from '../display/display-list.ts'
import { boxesAt, type PageBox } from '../display/source-map.ts'
import { wordsOf } from '../report/words.ts'
import type { MessageMark } from './protocol.ts'

/** Where the pages show what begins in a stretch of a text, the first of it. */
export function nearestBoxes(
  list: DisplayList,
  file: string,
  [from, to]: readonly [number, number],
): readonly PageBox[] {
  const starts = list.pages.flatMap(({ items }) =>
    items.flatMap(({ span }) =>
      span?.file === file && span.from < to && span.to > from ? [Math.max(from, span.from)] : [],
    ),
  )
  return starts.length === 0 ? [] : boxesAt(list, file, Math.min(...starts))
}

/** More would hide the page. */
const MOST_MARKS = 200
const MOST_LINES = 4

/** The places on the pages of what diagnostics are about, the most serious first where there are many. */
export function messageMarks(list: DisplayList, diagnostics: readonly Diagnostic[]): readonly MessageMark[] {
  const order = ['error', 'warning', 'info']
  const placed = diagnostics.flatMap((one) => (one.span === null ? [] : [{ ...one, span: one.span }]))
  return placed
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .slice(0, MOST_MARKS)
    .flatMap((one) => {
      const { file, from, to } = one.span
      const words = { zh: wordsOf(one, 'zh').message, en: wordsOf(one, 'en').message }
      const boxes = nearestBoxes(list, file, [from, Math.max(to, from + 1)]).slice(0, MOST_LINES)
      return boxes.map((box) => ({ severity: one.severity, words, box }))
    })
}
