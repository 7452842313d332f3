import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange } from '../../src/content/arrange.ts'
import type { Article, BodyBlock, InlineText, Section } from '../../src/issue/issue.ts'
import { articleText, reading } from '../issue/reading.ts'
import { blockText } from './block-text.ts'

const SPAN = { file: 'issue.yaml', from: 0, to: 0 }
const { issue } = reading(articleText('甲。'))
const PATTERN = issue.sections[0]?.articles[0] as Article

/** Texts of characters that occur nowhere else: what is lost or doubled is seen. */
class Writer {
  private next = 0x5000
  written = ''

  text(): InlineText {
    const text = String.fromCodePoint(this.next, this.next + 1)
    this.next += 2
    this.written += text
    return [{ text, span: SPAN }]
  }

  word(): string {
    return this.text()[0]?.text ?? ''
  }
}

const bodyKind = fc.constantFrom('paragraph', 'subheading', 'list', 'quotation', 'table', 'blank', 'place')
const articleShape = fc.record({
  body: fc.array(bodyKind, { maxLength: 6 }),
  pictures: fc.nat(3),
  shoulder: fc.boolean(),
  subtitle: fc.boolean(),
  note: fc.boolean(),
  credit: fc.boolean(),
  box: fc.boolean(),
  keep: fc.boolean(),
  columns: fc.constantFrom(null, 1 as const, 3 as const),
  start: fc.constantFrom('auto' as const, 'column' as const, 'page' as const),
})
type Shape = typeof articleShape extends fc.Arbitrary<infer T> ? T : never

function bodyBlock(kind: string, writer: Writer, at: number): BodyBlock {
  switch (kind) {
    case 'paragraph':
      return { kind, text: writer.text(), span: SPAN }
    case 'subheading':
      return { kind, level: 2, text: writer.text(), span: SPAN }
    case 'list':
      return { kind, ordered: at % 2 === 0, items: [writer.text(), writer.text()], span: SPAN }
    case 'quotation':
      return { kind, paragraphs: [writer.text()], span: SPAN }
    case 'table':
      return {
        kind,
        header: [{ text: writer.text() }],
        align: [],
        rows: [[{ text: writer.text() }]],
        span: SPAN,
      }
    case 'place':
      return { kind, picture: `p${at}`, span: SPAN }
    default:
      return { kind: 'blank', span: SPAN }
  }
}

function article(shape: Shape, writer: Writer): Article {
  const { box, keep, columns, start } = shape
  const pictures = Array.from({ length: shape.pictures }, (_, index) => ({
    id: `p${index}`,
    span: SPAN,
    row: [
      {
        id: `p${index}`,
        src: null,
        placeholder: writer.word(),
        caption: writer.text(),
        alt: '',
        fit: 'column' as const,
        ratio: null,
        focus: [0.5, 0.5] as const,
        credit: '',
        span: SPAN,
      },
    ],
  }))
  return {
    ...PATTERN,
    title: writer.text(),
    shoulder: shape.shoulder ? writer.text() : null,
    subtitle: shape.subtitle ? writer.text() : null,
    note: shape.note ? [writer.text()] : [],
    body: shape.body.map((kind, at) => bodyBlock(kind, writer, at)),
    pictures,
    credit: shape.credit
      ? { units: [{ name: writer.word(), people: [writer.word()] }], text: null, span: SPAN }
      : null,
    box,
    keep,
    columns,
    start,
  }
}

test('each character of an issue is in exactly one block', () => {
  fc.assert(
    fc.property(fc.array(fc.array(articleShape, { maxLength: 3 }), { maxLength: 3 }), (shapes) => {
      const writer = new Writer()
      const sections = shapes.map<Section>((articles) => ({
        name: writer.word(),
        style: 'articles',
        numbering: '',
        articles: articles.map((shape) => article(shape, writer)),
        briefs: [{ text: writer.text(), credit: null, span: SPAN }],
        span: SPAN,
      }))
      const { blocks } = arrange({ ...issue, sections }, issue.publication.design)
      const found = blocks
        .map(blockText)
        .join('')
        .replace(/[^\u5000-\u9fff]/gu, '')
      const own = [...found].filter((character) => writer.written.includes(character))
      expect(own.sort().join('')).toBe([...writer.written].sort().join(''))
    }),
    { numRuns: 200 },
  )
})
