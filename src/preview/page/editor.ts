import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml'
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { type Diagnostic as Lint, lintGutter, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import {
  Annotation,
  type ChangeSet,
  Compartment,
  EditorState,
  type Extension,
  type Text,
  Transaction,
} from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
  type Tooltip,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Span } from '../../base/source.ts'
import type { Message, WrittenText } from '../protocol.ts'
import { changesTo } from '../typed-change.ts'
import { completions, type KeyHelp, keyHelp, type Schema } from './complete.ts'
import { editorWords } from './editor-words.ts'
import { knownKeys } from './known-keys.ts'
import { pasteInBody } from './paste.ts'
import type { PageLanguage } from './words.ts'

/** Marks a change that came from elsewhere, so that it is not told of again. */
const fromElsewhere = Annotation.define<boolean>()

/** What the editor tells of. */
export interface EditorHeard {
  readonly onText: (file: string, changes: ChangeSet) => void
  readonly onCursor: (file: string, offset: number) => void
  readonly onSave: () => void
  /** Files that are no texts were dropped at a place. */
  readonly onDrop: (place: Pick<Span, 'file' | 'from'>, files: Iterable<File>) => void
  /** Of what is pasted, pictures stay out. */
  readonly onLeftOut: (pictures: number) => void
  readonly schemaOf: (source: Pick<WrittenText, 'kind'>) => Schema | null
}

/** Colours that serve on light and dark; the rules of `page.css` choose them. */
const highlighting = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: 'tok-key' },
  { tag: [tags.string, tags.content], class: 'tok-text' },
  { tag: [tags.comment, tags.lineComment], class: 'tok-comment' },
  { tag: [tags.heading, tags.strong], class: 'tok-strong' },
  { tag: tags.emphasis, class: 'tok-emphasis' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], class: 'tok-sign' },
])

/** The texts in one editor (原文), each with its own history. */
export class Editor {
  readonly view: EditorView
  readonly #heard: EditorHeard
  readonly #states = new Map<string, EditorState>()
  readonly #locked = new Compartment()
  readonly #words = new Compartment()
  #language: PageLanguage = 'zh'
  readonly #nonce: string
  #file = ''

  constructor(parent: HTMLElement, nonce: string, heard: EditorHeard) {
    this.#heard = heard
    this.view = new EditorView({ parent, extensions: [EditorView.cspNonce.of(nonce)] })
    this.#nonce = nonce
  }

  get file(): string {
    return this.#file
  }

  text(file: string): string | null {
    const state = file === this.#file ? this.view.state : this.#states.get(file)
    return state?.doc.toString() ?? null
  }

