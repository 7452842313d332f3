import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DisplayList, GlyphRun } from '../../src/display/display-list.ts'
import { noteRows } from '../../src/page/search/notes.ts'
import { typeset } from '../../src/typeset.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'
import { fakeFonts } from '../text/fake-fonts.ts'

function listOf(body: string, publication = ''): DisplayList {
  const { issue } = reading(articleText(body), PUBLICATION + publication)
  const { value, diagnostics } = typeset(issue, { fonts: fakeFonts, images: new Map() })
  expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
  return value
}

function runsOf(page: DisplayList['pages'][number]): GlyphRun[] {
  return page.items.filter((item): item is GlyphRun => item.kind === 'glyphs')
}

const textOf = (runs: readonly GlyphRun[]) => runs.map((run) => run.texts.join('')).join('')
const isMark = (run: GlyphRun) => /^[①-⑳]$/.test(run.texts.join('')) && Math.abs(run.size - 7.35) < 0.01
const isLabel = (run: GlyphRun) => run.size === 8 && /^[①-⑳]$/.test(run.texts[0] ?? '')

/** Which column of a page a run stands in. */
function columnOf(run: GlyphRun, list: DisplayList): number {
  return (run.xs[0] as number) < (list.pages[0]?.width ?? 0) / 2 ? 0 : 1
}

/** Paragraphs of so many Han, some of them with notes of so many. */
function bodyOf(paragraphs: readonly { readonly han: number; readonly note: number }[]): string {
  const texts = paragraphs.map(({ han, note }, at) => `${'甲'.repeat(han)}${note > 0 ? `[^${at}]` : ''}。`)
  const notes = paragraphs.flatMap(({ note }, at) => (note > 0 ? [`[^${at}]: ${'注'.repeat(note)}。`] : []))
  return [...texts, ...notes].join('\n\n')
}

describe('脚注', () => {
  test('each stands at the foot of the column of its mark, with its number, and nothing is lost', () => {
    const paragraph = fc.record({
      han: fc.nat({ max: 400 }).map((han) => han + 1),
      note: fc.nat({ max: 90 }),
    })
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 14 }), (paragraphs) => {
        const list = listOf(bodyOf(paragraphs))
        const all = list.pages.map(runsOf)
        const wanted = paragraphs.reduce((sum, { note }) => sum + note, 0)
        expect(textOf(all.flat()).match(/注/g)?.length ?? 0).toBe(wanted)
        for (const runs of all) {
          const labels = runs.filter(isLabel)
          const numbers = labels.map((run) => run.texts[0])
          expect(numbers).toEqual([...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭'].slice(0, labels.length))
          const placed = (found: GlyphRun[]) => found.map((run) => `${run.texts[0]} ${columnOf(run, list)}`)
          expect(placed(runs.filter(isMark))).toEqual(placed(labels))
          for (const label of labels) {
            const column = runs.filter((run) => columnOf(run, list) === columnOf(label, list))
            const body = column.filter((run) => run.size === 10.5 && run.texts.includes('甲'))
            expect(Math.max(...body.map((run) => run.y))).toBeLessThan(label.y - 10)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('body text stays on the grid, and the last note on its last line', () => {
    const list = listOf(
      bodyOf([...Array(14).keys()].map((at) => ({ han: 150, note: at % 3 === 0 ? 30 : 0 }))),
    )
    const [first] = list.pages
    const runs = runsOf(first as DisplayList['pages'][number])
    const grid = (run: GlyphRun) => (run.y / 16.5) % 1
    const body = runs.filter((run) => run.texts.includes('甲'))
    const [one] = body as [GlyphRun]
    for (const run of body) expect(grid(run)).toBeCloseTo(grid(one), 3)
    for (const column of [0, 1]) {
      const notes = runs.filter((run) => run.texts.includes('注') && columnOf(run, list) === column)
      expect(notes.length).toBeGreaterThan(0)
      expect(grid(notes.at(-1) as GlyphRun)).toBeCloseTo(grid(one), 3)
    }
  })

  test('their numbers begin anew on each page, or go on through the article', () => {
    const body = bodyOf(
      [...Array(30).keys()].map((at) => ({ han: 140, note: at === 0 || at === 29 ? 5 : 0 })),
    )
    const labels = (publication: string) =>
      listOf(body, publication).pages.map((page) =>
        runsOf(page)
          .filter(isLabel)
          .map((run) => run.texts[0]),
      )
    expect(labels('').flat()).toEqual(['①', '①'])
    expect(labels('type: { footnote: { number: article } }\n').flat()).toEqual(['①', '②'])
    expect(labels('文字: { 脚注: { 编号: 每篇 } }\n').flat()).toEqual(['①', '②'])
  })

  test('one longer than half a column goes on below the lines after its mark', () => {
    const list = listOf(`${'甲'.repeat(30)}[^1]${'甲'.repeat(900)}。\n\n[^1]: ${'注'.repeat(2400)}`)
    const pages = list.pages.map((page) => runsOf(page).filter((run) => run.texts.includes('注')).length)
    expect(textOf(list.pages.flatMap(runsOf)).match(/注/g)).toHaveLength(2400)
    expect(pages.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(80)
    expect(list.pages.flatMap(runsOf).filter(isLabel)).toHaveLength(1)
  })

  test('is a Note behind its paragraph, its mark a Reference in it', () => {
    const { structure, pages } = listOf(
      '甲[^1]乙。\n\n- 丙[^2]\n- 丁\n\n> 戊[^3]\n\n[^1]: 一\n\n[^2]: 二\n\n[^3]: 三',
    )
    const pathOf = (id: number): string => {
      const node = structure.find((one) => one.id === id)
      return node ? `${pathOf(node.parent)}/${node.role}` : ''
    }
    const inArticle = (text: string) => {
      const run = pages.flatMap(runsOf).find((one) => one.texts.join('').startsWith(text))
      return pathOf(run?.node ?? -1).replace('/Document/Sect/Art/', '')
    }
    expect(inArticle('甲')).toBe('P')
    expect(
      pages
        .flatMap(runsOf)
        .filter(isMark)
        .map((run) => pathOf(run.node ?? -1).split('/Art/')[1]),
    ).toEqual(['P/Reference', 'L/LI/LBody/P/Reference', 'BlockQuote/P/Reference'])
    expect(['一', '二', '三'].map(inArticle)).toEqual(['Note/P', 'L/LI/LBody/Note/P', 'BlockQuote/Note/P'])
    expect(structure.filter((one) => one.role === 'Lbl').length).toBeGreaterThanOrEqual(3)
  })

  test('take whole lines, with air for their rule', () => {
    expect([0, 0.7, 1.4, 1.5, 2.5].map(noteRows)).toEqual([0, 2, 2, 2, 3])
  })
})
