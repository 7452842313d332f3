import { join, resolve } from 'node:path'
import type { FontLibrary } from '../../src/assets/font.ts'
import { openFontLibrary } from '../../src/assets/font-library.ts'
import { arrange } from '../../src/content/arrange.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { pageText } from '../../src/page/blocks/page-text.ts'
import { awayPictures } from '../../src/page/fit/away-pictures.ts'
import { type Found, findLayout } from '../../src/page/fit/found-layout.ts'
import type { PlannedZone } from '../../src/page/make-up/zones.ts'
import { type ColumnStrip, columnContent } from '../../src/page/search/column-strips.ts'
import type { Band } from '../../src/page/search/layout.ts'
import { shape } from '../../src/text/shape.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { madeUpIssue } from './made-up-issue.ts'

/** The settings every made-up issue is set in. */
export const SETTINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'two-column': {},
  'three-columns': { 'page.columns': '3' },
  classic: { design: 'classic' },
  official: { design: 'official' },
}

const ROOT = resolve(import.meta.dirname, '../..')

export async function fontsForMeter(): Promise<FontLibrary> {
  const library = await openFontLibrary({ directory: join(ROOT, 'fonts'), families: {} })
  return library.value
}

/** Layout of a made-up issue in one of the settings, with the milliseconds that the search took. */
export function laidOut(seed: number, setting: string, fonts: FontLibrary): { found: Found; ms: number } {
  const { publication, issue } = madeUpIssue(seed)
  const sets = Object.entries(SETTINGS[setting] ?? {}).map(([key, value]) => ({ key, value }))
  const { value, diagnostics } = readIssue({
    publication: { file: 'publication.yaml', text: publication },
    issue: { file: 'issue.yaml', text: issue },
    others: [],
    article: () => ({ value: null, diagnostics: [] }),
    sets,
  })
  if (value === null) throw new Error(JSON.stringify(diagnostics, null, 1))
  const { design } = value.publication
  const content = arrange(value, design)
  const { value: blocks } = shape(content.blocks, fonts, { ...design.text }, content.metadata.language)
  const start = process.cpuUsage()
  const found = findLayout({ blocks, design, pageText: pageText(design, fonts) })
  return { found, ms: process.cpuUsage(start).user / 1000 }
}

/** What a reader would stop at, each as `page/column what`. */
export interface Faults {
  readonly columns: number
  readonly pages: number
  /** Columns that end two lines or more above their neighbours' or the page's foot in the middle of a paragraph. */
  readonly short: readonly string[]
  /** Columns and pages that end three lines or more above their foot. */
  readonly holes: readonly string[]
  readonly colophonAlone: readonly string[]
  readonly credits: readonly string[]
  readonly headings: readonly string[]
  /** Pages that hold one picture and nothing else. */
  readonly pictures: readonly string[]
  /** Pages with a picture and no words of its article. */
  readonly away: readonly string[]
}

export function faultsOf(found: Found): Faults {
  const { zones, layout } = found
  const rows = found.design.grid.lines
  const bands = layout.bands
  const text = bands.filter((band) => zoneOf(found, band).text)
  const each = <T>(tell: (band: Band, index: number) => readonly T[]) =>
    text.flatMap((band) => tell(band, bands.indexOf(band)))
  return {
    pages: layout.pages,
    columns: text.reduce((sum, band) => sum + band.fill.columns.length, 0),
    short: each((band) => shortColumns(zoneOf(found, band), band)),
    holes: [...each((band) => tallHoles(zoneOf(found, band), band)), ...pageFeet(found, rows)],
    colophonAlone: zones.some((zone) => zone.foot) ? lonelyColophon(bands, zones) : [],
    credits: each((band) => lonelyCredits(zoneOf(found, band), band)),
    headings: bands.flatMap((band, index) => strandedHeadings(found, band, bands[index + 1])),
    pictures: lonelyPictures(found),
    away: awayPictures(zones, layout).map(({ values }) => `${values.page}`),
  }
}

const zoneOf = (found: Found, band: Band) => found.zones[band.zone] as PlannedZone

function endsInside(zone: PlannedZone, band: Band, column: number): boolean {
  const { to } = band.fill.columns[column] as Band['fill']['columns'][number]
  return to.at.strip > 0 && !['heading', 'table'].includes(zone.flow[to.at.element]?.block?.kind ?? '')
}

function holeOf(band: Band, column: number): number {
  const tallest = Math.max(...band.fill.columns.map((fill) => fill.rows))
  const height = band.runsOn ? band.fill.rows : tallest
  return height - (band.fill.columns[column]?.rows ?? 0)
}

