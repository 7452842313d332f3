import { expect, test } from 'vitest'
import { withLater } from '../../src/page/make-up/inserts.ts'
import { zonesOf } from '../../src/page/make-up/zones.ts'
import { FLOW_BEGINNING } from '../../src/page/search/column-fill.ts'
import { BREAK, PICTURE } from '../../src/page/search/costs.ts'
import { faultyPages } from '../../src/page/search/faults.ts'
import { searchLayout } from '../../src/page/search/pages.ts'
import type { Insert } from '../../src/page/search/zone.ts'
import { aloneAcross } from '../../src/page/search/zone-task.ts'
import type { ShapedBlock } from '../../src/text/shaped-text.ts'
import { figure, galley, headline, lines, shaped } from './blocks.ts'
import { box, element, text, zone } from './boxes.ts'
import { table } from './set-blocks.ts'
import { setBoxes } from './set-boxes.ts'

/** Headings and pictures across the columns, and what their pages hold besides. */

test('a heading across the columns goes with the text that does not fit below it', () => {
  expect(setBoxes('10 lines; 1 level: t4; 1 level keeps 2: k2; 2 level: b5')).toBe(
    '1.0 [0:4] 2.0 [0:2] 2.2 [0:5 :0]',
  )
})

test('a picture across that ends the text goes to the colophon rather than leave it alone', () => {
  expect(setBoxes('20 lines at last; 2 level: t10 =14; foot 4')).toBe('1.0 [0:5 0:5] 2.0 [0:14] 2.16 [0:4]')
})

test('without a colophon it fills its page', () => {
  expect(setBoxes('20 lines at last; 2 level: t10 =14')).toBe('1.0 [0:5 0:5] 1.5 [0:14]')
})

test('two pictures across do not fill a page by themselves where lines may stand on it', () => {
  const alone = (document: string) => /(?<page>\d)\.0 \[0:12] \k<page>\.12 \[0:8](?! \k<page>)/.test(document)
  expect(alone('2.0 [0:12] 2.12 [0:8] 3.0 [2:9 2:9]')).toBe(true)
  expect(alone(setBoxes('20 lines at last; 2 level: t20 t20 =12+1-1 =8+1 t8 t10'))).toBe(false)
})

test('but a gallery and a picture that fills its page do', () => {
  const task = (more: object) => {
    const block = { kind: 'figure', ...more } as ShapedBlock
    return { zones: [zone([element([box(18)], { block })], 1, { inserted: true })] }
  }
  const fill = { columns: [], rows: 18, to: FLOW_BEGINNING, cost: 0 }
  const band = { zone: 0, page: 2, row: 0, fill, runsOn: false }
  const cost = (more: object) =>
    aloneAcross(task(more), { page: 2, row: 18, cost: 0, bands: { band, before: null } })
  expect([{}, { gallery: true }, { full: true }].map(cost)).toEqual([PICTURE.alone, 0, 0])
})

test('what keeps to the text above pictures across stands above both of them', () => {
  expect(setBoxes('30 lines at last; 2 level: t8 =6+1 =5+1 r1 t6')).not.toContain('[1:1')
})

test('pictures across met at one place may all stand below the credit that follows them', () => {
  const credit = element([box(1)], { keepsPrevious: true })
  const met = { element: 1, zone: 1, rows: 6, setting: 0, group: 'a', later: 0, earlier: 0 }
  const inserts = [
    { ...met, placed: false },
    { ...met, zone: 2, placed: true },
  ]
  expect(withLater(inserts, [text(8), credit]).map(({ later }) => later)).toEqual([1, 1])
})

test('a picture across may stand above a sub-heading, below text of its own article', () => {
  const insert = { element: 6, zone: 1, rows: 6, setting: 0, group: 'a', later: 0, earlier: 0, placed: true }
  const head = element([box(2, 100_000)], { block: { kind: 'heading' } as ShapedBlock })
  const of = (flow: readonly ReturnType<typeof element>[]) =>
    withLater([{ ...insert, element: flow.length }], flow)[0]?.earlier
  const other = { ...text(4), group: 'b' }
  expect(of([head, text(4), head, text(4)])).toBe(2)
  expect(of([other, head, text(4), text(4)])).toBe(1)
  expect(of([other, text(4), text(4), text(4)])).toBe(2)
  expect(of([...Array.from({ length: 9 }, () => text(4))])).toBe(4)
})

test('a heading that a picture across parts from its text is looked at again', () => {
  const insert: Insert = {
    element: 2,
    zone: 1,
    rows: 4,
    setting: 0,
    group: 'a',
    later: 0,
    earlier: 0,
    placed: true,
  }
  const pages = (head: ReturnType<typeof element>, below = text(8)) => {
    const zones = [
      zone([text(6), head, below], 2, { inserts: [insert] }),
      zone([element([box(4)])], 1, { inserted: true }),
    ]
    return faultyPages(zones, searchLayout(zones, 20), 20).has(1)
  }
  const more = text(16)
  expect(pages(element([box(1, 100_000)]), more)).toBe(true)
  expect(pages(element([box(1)]), { ...more, keepsPrevious: true })).toBe(true)
  expect(pages(element([box(1)]), more)).toBe(false)
})

test('a heading right above a picture across keeps to what follows the picture, a table with its air too', () => {
  const { design, pageText } = galley()
  const setting = { design, pageText, width: 480, pictureScale: 1, headingRows: 0, kept: null }
  const below = (...blocks: Parameters<typeof shaped>[0]) => {
    const [zone] = zonesOf(shaped([...blocks, figure({ fit: 'page' }), table(3)]), setting)
    return zone?.flow.find(({ block }) => block?.kind === 'table')?.settings[0]?.strips[0]?.breakAfter
  }
  const subhead = headline('题', { role: 'subhead', rows: 1 })
  expect(below(lines(4), subhead)).toBe(BREAK.keep)
  expect(below(subhead, lines(4))).toBe(BREAK.free)
})

test('a picture across stands earlier in its article rather than on a page without words of it', () => {
  // At the head of the second page it would be below the next article's headline at best.
  expect(setBoxes('20 lines at last; 2 level: t10 t6 t12 =12+1-2 t2, t30 t9')).toContain('1.8 [0:12] 2.0')
  expect(setBoxes('20 lines at last; 2 level: t4 t20 t6 t4 =14+1-2 t2, t30 t9')).toContain('1.6 [0:14] 2.0')
})

test('nor goes to the page after the last one of its zone', () => {
  expect(setBoxes('20 lines at last; 2 level: t8 t8 t18 =13-1; 2 level: t9 t9 t9')).not.toContain(
    '2.0 [0:13]',
  )
})

test('a picture across on a page without words of its article has the page before looked at again', () => {
  const insert = { element: 2, zone: 1, rows: 8, setting: 0, later: 0, earlier: 0, placed: false }
  const picture = { rows: 4, marks: [], breakAfter: 0 }
  const pages = (group: string, words = true) => {
    const last = words ? text(4) : element([picture], { block: { kind: 'figure' } as ShapedBlock })
    const zones = [
      zone([text(20), text(20), { ...last, group: 'b' }], 2, { inserts: [{ ...insert, group }] }),
      zone([element([box(8)])], 1, { inserted: true }),
    ]
    return faultyPages(zones, searchLayout(zones, 20), 20).has(1)
  }
  expect([pages('b'), pages('b', false), pages('c')]).toEqual([false, true, true])
})
