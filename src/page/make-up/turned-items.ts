import type { Pt } from '../../base/units.ts'
import type { DisplayItem } from '../../display/display-list.ts'

/** The same item turned a quarter anticlockwise: its origin goes to a point, what was right of it stands above. */
export function turnedItem(item: DisplayItem, to: { readonly x: Pt; readonly y: Pt }): DisplayItem {
  switch (item.kind) {
    case 'glyphs': {
      const [first = 0] = item.xs
      const x = to.x + item.y
      return { ...item, angle: 90, xs: item.xs.map((one) => x + one - first), y: to.y - first }
    }
    case 'path': {
      const commands = item.commands.map(([letter, ...numbers]) => {
        const turned = numbers.map((_, at) =>
          at % 2 === 0 ? to.x + (numbers[at + 1] as number) : to.y - (numbers[at - 1] as number),
        )
        return [letter, ...turned] as (typeof item.commands)[number]
      })
      return { ...item, commands }
    }
    case 'image':
      throw new Error('no picture stands on its side')
    default: {
      const { x, y, width, height } = item
      return { ...item, x: to.x + y, y: to.y - x - width, width: height, height: width }
    }
  }
}
