import type { Items } from './items.ts'
import type { Cluster, ShapedText } from './shaped-text.ts'

/** The same text in a size so many times its own: all lengths of glyphs and blanks grow alike. */
export function scaledText(text: ShapedText, scale: number): ShapedText {
  if (scale === 1) return text
  const { hyphened, ...more } = text
  return {
    ...more,
    clusters: text.clusters.map((cluster) => scaledCluster(cluster, scale)),
    runs: text.runs.map(({ to, run }) => ({
      to,
      run: { ...run, style: { ...run.style, size: run.style.size * scale } },
    })),
    items: scaledItems(text.items, scale),
    style: { ...text.style, size: text.style.size * scale },
    ...(hyphened
      ? { hyphened: new Map([...hyphened].map(([at, one]) => [at, scaledCluster(one, scale)])) }
      : {}),
  }
}

function scaledCluster(cluster: Cluster, scale: number): Cluster {
  const glyphs = cluster.glyphs.map((glyph) => ({ ...glyph, dx: glyph.dx * scale, dy: glyph.dy * scale }))
  return { ...cluster, glyphs, advance: cluster.advance * scale }
}

function scaledItems(items: Items, scale: number): Items {
  const by = (lengths: Float64Array) => lengths.map((length) => length * scale)
  return {
    ...items,
    even: items.even * scale,
    left: by(items.left),
    body: by(items.body),
    right: by(items.right),
    gap: by(items.gap),
    origin: by(items.origin),
    size: by(items.size),
    sums: by(items.sums),
    rooms: by(items.rooms),
    hyphens: items.hyphens ? by(items.hyphens) : null,
  }
}
