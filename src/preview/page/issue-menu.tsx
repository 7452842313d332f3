import { useState } from 'preact/hooks'
import type { Asked } from '../protocol.ts'
import { Menu } from './menu.tsx'
import { askProgram } from './office.ts'
import type { State } from './store.ts'
import { speaking } from './use-store.ts'

type List = Asked['issues']['answer']
export type NextIssue = NonNullable<List['next']>

/** The publication's issues (各期): to go to another, and to begin the next. */
export function IssueMenu(props: {
  readonly state: State
  readonly open: (number: number) => void
  readonly make: (next: NextIssue) => void
}) {
  const { state, open, make } = props
  const say = speaking(state.language)
  const [list, show] = useState<List | null>(null)
  const { hello, built } = state
  const title = built?.label || hello?.title || '…'
  return (
    <Menu
      class="issues"
      name="issues"
      label={`${say('issues')}：${title}`}
      title={say('issues')}
      head={
        <>
          <b>{title}</b> ▾
        </>
      }
      onOpen={() => void askProgram('issues', {}).then(show)}
    >
      {list?.issues.map(({ number, name, date, label }) => (
        <button
          type="button"
          key={number}
          data-issue={name}
          aria-current={number === hello?.number ? 'page' : undefined}
          onClick={() => open(number)}
        >
          {label || name} <small>{label ? `${name} · ${date}` : date}</small>
        </button>
      ))}
      {list && !hello?.readOnly && <NextButton next={list.next} say={say} make={make} />}
    </Menu>
  )
}

function NextButton(props: {
  readonly next: NextIssue | null
  readonly say: ReturnType<typeof speaking>
  readonly make: (next: NextIssue) => void
}) {
  const { next, say, make } = props
  if (next === null) return <p class="nothing">{say('noNextIssue')}</p>
  return (
    <button type="button" data-name="new-issue" onClick={() => make(next)}>
      ＋ {say('newIssue')}{' '}
      <small>
        {next.label} · {next.date}
      </small>
    </button>
  )
}
