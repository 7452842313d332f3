import type { DisplayItem, DisplayPage } from '../display/display-list.ts'
import type { PaintedItem, ScreenPage } from './protocol.ts'

/** Steps of places, in parts of a pt: a thousandth is a fiftieth of what anybody could see at 800 %. */
const STEPS = 1000

/** A page as the browser is told of it; `imageNumber` gives the number by which it asks for a picture. */
export function paintedPage(page: DisplayPage, imageNumber: (key: string) => number): ScreenPage {
  return {
    width: page.width,
    height: page.height,
    items: page.items.map((item) => paintedItem(item, imageNumber)),
    text: page.items.flatMap((item) => (item.kind === 'glyphs' ? item.texts : [])).join(''),
  }
}

function paintedItem(item: DisplayItem, imageNumber: (key: string) => number): PaintedItem {
  switch (item.kind) {
    case 'glyphs': {
      const { kind, font, size, colour, glyphs, angle } = item
      const turned = angle ? { angle } : {}
      return { kind, font, size, colour, glyphs, ...turned, y: rounded(item.y), xs: item.xs.map(rounded) }
    }
    case 'image': {
      const { kind, x, y, width, height, crop } = item
      return { kind, x, y, width, height, crop, image: imageNumber(item.image) }
    }
    case 'rule': {
      const { kind, x, y, width, height, colour } = item
      return { kind, x, y, width, height, colour }
    }
    case 'path': {
      const { kind, commands, fill, stroke } = item
      return { kind, commands, fill, stroke }
    }
    case 'link': {
      const { kind, x, y, width, height, target } = item
      return { kind, x, y, width, height, target }
    }
  }
}

function rounded(value: number): number {
  return Math.round(value * STEPS) / STEPS
}
