import type { ComponentChildren } from 'preact'
import { OverlaysMenu } from './overlays-menu.tsx'
import { turnTo } from './pages-pane.tsx'
import type { State, Store, View } from './store.ts'
import { speaking } from './use-store.ts'

const STEP = 1.25
const VIEWS: readonly (readonly [View, string])[] = [
  ['single', '▯'],
  ['continuous', '▤'],
  ['facing', '▯▯'],
]

/** Zooms in or out by steps from what is shown. */
export function zoomBy(store: Store, steps: number): void {
  const page = document.querySelector<HTMLElement>('.pages .page')
  const [first] = store.state.pages
  if (!page || !first) return
  const now = page.getBoundingClientRect().width / first.width
  store.set({ zoom: Math.min(8, Math.max(0.1, now * STEP ** steps)) })
}

export function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen()
}

export function Button(props: {
  readonly label: string
  readonly on?: boolean | undefined
  readonly press: () => void
  readonly name?: string
  readonly children: ComponentChildren
}) {
  return (
    <button
      type="button"
      title={props.label}
      aria-label={props.label}
      aria-pressed={props.on}
      data-name={props.name}
      onClick={props.press}
    >
      {props.children}
    </button>
  )
}

/** What is done with the pages. */
export function Toolbar(props: {
  readonly store: Store
  readonly state: State
  readonly save: () => void
  readonly unsaved: boolean
}) {
  const { store, state } = props
  const say = speaking(state.language)
  const readOnly = state.hello?.readOnly ?? false
  return (
    <header class="toolbar" title={say('keys')}>
      <Button
        label={say('source')}
        on={state.showsSource}
        press={() => store.set({ showsSource: !state.showsSource })}
      >
        ✎
      </Button>
      {!readOnly && (
        <>
          <Button label={say('save')} name="save" press={props.save}>
            {say('save')}
          </Button>
          <span class="saved" role="status">
            {props.unsaved ? say('unsaved') : say('saved')}
          </span>
          <label class="autosave">
            <input
              type="checkbox"
              checked={state.autosave}
              onChange={(event) => store.set({ autosave: event.currentTarget.checked })}
            />
            {say('autosave')}
          </label>
        </>
      )}
      <span class="spring" />
      <PageTools store={store} state={state} />
      <span class="spring" />
      <Button label={say('theme')} press={() => store.set({ dark: !state.dark })}>
        ◐
      </Button>
      <Button
        label={say('language')}
        name="language"
        press={() => store.set({ language: state.language === 'zh' ? 'en' : 'zh' })}
      >
        {say('language')}
      </Button>
    </header>
  )
}

function PageTools({ store, state }: { readonly store: Store; readonly state: State }) {
  const say = speaking(state.language)
  return (
    <>
      <Button label={say('previousPage')} press={() => turnTo(store, state.page - 1)}>
        ‹
      </Button>
      <span class="page-number" role="status">
        {state.pages.length === 0 ? 0 : state.page + 1} / {state.pages.length}
      </span>
      <Button label={say('nextPage')} press={() => turnTo(store, state.page + 1)}>
        ›
      </Button>
      <Button label={say('zoomOut')} press={() => zoomBy(store, -1)}>
        −
      </Button>
      <Button label={say('zoomIn')} press={() => zoomBy(store, 1)}>
        ＋
      </Button>
      <Button label={say('fitWidth')} on={state.zoom === 'width'} press={() => store.set({ zoom: 'width' })}>
        ↔
      </Button>
      <Button label={say('fitPage')} on={state.zoom === 'page'} press={() => store.set({ zoom: 'page' })}>
        ⤢
      </Button>
      {VIEWS.map(([view, sign]) => (
        <Button
          key={view}
          label={say(view)}
          name={view}
          on={state.view === view}
          press={() => store.set({ view })}
        >
          {sign}
        </Button>
      ))}
      <Button label={say('grid')} name="grid" on={state.grid} press={() => store.set({ grid: !state.grid })}>
        ▦
      </Button>
      <Button
        label={say('places')}
        name="places"
        on={state.places}
        press={() => store.set({ places: !state.places })}
      >
        !
      </Button>
      <OverlaysMenu store={store} state={state} />
      <Button label={say('fullScreen')} press={fullScreen}>
        ⛶
      </Button>
    </>
  )
}
