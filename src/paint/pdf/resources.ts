import type { ImageAsset } from '../../assets/image.ts'
import type { Container, Ref } from './container.ts'
import type { FontUsage } from './font-usage.ts'
import { type Inks, SPOT_SPACE } from './ink.ts'
import type { PageContent } from './page-content.ts'
import { name, type PdfDictionary, type PdfValue, type Written } from './syntax.ts'

/** The document's fonts, pictures and colour spaces with the names that content streams call them by (7.8.3). */
export interface Resources {
  readonly fonts: ReadonlyMap<string, { readonly usage: FontUsage; readonly resource: string }>
  readonly images: ReadonlyMap<string, { readonly resource: string; readonly orientation: number }>
  /** In the order in which fonts and pictures were given; equal pictures have one. */
  readonly fontRefs: readonly Ref[]
  readonly imageRefs: readonly Ref[]
  /** The dictionary for a page that names just these. */
  dictionary(content: Pick<PageContent, 'fonts' | 'images'>): PdfDictionary
}

/** Spot colour space (8.6.6.4), with the process inks that stand in for it. */
function spotSpace(inks: Inks): PdfValue | undefined {
  if (inks.mode !== 'cmyk' || !inks.accentInk || !('spot' in inks.accentInk)) return undefined
  const blend = {
    FunctionType: 2,
    Domain: [0, 1],
    C0: [0, 0, 0, 0],
    C1: [...inks.accentInk.process],
    N: 1,
  }
  return [name('Separation'), name(inks.accentInk.spot), name('DeviceCMYK'), blend]
}

/** Registration marks print on every plate. */
const ALL_PLATES: PdfValue = [
  name('Separation'),
  name('All'),
  name('DeviceCMYK'),
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
]

/** Overprint on and off for black text (8.6.7): `OPM 1` keeps the other plates as they are. */
const OVERPRINT: PdfDictionary = {
  Over: { Type: name('ExtGState'), OP: true, op: true, OPM: 1 },
  Knock: { Type: name('ExtGState'), OP: false, op: false, OPM: 0 },
}

function named(refs: ReadonlyMap<string, Written>, used: ReadonlySet<string>): PdfDictionary | undefined {
  const entries = [...refs].filter(([resource]) => used.has(resource))
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** Reserves a place in the file for every font and every different picture, and names them. */
export function resourcesOf(
  container: Container,
  usages: readonly (readonly [string, FontUsage])[],
  pictures: readonly { readonly key: string; readonly asset: ImageAsset }[],
  inks: Inks,
): Resources {
  const fontRefs = usages.map(() => container.reserve())
  const fonts = new Map(usages.map(([id, usage], i) => [id, { usage, resource: `F${i + 1}` }]))
  const byHash = new Map<string, { readonly ref: Ref; readonly resource: string }>()
  const images = new Map<string, { readonly resource: string; readonly orientation: number }>()
  const imageRefs = pictures.map(({ key, asset }) => {
    const known = byHash.get(asset.hash) ?? { ref: container.reserve(), resource: `I${byHash.size + 1}` }
    byHash.set(asset.hash, known)
    images.set(key, { resource: known.resource, orientation: asset.orientation })
    return known.ref
  })
  const fontValues = new Map(
    [...fonts.values()].map((font, i) => [font.resource, (fontRefs[i] as Ref).value]),
  )
  const imageValues = new Map([...byHash.values()].map((image) => [image.resource, image.ref.value]))
  const spot = spotSpace(inks)
  const press =
    inks.mode === 'cmyk' ? { ColorSpace: { All: ALL_PLATES, [SPOT_SPACE]: spot }, ExtGState: OVERPRINT } : {}
  return {
    fonts,
    images,
    fontRefs,
    imageRefs,
    dictionary: (content) => ({
      Font: named(fontValues, content.fonts),
      XObject: named(imageValues, content.images),
      ...press,
    }),
  }
}
