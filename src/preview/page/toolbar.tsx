import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'
import { IssueMenu, type NextIssue } from './issue-menu.tsx'
import { OverlaysMenu } from './overlays-menu.tsx'
import { turnTo } from './pages-pane.tsx'
import type { State, Store, View } from './store.ts'
import { speaking } from './use-store.ts'
import { hasWord, type WordName } from './words.ts'
import { zoomBy } from './zoom.ts'

const VIEWS: readonly View[] = ['single', 'continuous', 'facing']

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

/** A sign over its word, which is its name; `label` says more to who rests on it. */
function Tool(props: {
  readonly icon: IconName
  readonly word: string
  readonly label: string
  readonly on?: boolean | undefined
  readonly press: () => void
  readonly name?: string
}) {
  return (
    <button
      type="button"
      class="tool"
      title={props.label}
      aria-pressed={props.on}
      data-name={props.name ?? props.icon}
      onClick={props.press}
    >
      <Icon name={props.icon} />
      <span class="word">{props.word}</span>
    </button>
  )
}

interface ToolbarProps {
  readonly store: Store
  readonly state: State
  readonly save: () => void
  readonly unsaved: boolean
  readonly makePdf: () => void
  readonly openIssue: (number: number) => void
  readonly makeIssue: (next: NextIssue) => void
}

/** What is done with the texts and the pages. */
export function Toolbar(props: ToolbarProps) {
  const { store, state } = props
  const say = speaking(state.language)
  return (
    <header class="toolbar">
      <h1 class="unseen">
        {state.hello?.title} {say('title_page')}
      </h1>
      <IssueMenu state={state} open={props.openIssue} make={props.makeIssue} />
      <Tool
        icon="source"
        word={say('source')}
        label={say('source')}
        on={state.showsSource}
        press={() => store.set({ showsSource: !state.showsSource })}
      />
      {!(state.hello?.readOnly ?? false) && <Saving {...props} />}
      <Tool
        icon="download"
        word={say('pdf_short')}
        label={say('pdf_long')}
        press={props.makePdf}
        name="make-pdf"
      />
      <span class="spring" />
      <PageTools store={store} state={state} />
      <span class="spring" />
      <Tool
        icon="theme"
        word={say('theme_short')}
        label={say('theme')}
        press={() => store.set({ dark: !state.dark })}
      />
      <Tool
        icon="language"
        word={say('language')}
        label={say('language')}
        press={() => store.set({ language: state.language === 'zh' ? 'en' : 'zh' })}
      />
      <Tool
        icon="help"
        word={say('help_short')}
        label={say('help')}
        press={() => store.set({ help: !state.help })}
      />
    </header>
  )
}

function Saving({ store, state, save, unsaved }: ToolbarProps) {
  const say = speaking(state.language)
  return (
    <>
      <Tool icon="save" word={say('save')} label={say('save')} press={save} />
      <span class="saving">
        <span class="saved" role="status">
          {unsaved ? say('unsaved') : say('saved')}
        </span>
        <label class="autosave">
          <input
            type="checkbox"
            checked={state.autosave}
            onChange={(event) => store.set({ autosave: event.currentTarget.checked })}
          />
          {say('autosave')}
        </label>
      </span>
    </>
  )
}

function PageTools({ store, state }: { readonly store: Store; readonly state: State }) {
  const say = speaking(state.language)
  const tool = (name: IconName & WordName, press: () => void, on?: boolean) => {
    const short = `${name}_short` as WordName
    return (
      <Tool icon={name} word={say(hasWord(short) ? short : name)} label={say(name)} on={on} press={press} />
    )
  }
  return (
    <>
      {tool('previousPage', () => turnTo(store, state.page - 1))}
      <span class="page-number" role="status">
        {state.pages.length === 0 ? 0 : state.page + 1} / {state.pages.length}
      </span>
      {tool('nextPage', () => turnTo(store, state.page + 1))}
      {tool('zoomOut', () => zoomBy(store, -1))}
      {tool('zoomIn', () => zoomBy(store, 1))}
      {tool('fitWidth', () => store.set({ zoom: 'width' }), state.zoom === 'width')}
      {tool('fitPage', () => store.set({ zoom: 'page' }), state.zoom === 'page')}
      {VIEWS.map((view) => (
        <span key={view}>{tool(view, () => store.set({ view }), state.view === view)}</span>
      ))}
      {tool('grid', () => store.set({ grid: !state.grid }), state.grid)}
      {tool('places', () => store.set({ places: !state.places }), state.places)}
      <OverlaysMenu store={store} state={state} />
      {tool('fullScreen', fullScreen)}
    </>
  )
}
