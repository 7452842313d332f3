import type { DisplayItem, DisplayList, Path } from './display-list.ts'

/** The panel that stands for a picture still to come, and what follows it on its page: its words first. */
export interface PlaceholderPanel {
  readonly page: number
  readonly panel: Path
  readonly after: readonly DisplayItem[]
}

/** The box that stands for a picture is all that its node has: a panel, and no image. */
export function placeholderPanels({ structure, pages }: DisplayList): readonly PlaceholderPanel[] {
  const figures = new Set(structure.filter((node) => node.role === 'Figure').map((node) => node.id))
  for (const item of pages.flatMap((page) => page.items))
    if (item.kind === 'image' && item.node !== null) figures.delete(item.node)
  return pages.flatMap(({ items }, page) =>
    items.flatMap((item, at) =>
      item.kind === 'path' && item.node !== null && figures.has(item.node)
        ? [{ page, panel: item, after: items.slice(at + 1) }]
        : [],
    ),
  )
}
