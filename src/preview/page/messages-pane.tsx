import type { Span } from '../../base/source.ts'
import type { Message } from '../protocol.ts'
import type { State } from './store.ts'
import { speaking } from './use-store.ts'

const SIGNS = { error: '✕', warning: '!', info: 'i' } as const

/** Everything that is said of the issue: errors first, then warnings, proof findings and notes. */
export function allMessages({
  messages,
  findings,
}: Pick<State, 'messages' | 'findings'>): readonly Message[] {
  const all = [...messages, ...findings]
  const known = new Map(
    all.map((one) => [`${one.code} ${one.span?.file} ${one.span?.from} ${one.words.en.message}`, one]),
  )
  const order = ['error', 'warning', 'info']
  return [...known.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** The list of messages, each with its words and its cure. */
export function MessagesPane(props: {
  readonly state: State
  readonly cure: (message: Message) => void
  readonly goTo: (message: Message) => void
  /** The number of the line of a place; null for a text that is not open. */
  readonly lineOf: (span: Span) => number | null
}) {
  const { state, cure, goTo, lineOf } = props
  const say = speaking(state.language)
  const all = allMessages(state)
  const readOnly = state.hello?.readOnly ?? true
  if (all.length === 0) return <p class="nothing">{say('noMessages')}</p>
  return (
    <ul class="messages">
      {all.map((one) => {
        const { message, hint } = one.words[state.language]
        const { span } = one
        const key = `${one.code} ${span?.file} ${span?.from} ${message}`
        return (
          <li key={key} data-severity={one.severity} data-code={one.code}>
            <button type="button" class="message" disabled={span === null} onClick={() => goTo(one)}>
              <span class="sign" aria-hidden="true">
                {SIGNS[one.severity]}
              </span>
              <span>
                {message}
                {hint !== '' && <small>{hint}</small>}
                <small>
                  {one.code}
                  {span && ` · ${span.file}${atLine(lineOf(span))}`}
                </small>
              </span>
            </button>
            {one.cure && !readOnly && (
              <button type="button" class="cure" onClick={() => cure(one)}>
                {say('cure')} → {one.cure.text.trim().slice(0, 24)}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function atLine(line: number | null): string {
  return line === null ? '' : `:${line}`
}
