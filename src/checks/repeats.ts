import type { CheckText } from './check-text.ts'
import { type CheckRule, type Finding, findingAt } from './finding.ts'

/** Shorter texts may well stand twice. */
const SHORTEST = 16

/** Paragraphs, briefs and headlines that stand twice in an issue. */
export const repeats: CheckRule = ({ texts }) => {
  const first = new Map<string, CheckText>()
  return texts.all.flatMap((text): readonly Finding[] => {
    if (!['paragraph', 'item', 'brief', 'title'].includes(text.place)) return []
    const key = `${text.place === 'title' ? '#' : ''}${text.text.replace(/[\s\p{P}]/gu, '')}`
    if (key.length < (text.place === 'title' ? 6 : SHORTEST)) return []
    const before = first.get(key)
    if (!before) {
      first.set(key, text)
      return []
    }
    const related = before.spanOf(0, before.text.length)
    const values = { found: text.text.length > 20 ? `${text.text.slice(0, 20)}…` : text.text }
    const code = text.place === 'title' ? 'W-REPEAT-TITLE' : 'W-REPEAT'
    return [findingAt(text, [0, text.text.length], { rule: 'repeat', code, values, related })]
  })
}
