import { catalogue } from '../base/catalogue.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { MessageText } from '../base/message-text.ts'

export type Language = 'zh' | 'en'

/** Words in both languages. */
export interface Both {
  readonly zh: string
  readonly en: string
}

/** A diagnostic in words. */
export interface Words {
  readonly message: string
  /** What to do about it; '' when the message says enough. */
  readonly hint: string
}

/** Looks a diagnostic's words up in the catalogue and fills its values in. */
export function wordsOf(diagnostic: Diagnostic, language: Language): Words {
  const text: MessageText = catalogue()[diagnostic.code]
  const hint = language === 'zh' ? text.hintZh : text.hintEn
  return {
    message: filled(text[language], diagnostic),
    hint: filled(hint ?? '', diagnostic),
  }
}

function filled(pattern: string, { values }: Diagnostic): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}

/** Environment variables; a type of our own, so that users of the library need no types of Node. */
interface Environment {
  readonly [name: string]: string | undefined
}

/** `--lang`, else the locale's language, else Chinese. */
export function languageOf(wanted: string | undefined, env: Environment): Language {
  const name = wanted ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? ''
  return /^en/i.test(name) ? 'en' : 'zh'
}

/** “1 page”, “2 pages”. */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
