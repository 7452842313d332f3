import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { bodyLines } from '../../issue/write/write-body.ts'
import type { WrittenText } from '../protocol.ts'
import { bodyIndent } from './body-indent.ts'
import { oneLineValue, withParagraphs } from './one-line-value.ts'
import { bodyOfHtml } from './pasted-html.ts'
import { fittedIn } from './pasted-text.ts'

/** Told how many pictures were among what was pasted: they stay out. */
export type LeftOut = (pictures: number) => void

/** Clean paragraphs, lists and tables in the place of what Word and web pages give; only in a text's body. */
export function pasteInBody(kind: WrittenText['kind'], leftOut: LeftOut): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const html = event.clipboardData?.getData('text/html') ?? ''
      const plain = event.clipboardData?.getData('text/plain') ?? ''
      const { head, from, to } = view.state.selection.main
      const indent = bodyIndent(view.state.doc.sliceString(0, head), kind)
      if (indent === null) return pasteInLine({ event, view, kind, html, plain })
      const { blocks, pictures } = html === '' ? { blocks: [], pictures: 0 } : bodyOfHtml(html)
      if (pictures > 0) leftOut(pictures)
      const worth = html !== '' || /[\t\u3000\u00a0\v]|\n/.test(plain)
      const lines = html === '' ? cleanLines(plain).flatMap(apart) : bodyLines(blocks)
      if (!worth || lines.length === 0) return false
      event.preventDefault()
      const { doc } = view.state
      const before = doc.sliceString(doc.lineAt(from).from, from)
      const behind = doc.sliceString(to, doc.lineAt(to).to)
      const text = fittedIn(lines, { before, behind, indent })
      view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true })
      return true
    },
  })
}

/** What begins with a line end, or as YAML does, was copied from such a text. */
const YAML = /^[ \t]*\r?\n|^ *(?:- )?[^\s：:]+:(?: |\r?\n)/

/** A value of one line stays a text: what is pasted into it would otherwise be lines of YAML. */
function pasteInLine(pasted: {
  readonly event: ClipboardEvent
  readonly view: EditorView
  readonly kind: WrittenText['kind']
  readonly html: string
  readonly plain: string
}): boolean {
  const { event, view, kind, html, plain } = pasted
  const { doc, selection } = view.state
  const line = doc.lineAt(selection.main.from)
  const chosen = { from: selection.main.from - line.from, to: selection.main.to - line.from }
  const next = line.number < doc.lines ? doc.line(line.number + 1).text : ''
  const value = oneLineValue(line.text, chosen, next)
  const worth = html !== '' || /[\t\u3000\u00a0\v]|[\n]\s*\S/.test(plain)
  if (value === null || kind === 'design' || !worth || (html === '' && YAML.test(plain))) return false
  const lines =
    value.indent !== null && html !== ''
      ? bodyLines(bodyOfHtml(html).blocks)
      : cleanLines(plain).flatMap(apart)
  if (lines.length === 0) return false
  event.preventDefault()
  const { text, cursor } = withParagraphs(value, lines)
  view.dispatch({
    changes: { from: line.from + value.from, to: line.from + value.to, insert: text },
    selection: { anchor: line.from + value.from + cursor },
    userEvent: 'input.paste',
    scrollIntoView: true,
  })
  return true
}

const apart = (line: string, at: number): readonly string[] => (at === 0 ? [line] : ['', line])

/** A text's paragraphs without what nobody meant: tabs, double blanks, indents, soft returns. */
export function cleanLines(text: string): readonly string[] {
  return text
    .replace(/\r\n?|\v|\u2028|\u2029/g, '\n')
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
}

function cleanLine(line: string): string {
  return line
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\t\u00a0\u3000 ]+/g, ' ')
    .replace(
      /(?<=[\p{Script=Han}，。、；：？！“”（）《》]) (?=[\p{Script=Han}，。、；：？！“”（）《》])/gu,
      '',
    )
    .replace(/^ *[•·●▪○■]\s*/u, '- ')
    .trim()
}
