import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Assets } from '../../assets/image.ts'
import { untimed } from '../../base/in-time.ts'
import type { DisplayList, DisplayPage } from '../../display/display-list.ts'
import { type Attached, putAttachments } from './attachments.ts'
import { Container, type Ref } from './container.ts'
import { deflated, FEW_WORTH_A_THREAD } from './deflate.ts'
import { type FontUsage, fontUsage } from './font-usage.ts'
import { type FontStreams, putFont, startFont } from './fonts.ts'
import { withForeignText } from './foreign-text.ts'
import { iccWriter, imagesOf, putImage, type ReadyImage, readyImage } from './images.ts'
import { blackOnly, colourOperators, type Inks } from './ink.ts'
import { withLinkedText } from './linked-text.ts'
import { putLinks } from './links.ts'
import { information, xmp } from './metadata.ts'
import type { OutputIntent, PdfOptions, Standard } from './options.ts'
import { putOutline } from './outline.ts'
import { type PageContent, type PageContext, pageContent } from './page-content.ts'
import { putPages, putSheets } from './pages.ts'
import {
  codedOn,
  codesOf,
  type KeptPage,
  markedNodes,
  type PaintMemory,
  paintedBefore,
  slotsOf,
} from './paint-memory.ts'
import { type Resources, resourcesOf } from './resources.ts'
import { StructureTree } from './structure.ts'
import { asciiString, name, type PdfDictionary, type PdfValue, textString } from './syntax.ts'
import { viewerPreferences } from './viewer-preferences.ts'

const VERSIONS: Readonly<Record<Standard, '1.4' | '1.6' | '1.7'>> = {
  screen: '1.7',
  archive: '1.7',
  'archive-1': '1.4',
  press: '1.6',
}

/** Starts work in other threads; its failure is met where the result is awaited. */
function started<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {})
  return work
}

/** `paintPdf` with what the last file was painted with: what `memory` has is not made again. */
export async function paintDocument(
  given: DisplayList,
  assets: Assets,
  options: PdfOptions,
  memory: PaintMemory | null,
): Promise<Uint8Array> {
  const { inTime = untimed } = options
  const begun = inTime(() => begin(given, assets, options, memory))
  const { container, usages, fontStreams, resources, contents } = begun
  const archived = options.standard?.startsWith('archive') === true
  for (const [index, usage] of [...usages.values()].entries())
    await putFont(
      container,
      resources.fontRefs[index] as Ref,
      usage,
      fontStreams.get(usage) as FontStreams,
      archived,
      memory?.tags,
    )
  await putPictures(container, begun.pictures, resources)
  const streams = await Promise.all(contents.map((content) => content.bytes))
  return inTime(() => finish(begun, streams, options))
}

/** Everything that waits for nothing: fonts are being cut, pictures and pages packed, in other threads. */
function begin(given: DisplayList, assets: Assets, options: PdfOptions, memory: PaintMemory | null) {
  const standard = options.standard ?? 'screen'
  const tagged = isTagged(given, options)
  const list = tagged ? withForeignText(withLinkedText(given)) : given
  const usages = fontUsage(list, assets.fonts, memory === null ? undefined : (face) => slotsOf(memory, face))
  const fontStreams = startFonts([...usages.values()], memory)
  const pictures = [...imagesOf(list.pages, assets.images)].map(([key, asset]) => ({
    key,
    asset,
    ready: started(readyImage(asset)),
  }))

  const container = new Container(standard === 'archive-1' ? 'plain' : 'packed', VERSIONS[standard], memory)
  const structure = tagged ? new StructureTree(container, list.structure, memory) : null
  const resources = resourcesOf(container, [...usages], pictures, inksOf(list, options))
  const contents = paintPages({ list, options, resources, structure }, memory)
  return { list, usages, fontStreams, pictures, container, structure, resources, contents }
}

