import { type SourceBlock, type SourceParagraph, textOfParagraph } from '../source-document.ts'
import { hasCreditLabel, isUnitWithNames } from './credit-text.ts'
import { type BodyLooks, isText, mayBeTitle, sameLooks, titleSigns } from './looks.ts'

/** The blocks of each article of a file. */
export function splitArticles(
  blocks: readonly SourceBlock[],
  body: BodyLooks,
): readonly (readonly SourceBlock[])[] {
  const starts = [0]
  const first = blocks.find(
    (one, at) => one.kind === 'paragraph' && at < 6 && mayBeTitle(one) && titleSigns(one, body).score >= 2,
  )
  for (let at = 1; at < blocks.length; at += 1) {
    const from = starts.at(-1) as number
    if (beginsArticle(blocks, at, from, body, first as SourceParagraph | undefined))
      starts.push(withShoulder(blocks, at, from, body))
  }
  return starts.map((from, index) => blocks.slice(from, starts[index + 1] ?? blocks.length))
}

/** Whether a title stands at `at`: never within the first lines of an article that has no text yet. */
function beginsArticle(
  blocks: readonly SourceBlock[],
  at: number,
  from: number,
  body: BodyLooks,
  first: SourceParagraph | undefined,
): boolean {
  const block = blocks[at] as SourceBlock
  if (block.kind !== 'paragraph' || !mayBeTitle(block) || !blocks.slice(from, at).some(isText)) return false
  if (!blocks.slice(at + 1, at + 6).some(isText) || blocks[at - 1]?.kind === 'picture') return false
  const { score } = titleSigns(block, body)
  const newPage = block.newPage || startsPage(blocks, at)
  const afterCredit = isCreditLine(blocks[at - 1])
  if (score >= 2 && (newPage || afterCredit)) return true
  if (score >= 4 && first !== undefined && sameLooks(block, first)) return true
  return afterCredit && isText(blocks[at + 1]) && (newPage || !body.hasLooks)
}

/** A line or two above the title that a page begins with. */
function startsPage(blocks: readonly SourceBlock[], at: number): boolean {
  return [1, 2].some((back) => {
    const lines = blocks.slice(at - back, at)
    const [top] = lines
    return (
      top?.kind === 'paragraph' &&
      top.newPage &&
      lines.every((one) => one.kind === 'paragraph' && !isText(one))
    )
  })
}

/** The article begins with the line above its title when that one begins the page. */
function withShoulder(blocks: readonly SourceBlock[], at: number, from: number, body: BodyLooks): number {
  for (const back of [1, 2]) {
    const top = blocks[at - back]
    if (at - back > from && top?.kind === 'paragraph' && top.newPage && !isText(top)) return at - back
  }
  const above = blocks[at - 1]
  const isAbove =
    above?.kind === 'paragraph' && above.align === 'centre' && mayBeTitle(above) && !isCreditLine(above)
  return isAbove && at - 1 > from && titleSigns(above, body).score >= 2 ? at - 1 : at
}

function isCreditLine(block: SourceBlock | undefined): boolean {
  if (block?.kind !== 'paragraph') return false
  const text = textOfParagraph(block).trim()
  if (hasCreditLabel(text) || (/^[（(【].*[)）】]$/.test(text) && isUnitWithNames(text))) return true
  const end = /[（(]([^（()）]{4,40})[)）]\s*$/.exec(text)
  return (
    (end !== null && isUnitWithNames(end[1] ?? '')) || (block.align === 'right' && [...text].length <= 30)
  )
}
