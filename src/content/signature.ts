import { withoutBorderBlanks } from '../base/border-blanks.ts'
import type { Signature } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, Place, SealOf } from './block.ts'
import { sealAir } from './seal-air.ts'
import { plain, styledText } from './styles.ts'
import { widthEm } from './width.ts'

/** Room at the right of the longest line, in em, and the most more that a short one has. */
const END_EM = 2
const MOST_MORE_EM = 5

/**
 * 落款: lines centred below one another, the longest ending two em from the right; none parted from the text above. A
 * seal that would cover what is no text gets air. `above` is the article so far.
 */
export function arrangeSignature(
  arrangement: Arrangement,
  { lines, seal, span }: Signature,
  place: Place,
  above: readonly Block[],
): readonly Block[] {
  const { design } = arrangement
  const widths = lines.map((text) => widthEm(withoutBorderBlanks(plain(text))))
  const widest = Math.max(...widths)
  const set = seal ? arrangeSeal(arrangement, seal, plain(lines[0] ?? [])) : null
  const air = set ? sealAir(arrangement, above, { ...set, lines: lines.length }, place) : []
  const signed = lines.map((text, index): Block => {
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
        seal: isLast ? set : null,
        lines: lines.length,
      },
    }
  })
  return [...air, ...signed]
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
