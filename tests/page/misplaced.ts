import type { DisplayItem, DisplayPage, GlyphRun } from '../../src/display/display-list.ts'

export function runsOf(items: readonly DisplayItem[]): GlyphRun[] {
  return items.filter((item): item is GlyphRun => item.kind === 'glyphs')
}

interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** Glyphs off the trimmed page, and pairs of glyphs over each other. */
export function misplaced(page: DisplayPage): string[] {
  const glyphs = runsOf(page.items).flatMap((run) =>
    run.texts.flatMap((text, at): Glyph[] => {
      const wide = (text.codePointAt(0) ?? 0) >= 0x2e80
      const shown = text.trim() !== '' && !/\p{P}/u.test(text)
      return shown ? [glyphAt(run, at, wide ? run.size : run.size / 2)] : []
    }),
  )
  return [...glyphs.filter((one) => isOff(one, page)).map((one) => `${one.text} off`), ...overlaps(glyphs)]
}

/** A glyph's place; of a run on its side its box there, as tall as it is wide. */
function glyphAt({ texts, xs, y, size, angle = 0 }: GlyphRun, at: number, width: number): Glyph {
  const text = texts[at] as string
  const [first = 0] = xs
  const along = (xs[at] as number) - first
  if (angle === 90)
    return { text, x: first - 0.88 * size, y: y - along - 0.12 * width, width: size, size: width }
  if (angle === -90)
    return { text, x: first - 0.12 * size, y: y + along + 0.88 * width, width: size, size: width }
  return { text, x: xs[at] as number, y, width, size }
}

function isOff({ x, y, width, size }: Glyph, page: DisplayPage): boolean {
  return x < 0 || x + width > page.width || y - 0.88 * size < 0 || y + 0.12 * size > page.height
}

/** Pairs whose ink, a little smaller than the body, lies over each other; found by squares of the page. */
function overlaps(glyphs: readonly Glyph[]): string[] {
  const square = 12
  const squares = new Map<string, Glyph[]>()
  const found: string[] = []
  for (const one of glyphs) {
    const seen = new Set<Glyph>()
    for (let across = Math.floor(one.x / square); across <= (one.x + one.width) / square; across += 1) {
      for (let down = Math.floor((one.y - one.size) / square); down <= one.y / square; down += 1) {
        const key = `${across}/${down}`
        const here = squares.get(key) ?? []
        for (const other of here) if (!seen.has(other) && lieOver(one, other)) seen.add(other)
        squares.set(key, [...here, one])
      }
    }
    found.push(...[...seen].map((other) => `${other.text} × ${one.text}`))
  }
  return found
}

function lieOver(a: Glyph, b: Glyph): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y, b.y) - Math.max(a.y - 0.8 * a.size, b.y - 0.8 * b.size)
  return across > 0.2 * Math.min(a.size, b.size) && down > 0.1 * Math.min(a.size, b.size)
}
