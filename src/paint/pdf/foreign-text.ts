import type { DisplayItem, DisplayList, StructureNode } from '../../display/display-list.ts'

/**
 * The list with text of another language in Span nodes that say which (ISO 14289-1, 7.2). What follows on one another
 * inside a paragraph, over lines and pages, is one Span. A list without such text comes back as it is.
 */
export function withForeignText(list: DisplayList): DisplayList {
  const added: StructureNode[] = []
  let next = list.structure.reduce((most, node) => Math.max(most, node.id + 1), 0)
  /** By the node it stands in, the Span that goes on. */
  const open = new Map<number, StructureNode>()
  const placed = (item: DisplayItem): DisplayItem => {
    if (item.kind !== 'glyphs' || item.node === null) return item
    const { language, node } = item
    if (language === undefined) {
      open.delete(node)
      return item
    }
    let span = open.get(node)
    if (span?.language !== language) {
      span = { id: next, parent: node, role: 'Span', language }
      next += 1
      open.set(node, span)
      added.push(span)
    }
    return { ...item, node: span.id }
  }
  const pages = list.pages.map((page) => ({ ...page, items: page.items.map(placed) }))
  return added.length === 0 ? list : { ...list, pages, structure: [...list.structure, ...added] }
}
