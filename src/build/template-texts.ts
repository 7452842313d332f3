import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { checkedTexts } from '../checks/check-text.ts'
import type { Issue } from '../issue/issue.ts'
import { SAMPLE_TEXTS } from '../project/templates/first-issue-template.ts'
import { TEMPLATE_TEXTS } from '../project/templates/next-issue-template.ts'
import { PRESET_ISSUER } from '../project/templates/publication-template.ts'

/** What \`init\` and \`new\` wrote to be replaced, where it still stands in an issue. */
export function templateTexts(issue: Issue): readonly Diagnostic[] {
  const { all, articles, briefs } = checkedTexts(issue)
  const words = [...TEMPLATE_TEXTS, ...SAMPLE_TEXTS]
  const texts = all.flatMap(({ text, spanOf }) =>
    words.flatMap((found) => {
      const at = text.indexOf(found)
      return at < 0 ? [] : [diagnostic('W-TEMPLATE', spanOf(at, at + found.length), { found })]
    }),
  )
  const credits = [...articles.map((one) => one.article.credit), ...briefs.map((one) => one.brief.credit)]
  const unnamed = credits.flatMap((credit) =>
    credit?.units.some(({ name, people }) => name === '单位' && people.includes('姓名'))
      ? [diagnostic('W-TEMPLATE', credit.span, { found: '单位: 姓名' })]
      : [],
  )
  const issuer =
    issue.publication.issuer === PRESET_ISSUER
      ? [diagnostic('W-TEMPLATE', null, { found: PRESET_ISSUER }, { keys: ['publication.issuer'] })]
      : []
  return [...texts, ...unnamed, ...issuer]
}
