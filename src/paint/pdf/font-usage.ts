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
  /** The file that it was last used in. */
  turn: number
}

/** A run as it is painted: codes and where each one's advance begins. */
export interface CodedRun {
  readonly slots: readonly Slot[]
  readonly origins: readonly Pt[]
}

/** A run that was coded, with what followed it. */
interface KeptRun {
  readonly following: Following | null
  readonly coded: CodedRun
}

/** A face's slots and coded runs: of one file, or of one after the other. Codes are the last file's. */
export interface FaceSlots {
  readonly glyphs: Map<number, UsedGlyph>
  /** null where nothing is kept for another file. */
  readonly runs: WeakMap<GlyphRun, KeptRun> | null
  turn: number
  /** Of the last file, by code. */
  numbered: readonly Slot[]
  /** All that there are, of earlier files too. */
  count: number
}

export function faceSlots(runs: FaceSlots['runs'] = null): FaceSlots {
  return { glyphs: new Map(), runs, turn: 0, numbered: [], count: 0 }
}

/**
 * The codes of one face: one for each pair of glyph and characters, so that copying gives the source's characters,
 * and one more for each way in which it was squeezed or spaced so much that readers would see a space.
 */
export class FontUsage {
  readonly face: FontFace
  /** By code; slot 0 is `.notdef`. The same array as in the file before when all codes are. */
  slots: readonly Slot[] = []
  readonly #known: FaceSlots
  readonly #fresh: UsedRun[] = []
  readonly #runs: GlyphRun[] = []
  /** Where nothing is kept for another file. */
  readonly #coded = new Map<GlyphRun, CodedRun>()

  constructor(face: FontFace, known: FaceSlots = faceSlots()) {
    this.face = face
    this.#known = known
    known.turn += 1
  }

