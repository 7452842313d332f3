import { fstatSync, statSync } from 'node:fs'
import type { Language } from '../report/words.ts'
import { toStderr, toStdout } from './streams.ts'

/** How diagnostics are written. */
export type Format = 'human' | 'github' | 'sarif' | 'json'

/** What every command may be told. */
export interface GlobalOptions {
  readonly lang?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly json?: boolean
  readonly format?: string
}

/** Where a command writes: results to stdout, everything else to stderr. */
export interface Terminal {
  readonly language: Language
  readonly colour: boolean
  /** Columns of the terminal; null where there is none. */
  readonly columns: number | null
  /** Whether the terminal shows links (OSC 8). */
  readonly links: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly format: Format
  /** Whether somebody is there to answer a question. */
  readonly asks: boolean
  /** The result itself, to stdout. */
  result(chunk: string | Uint8Array): void
  /** A line for people, on stderr; not when quiet. */
  say(text: string): void
  /** Diagnostics and the like, on stderr; also when quiet. */
  complain(text: string): void
  /** What is being done now: one line that the next replaces; only on a terminal. */
  progress(text: string): void
  /** Picks the sentence of the user's language. */
  words(zh: string, en: string): string
  /** The same terminal in another language. */
  speaking(language: Language): Terminal
}

export function openTerminal(options: GlobalOptions, language: Language, env: NodeJS.ProcessEnv): Terminal {
  const quiet = options.quiet ?? false
  const inCi = (env.CI ?? '') !== '' && env.CI !== 'false' && env.CI !== '0'
  const seen = isSeen()
  const live = seen && !quiet && !inCi && env.TERM !== 'dumb'
  let shown = false
  const clear = () => {
    if (shown) toStderr('\r\u001b[K')
    shown = false
  }
  const terminal: Omit<Terminal, 'language' | 'words' | 'speaking'> = {
    colour: seen && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    columns: seen ? (process.stderr.columns ?? null) : null,
    links: live && showsLinks(env),
    quiet,
    verbose: options.verbose ?? false,
    format: options.json ? 'json' : ((options.format ?? 'human') as Format),
    asks: seen && process.stdin.isTTY === true && !inCi,
    result: (chunk) => {
      clear()
      toStdout(chunk)
    },
    say: (text) => {
      clear()
      if (!quiet) toStderr(`${text}\n`)
    },
    complain: (text) => {
      clear()
      toStderr(text)
    },
    progress: (text) => {
      if (!live) return
      clear()
      toStderr(text)
      shown = true
    },
  }
  return speaking(terminal, language)
}

function speaking(terminal: Omit<Terminal, 'language' | 'words' | 'speaking'>, language: Language): Terminal {
  return {
    ...terminal,
    language,
    words: (zh, en) => (language === 'zh' ? zh : en),
    speaking: (other) => speaking(terminal, other),
  }
}

/** Terminals that are known to show links; others might print their address as rubbish. */
const WITH_LINKS = /^(?:iTerm\.app|WezTerm|vscode|Hyper|ghostty|Tabby|rio|mintty|WarpTerminal)$/
const MARKS_OF_LINKS = ['WT_SESSION', 'KITTY_WINDOW_ID', 'KONSOLE_VERSION', 'DOMTERM'] as const

function showsLinks(env: NodeJS.ProcessEnv): boolean {
  if (WITH_LINKS.test(env.TERM_PROGRAM ?? '') || MARKS_OF_LINKS.some((name) => (env[name] ?? '') !== ''))
    return true
  // The widget of GNOME's and many other terminals, from 0.50 on.
  return Number(env.VTE_VERSION ?? 0) >= 5000
}

/**
 * Whether stderr is a terminal. Node's streams are opened only where there is something to write: opening one that is a
 * pipe loads all of Node's networking.
 */
function isSeen(): boolean {
  if (process.platform !== 'win32') {
    const stderr = fstatSync(2)
    if (!stderr.isCharacterDevice() || stderr.rdev === statSync('/dev/null').rdev) return false
  }
  return process.stderr.isTTY === true
}
