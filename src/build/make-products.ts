import { join } from 'node:path'
import type { Assets } from '../assets/image.ts'
import { hasErrors, type Outcome } from '../base/diagnostic.ts'
import { type InTime, untimed } from '../base/in-time.ts'
import type { SourceText, Span } from '../base/source.ts'
import { diagnosticInSource, type SteadyPlaces } from '../base/steady-span.ts'
import { mm } from '../base/units.ts'
import type { Design } from '../design/design.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { Issue } from '../issue/issue.ts'
import type { Attachment, OutputIntent } from '../paint/pdf/options.ts'
import type { PaintMemory } from '../paint/pdf/paint-memory.ts'
import type { Unfit } from '../products/fitness.ts'
import type { Paper } from '../products/output-profile.ts'
import type { PictureProgress } from '../products/pictures.ts'
import type { Preflight } from '../products/preflight.ts'
import { readNamed } from '../project/load.ts'
import { packageFolder } from '../project/package-folder.ts'
import type { ProjectFiles } from '../project/project-files.ts'
import type { ProductKind } from './product-kinds.ts'

/** An issue set in pages, ready to be made into products. */
export interface SetIssue {
  readonly issue: Issue
  /** Where the publication's own profile lies. */
  readonly files: ProjectFiles
  readonly list: DisplayList
  readonly assets: Assets
  /** The texts it was read from, by project path. */
  readonly sources: ReadonlyMap<string, SourceText>
  /** Where pictures made ready are kept; null for nowhere. */
  readonly cacheFolder: string | null
  /** By when it has to be done; no end when left out. */
  readonly inTime?: InTime | undefined
  /** Hears of each picture as it is ready. */
  readonly onPicture?: PictureProgress | undefined
  /** The pages as the painter of the PDF knows them; null where it knows none. */
  readonly painted: PaintedPages | null
}

/** Pages with steady spans, and what the last PDF of the issue was painted with. */
export interface PaintedPages {
  readonly list: DisplayList
  readonly places: SteadyPlaces
  readonly memory: PaintMemory
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
/** Half as fine again as a screen of 150 lines an inch: below this a photograph in print looks soft. */
const PRESS_LEAST_PPI = 225
const MOST_PROFILE_BYTES = 20_000_000

/** One product of an issue's pages. */
export async function makeProduct(
  kind: ProductKind,
  set: SetIssue,
  proof: ProofWishes,
): Promise<Outcome<MadeProduct | null>> {
  const { design } = set.issue.publication
  const unfit = await unfitFor(kind, set)
  if (hasErrors(unfit.diagnostics)) return { value: null, diagnostics: unfit.diagnostics }
  if (kind === 'print') {
    const made = await makePrint(set, design, unfit.value)
    return { value: made.value, diagnostics: [...unfit.diagnostics, ...made.diagnostics] }
  }
  const made = kind === 'pdf' ? await makePdf(set, design) : await makePlain(kind, set, design, proof)
  return {
    value: { bytes: made.value, preflight: null },
    diagnostics: [...unfit.diagnostics, ...made.diagnostics],
  }
}

/**
 * What speaks against a product: for the press and the archive whatever is unfinished, an error once the issue is
 * final; for what is read or printed in the office what a final issue should not have.
 */
async function unfitFor(
  kind: ProductKind,
  { issue, list, assets }: SetIssue,
): Promise<Outcome<readonly Unfit[]>> {
  const final = issue.status === 'final'
  const lasting = kind === 'print' || kind === 'archive'
  if (kind === 'proof' || kind === 'docx' || (!lasting && !final)) return { value: [], diagnostics: [] }
  const { unfitness, unfitDiagnostics } = await import('../products/fitness.ts')
  const { TEMPLATE_TEXTS } = await import('../project/templates/next-issue-template.ts')
  const { SAMPLE_TEXTS } = await import('../project/templates/first-issue-template.ts')
  const { PRESET_ISSUER } = await import('../project/templates/publication-template.ts')
  const templates = [...TEMPLATE_TEXTS, ...SAMPLE_TEXTS, PRESET_ISSUER]
  const value = unfitness(list, assets, { status: issue.status, templates })
  return { value, diagnostics: unfitDiagnostics(value, lasting && final ? 'error' : 'warning') }
}

/** How pictures for screens and offices are made. */
function pictureOptions({ cacheFolder, inTime = untimed, onPicture }: SetIssue, { images }: Design) {
  return {
    maxPpi: images.maxPpi,
    quality: images.quality,
    cacheFolder,
    keepMetadata: !images.stripMetadata,
    inTime,
    onPicture,
  }
}

async function makePdf(set: SetIssue, design: Design): Promise<Outcome<Uint8Array>> {
  const { screenPdf } = await import('../products/screen-pdf.ts')
  const { list, assets, painted } = set
  const { maxSize } = set.issue.publication.output
  const options = { ...pictureOptions(set, design), maxSize }
  if (painted === null) return screenPdf(list, assets, options)
  const made = await screenPdf(painted.list, assets, { ...options, memory: painted.memory })
  return { ...made, diagnostics: made.diagnostics.map((one) => diagnosticInSource(one, painted.places)) }
}

async function makePlain(
  kind: Exclude<ProductKind, 'print' | 'pdf'>,
  set: SetIssue,
  design: Design,
  proof: ProofWishes,
): Promise<Outcome<Uint8Array>> {
  const { issue, list, assets, sources, inTime = untimed } = set
  const pictures = pictureOptions(set, design)
  const { output } = issue.publication
  switch (kind) {
    case 'booklet': {
      const { bookletPdf, runsToLastPage } = await import('../products/booklet-pdf.ts')
      const apart = issue.publication.colophon !== null && !runsToLastPage(list)
      const { blanks, creep, sheet } = output.booklet
      const place = blanks === 'auto' ? (apart ? 'before-last' : 'end') : blanks
      return bookletPdf(list, assets, { ...pictures, blanks: place, creep, sheet })
    }
    case 'archive': {
      const { archivePdf } = await import('../products/archive-pdf.ts')
      const part = output.archive.standard === 'A-1b' ? 1 : 2
      const attachments = output.archive.attach === 'sources' ? attachmentsOf(sources) : []
      return archivePdf(list, assets, { ...pictures, part, attachments })
    }
    case 'docx': {
      const { circulationDocx } = await import('./circulation-docx.ts')
      return inTime(() => circulationDocx(issue, assets))
    }
    case 'proof': {
      const { proofList } = await import('../products/proof-list.ts')
      const { screenPdf } = await import('../products/screen-pdf.ts')
      const marked = inTime(() =>
        proofList(list, assets.fonts, {
          ...proof,
          status: issue.status,
          watermarked: issue.watermark !== null,
        }),
      )
      return screenPdf(marked, assets, { ...pictures, maxSize: null, tagged: false })
    }
  }
}

/** Publication, issue and articles as they were read, by path: the same whatever was read first. */
function attachmentsOf(sources: SetIssue['sources']): readonly Attachment[] {
  return [...sources.values()]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, text }) => ({
      file,
      type: /\.ya?ml$/i.test(file) ? 'application/yaml' : 'text/markdown',
      bytes: Buffer.from(text, 'utf8'),
    }))
}

