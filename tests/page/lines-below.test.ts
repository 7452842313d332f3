import { describe, expect, test } from 'vitest'
import type { LineBelow } from '../../src/base/text-style.ts'
import type { StyledText } from '../../src/content/block.ts'
import type { DisplayItem, GlyphRun, Path, Rule } from '../../src/display/display-list.ts'
import { lineItems } from '../../src/page/make-up/glyph-runs.ts'
import { setParagraph } from '../../src/text/set-paragraph.ts'
import { shapeText } from '../../src/text/shape.ts'
import { fakeFonts, paragraphStyle, textOptions, textStyle } from '../text/fake-fonts.ts'

/** Text of 10 pt in which `[…]` is a name and `{…}` a title. */
function marked(text: string): StyledText {
  let number = 0
  const runs = [...text.matchAll(/\[(.*?)\]|\{(.*?)\}|[^[{]+/g)].map(({ 0: whole, 1: name, 2: title }) => {
    const kind: LineBelow['kind'] | null = name !== undefined ? 'name' : title !== undefined ? 'title' : null
    if (kind === null) return { text: whole, style: textStyle, span: null }
    number += 1
    return { text: name ?? title ?? '', style: { ...textStyle, lineBelow: { kind, number } }, span: null }
  })
  return { runs, style: paragraphStyle }
}

/** The items of each line at a measure in em, its left edge at 100 pt and its baseline at 200 pt. */
function itemsOf(text: string, em = 20): DisplayItem[][] {
  const { lines } = setParagraph(shapeText(marked(text), fakeFonts, textOptions), em * 10)
  return lines.map((line) => lineItems(line, { x: 100, y: 200, node: 1 }, fakeFonts))
}

function rulesOf(items: readonly DisplayItem[] = []): Rule[] {
  return items.filter((item): item is Rule => item.kind === 'rule')
}

function ranges(items: readonly DisplayItem[] | undefined): [number, number][] {
  return rulesOf(items).map(({ x, width }) => [round(x), round(x + width)])
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}

describe('lines below names and titles (R31, clreq §5.6.1)', () => {
  test('a line is as long as its name, close below it, and no part of the text', () => {
    const [items] = itemsOf('国[云汀区]国')
    expect(ranges(items)).toEqual([[110, 140]])
    const [rule] = rulesOf(items)
    expect(rule?.y).toBeGreaterThan(201)
    expect((rule?.y ?? 0) + (rule?.height ?? 0)).toBeLessThan(203)
    expect(rule?.node).toBeNull()
    const texts = items
      ?.filter((item): item is GlyphRun => item.kind === 'glyphs')
      .flatMap((run) => run.texts)
    expect(texts?.join('')).toBe('国云汀区国')
  })

  test('neighbouring names stand visibly apart, each shorter by an eighth at most', () => {
    const [[first, second] = []] = itemsOf('[云汀][河湾]国').map(ranges)
    expect(first?.[0]).toBe(100)
    expect(second?.[1]).toBe(140)
    expect((second?.[0] ?? 0) - (first?.[1] ?? 0)).toBeGreaterThan(2)
    expect(first?.[1]).toBeGreaterThanOrEqual(118.75)
    expect(second?.[0]).toBeLessThanOrEqual(121.25)
  })

  test('neither the gap beside Latin nor the blank of a mark has a line', () => {
    expect(ranges(itemsOf('国[云汀]2024')[0])).toEqual([[110, 130]])
    expect(ranges(itemsOf('国[Yun]国')[0])).toEqual([[112.5, 127.5]])
    expect(ranges(itemsOf('（[云汀]）国')[0])).toEqual([[105, 125]])
  })

  test('tracking inside a name lengthens its line unbroken, tracking after it does not', () => {
    const [first] = itemsOf('国国[国国]国国（国）国国国', 6.4)
    const [range] = ranges(first)
    const xs =
      first?.filter((item): item is GlyphRun => item.kind === 'glyphs').flatMap((run) => run.xs) ?? []
    expect((xs[1] as number) - (xs[0] as number)).toBeGreaterThan(10)
    expect(range).toEqual([round(xs[2] as number), round((xs[3] as number) + 10)])
  })

  test('a name that turns has a line in each of its lines', () => {
    const lines = itemsOf('国国国[云汀河湾]国国国国国国国国', 5)
    expect(lines.map(ranges)).toEqual([[[130, 150]], [[100, 120]], []])
  })

  test('a title has a wave from end to end', () => {
    const [items] = itemsOf('国{河湾志}[云汀]')
    const path = items?.find((item): item is Path => item.kind === 'path')
    expect(path?.commands[0]?.slice(1)).toEqual([110, 202])
    const end = path?.commands.at(-1)?.slice(-2) as number[]
    expect(end[0]).toBeGreaterThan(138)
    expect(end[0]).toBeLessThan(139.5)
    expect(path?.fill).toBeNull()
    expect(path?.stroke?.width).toBeGreaterThan(0)
    expect(ranges(items)[0]?.[0]).toBeGreaterThan(140)
  })
})
