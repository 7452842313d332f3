import { useState } from 'preact/hooks'
import type { ItemPlace, OutlineAct, OutlineSection } from '../../issue/write/outline-acts.ts'
import { LineInput } from './line-input.tsx'
import { Menu } from './menu.tsx'
import { type Do, freeSectionName } from './outline-moves.ts'
import type { State, Store } from './store.ts'
import { Button } from './toolbar.tsx'
import { speaking } from './use-store.ts'
import type { WordName } from './words.ts'

/** What a section that is dragged is carried as: its number. */
export const DRAGGED_SECTION = 'application/x-jianbao-section'

export interface SectionHeadProps {
  readonly store: Store
  readonly state: State
  readonly change: Do
  readonly section: OutlineSection
  readonly at: number
  readonly add: (
    act: OutlineAct & { readonly text: string; readonly section: number },
    place: ItemPlace,
  ) => void
  /** What is to have the keys when the outline comes again; false while that is waited for. */
  readonly follow: (selector: string) => boolean
}

/** A section's name, and what is done with the section. */
export function SectionHead(props: SectionHeadProps) {
  const { store, state, change, add, section, at } = props
  const say = speaking(state.language)
  const [renames, rename] = useState(false)
  const readOnly = state.hello?.readOnly ?? true
  const briefs = section.items.length > 0 && section.items.every((one) => one.kind === 'brief')
  const named = (name: string) => {
    rename(false)
    if (name !== '' && name !== section.name) change({ act: 'rename-section', section: at, name })
  }
  const moveBy = (by: number) => {
    const to = at + by
    if (to < 0 || to >= state.outline.length || !props.follow(`[data-section="${to}"] h2 button`)) return
    change({ act: 'move-section', section: at, to })
  }
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0 || readOnly) return
    event.preventDefault()
    moveBy(by)
  }
  const newItem = () =>
    add(
      {
        act: briefs ? 'add-brief' : 'add-article',
        section: at,
        text: say(briefs ? 'newBrief' : 'newArticle'),
      },
      { section: at, item: section.items.length },
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move it too
    <div
      class="section-head"
      draggable={!readOnly && !renames}
      onDragStart={(event) => event.dataTransfer?.setData(DRAGGED_SECTION, String(at))}
    >
      {renames ? (
        <LineInput label={say('rename')} value={section.name} focused set={named} />
      ) : (
        <h2>
          <button
            type="button"
            onClick={() => store.goTo({ ...section.span, to: section.span.from })}
            onDblClick={() => !readOnly && rename(true)}
            onKeyDown={onKey}
          >
            {section.name}
          </button>
        </h2>
      )}
      {!readOnly && (
        <>
          <Button label={briefs ? say('addBrief') : say('addArticle')} name="add-item" press={newItem}>
            ＋
          </Button>
          <SectionMenu rename={() => rename(true)} moveBy={moveBy} {...props} />
        </>
      )}
    </div>
  )
}

/** What else is done with a section. */
function SectionMenu(
  props: SectionHeadProps & { readonly rename: () => void; readonly moveBy: (by: number) => void },
) {
  const { state, change, section, at, moveBy } = props
  const say = speaking(state.language)
  const item = (name: WordName, act: () => void) => (
    <button
      type="button"
      data-name={`section-${name}`}
      onClick={(event) => {
        event.currentTarget.blur()
        act()
      }}
    >
      {say(name)}
    </button>
  )
  return (
    <Menu
      class="section-menu"
      name="section-menu"
      label={`${section.name}：${say('more')}`}
      title={say('more')}
      head="⋯"
    >
      {item('rename', props.rename)}
      {item('moveUp', () => moveBy(-1))}
      {item('moveDown', () => moveBy(1))}
      {item('copy', () =>
        change({ act: 'copy-section', section: at, name: freeSectionName(state.outline, section.name) }),
      )}
      {state.outline.length > 1 && item('remove', () => change({ act: 'remove-section', section: at }))}
    </Menu>
  )
}
