import { describe, expect, test } from 'vitest'
import type { GlyphRun } from '../../src/display/display-list.ts'
import { exampleIssue, realIssue, type SetIssue, setIssue } from './built-issue.ts'

/** A dash of two may stand first, a single one may not. */
const NEVER_FIRST = /^(?:[。，、；：？！”’）〕】》〉］｝」』·–～/]|—(?!—))/
const NEVER_LAST = /[“‘（〔【《〈［｛「『]$/

/** Half an em of blank that a trimmed opener's origin, or a closer's body, may reach over the measure's edge. */
const BLANK = 0.5

interface TextLine {
  readonly page: number
  readonly y: number
  readonly left: number
  readonly size: number
  readonly text: string
}

/** Whether a structure node stands in a section, not in masthead or colophon. */
function inSection(set: SetIssue, node: number | null): boolean {
  if (node === null || node < 0) return false
  const { role, parent } = set.list.structure[node] ?? { role: 'Div', parent: -1 }
  return role === 'Sect' || inSection(set, parent)
}

/** The set lines of the sections' text: runs of one baseline and one column, from left to right. */
function linesOf(set: SetIssue): TextLine[] {
  const { list, design } = set
  const { page } = design
  return list.pages.flatMap((one, index) => {
    const runs = one.items.filter(
      (item): item is GlyphRun => item.kind === 'glyphs' && inSection(set, item.node),
    )
    const inside = index % 2 === 0 ? page.margin.inside : page.margin.outside
    const width = page.width - page.margin.inside - page.margin.outside
    const step = (width + page.columnGap) / page.columns
    const groups = new Map<string, GlyphRun[]>()
    for (const run of runs) {
      const column = Math.floor(((run.xs[0] ?? 0) - inside + run.size) / step)
      const key = `${column} ${run.y.toFixed(2)}`
      groups.set(key, [...(groups.get(key) ?? []), run])
    }
    return [...groups.values()].map((group) => {
      const sorted = group.toSorted((a, b) => (a.xs[0] ?? 0) - (b.xs[0] ?? 0))
      const first = sorted[0] as GlyphRun
      return {
        page: index + 1,
        y: first.y,
        left: first.xs[0] ?? 0,
        size: first.size,
        text: sorted.map((run) => run.texts.join('')).join(''),
      }
    })
  })
}

const files = [
  ['the example', exampleIssue, 'two-column'],
  ['the example', exampleIssue, 'classic'],
  ['the real issue', realIssue, 'two-column'],
  ['the real issue', realIssue, 'classic'],
  ['the real issue', realIssue, 'official'],
] as const

describe.each(files.filter(([, file]) => file !== null))('%s', (_, file, name) => {
  describe(name, async () => {
    const set = await setIssue(file as string, { design: name })
    const { page, grid, type } = set.design

    test('nothing of the text leaves the type area', () => {
      for (const [index, one] of set.list.pages.entries()) {
        const left = index % 2 === 0 ? page.margin.inside : page.margin.outside
        const right = left + page.width - page.margin.inside - page.margin.outside
        const bottom = page.margin.top + grid.lines * grid.lineHeight
        for (const item of one.items) {
          if (item.kind !== 'glyphs' || item.node === null) continue
          const slack = BLANK * item.size + 0.02
          expect(item.y).toBeGreaterThan(page.margin.top)
          expect(item.y).toBeLessThan(bottom)
          expect(Math.min(...item.xs)).toBeGreaterThan(left - slack)
          expect(Math.max(...item.xs)).toBeLessThan(right + 0.02)
        }
      }
    })

    test('body lines of all columns share one grid', () => {
      const body = linesOf(set).filter((line) => line.size === type.body.size && line.text.length > 12)
      const first = body[0] as TextLine
      const wrong = body.filter((line) => {
        const away = Math.abs(line.y - first.y) % grid.lineHeight
        return Math.min(away, grid.lineHeight - away) > 0.2
      })
      expect(body.length).toBeGreaterThan(50)
      expect(wrong).toEqual([])
    })

    test('no line begins or ends with a mark that may not stand there', () => {
      const wrong = linesOf(set).filter(({ text }) => NEVER_FIRST.test(text) || NEVER_LAST.test(text))
      expect(wrong.map(({ page: at, text }) => `${at}: ${text}`)).toEqual([])
    })
  })
})
