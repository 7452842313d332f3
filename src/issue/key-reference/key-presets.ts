import { builtInDesigns } from '../../design/built-in-designs.ts'
import type { Design } from '../../design/design.ts'
import { alike, defaultsByDesign, shown } from '../json-schema.ts'
import type { KeyLanguage } from '../language/kind.ts'
import { exampleText, exampleValue } from './key-examples.ts'
import type { KeyFile, KeyRow } from './key-rows.ts'

/** What stands for an absent key, as it would be typed: in one design, or, with null, in all. */
export interface KeyPreset {
  readonly design: Design | null
  readonly value: string
}

/** What stands for a key that is left out; none where that is nothing. */
export function presetsOf(row: KeyRow): readonly KeyPreset[] {
  const values = valuesOf(row)
  return values.length === 1
    ? [{ design: null, value: shown(values[0]) }]
    : values.map((value, at) => ({ design: builtInDesigns[at] as Design, value: shown(value) }))
}

/** How a key may be typed, from the top of its file; null for a key whose value is made of keys that are told after it. */
export function exampleOf(row: KeyRow, file: KeyFile, language: KeyLanguage): string | null {
  const value = exampleValue(row, file === 'issue', language, valuesOf(row)[0])
  return value === null ? null : exampleText(row.steps, value, language)
}

/** The one value for all designs, or, where they differ, that of each in their order; none of a key without. */
function valuesOf({ key }: KeyRow): readonly unknown[] {
  if (key.preset !== undefined) return [key.preset]
  const own = defaultsByDesign().get(key)
  if (own === undefined) return []
  return alike(own) ? [Object.values(own)[0]] : builtInDesigns.map(({ name }) => own[name])
}
