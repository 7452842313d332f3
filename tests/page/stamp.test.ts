import { describe, expect, test } from 'vitest'
import type { GlyphRun } from '../../src/display/display-list.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'

const LONG = Array.from({ length: 60 }, () =>
  '本月各科室按照年度计划推进重点工作，完成台账登记。'.repeat(4),
).join('\n\n')

async function pagesOf(status: string, publication: string) {
  const { issue } = reading(
    articleText(LONG).replace('sections:', `status: ${status}\nsections:`),
    PUBLICATION + publication,
  )
  const { value } = typeset(issue, { fonts: await builtInLibrary(), images: new Map() })
  return value.pages
}

const isStamp = (text: string) => text === '送审稿'

describe('送审稿', () => {
  test.each(['two-column', 'classic', 'official'])(
    'on every page of an issue under review: %s',
    async (design) => {
      const pages = await pagesOf('review', `design: ${design}\n`)
      expect(pages.length).toBeGreaterThan(1)
      for (const [index, page] of pages.entries()) {
        const runs = page.items.filter(
          (one): one is GlyphRun => one.kind === 'glyphs' && isStamp(one.texts.join('')),
        )
        expect(runs).toHaveLength(1)
        const [run] = runs as [GlyphRun]
        // Page furniture: no part of the text that is read aloud, and painted after it.
        expect(run.node).toBeNull()
        expect(page.items.indexOf(run)).toBe(page.items.length - 1)
        const frame = page.items.at(-2)
        expect(frame).toMatchObject({ kind: 'path', node: null })
        // Above all else on the page but a running head, and beside that.
        const others = page.items.filter((one): one is GlyphRun => one.kind === 'glyphs' && one !== run)
        const beside = others.filter((one) => one.y - one.size < run.y + run.size * 0.5)
        const right = (one: GlyphRun) => (one.xs.at(-1) ?? 0) + one.size
        for (const one of beside) {
          expect(right(one) < (run.xs[0] ?? 0) - 6 || (one.xs[0] ?? 0) > right(run) + 6, `${index}`).toBe(
            true,
          )
        }
        expect(run.y - run.size).toBeGreaterThan(0)
      }
    },
  )

  test('in a small margin it stays on the page', async () => {
    const [page] = await pagesOf('review', 'page: { margin: { top: 5mm }, header: "" }\n')
    const run = page?.items.at(-1) as GlyphRun
    expect(isStamp(run.texts.join(''))).toBe(true)
    expect(run.y - run.size * 0.9).toBeGreaterThan(4)
  })

  test.each(['draft', 'final'])(
    'not on one that is %s, whose pages are otherwise the same',
    async (status) => {
      const pages = await pagesOf(status, '')
      const reviewed = await pagesOf('review', '')
      expect(JSON.stringify(pages)).not.toContain('"送"')
      expect(reviewed.map((page) => page.items.length - 2)).toEqual(pages.map((page) => page.items.length))
    },
  )
})
