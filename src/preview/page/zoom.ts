import type { Store } from './store.ts'

const STEP = 1.25
const [LEAST, MOST] = [0.1, 8]
/** What a turn of the wheel is, of the zoom. */
const WHEEL = 0.01

/** Pixels for a pt, as the pages are shown; null where there are none. */
function shownZoom(store: Store): number | null {
  const page = document.querySelector<HTMLElement>('.pages .page')
  const first = store.state.pages.find((one) => one !== null)
  return page && first ? page.getBoundingClientRect().width / first.width : null
}

function zoomTo(store: Store, zoom: number): void {
  store.set({ zoom: Math.min(MOST, Math.max(LEAST, zoom)) })
}

/** Zooms in or out by steps from what is shown. */
export function zoomBy(store: Store, steps: number): void {
  const now = shownZoom(store)
  if (now !== null) zoomTo(store, now * STEP ** steps)
}

interface Pinch {
  readonly apart: number
  readonly zoom: number
}

/** Two fingers on the pages, or the wheel with Ctrl (which a touchpad's two fingers are too), zoom them. */
export function zoomByFingers(store: Store, pane: HTMLElement): () => void {
  let pinch: Pinch | null = null
  const apart = ({ touches: [a, b] }: TouchEvent) =>
    a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : null
  const onTouch = (event: TouchEvent) => {
    const now = apart(event)
    const zoom = shownZoom(store)
    if (now === null || zoom === null) pinch = null
    else {
      event.preventDefault()
      pinch ??= { apart: now, zoom }
      if (event.type === 'touchmove') zoomTo(store, (pinch.zoom * now) / pinch.apart)
    }
  }
  const onWheel = (event: WheelEvent) => {
    const zoom = shownZoom(store)
    if (!event.ctrlKey || zoom === null) return
    event.preventDefault()
    zoomTo(store, zoom * Math.exp(-event.deltaY * WHEEL))
  }
  const kinds = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const
  for (const kind of kinds) pane.addEventListener(kind, onTouch, { passive: false })
  pane.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    for (const kind of kinds) pane.removeEventListener(kind, onTouch)
    pane.removeEventListener('wheel', onWheel)
  }
}