  /** A glyph with the face's own advance in 1/1000 em, as the file states it. */
  #glyph(id: number): UsedGlyph {
    const { glyphs } = this.#known
    let glyph = glyphs.get(id)
    if (glyph === undefined) {
      const width = Math.round(this.face.advanceEm(id) * 1e6) / 1e3
      glyph = { id, width, usual: null, others: null, used: [] }
      glyphs.set(id, glyph)
    }
    return glyph
  }

  /** Takes a run in, with what follows it on its line. */
  add(run: GlyphRun, following: Following | null): void {
    this.#runs.push(run)
    const kept = this.#known.runs?.get(run)
    if (kept !== undefined && isSame(kept.following, following)) return
    const glyphs = new Array<UsedGlyph>(run.glyphs.length)
    for (let i = 0; i < glyphs.length; i += 1) glyphs[i] = this.#glyph(run.glyphs[i] as number)
    this.#fresh.push({ run, glyphs, following })
  }

  #code({ run: given, glyphs, following }: UsedRun): CodedRun {
    const run = this.face.shape === undefined ? given : withoutGaps(given, glyphs, following)
    const texts = textsOf(run)
    const fits = run.angle ? null : fitGlyphs({ run, glyphs, texts, face: this.face, following })
    const slots = new Array<Slot>(glyphs.length)
    for (let i = 0; i < slots.length; i += 1) {
      const { usual } = glyphs[i] as UsedGlyph
      const text = texts[i] as string
      const isUsual = fits === null && usual !== null && usual.text === text
      slots[i] = isUsual ? usual : this.#slot(glyphs[i] as UsedGlyph, text, fits?.[i])
    }
    const origins = fits ? run.xs.map((x, i) => x - ((slots[i] as Slot).shift * run.size) / 1000) : run.xs
    return { slots, origins }
  }

  #slot(glyph: UsedGlyph, text: string, fit: Fit | undefined): Slot {
    const shift = fit ? fit.before : 0
    const width = fit ? glyph.width + shift + fit.after : glyph.width
    const isSame = (slot: Slot) => slot.text === text && slot.shift === shift && slot.width === width
    if (glyph.usual !== null && isSame(glyph.usual)) return glyph.usual
    const known = glyph.others?.find(isSame)
    if (known) return known
    const slot = { code: -1, glyph: glyph.id, text, shift, width, source: null, turn: 0 }
    this.#known.count += 1
    if (glyph.usual === null && shift === 0 && width === glyph.width) glyph.usual = slot
    else if (glyph.others === null) glyph.others = [slot]
    else glyph.others.push(slot)
    return slot
  }

  /** Glyphs used: how much work the face is. */
  get size(): number {
    return this.#known.glyphs.size
  }

  coded(run: GlyphRun): CodedRun {
    const { runs } = this.#known
    const coded = runs === null ? this.#coded.get(run) : runs.get(run)?.coded
    if (!coded) throw new Error('a run was not collected')
    return coded
  }

  /** Gives all runs their slots and numbers these by glyph, so that the same use gives the same file whatever the order of the pages. */
  settle(): void {
    const { numbered, runs } = this.#known
    this.face.fetch([...this.#known.glyphs.keys()])
    for (const fresh of this.#fresh) {
      const coded = this.#code(fresh)
      if (runs === null) this.#coded.set(fresh.run, coded)
      else runs.set(fresh.run, { following: fresh.following, coded })
    }
    this.#fresh.length = 0
    const slots = this.#inOrder(this.#usedGlyphs())
    for (let code = 0; code < slots.length; code += 1) (slots[code] as Slot).code = code
    const same = slots.length === numbered.length && slots.every((slot, code) => slot === numbered[code])
    this.slots = same ? numbered : slots
    this.#known.numbered = this.slots
  }

  /** The glyphs that the runs use, each with its slots in the order of first use. */
  #usedGlyphs(): UsedGlyph[] {
    const used: UsedGlyph[] = []
    const use = (slot: Slot) => {
      slot.turn = this.#known.turn
      slot.source = null
      const glyph = this.#glyph(slot.glyph)
      if (glyph.used.length === 0) used.push(glyph)
      glyph.used.push(slot)
    }
    for (const run of this.#runs) {
      const { slots } = this.coded(run)
      for (let i = 0; i < slots.length; i += 1)
        if ((slots[i] as Slot).turn !== this.#known.turn) use(slots[i] as Slot)
    }
    const none = this.#slot(this.#glyph(0), '', undefined)
    if (none.turn !== this.#known.turn) use(none)
    return used
  }

  /** The used slots by code: those that glyphs are drawn with, then those made of them. */
  #inOrder(used: UsedGlyph[]): readonly Slot[] {
    const plain: Slot[] = []
    const more: Slot[] = []
    for (const glyph of used.sort((a, b) => a.id - b.id)) {
      const slots = glyph.used
      glyph.used = []
      const source = plainSlot(glyph, slots) ?? this.#slot(glyph, (slots[0] as Slot).text, undefined)
      source.source = null
      plain.push(source)
      if (slots.length === 1 && slots[0] === source) continue
      for (const slot of slots.sort(byRoom)) {
        if (slot === source) continue
        slot.source = source
        more.push(slot)
      }
    }
    return more.length > 0 ? [...plain, ...more] : plain
  }
}

function isSame(a: Following | null, b: Following | null): boolean {
  return a === null || b === null ? a === b : a.x === b.x && a.text === b.text
}

interface UsedGlyph extends OwnGlyph {
  /** The first of its slots that has the glyph's own room: what it is painted with nearly always. */
  usual: Slot | null
  others: Slot[] | null
  /** Those that the file at hand uses, while it is numbered. */
  used: Slot[]
}

interface UsedRun {
  readonly run: GlyphRun
  readonly glyphs: readonly UsedGlyph[]
  readonly following: Following | null
}

/** Of a glyph's slots the one as the face has it, that of `.notdef` with no text: the others are made of it. */
function plainSlot(glyph: UsedGlyph, slots: readonly Slot[]): Slot | undefined {
  const [first] = slots
  if (slots.length === 1 && first?.shift === 0 && first.width === glyph.width) return first
  return slots.filter((slot) => slot.shift === 0 && slot.width === glyph.width).sort(byRoom)[0]
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

/** Every face used on the pages, in the order of first use; their codes are given when each is settled. `slotsOf` gives what is known of a face. */
export function fontUsage(
  { pages, structure }: Pick<DisplayList, 'pages' | 'structure'>,
  fonts: FontLibrary,
  slotsOf: (face: FontFace) => FaceSlots = () => faceSlots(),
): Map<string, FontUsage> {
  const owners = ownersOf(structure)
  const usages = new Map<string, FontUsage>()
  for (const { items } of pages) {
    for (let i = 0; i < items.length; i += 1) {
      const item = items[i] as DisplayItem
      if (item.kind !== 'glyphs') continue
      let usage = usages.get(item.font)
      if (!usage) {
        const face = fonts.face(item.font)
        usage = new FontUsage(face, slotsOf(face))
        usages.set(item.font, usage)
      }
      usage.add(item, followingOf(item, items[i + 1], owners))
    }
  }
  return usages
}
