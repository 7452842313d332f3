import type { Diagnostic } from '../base/diagnostic.ts'
import { wordsOf } from '../report/words.ts'
import type { Message } from './protocol.ts'

/** A diagnostic as the page shows it, in both languages. */
export function messageOf(one: Diagnostic): Message {
  const { severity, code, span, replacement } = one
  const place = one.replaces ?? span
  return {
    severity,
    code,
    words: { zh: wordsOf(one, 'zh'), en: wordsOf(one, 'en') },
    span,
    cure: replacement === undefined || place === null ? null : { span: place, text: replacement },
  }
}
