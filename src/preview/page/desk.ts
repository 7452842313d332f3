import type { ChangeSet } from '@codemirror/state'
import type { Span } from '../../base/source.ts'
import type { HeadAct, ItemPlace, OutlineAct, OutlineSection } from '../../issue/write/outline-acts.ts'
import type { Message, WrittenText } from '../protocol.ts'
import type { Schema } from './complete.ts'
import { Editor } from './editor.ts'
import type { NextIssue } from './issue-menu.tsx'
import { allMessages } from './messages-pane.tsx'
import { MovedPlaces } from './moved-places.ts'
import { askProgram, handIn, listen, SELF } from './office.ts'
import { pieceAt } from './outline-moves.ts'
import { mainBox } from './shown-pages.ts'
import type { Store } from './store.ts'
import { Teller } from './telling.ts'
import { type WordName, word } from './words.ts'

/** How long the cursor must rest before the pages follow it. */
const REST_MILLISECONDS = 120
const AUTOSAVE_MILLISECONDS = 1000
/** How long is waited before a program that gave no answer is asked again. */
const PATIENCE_MILLISECONDS = 500
/** How often a change of the outline is made anew where the text changed before it was there. */
const MOST_TRIES = 20

/** Keeps the editor, the store and the program together: what is typed is told, the newest last and nothing lost. */
export class PageDesk {
  readonly #store: Store
  editor: Editor | null = null
  /** What was heard before there was an editor. */
  #early: (() => void)[] = []
  readonly #teller = new Teller({
    ask: askProgram,
    put: (file, change) => {
      this.#note(file, change)
      this.editor?.put(file, change)
    },
    by: SELF,
    patience: PATIENCE_MILLISECONDS,
  })
  readonly #moved = new MovedPlaces()
  #cursor: ReturnType<typeof setTimeout> | null = null
  readonly #schemas = new Map<string, Schema | null>()
  /** What the editor was last told of messages. */
  #told: readonly unknown[] = []
  #shown: { readonly file: string; readonly goTo: number } = { file: '', goTo: 0 }

  constructor(store: Store) {
    this.#store = store
    listen(store, {
      onText: (source) => this.#withEditor((editor) => this.#onText(editor, source)),
      onWritten: (file, changes) =>
        this.#withEditor(() => {
          for (const change of changes) this.#teller.heard(file, change)
        }),
    })
    store.listen(() => this.#show())
    setInterval(() => void this.#autosave(), AUTOSAVE_MILLISECONDS)
  }

  openEditor(host: HTMLElement): void {
    const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''
    this.editor = new Editor(host, nonce, {
      onText: (file, changes) => {
        this.#note(file, changes)
        this.#teller.typed(file, changes)
      },
      onCursor: (file, offset) => this.#onCursor(file, offset),
      onSave: () => void this.save(),
      onDrop: (place, files) => void this.dropAt(place, files),
      onLeftOut: (n) => this.#notice(word('picturesLeftOut', this.#store.state.language, { n })),
      schemaOf: (source) => this.#schemaOf(source),
    })
    for (const take of this.#early) take()
    this.#early = []
    this.#show()
  }

  /** The text at hand of a file; '' for one that is not there. */
  text(file: string): string {
    return this.editor?.text(file) ?? ''
  }

  /** Files whose text is not yet on disk. */
  unsaved(): ReadonlySet<string> {
    const { sources } = this.#store.state
    const found = [...sources.values()].filter(
      // What the program took and has not yet told of is not on disk either.
      ({ file, unsaved, version }) =>
        unsaved || this.#teller.isTelling(file) || this.#teller.version(file) > version,
    )
    return new Set(found.map((one) => one.file))
  }

  /** Saves every text that is not on disk yet; `over` for one that changed there too. */
  async save(over: string | null = null): Promise<void> {
    await this.#teller.settled()
    for (const file of this.unsaved()) {
      if (this.#store.state.sources.get(file)?.locked !== null) continue
      const answer = await askProgram('save', { file, over: file === over })
      if (answer?.reason) this.#notice(answer.reason.words[this.#store.state.language].message)
      else if (answer && !answer.saved && answer.outside !== null) this.#store.set({ file })
    }
  }

  /** Hands what is not on disk to the browser as files, where there is no program any more. */
  keepUnsaved(): void {
    for (const file of this.unsaved()) {
      const name = file.split('/').at(-1) ?? file
      handOut(new Blob([this.text(file)], { type: 'text/plain' }), name)
    }
  }

  /** Puts what the disk has more into our text. */
  async merge(file: string): Promise<void> {
    await this.#teller.settled()
    await askProgram('merge', { file })
  }

  /** Changes our text into the disk's, as one step of undo. */
  async take(file: string): Promise<void> {
    const { outside } = this.#store.state.sources.get(file) ?? {}
    if (outside == null || !this.editor) return
    this.editor.show(file)
    this.editor.change(file, outside)
    await this.#teller.settled()
    await askProgram('take', { file })
  }

  /** Makes a change of the outline as a small edit of the text that has it: the issue's, or an article's own file's. */
  async change(act: OutlineAct | HeadAct): Promise<void> {
    const { sources, outline, language } = this.#store.state
    const own = 'at' in act ? outline[act.at.section]?.items[act.at.item]?.own : null
    const source = own ? sources.get(own) : [...sources.values()].find((one) => one.kind === 'issue')
    if (!source || !this.editor) return
    const { file } = source
    this.#store.set({ file })
    this.editor.show(file)
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const text = this.text(file)
      const answer = await askProgram('act', { file, text, act })
      // What was typed meanwhile, here or elsewhere, stays: the change is made anew on it.
      if (answer?.text != null && this.text(file) !== text) continue
      if (answer?.text != null) {
        this.editor.show(file)
        this.editor.change(file, answer.text, movedBy(act, outline))
      } else if (answer?.reason) this.#notice(answer.reason.words[language].message)
      return
    }
    this.#notice(word('busy', language))
  }

  /** Copies pictures into the project and enters them in an article. */
  async drop(at: ItemPlace, files: Iterable<File>): Promise<void> {
    for (const file of files) {
      const answer = await handIn(file)
      if ('src' in answer) await this.change({ act: 'add-picture', at, src: answer.src })
      else this.#notice(this.#whyNot(file, answer.reason))
    }
  }

  /** Takes pictures that were dropped at a place of a text: they go to its article. */
  async dropAt(place: Pick<Span, 'file' | 'from'> | null, files: Iterable<File>): Promise<void> {
    const { outline, language, hello } = this.#store.state
    const at = place && pieceAt(outline, place)
    if (at !== null && !hello?.readOnly) await this.drop(at, files)
    else this.#notice(word(hello?.readOnly ? 'readOnly' : 'dropOnArticle', language))
  }

  #whyNot({ name }: File, reason: Message | WordName): string {
    const { language } = this.#store.state
    if (typeof reason !== 'string') return reason.words[language].message
    return `${name}${language === 'zh' ? '：' : ': '}${word(reason, language)}`
  }

  /** Puts in what a message proposes, as one step of undo; not where something else stands by now. */
  cure(message: Message): void {
    const { cure } = message
    if (cure === null || !this.editor) return
    const { state } = this.#store
    const source = state.sources.get(cure.span.file)
    if (!source) return
    const { from, to } = this.#placeOf(message, cure.span)
    if (this.text(source.file).slice(from, to) !== cure.was) {
      this.#notice(word('cureIsOld', state.language))
      return
    }
    this.#store.set({ file: source.file })
    this.editor.show(source.file)
    this.editor.view.dispatch({ changes: { from, to, insert: cure.text }, userEvent: 'input.cure' })
  }

  /** Shows in the source what a message is about. */
  goTo(message: Message): void {
    if (message.span === null) return
    // A narrow screen shows one pane.
    this.#store.set({ pane: 'source' })
    this.#store.goTo(this.#placeOf(message, message.span))
  }

  /** Where a place of a message is by now. */
  #placeOf(message: Message, span: Span): Span {
    const { messages, findings } = this.#store.state
    return this.#moved.now(messages.includes(message) ? messages : findings, span)
  }

  #note(file: string, change: ChangeSet): void {
    const { messages, findings } = this.#store.state
    this.#moved.written(file, change, [messages, findings])
  }

  #notice(notice: string): void {
    this.#store.set({ notice })
    setTimeout(() => this.#store.state.notice === notice && this.#store.set({ notice: '' }), 8000)
  }

  #withEditor(take: (editor: Editor) => void): void {
    const { editor } = this
    if (editor !== null) take(editor)
    else this.#early.push(() => this.editor && take(this.editor))
  }

  #onText(editor: Editor, source: WrittenText): void {
    const { file, version } = source
    if (this.#teller.isOpen(file)) this.#teller.catchUp(file, version)
    else {
      this.#teller.open(file, version, editor.open(source))
      // Before the first key: what can stand there is offered from it on.
      this.#schemaOf(source)
    }
    this.#show()
  }

  #onCursor(file: string, offset: number): void {
    if (this.#cursor) clearTimeout(this.#cursor)
    this.#cursor = setTimeout(async () => {
      await this.#teller.settled()
      const turn = this.#cursor
      const answer = await askProgram('where', { file, offset })
      // The cursor may be elsewhere by now.
      if (answer === null || turn !== this.#cursor) return
      const { follow, view } = this.#store.state
      const markPart = this.editor?.partOfLine(file, offset) ?? 0
      const first = mainBox(answer.boxes, markPart)
      const turned = view === 'single' && first ? { page: first.page } : {}
      this.#store.set({ mark: answer.boxes, markPart, follow: follow + 1, ...turned })
    }, REST_MILLISECONDS)
  }

  async #autosave(): Promise<void> {
    const { autosave, sources } = this.#store.state
    if (!autosave || this.unsaved().size === 0) return
    if ([...sources.values()].some((one) => one.outside !== null)) return
    await this.save()
  }

  /** The editor shows what the store says. */
  #show(): void {
    const { editor } = this
    const { state } = this.#store
    const source = state.sources.get(state.file)
    if (!editor || !source) return
    editor.speak(state.language)
    editor.show(source.file)
    if (state.goTo && state.goTo.count !== this.#shown.goTo && state.goTo.span.file === editor.file)
      editor.select(state.goTo.span.from, state.goTo.span.to)
    this.#shown = { file: state.file, goTo: state.goTo?.count ?? 0 }
    const told = [editor.file, state.language, state.messages, state.findings]
    if (told.some((one, at) => one !== this.#told[at]))
      editor.showMessages(allMessages(state), state.language)
    this.#told = told
  }

  #schemaOf({ kind }: Pick<WrittenText, 'kind'>): Schema | null {
    const path = `/schema/${this.#store.state.language}/${kind}`
    const known = this.#schemas.get(path)
    if (known !== undefined) return known
    this.#schemas.set(path, null)
    void fetch(path)
      .then((response) => (response.ok ? response.json() : null))
      .then((schema) => {
        this.#schemas.set(path, schema)
        // Its keys are shown as such from now on.
        this.editor?.view.dispatch({})
      })
    return null
  }

  /** Goes to another issue; what was typed here stays with the program. */
  async openIssue(number: number): Promise<void> {
    await this.#teller.settled()
    location.assign(number === 0 ? '/' : `/${number}/`)
  }

  /** Begins the next issue and goes there. */
  async makeIssue({ name }: Pick<NextIssue, 'name'>): Promise<void> {
    const { language } = this.#store.state
    const answer = await askProgram('new-issue', { name, language })
    if (answer?.number != null) await this.openIssue(answer.number)
    else this.#notice(answer?.reason?.words[language].message ?? word('notMade', language))
  }

  /** Makes a product and hands it to the browser. */
  async download(kind: string): Promise<void> {
    const { language } = this.#store.state
    this.#notice(word('making', language))
    const response = await fetch(`product/${kind}`).catch(() => null)
    if (response?.ok) {
      const name = /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '')?.[1]
      const file = decodeURIComponent(name ?? kind)
      handOut(await response.blob(), file)
      this.#notice(`${word('downloaded', language)}${file}`)
      return
    }
    const said: readonly Message[] = response?.status === 409 ? await response.json() : []
    const first = said.find((one) => one.severity === 'error')
    this.#notice(`${word('failed', language)}${first?.words[language].message ?? ''}`)
  }
}

/** Has the browser keep something as a file, where it keeps downloads. */
function handOut(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The stretch of the issue's text that a change takes elsewhere. */
function movedBy(act: OutlineAct | HeadAct, outline: readonly OutlineSection[]): Span | null {
  if (act.act === 'move-section') return outline[act.section]?.span ?? null
  return act.act === 'move' ? (outline[act.from.section]?.items[act.from.item]?.span ?? null) : null
}
