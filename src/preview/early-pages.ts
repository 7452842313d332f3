import type { SourceText } from '../base/source.ts'
import { type BuildSession, fileSession } from '../build/session.ts'
import type { DisplayList, DisplayPage } from '../display/display-list.ts'
import { shownPath } from '../project/read-source.ts'
import type { EngineSetting } from './engine-setting.ts'
import {
  excerptOf,
  type OutlinePieces,
  outlinePieces,
  pieceOf,
  piecesAfter,
  stretchBetween,
  type WrittenStretch,
} from './excerpt.ts'
import type { TypedTexts } from './pages-to-tell.ts'
import { type PlacedParagraph, paragraphAgain, paragraphAt, patchedPages } from './patched-paragraph.ts'
import type { GridFacts } from './protocol.ts'

/** Where was written. */
interface Written {
  readonly pieces: OutlinePieces
  readonly piece: number
  readonly grid: GridFacts
  readonly at: number
}

/** Pages that are shown before all is set, by index. */
export type Patched = ReadonlyMap<number, DisplayPage>

/**
 * The page at which is written, before all pages are set (先行): in a long issue the piece at hand is set alone, and its
 * paragraph's lines take the place of those that the page has. They are mostly those that the whole issue will have
 * where the paragraph stays as long as it was, and put right when all is set where they are not. With a line more or
 * fewer what stands below in the column goes down or up, over its foot if need be; where more changes, or it is more than
 * plain lines, nothing is shown early.
 */
export class EarlyPages {
  readonly #file: string
  readonly #session: BuildSession
  #texts: TypedTexts = new Map()
  #pieces: OutlinePieces | null = null
  #list: DisplayList | null = null
  #grid: GridFacts | null = null
  /** What was written since the list was made, in order. */
  #stretches: WrittenStretch[] = []
  /** The piece at which was written last, by number: the next key is mostly pressed there too. */
  #writtenOn = 0
  readonly #patched = new Map<number, DisplayPage>()

  /** What sets a piece alone is a session of its own. */
  constructor(setting: EngineSetting, session = fileSession({ ...setting, output: '-', make: [] })) {
    this.#file = shownPath(setting.place.root, setting.place.issue)
    this.#session = session
  }

  /** All pages were set; null where errors kept them from it. */
  settled(texts: TypedTexts, list: DisplayList | null, grid: GridFacts | null): void {
    if (texts.get(this.#file) !== this.#texts.get(this.#file)) this.#pieces = null
    this.#texts = texts
    this.#list = list
    this.#grid = grid
    this.#stretches = []
    this.#patched.clear()
  }

  /** Makes ready for the next key while none is pressed. */
  async prepare(): Promise<void> {
    const text = this.#texts.get(this.#file)
    if (this.#pieces !== null || this.#list === null || text === undefined) return
    this.#pieces = outlinePieces(this.#file, text)
    if (this.#pieces === null || this.#pieces.all.length === 0) return
    const last = this.#pieces.all.length - 1
    await this.#alone(text, this.#pieces, Math.min(this.#writtenOn, last))
  }

  /** The pages that change, for texts of which one paragraph was written on; null where that cannot be said so soon. */
  async pages(texts: TypedTexts): Promise<Patched | null> {
    const stretch = this.#stretchTo(texts)
    const [list, grid] = [this.#list, this.#grid]
    // Keys that follow each other without a pause leave no time to prepare.
    const pieces =
      stretch && list && (this.#pieces ?? outlinePieces(this.#file, this.#texts.get(this.#file) ?? ''))
    this.#texts = texts
    this.#list = null
    this.#pieces = null
    if (stretch === null || list === null || pieces === null || grid === null) return null
    const piece = pieceOf(pieces, stretch)
    if (piece === null) return null
    this.#writtenOn = piece
    const after = piecesAfter(pieces, piece, stretch)
    const place = { file: this.#file, offset: this.#placeInList(stretch.from) }
    const made = paragraphAt(list, grid, place)
    const before = made && paragraphAgain(this.#shown(list), grid, made)
    const now = before && (await this.#paragraphIn(texts, { pieces: after, piece, grid, at: stretch.from }))
    const patched = before && now && patchedPages(this.#pagesOf(list, before), before, now, grid)
    this.#stretches.push(stretch)
    this.#pieces = after
    if (!patched) return null
    this.#list = list
    for (const [index, page] of patched) this.#patched.set(index, page)
    return patched
  }

  /** What was written since the last state; null where more than words of the issue's own file changed. */
  #stretchTo(texts: TypedTexts): WrittenStretch | null {
    const [before, after] = [this.#texts.get(this.#file), texts.get(this.#file)]
    const others = [...texts].every(([file, text]) => {
      const known = this.#texts.get(file)
      return file === this.#file || known === undefined || known === text
    })
    if (before === undefined || after === undefined || !others) return null
    const stretch = stretchBetween(before, after)
    if (stretch === null) return null
    const { from, to, length } = stretch
    return /[\r\n]/.test(before.slice(from, to) + after.slice(from, from + length)) ? null : stretch
  }

  async #paragraphIn(
    texts: TypedTexts,
    { pieces, piece, grid, at }: Written,
  ): Promise<PlacedParagraph | null> {
    const { list, shift } = await this.#alone(texts.get(this.#file) ?? '', pieces, piece)
    return list && paragraphAt(list, grid, { file: this.#file, offset: at - shift })
  }

  /** One piece set alone. */
  async #alone(text: string, pieces: OutlinePieces, piece: number) {
    const { text: own, shift } = excerptOf(text, pieces, piece)
    const texts = new Map(this.#texts).set(this.#file, own)
    const instead = new Map(
      [...texts].map(([file, one]): [string, SourceText] => [file, { file, text: one }]),
    )
    const { list } = await this.#session.build({ make: [], instead })
    return { list, shift }
  }

  /** Where a place stood when the list was made. */
  #placeInList(offset: number): number {
    return this.#stretches.reduceRight((at, { from, to, length }) => {
      if (at <= from) return at
      return at >= from + length ? at - length + (to - from) : from
    }, offset)
  }

  /** The list with what was shown early. */
  #shown({ pages, structure }: DisplayList): Pick<DisplayList, 'pages' | 'structure'> {
    return { pages: pages.map((page, index) => this.#patched.get(index) ?? page), structure }
  }

  #pagesOf(list: DisplayList, { lines }: PlacedParagraph): Patched {
    const indices = [...new Set(lines.map(({ page }) => page))]
    return new Map(
      indices.map((index) => [index, this.#patched.get(index) ?? (list.pages[index] as DisplayPage)]),
    )
  }
}
