import type { FitReport } from '../../page/fit/report.ts'
import { allMessages } from './messages-pane.tsx'
import type { State } from './store.ts'
import { speaking } from './use-store.ts'

/** How the pages come out against the wish, while it is written. */
export function FitBar({ state }: { readonly state: State }) {
  const { built } = state
  const say = speaking(state.language)
  const fit = built?.fit
  const all = allMessages(state)
  const count = (severity: string) => all.filter((one) => one.severity === severity).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
    <footer class="fit-bar" tabIndex={0} data-state={fit ? stateOf(fit) : 'none'}>
      <span data-name="pages">
        {fit && fit.wanted !== null
          ? say('pagesWanted', { n: fit.pages, wanted: fit.wanted })
          : say('pagesOf', { n: built?.pageCount ?? 0 })}
      </span>
      {fit && <span data-name="fit">{fitWords(fit, say)}</span>}
      {fit && fit.wanted !== null && (
        <span class="articles">
          {fit.articles
            .filter((one) => one.change !== 0)
            .map((one) => (
              <span key={`${one.title} ${one.characters}`}>
                {one.title.slice(0, 10)}：
                {say(one.change > 0 ? 'cutHere' : 'addHere', { n: Math.abs(one.change) })}
              </span>
            ))}
        </span>
      )}
      <span class="spring" />
      <span class="counts">
        ✕ {count('error')}　! {count('warning')}
      </span>
      {built?.stale && <strong role="alert">{say('stale')}</strong>}
      {state.fault && <strong role="alert">{state.fault}</strong>}
      {!state.connected && <strong role="alert">{say('offline')}</strong>}
      {state.notice && <span role="status">{state.notice}</span>}
      <span class="milliseconds">{built ? `${Math.round(built.milliseconds)} ms` : ''}</span>
    </footer>
  )
}

function stateOf({ linesOver, linesUnder, wanted }: FitReport): string {
  if (wanted === null) return 'none'
  return linesOver > 0 ? 'over' : linesUnder > 0 ? 'under' : 'fits'
}

function fitWords(fit: FitReport, say: ReturnType<typeof speaking>): string {
  switch (stateOf(fit)) {
    case 'over':
      return say('over', { lines: fit.linesOver, characters: fit.charactersOver })
    case 'under':
      return say('under', { lines: fit.linesUnder, characters: fit.charactersUnder })
    case 'fits':
      return say('fits')
    default:
      return ''
  }
}
