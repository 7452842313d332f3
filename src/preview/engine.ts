import type { Assets, ImageAsset } from '../assets/image.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import type { ProductKind } from '../build/product-kinds.ts'
import { type BuildSession, fileSession } from '../build/session.ts'
import type { DisplayList, DisplayPage } from '../display/display-list.ts'
import { boxesAt, spanAt } from '../display/source-map.ts'
import type { Issue } from '../issue/issue.ts'
import { EarlyPages } from './early-pages.ts'
import type { EngineSetting } from './engine-setting.ts'
import { gridOf } from './grid-columns.ts'
import { messageOf } from './messages.ts'
import { KnownOutlines } from './outlines.ts'
import { overlaysOf } from './overlays.ts'
import { firstDifference, nearestFirst, pageOfPlace, type TypedTexts } from './pages-to-tell.ts'
import { paintedPage } from './painted-page.ts'
import { messageMarks, nearestBoxes } from './places.ts'
import type {
  Asked,
  BuiltState,
  FaceOutlines,
  Message,
  MessageMark,
  Overlay,
  ScreenPage,
  ShownPage,
} from './protocol.ts'

/** Pages that changed, with what they are painted with and was not told before. */
export interface EnginePages {
  readonly pages: readonly ShownPage[]
  readonly outlines: Readonly<Record<string, FaceOutlines>>
  /** Whether others changed too, which `more` gives. */
  readonly rest: boolean
}

/** What a build changed, ready to be sent: of many pages those nearest to what was written. */
export interface EngineBuild extends EnginePages {
  readonly state: BuiltState
  readonly messages: readonly Message[]
  /** Every file it was made from, by absolute path. */
  readonly inputs: readonly string[]
  /** The project's own texts among them, by project path. */
  readonly sources: readonly SourceText[]
}

/** What is shown over the pages when nothing is typed for a while. */
export interface EngineMarks {
  readonly marks: readonly MessageMark[]
  readonly overlays: readonly Overlay[]
}

/** A finished product, or why there is none. */
export type EngineProduct =
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly messages: readonly Message[] }

/** Pages that are told of together with the state: what a screen has room for. */
const AT_ONCE = 4
/** And then at a time, so that what is typed meanwhile does not wait. */
const AT_A_TIME = 16

/** An issue set again and again as it is written: what a preview shows and asks. It serves one question at a time. */
export class PreviewEngine {
  readonly #setting: EngineSetting
  readonly #session: BuildSession
  readonly #early: EarlyPages
  readonly #outlines = new KnownOutlines()
  /** Numbers of the pictures shown, by hash. */
  readonly #images = new Map<string, number>()
  /** The pictures that each page was last sent with. */
  #pictured: readonly string[] = []
  readonly #picturesOf = new WeakMap<DisplayPage, readonly string[]>()
  /** Pages that changed and were not told of yet. */
  readonly #untold = new Set<number>()
  #texts: TypedTexts = new Map()
  /** Of the pages, that at which was written last. */
  #writtenOn = 0
  #assets: Assets | null = null
  #issue: Issue | null = null
  #list: DisplayList | null = null
  #build = 0
  /** What the last build said; null where its pages are not those that are shown. */
  #said: readonly Diagnostic[] | null = null

  constructor(setting: EngineSetting) {
    this.#setting = setting
    this.#session = fileSession({ ...setting, output: '-', make: [] })
    this.#early = new EarlyPages(setting)
  }

  /** Sets the issue with these texts in the place of the files'. With errors, the pages stay as they were. */
  async update(texts: TypedTexts): Promise<EngineBuild> {
    const start = performance.now()
    const { list, fit, diagnostics, inputs, sources, changedPages } = await this.#set(texts, [])
    if (list !== null) this.#list = list
    this.#said = list === null ? null : diagnostics
    if (list !== null) this.#noteChanged(list, changedPages, texts)
    this.#early.settled(texts, list, this.#issue && gridOf(this.#issue))
    const told = await this.#told(AT_ONCE)
    this.#build += 1
    const shown = this.#list
    const textOf = (file: string) => texts.get(file) ?? sources.get(file)?.text
    const state: BuiltState = {
      build: this.#build,
      pageCount: shown?.pages.length ?? 0,
      stale: list === null,
      fit,
      accent: shown?.colours.accent ?? '#c00000',
      gray: shown?.colours.mode === 'gray',
      grid: this.#issue && gridOf(this.#issue),
      pictures: this.#numbered(),
      milliseconds: performance.now() - start,
      label: this.#issue?.label ?? '',
      number: this.#issue?.number ?? null,
    }
    return {
      state,
      ...told,
      messages: diagnostics.map((one) => messageOf(one, textOf)),
      inputs,
      sources: [...sources.values()],
    }
  }

