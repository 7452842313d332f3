import { useLayoutEffect, useRef } from 'preact/hooks'
import type { PageBox } from '../../display/source-map.ts'
import type { BuiltState, GridFacts, MessageMark, Overlay, ScreenPage } from '../protocol.ts'
import { changedPart, itemsIn, type PagePart } from './changed-part.ts'
import { paintPage } from './paint.ts'
import { suppliesFor, whenSupplied } from './supplies.ts'
import type { PageLanguage } from './words.ts'

/** Most pixels of one page: more costs memory and is seen by nobody. */
const MOST_PIXELS = 24_000_000
/** How far outside the view pages are painted already. */
const AHEAD = '60%'

/** A page on the screen, painted while it is seen. */
export function PageCanvas(props: {
  readonly page: ScreenPage
  readonly index: number
  readonly zoom: number
  readonly built: BuiltState
  readonly marks: readonly PageBox[]
  readonly places?: readonly MessageMark[]
  readonly overlays?: readonly Overlay[]
  readonly language?: PageLanguage
  readonly grid?: boolean
  readonly columns?: boolean
  readonly onPlace?: (x: number, y: number) => void
}) {
  const { page, index, zoom, built, onPlace } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const { accent, gray } = built
  // Before the browser shows anything else, so that no frame is lost.
  useLayoutEffect(
    () => paintWhileSeen(canvas.current, page, zoom, { accent, gray }),
    [page, zoom, accent, gray],
  )
  const size = { width: `${page.width * zoom}px`, height: `${page.height * zoom}px` }
  const place = (event: MouseEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
    onPlace?.((event.clientX - box.left) / zoom, (event.clientY - box.top) / zoom)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the source, which the page follows
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div class="page" style={size} data-page={index} onClick={place}>
      <canvas ref={canvas} style={size} role="img" aria-label={`${index + 1}: ${page.text.slice(0, 2000)}`} />
      {(props.grid || props.columns) && built.grid && (
        <Grid facts={built.grid} {...props} lines={props.grid ?? false} />
      )}
      {props.overlays?.map(({ kind, words, box }) => (
        <div
          class="overlay"
          key={`${kind} ${box.x} ${box.y}`}
          data-kind={kind}
          title={words[props.language ?? 'zh']}
          style={boxStyle(box, zoom)}
        />
      ))}
      {props.marks.map((box) => (
        <div class="mark" key={`${box.x} ${box.y}`} style={boxStyle(box, zoom)} />
      ))}
      {props.places?.map(({ severity, words, box }) => (
        <div
          class="place"
          key={`${words.en} ${box.x} ${box.y}`}
          data-severity={severity}
          title={words[props.language ?? 'zh']}
          style={boxStyle(box, zoom)}
        />
      ))}
    </div>
  )
}

function boxStyle(box: PageBox, zoom: number) {
  const { x, y, width, height } = box
  return {
    left: `${x * zoom}px`,
    top: `${y * zoom}px`,
    width: `${width * zoom}px`,
    height: `${height * zoom}px`,
  }
}

function paintWhileSeen(
  canvas: HTMLCanvasElement | null,
  page: ScreenPage,
  zoom: number,
  colours: { readonly accent: string; readonly gray: boolean },
): () => void {
  if (canvas === null) return () => {}
  let seen = false
  const paint = () => {
    if (seen) paintOn(canvas, page, zoom, colours)
  }
  const paintMissing = () => {
    if (painted.get(canvas)?.complete === false) paint()
  }
  const observer = new IntersectionObserver(
    ([entry]) => {
      seen = entry?.isIntersecting ?? false
      if (seen) paint()
      else [canvas.width, canvas.height] = [0, 0]
    },
    { rootMargin: AHEAD },
  )
  const box = canvas.getBoundingClientRect()
  // What is seen now changes at once, without a blank between.
  if (box.bottom > 0 && box.top < innerHeight && canvas.width > 0) {
    seen = true
    paint()
  }
  observer.observe(canvas)
  const silent = whenSupplied(paintMissing)
  return () => {
    observer.disconnect()
    silent()
  }
}

/** What a canvas shows. */
interface PaintedCanvas {
  readonly page: ScreenPage
  readonly look: string
  readonly complete: boolean
}

const painted = new WeakMap<HTMLCanvasElement, PaintedCanvas>()

function paintOn(
  canvas: HTMLCanvasElement,
  page: ScreenPage,
  zoom: number,
  colours: { readonly accent: string; readonly gray: boolean },
): void {
  const wanted = zoom * devicePixelRatio
  const most = Math.sqrt(MOST_PIXELS / (page.width * page.height))
  const scale = Math.min(wanted, most)
  const [width, height] = [Math.round(page.width * scale), Math.round(page.height * scale)]
  const look = JSON.stringify([width, height, colours])
  const known = canvas.width === width && canvas.height === height ? painted.get(canvas) : undefined
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) return
  const start = performance.now()
  const part = known?.look === look && known.complete ? changedPart(known.page, page) : 'whole'
  let complete = true
  const supplies = suppliesFor(context, colours, () => {
    complete = false
  })
  if (part === 'whole') paintPage(context, page, scale, supplies)
  else if (part !== null)
    within(context, part, scale, () =>
      paintPage(context, { ...page, items: itemsIn(page.items, part) }, scale, supplies),
    )
  painted.set(canvas, { page, look, complete })
  canvas.dataset.milliseconds = (performance.now() - start).toFixed(1)
  canvas.dataset.painted = String(Number(canvas.dataset.painted ?? 0) + 1)
}

/** Paints in a part of the canvas alone: whole pixels, so that its edge is not seen. */
function within(
  context: CanvasRenderingContext2D,
  { left, top, right, bottom }: PagePart,
  scale: number,
  paint: () => void,
): void {
  const { width, height } = context.canvas
  const [x, y] = [left, top].map((one) => Math.max(0, Math.floor(one * scale) - 1)) as [number, number]
  const across = Math.min(width, Math.ceil(right * scale) + 1) - x
  const down = Math.min(height, Math.ceil(bottom * scale) + 1) - y
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.beginPath()
  context.rect(x, y, across, down)
  context.clip()
  paint()
  context.restore()
}

/** Columns of the type area, and their lines. */
function Grid(props: {
  readonly facts: GridFacts
  readonly lines: boolean
  readonly page: ScreenPage
  readonly index: number
  readonly zoom: number
}) {
  const { facts, page, index, zoom } = props
  const recto = index % 2 === 0
  const left = recto ? facts.inside : facts.outside
  const width = page.width - facts.inside - facts.outside
  const height = page.height - facts.top - facts.bottom
  const column = (width - (facts.columns - 1) * facts.columnGap) / facts.columns
  return (
    <>
      {Array.from({ length: facts.columns }, (_, at) => (
        <div
          class="grid-column"
          data-lines={props.lines}
          key={String(at)}
          style={{
            left: `${(left + at * (column + facts.columnGap)) * zoom}px`,
            top: `${facts.top * zoom}px`,
            width: `${column * zoom}px`,
            height: `${height * zoom}px`,
            backgroundSize: `100% ${facts.lineHeight * zoom}px`,
          }}
        />
      ))}
    </>
  )
}
