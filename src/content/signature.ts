import { withoutBorderBlanks } from '../base/border-blanks.ts'
import type { InlineText, Signature } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, Place, SealOf } from './block.ts'
import { plain, styledText } from './styles.ts'

/** Room at the right of the longest line, in em, and the most more that a short one has. */
const END_EM = 2
const MOST_MORE_EM = 5

/** Half as wide as Han, and the places beside Han that get a gap: near enough to centre lines below each other. */
const HALF_WIDE = /[\u0020-\u007e]/g
const gap = () => /(?<=[a-z\d])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[a-z\d])/giu
const GAP_EM = 0.25

/** 落款: lines centred below one another, the longest ending two em from the right; none parted from the text above. */
export function arrangeSignature(
  arrangement: Arrangement,
  { lines, seal, span }: Signature,
  place: Place,
): readonly Block[] {
  const { design } = arrangement
  const widths = lines.map(widthEm)
  const widest = Math.max(...widths)
  return lines.map((text, index): Block => {
    const isLast = index === lines.length - 1
    const endIndentEm = END_EM + Math.min(MOST_MORE_EM, (widest - (widths[index] as number)) / 2)
    return {
      kind: 'paragraph',
      role: 'credit',
      place,
      keep: { withNext: isLast ? 0 : 1, withPrevious: true, whole: true },
      span: text[0]?.span ?? span,
      text: styledText(design, 'body', text, { align: 'right', endIndentEm }),
      marker: null,
      signature: {
        seal: isLast && seal ? arrangeSeal(arrangement, seal, plain(lines[0] ?? [])) : null,
        lines: lines.length,
      },
    }
  })
}

function widthEm(text: InlineText): number {
  const words = withoutBorderBlanks(plain(text))
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0
  return [...words].length - count(HALF_WIDE) / 2 + count(gap()) * GAP_EM
}

/** A seal whose file is missing is reported when it is loaded, and leaves its place free. */
function arrangeSeal(
  { design, issue, pictures }: Arrangement,
  { src, width, span }: NonNullable<Signature['seal']>,
  signer: string,
): SealOf | null {
  const pixels = pictures.get(src)
  if (!pixels) return null
  const alt = /^zh\b/i.test(issue.publication.language) ? `印章：${signer}` : `Seal: ${signer}`
  const size = width.unit === 'em' ? width.value * design.type.body.size : width.value
  return { image: src, pixels: { width: pixels.width, height: pixels.height }, width: size, alt, span }
}
