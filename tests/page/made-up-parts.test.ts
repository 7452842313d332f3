import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { DisplayItem, DisplayList, DisplayPage } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { reading } from '../issue/reading.ts'
import { fakeFonts } from './fake-fonts.ts'
import { madeUpParts } from './made-up-parts.ts'
import { misplaced, runsOf } from './misplaced.ts'

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

type Box = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>

/** What an item covers; null for text and links. */
function boxOf(item: DisplayItem): Box | null {
  if (item.kind === 'rule' || item.kind === 'image')
    return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height }
  if (item.kind !== 'path') return null
  const xs = item.commands.flatMap(([, ...at]) => at.filter((_, index) => index % 2 === 0))
  const ys = item.commands.flatMap(([, ...at]) => at.filter((_, index) => index % 2 === 1))
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Words over a figure that are not its own, and rules through words. */
function covered({ items }: DisplayPage, { structure }: DisplayList): string[] {
  const figures = items.filter(({ node }) => node !== null && structure[node]?.role === 'Figure')
  return runsOf(items).flatMap((run) =>
    run.texts.flatMap((text, at) => {
      if (run.node === null || text.trim() === '' || (run.angle ?? 0) !== 0) return []
      const across = (run.xs[at] as number) + 0.4 * run.size
      const down = run.y - 0.35 * run.size
      const isOver = (box: Box, most: number) =>
        box.left < across && across < box.right && box.top - most < down && down < box.bottom + most
      const over = figures.find((one) => {
        const box = one.node === run.node ? null : boxOf(one)
        return box !== null && box.bottom - box.top > 3 && box.right - box.left > 3 && isOver(box, 0)
      })
      const through = items.find((one) => {
        const box = one.kind === 'rule' ? boxOf(one) : null
        return box !== null && box.bottom - box.top < 2 && isOver(box, 0.2 * run.size)
      })
      return [...(over ? [`${text} on a figure`] : []), ...(through ? [`${text} under a rule`] : [])]
    }),
  )
}

/** Every line of text whole, in order and on the page; nothing over anything else. */
describe.each(Array.from({ length: COUNT }, (_, at) => FROM + at))('made-up parts %i', (seed) => {
  test.each(LOOKS)('%j', (look) => {
    const { publication, issue } = madeUpParts(seed)
    const read = reading(yaml(issue), yaml({ ...publication, ...look }))
    const { value, diagnostics } = typeset(read.issue, { fonts: fakeFonts, images: new Map() })
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    const text = han(printed(value))
    expect(linesOf(issue).filter((line) => !text.includes(han(line)))).toEqual([])
    for (const [at, page] of value.pages.entries())
      expect([...misplaced(page), ...covered(page, value)].map((one) => `p${at + 1} ${one}`)).toEqual([])
  })
})
