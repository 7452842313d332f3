import { useEffect, useRef, useState } from 'preact/hooks'
import type { Span } from '../../base/source.ts'
import {
  BODY_TO_COME,
  type ItemPlace,
  type OutlineAct,
  type OutlineItem,
} from '../../issue/write/outline-acts.ts'
import { IssueFields } from './issue-fields.tsx'
import { type Do, freeSectionName, placeBeside } from './outline-moves.ts'
import { PiecePane } from './piece-pane.tsx'
import { DRAGGED_SECTION, SectionHead, type SectionHeadProps } from './section-head.tsx'
import type { State, Store } from './store.ts'
import { Button } from './toolbar.tsx'
import { speaking } from './use-store.ts'

interface OutlineProps {
  readonly store: Store
  readonly state: State
  readonly change: Do
  readonly drop: (at: ItemPlace, files: Iterable<File>) => void
  readonly textOf: (file: string) => string
}

/** How long is waited for the outline after a key that moves something. */
const PATIENCE_MILLISECONDS = 2000
const DRAGGED = 'application/x-jianbao-piece'

/** Sections and pieces (提纲): to go to, and to work with. */
export function OutlinePane(props: OutlineProps) {
  const { state, change } = props
  const say = speaking(state.language)
  const [chosen, choose] = useState<ItemPlace | null>(null)
  const readOnly = state.hello?.readOnly ?? true
  const item = chosen && state.outline[chosen.section]?.items[chosen.item]
  const added = useRef<ItemPlace | null>(null)
  // A piece that was added is at hand as soon as the outline has it: its words are chosen, to be written over.
  useEffect(() => {
    const place = added.current
    const fresh = place && state.outline[place.section]?.items[place.item]
    if (!place || !fresh) return
    added.current = null
    choose(place)
    props.store.goTo(wordsOf(fresh, props.textOf))
  }, [state.outline])
  const moved = useRef<{ readonly selector: string; readonly at: number } | null>(null)
  // What moved with a key has the keys still.
  useEffect(() => {
    const wanted = moved.current
    moved.current = null
    if (wanted !== null) document.querySelector<HTMLElement>(wanted.selector)?.focus()
  }, [state.outline])
  const follow = (selector: string) => {
    const at = performance.now()
    // A key that is held down does not move what stands there no more.
    if (moved.current !== null && at - moved.current.at < PATIENCE_MILLISECONDS) return false
    moved.current = { selector, at }
    return true
  }
  const add = (act: OutlineAct & { readonly text: string; readonly section: number }, place: ItemPlace) => {
    added.current = place
    change(act)
  }
  return (
    <div class="outline">
      <div class="pieces">
        {!readOnly && state.outline.length > 0 && <IssueFields state={state} change={change} />}
        {state.outline.map((section, at) => (
          <Section
            key={`${at} ${section.name}`}
            {...props}
            add={add}
            follow={follow}
            section={section}
            at={at}
            chosen={chosen}
            choose={choose}
          />
        ))}
        {!readOnly && (
          <Button
            label={say('addSection')}
            name="add-section"
            press={() =>
              change({ act: 'add-section', name: freeSectionName(state.outline, say('newSectionName')) })
            }
          >
            ＋ {say('addSection')}
          </Button>
        )}
      </div>
      {item && chosen && !readOnly && (
        <PiecePane key={`${chosen.section} ${chosen.item}`} {...props} item={item} at={chosen} />
      )}
    </div>
  )
}

/** Where a piece that was added has the words that are to be written over. */
function wordsOf({ span, kind }: OutlineItem, textOf: (file: string) => string): Span {
  const from = kind === 'brief' ? -1 : textOf(span.file).indexOf(BODY_TO_COME, span.from)
  return from < 0 || from > span.to ? span : { file: span.file, from, to: from + BODY_TO_COME.length }
}

interface SectionProps extends OutlineProps, SectionHeadProps {
  readonly change: Do
  readonly chosen: ItemPlace | null
  readonly choose: (place: ItemPlace) => void
}

function Section(props: SectionProps) {
  const { change, section, at } = props
  const takeOver = (event: DragEvent) => {
    const dragged = event.dataTransfer?.getData(DRAGGED_SECTION)
    if (dragged) {
      event.preventDefault()
      if (Number(dragged) !== at) change({ act: 'move-section', section: Number(dragged), to: at })
      return
    }
    const from = draggedPiece(event)
    if (from === null) return
    event.preventDefault()
    const own = from.section === at ? 1 : 0
    change({ act: 'move', from, to: { section: at, item: section.items.length - own } })
  }
  return (
    <section
      aria-label={section.name}
      data-section={at}
      onDragOver={(event) => event.preventDefault()}
      onDrop={takeOver}
    >
      <SectionHead {...props} />
      <ol>
        {section.items.map((item, index) => (
          <Piece key={`${index} ${item.title}`} {...props} item={item} place={{ section: at, item: index }} />
        ))}
      </ol>
    </section>
  )
}

function Piece(props: SectionProps & { readonly item: OutlineItem; readonly place: ItemPlace }) {
  const { store, state, change, item, place, chosen, choose } = props
  const readOnly = state.hello?.readOnly ?? true
  const isChosen = chosen?.section === place.section && chosen.item === place.item
  const select = () => {
    choose(place)
    if (item.own !== null) store.goTo({ file: item.own, from: 0, to: 0 })
    else store.goTo({ ...item.span, to: item.span.from })
  }
  const onDrop = (event: DragEvent) => {
    const files = event.dataTransfer?.files
    const from = draggedPiece(event)
    if (readOnly || (from === null && !files?.length)) return
    event.preventDefault()
    event.stopPropagation()
    if (from !== null) change({ act: 'move', from, to: place })
    else if (files) props.drop(place, [...files])
  }
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0 || readOnly) return
    event.preventDefault()
    const to = placeBeside(state.outline, place, by)
    if (to === null || !props.follow(`[data-piece="${to.section}-${to.item}"] button`)) return
    change({ act: 'move', from: place, to })
    choose(to)
  }
  return (
    <li
      draggable={!readOnly}
      data-piece={`${place.section}-${place.item}`}
      data-chosen={isChosen || undefined}
      onDragStart={(event) => event.dataTransfer?.setData(DRAGGED, JSON.stringify(place))}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <button type="button" onClick={select} onKeyDown={onKey}>
        {item.title.replaceAll('|', '')}
        {item.pictures.length > 0 && <small> 🖼{item.pictures.length}</small>}
      </button>
    </li>
  )
}

function draggedPiece(event: DragEvent): ItemPlace | null {
  const text = event.dataTransfer?.getData(DRAGGED)
  return text ? JSON.parse(text) : null
}
