import { expect, test } from 'vitest'
import type { DisplayItem } from '../../src/display/display-list.ts'
import type { Inks } from '../../src/paint/pdf/ink.ts'
import { inkTotal } from '../../src/products/ink-totals.ts'

const INKS: Inks = { mode: 'cmyk', accent: '#c00000', accentInk: { process: [0.2, 1, 1, 0.1] } }
const PICTURES = new Map([['photo', { total: 2.9, coloured: 2.1 }]])
const CROP = { left: 0, top: 0, right: 1, bottom: 1 }
const BOX = { node: null, span: null, x: 10, y: 10, width: 100, height: 50 }
const picture: DisplayItem = { ...BOX, kind: 'image', image: 'photo', crop: CROP }
const rule = (colour: 'black' | 'accent' | '#ffffff', more = {}): DisplayItem => ({
  ...BOX,
  kind: 'rule',
  colour,
  ...more,
})

const totalOf = (...items: readonly DisplayItem[]) =>
  inkTotal({ width: 200, height: 100, items }, 3, INKS, PICTURES)

test('ink on one spot: a colour’s parts, a picture’s, none of an empty page', () => {
  expect(totalOf()).toBeNull()
  expect(totalOf(rule('accent'))).toEqual({ page: 3, total: 230, image: null })
  expect(totalOf(picture)).toEqual({ page: 3, total: 290, image: 'photo' })
})

test('black prints over what lies below it, and brings its own black alone', () => {
  expect(totalOf(picture, rule('black', { width: 5 }))).toEqual({ page: 3, total: 310, image: 'photo' })
  expect(totalOf(picture, rule('black', { x: 150, width: 5 }))?.total).toBe(290)
})

test('what a later ground covers whole is not below it any more; what it covers in part is', () => {
  const line = rule('black', { width: 5 })
  expect(totalOf(picture, rule('#ffffff'), line)?.total).toBe(290)
  expect(totalOf(picture, rule('#ffffff', { width: 2 }), line)?.total).toBe(310)
})
