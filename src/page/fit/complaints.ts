import { type Diagnostic, diagnostic, type MessageValues } from '../../base/diagnostic.ts'
import { acrossCauses, type HoleCause, holeCauses } from '../../base/messages/layout-words.ts'
import type { Span } from '../../base/source.ts'
import type { Pt } from '../../base/units.ts'
import type { Design } from '../../design/design.ts'
import type { Line } from '../../text/line.ts'
import { runAt, type ShapedBlock } from '../../text/shaped-text.ts'
import { isVertical } from '../blocks/vertical-title.ts'
import { rowsOfNotes } from '../make-up/footnotes.ts'
import type { PlannedZone } from '../make-up/zones.ts'
import { type ColumnFill, type ColumnStart, FLOW_BEGINNING } from '../search/column-fill.ts'
import { type ColumnContent, type ColumnStrip, columnContent } from '../search/column-strips.ts'
import { BREAK } from '../search/costs.ts'
import type { FlowElement, Setting } from '../search/elements.ts'
import { openPages } from '../search/faults.ts'
import type { Band } from '../search/layout.ts'
import { unevenness } from '../search/refine.ts'
import { type Mark, rowsOf } from '../search/strip.ts'
import { awayPictures } from './away-pictures.ts'
import { charactersPerLine } from './fit-report.ts'
import type { Found } from './found-layout.ts'
import { difference } from './line-difference.ts'
import { shortened, textsIn } from './outside.ts'
import { partedCredits } from './parted-credits.ts'
import type { FitReport } from './report.ts'

/** Lines empty at a column's foot that the editor hears of. */
const TOLD_HOLE = 2

/** Columns known to have no line to speak of: they are not looked at; those that have none are added. */
type PlainColumns = WeakSet<ColumnContent> | null

/** What could not be kept, one diagnostic for each place. */
export function complaints(found: Found, plain: PlainColumns = null): Diagnostic[] {
  const { zones, layout } = found
  const places = layout.bands.flatMap((band) => {
    const zone = zones[band.zone] as PlannedZone
    return [
      ...band.fill.columns.flatMap((fill, column) => columnComplaints(zone, band, { fill, column, plain })),
      ...bandComplaints(zone, band),
    ]
  })
  return [
    ...places,
    ...zones.flatMap(({ flow }) => flow.flatMap(narrowTable)),
    ...zones.flatMap(({ flow }) => flow.flatMap((_, at) => titleAcross(flow, at))),
    ...openFeet(found),
    ...partedCredits(zones, layout),
    ...awayPictures(zones, layout),
    ...lonelyColophon(found),
  ]
}

/** A table in smaller type whose words are parted all the same. */
function narrowTable({ settings, block }: FlowElement): Diagnostic[] {
  return settings[0]?.torn ? [diagnostic('W-TABLE-NARROW', block?.span ?? null, {})] : []
}

/** A vertical headline that stands above its text as any other; one beside its text has a line of air above it. */
function titleAcross(flow: readonly FlowElement[], at: number): Diagnostic[] {
  const { block } = flow[at] as FlowElement
  if (!block || !isVertical(block)) return []
  if (flow[at - 1]?.block === block || flow[at + 1]?.block === block) return []
  const next = flow[at + 1]?.block
  const { zh, en } = acrossCauses[next?.kind === 'paragraph' ? 'room' : 'other']
  return [diagnostic('W-VERTICAL-TITLE', block.span, { whyZh: zh, whyEn: en })]
}

/** Pages that end above their foot: what follows does not fit there, or lines go over for the sake of the last page. */
function openFeet({ zones, layout, design }: Found): Diagnostic[] {
  const { lines: rows } = design.grid
  return openPages(zones, layout, rows).flatMap((page) => {
    const last = layout.bands.findLast((band) => band.page === page)
    const next = layout.bands.find((band) => band.page > page)
    if (!last || !next) return []
    const { flow, inserted } = zones[next.zone] as PlannedZone
    const lines = rows - last.row - Math.max(...last.fill.columns.map((fill) => fill.rows))
    const why =
      last.runsOn && !inserted
        ? causeWords('ending')
        : whyOf(flow, next.fill.columns[0]?.from ?? FLOW_BEGINNING, lines)
    return [diagnostic('W-HOLE', flow[0]?.block?.span ?? null, { page, column: 1, lines, ...why })]
  })
}

