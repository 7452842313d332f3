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

/** Steady blocks between two states of an issue; it holds what the last two have. */
export interface BlockMemory {
  readonly kept: Generations<KeptValue>
  /** Blocks met so far, from which their names come. */
  count: number
}

export function blockMemory(): BlockMemory {
  return { kept: new Generations(), count: 0 }
}

/** No path has this character, so that no file is taken for a block. */
const MARK = '\u0000'
const SPAN = /"file":("(?:[^"\\]|\\.)*"),"from":(\d+),"to":(\d+)/g

/** The blocks with those that the memory knows in place of their equals; begins a new turn of it. */
export function steadyBlocks(blocks: readonly Block[], memory: BlockMemory): SteadyBlocks {
  memory.kept.turn()
  const steady = new Steadying(memory)
  return { blocks: blocks.map((block) => steady.block(block)), places: steady.places }
}

class Steadying {
  readonly places = new Map<string, { readonly file: string; readonly from: number }>()
  readonly #memory: BlockMemory
  /** How often a text was met: what stands twice is two blocks. */
  readonly #met = new Map<string, number>()

  constructor(memory: BlockMemory) {
    this.#memory = memory
  }

  block(block: Block): Block {
    if (block.kind !== 'masthead' || block.contents === null) return this.#value(block)
    // Its lines come from all over the issue: each counts from its own beginning, and changes by itself.
    const lines = block.contents.lines.map((line) => this.#value(line))
    const withLines = (one: typeof block) => ({
      ...one,
      contents: one.contents && { ...one.contents, lines },
    })
    return this.#value(withLines(block), withLines)
  }

  #value<T extends object>(given: T, finish: (copy: T) => T = (copy) => copy): T {
    const written = JSON.stringify(given)
    const [, file = '""', from = '0'] = SPAN.exec(written) ?? []
    SPAN.lastIndex = 0
    const base = Number(from)
    const relative = written.replace(SPAN, (whole, name: string, start: string, end: string) =>
      name === file ? `"file":"${MARK}","from":${Number(start) - base},"to":${Number(end) - base}` : whole,
    )
    const count = (this.#met.get(relative) ?? 0) + 1
    this.#met.set(relative, count)
    const key = `${count}${relative}`
    const kept = this.#memory.kept.get(key) ?? this.#keep(key, relative, finish)
    this.places.set(kept.unit, { file: JSON.parse(file) as string, from: base })
    return kept.value as T
  }

  #keep<T>(key: string, relative: string, finish: (copy: T) => T): KeptValue {
    const memory = this.#memory
    memory.count += 1
    const unit = `${MARK}${memory.count}`
    const own = JSON.stringify(unit)
    const copy = JSON.parse(relative.replaceAll(`"file":"${MARK}"`, `"file":${own}`)) as T
    const kept = { unit, value: finish(copy) }
    memory.kept.set(key, kept)
    return kept
  }
}