/** Hangs the pages' streams into the file and ends it. */
function finish(
  { list, container, structure, resources, contents }: ReturnType<typeof begin>,
  streams: readonly Uint8Array[],
  options: PdfOptions,
): Uint8Array {
  const standard = options.standard ?? 'screen'
  const painted = contents.map((content, i) => ({ content, stream: streams[i] as Uint8Array }))
  const pages = options.imposition
    ? putSheets(container, list, painted, resources, options.imposition)
    : putPages(container, list, painted, resources, {
        sheet: options.sheet ?? null,
        links: (refs, index) =>
          standard === 'press' ? [] : putLinks(container, index, refs, list.pages, structure),
        tagged: structure !== null,
      })
  const info = information(list.metadata, standard)
  const attached = putAttachments(container, options.attachments ?? [], info.CreationDate as number)
  const catalogue = catalogueOf(container, list, options, { pages, structure, contents, attached })
  return container.finish(pages, catalogue, info, attached?.names)
}

/** Cuts the fonts, the largest first: it is longest under way in another thread. Those of the same slots are cut already. */
function startFonts(
  usages: readonly FontUsage[],
  memory: PaintMemory | null,
): ReadonlyMap<FontUsage, FontStreams> {
  const streams = new Map<FontUsage, FontStreams>()
  for (const usage of [...usages].sort((a, b) => b.size - a.size)) {
    usage.settle()
    const kept = memory?.fonts.get(usage.face)
    streams.set(usage, kept?.slots === usage.slots ? kept.streams : cutFont(usage))
  }
  if (memory !== null) {
    memory.fonts = new Map(
      [...streams].map(([usage, one]) => [usage.face, { slots: usage.slots, streams: one }]),
    )
  }
  return streams
}

function cutFont(usage: FontUsage): FontStreams {
  const { subset, file, toUnicode } = startFont(usage)
  return { subset, file: started(file), toUnicode: started(toUnicode) }
}

/** What the pages of a file are painted with. */
interface Painting {
  readonly list: DisplayList
  readonly options: PdfOptions
  readonly resources: Resources
  readonly structure: StructureTree | null
}

type StartedPage = PageContent & { readonly bytes: Promise<Uint8Array> }

function paintPages(painting: Painting, memory: PaintMemory | null): readonly StartedPage[] {
  const { list, resources, structure } = painting
  if (memory === null) return list.pages.map((_, index) => startPage(painting, index))
  const setting = settingOf(painting)
  const pages = list.pages.map((page, index) => {
    const { fonts } = resources
    const before = paintedBefore(memory.pages[index], page, setting, { fonts, structure, index })
    return before ?? keptPage(painting, index, setting, memory.pages.length === 0)
  })
  memory.pages = pages
  return pages.map(({ content, bytes }) => ({ ...content, bytes }))
}

function startPage({ list, options, resources, structure }: Painting, index: number): StartedPage {
  const content = pageContent(
    list.pages[index] as DisplayPage,
    contextOf(list, options, resources, structure, index),
  )
  return { ...content, bytes: started(deflated(Buffer.from(content.operators, 'latin1'))) }
}

function keptPage(painting: Painting, index: number, setting: string, isFirst: boolean): KeptPage {
  const { list, options, resources, structure } = painting
  const page = list.pages[index] as DisplayPage
  const { nodes, context } = markedNodes(
    contextOf(list, options, resources, structure, index),
    structure,
    index,
  )
  const content = pageContent(page, context)
  const coded = codedOn(page, resources.fonts)
  return {
    height: page.height,
    items: page.items,
    setting,
    coded,
    codes: codesOf(coded),
    nodes,
    roles: nodes.map((node) => structure?.roleOf(node) ?? ''),
    content,
    bytes: started(
      deflated(Buffer.from(content.operators, 'latin1'), isFirst ? undefined : FEW_WORTH_A_THREAD),
    ),
  }
}

/** All that a page's operators depend on besides its items, codes and tags. */
function settingOf({ list, options, resources, structure }: Painting): string {
  const fonts = [...resources.fonts].map(([id, { resource }]) => [id, resource])
  const images = [...resources.images].map(([id, one]) => [id, one.resource, one.orientation])
  const { sheet = null, imposition } = options
  return JSON.stringify([
    fonts,
    images,
    inksOf(list, options),
    sheet,
    imposition !== undefined,
    structure !== null,
  ])
}

