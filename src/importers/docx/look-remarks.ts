import type { TextRemark } from './piece.ts'
import type { RunLooks } from './styles.ts'

/** What looks say that the article cannot hold: highlighting, colours, strokes. */
export function remarksOnLooks(looks: RunLooks, text: string, isLink: boolean): readonly TextRemark[] {
  if (text.trim() === '') return []
  const { highlight, colour = 'auto', struck, underlined } = looks
  return [
    ...(highlight !== undefined && highlight !== 'none'
      ? [{ kind: 'highlight', values: { colour: highlight } } as const]
      : []),
    ...(isDark(colour) || isLink ? [] : [{ kind: 'coloured', values: { colour: `#${colour}` } } as const]),
    ...(struck ? [{ kind: 'struck', values: {} } as const] : []),
    ...(underlined && !isLink ? [{ kind: 'underlined', values: {} } as const] : []),
  ]
}

/** Black, and what is printed as black. */
function isDark(colour: string): boolean {
  if (!/^[0-9a-f]{6}$/.test(colour)) return true
  return [0, 2, 4].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) < 0x50)
}