/** A colophon without text above it: how much less text would bring it to the page before. */
function lonelyColophon(found: Found): Diagnostic[] {
  const { zones, layout } = found
  const colophon = layout.bands.find((band) => zones[band.zone]?.foot)
  if (!colophon || colophon.page === 1 || zones[colophon.zone]?.evenPage) return []
  if (layout.bands.some((band) => band.page === colophon.page && band !== colophon)) return []
  const lines = difference(found, colophon.page - 1).over
  const characters = Math.ceil(lines * charactersPerLine(found))
  return [diagnostic('W-COLOPHON-ALONE', null, { page: colophon.page, lines, characters })]
}

interface ColumnLook {
  readonly fill: ColumnFill
  readonly column: number
  readonly plain: PlainColumns
}

function columnComplaints(zone: PlannedZone, band: Band, { fill, column, plain }: ColumnLook): Diagnostic[] {
  const found: Diagnostic[] = []
  const values = { page: band.page, column: column + 1 }
  const span = () => spanAt(zone, fill)
  if (fill.breakCost >= BREAK.keep) found.push(diagnostic('W-KEEP', span(), values))
  else if (fill.breakCost >= BREAK.strandedFirst) found.push(diagnostic('W-STRANDED', span(), values))
  const hole = band.fill.rows - fill.rows
  if (band.runsOn && hole > TOLD_HOLE && !endIsWished(zone, fill))
    found.push(diagnostic('W-HOLE', span(), { ...values, lines: hole, ...whyOf(zone.flow, fill.to, hole) }))
  if (fill.rows > band.fill.rows) found.push(diagnostic('W-OVERFULL', span(), values))
  const content = columnContent(zone.flow, fill)
  const long = plain?.has(content) ? [] : longLines(content, band, values)
  if (long.length === 0) plain?.add(content)
  return [...found, ...long, ...movedPictures(zone, fill, values), ...narrowedPictures(zone, fill, values)]
}

function whyOf(flow: readonly FlowElement[], to: ColumnStart, hole: number) {
  return causeWords(holeCause(flow, to, hole))
}

function causeWords(cause: HoleCause) {
  const { zh, en } = holeCauses[cause]
  return { whyZh: zh, whyEn: en }
}

/** Why a column with `hole` lines left is not fuller: what follows is too tall, or every fuller end breaks a rule. */
export function holeCause(
  flow: readonly FlowElement[],
  { at, pending }: ColumnStart,
  hole: number,
): HoleCause {
  let rows = 0
  let least = Number.POSITIVE_INFINITY
  for (let index = at.element; index < flow.length; index += 1) {
    const begun = index === at.element
    const { strips } = (flow[index] as FlowElement).settings[begun ? at.setting : 0] as Setting
    for (const strip of strips.slice(begun ? at.strip : 0)) {
      rows += strip.rows
      if (rows > hole)
        return least === Number.POSITIVE_INFINITY ? undivided(flow[pending[0] ?? at.element]) : ruleOf(least)
      const follows = strip === strips.at(-1) && flow[index + 1]?.keepsPrevious ? BREAK.keep : 0
      if (!strip.blank) least = Math.min(least, strip.breakAfter + follows)
    }
  }
  return pending.length > 0 && rows === 0 ? undivided(flow[pending[0] as number]) : 'later'
}

function ruleOf(breakCost: number): HoleCause {
  if (breakCost >= BREAK.keep) return 'kept'
  return breakCost >= BREAK.strandedFirst ? 'stranded' : 'later'
}

function undivided(element: FlowElement | undefined): HoleCause {
  const kind = element?.block?.kind
  if (kind === 'figure') return 'picture'
  if (kind === 'table' || kind === 'turnable') return 'row'
  return kind === 'heading' ? 'heading' : 'kept'
}

/** A column that the editor ends is not complained of. */
function endIsWished(zone: PlannedZone, fill: ColumnFill): boolean {
  return fill.to.at.strip === 0 && (zone.flow[fill.to.at.element]?.startsColumn ?? false)
}

