import { describe, expect, test } from 'vitest'
import type { FitReport } from '../../src/page/fit/report.ts'
import { fitState, fitWords } from '../../src/preview/page/fit-words.ts'
import { word } from '../../src/preview/page/words.ts'

const FITS: FitReport = {
  pages: 4,
  wanted: 4,
  linesOver: 0,
  linesUnder: 0,
  charactersOver: 0,
  charactersUnder: 0,
  shortColumns: [],
  articles: [],
  levers: [],
}

describe('what the fit bar says', () => {
  test.each([
    ['none', { wanted: null }, ''],
    ['fits', {}, '正好'],
    ['over', { linesOver: 15, charactersOver: 270 }, '多 15 行，约须删 270 字'],
    ['under', { linesUnder: 65, charactersUnder: 1240 }, '少 65 行，约可加 1240 字'],
    ['fits', { linesUnder: 6 }, '正好'],
  ] as const)('%s', (state, more, words) => {
    const fit = { ...FITS, ...more }
    expect([fitState(fit), fitWords(fit, (name, values) => word(name, 'zh', values))]).toEqual([state, words])
  })
})