async function makePrint(
  { issue, files, list, assets, cacheFolder, inTime, onPicture }: SetIssue,
  { page, images }: Design,
  unfit: readonly Unfit[],
): Promise<Outcome<MadeProduct | null>> {
  const { printPdf } = await import('../products/print-pdf.ts')
  const { print, profile } = issue.publication.output
  const intent = await pressIntent(profile, print.paper ?? 'coated', files)
  if (intent.value === null) return { value: null, diagnostics: intent.diagnostics }
  const made = await printPdf(list, assets, {
    profile: intent.value,
    paper: print.paper,
    unfit,
    bleed: page.bleed > 0 ? page.bleed : PRESS_BLEED,
    marks: print.marks,
    spot: print.spot,
    ...(print.accent === null ? {} : { accent: print.accent }),
    maxPpi: Math.max(PRESS_PPI, images.maxPpi),
    minPpi: Math.max(PRESS_LEAST_PPI, images.minPpi),
    quality: Math.max(PRESS_QUALITY, images.quality),
    cacheFolder,
    keepMetadata: !images.stripMetadata,
    inTime,
    onPicture,
  })
  return { value: made.value, diagnostics: [...intent.diagnostics, ...made.diagnostics] }
}

/** The publication's own output profile, else the built-in one for the paper. */
async function pressIntent(
  profile: Issue['publication']['output']['profile'],
  paper: Paper,
  files: ProjectFiles,
): Promise<Outcome<OutputIntent | null>> {
  const { builtInIntent, outputIntentOf } = await import('../products/output-profile.ts')
  if (profile === null)
    return { value: await builtInIntent(join(packageFolder, 'profiles'), paper), diagnostics: [] }
  await files.bring?.([profile.file])
  const read = readNamed(files, profile.file, { limit: MOST_PROFILE_BYTES, span: profile.span })
  if (read.value === null) return { value: null, diagnostics: read.diagnostics }
  return outputIntentOf(profile, read.value)
}
