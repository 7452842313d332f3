import { useEffect, useRef, useState } from 'preact/hooks'
import type { State } from './store.ts'
import { speaking } from './use-store.ts'

type Place = readonly [x: number, y: number]

const ARROWS: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const STEP = 0.05
/** How long no arrow must have been pressed before what it moved is set. */
const REST_MILLISECONDS = 400

/** The photograph with a dot on what is kept when it is cropped, in parts of its width and height. */
export function FocusField(props: {
  /** undefined where the picture cannot be shown. */
  readonly number: number | undefined
  readonly focus: Place
  readonly state: State
  readonly set: (focus: [number, number]) => void
}) {
  const { number, focus, state, set } = props
  const say = speaking(state.language)
  const [moved, move] = useState<Place | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [x, y] = moved ?? focus
  /** Where arrows moved it that were not set yet: what is set meanwhile does not take it back. */
  const pressed = useRef<Place | null>(null)
  useEffect(() => {
    if (pressed.current === null) move(null)
  }, [focus[0], focus[1]])
  const drag = (event: PointerEvent) => {
    const field = event.currentTarget as HTMLElement
    field.setPointerCapture(event.pointerId)
    move(placeIn(field, event))
    field.onpointermove = (to) => move(placeIn(field, to))
    field.onpointerup = (last) => {
      field.onpointermove = null
      field.onpointerup = null
      set(placeIn(field, last))
    }
  }
  const onKey = (event: KeyboardEvent) => {
    const by = ARROWS[event.key]
    if (by === undefined || event.altKey) return
    event.preventDefault()
    const [fromX, fromY] = pressed.current ?? [x, y]
    const to: [number, number] = [part(fromX + by[0] * STEP), part(fromY + by[1] * STEP)]
    pressed.current = to
    move(to)
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      pressed.current = null
      set(to)
    }, REST_MILLISECONDS)
  }
  const percent = { x: Math.round(x * 100), y: Math.round(y * 100) }
  return (
    <div
      class="focus"
      role="slider"
      tabIndex={0}
      aria-label={say('focus')}
      aria-valuenow={percent.x}
      aria-valuetext={say('focusAt', percent)}
      data-picture={number !== undefined}
      title={say('focus')}
      onPointerDown={drag}
      onKeyDown={onKey}
    >
      {number !== undefined && <img src={`picture/${number}`} alt="" draggable={false} />}
      <span class="dot" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} />
    </div>
  )
}

function placeIn(field: HTMLElement, { clientX, clientY }: PointerEvent): [number, number] {
  const box = field.getBoundingClientRect()
  return [part((clientX - box.left) / box.width), part((clientY - box.top) / box.height)]
}

/** A part of one, in hundredths. */
function part(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
}
