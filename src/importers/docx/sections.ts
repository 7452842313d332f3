import { childOf, childrenOf, settingOf, type XmlElement } from '../container/xml.ts'

/**
 * Ends of sections (`w:sectPr`) behind which a new page begins. How a section begins stands at its own end (ECMA-376
 * part 1, 17.6.22), so each end is asked of the next one.
 */
export function pageEndsIn(body: XmlElement | undefined): ReadonlySet<XmlElement> {
  const ends: XmlElement[] = []
  collect(body, ends)
  return new Set(
    ends.filter((_, at) => {
      const next = ends[at + 1]
      return next === undefined || settingOf(next, 'w:type') !== 'continuous'
    }),
  )
}

/** Paragraphs' ends of sections and the body's own; what a change of one remembers is none. */
function collect(element: XmlElement | undefined, ends: XmlElement[]): void {
  for (const child of childrenOf(element)) {
    if (child.name === 'w:sectPr') ends.push(child)
    else if (child.name === 'w:p') {
      const end = childOf(childOf(child, 'w:pPr'), 'w:sectPr')
      if (end) ends.push(end)
    } else if (child.name !== 'w:tbl') collect(child, ends)
  }
}
