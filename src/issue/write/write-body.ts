import { asTableWords } from '../body/table.ts'
import type { BodyBlock } from '../issue.ts'
import type { Placeless } from './draft.ts'
import { type MarkedDraft, writeMarked } from './write-marked.ts'

export type BodyDraft = Placeless<BodyBlock>

/** An article's blocks as the lines of its text; an empty line between two blocks. */
export function bodyLines(body: readonly BodyDraft[]): readonly string[] {
  return body.map(blockLines).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

function blockLines(block: BodyDraft): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [startingAsText(writeMarked(block.text, 'body'))]
    case 'subheading':
      return [`${block.level === 2 ? '##' : '###'} ${writeMarked(block.text, 'body')}`]
    case 'list':
      return listLines(block)
    case 'quotation':
      return block.paragraphs.flatMap((text, index) => {
        const line = `> ${writeMarked(text, 'body')}`
        return index === 0 ? [line] : ['>', line]
      })
    case 'place':
      return [`![](${block.picture})`]
    case 'blank':
      return ['***']
    case 'footnote':
      return [`[^${block.number}]: ${writeMarked(block.text, 'body')}`]
    default:
      return tableLines(block)
  }
}

function listLines({
  items,
  ordered,
  start = 1,
  nested,
}: Extract<BodyDraft, { kind: 'list' }>): readonly string[] {
  let outer = 0
  return items.map((item, index) => {
    const { level = 0, number = null } = nested?.[index] ?? {}
    if (level === 0) outer += 1
    const own = level > 0 ? number : ordered ? start + outer - 1 : null
    return `${'  '.repeat(level)}${own === null ? '-' : `${own}.`} ${startingAsText(writeMarked(item, 'body'))}`
  })
}

/** A paragraph that would be read as a heading, an item and so on gets a backslash. */
function startingAsText(text: string): string {
  const numbered = /^(\d{1,3})\.(?=[ \t])/.exec(text)
  if (numbered) return `${numbered[1]}\\.${text.slice(numbered[0].length)}`
  const sign = /^(?:[#:：]|-[\s\u3000]|-[^\s\d-]|>|!\[|\||[+*][ \t]|(?:\*[ \t]*){3,}$)/.test(text)
  return sign ? `\\${text}` : text
}

const RULES = { auto: '---', left: ':--', centre: ':-:', right: '--:' } as const
const MERGED = { above: '^^', left: '<<' } as const

function tableLines({
  caption,
  unit,
  header,
  align,
  rows,
  notes = [],
  spans,
  turns,
}: Extract<BodyDraft, { kind: 'table' }>): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const words = (row: readonly CellDraft[]) => line(row.map(cellWords))
  const title = caption && caption.length > 0 ? asTableWords(writeMarked(caption, 'body')) : ''
  const settings = [...(spans ? ['span: page'] : []), ...(turns ? ['turn: true'] : [])].join(', ')
  const above = [title, settings === '' ? '' : `{${settings}}`].filter((part) => part !== '').join(' ')
  return [
    ...(above === '' ? [] : [`: ${above}`]),
    ...(unit ? [`: ${asTableWords(writeMarked(unit, 'body'))}`] : []),
    words(header),
    line(align.map((one) => RULES[one])),
    ...rows.map(words),
    ...notes.map((note) => `: ${asTableWords(writeMarked(note, 'body'))}`),
  ]
}

type CellDraft = { readonly text: MarkedDraft; readonly merged?: 'above' | 'left' }

function cellWords({ text, merged }: CellDraft): string {
  if (merged) return MERGED[merged]
  const words = writeMarked(text, 'cell')
  return words === MERGED.above || words === MERGED.left ? `\\${words}` : words
}
