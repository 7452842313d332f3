import type { DisplayItem, DisplayList, GlyphRun } from '../../src/display/display-list.ts'

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
  readonly what: string
}

/** Where the ink of a run is at least; of a run turned on its side, the same turned. */
function inkOf(run: GlyphRun): Box {
  const { size, y, xs, texts, angle = 0 } = run
  const left = (xs[0] as number) + (angle === 0 && /^[“‘（《【]/u.test(texts[0] ?? '') ? size / 2 : 0)
  // The ink of a mark that closes is in the first half of its place, of one that opens in the second.
  const wide = /(?!\p{P})[\u2e80-\uffef]/u.test(texts[texts.length - 1] ?? '')
  const right = (xs[xs.length - 1] as number) + size * (wide ? 0.8 : 0.3)
  const what = texts.join('')
  if (angle === 0) return { left, right, top: y - 0.7 * size, foot: y, what }
  const turned = angle > 0 ? [y - (right - left), y] : [y, y + right - left]
  const side = angle > 0 ? [left - 0.7 * size, left] : [left, left + 0.7 * size]
  return {
    left: side[0] as number,
    right: side[1] as number,
    top: turned[0] as number,
    foot: turned[1] as number,
    what,
  }
}

/** How far two boxes lie over each other, at the lesser of both sides. */
const shared = (a: Box, b: Box) =>
  Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.foot, b.foot) - Math.max(a.top, b.top),
  )

function pictureOf(item: DisplayItem, figures: ReadonlySet<number>): Box[] {
  if (item.kind === 'image')
    return [
      { left: item.x, right: item.x + item.width, top: item.y, foot: item.y + item.height, what: 'picture' },
    ]
  if (item.kind !== 'path' || item.node === null || !figures.has(item.node)) return []
  const xs = item.commands.flatMap((one) => one.slice(1).filter((_, at) => at % 2 === 0)) as number[]
  const ys = item.commands.flatMap((one) => one.slice(1).filter((_, at) => at % 2 === 1)) as number[]
  return [
    {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      foot: Math.max(...ys),
      what: 'picture',
    },
  ]
}

/** What lies over another thing, or outside its page, as words. */
export function overlapsOf({ pages, structure }: DisplayList): string[] {
  const figures = new Set(structure.filter((node) => node.role === 'Figure').map((node) => node.id))
  return pages.flatMap(({ items, width, height }, at) => {
    const runs = items.filter(
      (one): one is GlyphRun => one.kind === 'glyphs' && /[^\s\p{P}]/u.test(one.texts.join('')),
    )
    const text = runs.map((run) => ({ ...inkOf(run), node: run.node }))
    const rules = items.flatMap((one) =>
      one.kind === 'rule' && Math.min(one.width, one.height) < 2
        ? [{ left: one.x, right: one.x + one.width, top: one.y, foot: one.y + one.height }]
        : [],
    )
    const pictures = items.flatMap((one) => pictureOf(one, figures))
    const found: string[] = []
    text.forEach((a, index) => {
      if (a.left < 0 || a.top < 0 || a.right > width || a.foot > height) found.push(`${a.what} off the page`)
      for (const b of text.slice(index + 1)) if (shared(a, b) > 0.3) found.push(`${a.what} × ${b.what}`)
      // What a placeholder says of itself is page furniture.
      if (a.node !== null && !figures.has(a.node))
        for (const b of pictures) if (shared(a, b) > 0.3) found.push(`${a.what} × picture`)
      for (const b of rules)
        if (
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.3 + Math.min(0, b.right - b.left - 1) &&
          Math.min(a.foot, b.foot) - Math.max(a.top, b.top) > Math.min(0.3, (b.foot - b.top) / 2)
        )
          found.push(`${a.what} × rule`)
    })
    pictures.forEach((a, index) => {
      for (const b of pictures.slice(index + 1)) if (shared(a, b) > 0.3) found.push('picture × picture')
    })
    return found.map((one) => `page ${at + 1}: ${one}`)
  })
}
