import { type SteadyPlaces, spanInSource } from '../base/steady-span.ts'
import type { DisplayItem, DisplayList, DisplayPage } from './display-list.ts'

/** Pages with steady spans as they were given with those of the sources, and where their blocks began then. */
export type PlacedPages = WeakMap<DisplayPage, PlacedPage>

interface PlacedPage {
  readonly page: DisplayPage
  /** By the file that its steady spans name, where it began and in which file. */
  readonly places: ReadonlyMap<string, string>
}

/** The list with the sources' own spans; a page whose blocks have not moved in them is the object it was before. */
export function listInSource(list: DisplayList, places: SteadyPlaces, memory: PlacedPages): DisplayList {
  return { ...list, pages: list.pages.map((page) => pageInSource(page, places, memory)) }
}

function pageInSource(page: DisplayPage, places: SteadyPlaces, memory: PlacedPages): DisplayPage {
  const known = memory.get(page)
  if (known !== undefined && [...known.places].every(([unit, at]) => placeOf(unit, places) === at))
    return known.page
  const units = new Map<string, string>()
  const placed = {
    ...page,
    items: page.items.map((item): DisplayItem => {
      if (item.span === null || !places.has(item.span.file)) return item
      units.set(item.span.file, placeOf(item.span.file, places))
      return { ...item, span: spanInSource(item.span, places) }
    }),
  }
  memory.set(page, { page: placed, places: units })
  return placed
}

function placeOf(unit: string, places: SteadyPlaces): string {
  const place = places.get(unit)
  return place === undefined ? '' : `${place.from} ${place.file}`
}
