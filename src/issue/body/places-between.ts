import type { BodyBlock } from '../issue.ts'

/**
 * The places between two blocks of text, as indexes of the block below: where a pull quote neither begins nor ends what it
 * is taken from, nor stands right below a heading or a picture.
 */
export function placesBetween(body: readonly BodyBlock[]): readonly number[] {
  let above: BodyBlock | null = null
  return body.flatMap((block, index) => {
    const last = above
    if (block.kind !== 'footnote') above = block
    return last && isText(last) && isText(block) ? [index] : []
  })
}

function isText({ kind }: BodyBlock): boolean {
  return kind === 'paragraph' || kind === 'list' || kind === 'quotation'
}
