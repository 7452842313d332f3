import { circled } from '../base/circled.ts'
import type { ListLook } from '../design/looks.ts'
import type { BodyBlock, InlineText } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, Place, TextRun } from './block.ts'
import { plainText, styledText } from './styles.ts'

const FREE = { withNext: 0, withPrevious: false, whole: false } as const

/** Room of the numbers of the second level, （1）, and of the third, ①, in em. */
const NUMBER_ROOM = [null, 2, 1.5] as const

/** Where an item stands in its list. */
interface ItemPlace {
  readonly level: number
  readonly number: number | null
  /** In em of the text. */
  readonly indent: number
}

/** The items of a list, those of a list inside it further in (列表的层次). */
export function arrangeList(
  arrangement: Arrangement,
  { items, ordered, start = 1, nested }: Extract<BodyBlock, { kind: 'list' }>,
  place: Place,
): readonly Block[] {
  const look = arrangement.design.looks.list
  // Indent of the text of each open level.
  const indents: number[] = []
  let outer = 0
  return items.map((item, index) => {
    const { level = 0, number = null } = nested?.[index] ?? {}
    if (level === 0) outer += 1
    const own = level === 0 ? (ordered ? start + outer - 1 : null) : number
    indents.length = Math.min(indents.length, level)
    const indent = level === 0 ? look.indent : (indents[level - 1] ?? look.indent) + roomOf(look, level, own)
    indents[level] = indent
    return listItem(arrangement, item, place, { level, number: own, indent })
  })
}

/** Room of a sign or number before the text. */
function roomOf({ signRoom, numberRoom }: ListLook, level: number, number: number | null): number {
  return number === null ? signRoom : (NUMBER_ROOM[level] ?? numberRoom)
}

function listItem(
  { design }: Arrangement,
  item: InlineText,
  place: Place,
  { level, number, indent }: ItemPlace,
): Block {
  const look = design.looks.list
  const words = number === null ? signOf(look, level) : numberOf(number, level)
  const sign = plainText(design, 'body', words, { align: 'left' })
  return {
    kind: 'paragraph',
    role: 'list-item',
    place,
    keep: FREE,
    span: item[0]?.span ?? null,
    text: styledText(design, 'body', item, { startIndentEm: indent }),
    marker: {
      text: number === null ? { ...sign, runs: sign.runs.map((run) => signRun(run, look)) } : sign,
      // A sign does not stand left of the text around it.
      widthEm: Math.min(indent, roomOf(look, level, number)),
    },
    ...(level > 0 ? { level } : {}),
  }
}

/** 1. then （1） then ①. */
function numberOf(number: number, level: number): string {
  if (level === 0) return `${number}.`
  return level === 1 ? `（${number}）` : circled(number)
}

function signOf({ sign, signTwo, signThree }: ListLook, level: number): string {
  return [sign, signTwo, signThree][level] ?? signThree
}

/** A list's sign in its own size, on the height of the text's middle. */
function signRun(run: TextRun, { signSize, signRaise }: ListLook): TextRun {
  return { ...run, style: { ...run.style, size: run.style.size * signSize, raiseEm: signRaise } }
}
