import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIssue } from '../../src/issue/read-issue.ts'
import type { ArticleDraft, IssueDraft } from '../../src/issue/write/draft.ts'
import { articleToMarkdown, issueToYaml } from '../../src/issue/write/write-issue.ts'
import { joined, writeMarked } from '../../src/issue/write/write-marked.ts'
import { article, issue, publication } from './samples.ts'

/** A value without places, and runs that differ in nothing as one: what writing has to keep. */
function placeless(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isText = value.every(
      (one) => typeof one === 'object' && one !== null && 'text' in one && typeof one.text === 'string',
    )
    return (isText ? joined(value.map(withoutSpan) as never) : value).map(placeless)
  }
  return typeof value === 'object' && value !== null ? withoutSpan(value) : value
}

function withoutSpan(value: object): object {
  const entries = Object.entries(value).filter(([key]) => !/^(?:span|creditSpan)$/.test(key))
  return Object.fromEntries(entries.map(([key, one]) => [key, placeless(one)]))
}

const PUBLICATION = {
  file: 'publication.yaml',
  text: 'bulletin: 1\nname: 甲\nissuer: 乙\nfrequency: irregular\n',
}
const FILE = 'issues/2024-01.yaml'

function readBack(text: string, file = 'issues/none.md') {
  return readIssue({
    publication: PUBLICATION,
    issue: { file: FILE, text },
    others: [],
    article: () => ({ value: { file, text: '# 标题\n正文。\n' }, diagnostics: [] }),
  })
}

const SIGNS = [...'甲乙丙一二1a，。：；“”‘’（）、—…　 *^~[]()\\|#->!&%@`\'"{}:,.?=+_<$/']
const words = (min: number) =>
  fc
    .array(
      fc.constantFrom(...SIGNS, '**', '__', '~~', '](https://a.cn)', '![](a)', '1. ', ': ', ' #', '---'),
      {
        minLength: min,
        maxLength: 14,
      },
    )
    .map((parts) => parts.join('').trim())
