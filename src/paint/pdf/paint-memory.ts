import type { FontFace, FontSubset } from '../../assets/font.ts'
import { Generations } from '../../base/generations.ts'
import type { DisplayItem, DisplayPage } from '../../display/display-list.ts'
import type { PackMemory } from './container.ts'
import { type CodedRun, type FaceSlots, faceSlots, type Slot } from './font-usage.ts'
import type { FontStreams } from './fonts.ts'
import type { PageContent, PageContext } from './page-content.ts'
import type { StructureTree, TagMemory } from './structure.ts'

/**
 * What one file was painted with, for the next of the same issue: each face's codes, its subset compressed, each page's
 * operators compressed. It holds the last file's and no more; two files are never painted with it at a time.
 */
export interface PaintMemory extends PackMemory, TagMemory {
  readonly slots: WeakMap<FontFace, FaceSlots>
  /** By face. */
  fonts: ReadonlyMap<FontFace, KeptFont>
  /** By place in the file. */
  pages: readonly KeptPage[]
  readonly tags: WeakMap<FontSubset, string>
  /** Pictures as they were made for the last two files. */
  readonly pictures: Generations<Uint8Array>
}

/** A face's streams, of these slots by code. */
export interface KeptFont {
  readonly slots: readonly Slot[]
  readonly streams: FontStreams
}

/** A page's operators with all that they were made of. */
export interface KeptPage {
  readonly height: number
  readonly items: readonly DisplayItem[]
  /** Names of fonts and pictures, inks and margin. */
  readonly setting: string
  readonly coded: readonly CodedRun[]
  /** As their slots had them then, one after the other. */
  readonly codes: Uint16Array
  /** The nodes it marks, in order, with their roles. */
  readonly nodes: readonly number[]
  readonly roles: readonly string[]
  readonly content: PageContent
  readonly bytes: Promise<Uint8Array>
}

export function paintMemory(): PaintMemory {
  return {
    slots: new WeakMap(),
    fonts: new Map(),
    pages: [],
    tags: new WeakMap(),
    packs: [],
    refs: [],
    elements: [],
    pictures: new Generations(),
  }
}

/** Slots of earlier files beyond those of the last are let go when there are so many more. */
const MOST_UNUSED = 4_000

/** What is known of a face's slots. */
export function slotsOf(memory: PaintMemory, face: FontFace): FaceSlots {
  const known = memory.slots.get(face)
  if (known !== undefined && known.count < known.numbered.length + MOST_UNUSED) return known
  const fresh = faceSlots(new WeakMap())
  memory.slots.set(face, fresh)
  return fresh
}

/** Where a page stands in its file. */
interface PagePlace {
  readonly fonts: PageContext['fonts']
  readonly structure: StructureTree | null
  readonly index: number
}

/** The page as it was painted in the last file, its content marked anew; null where anything of it is another. */
export function paintedBefore(
  kept: KeptPage | undefined,
  page: DisplayPage,
  setting: string,
  place: PagePlace,
): KeptPage | null {
  if (kept === undefined || kept.setting !== setting || kept.height !== page.height) return null
  return hasSameItems(kept, page) && hasSameCodes(kept, page, place) && isMarked(kept, place) ? kept : null
}

function hasSameItems({ items }: KeptPage, page: DisplayPage): boolean {
  if (items === page.items) return true
  return items.length === page.items.length && items.every((item, i) => isSameItem(item, page.items[i]))
}

/** A picture is cropped anew for each file. */
function isSameItem(item: DisplayItem, now: DisplayItem | undefined): boolean {
  return item === now || (item.kind === 'image' && JSON.stringify(item) === JSON.stringify(now))
}

function hasSameCodes({ coded, codes }: KeptPage, page: DisplayPage, { fonts }: PagePlace): boolean {
  const now = codedOn(page, fonts)
  if (!coded.every((run, i) => run === now[i])) return false
  let at = 0
  for (const { slots } of coded)
    for (let i = 0; i < slots.length; i += 1, at += 1) if ((slots[i] as Slot).code !== codes[at]) return false
  return true
}

/** The codes of all slots of runs, in order. */
export function codesOf(coded: readonly CodedRun[]): Uint16Array {
  const codes = new Uint16Array(coded.reduce((sum, { slots }) => sum + slots.length, 0))
  let at = 0
  for (const { slots } of coded)
    for (let i = 0; i < slots.length; i += 1, at += 1) codes[at] = (slots[i] as Slot).code
  return codes
}

/** Marks the same nodes again; nothing is marked where one of them has another role. */
function isMarked({ nodes, roles }: KeptPage, { structure, index }: PagePlace): boolean {
  if (structure === null) return true
  if (!nodes.every((node, i) => structure.roleOf(node) === roles[i])) return false
  for (const node of nodes) structure.markAgain(index, node)
  return true
}

/** The context of a page, and the nodes that are marked while it is painted with it. */
export function markedNodes(context: PageContext, structure: StructureTree | null, index: number) {
  const nodes: number[] = []
  const mark =
    structure &&
    ((node: number) => {
      nodes.push(node)
      return structure.mark(index, node)
    })
  return { nodes, context: { ...context, mark } }
}

/** A page's runs as they are coded, in order. */
export function codedOn(page: DisplayPage, fonts: PageContext['fonts']): CodedRun[] {
  const coded: CodedRun[] = []
  for (const item of page.items) {
    if (item.kind === 'glyphs' && item.glyphs.length > 0)
      coded.push(fontOf(item.font, fonts).usage.coded(item))
  }
  return coded
}

function fontOf(id: string, fonts: PageContext['fonts']) {
  const font = fonts.get(id)
  if (font === undefined) throw new Error(`font ${id} was not collected`)
  return font
}
