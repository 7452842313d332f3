import type { DisplayItem, DisplayList, GlyphRun, Link, StructureNode } from '../../display/display-list.ts'

/** A glyph whose origin is this near the edge of a link's area is inside. */
const EDGE = 0.05

/** Whether the i-th glyph of a run stands in a link's area. */
function isInside(run: GlyphRun, i: number, link: Link): boolean {
  const x = run.xs[i] as number
  return (
    run.node === link.node &&
    run.y > link.y &&
    run.y <= link.y + link.height &&
    x >= link.x - EDGE &&
    x < link.x + link.width - EDGE
  )
}

function part(run: GlyphRun, from: number, to: number, node: number | null): GlyphRun {
  return {
    ...run,
    node,
    glyphs: run.glyphs.slice(from, to),
    xs: run.xs.slice(from, to),
    texts: run.texts.slice(from, to),
  }
}

/** A run cut where links begin and end; the pieces inside belong to the links' own nodes. */
function cut(run: GlyphRun, links: ReadonlyMap<Link, number>): readonly GlyphRun[] {
  const owners = run.glyphs.map((_, i) => {
    for (const [link, node] of links) if (isInside(run, i, link)) return node
    return run.node
  })
  if (owners.every((owner) => owner === run.node)) return [run]
  const pieces: GlyphRun[] = []
  let from = 0
  for (let to = 1; to <= owners.length; to += 1) {
    if (to < owners.length && owners[to] === owners[from]) continue
    pieces.push(part(run, from, to, owners[from] as number))
    from = to
  }
  return pieces
}

/**
 * The list with the text of each link in a Link node of its own, as PDF/UA-1 (7.18.5) wants it: display items have
 * links as areas over their paragraph's text. A list without links, or without structure, comes back as it is.
 */
export function withLinkedText(list: DisplayList): DisplayList {
  const roles = new Map(list.structure.map((node) => [node.id, node.role]))
  const added: StructureNode[] = []
  let next = list.structure.reduce((most, node) => Math.max(most, node.id + 1), 0)
  const pages = list.pages.map((page) => {
    const links = new Map<Link, number>()
    for (const item of page.items) {
      if (item.kind !== 'link' || item.node === null || roles.get(item.node) === 'Link') continue
      added.push({ id: next, parent: item.node, role: 'Link' })
      links.set(item, next)
      next += 1
    }
    if (links.size === 0) return page
    const items = page.items.flatMap((item): readonly DisplayItem[] => {
      if (item.kind === 'glyphs') return cut(item, links)
      return item.kind === 'link' ? [{ ...item, node: links.get(item) ?? item.node }] : [item]
    })
    return { ...page, items }
  })
  return added.length === 0 ? list : { ...list, pages, structure: [...list.structure, ...added] }
}
