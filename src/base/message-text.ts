/** How bad it is: an error keeps the issue from being built; a warning and an info do not. */
export type Severity = 'error' | 'warning' | 'info'

/** One code's words (措辞); `{name}` stands for a value of the diagnostic. */
export interface MessageText {
  readonly severity: Severity
  readonly zh: string
  readonly en: string
  /** What to do about it, where a sentence helps more than a replacement text. */
  readonly hintZh?: string
  readonly hintEn?: string
  /** An info that is said without `-v` too: something was done that the editor would not see otherwise. */
  readonly told?: true
  /** The exit code when this error stops the program, 1 (the content has errors) unless given; of a warning: under `--strict`. */
  readonly exit?: 2 | 3 | 4 | 5 | 6 | 70
}
