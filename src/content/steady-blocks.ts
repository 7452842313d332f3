import { Generations } from '../base/generations.ts'
import type { SteadyPlaces } from '../base/steady-span.ts'
import type { Block } from './block.ts'

/**
 * Blocks of one issue as it changes: a block that only stands elsewhere in its file is the same object as before, since
 * its spans count from its own beginning. Whatever is made of it can be kept by it.
 */
export interface SteadyBlocks {
  readonly blocks: readonly Block[]
  readonly places: SteadyPlaces
}

interface KeptValue {
  readonly value: unknown
  /** The file that its spans name. */
  readonly unit: string
}

/** Values that are alike but for where they stand: what stands twice is two blocks. */
interface Copies {
  readonly values: KeptValue[]
  /** How often they were met in the turn. */
  met: number
  turn: number
}

/** A value as it is written without where it stands. */
interface Written {
  readonly relative: string
  /** The file of its first span, and where that begins. */
  readonly file: string
  readonly from: number
  readonly isOfOneFile: boolean
}

/** Steady blocks between two states of an issue; it holds what the last two have. */
export interface BlockMemory {
  readonly kept: Generations<Copies>
  readonly written: WeakMap<object, Written>
  /** Blocks met so far, from which their names come. */
  count: number
  turn: number
}

export function blockMemory(): BlockMemory {
  return { kept: new Generations(), written: new WeakMap(), count: 0, turn: 0 }
}

/** No path has this character, so that no file is taken for a block. */
const MARK = '\u0000'
const OWN_FILE = `"file":${JSON.stringify(MARK)}`
const SPAN = /"file":("(?:[^"\\]|\\.)*"),"from":(\d+),"to":(\d+)/g

/**
 * The blocks with those that the memory knows in place of their equals; begins a new turn of it. `movedBy` tells how far
 * a block that was given before stands from where its spans say.
 */
export function steadyBlocks(
  blocks: readonly Block[],
  memory: BlockMemory,
  movedBy: (block: Block) => number = () => 0,
): SteadyBlocks {
  memory.kept.turn()
  memory.turn += 1
  const steady = new Steadying(memory)
  return { blocks: blocks.map((block) => steady.block(block, movedBy(block))), places: steady.places }
}

/** Whether all places of a block that was given before are in one file. */
export function isOfOneFile(block: Block, file: string, { written }: BlockMemory): boolean {
  const known = written.get(block)
  return known?.file === file && known.isOfOneFile
}

class Steadying {
  readonly places = new Map<string, { readonly file: string; readonly from: number }>()
  readonly #memory: BlockMemory

  constructor(memory: BlockMemory) {
    this.#memory = memory
  }

  block(block: Block, by: number): Block {
    if (block.kind !== 'masthead' || block.contents === null) return this.#value(block, by)
    // Its lines come from all over the issue: each counts from its own beginning, and changes by itself.
    const lines = block.contents.lines.map((line) => this.#value(line, 0))
    const withLines = (one: typeof block) => ({
      ...one,
      contents: one.contents && { ...one.contents, lines },
    })
    return this.#value(withLines(block), 0, withLines)
  }

  #value<T extends object>(given: T, by: number, finish: (copy: T) => T = (copy) => copy): T {
    const { relative, file, from } = this.#written(given)
    const copies = this.#copies(relative)
    const at = copies.met
    copies.met += 1
    copies.values[at] ??= this.#keep(relative, finish)
    const { value, unit } = copies.values[at]
    this.places.set(unit, { file, from: from + by })
    return value as T
  }

  #written(given: object): Written {
    const known = this.#memory.written.get(given)
    if (known !== undefined) return known
    const written = writtenOf(given)
    this.#memory.written.set(given, written)
    return written
  }

  /** Begins a turn of them when they are first met in it: what the turn before did not use is let go. */
  #copies(relative: string): Copies {
    const { kept, turn } = this.#memory
    const copies = kept.get(relative) ?? { values: [], met: 0, turn }
    if (copies.turn !== turn) {
      copies.values.length = copies.met
      copies.met = 0
      copies.turn = turn
    }
    kept.set(relative, copies)
    return copies
  }

  #keep<T>(relative: string, finish: (copy: T) => T): KeptValue {
    const memory = this.#memory
    memory.count += 1
    const unit = `${MARK}${memory.count}`
    const own = JSON.stringify(unit)
    const copy = JSON.parse(relative.replaceAll(OWN_FILE, `"file":${own}`)) as T
    return { unit, value: finish(copy) }
  }
}

function writtenOf(given: object): Written {
  const written = JSON.stringify(given)
  const [, file = '""', from = '0'] = SPAN.exec(written) ?? []
  SPAN.lastIndex = 0
  const base = Number(from)
  let isOfOneFile = true
  const relative = written.replace(SPAN, (whole, name: string, start: string, end: string) => {
    if (name === file) return `${OWN_FILE},"from":${Number(start) - base},"to":${Number(end) - base}`
    isOfOneFile = false
    return whole
  })
  return { relative, file: JSON.parse(file) as string, from: base, isOfOneFile }
}
