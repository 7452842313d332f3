import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Span } from '../../base/source.ts'
import type { PageBox } from '../../display/source-map.ts'
import type { ScreenPage } from '../protocol.ts'
import { askProgram } from './office.ts'
import { PageCanvas } from './page-canvas.tsx'
import { mainBox } from './shown-pages.ts'
import { Steady } from './steady.tsx'
import type { State, Store, View, Zoom } from './store.ts'
import { speaking } from './use-store.ts'
import { zoomByFingers } from './zoom.ts'

/** Around the pages, in pixels. */
const AIR = 16

/** Pages by the rows that they stand in. */
export function rowsOf(count: number, view: View, at: number): readonly (readonly (number | null)[])[] {
  if (view === 'single') return count === 0 ? [] : [[Math.min(at, count - 1)]]
  if (view === 'continuous') return Array.from({ length: count }, (_, index) => [index])
  // As bound: the first page is a right one.
  const rows: (number | null)[][] = count > 0 ? [[null, 0]] : []
  for (let index = 1; index < count; index += 2) rows.push([index, index + 1 < count ? index + 1 : null])
  return rows
}

/** The zoom as a number: pixels for a pt. */
function zoomOf(zoom: Zoom, page: ScreenPage | null, view: View, room: DOMRect | null): number {
  if (typeof zoom === 'number') return zoom
  if (page === null || room === null) return 1
  const across = view === 'facing' ? 2 : 1
  const width = (room.width - 2 * AIR - (across - 1) * 2) / (page.width * across)
  const height = (room.height - 2 * AIR) / page.height
  return Math.max(0.1, zoom === 'width' ? width : Math.min(width, height))
}

/** The pages, in the view and at the zoom that were chosen; their place stays whatever comes. */
export function PagesPane({ store, state }: { readonly store: Store; readonly state: State }) {
  const pane = useRef<HTMLElement>(null)
  const room = useRoom(pane)
  const { pages, view, built } = state
  const first = pages.find((one) => one !== null) ?? null
  const zoom = zoomOf(state.zoom, first, view, room)
  const overlays = useMemo(
    () => byPage(state.overlays.filter(({ kind }) => state.shown.includes(kind))),
    [state.overlays, state.shown],
  )
  const marks = useMemo(() => byPage(state.mark.map((box) => ({ box }))), [state.mark])
  const places = useMemo(() => byPage(state.places ? state.marks : []), [state.marks, state.places])
  useLayoutEffect(() => keepPlace(pane.current), [zoom, view])
  useEffect(() => showMark(pane.current, state), [state.follow])
  useEffect(() => countPages(pane.current, store), [pages.length, view])
  useEffect(() => (pane.current ? zoomByFingers(store, pane.current) : undefined), [])
  const say = speaking(state.language)
  if (built === null || pages.length === 0)
    return (
      <section class="pages" ref={pane} data-empty aria-label={say('pages')}>
        <p role="status">{say(built?.stale ? 'noPages' : 'setting')}</p>
        {built?.stale && (
          <button type="button" onClick={() => store.set({ panel: 'messages', pane: 'messages' })}>
            {say('seeMessages')}
          </button>
        )}
      </section>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
    <section class="pages" ref={pane} data-view={view} tabIndex={0} aria-label={say('pages')}>
      {rowsOf(pages.length, view, state.page).map((row) => (
        <div class="row" key={row.join()}>
          {row.map((index) => {
            const width = `${(first?.width ?? 0) * zoom}px`
            if (index === null) return <div class="no-page" key="none" style={{ width }} />
            const page = pages[index] ?? null
            if (page === null) {
              // Not told of yet: it takes its room.
              const size = { width, height: `${(first?.height ?? 0) * zoom}px` }
              return <div class="page" key={index} style={size} data-page={index} />
            }
            const shown = {
              page,
              zoom,
              grid: state.grid,
              columns: state.columns,
              overlays: overlays.get(index) ?? NOTHING,
              marks: marks.get(index) ?? NOTHING,
              places: places.get(index) ?? NOTHING,
              language: state.language,
            }
            return (
              <Steady
                key={index}
                by={[...Object.values(shown), built.accent, built.gray, built.grid]}
                show={() => (
                  <PageCanvas
                    {...shown}
                    marks={shown.marks.map(({ box }) => box)}
                    index={index}
                    built={built}
                    onPlace={(x, y) => void goToSource(store, index, x, y)}
                  />
                )}
              />
            )
          })}
        </div>
      ))}
    </section>
  )
}

const NOTHING: readonly never[] = []

/** What is shown over the pages, by page. */
function byPage<T extends { readonly box: PageBox }>(all: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const here = found.get(one.box.page)
    if (here) here.push(one)
    else found.set(one.box.page, [one])
  }
  return found
}