function isTagged(list: DisplayList, options: PdfOptions): boolean {
  const wanted = options.tagged ?? (options.standard !== 'press' && options.standard !== 'archive-1')
  return wanted && list.structure.length > 0 && !options.imposition
}

function inksOf(list: DisplayList, options: PdfOptions): Inks {
  return options.inks ?? { mode: list.colours.mode, accent: list.colours.accent }
}

function contextOf(
  list: DisplayList,
  options: PdfOptions,
  resources: Resources,
  structure: StructureTree | null,
  page: number,
): PageContext {
  const inks = inksOf(list, options)
  return {
    fonts: resources.fonts,
    images: resources.images,
    colour: colourOperators(inks),
    overprints: inks.mode === 'cmyk' ? (colour) => blackOnly(colour, inks) : null,
    mark: structure && ((node) => structure.mark(page, node)),
    margin: options.imposition ? 0 : (options.sheet?.margin ?? 0),
  }
}

async function putPictures(
  container: Container,
  pictures: readonly { readonly ready: Promise<ReadyImage> }[],
  resources: Resources,
): Promise<void> {
  const icc = iccWriter(container)
  const written = new Set<number>()
  for (const [index, picture] of pictures.entries()) {
    const ref = resources.imageRefs[index] as Ref
    if (written.has(ref.id)) continue
    written.add(ref.id)
    const ready = await picture.ready
    putImage(container, ref, ready, icc(ready.icc))
  }
}

/** Hash of all that the pages show, in hexadecimal. */
function digestOf(contents: readonly PageContent[], list: DisplayList): string {
  const hash = createHash('sha256').update(JSON.stringify(list.metadata))
  for (const content of contents) hash.update(content.operators, 'latin1')
  return hash.digest('hex')
}

function hasPrivateUse({ pages }: DisplayList): boolean {
  return pages.some(({ items }) =>
    items.some((item) => item.kind === 'glyphs' && /\p{Co}/u.test(item.texts.join(''))),
  )
}

function outputIntent(container: Container, intent: OutputIntent, standard: Standard): PdfValue {
  const profile = container.addStream(
    { N: intent.components, Filter: name('FlateDecode') },
    deflateSync(intent.icc, { level: 6 }),
  )
  return container.add({
    Type: name('OutputIntent'),
    S: name(standard === 'press' ? 'GTS_PDFX' : 'GTS_PDFA1'),
    OutputConditionIdentifier: asciiString(intent.identifier),
    OutputCondition: textString(intent.info),
    RegistryName: intent.registered ? asciiString('http://www.color.org') : undefined,
    Info: textString(intent.info),
    DestOutputProfile: profile.value,
  }).value
}

function catalogueOf(
  container: Container,
  list: DisplayList,
  options: PdfOptions,
  made: {
    readonly pages: readonly Ref[]
    readonly structure: StructureTree | null
    readonly contents: readonly PageContent[]
    readonly attached: Attached | null
  },
): PdfDictionary {
  const standard = options.standard ?? 'screen'
  const { pages, structure } = made
  const outline = options.imposition ? null : putOutline(container, list.outline, pages, list.pages)
  const packet = xmp(list.metadata, standard, {
    tagged: structure !== null,
    privateUse: standard === 'archive' && hasPrivateUse(list),
    digest: standard === 'press' ? digestOf(made.contents, list) : '',
    pages: list.pages.length,
    attached: made.attached !== null,
  })
  const metadata = container.addStream({ Type: name('Metadata'), Subtype: name('XML') }, packet)
  return {
    Lang: textString(list.metadata.language),
    Metadata: metadata.value,
    AF: made.attached?.AF,
    PageLayout: name('OneColumn'),
    ViewerPreferences: viewerPreferences(options) ?? undefined,
    PageMode: outline ? name('UseOutlines') : undefined,
    Outlines: outline?.value,
    OutputIntents: options.outputIntent
      ? [outputIntent(container, options.outputIntent, standard)]
      : undefined,
    MarkInfo: structure ? { Marked: true } : undefined,
    StructTreeRoot: structure?.finish(pages, list.pages, list.metadata.language).value,
  }
}
