import { useEffect, useRef, useState } from 'preact/hooks'
import type { Span } from '../../base/source.ts'
import {
  BODY_TO_COME,
  type ItemPlace,
  type OutlineAct,
  type OutlineItem,
  type OutlineSection,
} from '../../issue/write/outline-acts.ts'
import { LineInput } from './line-input.tsx'
import { type Do, placeBeside } from './outline-moves.ts'
import { PiecePane } from './piece-pane.tsx'
import type { State, Store } from './store.ts'
import { Button } from './toolbar.tsx'
import { speaking } from './use-store.ts'

interface OutlineProps {
  readonly store: Store
  readonly state: State
  readonly change: Do
  readonly drop: (at: ItemPlace, files: FileList) => void
  readonly textOf: (file: string) => string
}

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
  const add = (act: OutlineAct & { readonly section: number }, place: ItemPlace) => {
    added.current = place
    change(act)
  }
  return (
    <div class="outline">
      <div class="pieces">
        {state.outline.map((section, at) => (
          <Section
            key={`${at} ${section.name}`}
            {...props}
            add={add}
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
            press={() => change({ act: 'add-section', name: say('newSectionName') })}
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

interface SectionProps extends OutlineProps {
  readonly add: (act: OutlineAct & { readonly section: number }, place: ItemPlace) => void
  readonly section: OutlineSection
  readonly at: number
  readonly chosen: ItemPlace | null
  readonly choose: (place: ItemPlace) => void
}

function Section(props: SectionProps) {
  const { state, change, add, section, at } = props
  const say = speaking(state.language)
  const [renames, rename] = useState(false)
  const readOnly = state.hello?.readOnly ?? true
  const briefs = section.items.length > 0 && section.items.every((one) => one.kind === 'brief')
  const takeOver = (event: DragEvent) => {
    const from = draggedPiece(event)
    if (from === null) return
    event.preventDefault()
    const own = from.section === at ? 1 : 0
    change({ act: 'move', from, to: { section: at, item: section.items.length - own } })
  }
  const named = (name: string) => {
    rename(false)
    if (name !== '' && name !== section.name) change({ act: 'rename-section', section: at, name })
  }
  return (
    <section
      aria-label={section.name}
      data-section={at}
      onDragOver={(event) => event.preventDefault()}
      onDrop={takeOver}
    >
      <h3>
        {renames ? (
          <LineInput label={say('rename')} value={section.name} focused set={named} />
        ) : (
          <button
            type="button"
            onClick={() => props.store.goTo({ ...section.span, to: section.span.from })}
            onDblClick={() => !readOnly && rename(true)}
          >
            {section.name}
          </button>
        )}
        {!readOnly && (
          <>
            <Button label={say('rename')} press={() => rename(true)}>
              ✎
            </Button>
            <Button
              label={briefs ? say('addBrief') : say('addArticle')}
              name="add-item"
              press={() =>
                add(
                  {
                    act: briefs ? 'add-brief' : 'add-article',
                    section: at,
                    text: say(briefs ? 'newBrief' : 'newArticle'),
                  },
                  { section: at, item: section.items.length },
                )
              }
            >
              ＋
            </Button>
          </>
        )}
      </h3>
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
    else if (files) props.drop(place, files)
  }
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0 || readOnly) return
    event.preventDefault()
    const to = placeBeside(state.outline, place, by)
    if (to === null) return
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
