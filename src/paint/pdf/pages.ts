import { deflateSync } from 'node:zlib'
import type { DisplayList, DisplayPage } from '../../display/display-list.ts'
import type { Container, Ref } from './container.ts'
import type { Imposition, Sheet, SheetSide } from './options.ts'
import type { PageContent } from './page-content.ts'
import { foldMarks, printersMarks } from './printers-marks.ts'
import type { Resources } from './resources.ts'
import { name, number, type PdfDictionary, type PdfValue } from './syntax.ts'

/** A page's operators, compressed. */
export interface PaintedPage {
  readonly content: PageContent
  readonly stream: Uint8Array
}

const FLATE = name('FlateDecode')

function flateStream(container: Container, operators: string): Ref {
  return container.addStream({ Filter: FLATE }, deflateSync(Buffer.from(operators, 'latin1'), { level: 6 }))
}

/** Page boxes (14.11.2): the trimmed page stands in the middle of the medium. */
function boxes(page: DisplayPage, sheet: Sheet | null): PdfDictionary {
  if (!sheet) return { MediaBox: [0, 0, page.width, page.height] }
  const { margin, bleed } = sheet
  const around = (by: number) => [
    margin - by,
    margin - by,
    margin + page.width + by,
    margin + page.height + by,
  ]
  return { MediaBox: around(margin), BleedBox: around(bleed), TrimBox: around(0) }
}

/** Writes one page for each page of the list, and hangs it into the page tree. */
export function putPages(
  container: Container,
  list: DisplayList,
  painted: readonly PaintedPage[],
  resources: Resources,
  how: {
    readonly sheet: Sheet | null
    readonly links: (pages: readonly Ref[], index: number) => readonly PdfValue[]
    readonly tagged: boolean
  },
): Ref[] {
  const refs = painted.map(() => container.reserve())
  painted.forEach(({ content, stream }, index) => {
    const page = list.pages[index] as DisplayPage
    const body = container.addStream({ Filter: FLATE }, stream)
    const marks = how.sheet?.marks ? flateStream(container, printersMarks(page, how.sheet)) : null
    const annotations = how.links(refs, index)
    container.put(refs[index] as Ref, {
      Type: name('Page'),
      Parent: container.pages,
      ...boxes(page, how.sheet),
      Contents: marks ? [body.value, marks.value] : body.value,
      Resources: resources.dictionary(content),
      Annots: annotations.length > 0 ? annotations : undefined,
      StructParents: how.tagged ? index : undefined,
      Tabs: annotations.length > 0 ? name('S') : undefined,
    })
  })
  return refs
}

/** Writes each page once as a form XObject (8.10) and sheets that show them side by side. */
export function putSheets(
  container: Container,
  list: DisplayList,
  painted: readonly PaintedPage[],
  resources: Resources,
  imposition: Imposition,
): Ref[] {
  const forms = painted.map(({ content, stream }, index) => {
    const page = list.pages[index] as DisplayPage
    return container.addStream(
      {
        Type: name('XObject'),
        Subtype: name('Form'),
        BBox: [0, 0, page.width, page.height],
        Resources: resources.dictionary(content),
        Filter: FLATE,
      },
      stream,
    )
  })
  return imposition.map((side) => putSide(container, list, side, { forms, resources }))
}

function putSide(
  container: Container,
  list: DisplayList,
  side: SheetSide,
  made: { readonly forms: readonly Ref[]; readonly resources: Resources },
): Ref {
  const shown = side.pages.map(({ page, x, y, scale = 1 }) => {
    const bottom = side.height - y - (list.pages[page] as DisplayPage).height * scale
    const size = number(scale, 5)
    return `q ${size} 0 0 ${size} ${number(x)} ${number(bottom)} cm /P${page + 1} Do Q`
  })
  const operators = [...shown, foldMarks(side)].filter(Boolean).join('\n')
  const XObject = Object.fromEntries(
    side.pages.map(({ page }) => [`P${page + 1}`, (made.forms[page] as Ref).value]),
  )
  const none = { fonts: new Set<string>(), images: new Set<string>() }
  return container.add({
    Type: name('Page'),
    Parent: container.pages,
    MediaBox: [0, 0, side.width, side.height],
    Contents: flateStream(container, operators).value,
    Resources: { ...made.resources.dictionary(none), XObject },
  })
}
