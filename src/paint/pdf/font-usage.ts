import { COMBINED, type FontFace, type FontLibrary } from '../../assets/font.ts'
import type { Pt } from '../../base/units.ts'
import type { DisplayItem, DisplayList, GlyphRun } from '../../display/display-list.ts'
import { type Fit, type Following, fitGlyphs, type OwnGlyph } from './fit-glyphs.ts'

/** One code of a font in the file: a glyph standing for certain characters, with its own room beside it. */
export interface Slot {
  /** Two-byte code in the content streams, and the glyph's number in the file. */
  code: number
  readonly glyph: number
  readonly text: string
  /** In 1/1000 em: where the ink lies against the face's own glyph, and the advance. */
  readonly shift: number
  readonly width: number
  /** The slot whose outline it has; null for the glyph itself. */
  source: Slot | null
}

/** A run as it is painted: codes and where each one's advance begins. */
export interface CodedRun {
  readonly slots: readonly Slot[]
  readonly origins: readonly Pt[]
}

/**
 * The codes of one face: one for each pair of glyph and characters, so that copying gives the source's characters,
 * and one more for each way in which it was squeezed or spaced so much that readers would see a space.
 */
export class FontUsage {
  readonly face: FontFace
  /** By code; slot 0 is `.notdef`. */
  slots: readonly Slot[] = []
  readonly #glyphs = new Map<number, UsedGlyph>()
  readonly #runs: UsedRun[] = []
  readonly #coded = new Map<GlyphRun, CodedRun>()

  constructor(face: FontFace) {
    this.face = face
  }

