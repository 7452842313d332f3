import type { Diagnostic } from '../base/diagnostic.ts'
import { wordsOf } from '../report/words.ts'
import type { Message } from './protocol.ts'

/** A diagnostic as the page shows it, in both languages; it has a cure where `textOf` knows the text that it is for. */
export function messageOf(
  one: Diagnostic,
  textOf: (file: string) => string | undefined = () => undefined,
): Message {
  const { severity, code, span, replacement } = one
  const place = one.replaces ?? span
  const was = place === null ? undefined : textOf(place.file)?.slice(place.from, place.to)
  return {
    severity,
    code,
    words: { zh: wordsOf(one, 'zh'), en: wordsOf(one, 'en') },
    span,
    cure:
      replacement === undefined || place === null || was === undefined
        ? null
        : { span: place, was, text: replacement },
  }
}