  /** The number of the line of a place, from 1; null for a text that is not there. */
  lineOf({ file, from }: Span): number | null {
    const doc = (file === this.#file ? this.view.state : this.#states.get(file))?.doc
    return doc === undefined ? null : doc.lineAt(Math.min(from, doc.length)).number
  }

  /** How far into the words of its line a place is, as a part of them. */
  partOfLine(file: string, at: number): number {
    const doc = (file === this.#file ? this.view.state : this.#states.get(file))?.doc
    if (doc === undefined || at > doc.length) return 0
    const { from, text } = doc.lineAt(at)
    const words = text.trimStart().length
    return words === 0 ? 0 : Math.max(0, at - from - (text.length - words)) / words
  }

  /** Shows a text that was taken, as it was left. */
  show(file: string): void {
    const state = this.#states.get(file)
    if (file === this.#file || state === undefined) return
    if (this.#file !== '') this.#states.set(this.#file, this.view.state)
    this.#file = file
    this.view.setState(state)
  }

  /** Opens a text. */
  open(source: WrittenText): Text {
    const state = this.#newState(source)
    this.#states.set(source.file, state)
    return state.doc
  }

  /** Puts in what was written elsewhere: it is no step of undo, and what is undone afterwards is what was typed here. */
  put(file: string, changes: ChangeSet): void {
    const annotations = [
      fromElsewhere.of(true),
      Transaction.addToHistory.of(false),
      Transaction.remote.of(true),
    ]
    if (file === this.#file) this.view.dispatch({ changes, annotations })
    const state = this.#states.get(file)
    if (file !== this.#file && state) this.#states.set(file, state.update({ changes, annotations }).state)
  }

  /** Makes a text another one, as if it had been typed: one step of undo. */
  change(file: string, text: string, moved: Span | null = null): void {
    if (file !== this.#file) return
    const changes = changesTo(this.view.state.doc.toString(), text, moved)
    this.view.dispatch({ changes, userEvent: 'input.outline', scrollIntoView: false })
  }

  select(from: number, to: number): void {
    const length = this.view.state.doc.length
    // The cursor stands at its beginning, which the pages show.
    const [head, anchor] = [Math.min(from, length), Math.min(to, length)]
    this.view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(head, { y: 'center' }),
    })
    this.view.focus()
  }

  /** The editor's own words from now on. */
  speak(language: PageLanguage): void {
    if (language === this.#language) return
    this.#language = language
    const effects = this.#words.reconfigure(editorWords(language))
    for (const [file, state] of this.#states) this.#states.set(file, state.update({ effects }).state)
    this.view.dispatch({ effects })
  }

  showMessages(messages: readonly Message[], language: PageLanguage): void {
    const length = this.view.state.doc.length
    const found = messages.flatMap((one): Lint[] => {
      if (one.span?.file !== this.#file) return []
      const { message, hint } = one.words[language]
      const from = Math.min(one.span.from, length)
      const to = Math.min(Math.max(one.span.to, from), length)
      return [{ from, to, severity: one.severity, message: `${message}${hint === '' ? '' : `\n${hint}`}` }]
    })
    this.view.dispatch(setDiagnostics(this.view.state, found))
  }

  #newState(source: WrittenText): EditorState {
    const { file } = source
    const told = EditorView.updateListener.of((update) => {
      const own = !update.transactions.some((one) => one.annotation(fromElsewhere))
      if (update.docChanged && own) this.#heard.onText(file, update.changes)
      if (update.selectionSet || update.docChanged)
        this.#heard.onCursor(file, update.state.selection.main.head)
    })
    const save = { key: 'Mod-s', preventDefault: true, run: () => this.#save() }
    const extensions: Extension[] = [
      EditorView.cspNonce.of(this.#nonce),
      EditorView.contentAttributes.of({ 'aria-label': file, tabindex: '0' }),
      keymap.of([save]),
      basics(),
      source.kind === 'article' ? yamlFrontmatter({ content: markdown() }) : yaml(),
      autocompletion({ override: [(context) => completions(context, this.#heard.schemaOf(source))] }),
      hoverTooltip((view, at) => tooltipOf(keyHelp(view.state, at, this.#heard.schemaOf(source)))),
      EditorView.domEventHandlers({ drop: (event, view) => this.#dropped(file, event, view) }),
      pasteInBody(source.kind, (pictures) => this.#heard.onLeftOut(pictures)),
      knownKeys(() => this.#heard.schemaOf(source)),
      this.#words.of(editorWords(this.#language)),
      this.#locked.of(EditorState.readOnly.of(source.locked !== null)),
      told,
    ]
    return EditorState.create({ doc: source.text, extensions })
  }

  /** Texts go in where they were dropped. */
  #dropped(file: string, event: DragEvent, view: EditorView): boolean {
    const { files } = event.dataTransfer ?? {}
    if (!files?.length || [...files].every(({ type }) => type.startsWith('text/'))) return false
    event.preventDefault()
    this.#heard.onDrop({ file, from: view.posAtCoords({ x: event.clientX, y: event.clientY }, false) }, files)
    return true
  }

  #save(): boolean {
    this.#heard.onSave()
    return true
  }
}

function tooltipOf(found: KeyHelp | null): Tooltip | null {
  if (found === null) return null
  const create = () => {
    const dom = document.createElement('div')
    dom.className = 'key-help'
    dom.textContent = found.help
    return { dom }
  }
  return { pos: found.from, end: found.to, above: true, create }
}

function basics(): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    bracketMatching(),
    closeBrackets(),
    lintGutter(),
    indentUnit.of('  '),
    EditorView.lineWrapping,
    syntaxHighlighting(highlighting),
    keymap.of([
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      indentWithTab,
      ...defaultKeymap,
    ]),
  ]
}
