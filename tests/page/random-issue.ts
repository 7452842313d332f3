import fc from 'fast-check'
import { builtInDesigns } from '../../src/design/built-in-designs.ts'
import type { Design } from '../../src/design/design.ts'
import { type PartOf, settled } from '../../src/design/settled.ts'
import type { Article, BodyBlock, InlineText, Issue, PictureGroup } from '../../src/issue/issue.ts'
import { lookTable } from '../../src/issue/language/look-keys.ts'

/** Random issues with everything an issue may have; words come from a few characters so that failures read well. */

const SPAN = { file: 'random.yaml', from: 0, to: 1 }
const HAN = [
  ...'国区企业服务中心检查冬季供水保障工作组察看调度室和抢修仓库听取值班安排一要备足物资二要落实三要加强巡查',
]

const words = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...HAN) },
    { weight: 2, arbitrary: fc.constantFrom('，', '。', '、', '“', '”', '《', '》', '（', '）', '：') },
    { weight: 1, arbitrary: fc.constantFrom('12', 'ISO 9001', '3.5%', 'AI') },
  ),
  { minLength: 1, maxLength: 160 },
)

const sentence = words.map((parts) => parts.join(''))
const phrase = words.map((parts) => parts.slice(0, 18).join(''))

function inline(text: string): InlineText {
  return text === '' ? [] : [{ text, span: SPAN }]
}

const picture = (id: string) =>
  fc
    .record({
      fit: fc.constantFrom('column', 'page', 'left', 'right') as fc.Arbitrary<
        'column' | 'page' | 'left' | 'right'
      >,
      ratio: fc.constantFrom(1.5, 0.75, 3, 1),
      caption: fc.option(phrase, { nil: '' }),
      row: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ fit, ratio, caption, row }): PictureGroup => {
      const one = {
        id,
        src: null,
        placeholder: '待补',
        caption: inline(caption),
        alt: '',
        fit,
        ratio,
        focus: [0.5, 0.5] as const,
        credit: '',
        span: SPAN,
      }
      return { id, row: new Array(row).fill(one), span: SPAN }
    })

const block: fc.Arbitrary<BodyBlock> = fc.oneof(
  {
    weight: 8,
    arbitrary: sentence.map((text) => ({ kind: 'paragraph' as const, text: inline(text), span: SPAN })),
  },
  {
    weight: 2,
    arbitrary: phrase.map((text) => ({
      kind: 'subheading' as const,
      level: 2 as const,
      text: inline(text),
      span: SPAN,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 3 })
      .map((items) => ({ kind: 'list' as const, ordered: true, items: items.map(inline), span: SPAN })),
  },
  {
    weight: 1,
    arbitrary: sentence.map((text) => ({
      kind: 'quotation' as const,
      paragraphs: [inline(text)],
      span: SPAN,
    })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'blank' as const, span: SPAN }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('p0', 'p1').map((id) => ({ kind: 'place' as const, picture: id, span: SPAN })),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(phrase, phrase), { minLength: 1, maxLength: 12 }).map((rows) => ({
      kind: 'table' as const,
      header: [{ text: inline('项目') }, { text: inline('内容') }],
      align: ['left' as const, 'left' as const],
      rows: rows.map((cells) => cells.map((text) => ({ text: inline(text) }))),
      span: SPAN,
    })),
  },
)

const article: fc.Arbitrary<Article> = fc
  .record({
    title: phrase,
    shoulder: fc.option(phrase),
    note: fc.array(sentence, { maxLength: 1 }),
    lead: fc.boolean(),
    body: fc.array(block, { maxLength: 10 }),
    pictures: fc.tuple(picture('p0'), picture('p1'), picture('')).chain((all) => fc.subarray(all)),
    credit: fc.boolean(),
    columns: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const), { freq: 4 }),
    start: fc.constantFrom(
      'auto' as const,
      'auto' as const,
      'auto' as const,
      'column' as const,
      'page' as const,
    ),
    box: fc.constantFrom(false, false, false, true),
    tint: fc.constant(false),
  })
  .map(({ title, shoulder, note, body, credit, ...rest }) => ({
    ...rest,
    title: inline(title),
    titleBreaks: [],
    shoulder: shoulder === null ? null : inline(shoulder),
    subtitle: null,
    note: note.map(inline),
    // A picture stands in one place only.
    body: body.filter(
      (one, index) =>
        one.kind !== 'place' ||
        body.findIndex((b) => b.kind === 'place' && b.picture === one.picture) === index,
    ),
    credit: credit ? { units: [{ name: '甲公司', people: ['张某'] }], text: null, span: SPAN } : null,
    keep: false,
    date: null,
    people: [],
    checks: {},
    span: SPAN,
  }))

