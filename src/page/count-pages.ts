import type { FontLibrary } from '../assets/font.ts'
import type { Design } from '../design/design.ts'
import type { ShapedBlock } from '../text/shaped-text.ts'
import { pageText } from './blocks/page-text.ts'
import { findLayout } from './fit/found-layout.ts'

/** How many pages blocks make: the layout is found, but nothing is put in its place. */
export function countPages(blocks: readonly ShapedBlock[], design: Design, fonts: FontLibrary): number {
  return findLayout({ blocks, design, pageText: pageText(design, fonts) }).layout.pages
}
