import type { Pt } from '../../base/units.ts'
import type { PanelOf } from '../../content/block.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import { type Galley, inset } from '../blocks/galley.ts'
import { wholeEms } from '../blocks/geometry.ts'
import { panelMarks } from '../blocks/panel.ts'
import { flowOf } from '../blocks/set-blocks.ts'
import { type Mark, moved, rowsOf } from '../search/strip.ts'

/** 报眼 at the right of a picture masthead. */
export interface SetEar {
  readonly width: Pt
  /** Between picture and box. */
  readonly gap: Pt
  /** Least height, with air inside its border. */
  readonly least: Pt
  /** As tall as told, its words in the middle of it. */
  marks(height: Pt): readonly Mark[]
}

/** Part of the masthead's width that the box takes, and of the page's height up to which it stands there. */
const WIDTH = 0.3
const TALLEST = 1 / 3

/** Fewer ems in a line are too few to read. */
const NARROWEST_EM = 8

/** The box beside the picture; null where it is too narrow or would be too tall. */
export function earBeside(ear: PanelOf<ShapedText>, galley: Galley): SetEar | null {
  const { design, measure, left, lineHeight, rows } = galley
  const em = design.type.body.size
  const width = wholeEms(WIDTH * measure, em)
  const x = left + measure - width
  const inner = inset({ ...galley, measure: width, left: x, frame: null, kept: null }, 1, null)
  const strips = flowOf(ear.blocks, inner).flatMap(({ settings }) => settings[0]?.strips ?? [])
  const height = rowsOf(strips) * lineHeight
  const least = height + lineHeight
  if (inner.measure < NARROWEST_EM * em || least > TALLEST * rows * lineHeight) return null
  return {
    width,
    gap: design.page.columnGap,
    least,
    marks: (tall) => {
      let top = (tall - height) / 2
      const words = strips.flatMap((strip) => {
        const marks = moved(strip.marks, 0, top)
        top += strip.rows * lineHeight
        return marks
      })
      return [...panelMarks(ear.look, design.looks, { x, y: 0, width, height: tall }), ...words]
    },
  }
}
