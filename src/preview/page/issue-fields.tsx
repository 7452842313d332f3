import { HEAD_FIELDS, type HeadField } from '../../issue/write/outline-acts.ts'
import { LineInput } from './line-input.tsx'
import { type Do, tidied } from './outline-moves.ts'
import type { State } from './store.ts'
import { speaking } from './use-store.ts'

/** Number, date and wished pages of the issue (期号、日期、页数), for those who do not want YAML. */
export function IssueFields({ state, change }: { readonly state: State; readonly change: Do }) {
  const say = speaking(state.language)
  const { head, built } = state
  const preset: Readonly<Record<HeadField, string>> = {
    number: String(built?.number ?? ''),
    date: '',
    pages: say('any'),
  }
  const set = (field: HeadField) => (typed: string) => {
    const text = tidied(field, typed)
    // An issue has a date: a field that was emptied shows it again.
    if (text !== (head[field] ?? '') && !(field === 'date' && text === ''))
      change({ act: 'set-issue', field, text })
  }
  return (
    <div class="issue-fields">
      {HEAD_FIELDS.map((field) => (
        <div key={field}>
          <span aria-hidden="true">{say(`field_${field}`)}</span>
          <LineInput
            name={`issue-${field}`}
            label={say(`field_${field}`)}
            value={head[field] ?? ''}
            placeholder={preset[field]}
            set={set(field)}
          />
        </div>
      ))}
    </div>
  )
}
