import type { Language } from './words.ts'

/** What every command may be told. */
export interface GlobalOptions {
  readonly lang?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly json?: boolean
}

/** Where a command writes: results to stdout, everything else to stderr. */
export interface Terminal {
  readonly language: Language
  readonly colour: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly json: boolean
  /** The result itself: one chunk to stdout. */
  result(text: string): void
  /** A line for people, on stderr; not when quiet. */
  say(text: string): void
  /** Diagnostics and the like, on stderr; also when quiet. */
  complain(text: string): void
  /** What is being done now: one line that the next replaces; only on a terminal. */
  progress(text: string): void
  /** Picks the sentence of the user's language. */
  words(zh: string, en: string): string
}

export function openTerminal(options: GlobalOptions, language: Language, env: NodeJS.ProcessEnv): Terminal {
  const quiet = options.quiet ?? false
  const live = process.stderr.isTTY === true && !quiet && env.CI === undefined
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    language,
    colour: process.stderr.isTTY === true && (env.NO_COLOR ?? '') === '',
    quiet,
    verbose: options.verbose ?? false,
    json: options.json ?? false,
    result: (text) => {
      clear()
      process.stdout.write(text)
    },
    say: (text) => {
      clear()
      if (!quiet) process.stderr.write(`${text}\n`)
    },
    complain: (text) => {
      clear()
      process.stderr.write(text)
    },
    progress: (text) => {
      if (!live) return
      clear()
      process.stderr.write(text)
      shown = true
    },
    words: (zh, en) => (language === 'zh' ? zh : en),
  }
}
