import { changesTo } from '../typed-change.ts'
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
  readonly merge: () => void
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
        <Conflict {...props} mine={props.textOf(source.file)} disk={source.outside} />
      )}
      <div class="editor" ref={props.host} />
    </section>
  )
}

/** What was written here and what was written elsewhere, and what is to become of them. */
function Conflict(
  props: Parameters<typeof SourcePane>[0] & { readonly mine: string; readonly disk: string },
) {
  const say = speaking(props.state.language)
  const [mine, disk] = differing(props.mine, props.disk)
  const choices = [
    ['merge', 'mergeBoth', props.merge],
    ['keep-mine', 'keepMine', props.keep],
    ['take-disk', 'takeDisk', props.take],
  ] as const
  return (
    <div class="conflict" role="alert">
      <p>{say('outsideChanged')}</p>
      <div class="both">
        <pre data-name="mine">{mine}</pre>
        <pre data-name="disk">{disk}</pre>
      </div>
      {choices.map(([name, words, press]) => (
        <button type="button" key={name} data-name={name} onClick={press}>
          {say(words)}
        </button>
      ))}
    </div>
  )
}

/** The lines in which two texts differ, place by place, each with the line before it. */
export function differing(mine: string, disk: string): readonly [string, string] {
  let moved = 0
  const places = changesTo(mine, disk).map(({ from, to, insert }) => {
    const there = [from + moved, from + moved + insert.length] as const
    moved += insert.length - (to - from)
    return [linesAround(mine, from, to), linesAround(disk, ...there)] as const
  })
  const shown = (which: 0 | 1) =>
    places
      .map((one) => one[which])
      .filter((lines, at, all) => lines !== all[at - 1])
      .join('\n⋯\n')
  return [shown(0), shown(1)]
}

/** The whole lines of a stretch, and the one before them. */
function linesAround(text: string, from: number, to: number): string {
  const start = text.lastIndexOf('\n', from - 1)
  const before = start <= 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1
  const end = text.indexOf('\n', to)
  return text.slice(before, end < 0 ? text.length : end)
}
