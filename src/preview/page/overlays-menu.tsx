import type { OverlayKind } from '../protocol.ts'
import { Icon } from './icons.tsx'
import { Menu } from './menu.tsx'
import type { State, Store } from './store.ts'
import { speaking } from './use-store.ts'

const KINDS: readonly OverlayKind[] = ['loose', 'holes', 'pixels', 'placeholders']

/** What is shown over the pages, each to be switched on, with how many there are. */
export function OverlaysMenu({ store, state }: { readonly store: Store; readonly state: State }) {
  const say = speaking(state.language)
  const turn = (kind: OverlayKind) => {
    const others = state.shown.filter((one) => one !== kind)
    store.set({ shown: others.length < state.shown.length ? others : [...others, kind] })
  }
  return (
    <Menu
      class="overlays"
      name="overlays"
      headClass="tool"
      title={say('overlays_long')}
      head={
        <>
          <Icon name="overlays" />
          <span class="word">{say('overlays')}</span>
        </>
      }
    >
      <label>
        <input
          type="checkbox"
          name="columns"
          checked={state.columns}
          onChange={() => store.set({ columns: !state.columns })}
        />
        {say('columns')}
      </label>
      {KINDS.map((kind) => (
        <label key={kind} data-kind={kind}>
          <input
            type="checkbox"
            name={kind}
            checked={state.shown.includes(kind)}
            onChange={() => turn(kind)}
          />
          {say(kind)} {state.overlays.filter((one) => one.kind === kind).length}
        </label>
      ))}
    </Menu>
  )
}
