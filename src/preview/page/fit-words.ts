import type { FitReport } from '../../page/fit/report.ts'
import type { WordName } from './words.ts'

type Say = (name: WordName, values?: Readonly<Record<string, number>>) => string

/** Lines that stay empty on the last of the pages that are wanted are no fault: nothing can be added for them. */
export function fitState({ linesOver, charactersUnder, wanted }: FitReport): string {
  if (wanted === null) return 'none'
  return linesOver > 0 ? 'over' : charactersUnder > 0 ? 'under' : 'fits'
}

/** What there is to cut or to add, in words; '' where nothing is wished. */
export function fitWords(fit: FitReport, say: Say): string {
  switch (fitState(fit)) {
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