function shortColumns(zone: PlannedZone, band: Band): string[] {
  return band.fill.columns.flatMap((_, column) =>
    endsInside(zone, band, column) && holeOf(band, column) >= 2
      ? [`${band.page}/${column + 1} ${holeOf(band, column)}`]
      : [],
  )
}

function tallHoles(zone: PlannedZone, band: Band): string[] {
  return band.fill.columns.flatMap((fill, column) => {
    const wished = zone.flow[fill.to.at.element]?.startsColumn && fill.to.at.strip === 0
    return band.runsOn && holeOf(band, column) >= 3 && !wished
      ? [`${band.page}/${column + 1} ${holeOf(band, column)} before ${nextOf(zone, band, column)}`]
      : []
  })
}

/** What did not fit into the hole. */
function nextOf(zone: PlannedZone, band: Band, column: number): string {
  const { to } = band.fill.columns[column] as Band['fill']['columns'][number]
  const element = zone.flow[to.pending[0] ?? to.at.element]
  const block = element?.block
  const kind =
    block?.kind === 'figure' ? `${block.fit}${element?.floatCost === null ? ' fixed' : ''}` : block?.kind
  return `${kind}${to.at.strip > 0 ? ' inside' : ''}`
}

/** Pages but the last whose lowest band ends three lines or more above the page's foot. */
function pageFeet({ layout, zones }: Found, rows: number): string[] {
  return Array.from({ length: layout.pages - 1 }, (_, index) => index + 1).flatMap((page) => {
    const here = layout.bands.filter((band) => band.page === page)
    const foot = Math.max(0, ...here.map((band) => band.row + band.fill.rows))
    const next = layout.bands.find((band) => band.page === page + 1)
    const wished = next && zones[next.zone]?.startsPage
    const rest = layout.bands.filter((band) => band.page > page)
    const onlyColophon = rest.every((band) => zones[band.zone]?.foot)
    return rows - foot >= 3 && !wished && !onlyColophon ? [`${page}/foot ${rows - foot}`] : []
  })
}

function lonelyColophon(bands: readonly Band[], zones: readonly PlannedZone[]): string[] {
  const last = Math.max(...bands.map((band) => band.page))
  const others = bands.filter((band) => band.page === last && !zones[band.zone]?.foot)
  return others.length === 0 && last > 1 ? [`${last}`] : []
}

function roleOf(strip: ColumnStrip | undefined): string | null {
  return strip?.block?.kind === 'paragraph' ? strip.block.role : null
}

/** Whether a strip shows an article's credit: in a stretch beside a picture the marks tell. */
function isCredit(one: ColumnStrip | undefined): boolean {
  if (roleOf(one) === 'credit') return true
  return (one?.strip.marks ?? []).some(
    (mark) =>
      mark.kind === 'text' &&
      (mark.owner as ShapedBlock | null)?.kind === 'paragraph' &&
      (mark.owner as { role?: string }).role === 'credit',
  )
}

/** A credit first in its column, or right below pictures that stand at its head, or in a column with pictures alone. */
function lonelyCredits(zone: PlannedZone, band: Band): string[] {
  return band.fill.columns.flatMap((fill, column) => {
    const { strips } = columnContent(zone.flow, fill)
    const first = strips.find((one) => one.strip.textLines)
    return first && isCredit(first) ? [`${band.page}/${column + 1}`] : []
  })
}

function strandedHeadings(found: Found, band: Band, next: Band | undefined): string[] {
  const zone = zoneOf(found, band)
  return band.fill.columns.flatMap((fill, column) => {
    const { strips, foot } = columnContent(zone.flow, fill)
    const last = [...strips, ...foot].at(-1)
    if (last?.block?.kind !== 'heading' && !(fill.breakCost >= 100_000)) return []
    // Something across the columns may follow on the same page, but no picture.
    const ends =
      band.runsOn || (next !== undefined && (next.page > band.page || zoneOf(found, next).inserted))
    return ends ? [`${band.page}/${column + 1}`] : []
  })
}

function lonelyPictures(found: Found): string[] {
  const { layout } = found
  return Array.from({ length: layout.pages }, (_, index) => index + 1).flatMap((page) => {
    const strips = layout.bands
      .filter((band) => band.page === page)
      .flatMap((band) =>
        band.fill.columns.flatMap((fill) => {
          const { strips: own, foot } = columnContent(zoneOf(found, band).flow, fill)
          return [...own, ...foot]
        }),
      )
    const picturesOnly =
      strips.length > 0 && strips.every((one) => !one.strip.textLines && one.block?.kind === 'figure')
    return picturesOnly ? [`${page}`] : []
  })
}
