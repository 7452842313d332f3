import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { WrittenText } from '../protocol.ts'

/** Clean paragraphs in the place of what Word and web pages give; only in a text's body. */
export function pasteInBody(kind: WrittenText['kind']): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const html = event.clipboardData?.getData('text/html') ?? ''
      const plain = event.clipboardData?.getData('text/plain') ?? ''
      const { head } = view.state.selection.main
      const indent = bodyIndent(view.state.doc.sliceString(0, head), kind)
      const lines = html === '' ? cleanLines(plain) : linesOfHtml(html)
      const worth = html !== '' || /[\t\u3000\u00a0\v]|\n/.test(plain)
      if (indent === null || !worth || lines.length === 0) return false
      event.preventDefault()
      const line = view.state.doc.lineAt(view.state.selection.main.from)
      const before = line.text.slice(0, view.state.selection.main.from - line.from)
      const own = before.trim() !== '' && /^(?:## |- )/.test(lines[0] ?? '') ? [''] : []
      const text = [...own, ...lines].join('\n\n').replace(/\n(?=[^\n])/g, `\n${indent}`)
      view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true })
      return true
    },
  })
}

/** What the lines of the body at the end of a text are indented by; null where there is no body. */
export function bodyIndent(before: string, kind: WrittenText['kind']): string | null {
  if (kind === 'publication') return null
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

const BLOCKS = /^(?:P|DIV|LI|H[1-6]|TR|BLOCKQUOTE|SECTION|ARTICLE|TABLE|UL|OL)$/
const HIDDEN = /^(?:STYLE|SCRIPT|TITLE|META|LINK|HEAD|TEMPLATE)$/

/** The paragraphs of a page or of Word's HTML, with lists, sub-headings and bold as our marks. */
export function linesOfHtml(html: string): readonly string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const lines: string[] = []
  let line = ''
  const end = () => {
    const clean = cleanLine(line).replace(/^(?:- |## )?$/, '')
    if (clean !== '') lines.push(clean)
    line = ''
  }
  const visit = (node: Node, bold: boolean): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      line += marked((node.textContent ?? '').replace(/\s*\n\s*/g, ' '), bold)
      return
    }
    if (!(node instanceof HTMLElement) || HIDDEN.test(node.tagName)) return
    if (node.tagName === 'BR') {
      end()
      return
    }
    const block = BLOCKS.test(node.tagName)
    if (block) end()
    if (node.tagName === 'LI') line = '- '
    if (/^H[1-6]$/.test(node.tagName)) line = '## '
    const heavy = bold || isBold(node)
    for (const child of node.childNodes) visit(child, heavy && !/^## /.test(line))
    if (block) end()
  }
  visit(body, false)
  end()
  return lines.map((one) => one.replaceAll('****', ''))
}

function isBold({ tagName, style }: HTMLElement): boolean {
  if (/^(?:B|STRONG)$/.test(tagName)) return style.fontWeight !== 'normal'
  return style.fontWeight === 'bold' || Number(style.fontWeight) >= 600
}

/** Signs that would be marks are kept signs. */
function marked(text: string, bold: boolean): string {
  const escaped = text.replace(/[*^~\\]/g, '\\$&')
  return bold && text.trim() !== '' ? `**${escaped}**` : escaped
}
