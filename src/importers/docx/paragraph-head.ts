import { childOf, settingOf, type XmlElement } from '../container/xml.ts'
import type { SourceParagraph } from '../source-document.ts'
import type { DocxContext } from './docx-context.ts'
import { over, type ParagraphLooks, paragraphLooks } from './styles.ts'

/** What a paragraph's properties say: its looks, and the number it takes in its list. */
export interface ParagraphHead {
  readonly paragraph: Omit<SourceParagraph, 'runs' | 'number' | 'newPage'>
  readonly number: string
  readonly newPage: boolean
}

/** Reads a paragraph's properties; counts it in its list, so it is asked once for each paragraph, in order. */
export function paragraphHead(properties: XmlElement | undefined, context: DocxContext): ParagraphHead {
  const style = context.styles.style(settingOf(properties, 'w:pStyle'))
  const own = withoutNewNumber(paragraphLooks(properties), properties, context)
  const looks = over(style.paragraph, own)
  const level =
    own.listLevel ??
    style.paragraph.listLevel ??
    (looks.list && context.lists.levelOfStyle(looks.list, style.id)) ??
    0
  const number =
    looks.list === undefined || looks.list === '0' ? null : context.lists.next(looks.list, Number(level) || 0)
  if (number?.unknown) context.report('number-format', number.text, { format: number.unknown })
  const list =
    number && number.sign !== 'formatted'
      ? { level: number.level, sign: number.sign, value: number.value }
      : null
  return {
    paragraph: {
      kind: 'paragraph',
      list,
      align: looks.align ?? 'left',
      style: style.name,
      heading: headingOf(style.name, looks.outline),
      ...(childOf(properties, 'w:framePr') ? { boxed: true as const } : {}),
    },
    number: number?.text ?? '',
    newPage: looks.newPage === true,
  }
}

/** A number that was given by a change is none where changes are rejected. */
function withoutNewNumber(
  looks: ParagraphLooks,
  properties: XmlElement | undefined,
  { tracked }: DocxContext,
): ParagraphLooks {
  const isNew = childOf(childOf(properties, 'w:numPr'), 'w:ins') !== undefined
  return isNew && tracked === 'reject' ? { ...looks, list: undefined, listLevel: undefined } : looks
}

/** The level of a heading by its outline or its style's name, in whatever language Word or WPS was. */
function headingOf(style: string, outline: number | undefined): number | null {
  if (outline !== undefined && outline >= 0 && outline < 9) return outline + 1
  const match = /^(?:heading|标题)\s*([1-9])/i.exec(style)
  return match ? Number(match[1]) : null
}
