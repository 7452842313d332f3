import { posix } from 'node:path'
import { type FileWatch, watchFiles } from '../build/watch-files.ts'
import { readArticleHead } from '../issue/write/edit-article.ts'
import { readIssueHead } from '../issue/write/edit-issue-head.ts'
import { type ArticleHead, readOutline } from '../issue/write/read-outline.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { shownPath } from '../project/read-source.ts'
import type { EngineBuild, EnginePages } from './engine.ts'
import { EngineFault, type EngineThread } from './engine-thread.ts'
import { messageOf } from './messages.ts'
import type { BuiltState, FaceOutlines, Message, Pushed, PushedName, ScreenPage } from './protocol.ts'
import type { OpenTexts } from './texts.ts'

/** Sends a piece of news to pages that listen. */
export type Push = <N extends PushedName>(name: N, what: Pushed[N]) => void

/** What a desk works with; `checker` is asked what changes no page. */
export interface DeskTools {
  readonly place: IssuePlace
  readonly engine: EngineThread
  readonly checker: EngineThread
  readonly texts: OpenTexts
  readonly push: Push
}

/** An issue that takes longer to set has the page at which is written shown before the others. */
const LONG_MILLISECONDS = 8
/** How long nothing must have been typed before all pages of a long issue are set, and how long that waits at most. */
const PAUSE_MILLISECONDS = 250
/** Where all pages are soon set, the pause is so many times as long as that takes: the fit is told while one types. */
const PAUSE_TIMES = 3
const MOST_MILLISECONDS = 2000
/** How long nothing must have been typed before the proof checks are asked. */
const QUIET_MILLISECONDS = 400
/** Characters of an issue whose outline is read at each key; that of a longer one is when nothing is typed for a while. */
const OUTLINED_AT_ONCE = 100_000
/** Pages that a page which begins to listen is told of at a time. */
const AT_A_TIME = 16

/**
 * Keeps pages and texts together (案头): whatever changes, here or on disk, is set again; the newest state wins. It knows
 * all that a page which begins to listen has to be told.
 */
export class Desk {
  readonly #place: IssuePlace
  readonly #engine: EngineThread
  readonly #checker: EngineThread
  readonly #texts: OpenTexts
  readonly #push: Push
  readonly #watch: FileWatch
  #closed = false
  #building = false
  #again = false
  #checking = false
  /** Tells who waits for a pause that something was typed. */
  #wake: () => void = () => {}
  /** Counts the changes, so that what was found in an earlier state is known as such. */
  #changes = 0
  #quiet: NodeJS.Timeout | null = null
  /** By file, the version that all pages which listen were told of. */
  readonly #toldVersions = new Map<string, number>()
  #pages: ScreenPage[] = []
  #outlines: Record<string, FaceOutlines> = Object.create(null)
  #state: BuiltState | null = null
  #messages: readonly Message[] = []
  readonly #last: { -readonly [N in PushedName]?: Pushed[N] } = {}

  constructor({ place, engine, checker, texts, push }: DeskTools) {
    this.#place = place
    this.#engine = engine
    this.#checker = checker
    this.#texts = texts
    this.#push = push
    this.#watch = watchFiles(() => this.lookAtDisk())
    for (const file of texts.open([shownPath(place.root, place.issue)])) this.tellText(file)
  }

