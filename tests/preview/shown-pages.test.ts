import { describe, expect, test } from 'vitest'
import { mainBox } from '../../src/preview/page/shown-pages.ts'

const box = (page: number, y: number, width = 200, height = 14) => ({ page, x: 0, y, width, height })

describe('the place that is looked at', () => {
  test('is the headline, not its line of the contents', () => {
    const headline = box(1, 50, 300, 22)
    expect(mainBox([box(0, 10), headline])).toBe(headline)
  })

  test('goes on with the cursor through the lines of a paragraph, onto the next page', () => {
    const lines = [box(0, 700), box(0, 714), box(1, 50), box(1, 64, 20)]
    expect([0, 0.2, 0.5, 0.9, 1].map((part) => lines.indexOf(mainBox(lines, part) as never))).toEqual([
      0, 0, 1, 2, 3,
    ])
  })

  test('is none where nothing is shown', () => {
    expect(mainBox([], 0.5)).toBeNull()
  })
})