const someWords = words(1).map((text) => (text === '' ? '甲' : text))
const name = fc
  .array(fc.constantFrom(...'甲乙丙丁ab1 ·（）:#'), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').trim() || '甲')

const run = fc.record(
  {
    text: someWords,
    bold: fc.constant(true as const),
    emphasis: fc.constant(true as const),
    raised: fc.constantFrom('superscript' as const, 'subscript' as const),
    link: fc.constantFrom('https://a.cn/x?y=1', 'tel:12345', 'mailto:a@b.cn'),
  },
  { requiredKeys: ['text'] },
)
/** Marks that the language can write are kept; which ones those are is settled by writing once. */
const plainText = someWords.map((text) => [{ text }])
const block = fc.oneof(
  plainText.map((text) => ({ kind: 'paragraph' as const, text })),
  fc.record({
    kind: fc.constant('subheading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    text: plainText,
  }),
  fc
    .array(plainText, { minLength: 1, maxLength: 3 })
    .map((paragraphs) => ({ kind: 'quotation' as const, paragraphs })),
  fc.constant({ kind: 'blank' as const }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(plainText, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.tuple(plainText, plainText).map((cells) => cells.map((text) => ({ text }))),
    align: fc.tuple(
      fc.constantFrom('left' as const, 'centre' as const, 'right' as const),
      fc.constant('left' as const),
    ),
    rows: fc.array(
      fc.tuple(plainText, plainText).map((cells) => cells.map((text) => ({ text }))),
      { maxLength: 2 },
    ),
  }),
  plainText.map((caption) => ({
    kind: 'table' as const,
    caption,
    header: [{ text: [{ text: '甲' }] }],
    align: ['left' as const],
    rows: [],
  })),
)
type Block = typeof block extends fc.Arbitrary<infer T> ? T : never
const BLANK: Block = { kind: 'blank' }
/** Two lists side by side are one; a table's row after another is one table. */
const body = fc
  .array(block, { maxLength: 4 })
  .map((blocks) =>
    blocks.flatMap((one): Block[] => (one.kind === 'list' || one.kind === 'table' ? [one, BLANK] : [one])),
  )
const picture = fc
  .record({
    src: fc.constantFrom(null, 'issues/2024-01/大厅.jpg', 'images/a b.png'),
    placeholder: fc.oneof(fc.constant(''), someWords),
    caption: plainText,
    alt: words(0),
    fit: fc.constantFrom('column' as const, 'page' as const, 'left' as const, 'right' as const),
    ratio: fc.constantFrom(null, 1.5, 4 / 3, 0.8, 2.35),
    aim: fc.constantFrom(null, [0.5, 0.5] as const, [0.4, 0.3] as const),
    credit: fc.oneof(fc.constant(''), name),
  })
  .map(({ aim, ...rest }) => ({
    ...rest,
    focus: aim ?? ([0.5, 0.5] as const),
    ...(aim ? { aimed: true as const } : {}),
  }))
const credit = fc.oneof(
  fc.constant(null),
  someWords.map((text) => ({ units: [], text })),
  fc
    .uniqueArray(fc.record({ name, people: fc.array(name, { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
      selector: (one) => one.name,
    })
    .map((units) => ({ units, text: null })),
)
const signature = fc.record({
  lines: fc.array(plainText, { minLength: 1, maxLength: 3 }),
  seal: fc.constantFrom(null, { src: 'issues/章.png', width: { value: 90.5, unit: 'pt' as const } }),
})
const pullQuotes = fc.array(
  fc.record({
    id: fc.constant(''),
    paragraphs: fc.array(plainText, { minLength: 1, maxLength: 2 }),
    source: fc.oneof(fc.constant(null), plainText),
  }),
  { minLength: 1, maxLength: 2 },
)
const sideBoxes = fc.array(
  fc.record({
    id: fc.constant(''),
    title: fc.oneof(fc.constant(null), plainText),
    body: body.filter((one) => one.length > 0),
    tint: fc.boolean(),
  }),
  { minLength: 1, maxLength: 2 },
)
const article_ = fc
  .record({
    title: plainText,
    shoulder: fc.oneof(fc.constant(null), plainText),
    subtitle: fc.oneof(fc.constant(null), plainText),
    note: fc.array(plainText, { maxLength: 2 }),
    lead: fc.constantFrom(null, true, false),
    body,
    pictures: fc.array(picture, { maxLength: 3 }),
    credit,
    sideBoxes: fc.oneof(fc.constant(null), sideBoxes),
    pullQuotes: fc.oneof(fc.constant(null), pullQuotes),
    signature: fc.oneof(fc.constant(null), signature),
    verticalTitle: fc.constantFrom(undefined, true as const),
    across: fc.constantFrom(undefined, 'two' as const, 'page' as const),
    columns: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
    start: fc.constantFrom('auto' as const, 'column' as const, 'page' as const),
    keep: fc.boolean(),
    box: fc.boolean(),
    tint: fc.boolean(),
    date: fc.constantFrom(null, '2024-01-08'),
    people: fc.array(name, { maxLength: 2 }),
    checks: fc.constantFrom({}, { weekday: 'off' as const, 'list-count': 'error' as const }),
  })
  .map((value) => {
    const pictures = value.pictures.map((one, index) => {
      const id = `p${index}`
      return index === 2
        ? {
            id: 'r',
            ...(value.keep ? { gallery: true as const, caption: value.title } : {}),
            row: [
              { ...one, id },
              { ...one, id: 'q' },
            ],
          }
        : { id, row: [{ ...one, id }] }
    })
    const place = pictures.slice(0, 1).map(({ id }) => ({ kind: 'place' as const, picture: id }))
    const { signature: signed, pullQuotes: quotes, sideBoxes: boxes, ...rest } = value
    return {
      ...rest,
      ...(quotes ? { pullQuotes: quotes } : {}),
      ...(boxes ? { sideBoxes: boxes } : {}),
      ...(signed ? { signature: signed } : {}),
      titleBreaks: [],
      pictures,
      body: [...value.body, ...place],
    }
  })
const draft = fc.record({
  date: fc.constant({ year: 2024, month: 1, day: 15 }),
  number: fc.constantFrom(1, 12),
  total: fc.constantFrom(null, 99),
  supplement: fc.boolean(),
  title: fc.oneof(fc.constant(''), name),
  status: fc.constantFrom('draft' as const, 'review' as const, 'final' as const),
  contents: fc.constant(null),
  ear: fc.option(
    fc.record({
      title: fc.option(plainText, { nil: null }),
      paragraphs: fc.array(plainText, { minLength: 1, maxLength: 2 }),
    }),
    { nil: undefined },
  ),
  pages: fc.constantFrom(null, { count: 8 }, { multiple: 4 }),
  fit: fc.constantFrom({ mode: 'auto' as const, lineHeight: 0.5, image: 0.1, heading: 0 }),
  approved: fc.oneof(
    fc.constant(null),
    name.map((by) => ({ by, on: { year: 2024, month: 1, day: 2 }, hash: '' })),
  ),
  sections: fc.uniqueArray(
    fc.record({
      name,
      articles: fc.array(article_, { maxLength: 2 }),
      briefs: fc.array(fc.record({ text: plainText, credit }), { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 2, selector: (one) => one.name },
  ),
})

describe('writing an issue', () => {
  test('any issue written reads back equal', () => {
    fc.assert(
      fc.property(draft, (value) => {
        const text = issueToYaml(value as unknown as IssueDraft, { file: FILE })
        const { value: read, diagnostics } = readBack(text)
        expect(
          diagnostics.filter((one) => one.severity === 'error'),
          text,
        ).toEqual([])
        const {
          publication: _,
          label: _l,
          dateText: _d,
          contents: _c,
          // That of its status.
          watermark: _m,
          ...rest
        } = placeless(read) as Record<string, unknown>
        const { contents: _o, ...wanted } = placeless(value) as Record<string, unknown>
        const sections = (rest.sections as Record<string, unknown>[]).map(
          ({ style: _s, numbering: _n, ...one }) => one,
        )
        expect({ ...rest, sections }, text).toEqual(wanted)
      }),
      { numRuns: Number(process.env.RUNS ?? 100) },
    )
  })

  test('marks are kept where the language has them, and no letter is lost', () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const wanted = joined(runs)
        const plain = wanted.map((one) => one.text).join('')
        fc.pre(plain === plain.trim())
        const one = {
          ...emptyArticle,
          title: [{ text: '甲' }],
          body: [{ kind: 'paragraph' as const, text: wanted }],
        }
        const value = { ...emptyIssue, sections: [{ name: '甲', articles: [one], briefs: [] }] }
        const text = issueToYaml(value as IssueDraft, { file: FILE })
        const read = readBack(text).value?.sections[0]?.articles[0]?.body[0]
        expect(read?.kind, text).toBe('paragraph')
        if (read?.kind === 'paragraph') expect(read.text.map((each) => each.text).join('')).toBe(plain)
        const again = issueToYaml(
          {
            ...value,
            sections: [{ name: '甲', articles: [{ ...one, body: [read as never] }], briefs: [] }],
          } as IssueDraft,
          { file: FILE },
        )
        expect(again).toBe(text)
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    )
  })

  test('headline breaks, bold, links and formulas are written as editors write them', () => {
    const title = [{ text: '甲集团召开会议暨专题会议' }]
    const text = [
      { text: '二要' },
      { text: '落实值班', bold: true as const },
      { text: '；每平方米（m' },
      { text: '2', raised: 'superscript' as const },
      { text: '）10~20元，见' },
      { text: '热线', link: 'tel:12345' },
      { text: '。' },
    ]
    const one = { ...emptyArticle, title, titleBreaks: [7], body: [{ kind: 'paragraph' as const, text }] }
    const value = { ...emptyIssue, sections: [{ name: '动态', articles: [one], briefs: [] }] }
    expect(issueToYaml(value as IssueDraft, { file: FILE })).toBe(`date: 2024-01-15
sections:
  动态:
    - title: 甲集团召开会议|暨专题会议
      body: |
        二要**落实值班**；每平方米（m^2^）10~20元，见[热线](tel:12345)。
`)
  })

  test('the worked example, read and written, is the same issue', () => {
    const read = (text: string) =>
      readIssue({
        publication,
        issue: { file: issue.file, text },
        others: [],
        article: () => ({ value: article, diagnostics: [] }),
      }).value
    const first = read(issue.text)
    expect(first).not.toBeNull()
    const text = issueToYaml(
      { ...(first as NonNullable<typeof first>), contents: null },
      { file: issue.file },
    )
    expect(placeless(read(text))).toEqual(placeless(first))
  })

  test('an article’s own file reads back equal', () => {
    fc.assert(
      fc.property(article_, (value) => {
        const text = articleToMarkdown(value as unknown as ArticleDraft, { file: 'issues/a.md' })
        const { value: read, diagnostics } = readIssue({
          publication: PUBLICATION,
          issue: { file: FILE, text: 'date: 2024-01-15\nsections:\n  甲:\n    - file: a.md\n' },
          others: [],
          article: () => ({ value: { file: 'issues/a.md', text }, diagnostics: [] }),
        })
        expect(
          diagnostics.filter((one) => one.severity === 'error'),
          text,
        ).toEqual([])
        expect(placeless(read?.sections[0]?.articles[0]), text).toEqual(placeless(value))
      }),
      { numRuns: 100 },
    )
  })
})

const emptyArticle = {
  title: [],
  titleBreaks: [],
  shoulder: null,
  subtitle: null,
  note: [],
  lead: null,
  body: [],
  pictures: [],
  credit: null,
  columns: null,
  start: 'auto' as const,
  keep: false,
  box: false,
  tint: false,
  date: null,
  people: [],
  checks: {},
}
const emptyIssue = {
  date: { year: 2024, month: 1, day: 15 },
  number: null,
  total: null,
  supplement: false,
  title: '',
  status: 'draft' as const,
  contents: null,
}

test('names and titles are written with their signs, neighbours apart', () => {
  const line = (kind: 'name' | 'title', number: number) => ({ line: { kind, number } })
  const runs = [
    { text: '云汀', ...line('name', 1) },
    { text: '河湾', ...line('name', 2) },
    { text: '的' },
    { text: '石桥记', ...line('title', 3) },
  ]
  expect(writeMarked(runs, 'body')).toBe('__云汀____河湾__的~~石桥记~~')
})
