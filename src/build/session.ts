import type { DisplayItem, DisplayPage } from '../display/display-list.ts'
import { findIssue, type IssuePlace } from '../project/find-issue.ts'
import { shownPath } from '../project/read-source.ts'
import { type BuildOptions, type BuildResult, type BuildRules, build } from './build-issue.ts'
import { type BuildMemory, buildMemory } from './build-memory.ts'
import type { MakeOptions } from './make-issue.ts'
import { type Rendered, type RenderRequest, renderAgain } from './render.ts'

/** What only one build of several has to say. */
export type SessionBuild = Pick<MakeOptions, 'signal' | 'onStep'>

/** What a session is opened with: an issue from memory, as `render` takes it, or from files, as `build` does. */
export type MemorySessionRequest = Omit<RenderRequest, keyof SessionBuild>
export type FileSessionRequest = Omit<BuildOptions, keyof SessionBuild | 'instead'>

/** Which pages a build changed. */
export interface ChangedPages {
  /**
   * By index, the pages that do not look as in the build before: all of the first, none where errors kept the pages from
   * being made. `list.pages.length` tells whether there are fewer.
   */
  readonly changedPages: readonly number[]
}

/** An issue that is built again and again while it is written (会话). */
export interface Session<Built, Source> {
  /**
   * What `render` or `build` gives of the state at hand, and the same bytes; only what changed since the build before is
   * made again. Builds run one after the other. It rejects as those do, and for a session that is closed.
   */
  build(how?: SessionBuild): Promise<Built & ChangedPages>
  /** The issue's text from the next build on; of files, null goes back to what is on disk. */
  update(issue: Source): void
  /** Lets go of all that is kept. */
  close(): void
}

/** A session of an issue from memory. */
export type MemorySession = Session<Rendered, RenderRequest['issue']>
/** A session of an issue from files: what was written since the build before is read again. */
export type FileSession = Session<BuildResult, string | null>

/** What is opened by which request. */
export type SessionOf<R> = R extends { readonly cwd: string } ? FileSession : MemorySession

/**
 * Opens a session: `build` then takes milliseconds where little has changed. It keeps what the last two states were made
 * of and the last PDF's parts, and no more; nothing outlives it, and sessions share nothing.
 *
 * @example
 * ```ts
 * import { openSession } from 'jianbao'
 *
 * const session = openSession({ cwd: import.meta.dirname, issue: 'issues/2026-06.yaml', output: '-' })
 * const first = await session.build()
 * session.update(first.sources.get('issues/2026-06.yaml')?.text.replace('开放', '开门') ?? null)
 * const { changedPages, bytes } = await session.build()
 * session.close()
 * ```
 */
export function openSession<R extends FileSessionRequest | MemorySessionRequest>(request: R): SessionOf<R> {
  const session = 'cwd' in request ? fileSession(request) : memorySession(request)
  return session as Session<unknown, unknown> as SessionOf<R>
}

function memorySession(request: MemorySessionRequest): MemorySession {
  let { issue } = request
  const work = new KeptWork()
  return {
    build: (how = {}) => {
      const now = { ...request, ...how, issue }
      return work.next((memory) => renderAgain(now, memory))
    },
    update: (given) => {
      issue = given
    },
    close: () => work.close(),
  }
}

/** A session of files whose builds may be bounded in time. */
export interface BuildSession extends FileSession {
  build(how?: SessionBuild & BuildNow): Promise<BuildResult & ChangedPages>
}

/** What one build of several may have to itself; `instead` takes the place of what `update` was given. */
type BuildNow = Pick<BuildRules, 'inTime' | 'mostText' | 'onAssets'> & Pick<BuildOptions, 'make' | 'instead'>

/** A session of files, with what only the command line has to say. */
export function fileSession(request: FileSessionRequest & Omit<BuildRules, 'memory'>): BuildSession {
  let text: string | null = null
  const work = new KeptWork()
  return {
    build: (how = {}) => {
      const typed = text
      return work.next((memory) => {
        const place = request.place ?? findIssue(request.issue, request.cwd).value ?? undefined
        const instead = how.instead ?? (place && insteadOf(place, typed))
        return build({ ...request, ...how, place, memory, instead })
      })
    },
    update: (given) => {
      text = given
    },
    close: () => work.close(),
  }
}

function insteadOf({ root, issue }: IssuePlace, text: string | null): BuildOptions['instead'] {
  if (text === null) return undefined
  const file = shownPath(root, issue)
  return new Map([[file, { file, text }]])
}

/** Builds one after the other, with one memory. */
class KeptWork {
  #memory: BuildMemory | null = buildMemory()
  #pages: readonly DisplayPage[] = []
  #last: Promise<unknown> = Promise.resolve()

  next<T extends { readonly list: unknown }>(
    work: (memory: BuildMemory) => Promise<T>,
  ): Promise<T & ChangedPages> {
    const turn = this.#last.then(() => this.#run(work))
    this.#last = turn.catch(() => {})
    return turn
  }

  async #run<T extends { readonly list: unknown }>(
    work: (memory: BuildMemory) => Promise<T>,
  ): Promise<T & ChangedPages> {
    if (this.#memory === null) throw new Error('the session is closed')
    try {
      const built = await work(this.#memory)
      return { ...built, changedPages: built.list === null ? [] : this.#changed(this.#memory) }
    } catch (error) {
      // What was ended in the midst may have kept half of something.
      if (this.#memory !== null) this.#memory = buildMemory()
      throw error
    }
  }

  /** Most pages that look the same are the same objects; a text that stands twice may come from its other place. */
  #changed({ typeset }: BuildMemory): readonly number[] {
    const pages = typeset.stages?.page.items.pages ?? []
    const before = this.#pages
    this.#pages = pages
    return pages.flatMap((page, index) => (looksLike(page, before[index]) ? [] : [index]))
  }

  close(): void {
    this.#memory = null
    this.#pages = []
  }
}

function looksLike(page: DisplayPage, before: DisplayPage | undefined): boolean {
  if (page === before) return true
  const { items, ...sheet } = page
  return (
    items.length === before?.items.length &&
    JSON.stringify(sheet) === JSON.stringify({ ...before, items: undefined }) &&
    items.every((item, index) => looksSame(item, before.items[index] as DisplayItem))
  )
}

function looksSame(item: DisplayItem, before: DisplayItem): boolean {
  return (
    item === before || JSON.stringify({ ...item, span: null }) === JSON.stringify({ ...before, span: null })
  )
}