/** Lines that leave their measure by more than the eye forgives, in pt. */
const SEEN_OVERFULL: Pt = 0.5

/** Space between characters from which on a line looks loose and copies with spaces, in em (R53). */
const LOOSE_TRACKING = 0.11

/** The same from which on it is a fault: wider than a gap beside Latin (R53). */
const MOST_LOOSE = 0.25

/** Lines of a column's text, of what stands at its foot, and of its notes. */
function longLines(
  { strips, foot }: ColumnContent,
  { row, fill }: Band,
  values: MessageValues,
): Diagnostic[] {
  const all = (of: readonly ColumnStrip[]) => of.map((one) => one.strip)
  const end = row + fill.rows
  const above = end - rowsOfNotes(all(strips)) - rowsOf(all(foot))
  const notes = strips.flatMap(({ strip }) => strip.notes?.notes ?? [])
  return [
    ...linesIn(strips, row, values),
    ...linesIn(foot, above, values),
    ...notes.flatMap(({ lines }) => lines.flatMap((one) => toldLine(one, { ...values, line: end }))),
  ]
}

function linesIn(strips: readonly ColumnStrip[], top: number, values: MessageValues): Diagnostic[] {
  let row = top
  return strips.flatMap(({ strip }) => {
    const line = row + 1
    row += strip.rows
    if (strip.marks.every(isAsItShould)) return []
    return textsIn(strip.marks).flatMap(({ mark }) => toldLine(mark.line, { ...values, line }))
  })
}

function toldLine(line: Line, values: MessageValues): Diagnostic[] {
  const { text, from, to, overfull, cut, trackingEm } = line
  if (isFine(line)) return []
  const clusters = text.clusters.slice(from, to)
  const words = clusters.map((cluster) => cluster.text).join('')
  const span = runAt(text, from)?.span ?? null
  const more = { ...values, text: shortened(words) }
  if (cut) return [diagnostic('W-LINE-CUT', span, more)]
  if (overfull <= SEEN_OVERFULL) {
    const code = trackingEm > MOST_LOOSE ? 'W-LINE-LOOSE' : 'I-LINE-LOOSE'
    return [diagnostic(code, span, { ...more, tracking: Math.round(trackingEm * 100) / 100 })]
  }
  return [diagnostic('W-LINE-LONG', span, { ...more, points: Math.round(overfull * 10) / 10 })]
}

/** Whether a mark is no line to speak of. */
function isAsItShould(mark: Mark): boolean {
  return mark.kind === 'text' ? isFine(mark.line) : mark.kind !== 'turned'
}

/** Neither too long nor too loose, and nothing of it is cut. */
function isFine({ overfull, cut, trackingEm }: Line): boolean {
  return overfull <= SEEN_OVERFULL && !cut && trackingEm <= LOOSE_TRACKING
}

function bandComplaints(zone: PlannedZone, band: Band): Diagnostic[] {
  const lines = unevenness(band.fill.columns)
  if (band.runsOn || lines <= 1 || band.fill.columns.some((fill) => endIsWished(zone, fill))) return []
  return [diagnostic('I-UNEVEN', null, { page: band.page, lines })]
}

/** Photographs that keep their own ratio but for the design's bounds: how much of them is not seen. */
export function croppedPictures(blocks: readonly ShapedBlock[]): Diagnostic[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'panel') return croppedPictures(block.blocks)
    if (block.kind !== 'figure') return []
    return block.pictures.flatMap(({ image, lost = 0, span }) =>
      lost > 0
        ? [diagnostic('W-PICTURE-CROPPED', span, { image: image ?? '', percent: Math.round(lost * 100) })]
        : [],
    )
  })
}

/** A masthead that should be a picture and names none. */
export function mastheadComplaints(blocks: readonly ShapedBlock[], design: Design): Diagnostic[] {
  if (design.masthead.style !== 'image') return []
  return blocks.flatMap((block) =>
    block.kind === 'masthead' && block.image === null
      ? [diagnostic('W-MASTHEAD-IMAGE', block.span, {}, { keys: ['publication.masthead.style'] })]
      : [],
  )
}

