import { descendantsOf, type XmlElement } from '../container/xml.ts'
import { PICTURE_PLACE, type Piece } from './piece.ts'

/** What is said of a drawing in text that is left out: its words, and how many pictures it has. */
export function quietDrawing(element: XmlElement): readonly Piece[] {
  const pictures = [...descendantsOf(element, new Set(['pic:pic', 'v:imagedata']))]
  return [
    ...pictures.map(() => ({ kind: 'dropped', text: PICTURE_PLACE, remarks: [] }) as const),
    { kind: 'box', content: element },
  ]
}

/** An element without some of those in it. */
export function withoutElements(element: XmlElement, left: ReadonlySet<XmlElement>): XmlElement {
  const children = element.children.flatMap((one): readonly (XmlElement | string)[] => {
    if (typeof one === 'string') return [one]
    return left.has(one) ? [] : [withoutElements(one, left)]
  })
  return { ...element, children }
}

/** A drawing that the selection pane hides. */
export function isUnseen(element: XmlElement): boolean {
  const [properties] = descendantsOf(element, new Set(['wp:docPr']))
  if (/^(?:1|true)$/.test(properties?.attributes.hidden ?? '')) return true
  const [shape] = descendantsOf(element, new Set(['v:shape', 'v:rect', 'v:group']))
  return /visibility:\s*hidden/.test(shape?.attributes.style ?? '')
}
