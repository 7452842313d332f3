import { join } from 'node:path'
import type { Assets } from '../assets/image.ts'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import { mm } from '../base/units.ts'
import type { Design } from '../design/design.ts'
import { resolveDesign } from '../design/resolve-design.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { Issue } from '../issue/issue.ts'
import type { Preflight } from '../products/preflight.ts'
import { cacheFolder } from './cache-folder.ts'
import { packageFolder } from './package-folder.ts'

export type ProductKind = 'pdf' | 'print' | 'booklet' | 'archive' | 'proof'

/** An issue set in pages, ready to be made into products. */
export interface SetIssue {
  readonly issue: Issue
  readonly list: DisplayList
  readonly assets: Assets
}

/** What only a proof needs. */
export interface ProofWishes {
  /** 第几校. */
  readonly round: number
  /** Places that differ from the version compared with. */
  readonly changed: readonly Span[]
}

export interface MadeProduct {
  readonly bytes: Uint8Array
  /** What a print shop asks, for `print`. */
  readonly preflight: Preflight | null
}

/** Bleed for the press where the publication asks for none. */
const PRESS_BLEED = mm(3)
/** Pictures for the press: finer than for screens, never coarser than the publication wants. */
const PRESS_PPI = 300
const PRESS_QUALITY = 92
/** About the thickness of 80 g/m² paper. */
const PAPER = mm(0.1)

/** The products of `output.make` that can be made; reports those that cannot. */
export function productKinds(names: readonly string[]): Outcome<readonly ProductKind[]> {
  const known: readonly string[] = ['pdf', 'print', 'booklet', 'archive', 'proof']
  const diagnostics = names
    .filter((name) => !known.includes(name))
    .map((name): Diagnostic => diagnostic('E-PRODUCT', null, { kind: name, kinds: known.join('、') }))
  return {
    value: [...new Set(names)].filter((name): name is ProductKind => known.includes(name)),
    diagnostics,
  }
}

/** One product of an issue's pages. */
export async function makeProduct(
  kind: ProductKind,
  set: SetIssue,
  proof: ProofWishes,
): Promise<Outcome<MadeProduct>> {
  const design = resolveDesign(set.issue.publication.design)
  if (kind === 'print') return makePrint(set, design)
  const made = await makePlain(kind, set, design, proof)
  return { value: { bytes: made.value, preflight: null }, diagnostics: made.diagnostics }
}

async function makePlain(
  kind: Exclude<ProductKind, 'print'>,
  { issue, list, assets }: SetIssue,
  { images }: Design,
  proof: ProofWishes,
): Promise<Outcome<Uint8Array>> {
  const pictures = { maxPpi: images.maxPpi, quality: images.quality, cacheFolder: cacheFolder(process.env) }
  switch (kind) {
    case 'pdf': {
      const { screenPdf } = await import('../products/screen-pdf.ts')
      return screenPdf(list, assets, { ...pictures, maxSize: issue.publication.output.maxSize })
    }
    case 'booklet': {
      const { bookletPdf } = await import('../products/booklet-pdf.ts')
      return bookletPdf(list, assets, { ...pictures, blanks: 'before-last', creep: PAPER })
    }
    case 'archive': {
      const { archivePdf } = await import('../products/archive-pdf.ts')
      return archivePdf(list, assets, { ...pictures, part: 2 })
    }
    case 'proof': {
      const { proofList } = await import('../products/proof-list.ts')
      const { screenPdf } = await import('../products/screen-pdf.ts')
      const marked = proofList(list, assets.fonts, { ...proof, status: issue.status })
      return screenPdf(marked, assets, { ...pictures, maxSize: null, tagged: false })
    }
  }
}

async function makePrint(
  { list, assets }: SetIssue,
  { page, images }: Design,
): Promise<Outcome<MadeProduct>> {
  const { printPdf } = await import('../products/print-pdf.ts')
  const { builtInIntent } = await import('../products/output-profile.ts')
  const made = await printPdf(list, assets, {
    profile: await builtInIntent(join(packageFolder, 'profiles')),
    bleed: page.bleed > 0 ? page.bleed : PRESS_BLEED,
    marks: true,
    spot: null,
    maxPpi: Math.max(PRESS_PPI, images.maxPpi),
    minPpi: images.minPpi,
    quality: Math.max(PRESS_QUALITY, images.quality),
    cacheFolder: cacheFolder(process.env),
  })
  return made
}
