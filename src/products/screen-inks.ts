import type { DisplayList } from '../display/display-list.ts'
import type { Inks } from '../paint/pdf/ink.ts'

/** Colours of products that are looked at or printed in the office: inks are for the press alone. */
export function screenInks({ colours }: DisplayList): Inks & { readonly mode: 'rgb' | 'gray' } {
  return { mode: colours.mode === 'gray' ? 'gray' : 'rgb', accent: colours.accent }
}
