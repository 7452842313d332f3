import type { DisplayItem, DisplayList, DisplayPage, GlyphRun } from './display-list.ts'

/**
 * A display list as text, for golden tests and for reading (显示列表的文字形式): one line an item with its
 * kind, position rounded to 0.01 pt and text; then outline and structure. Of a run's origins stand the first,
 * the mean and the last, so that a glyph moved inside the run shows too.
 */
export function dump(list: DisplayList): string {
  const lines = list.pages.flatMap((page, index) => pageLines(page, index))
  if (list.outline.length > 0) lines.push('outline')
  for (const { title, level, page, y } of list.outline) {
    lines.push(`${'  '.repeat(level)}${title} → ${page + 1} ${round(y)}`)
  }
  lines.push('structure', ...structureLines(list))
  return `${lines.join('\n')}\n`
}

function pageLines(page: DisplayPage, index: number): string[] {
  return [
    `page ${index + 1} ${round(page.width)} × ${round(page.height)}`,
    ...page.items.map((item) => `  ${itemLine(item)}${item.node === null ? '' : ` #${item.node}`}`),
  ]
}

function itemLine(item: DisplayItem): string {
  switch (item.kind) {
    case 'glyphs':
      return runLine(item)
    case 'rule':
      return `rule ${place(item)} ${size(item)} ${item.colour}`
    case 'path':
      return `path ${item.commands.map((command) => command.map(part).join(' ')).join(' ')}${paint(item)}`
    case 'image': {
      const { left, top, right, bottom } = item.crop
      return `image ${place(item)} ${size(item)} ${item.image} crop ${[left, top, right, bottom].map(round).join(' ')}`
    }
    case 'link':
      return `link ${place(item)} ${size(item)} → ${typeof item.target === 'string' ? item.target : `page ${item.target.page + 1}`}`
  }
}

function runLine(run: GlyphRun): string {
  const turned = run.angle ? ` turned ${round(run.angle)}` : ''
  return `text ${origins(run.xs)} ${round(run.y)}${turned} ${run.font} ${round(run.size)} ${run.colour} “${run.texts.join('')}”`
}

/** First, mean and last. */
function origins(xs: readonly number[]): string {
  const first = xs[0] ?? 0
  const last = xs[xs.length - 1] ?? first
  if (xs.length < 3) return `${round(first)}…${round(last)}`
  const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length
  return `${round(first)}…${round(mean)}…${round(last)}`
}

function paint(item: Extract<DisplayItem, { kind: 'path' }>): string {
  const fill = item.fill ? ` fill ${item.fill}` : ''
  if (!item.stroke) return fill
  const { colour, width, dash } = item.stroke
  return `${fill} stroke ${colour} ${round(width)}${dash.length > 0 ? ` dash ${dash.map(round).join(' ')}` : ''}`
}

function part(value: string | number): string {
  return typeof value === 'number' ? round(value) : value
}

function place(item: { readonly x: number; readonly y: number }): string {
  return `${round(item.x)} ${round(item.y)}`
}

function size(item: { readonly width: number; readonly height: number }): string {
  return `${round(item.width)} × ${round(item.height)}`
}

/** To 0.01, without a minus sign before zero. */
function round(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}

function structureLines(list: DisplayList): string[] {
  const depths: number[] = []
  return list.structure.map(({ id, parent, role, alt, title, spans }) => {
    const depth = parent < 0 ? 1 : (depths[parent] ?? 0) + 1
    depths[id] = depth
    const words = [title && `“${title}”`, alt && `alt “${alt}”`, spans && `spans ${spans.join(' × ')}`]
      .filter(Boolean)
      .join(' ')
    return `${'  '.repeat(depth)}${role} #${id}${words ? ` ${words}` : ''}`
  })
}
