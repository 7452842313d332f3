import { join } from 'node:path'
import { ChangeSet } from '@codemirror/state'
import type { Diagnostic } from '../base/diagnostic.ts'
import { hasErrors } from '../base/diagnostic.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { diskFiles, type ProjectFiles } from '../project/project-files.ts'
import { markOf, readSource, shownPath, TEXT_LIMIT, textInAnyEncoding } from '../project/read-source.ts'
import { writeFile } from '../project/write-file.ts'
import type { TextSince, TypedChange, WrittenText } from './protocol.ts'
import { TextLog, type Typed } from './text-log.ts'
import { changeOf, changesTo, stretchesOf, withStretches } from './typed-change.ts'

/** One text as it is written on. */
interface OpenText {
  text: string
  readonly log: TextLog
  /** What the editor's text was made from, or was last saved as; line ends are `\n`. */
  base: string
  /** What somebody else wrote to disk since. */
  outside: string | null
  /** What the disk has in letters that no build reads, once it was taken: it is not on disk as it should be. */
  unreadable: string | null
  newline: string
  locked: WrittenText['locked']
}

/** A text as it is on disk. */
interface OnDisk {
  readonly text: string | null
  readonly reads: boolean
  readonly reason: Diagnostic | null
}

/** What came of a save. */
export type Saved = { readonly saved: true } | { readonly saved: false; readonly reason: Diagnostic | null }

/**
 * The texts of an issue as the editor in the page has them (文稿), by project path. Line ends are `\n` here and in all
 * that is told; a file keeps its own, and its mark. What is on disk is never written over where somebody else wrote it
 * since, unless that is asked for.
 */
export class OpenTexts {
  readonly #place: IssuePlace
  readonly #files: ProjectFiles
  readonly #open = new Map<string, OpenText>()
  readonly #readOnly: boolean
  readonly #first: number

  /** `first` is the version that texts begin with. */
  constructor(place: IssuePlace, readOnly: boolean, first = 1) {
    this.#place = place
    this.#first = first
    this.#files = diskFiles(place.root)
    this.#readOnly = readOnly
  }