  /** The page at which is written, before all are set; null where that cannot be said so soon. */
  async early(texts: TypedTexts): Promise<EnginePages | null> {
    const patched = await this.#early.pages(texts)
    if (patched === null || this.#assets === null) return null
    const outlines = await this.#outlines.more([...patched.values()], this.#assets.fonts)
    const pages = [...patched].map(([index, page]) => ({ index, page: this.#painted(page) }))
    // Whatever comes of all pages, these are told of again.
    for (const index of patched.keys()) this.#untold.add(index)
    return { pages, outlines, rest: false }
  }

  /** Makes ready for `early` while nothing is typed. */
  prepare(): Promise<void> {
    return this.#early.prepare()
  }

  /** Some more of the pages that changed, nearest to what was written first. */
  more(): Promise<EnginePages> {
    return this.#told(AT_A_TIME)
  }

  /** Where the pages have all that was said, and what proof checks found; and the overlays. */
  marks(found: readonly Diagnostic[]): EngineMarks {
    const shown = this.#said !== null && this.#list !== null ? this.#list : null
    const marks = shown === null ? [] : messageMarks(shown, [...(this.#said ?? []), ...found])
    return { marks, overlays: this.#overlays() }
  }

  #noteChanged(list: DisplayList, changed: readonly number[], texts: TypedTexts): void {
    const indices = this.#withNewPictures(list, changed)
    for (const index of indices) this.#untold.add(index)
    for (const index of this.#untold) if (index >= list.pages.length) this.#untold.delete(index)
    const place = firstDifference(this.#texts, texts)
    this.#texts = texts
    this.#writtenOn = (place && pageOfPlace(list, indices, place)) ?? indices[0] ?? this.#writtenOn
  }

  async #told(most: number): Promise<EnginePages> {
    const [list, assets] = [this.#list, this.#assets]
    if (list === null || assets === null) return { pages: [], outlines: {}, rest: false }
    const indices = nearestFirst(this.#untold, this.#writtenOn).slice(0, most)
    for (const index of indices) this.#untold.delete(index)
    const changed = indices.flatMap((index) => list.pages[index] ?? [])
    const outlines = await this.#outlines.more(changed, assets.fonts)
    const pages = indices.map((index) => ({ index, page: this.#painted(list.pages[index] as DisplayPage) }))
    return { pages, outlines, rest: this.#untold.size > 0 }
  }

  #overlays(): readonly Overlay[] {
    if (this.#said === null || this.#list === null || this.#issue === null) return []
    const { images } = this.#issue.publication.design
    return overlaysOf({
      list: this.#list,
      diagnostics: this.#said,
      grid: gridOf(this.#issue),
      images: this.#assets?.images ?? new Map(),
      minPpi: images.minPpi,
    })
  }

  /** A product of these texts, made in memory. */
  async product(kind: ProductKind, texts: TypedTexts): Promise<EngineProduct> {
    const { products, diagnostics, list } = await this.#set(texts, [kind])
    if (list !== null) this.#list = list
    const [made] = products
    if (made === undefined) return { messages: diagnostics.map((one) => messageOf(one)) }
    const { basename } = await import('node:path')
    const { outputPath } = await import('../project/output-path.ts')
    const path = this.#issue && outputPath(this.#setting.place.root, this.#issue, kind).value
    return { bytes: made.bytes, name: path === null ? kind : basename(path) }
  }

  /** A picture by its number; null for a number that none has. */
  picture(number: number): Pick<ImageAsset, 'bytes' | 'format'> | null {
    const hash = [...this.#images].find(([, at]) => at === number)?.[0]
    const images = [...(this.#assets?.images.values() ?? [])]
    return images.find((one) => one.hash === hash) ?? null
  }

  at(place: Asked['at']['ask']): Asked['at']['answer'] {
    return { span: this.#list && spanAt(this.#list, place) }
  }

  /** What stands on the pages for a place in a text: the piece of line, else what its line has on them. */
  where({ file, offset }: Asked['where']['ask'], line: readonly [number, number]): Asked['where']['answer'] {
    if (this.#list === null) return { boxes: [] }
    const boxes = boxesAt(this.#list, file, offset)
    return { boxes: boxes.length > 0 ? boxes : nearestBoxes(this.#list, file, line) }
  }

  #set(texts: TypedTexts, make: readonly ProductKind[]) {
    const onAssets = (assets: Assets, issue: Issue) => {
      this.#assets = assets
      this.#issue = issue
    }
    return this.#session.build({ make, instead: insteadOf(texts), onAssets })
  }

  #numbered(): Readonly<Record<string, number>> {
    const all = [...(this.#assets?.images ?? [])].flatMap(
      ([key, { hash }]): (readonly [string, number])[] => {
        const number = this.#images.get(hash)
        return number === undefined ? [] : [[key, number]]
      },
    )
    return Object.fromEntries(all)
  }

  #painted(page: DisplayPage): ScreenPage {
    return paintedPage(page, (key) => {
      const hash = this.#hashOf(key)
      const number = this.#images.get(hash) ?? this.#images.size
      this.#images.set(hash, number)
      return number
    })
  }

  #hashOf(key: string): string {
    return this.#assets?.images.get(key)?.hash ?? key
  }

  /** A picture that was replaced by another of its size leaves the page's data as it was. */
  #withNewPictures(list: DisplayList, changed: readonly number[]): readonly number[] {
    const pictured = list.pages.map((page) =>
      this.#picturesOn(page)
        .map((key) => this.#hashOf(key))
        .join(),
    )
    const before = this.#pictured
    this.#pictured = pictured
    const looks = new Set(changed)
    return pictured.flatMap((one, index) => (one !== before[index] || looks.has(index) ? [index] : []))
  }

  #picturesOn(page: DisplayPage): readonly string[] {
    const known = this.#picturesOf.get(page)
    if (known !== undefined) return known
    const found = page.items.flatMap((item) => (item.kind === 'image' ? item.image : []))
    this.#picturesOf.set(page, found)
    return found
  }
}

/** Texts in the place of the files'. */
export function insteadOf(texts: TypedTexts): ReadonlyMap<string, SourceText> {
  return new Map([...texts].map(([file, text]) => [file, { file, text }]))
}