  /** Sets the pages again as soon as may be. */
  async changed(): Promise<void> {
    if (this.#closed) return
    this.#changes += 1
    if (this.#building) {
      this.#again = true
      this.#wake()
      return
    }
    this.#building = true
    do {
      await this.#tellEarly()
      this.#again = false
      let rest = await this.#buildOnce()
      while (rest && !this.#again && !this.#closed) rest = await this.#tellMore()
    } while (this.#again && !this.#closed)
    this.#building = false
    if (this.#closed) return
    if ((this.#state?.milliseconds ?? 0) > LONG_MILLISECONDS) void this.#prepared()
    this.#askChecksSoon()
  }

  /** Of a long issue, the page at which is written at each key; all pages are set when none is pressed for a while. */
  async #tellEarly(): Promise<void> {
    const end = performance.now() + MOST_MILLISECONDS
    while (!this.#closed && (this.#state?.milliseconds ?? 0) > LONG_MILLISECONDS) {
      this.#again = false
      if (!(await this.#hasToldEarly()) || performance.now() > end) return
      const pause = Math.min(PAUSE_MILLISECONDS, PAUSE_TIMES * (this.#state?.milliseconds ?? 0))
      if (!this.#again && !(await this.#typedWithin(pause))) return
    }
  }

  async #hasToldEarly(): Promise<boolean> {
    return this.#asked(async () => {
      const told = await this.#engine.ask({ ask: 'early', texts: this.#texts.all() })
      if (told === null || this.#state === null || this.#closed) return false
      this.#tellPages(this.#state, told, null)
      return true
    })
  }

  #typedWithin(milliseconds: number): Promise<boolean> {
    return new Promise((settle) => {
      const timer = setTimeout(() => settle(false), milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        settle(true)
      }
    })
  }

  /** Tells pages of a text: one that is new as a whole, else how it stands and what was written on it. */
  tellText(file: string): void {
    const told = this.#texts.told(file)
    if (told === null) return
    const known = this.#toldVersions.get(file)
    this.#toldVersions.set(file, told.version)
    if (known === undefined) {
      this.#push('source', told)
      return
    }
    const { text: _, ...written } = told
    this.#push('written', { ...written, changes: this.#texts.since(file, known) })
  }

  /** Takes over what was written to disk, or keeps it aside, and sets the pages again. */
  lookAtDisk(): void {
    for (const file of this.#texts.look()) this.tellText(file)
    void this.changed()
  }

  /** All that a new listener has to know, in the order in which it can use it. */
  greet(push: Push): void {
    for (const file of this.#texts.files()) {
      const told = this.#texts.told(file)
      if (told !== null) push('source', told)
    }
    for (const name of ['findings', 'marks', 'overlays', 'outline', 'head', 'fault'] as const) {
      const last = this.#last[name]
      if (last !== undefined) push(name, last as never)
    }
    if (this.#state === null) return
    // What was not told of yet comes to all.
    const pages = this.#pages.flatMap((page, index) => (page === undefined ? [] : [{ index, page }]))
    const built = { state: this.#state, outlines: this.#outlines, messages: this.#messages }
    push('built', { ...built, pages: pages.slice(0, AT_A_TIME) })
    for (let from = AT_A_TIME; from < pages.length; from += AT_A_TIME) {
      const some = pages.slice(from, from + AT_A_TIME)
      push('built', { state: this.#state, outlines: {}, messages: null, pages: some })
    }
  }

  close(): void {
    this.#closed = true
    this.#watch.close()
    this.#wake()
    if (this.#quiet) clearTimeout(this.#quiet)
  }

  /** Gives whether pages changed that were not told of yet. */
  async #buildOnce(): Promise<boolean> {
    const asOf = Date.now()
    return this.#asked(async () => {
      const built = await this.#engine.ask({ ask: 'update', texts: this.#texts.all() })
      if (this.#closed) return false
      this.#watch.follow(built.inputs, asOf)
      this.#tell(built)
      return built.rest
    })
  }

  async #tellMore(): Promise<boolean> {
    return this.#asked(async () => {
      const more = await this.#engine.ask({ ask: 'more' })
      if (!this.#closed && this.#state !== null) this.#tellPages(this.#state, more, null)
      return more.rest
    })
  }

  async #prepared(): Promise<boolean> {
    return this.#asked(async () => {
      await this.#engine.ask({ ask: 'prepare' })
      return false
    })
  }

  async #asked(work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error
      const { message } = error
      this.#say('fault', {
        words: { zh: `没能排出版面：${message}`, en: `The pages could not be set: ${message}` },
      })
      return false
    }
  }

  #tell({ state, messages, sources, ...told }: EngineBuild): void {
    for (const file of this.#texts.open(sources.map((one) => one.file))) this.tellText(file)
    if (!state.stale) this.#pages.length = state.pageCount
    delete this.#last.fault
    this.#state = state
    const same = JSON.stringify(messages) === JSON.stringify(this.#messages)
    this.#messages = messages
    this.#tellPages(state, told, same ? null : messages)
    if (this.#issueText().length <= OUTLINED_AT_ONCE) this.#tellOutline()
  }

  #tellPages(state: BuiltState, { pages, outlines }: EnginePages, messages: readonly Message[] | null): void {
    for (const [id, face] of Object.entries(outlines)) {
      const paths = { ...this.#outlines[id]?.paths, ...face.paths }
      this.#outlines[id] = { ...face, paths }
    }
    for (const { index, page } of pages) this.#pages[index] = page
    this.#push('built', { state, pages, outlines, messages })
  }

  #issueText(): string {
    return this.#texts.text(shownPath(this.#place.root, this.#place.issue))
  }

  #tellOutline(): void {
    const file = shownPath(this.#place.root, this.#place.issue)
    const outline = readOutline({ file, text: this.#issueText() }, (named) => this.#headOf(file, named))
    if (outline === null) return
    this.#tellHead(file)
    const same = JSON.stringify(outline) === JSON.stringify(this.#last.outline)
    if (!same) this.#say('outline', outline)
  }

  #tellHead(file: string): void {
    const head = readIssueHead({ file, text: this.#issueText() })
    if (head !== null && JSON.stringify(head) !== JSON.stringify(this.#last.head)) this.#say('head', head)
  }

  /** What the file that an issue names has in its head, where it is open. */
  #headOf(issue: string, named: string): ArticleHead | null {
    const told = this.#texts.told(posix.join(posix.dirname(issue), named))
    return told?.kind === 'article' ? readArticleHead(told) : null
  }

  #say<N extends PushedName>(name: N, what: Pushed[N]): void {
    this.#last[name] = what as never
    this.#push(name, what)
  }

  #askChecksSoon(): void {
    if (this.#quiet) clearTimeout(this.#quiet)
    this.#quiet = setTimeout(async () => {
      // What is being set or checked asks again at its end.
      if (this.#building || this.#checking) return
      if (this.#issueText().length > OUTLINED_AT_ONCE) this.#tellOutline()
      this.#checking = true
      const state = this.#changes
      try {
        await this.#check(() => this.#closed || state !== this.#changes)
      } catch (error) {
        if (!(error instanceof EngineFault)) throw error
      }
      this.#checking = false
      if (state !== this.#changes && !this.#closed) this.#askChecksSoon()
    }, QUIET_MILLISECONDS)
  }

  /** What was found in a state that is no more is not told. */
  async #check(isOld: () => boolean): Promise<void> {
    const texts = this.#texts.all()
    const found = await this.#checker.ask({ ask: 'findings', texts })
    if (isOld()) return
    const { marks, overlays } = await this.#engine.ask({ ask: 'marks', found })
    if (isOld()) return
    this.#say(
      'findings',
      found.map((one) => messageOf(one, (file) => texts.get(file))),
    )
    this.#say('marks', marks)
    this.#say('overlays', overlays)
  }
}
