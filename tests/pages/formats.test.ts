import { describe, expect, test } from 'vitest'
import type { GlyphRun } from '../../src/display/display-list.ts'
import { realIssue, type SetIssue, setIssue } from './built-issue.ts'

interface BodyLine {
  readonly text: string
  /** From the first character's origin to the last one's, in em. */
  readonly em: number
}

/** Body lines of a page, by baseline. */
function bodyLines({ list, design }: SetIssue, page: number): readonly BodyLine[] {
  const { size } = design.type.body
  const lines = new Map<string, GlyphRun[]>()
  for (const item of list.pages[page]?.items ?? []) {
    if (item.kind !== 'glyphs' || item.node === null || Math.abs(item.size - size) > 0.01) continue
    const key = item.y.toFixed(1)
    lines.set(key, [...(lines.get(key) ?? []), item])
  }
  return [...lines.values()].map((runs) => {
    const xs = runs.flatMap((run) => run.xs)
    return { text: runs.flatMap((run) => run.texts).join(''), em: (Math.max(...xs) - Math.min(...xs)) / size }
  })
}

/** Pages that are nothing but running text: every line of the grid is body text. */
function fullPages(set: SetIssue): number {
  return set.list.pages.filter((_, index) => bodyLines(set, index).length === set.design.grid.lines).length
}

/** Ems from edge to edge of full lines, that is, of lines that begin and end with Han. */
function fullMeasure(set: SetIssue): number {
  const lines = set.list.pages.flatMap((_, index) => bodyLines(set, index))
  return Math.max(
    ...lines.filter(({ text }) => /^\p{Script=Han}.*\p{Script=Han}$/u.test(text)).map((one) => one.em + 1),
  )
}

describe.skipIf(realIssue === null)('the real issue in its own formats', async () => {
  const classic = realIssue === null ? null : await setIssue(realIssue, { design: 'classic' })
  const official = realIssue === null ? null : await setIssue(realIssue, { design: 'official' })

  test('classic: 34 Han to a full line, 26 lines to a full page, 13 ± 1 pages', () => {
    const set = classic as SetIssue
    expect(fullMeasure(set)).toBeCloseTo(34, 1)
    expect(set.design.grid.lines).toBe(26)
    expect(fullPages(set)).toBeGreaterThan(0)
    expect(Math.abs(set.list.pages.length - 13)).toBeLessThanOrEqual(1)
  })

  test('official: 28 Han to a full line, 22 lines to a full page', () => {
    const set = official as SetIssue
    expect(fullMeasure(set)).toBeCloseTo(28, 1)
    expect(set.design.grid.lines).toBe(22)
  })
})
