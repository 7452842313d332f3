import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Block } from '../../src/content/block.ts'
import { classic } from '../../src/design/classic.ts'
import type { Design } from '../../src/design/design.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { pageText } from '../../src/page/blocks/page-text.ts'
import { countPages } from '../../src/page/count-pages.ts'
import { apportioned, articleTexts, withChange } from '../../src/page/fit/changed-text.ts'
import { fitted } from '../../src/page/fit/fit.ts'
import { fitReport } from '../../src/page/fit/fit-report.ts'
import type { PageWishes } from '../../src/page/fit/report.ts'
import { THOROUGH } from '../../src/page/search/effort.ts'
import { figure, headline, NO_WISHES, paragraph, shaped } from './blocks.ts'
import { fakeFonts } from './fake-fonts.ts'

const done = vi.hoisted(() => ({ paragraphs: 0, cuts: 0, searches: 0, thorough: 0 }))
vi.mock('../../src/page/blocks/paragraph.ts', async (original) => {
  const real = await original<typeof import('../../src/page/blocks/paragraph.ts')>()
  const setBody: typeof real.setBody = (...given) => {
    done.paragraphs += 1
    return real.setBody(...given)
  }
  return { ...real, setBody }
})
vi.mock('../../src/page/make-up/zones.ts', async (original) => {
  const real = await original<typeof import('../../src/page/make-up/zones.ts')>()
  const zonesOf: typeof real.zonesOf = (...given) => {
    done.cuts += 1
    return real.zonesOf(...given)
  }
  return { ...real, zonesOf }
})
vi.mock('../../src/page/search/pages.ts', async (original) => {
  const real = await original<typeof import('../../src/page/search/pages.ts')>()
  const searchLayout: typeof real.searchLayout = (...given) => {
    done.searches += 1
    if (given[2] === THOROUGH) done.thorough += 1
    return real.searchLayout(...given)
  }
  return { ...real, searchLayout }
})

beforeEach(() => {
  done.paragraphs = 0
  done.cuts = 0
  done.searches = 0
  done.thorough = 0
})

/** Articles of uneven paragraphs, some with a picture. */
function articles(count: number): readonly Block[] {
  return Array.from({ length: count }, (_, at) => {
    const place = { section: 0, article: at }
    const text = (length: number) => paragraph('国'.repeat(length + ((at * 37) % 53)), { place })
    const picture = at % 3 === 0 ? [figure({ place })] : []
    return [
      headline(`标题${at}`, { place }),
      ...[130, 95, 210, 60].map(text),
      ...picture,
      ...[171, 240].map(text),
    ]
  }).flat()
}

function reportOf(blocks: ReturnType<typeof shaped>, design: Design, wishes: PageWishes) {
  const copy = { blocks, design, pageText: pageText(design, fakeFonts, null) }
  const { found, levers } = fitted(copy, wishes)
  return fitReport(copy, found, wishes, levers)
}

const wish = (count: number, mode: 'report' | 'auto' = 'report'): PageWishes => ({
  ...NO_WISHES,
  pages: { count },
  fit: { ...NO_WISHES.fit, mode },
})

describe.each([
  ['two columns', twoColumn, 9],
  ['one column', classic, 5],
] as const)('a wish that is missed, %s', (_, design, count) => {
  const blocks = shaped(articles(count))
  const natural = countPages(blocks, design, fakeFonts)
  const open = articleTexts(blocks, true).map((one) => one.open)

  test.each([-2, -1, 1, 2, 3])(
    'by %d pages: what is said is more than nothing, and makes the pages',
    (by) => {
      const report = reportOf(blocks, design, wish(natural + by))
      const said = report.charactersOver + report.charactersUnder
      expect([report.charactersOver > 0, report.charactersUnder > 0]).toEqual([by < 0, by > 0])
      expect([report.linesOver > 0, report.linesUnder > 0]).toEqual([by < 0, by > 0])
      const evenly = apportioned(
        said,
        open.flat().map(({ characters }) => characters),
      )
      const listed = open.flatMap((texts, index) => {
        const change = Math.abs(report.articles[index]?.change ?? 0)
        return apportioned(
          change,
          texts.map(({ characters }) => characters),
        )
      })
      for (const parts of [evenly, listed]) {
        const change = open
          .flat()
          .map(({ text }, index) => [text, -Math.sign(by) * (parts[index] ?? 0)] as const)
        expect(countPages(withChange(blocks, new Map(change)), design, fakeFonts)).toBe(natural + by)
      }
    },
  )
})

describe('trials', () => {
  const blocks = shaped(articles(9))
  const natural = countPages(blocks, twoColumn, fakeFonts)

  test.each([-1, 1])('of a wish missed by %d pages set no text again and search a few times', (by) => {
    reportOf(blocks, twoColumn, NO_WISHES)
    const plain = { ...done }
    reportOf(blocks, twoColumn, wish(natural + by))
    expect(done.cuts).toBe(2 * plain.cuts)
    expect(done.paragraphs).toBe(2 * plain.paragraphs)
    expect(done.searches - 2 * plain.searches).toBeGreaterThan(0)
    expect(done.searches - 2 * plain.searches).toBeLessThanOrEqual(27)
  })

  test.each([-1, 1])('of one column set text once or twice, and search soon, by %d pages', (by) => {
    const pages = countPages(blocks, classic, fakeFonts)
    done.cuts = 0
    done.searches = 0
    done.thorough = 0
    reportOf(blocks, classic, NO_WISHES)
    const plain = { ...done }
    reportOf(blocks, classic, wish(pages + by))
    const more = { cuts: done.cuts - 2 * plain.cuts, searches: done.searches - 2 * plain.searches }
    expect(done.thorough).toBe(2 * plain.thorough)
    expect(more.cuts).toBeGreaterThan(0)
    expect(more.cuts).toBeLessThanOrEqual(2)
    expect(more.searches).toBeLessThanOrEqual(12)
  })

  test('of levers set a paragraph once for each measure', () => {
    reportOf(blocks, twoColumn, NO_WISHES)
    const plain = { ...done }
    const { levers } = reportOf(blocks, twoColumn, wish(natural + 3, 'auto'))
    expect(levers).toEqual([])
    // Paragraphs, pictures, headings; then the line height, at which all are set anew.
    expect(done.cuts - plain.cuts).toBeGreaterThanOrEqual(5)
    expect(done.paragraphs - plain.paragraphs).toBeLessThanOrEqual(2.5 * plain.paragraphs)
  })
})
