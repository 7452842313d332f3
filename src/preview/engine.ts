import type { Assets, ImageAsset } from '../assets/image.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import { findingsAt } from '../build/check-place.ts'
import type { ProductKind } from '../build/product-kinds.ts'
import { type BuildSession, fileSession } from '../build/session.ts'
import type { DisplayList } from '../display/display-list.ts'
import { boxesAt, spanAt } from '../display/source-map.ts'
import type { Issue } from '../issue/issue.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { messageOf } from './messages.ts'
import { KnownOutlines } from './outlines.ts'
import { overlaysOf } from './overlays.ts'
import { paintedPage } from './painted-page.ts'
import { messageMarks, nearestBoxes } from './places.ts'
import type {
  Asked,
  BuiltState,
  FaceOutlines,
  GridFacts,
  Message,
  MessageMark,
  Overlay,
  ScreenPage,
} from './protocol.ts'

/** Where the engine works. */
export interface EngineSetting {
  readonly place: IssuePlace
  readonly cwd: string
  readonly cacheFolder: string | null
}

/** The texts that differ from the disk, by project path. */
export type TypedTexts = ReadonlyMap<string, string>

/** What a build changed, ready to be sent. */
export interface EngineBuild {
  readonly state: BuiltState
  readonly pages: readonly { readonly index: number; readonly page: ScreenPage }[]
  readonly outlines: Readonly<Record<string, FaceOutlines>>
  readonly messages: readonly Message[]
  /** Every file it was made from, by absolute path. */
  readonly inputs: readonly string[]
  /** The project's own texts among them, by project path. */
  readonly sources: readonly SourceText[]
}

/** What is said when nothing is typed for a while. */
export interface EngineFindings {
  readonly findings: readonly Message[]
  readonly marks: readonly MessageMark[]
  readonly overlays: readonly Overlay[]
}

/** A finished product, or why there is none. */
export type EngineProduct =
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly messages: readonly Message[] }

/** An issue set again and again as it is written: what a preview shows and asks. It serves one question at a time. */
export class PreviewEngine {
  readonly #setting: EngineSetting
  readonly #session: BuildSession
  readonly #outlines = new KnownOutlines()
  /** Numbers of the pictures shown, by hash. */
  readonly #images = new Map<string, number>()
  /** The pictures that each page was last sent with. */
  #pictured: readonly string[] = []
  #assets: Assets | null = null
  #issue: Issue | null = null
  #list: DisplayList | null = null
  #build = 0
  /** What the last build said; null where its pages are not those that are shown. */
  #said: readonly Diagnostic[] | null = null

  constructor(setting: EngineSetting) {
    this.#setting = setting
    this.#session = fileSession({ ...setting, output: '-', make: [] })
  }

  /** Sets the issue with these texts in the place of the files'. With errors, the pages stay as they were. */
  async update(texts: TypedTexts): Promise<EngineBuild> {
    const start = performance.now()
    const { list, fit, diagnostics, inputs, sources, changedPages } = await this.#set(texts, [])
    if (list !== null) this.#list = list
    this.#said = list === null ? null : diagnostics
    const indices = list === null ? [] : this.#withNewPictures(list, changedPages)
    const changed = indices.flatMap((index) => list?.pages[index] ?? [])
    const outlines = this.#assets === null ? {} : await this.#outlines.more(changed, this.#assets.fonts)
    this.#build += 1
    const shown = this.#list
    const pages = list === null ? [] : indices.map((index) => ({ index, page: this.#painted(list, index) }))
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
    }
    return {
      state,
      pages,
      outlines,
      messages: diagnostics.map(messageOf),
      inputs,
      sources: [...sources.values()],
    }
  }

  /** What the proof checks say, of an issue that reads; and where the pages have all that was said. */
  async findings(texts: TypedTexts): Promise<EngineFindings> {
    const found = await findingsAt(this.#setting.place, { instead: insteadOf(texts) })
    const shown = this.#said !== null && this.#list !== null ? this.#list : null
    const marks = shown === null ? [] : messageMarks(shown, [...(this.#said ?? []), ...found])
    return { findings: found.map(messageOf), marks, overlays: this.#overlays() }
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
    if (made === undefined) return { messages: diagnostics.map(messageOf) }
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

  #painted(list: DisplayList, index: number): ScreenPage {
    const page = list.pages[index]
    if (page === undefined) throw new Error(`no page ${index}`)
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
    const pictured = list.pages.map(({ items }) =>
      items.flatMap((item) => (item.kind === 'image' ? this.#hashOf(item.image) : [])).join(),
    )
    const before = this.#pictured
    this.#pictured = pictured
    return pictured.flatMap((one, index) => (one !== before[index] || changed.includes(index) ? [index] : []))
  }
}

function insteadOf(texts: TypedTexts): ReadonlyMap<string, SourceText> {
  return new Map([...texts].map(([file, text]) => [file, { file, text }]))
}

function gridOf({ publication: { design } }: Issue): GridFacts {
  const { columns, columnGap, margin } = design.page
  return { columns, columnGap, lineHeight: design.grid.lineHeight, ...margin }
}
