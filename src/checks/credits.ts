import { type CheckRule, findingAt } from './finding.ts'

/** Articles without 供稿, in an issue whose other articles have it. */
export const missingCredits: CheckRule = ({ texts }) => {
  const without = texts.articles.filter((one) => one.article.credit === null)
  if (without.length === texts.articles.length) return []
  return without.flatMap(({ texts: own }) => {
    const title = own.find((one) => one.place === 'title')
    if (!title) return []
    const values = { found: title.text }
    const range = [0, title.text.length] as const
    return [findingAt(title, range, { rule: 'credit-missing', code: 'W-CREDIT-MISSING', values })]
  })
}
