import { withoutBorderBlanks } from '../base/border-blanks.ts'
import type { CatalogueFacts } from '../base/catalogue-facts.ts'
import type { Issue } from '../issue/issue.ts'

/** What libraries and archives ask of an issue, from what its YAML says already. */
export function catalogueFacts(issue: Issue): CatalogueFacts {
  const { publication, date, number } = issue
  const { colophon } = publication
  const isChinese = /^zh\b/i.test(publication.language)
  const count = String(number).padStart(2, '0')
  const supplement = issue.supplement ? (isChinese ? '-增刊' : '-supplement') : ''
  return {
    publication: publication.name,
    publisher: publication.issuer,
    label: withoutBorderBlanks(issue.label),
    identifier: `${publication.name}-${date.year}-${count}${supplement}`,
    number: String(number),
    title: issue.title,
    kind: isChinese ? '简报' : 'newsletter',
    classification: publication.classification,
    sentTo: [...(colophon?.reportTo ?? []), ...(colophon?.sendTo ?? [])].join('，'),
    copiedTo: [...(colophon?.copyTo ?? []), ...(colophon?.cc ?? [])].join('，'),
    draft: { draft: '草稿', review: '送审稿', final: '定稿' }[issue.status],
  }
}
