import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { DisplayList } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { reading } from '../issue/reading.ts'
import { fakeFonts } from './fake-fonts.ts'
import { madeUpParts } from './made-up-parts.ts'
import { misplaced, runsOf } from './misplaced.ts'
import { overlapsOf } from './overlaps.ts'

const yaml = (value: object) => stringify(value, { lineWidth: 0 })
/** More of them by hand: PARTS_FROM=100 PARTS_COUNT=50 npx vitest run tests/page/made-up-parts.test.ts */
const FROM = Number(process.env.PARTS_FROM ?? 0)
const COUNT = Number(process.env.PARTS_COUNT ?? (process.env.MODE === 'fast' ? 1 : 8))
const LOOKS = [
  {},
  { design: 'classic' },
  { design: 'official' },
  { page: { columns: 3 } },
  { page: { size: 'A5' } },
]

function han(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '')
}

/** Keys whose words stand on no page, or elsewhere than among the text. */
const UNPRINTED = new Set(['placeholder', 'qr', 'id', 'ear', 'cover', 'watermark', 'credit'])

/** Lines of all texts of an issue's values. */
function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n')
  if (Array.isArray(value)) return value.flatMap(linesOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (UNPRINTED.has(key) ? [] : linesOf(one)))
}

/** All that is printed, in reading order. */
function printed({ pages }: DisplayList): string {
  const runs = pages.flatMap((page) => runsOf(page.items)).filter((run) => run.node !== null)
  return runs
    .toSorted((a, b) => (a.node as number) - (b.node as number))
    .flatMap((run) => run.texts)
    .join('')
}

/** Every line of text whole, in order and on the page; nothing over anything else. */
describe.each(Array.from({ length: COUNT }, (_, at) => FROM + at))('made-up parts %i', (seed) => {
  test.each(LOOKS)('%j', (look) => {
    const { publication, issue } = madeUpParts(seed)
    const read = reading(yaml(issue), yaml({ ...publication, ...look }))
    const { value, diagnostics } = typeset(read.issue, { fonts: fakeFonts, images: new Map() })
    const errors = diagnostics.filter((one) => one.severity === 'error')
    expect(errors.filter((one) => one.code !== 'E-TEXT-OUTSIDE')).toEqual([])
    // A table of more columns than a narrow page has room for is refused.
    if (errors.length > 0) return
    const text = han(printed(value))
    expect(linesOf(issue).filter((line) => !text.includes(han(line)))).toEqual([])
    expect(overlapsOf(value)).toEqual([])
    expect(value.pages.flatMap(misplaced)).toEqual([])
  })
})
