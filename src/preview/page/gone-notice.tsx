import { useEffect } from 'preact/hooks'
import type { State } from './store.ts'
import { speaking } from './use-store.ts'

/** Says that the program has ended, and hands out what was written and is not on disk. */
export function GoneNotice(props: {
  readonly state: State
  readonly unsaved: ReadonlySet<string>
  readonly keep: () => void
}) {
  const { state, unsaved, keep } = props
  const say = speaking(state.language)
  const lacks = unsaved.size > 0
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    if (lacks) addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [lacks])
  return (
    <div class="gone" role="alert">
      <p>{say('gone')}</p>
      {lacks && (
        <p>
          {say('goneUnsaved')}{' '}
          <button type="button" data-name="keep-as-file" onClick={keep}>
            {say('keepAsFile')}
          </button>
        </p>
      )}
    </div>
  )
}