  /** A glyph with the face's own advance in 1/1000 em, as the file states it. */
  #glyph(id: number): UsedGlyph {
    let glyph = this.#glyphs.get(id)
    if (glyph === undefined) {
      glyph = { id, width: Math.round(this.face.advanceEm(id) * 1e6) / 1e3, usual: null, others: null }
      this.#glyphs.set(id, glyph)
    }
    return glyph
  }

  /** Takes a run in, with what follows it on its line. */
  add(run: GlyphRun, following: Following | null): void {
    const glyphs: UsedGlyph[] = []
    for (let i = 0; i < run.glyphs.length; i += 1) glyphs.push(this.#glyph(run.glyphs[i] as number))
    this.#runs.push({ run, glyphs, following })
  }

  #code({ run: given, glyphs, following }: UsedRun): CodedRun {
    const run = this.face.shape === undefined ? given : withoutGaps(given, glyphs, following)
    const texts = textsOf(run)
    const fits = run.angle ? null : fitGlyphs({ run, glyphs, texts, face: this.face, following })
    const slots: Slot[] = []
    for (let i = 0; i < glyphs.length; i += 1) {
      const { usual } = glyphs[i] as UsedGlyph
      const text = texts[i] as string
      const isUsual = fits === null && usual !== null && usual.text === text
      slots.push(isUsual ? usual : slotOf(glyphs[i] as UsedGlyph, text, fits?.[i]))
    }
    const origins = fits ? run.xs.map((x, i) => x - ((slots[i] as Slot).shift * run.size) / 1000) : run.xs
    return { slots, origins }
  }

  /** Glyphs used: how much work the face is. */
  get size(): number {
    return this.#glyphs.size
  }

  coded(run: GlyphRun): CodedRun {
    const coded = this.#coded.get(run)
    if (!coded) throw new Error('a run was not collected')
    return coded
  }

  /** Gives all runs their slots and numbers these by glyph, so that the same use gives the same file whatever the order of the pages. */
  settle(): void {
    this.face.fetch([...this.#glyphs.keys()])
    for (const used of this.#runs) this.#coded.set(used.run, this.#code(used))
    slotOf(this.#glyph(0), '', undefined)
    const plain: Slot[] = []
    const more: Slot[] = []
    const glyphs = [...this.#glyphs.values()].sort((a, b) => a.id - b.id)
    for (const glyph of glyphs) {
      const source = plainSlot(glyph)
      plain.push(source)
      if (glyph.others === null) continue
      for (const slot of slotsOf(glyph).sort(byRoom)) {
        if (slot === source) continue
        slot.source = source
        more.push(slot)
      }
    }
    this.slots = more.length > 0 ? [...plain, ...more] : plain
    for (let code = 0; code < this.slots.length; code += 1) (this.slots[code] as Slot).code = code
  }
}

interface UsedGlyph extends OwnGlyph {
  /** The first of its slots that has the glyph's own room: what it is painted with nearly always. */
  usual: Slot | null
  others: Slot[] | null
}

function slotsOf({ usual, others }: UsedGlyph): Slot[] {
  return [...(usual ? [usual] : []), ...(others ?? [])]
}

interface UsedRun {
  readonly run: GlyphRun
  readonly glyphs: readonly UsedGlyph[]
  readonly following: Following | null
}

function slotOf(glyph: UsedGlyph, text: string, fit: Fit | undefined): Slot {
  const shift = fit ? fit.before : 0
  const width = fit ? glyph.width + shift + fit.after : glyph.width
  const isSame = (slot: Slot) => slot.text === text && slot.shift === shift && slot.width === width
  if (glyph.usual !== null && isSame(glyph.usual)) return glyph.usual
  const known = glyph.others?.find(isSame)
  if (known) return known
  const slot = { code: -1, glyph: glyph.id, text, shift, width, source: null }
  if (glyph.usual === null && shift === 0 && width === glyph.width) glyph.usual = slot
  else if (glyph.others === null) glyph.others = [slot]
  else glyph.others.push(slot)
  return slot
}

/** The slot of the glyph as the face has it, that of `.notdef` with no text; the others are made of it. */
function plainSlot(glyph: UsedGlyph): Slot {
  const { usual, others } = glyph
  if (usual !== null && others === null) return usual
  const plain = slotsOf(glyph).filter((slot) => slot.shift === 0 && slot.width === glyph.width)
  return plain.sort(byRoom)[0] ?? slotOf(glyph, others?.[0]?.text ?? '', undefined)
}

function byRoom(a: Slot, b: Slot): number {
  const room = a.shift - b.shift || a.width - b.width
  if (room !== 0) return room
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0
}

/** Glyphs without width (marks drawn with their letters) stand where the next glyph begins, so that any gap lies before them. */
function withoutGaps(run: GlyphRun, glyphs: readonly OwnGlyph[], following: Following | null): GlyphRun {
  const xs = [...run.xs]
  let next = following !== null && following.x - (xs.at(-1) as number) < run.size ? following.x : undefined
  for (let i = xs.length - 1; i >= 0; i -= 1) {
    const isEmpty = (glyphs[i] as OwnGlyph).id >= COMBINED && (glyphs[i] as OwnGlyph).width === 0
    if (!isEmpty) next = xs[i]
    else if (next !== undefined && next >= (xs[i] as number) && next - (xs[i] as number) < run.size)
      xs[i] = next
  }
  return { ...run, xs }
}

/**
 * The characters each glyph of a run stands for. A cluster's later glyphs come with ''; where the cluster has
 * characters enough, they take the last ones, so that a base and its combining mark are both found.
 */
function textsOf(run: GlyphRun): readonly string[] {
  if (!run.texts.includes('')) return run.texts
  const texts = [...run.texts]
  for (let i = texts.length - 1; i > 0; i -= 1) {
    if (texts[i] !== '') continue
    let first = i - 1
    while (first > 0 && run.texts[first] === '') first -= 1
    const characters = [...(texts[first] ?? '')]
    if (characters.length < 2) continue
    texts[i] = characters.pop() as string
    texts[first] = characters.join('')
  }
  return texts
}

/** By node, the paragraph that a Link or Span is a piece of. */
type Owners = ReadonlyMap<number, number>

function ownersOf(structure: DisplayList['structure']): Owners {
  const owners = new Map<number, number>()
  // Parents stand before their children.
  for (const { id, parent, role } of structure) {
    if (role === 'Link' || role === 'Span') owners.set(id, owners.get(parent) ?? parent)
  }
  return owners
}

/** What the next item continues a run with, if it does. */
function followingOf(run: GlyphRun, next: DisplayItem | undefined, owners: Owners): Following | null {
  if (next?.kind !== 'glyphs' || next.y !== run.y || next.glyphs.length === 0) return null
  const owner = (node: number | null) => (node === null ? null : (owners.get(node) ?? node))
  if (next.node !== run.node && owner(next.node) !== owner(run.node)) return null
  const x = next.xs[0] as number
  return x > (run.xs.at(-1) as number) ? { x, text: next.texts[0] as string } : null
}

/** Every face used on the pages, in the order of first use; their codes are given when each is settled. */
export function fontUsage(
  { pages, structure }: Pick<DisplayList, 'pages' | 'structure'>,
  fonts: FontLibrary,
): Map<string, FontUsage> {
  const owners = ownersOf(structure)
  const usages = new Map<string, FontUsage>()
  for (const { items } of pages) {
    for (let i = 0; i < items.length; i += 1) {
      const item = items[i] as DisplayItem
      if (item.kind !== 'glyphs') continue
      let usage = usages.get(item.font)
      if (!usage) {
        usage = new FontUsage(fonts.face(item.font))
        usages.set(item.font, usage)
      }
      usage.add(item, followingOf(item, items[i + 1], owners))
    }
  }
  return usages
}
