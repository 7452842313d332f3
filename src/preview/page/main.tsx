import { render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { PageDesk } from './desk.ts'
import { takeDroppedFiles } from './dropped-files.ts'
import { FitBar } from './fit-bar.tsx'
import { GoneNotice } from './gone-notice.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { keyboard } from './keyboard.ts'
import { allMessages, MessagesPane } from './messages-pane.tsx'
import { OutlinePane } from './outline-pane.tsx'
import { PagesPane, sourceAt } from './pages-pane.tsx'
import { SourcePane } from './source-pane.tsx'
import { Steady } from './steady.tsx'
import { type Pane, type Panel, type State, Store } from './store.ts'
import { ThumbnailsPane } from './thumbnails-pane.tsx'
import { Button, Toolbar } from './toolbar.tsx'
import { speaking, useStore } from './use-store.ts'
import type { WordName } from './words.ts'

const PANELS: readonly Panel[] = ['outline', 'messages', 'thumbnails']
const PANES: readonly Pane[] = ['source', 'pages', 'outline', 'messages']
const store = new Store()
const desk = new PageDesk(store)

function App() {
  const state = useStore(store)
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (host.current) desk.openEditor(host.current)
    const ends = [
      keyboard(store, () => void desk.save()),
      takeDroppedFiles(async (files, on, at) => desk.dropAt(await sourceAt(store, on, at), files)),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [])
  document.documentElement.dataset.theme = state.dark ? 'dark' : 'light'
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en'
  const unsaved = desk.unsaved()
  return (
    <div
      class="app"
      data-source={state.showsSource}
      data-panel={state.panel ?? 'none'}
      data-pane={state.pane}
    >
      <Toolbar
        store={store}
        state={state}
        save={() => void desk.save()}
        unsaved={unsaved.size > 0}
        makePdf={() => void desk.download('pdf')}
        openIssue={(number) => void desk.openIssue(number)}
        makeIssue={(next) => void desk.makeIssue(next)}
      />
      {state.gone && <GoneNotice state={state} unsaved={unsaved} keep={() => desk.keepUnsaved()} />}
      <main>
        <SourcePane
          store={store}
          state={state}
          host={host}
          unsaved={unsaved}
          keep={() => void desk.save(state.file)}
          take={() => void desk.take(state.file)}
          merge={() => void desk.merge(state.file)}
          textOf={(file) => desk.text(file)}
        />
        <PagesPane store={store} state={state} />
        <Steady by={sideFacts(state)} show={() => <SidePane state={state} />} />
      </main>
      <FitBar state={state} />
      <PaneTabs state={state} />
      <HelpDialog store={store} state={state} />
    </div>
  )
}

/** What the pane at the side is shown by. */
function sideFacts(state: State): readonly unknown[] {
  const { panel, pane, language, hello, outline, head, messages, findings, built, pages, page } = state
  const small = panel === 'thumbnails' || pane === 'thumbnails' ? [pages, page] : []
  const number = built?.number
  return [panel, pane, language, hello, outline, head, number, messages, findings, built?.pictures, ...small]
}

function SidePane({ state }: { readonly state: State }) {
  const say = speaking(state.language)
  const narrow = PANELS.find((one) => one === state.pane)
  const panel = matchMedia('(max-width: 760px)').matches ? (narrow ?? state.panel) : state.panel
  return (
    <aside class="side" aria-label={say(panel ?? 'outline')}>
      <nav class="tabs" aria-label={say('panels')}>
        {PANELS.map((one) => {
          const count = one === 'messages' ? allMessages(state).length : 0
          const label = count > 0 ? `${say(one)} ${count}` : say(one)
          const press = () => store.set({ panel: state.panel === one ? null : one })
          return (
            <Button key={one} label={label} name={one} on={panel === one} press={press}>
              {label}
            </Button>
          )
        })}
      </nav>
      <div class="panel">
        {panel === 'outline' && (
          <OutlinePane
            store={store}
            state={state}
            change={(act) => void desk.change(act)}
            drop={(at, files) => void desk.drop(at, files)}
            textOf={(file) => desk.text(file)}
          />
        )}
        {panel === 'messages' && (
          <MessagesPane
            state={state}
            cure={(one) => desk.cure(one)}
            goTo={(one) => desk.goTo(one)}
            lineOf={(span) => desk.editor?.lineOf(span) ?? null}
          />
        )}
        {panel === 'thumbnails' && <ThumbnailsPane store={store} state={state} />}
      </div>
      <Products state={state} />
    </aside>
  )
}

/** The finished PDF in a tab of its own, where the browser prints it; what has errors has none. */
function printPages({ built, language }: State): void {
  if (built?.stale) store.set({ notice: speaking(language)('stale') })
  else open('product/pdf?show', '_blank')
}

function Products({ state }: { readonly state: State }) {
  const say = speaking(state.language)
  return (
    <details class="products">
      <summary>
        {say('download')} · {say('print')}
      </summary>
      <Button label={say('print')} name="print-pages" press={() => printPages(state)}>
        {say('print')}
      </Button>
      {(state.hello?.products ?? []).map((kind) => {
        const name = (kind === 'print' ? 'print_product' : kind) as WordName
        return (
          <Button
            key={kind}
            label={say(name)}
            name={`product-${kind}`}
            press={() => void desk.download(kind)}
          >
            {say(name)}
          </Button>
        )
      })}
    </details>
  )
}

/** On a narrow screen, which of the panes is shown. */
function PaneTabs({ state }: { readonly state: State }) {
  const say = speaking(state.language)
  return (
    <nav class="pane-tabs" aria-label={say('panes')}>
      {PANES.map((pane) => (
        <Button
          key={pane}
          label={say(pane as WordName)}
          name={`pane-${pane}`}
          on={state.pane === pane}
          press={() => store.set({ pane })}
        >
          {say(pane as WordName)}
        </Button>
      ))}
    </nav>
  )
}

const root = document.getElementById('app')
if (root) render(<App />, root)
