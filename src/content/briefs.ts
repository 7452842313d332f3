import type { Brief, Section } from '../issue/issue.ts'
import type { Arrangement } from './arrangement.ts'
import type { Block, TextRun } from './block.ts'
import { creditText } from './credit.ts'
import { paragraphStyle, plainText, styledRuns, textStyle } from './styles.ts'

/** 简讯: numbered short items, its number in a colour of its own, turned lines aligned after it. */
export function arrangeBriefs(arrangement: Arrangement, section: Section, index: number): readonly Block[] {
  return section.briefs.map((brief, at) => ({
    kind: 'paragraph',
    role: 'brief',
    place: { section: index, article: at },
    keep: { withNext: 0, withPrevious: false, whole: false },
    span: brief.span,
    text: {
      runs: briefRuns(arrangement, brief),
      style: paragraphStyle(arrangement.design, 'brief', {
        startIndentEm: arrangement.design.looks.brief.indent,
      }),
    },
    marker: briefMarker(arrangement, section, at + 1, section.briefs.length),
    ...(brief.credit ? { creditLength: creditText(arrangement, brief.credit).length } : {}),
  }))
}

function briefRuns(arrangement: Arrangement, brief: Brief): readonly TextRun[] {
  const runs = styledRuns(arrangement.design, 'brief', brief.text)
  if (brief.credit === null) return runs
  const { family } = arrangement.design.type.credit
  const style = { ...textStyle(arrangement.design, 'brief'), family }
  return [...runs, { text: creditText(arrangement, brief.credit), style, span: brief.credit.span }]
}

function briefMarker({ design }: Arrangement, section: Section, number: number, count: number) {
  if (section.numbering === '') return null
  const text = section.numbering.replace('1', String(number))
  const plain = plainText(design, 'brief', text, { align: 'left' })
  const { indent, numberColour: colour } = design.looks.brief
  return {
    text: { ...plain, runs: plain.runs.map((run) => ({ ...run, style: { ...run.style, colour } })) },
    widthEm: indent,
    ...(count > 9 ? { widest: section.numbering.replace('1', String(count)) } : {}),
  }
}
