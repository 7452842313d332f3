import type { FitReport } from '../../page/fit/report.ts'
import { fitState, fitWords } from './fit-words.ts'
import { allMessages } from './messages-pane.tsx'
import type { State } from './store.ts'
import { speaking } from './use-store.ts'
import type { PageLanguage } from './words.ts'

/** How the pages come out against the wish, while it is written. */
export function FitBar({ state }: { readonly state: State }) {
  const { built } = state
  const say = speaking(state.language)
  const fit = built?.fit
  const all = allMessages(state)
  const count = (severity: string) => all.filter((one) => one.severity === severity).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
    <footer class="fit-bar" tabIndex={0} data-state={fit ? fitState(fit) : 'none'}>
      <span data-name="pages">
        {fit && fit.wanted !== null
          ? say('pagesWanted', { n: fit.pages, wanted: fit.wanted })
          : say('pagesOf', { n: built?.pageCount ?? 0 })}
      </span>
      {fit && <span data-name="fit">{fitWords(fit, say)}</span>}
      {fit && fit.wanted !== null && <Articles fit={fit} language={state.language} />}
      <span class="spring" />
      <span class="counts">
        ✕ {count('error')}　! {count('warning')}
      </span>
      {built?.stale && <strong role="alert">{say(built.pageCount > 0 ? 'stale' : 'noPages')}</strong>}
      {state.fault && <strong role="alert">{state.fault}</strong>}
      {!state.connected && !state.gone && <strong role="alert">{say('offline')}</strong>}
      {state.notice && <span role="status">{state.notice}</span>}
      <span class="milliseconds" title={say('took')}>
        {built ? `${Math.round(built.milliseconds)} ms` : ''}
      </span>
    </footer>
  )
}

/** What each article could lose or gain; all of it to who rests on it, where the bar has no room. */
function Articles({ fit, language }: { readonly fit: FitReport; readonly language: PageLanguage }) {
  const say = speaking(language)
  const all = fit.articles
    .filter(({ change }) => change !== 0)
    .map(({ title, change }) => {
      const words = say(change > 0 ? 'cutHere' : 'addHere', { n: Math.abs(change) })
      return { title: title.replaceAll('|', ''), words }
    })
  return (
    <span class="articles" title={all.map(({ title, words }) => `${title}：${words}`).join('\n')}>
      {all.map(({ title, words }) => (
        <span key={`${title} ${words}`}>
          {title.slice(0, 10)}：{words}
        </span>
      ))}
    </span>
  )
}
