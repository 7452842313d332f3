import type { Article, InlineText } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, Place } from './block.ts'
import { plain, plainText, styledText } from './styles.ts'

const FREE = { withNext: 0, withPrevious: false, whole: false } as const

/** 主送机关 flush above the text, turned lines flush too, a colon after the last (GB/T 9704-2012 clause 7.3.2). */
export function arrangeAddressees({ design }: Arrangement, { to }: Article, place: Place): readonly Block[] {
  if (!to) return []
  const last = to.at(-1) as InlineText[number]
  const closed = /[：:]\s*$/.test(plain(to)) ? to : [...to, { ...last, text: '：' }]
  const text = styledText(design, 'body', closed)
  const keep = { withNext: 1, withPrevious: false, whole: false }
  return [{ kind: 'paragraph', role: 'body', place, keep, span: to[0]?.span ?? null, text, marker: null }]
}

/** Before “附件：”, and what the word and a number take, in em. */
const INDENT_EM = 2
const WORD_EM = 3
const NUMBER_EM = 1.2

/**
 * 附件 a line below the text, two em in: the names, numbered where there are several, turned lines below their first
 * characters, no mark behind them (clause 7.3.4).
 */
export function arrangeAttachments(
  arrangement: Arrangement,
  { attachments = [] }: Article,
  place: Place,
): readonly Block[] {
  if (attachments.length === 0) return []
  const blank: Block = { kind: 'blank', rows: 1, place, keep: { ...FREE, withNext: 1 }, span: null }
  const several = attachments.length > 1
  return [blank, ...attachments.map((name, at) => attachment(arrangement, name, place, { at, several }))]
}

function attachment(
  { design }: Arrangement,
  name: InlineText,
  place: Place,
  { at, several }: { readonly at: number; readonly several: boolean },
): Block {
  const room = several ? NUMBER_EM : 0
  const sign = `${at === 0 ? '附件：' : ''}${several ? `${at + 1}.` : ''}`
  return {
    kind: 'paragraph',
    role: 'list-item',
    place,
    keep: { ...FREE, withPrevious: true },
    span: name[0]?.span ?? null,
    text: styledText(design, 'body', name, { startIndentEm: INDENT_EM + WORD_EM + room }),
    marker:
      sign === ''
        ? null
        : {
            text: plainText(design, 'body', sign, { align: 'left' }),
            widthEm: room + (at === 0 ? WORD_EM : 0),
          },
  }
}
