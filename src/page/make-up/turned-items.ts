import type { Pt } from '../../base/units.ts'
import type { DisplayItem } from '../../display/display-list.ts'

/** Where the origin goes, and which way what is right of it is turned. */
export interface Turn {
  readonly x: Pt
  readonly y: Pt
  readonly clockwise: boolean
}

/** The same item turned a quarter: anticlockwise, what was right of its origin stands above it. */
export function turnedItem(item: DisplayItem, { x: toX, y: toY, clockwise }: Turn): DisplayItem {
  const way = clockwise ? -1 : 1
  const xOf = (y: Pt) => toX + way * y
  const yOf = (x: Pt) => toY - way * x
  switch (item.kind) {
    case 'glyphs': {
      const [first = 0] = item.xs
      return { ...item, angle: way * 90, xs: item.xs.map((one) => xOf(item.y) + one - first), y: yOf(first) }
    }
    case 'path': {
      const commands = item.commands.map(([letter, ...numbers]) => {
        const turned = numbers.map((_, at) =>
          at % 2 === 0 ? xOf(numbers[at + 1] as number) : yOf(numbers[at - 1] as number),
        )
        return [letter, ...turned] as (typeof item.commands)[number]
      })
      return { ...item, commands }
    }
    case 'image':
      throw new Error('no picture stands on its side')
    default: {
      const { x, y, width, height } = item
      const left = Math.min(xOf(y), xOf(y + height))
      const top = Math.min(yOf(x), yOf(x + width))
      return { ...item, x: left, y: top, width: height, height: width }
    }
  }
}
