import { withoutBorderBlanks } from '../base/border-blanks.ts'
import type { Credit } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, Place } from './block.ts'
import { plainText } from './styles.ts'

/** A credit typed with a label of its own. */
const LABELLED = /^(?:供稿|来源|作者|撰稿|通讯员|记者|摄影|编辑|责任编辑)[单位：:]/

/** The pattern's brackets around a credit that brings its own label. */
function relabelled(pattern: string, credit: string): string {
  return pattern.replace(/[^【（(〔[]*\{credits\}/, () => credit)
}

/** 【供稿：单位 姓名、姓名】 as the publication writes it; a credit typed as text stays as typed. */
export function creditText(arrangement: Arrangement, credit: Credit): string {
  return withoutBorderBlanks(writtenCredit(arrangement, credit))
}

function writtenCredit(arrangement: Arrangement, credit: Credit): string {
  const { creditText: pattern, orgSeparator } = arrangement.issue.publication
  const units = credit.units.map(({ name, people }) =>
    people.length === 0 ? name : `${name}　${people.join('、')}`,
  )
  const credits = credit.text ?? units.join(orgSeparator)
  if (credit.text !== null && /^[【（(［[]/.test(credit.text)) return credit.text
  if (credit.text !== null && LABELLED.test(credit.text)) return relabelled(pattern, credit.text)
  return pattern.replaceAll('{credits}', credits)
}

/** The credit below its article, at the right; never parted from the last line above it. */
export function arrangeCredit(arrangement: Arrangement, credit: Credit, place: Place): Block {
  return {
    kind: 'paragraph',
    role: 'credit',
    place,
    keep: { withNext: 0, withPrevious: true, whole: true },
    span: credit.span,
    text: plainText(arrangement.design, 'credit', creditText(arrangement, credit), {
      span: credit.span,
      endIndentEm: arrangement.design.looks.credit.endIndent,
    }),
    marker: null,
  }
}
