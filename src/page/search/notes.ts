import { NOTES } from './effort.ts'
import type { Strip } from './strip.ts'

/** Whole lines that notes take at a column's foot, from their height in lines; none without notes. */
export function noteRows(height: number): number {
  return height === 0 ? 0 : Math.ceil(height + NOTES.air - NOTES.unseen)
}

/** Height of the notes of strips from one on, in lines. */
export function notesFrom(strips: readonly Strip[], from: number): number {
  let height = 0
  for (let index = from; index < strips.length; index += 1) height += strips[index]?.notes?.height ?? 0
  return height
}
