import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { bodyLines } from '../../issue/write/write-body.ts'
import type { WrittenText } from '../protocol.ts'
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
      if (indent === null) return false
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

const apart = (line: string, at: number): readonly string[] => (at === 0 ? [line] : ['', line])

/** What the lines of the body at the end of a text are indented by; null where there is no body. */
export function bodyIndent(before: string, kind: WrittenText['kind']): string | null {
  if (kind === 'publication' || kind === 'design') return null
  const lines = before.split('\n')
  if (kind === 'article') return lines.filter((line) => line === '---').length >= 2 ? '' : null
  const here = /^ */.exec(lines.at(-1) ?? '')?.[0] ?? ''
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] as string
    const key = /^( *)(?:- +)?(?:body|正文|note|编者按) *: *[|>][-+\d]* *$/.exec(line)
    if (key) {
      const own = (key[1] ?? '').length + (/^ *- +/.test(line) ? 2 : 0)
      return here.length > own ? here : ' '.repeat(own + 2)
    }
    const indent = /^ */.exec(line)?.[0].length ?? 0
    if (line.trim() !== '' && at < lines.length - 1 && indent < here.length) return null
  }
  return null
}

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
