import type { ParagraphOf } from '../../content/block.ts'
import { sealReach } from '../../content/seal-air.ts'
import type { ShapedText } from '../../text/shaped-text.ts'
import type { Setting } from '../search/elements.ts'
import type { PictureMark, Strip } from '../search/strip.ts'
import type { Galley } from './galley.ts'

/** The last line of 落款 with its seal, centred over all lines of it; the lines stand as they would without. */
export function sealed(block: ParagraphOf<ShapedText>, setting: Setting, galley: Galley): Setting {
  const seal = block.signature?.seal
  const last = setting.strips[setting.strips.length - 1]
  const text = last?.marks.find((mark) => mark.kind === 'text')
  if (!seal || !last || text?.kind !== 'text') return setting
  const { lineHeight } = galley
  const { image, pixels, width, span } = seal
  const ratio = pixels.width / Math.max(1, pixels.height)
  const height = width / ratio
  const { xs, width: end } = text.line
  const middle = text.x + ((xs[0] ?? 0) + end) / 2
  const lines = (block.signature?.lines ?? 1) - 1 + setting.strips.length
  const y = lineHeight - sealReach(height / lineHeight, lines) * lineHeight
  const mark: PictureMark = {
    kind: 'picture',
    x: middle - width / 2,
    y,
    width,
    height,
    image,
    ratio,
    focus: [0.5, 0.5],
    span,
    owner: seal,
  }
  const strip: Strip = { ...last, seal: mark }
  return { ...setting, strips: [...setting.strips.slice(0, -1), strip] }
}
