import type { SourceText } from '../base/source.ts'
import type { CheckText } from './check-text.ts'
import { type CheckRule, type Finding, findingAt } from './finding.ts'

/** A word that is wrong and the one that is right. */
export interface WordPair {
  readonly wrong: string
  readonly right: string
}

/** 词表: a line each, `wrong => right`; `#` begins a comment. */
export function wordPairs(dictionary: SourceText): readonly WordPair[] {
  return dictionary.text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const match = /^\s*(.+?)\s*(?:=>|＝>|→|⇒|\t)\s*(.*?)\s*$/.exec(line.replace(/(?:^|\s)#.*$/, ''))
      const [, wrong = '', right = ''] = match ?? []
      return wrong === '' || wrong === right ? [] : [{ wrong, right }]
    })
}

/** Words of the unit's own lists. */
export const dictionaryWords: CheckRule = ({ texts, dictionaries }) => {
  const pairs = dictionaries.flatMap(wordPairs)
  return texts.all.flatMap((text) => wordsIn(text, pairs, { rule: 'dictionary', code: 'W-DICTIONARY' }))
}

/** Misspellings that are never right, whatever stands around them: idioms with one character exchanged. */
const TYPOS: readonly WordPair[] = [
  ['再接再励', '再接再厉'],
  ['迫不急待', '迫不及待'],
  ['一愁莫展', '一筹莫展'],
  ['走头无路', '走投无路'],
  ['甘败下风', '甘拜下风'],
  ['穿流不息', '川流不息'],
  ['一如继往', '一如既往'],
  ['一股作气', '一鼓作气'],
  ['不径而走', '不胫而走'],
  ['谈笑风声', '谈笑风生'],
  ['名列前矛', '名列前茅'],
  ['金榜提名', '金榜题名'],
  ['世外桃园', '世外桃源'],
  ['默守成规', '墨守成规'],
  ['磬竹难书', '罄竹难书'],
  ['按步就班', '按部就班'],
  ['变本加利', '变本加厉'],
  ['精兵减政', '精兵简政'],
  ['坚难险阻', '艰难险阻'],
  ['同心协办', '同心协力'],
  ['众志成诚', '众志成城'],
  ['防犯于未然', '防患于未然'],
  ['防范于未然', '防患于未然'],
  ['凝心聚利', '凝心聚力'],
  ['蹄疾步隐', '蹄疾步稳'],
  ['未雨绸谬', '未雨绸缪'],
].map(([wrong = '', right = '']) => ({ wrong, right }))

/** Misspelt idioms. */
export const typos: CheckRule = ({ texts }) =>
  texts.all.flatMap((text) => wordsIn(text, TYPOS, { rule: 'typo', code: 'W-TYPO' }))

function wordsIn(
  text: CheckText,
  pairs: readonly WordPair[],
  what: Pick<Finding, 'rule' | 'code'>,
): readonly Finding[] {
  return pairs.flatMap(({ wrong, right }) => {
    const findings: Finding[] = []
    for (let at = text.text.indexOf(wrong); at >= 0; at = text.text.indexOf(wrong, at + wrong.length)) {
      if (standsIn(text.text, at, right, wrong)) continue
      const more = right === '' ? {} : { replacement: right }
      findings.push(findingAt(text, [at, at + wrong.length], { ...what, values: { right }, ...more }))
    }
    return findings
  })
}

/** Whether the wrong word is here a part of the right one, as 云汀 is of 云汀区. */
function standsIn(text: string, at: number, right: string, wrong: string): boolean {
  for (let from = right.indexOf(wrong); from >= 0; from = right.indexOf(wrong, from + 1)) {
    if (text.startsWith(right, at - from)) return true
  }
  return false
}
