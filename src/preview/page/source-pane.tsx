import type { State, Store } from './store.ts'
import { speaking } from './use-store.ts'

/** The texts: which one is at hand, the editor, and what is to be decided. */
export function SourcePane(props: {
  readonly store: Store
  readonly state: State
  readonly host: { current: HTMLDivElement | null }
  readonly unsaved: ReadonlySet<string>
  readonly keep: () => void
  readonly take: () => void
  readonly textOf: (file: string) => string
}) {
  const { store, state, unsaved } = props
  const say = speaking(state.language)
  const source = state.sources.get(state.file)
  const locked = source?.locked
  return (
    <section class="source" aria-label={say('source')}>
      <nav class="tabs" aria-label={say('files')}>
        {[...state.sources.keys()].map((file) => (
          <button
            type="button"
            key={file}
            title={file}
            aria-pressed={file === state.file}
            onClick={() => store.set({ file })}
          >
            {file.split('/').at(-1)}
            {unsaved.has(file) ? ' •' : ''}
          </button>
        ))}
      </nav>
      {locked && <p class="notice">{say(locked === 'read-only' ? 'readOnly' : 'lineEnds')}</p>}
      {source?.outside != null && (
        <div class="conflict" role="alert">
          <p>{say('outsideChanged')}</p>
          <div class="both">
            <pre data-name="mine">{differing(props.textOf(source.file), source.outside)[0]}</pre>
            <pre data-name="disk">{differing(props.textOf(source.file), source.outside)[1]}</pre>
          </div>
          <button type="button" data-name="keep-mine" onClick={props.keep}>
            {say('keepMine')}
          </button>
          <button type="button" data-name="take-disk" onClick={props.take}>
            {say('takeDisk')}
          </button>
        </div>
      )}
      <div class="editor" ref={props.host} />
    </section>
  )
}

/** The lines in which two texts differ, with one around them. */
export function differing(mine: string, disk: string): readonly [string, string] {
  const [a, b] = [mine.split('\n'), disk.split('\n')]
  let from = 0
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const start = Math.max(0, from - 1)
  const stretch = (lines: readonly string[]) => lines.slice(start, lines.length - end + 1).join('\n')
  return [stretch(a), stretch(b)]
}