const LEVER_CODES = {
  paragraphs: 'I-FIT-PARAGRAPHS',
  pictures: 'I-FIT-PICTURES',
  headings: 'I-FIT-HEADINGS',
  'line-height': 'I-FIT-LINE-HEIGHT',
} as const

/** A page count not met, and every lever that was pulled to meet it. */
export function wishComplaints(report: FitReport): Diagnostic[] {
  const { wanted, pages } = report
  if (wanted === null) return []
  const used = report.levers.map(({ lever, amount }) => {
    const shown =
      lever === 'paragraphs' ? Math.abs(amount) : lever === 'pictures' ? Math.round(amount * 100) : amount
    return diagnostic(LEVER_CODES[lever], null, { wanted, amount: shown }, { keys: ['issue.fit'] })
  })
  if (pages === wanted) return used
  const over = pages > wanted
  const lines = over ? report.linesOver : report.linesUnder
  const characters = over ? report.charactersOver : report.charactersUnder
  const code = over ? 'W-PAGES-OVER' : 'W-PAGES-UNDER'
  const keys = ['issue.pages', 'publication.pages']
  const values = { wanted, pages, lines, characters, ...cureOf(report, over, lines) }
  return [...used, diagnostic(code, null, values, { keys })]
}

/** Lines that the levers may well find by themselves. */
const FEW_LINES = 12

/** What helps, by how far the pages are from the wish and whether the levers were pulled already. */
function cureOf({ levers, pages }: FitReport, over: boolean, lines: number): MessageValues {
  const pulled = levers.length > 0
  const few = lines <= FEW_LINES
  if (over && few && !pulled)
    return {
      cureZh: '差得不多：在本期写 fit: { mode: auto }，让程序在限度内微调；或按下面列出的各篇字数删',
      cureEn:
        'It is not much: write fit: { mode: auto } in the issue to have it tightened, or cut as listed below',
    }
  if (over)
    return {
      cureZh: `${pulled ? '行距、图片、标题已收到限度，还是放不下：' : ''}按下面列出的各篇字数删，或把一篇留到下一期；页数可以改的，写“页数: ${pages}”`,
      cureEn: `${pulled ? 'Lines, pictures and headings are as tight as they may be: ' : ''}cut as listed below, or keep an article for the next issue; if the number is free, write pages: ${pages}`,
    }
  if (few && !pulled)
    return {
      cureZh: '差得不多：在本期写 fit: { mode: auto }，让程序放松一点；或加几句话',
      cureEn:
        'It is not much: write fit: { mode: auto } in the issue to have it loosened, or add some sentences',
    }
  return {
    cureZh: `加一张照片、一篇稿子；页数可以改的，写“页数: ${pages}”`,
    cureEn: `Add a picture or an article; if the number is free, write pages: ${pages}`,
  }
}

/** Pictures that left the place marked for them. */
function movedPictures(
  zone: PlannedZone,
  fill: ColumnFill,
  values: { page: number; column: number },
): Diagnostic[] {
  return [...fill.head, ...fill.foot, ...fill.late.map((late) => late.picture)].flatMap((index) => {
    const element = zone.flow[index]
    if (!element?.floatCost) return []
    return [diagnostic('I-PICTURE-MOVED', element.block?.span ?? null, values)]
  })
}

/** Pictures in one column that were asked for across the columns. */
function narrowedPictures(
  zone: PlannedZone,
  fill: ColumnFill,
  values: { page: number; column: number },
): Diagnostic[] {
  const { strips, foot } = columnContent(zone.flow, fill)
  return [...strips, ...foot].flatMap(({ block }) =>
    block?.kind === 'figure' && block.narrowed ? [diagnostic('I-PICTURE-NARROWED', block.span, values)] : [],
  )
}

/** The source of what stands last in a column. */
function spanAt(zone: PlannedZone, fill: ColumnFill): Span | null {
  const { strips } = columnContent(zone.flow, fill)
  const last = strips[strips.length - 1]
  const mark = last?.strip.marks.find((one) => one.kind === 'text')
  const run = mark?.kind === 'text' ? runAt(mark.line.text, mark.line.from) : undefined
  return run?.span ?? last?.block?.span ?? null
}
