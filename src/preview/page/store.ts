import type { Span } from '../../base/source.ts'
import type { PageBox } from '../../display/source-map.ts'
import type { IssueHead, OutlineSection } from '../../issue/write/outline-acts.ts'
import type {
  BuiltState,
  Message,
  MessageMark,
  Overlay,
  OverlayKind,
  Pushed,
  ScreenPage,
  WrittenText,
} from '../protocol.ts'
import type { PageLanguage } from './words.ts'

export type View = 'single' | 'continuous' | 'facing'
export type Panel = 'outline' | 'messages' | 'thumbnails'
export type Zoom = 'width' | 'page' | number
/** What a narrow screen shows, of which it has room for one. */
export type Pane = 'source' | 'pages' | Panel

/** All that the page shows. */
export interface State {
  readonly connected: boolean
  /** Whether the program is not heard for so long that it has ended. */
  readonly gone: boolean
  readonly hello: Pushed['hello'] | null
  readonly built: BuiltState | null
  /** null for one that was not told of yet. */
  readonly pages: readonly (ScreenPage | null)[]
  readonly messages: readonly Message[]
  readonly findings: readonly Message[]
  readonly marks: readonly MessageMark[]
  readonly overlays: readonly Overlay[]
  readonly outline: readonly OutlineSection[]
  readonly head: IssueHead
  /** The texts; their words are the editor's. */
  readonly sources: ReadonlyMap<string, Omit<WrittenText, 'text'>>
  readonly fault: string | null
  /** The text at hand in the source pane. */
  readonly file: string
  /** Where the pages show the place of the cursor. */
  readonly mark: readonly PageBox[]
  /** How far into its line the cursor is, as a part of it. */
  readonly markPart: number
  /** Counts the times that the pages are to show the mark. */
  readonly follow: number
  readonly page: number
  readonly view: View
  readonly zoom: Zoom
  readonly panel: Panel | null
  readonly showsSource: boolean
  readonly pane: Pane
  /** Whether the pages show the lines of the grid. */
  readonly grid: boolean
  readonly columns: boolean
  /** Whether the pages show where messages are about. */
  readonly places: boolean
  /** What else they show. */
  readonly shown: readonly OverlayKind[]
  readonly autosave: boolean
  readonly dark: boolean
  readonly language: PageLanguage
  /** What the source pane is to show next. */
  readonly goTo: { readonly span: Span; readonly count: number } | null
  /** Says briefly what happened. */
  readonly notice: string
  /** Whether the keys are shown. */
  readonly help: boolean
}

/** What is remembered in the browser from one preview to the next. */
type Kept = Pick<
  State,
  | 'view'
  | 'zoom'
  | 'panel'
  | 'showsSource'
  | 'grid'
  | 'columns'
  | 'places'
  | 'shown'
  | 'autosave'
  | 'dark'
  | 'language'
>
const KEPT: readonly (keyof Kept)[] = [
  'view',
  'zoom',
  'panel',
  'showsSource',
  'grid',
  'columns',
  'places',
  'shown',
  'autosave',
  'dark',
  'language',
]

type Listener = () => void

/** Holds what the page shows, and tells whoever shows it that it changed. */
export class Store {
  state: State
  readonly #listeners = new Set<Listener>()
  #waits = false

  constructor() {
    this.state = { ...startState(), ...remembered() }
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
    if (KEPT.some((key) => key in change)) remember(this.state)
    if (this.#waits) return
    this.#waits = true
    // One task's changes are shown at once.
    queueMicrotask(() => {
      this.#waits = false
      for (const listener of this.#listeners) listener()
    })
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  goTo(span: Span): void {
    const count = (this.state.goTo?.count ?? 0) + 1
    this.set({ goTo: { span, count }, file: span.file, showsSource: true })
  }
}

function startState(): State {
  const chinese = !/^en/i.test(navigator.language) || navigator.language === ''
  return {
    connected: false,
    gone: false,
    hello: null,
    built: null,
    pages: [],
    messages: [],
    findings: [],
    marks: [],
    overlays: [],
    outline: [],
    head: {},
    sources: new Map(),
    fault: null,
    file: '',
    mark: [],
    markPart: 0,
    follow: 0,
    page: 0,
    view: 'continuous',
    zoom: 'width',
    panel: 'outline',
    showsSource: true,
    pane: 'pages',
    grid: false,
    columns: false,
    places: true,
    shown: [],
    autosave: false,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    language: chinese ? 'zh' : 'en',
    goTo: null,
    notice: '',
    help: false,
  }
}

const STORED = 'jianbao-preview'

function remembered(): Partial<Kept> {
  try {
    const value = JSON.parse(localStorage.getItem(STORED) ?? '{}')
    return Object.fromEntries(KEPT.flatMap((key) => (key in value ? [[key, value[key]]] : [])))
  } catch {
    return {}
  }
}

function remember(state: State): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(Object.fromEntries(KEPT.map((key) => [key, state[key]]))))
  } catch {
    // A browser that keeps nothing begins anew each time.
  }
}
