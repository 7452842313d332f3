import type { Outlines } from './truetype/face.ts'
import { FontFault, type Sfnt } from './truetype/sfnt.ts'

export function cffOutlines(_sfnt: Sfnt): Outlines {
  throw new FontFault('CFF')
}