async function goToSource(store: Store, page: number, x: number, y: number): Promise<void> {
  const span = (await askProgram('at', { page, x, y }))?.span
  if (span) store.goTo(span)
}

/** What stands in the source for a place of the window; null where no page has anything there. */
export async function sourceAt(
  { state }: Store,
  on: Element,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Promise<Span | null> {
  const element = on.closest<HTMLElement>('.pages .page')
  const index = Number(element?.dataset.page)
  const page = state.pages[index]
  if (!element || !page) return null
  const box = element.getBoundingClientRect()
  const zoom = box.width / page.width
  const place = { page: index, x: (clientX - box.left) / zoom, y: (clientY - box.top) / zoom }
  return (await askProgram('at', place))?.span ?? null
}

/** How much room there is, measured again when it changes. */
function useRoom(pane: { readonly current: HTMLElement | null }): DOMRect | null {
  const [room, measure] = useState<DOMRect | null>(null)
  useLayoutEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => {
      notePlace(element)
      measure(element.getBoundingClientRect())
    })
    observer.observe(element)
    const note = () => notePlace(element)
    element.addEventListener('scroll', note, { passive: true })
    measure(element.getBoundingClientRect())
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', note)
    }
  }, [])
  return room
}

/** The page at the top of the view, and which part of its height and of the pane's width lies there. */
interface Anchor {
  readonly page: string
  readonly down: number
  readonly across: number
  /** The zoom that it was noted at, by the page's height. */
  readonly height: number
}

const anchors = new WeakMap<HTMLElement, Anchor>()

function notePlace(pane: HTMLElement): void {
  const top = pane.getBoundingClientRect().top
  const pages = [...pane.querySelectorAll<HTMLElement>('.page')]
  const first = pages.find((one) => one.getBoundingClientRect().bottom > top + AIR)
  if (!first) return
  const box = first.getBoundingClientRect()
  const known = anchors.get(pane)
  // What scrolls because the pages became larger is not the reader's doing.
  if (known && known.page === first.dataset.page && Math.abs(known.height - box.height) > 1) return
  anchors.set(pane, {
    page: first.dataset.page ?? '0',
    down: (top - box.top) / box.height,
    across: (pane.scrollLeft + pane.clientWidth / 2) / pane.scrollWidth,
    height: box.height,
  })
}

function keepPlace(pane: HTMLElement | null): void {
  const anchor = pane && anchors.get(pane)
  if (!pane || !anchor) return
  const page = pane.querySelector<HTMLElement>(`.page[data-page="${anchor.page}"]`)
  if (page === null) return
  const box = page.getBoundingClientRect()
  pane.scrollTop += box.top - pane.getBoundingClientRect().top + anchor.down * box.height
  pane.scrollLeft = anchor.across * pane.scrollWidth - pane.clientWidth / 2
  anchors.set(pane, { ...anchor, height: box.height })
}

/** Brings the mark into view, where it is not. */
function showMark(pane: HTMLElement | null, { mark, markPart }: State): void {
  const box = mainBox(mark, markPart)
  if (!pane || !box || box.page < 0) return
  const at = mark.filter(({ page }) => page === box.page).indexOf(box)
  requestAnimationFrame(() => {
    const element = pane.querySelectorAll<HTMLElement>(`.page[data-page="${box.page}"] .mark`)[at]
    if (element === undefined) return
    const [view, place] = [pane.getBoundingClientRect(), element.getBoundingClientRect()]
    const seen = place.top >= view.top && place.bottom <= view.bottom
    if (!seen) pane.scrollTop += place.top - view.top - view.height / 3
  })
}

/** Tells the store which page is read. */
function countPages(pane: HTMLElement | null, store: Store): () => void {
  if (pane === null) return () => {}
  const note = () => {
    if (store.state.view === 'single') return
    const middle = pane.getBoundingClientRect().top + pane.clientHeight / 3
    const pages = [...pane.querySelectorAll<HTMLElement>('.page')]
    const topOf = (one: HTMLElement | undefined) => one?.getBoundingClientRect().top ?? 0
    const last = pages.findLast((one) => topOf(one) <= middle)
    // Of two that face each other the left one, which is read first.
    const found = pages.find((one) => Math.abs(topOf(one) - topOf(last)) < 1)
    const page = Number(found?.dataset.page ?? 0)
    if (page !== store.state.page) store.set({ page })
  }
  pane.addEventListener('scroll', note, { passive: true })
  return () => pane.removeEventListener('scroll', note)
}

/** Turns to a page. */
export function turnTo(store: Store, page: number): void {
  const last = store.state.pages.length - 1
  const to = Math.max(0, Math.min(last, page))
  store.set({ page: to })
  requestAnimationFrame(() => {
    document.querySelector(`.pages .page[data-page="${to}"]`)?.scrollIntoView({ block: 'start' })
  })
}
