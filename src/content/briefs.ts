import type { Brief, Section } from '../issue/issue.ts'
import type { Arrangement } from './arrange.ts'
import type { Block, TextRun } from './block.ts'
import { creditText } from './credit.ts'
import { paragraphStyle, plainText, styledRuns, textStyle } from './styles.ts'

/** Hanging indent of a brief, in em: room for its number, and body text again 2 em in. */
const BRIEF_INDENT = 2

/** 简讯: numbered short items, the number in the accent colour, turned lines aligned after it. */
export function arrangeBriefs(arrangement: Arrangement, section: Section, index: number): readonly Block[] {
  return section.briefs.map((brief, at) => ({
    kind: 'paragraph',
    role: 'brief',
    place: { section: index, article: at },
    keep: { withNext: 0, withPrevious: false, whole: false },
    span: brief.span,
    text: {
      runs: briefRuns(arrangement, brief),
      style: paragraphStyle(arrangement.design, 'brief', { startIndentEm: BRIEF_INDENT }),
    },
    marker: briefMarker(arrangement, section, at + 1),
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

function briefMarker({ design }: Arrangement, section: Section, number: number) {
  if (section.numbering === '') return null
  const text = section.numbering.replace('1', String(number))
  const plain = plainText(design, 'brief', text, { align: 'left' })
  const colour = design.section.ornament ? ('accent' as const) : ('black' as const)
  return {
    text: { ...plain, runs: plain.runs.map((run) => ({ ...run, style: { ...run.style, colour } })) },
    widthEm: BRIEF_INDENT,
  }
}
