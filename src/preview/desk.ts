import { posix } from 'node:path'
import { type FileWatch, watchFiles } from '../build/watch-files.ts'
import { readArticleHead } from '../issue/write/edit-article.ts'
import { type ArticleHead, readOutline } from '../issue/write/read-outline.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { shownPath } from '../project/read-source.ts'
import type { EngineBuild } from './engine.ts'
import { EngineFault, type EngineThread } from './engine-thread.ts'
import type { FaceOutlines, Pushed, PushedName, ScreenPage } from './protocol.ts'
import type { OpenTexts } from './texts.ts'

/** Sends a piece of news to every page that listens. */
export type Push = <N extends PushedName>(name: N, what: Pushed[N]) => void

/** How long nothing must have been typed before the proof checks are asked. */
const QUIET_MILLISECONDS = 400
/** Characters of an issue whose outline is read at each key; that of a longer one is when nothing is typed for a while. */
const OUTLINED_AT_ONCE = 100_000

/**
 * Keeps pages and texts together (案头): whatever changes, here or on disk, is set again; the newest state wins. It knows
 * all that a page which begins to listen has to be told.
 */
export class Desk {
  readonly #place: IssuePlace
  readonly #engine: EngineThread
  readonly #texts: OpenTexts
  readonly #push: Push
  readonly #watch: FileWatch
  #closed = false
  #building = false
  #again = false
  #quiet: NodeJS.Timeout | null = null
  #pages: ScreenPage[] = []
  #outlines: Record<string, FaceOutlines> = Object.create(null)
  readonly #last: { -readonly [N in PushedName]?: Pushed[N] } = {}

  constructor(place: IssuePlace, engine: EngineThread, texts: OpenTexts, push: Push) {
    this.#place = place
    this.#engine = engine
    this.#texts = texts
    this.#push = push
    this.#watch = watchFiles(() => this.#lookAtDisk())
    texts.open([shownPath(place.root, place.issue)])
  }

  /** Sets the pages again as soon as may be. */
  async changed(): Promise<void> {
    if (this.#closed) return
    if (this.#building) {
      this.#again = true
      return
    }
    this.#building = true
    do {
      this.#again = false
      await this.#buildOnce()
    } while (this.#again && !this.#closed)
    this.#building = false
    if (!this.#closed) this.#askChecksSoon()
  }

  /** Tells pages of a text; `by` is the page that changed it, which knows. */
  tellText(file: string, by: string | null): void {
    const told = this.#texts.told(file)
    if (told !== null) this.#push('source', { ...told, by })
  }

  /** All that a new listener has to know, in the order in which it can use it. */
  greet(push: Push): void {
    for (const file of this.#texts.files()) {
      const told = this.#texts.told(file)
      if (told !== null) push('source', { ...told, by: null })
    }
    push('outlines', this.#outlines)
    for (const name of ['state', 'messages', 'findings', 'marks', 'overlays', 'outline', 'fault'] as const) {
      const last = this.#last[name]
      if (last !== undefined) push(name, last as never)
    }
    this.#pages.forEach((page, index) => void push('page', { index, page }))
  }

  close(): void {
    this.#closed = true
    this.#watch.close()
    if (this.#quiet) clearTimeout(this.#quiet)
  }

  async #buildOnce(): Promise<void> {
    const asOf = Date.now()
    try {
      const built = await this.#engine.ask({ ask: 'update', texts: this.#texts.all() })
      if (this.#closed) return
      this.#watch.follow(built.inputs, asOf)
      this.#tell(built)
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error
      const { message } = error
      this.#say('fault', {
        words: { zh: `没能排出版面：${message}`, en: `The pages could not be set: ${message}` },
      })
    }
  }

  #tell({ state, pages, outlines, messages, sources }: EngineBuild): void {
    for (const file of this.#texts.open(sources.map((one) => one.file))) this.tellText(file, null)
    for (const [id, face] of Object.entries(outlines)) {
      const paths = { ...this.#outlines[id]?.paths, ...face.paths }
      this.#outlines[id] = { ...face, paths }
    }
    if (Object.keys(outlines).length > 0) this.#push('outlines', outlines)
    if (!state.stale) this.#pages.length = state.pageCount
    this.#say('state', state)
    for (const { index, page } of pages) {
      this.#pages[index] = page
      this.#push('page', { index, page })
    }
    this.#say('messages', messages)
    if (this.#issueText().length <= OUTLINED_AT_ONCE) this.#tellOutline()
  }

  #issueText(): string {
    return this.#texts.told(shownPath(this.#place.root, this.#place.issue))?.text ?? ''
  }

  #tellOutline(): void {
    const file = shownPath(this.#place.root, this.#place.issue)
    const outline = readOutline({ file, text: this.#issueText() }, (named) => this.#headOf(file, named))
    if (outline !== null) this.#say('outline', outline)
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

  #lookAtDisk(): void {
    for (const file of this.#texts.look()) this.tellText(file, null)
    void this.changed()
  }

  #askChecksSoon(): void {
    if (this.#quiet) clearTimeout(this.#quiet)
    this.#quiet = setTimeout(async () => {
      if (this.#building) return
      if (this.#issueText().length > OUTLINED_AT_ONCE) this.#tellOutline()
      try {
        const told = await this.#engine.ask({ ask: 'findings', texts: this.#texts.all() })
        this.#say('findings', told.findings)
        this.#say('marks', told.marks)
        this.#say('overlays', told.overlays)
      } catch (error) {
        if (!(error instanceof EngineFault)) throw error
      }
    }, QUIET_MILLISECONDS)
  }
}