  /** Opens the texts that an issue is made from; those that are open stay as they are. Gives the new ones. */
  open(files: readonly string[]): readonly string[] {
    const fresh = files.filter((file) => !this.#open.has(file))
    for (const file of fresh) {
      const text = readSource(this.#files, file, null, undefined).value?.text
      if (text === undefined) continue
      const plain = unixLines(text)
      this.#open.set(file, {
        text: plain,
        log: new TextLog(undefined, this.#first),
        base: plain,
        outside: null,
        unreadable: null,
        newline: /\r\n|\r|\n/.exec(text)?.[0] ?? '\n',
        locked: this.#readOnly
          ? 'read-only'
          : new Set(text.match(/\r\n|\r|\n/g)).size > 1
            ? 'line-ends'
            : null,
      })
    }
    return fresh.filter((file) => this.#open.has(file))
  }

  /** All texts, for the engine: their line ends are those that places count by. */
  all(): ReadonlyMap<string, string> {
    return new Map([...this.#open].map(([file, { text }]) => [file, text]))
  }

  files(): readonly string[] {
    return [...this.#open.keys()]
  }

  /** Those that are not on disk as they were written. */
  unsaved(): readonly string[] {
    return [...this.#open].filter(([, { text, base }]) => text !== base).map(([file]) => file)
  }

  told(file: string): WrittenText | null {
    const one = this.#open.get(file)
    if (one === undefined) return null
    const { text, log, base, outside, locked } = one
    return {
      file,
      text,
      version: log.version,
      kind: this.#kindOf(file),
      unsaved: text !== base,
      outside,
      locked,
    }
  }

  /** The text alone; '' for one that is not open. */
  text(file: string): string {
    return this.#open.get(file)?.text ?? ''
  }

  /** Takes a page's change, as `TextLog.take` says; null also where there is no such text or it may not be changed. */
  change(file: string, typed: Typed): TextSince | null {
    const one = this.#open.get(file)
    if (one === undefined || (one.locked !== null && typed.serial > 0)) return null
    const taken = one.log.take(one.text, typed)
    if (taken !== null) one.text = taken.text
    return taken?.told ?? null
  }

  /** What was written on a text since a version; nothing where that is too long ago. */
  since(file: string, version: number): readonly TypedChange[] {
    return this.#open.get(file)?.log.since(version) ?? []
  }

  /** Looks at the disk: takes over what was written there, or keeps it aside where the text was written on too. */
  look(): readonly string[] {
    return this.files().filter((file) => this.#lookAt(file))
  }

  #lookAt(file: string): boolean {
    const one = this.#open.get(file) as OpenText
    const { text: disk, reads } = this.#onDisk(file)
    if (disk === null || disk === (reads ? one.base : one.unreadable)) {
      const changed = one.outside !== null
      one.outside = null
      return changed
    }
    if (reads && (disk === one.text || one.text === one.base)) {
      one.base = disk
      one.outside = null
      one.unreadable = null
      this.#rewrite(one, disk)
      return true
    }
    if (disk === one.outside) return false
    one.outside = disk
    return true
  }

  /** A text was made what somebody else wrote to disk: where no build could read that, it is still to be saved. */
  take(file: string): void {
    const one = this.#open.get(file)
    if (one === undefined || one.outside === null || one.outside !== one.text) return
    if (!this.#onDisk(file).reads) [one.unreadable, one.base] = [one.outside, '']
    one.outside = null
  }

  /** Puts what somebody else wrote to disk into the text: where both wrote in one place both stay, one behind the other. */
  merge(file: string): void {
    const one = this.#open.get(file)
    if (one === undefined || one.outside === null || one.locked !== null) return
    const { base, outside, text } = one
    const ours = changeOf(changesTo(base, text), base.length)
    const theirs = changeOf(changesTo(base, outside), base.length)?.map(
      ours ?? ChangeSet.empty(base.length),
      true,
    )
    if (theirs === undefined) return
    if (this.#onDisk(file).reads) one.base = outside
    else [one.unreadable, one.base] = [outside, '']
    one.outside = null
    one.text = withStretches(text, stretchesOf(theirs))
    one.log.add(theirs, '', 0)
  }

  /** The whole text becomes another one, by no page. */
  #rewrite(one: OpenText, text: string): void {
    if (text === one.text) return
    const change = changeOf(changesTo(one.text, text), one.text.length)
    one.text = text
    if (change !== null) one.log.add(change, '', 0)
  }

  /** Writes a text to its file, whole or not at all; not over what somebody else wrote, unless `over`. */
  async save(file: string, over: boolean): Promise<Saved> {
    const one = this.#open.get(file)
    if (one === undefined || one.locked !== null) return { saved: false, reason: null }
    this.#lookAt(file)
    if (one.outside !== null && !over) return { saved: false, reason: null }
    const { reason } = this.#onDisk(file)
    if (reason !== null) return { saved: false, reason }
    const { text } = one
    const { root } = this.#place
    const lines = one.newline === '\n' ? text : text.replaceAll('\n', one.newline)
    const bytes = new TextEncoder().encode(`${markOf(this.#files, file)}${lines}`)
    const faults = await writeFile(join(root, file), bytes, [], { within: root, cwd: root })
    if (hasErrors(faults)) return { saved: false, reason: faults[0] ?? null }
    one.base = text
    one.outside = null
    one.unreadable = null
    return { saved: true }
  }

  /** What is on disk, and whether a build could read it so; null with the reason where nobody can. */
  #onDisk(file: string): OnDisk {
    const { value } = readSource(this.#files, file, null, undefined)
    if (value !== null) return { text: unixLines(value.text), reads: true, reason: null }
    const { value: bytes, diagnostics } = this.#files.read(file, { limit: TEXT_LIMIT, span: null })
    if (bytes !== null) return { text: unixLines(textInAnyEncoding(bytes)), reads: false, reason: null }
    return { text: null, reads: false, reason: this.#files.has(file) ? (diagnostics[0] ?? null) : null }
  }

  #kindOf(file: string): WrittenText['kind'] {
    const { root, issue, publication } = this.#place
    if (file === shownPath(root, issue)) return 'issue'
    if (publication !== null && file === shownPath(root, publication)) return 'publication'
    return /\.ya?ml$/i.test(file) ? 'design' : 'article'
  }
}

function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