const design = fc
  .record({
    base: fc.constantFrom(...builtInDesigns),
    changes: fc
      .record({
        columns: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
        balance: fc.constantFrom('last' as const, 'section' as const, 'none' as const),
        size: fc.constantFrom(
          [595.28, 841.89] as const,
          [498.9, 708.66] as const,
          [841.89, 1190.55] as const,
        ),
      })
      .map(({ columns, balance, size }) => ({
        page: { ...(columns === null ? {} : { columns }), balance, width: size[0], height: size[1] },
      })),
  })
  .map(({ base, changes }) => settled(base, changes))

interface LookOf {
  readonly bounds?: readonly [number, number]
  readonly kind: { readonly shape: { readonly form: string; readonly schema?: Record<string, unknown> } }
}

/** A value that a design's file may give a look; null for one that changes nothing of where things stand. */
function lookValue({ bounds, kind }: LookOf): fc.Arbitrary<unknown> | null {
  const words = kind.shape.schema?.enum
  // Each word is followed by its Chinese form.
  if (Array.isArray(words)) return fc.constantFrom(...words.filter((_, index) => index % 2 === 0))
  if (bounds === undefined) return null
  const [least, most] = bounds
  return fc.oneof(fc.constantFrom(least, most), fc.double({ min: least, max: most, noNaN: true }))
}

const lookChange = fc.oneof(
  ...Object.entries(lookTable()).flatMap(([group, looks]) =>
    Object.entries(looks as unknown as Readonly<Record<string, LookOf>>).flatMap(([member, look]) => {
      const value = lookValue(look)
      return value === null ? [] : [value.map((one) => ({ [group]: { [member]: one } }))]
    }),
  ),
)

/** A design with a few looks anywhere within their bounds. */
const looked = fc
  .record({ design, looks: fc.array(lookChange, { minLength: 1, maxLength: 6 }) })
  .map(({ design: own, looks }) =>
    looks.reduce((all, one) => settled(all, { looks: one as unknown as PartOf<Design['looks']> }), own),
  )

/** Any issue in any design. */
export const randomIssue = issuesIn(design)
/** Any issue, and any looks. */
export const randomLooks = issuesIn(looked)

function issuesIn(designs: fc.Arbitrary<Design>): fc.Arbitrary<Issue> {
  return fc
    .record({
      design: designs,
      contents: fc.boolean(),
      colophon: fc.boolean(),
      sections: fc.array(
        fc.record({
          articles: fc.array(article, { maxLength: 3 }),
          briefs: fc.array(sentence, { maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(
      ({ design: own, contents, colophon, sections }) =>
        ({
          publication: {
            name: '城南工作动态',
            subtitle: '',
            issuer: '区企业服务中心',
            classification: '',
            copyNumber: '',
            language: 'zh-CN',
            masthead: { image: null, logo: null },
            creditText: '【供稿：{credits}】',
            orgSeparator: '、',
            colophon: colophon
              ? {
                  reportTo: [],
                  sendTo: ['甲单位', '乙单位'],
                  copyTo: [],
                  cc: [],
                  people: [],
                  contact: '',
                  copies: 50,
                  span: SPAN,
                }
              : null,
            design: own,
            fonts: {},
            output: { dir: 'output', name: '', make: ['pdf'], maxSize: null },
            check: { profile: 'off', roster: null, dictionaries: [], failOn: 'error', rules: {} },
            span: SPAN,
          } as unknown as Issue['publication'],
          date: { year: 2024, month: 1, day: 15 },
          number: 1,
          total: 1,
          supplement: false,
          label: '2024年第1期',
          dateText: '2024年1月15日',
          title: '',
          status: 'final',
          contents,
          pages: null,
          fit: { mode: 'report', lineHeight: 0.6, image: 0.12, heading: 1 },
          sections: sections.map(({ articles, briefs }, index) => ({
            name: `栏目${index}`,
            style: articles.length > 0 ? ('articles' as const) : ('briefs' as const),
            numbering: '1.',
            articles,
            briefs:
              articles.length > 0
                ? []
                : briefs.map((text) => ({ text: inline(text), credit: null, span: SPAN })),
            span: SPAN,
          })),
          span: SPAN,
        }) as unknown as Issue,
    )
}
