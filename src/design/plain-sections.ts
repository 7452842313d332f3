import type { Looks } from './looks.ts'
import { usualLooks } from './usual-looks.ts'

/** The looks of designs that put sections' names in brackets: no ornament beside them, no colour in the text. */
export const plainSections: Looks = {
  ...usualLooks,
  section: { ...usualLooks.section, ornament: 'none' },
  brief: { ...usualLooks.brief, numberColour: 'black' },
}
