import { issueKeys } from '../../src/issue/language/issue-keys.ts'
import type { Kind } from '../../src/issue/language/kind.ts'
import { publicationKeys } from '../../src/issue/language/publication-keys.ts'

/** Every key that holds words of the editor's, and how to put words into it so that they are printed. */

type Tree = { [key: string]: unknown }

/** An issue and its publication as YAML would say them. */
export interface Words {
  readonly publication: Tree
  readonly issue: Tree
}

/** Words in one field, all others short and without Han of the alphabet that tests count. */
export type Field = (words: string) => Words

const article = (more: Tree): Tree => ({ title: '小', body: 'abc', ...more })

const BASE: Words = {
  publication: {
    bulletin: 1,
    name: '上',
    issuer: '下',
    numbering: { text: '{n}', date: '{d}' },
    page: { header: '', number: '' },
  },
  issue: { date: '2024-01-15', number: 1, sections: { 丁: [article({})] } },
}

function publication(more: Tree): Words {
  return { ...BASE, publication: { ...BASE.publication, ...more } }
}

function inArticle(more: Tree, ofIssue: Tree = {}): Words {
  return { ...BASE, issue: { ...BASE.issue, sections: { 丁: [article(more)] }, ...ofIssue } }
}

const onCover = (cover: Tree): Words => ({ ...BASE, issue: { ...BASE.issue, cover } })
const inPicture = (more: Tree) => inArticle({ images: [more] })
const inRow = (more: Tree) => inArticle({ images: [{ row: [more, { placeholder: 'abc', caption: 'abc' }] }] })
const TWO = [{ placeholder: 'abc', caption: 'abc' }, { caption: 'abc' }]
const inGallery = (more: Tree) => inArticle({ images: [{ gallery: [more, ...TWO] }] })
const colophon = (more: Tree) => publication({ colophon: more })
const BRIEFS = { 丁: ['abc', 'abc'] }
const table = (rows: readonly (readonly string[])[]) => {
  const [head = [], ...more] = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return inArticle({ body: [head, `|${' --- |'.repeat((rows[0] ?? []).length)}`, ...more].join('\n') })
}

const inThree = (more: Tree): Words => inArticle({ ...more, columns: 3 })

/** A table too wide for most columns as it stands. */
function turned(cell: string, head: string): string {
  const numbers = Array.from({ length: 8 }, (_, at) => `1234567${at}`)
  const row = (first: string) => `| ${[first, ...numbers].join(' | ')} |`
  return `: x {turn: true}\n${row(head)}\n|${' --- |'.repeat(9)}\n${row(cell)}`
}

/** Fields by their path in the language's tables; `P` is publication.yaml, `I` an issue's file. */
export const PRINTED: Readonly<Record<string, Field>> = {
  'P.name': (words) => publication({ name: words }),
  'P.subtitle': (words) => publication({ subtitle: words }),
  'P.issuer': (words) => publication({ issuer: words }),
  'P.classification': (words) => publication({ classification: words }),
  'P.copy_number': (words) => publication({ copy_number: words, classification: 'abc' }),
  'P.numbering.text': (words) => publication({ numbering: { text: words, date: '{d}' } }),
  'P.numbering.date': (words) => publication({ numbering: { text: '{n}', date: words } }),
  'P.numbering.supplement_text': (words) => ({
    publication: { ...BASE.publication, numbering: { supplement_text: words, date: '{d}' } },
    issue: { ...BASE.issue, supplement: true },
  }),
  'P.page.number': (words) => publication({ page: { header: '', number: words } }),
  'P.page.header': (words) => ({
    publication: { ...BASE.publication, page: { header: words, number: '' } },
    issue: { ...BASE.issue, sections: { 丁: [article({}), article({ start: 'page' })] } },
  }),
  'P.sections[].numbering': (words) => ({
    publication: { ...BASE.publication, sections: [{ name: '丁', style: 'briefs', numbering: words }] },
    issue: { ...BASE.issue, sections: BRIEFS },
  }),
  'P.credit.text': (words) => ({
    publication: { ...BASE.publication, credit: { text: words } },
    issue: inArticle({ credit: { abc: 'abc' } }).issue,
  }),
  'P.credit.org_separator': (words) => ({
    publication: { ...BASE.publication, credit: { text: '{credits}', org_separator: words } },
    issue: inArticle({ credit: { abc: 'abc', def: 'def' } }).issue,
  }),
  'P.colophon.report_to': (words) => colophon({ report_to: words }),
  'P.colophon.report_to[]': (words) => colophon({ report_to: [words, 'abc'] }),
  'P.colophon.send_to': (words) => colophon({ send_to: words }),
  'P.colophon.send_to[]': (words) => colophon({ send_to: ['abc', words], copies: 50, contact: 'abc' }),
  'P.colophon.copy_to': (words) => colophon({ copy_to: words }),
  'P.colophon.copy_to[]': (words) => colophon({ copy_to: ['abc', words] }),
  'P.colophon.cc': (words) => colophon({ cc: words }),
  'P.colophon.cc[]': (words) => colophon({ cc: ['abc', words] }),
  'P.colophon.people{name}': (words) => colophon({ people: { [words]: 'abc', abc: 'abc' } }),
  'P.colophon.people{}': (words) => colophon({ people: { abc: words, 主编: 'abc' } }),
  'P.colophon.people{}[]': (words) => colophon({ people: { 主编: ['abc', words] }, copies: 9 }),
  'P.colophon.contact': (words) => colophon({ contact: words, copies: 50 }),
  'P.colophon.issued_by': (words) => colophon({ issued_by: words, contact: 'abc' }),
  'I.note': (words) => ({ ...BASE, issue: { ...BASE.issue, note: words } }),
  'I.title': (words) => ({ ...BASE, issue: { ...BASE.issue, title: words } }),
  'I.sections{name}': (words) => ({
    ...BASE,
    issue: { ...BASE.issue, sections: { [words]: [article({})] } },
  }),
  'I.sections{}[]': (words) => ({ ...BASE, issue: { ...BASE.issue, sections: { 丁: ['abc', words] } } }),
  'I.sections{}[].title': (words) => inArticle({ title: words }),
  'I.sections{}[].shoulder': (words) => inArticle({ shoulder: words }),
  'I.sections{}[].subtitle': (words) => inArticle({ subtitle: words, lead: true }),
  'I.sections{}[].note': (words) => inArticle({ note: words }),
  'I.sections{}[].body': (words) => inArticle({ body: words }),
  'I.sections{}[].images.gallery[].placeholder': (words) =>
    inArticle({ images: { gallery: [{ placeholder: words }, ...TWO] } }),
  'I.sections{}[].images.gallery[].caption': (words) =>
    inArticle({ images: { gallery: [{ placeholder: 'abc', caption: words }, ...TWO] } }),
  'I.sections{}[].images.gallery[].credit': (words) =>
    inArticle({ images: { gallery: [{ placeholder: 'abc', credit: words }, ...TWO] } }),
  'I.sections{}[].images[].gallery[].placeholder': (words) => inGallery({ placeholder: words, ratio: '1:8' }),
  'I.sections{}[].images[].gallery[].caption': (words) => inGallery({ placeholder: 'abc', caption: words }),
  'I.sections{}[].images[].gallery[].credit': (words) =>
    inGallery({ placeholder: 'abc', credit: words, ratio: '1:9' }),
  'I.sections{}[].pull_quotes': (words) => inArticle({ pull_quotes: words }),
  'I.sections{}[].pull_quotes[]': (words) => inArticle({ pull_quotes: ['abc', words] }),
  'I.sections{}[].pull_quotes.text': (words) => inArticle({ pull_quotes: { text: words } }),
  'I.sections{}[].pull_quotes.source': (words) => inArticle({ pull_quotes: { text: 'abc', source: words } }),
  'I.sections{}[].pull_quotes[].text': (words) => inArticle({ pull_quotes: [{ text: words }] }),
  'I.sections{}[].pull_quotes[].source': (words) =>
    inArticle({ pull_quotes: [{ text: 'abc', source: words }] }),
  'I.sections{}[].side_boxes.title': (words) => inArticle({ side_boxes: { title: words, body: 'abc' } }),
  'I.sections{}[].side_boxes.body': (words) => inArticle({ side_boxes: { title: 'abc', body: words } }),
  'I.sections{}[].side_boxes[].title': (words) => inArticle({ side_boxes: [{ title: words, body: 'abc' }] }),
  'I.sections{}[].side_boxes[].body': (words) => inArticle({ side_boxes: [{ body: words, tint: true }] }),
  'I.cover.placeholder': (words) => onCover({ placeholder: words }),
  'I.cover.caption': (words) => onCover({ placeholder: 'abc', caption: words }),
  'I.cover.credit': (words) => onCover({ placeholder: 'abc', credit: words }),
  'I.ear': (words) => ({ ...BASE, issue: { ...BASE.issue, ear: words } }),
  'I.ear.title': (words) => ({ ...BASE, issue: { ...BASE.issue, ear: { title: words, text: 'abc' } } }),
  'I.ear.text': (words) => ({ ...BASE, issue: { ...BASE.issue, ear: { title: 'abc', text: words } } }),
  'I.sections{}[].to': (words) => inArticle({ to: words }),
  'I.sections{}[].attachments': (words) => inArticle({ attachments: words }),
  'I.sections{}[].attachments[]': (words) => inArticle({ attachments: ['abc', words] }),
  'I.sections{}[].signature': (words) => inArticle({ signature: words }),
  'I.sections{}[].signature.text': (words) => inArticle({ signature: { text: `abc\n${words}` } }),
  'I.sections{}[].images.placeholder': (words) => inArticle({ images: { placeholder: words } }),
  'I.sections{}[].images.caption': (words) => inArticle({ images: { placeholder: 'abc', caption: words } }),
  'I.sections{}[].images.credit': (words) => inArticle({ images: { placeholder: 'abc', credit: words } }),
  'I.sections{}[].images.row[].placeholder': (words) =>
    inArticle({ images: { row: [{ placeholder: words }] } }),
  'I.sections{}[].images.row[].caption': (words) =>
    inArticle({ images: { row: [{ placeholder: 'abc', caption: words }, { caption: 'abc' }] } }),
  'I.sections{}[].images.row[].credit': (words) =>
    inArticle({ images: { row: [{ placeholder: 'abc', credit: words }, { caption: 'abc' }] } }),
  'I.sections{}[].images[].placeholder': (words) => inPicture({ placeholder: words, ratio: '3:1' }),
  'I.sections{}[].images[].caption': (words) =>
    inPicture({ placeholder: 'abc', caption: words, fit: 'page', ratio: '1:3' }),
  'I.sections{}[].images[].credit': (words) => inPicture({ placeholder: 'abc', credit: words, fit: 'left' }),
  'I.sections{}[].images[].row[].placeholder': (words) => inRow({ placeholder: words, ratio: '1:8' }),
  'I.sections{}[].images[].row[].caption': (words) => inRow({ placeholder: 'abc', caption: words }),
  'I.sections{}[].images[].row[].credit': (words) =>
    inRow({ placeholder: 'abc', credit: words, ratio: '1:9' }),
  'I.sections{}[].credit': (words) => inArticle({ credit: words }),
  'I.sections{}[].credit{name}': (words) => inArticle({ credit: { [words]: 'abc' } }),
  'I.sections{}[].credit{}': (words) => inArticle({ credit: { abc: words } }),
  'I.sections{}[].credit{}[]': (words) => inArticle({ credit: { abc: ['abc', words] } }),
  'I.sections{}[].text': (words) => ({
    ...BASE,
    issue: { ...BASE.issue, sections: { 丁: [{ text: words, credit: { abc: 'abc' } }] } },
  }),
}

/** What `body` may hold, and places where other fields are printed once more. */
export const PLACES: Readonly<Record<string, Field>> = {
  'a cell of a table': (words) =>
    table([
      ['a', 'b'],
      ['abc', words],
      ['c', 'd'],
    ]),
  'a cell of five columns': (words) =>
    table([
      ['a', 'b', 'c', 'd', 'e'],
      ['a', words, 'c', 'd', 'e'],
    ]),
  'a header cell': (words) =>
    table([
      ['a', words],
      ['c', 'd'],
      ['e', 'f'],
    ]),
  'a cell in a box': (words) => {
    const { body } = (
      (
        table([
          ['a', 'b'],
          ['c', words],
        ]).issue.sections as Tree
      ).丁 as Tree[]
    )[0] as Tree
    return inArticle({ body, box: true })
  },
  'a list item': (words) => inArticle({ body: `- abc\n- ${words}` }),
  'an item with a long number': (words) => inArticle({ body: `9998. abc\n9999. ${words}` }),
  'a quotation': (words) => inArticle({ body: `> ${words}` }),
  'a heading': (words) => inArticle({ body: `## ${words}\n\nabc` }),
  'a lower heading': (words) => inArticle({ body: `### ${words}\n\nabc` }),
  'a boxed article': (words) => inArticle({ body: words, box: true }),
  'an article kept whole': (words) => inArticle({ body: words, keep: true }),
  'an article of three columns': (words) => inArticle({ body: words, columns: 3 }),
  'a title across the page': (words) => inArticle({ title: words, lead: true }),
  'a title in three columns': (words) => inArticle({ title: words, columns: 3 }),
  'a cell of a turned table': (words) => inArticle({ body: turned(words, 'abc') }),
  'a note of a turned table': (words) => inArticle({ body: `${turned('abc', 'def')}\n: 注：${words}` }),
  'a title across two of three columns': (words) => inThree({ title: words, across: 'two' }),
  'an article below such a title': (words) => inThree({ body: words, across: 'two' }),
  'a box across two of three columns': (words) => inThree({ body: words, across: 'two', box: true }),
  'a caption across two of three columns': (words) =>
    inThree({ images: [{ placeholder: 'abc', caption: words, fit: 'two' }] }),
  'a vertical title': (words) => inArticle({ title: words, vertical_title: true, body: 'abc '.repeat(90) }),
  'text beside a vertical title': (words) => inArticle({ vertical_title: true, body: words }),
  'a placeholder that says its caption': (words) => inPicture({ caption: words, ratio: '1:1' }),
}

/** Printed more than once: in a row of headers, in the contents, for each brief, on each page. */
export const REPEATED: ReadonlySet<string> = new Set([
  'a header cell',
  'a placeholder that says its caption',
  'P.sections[].numbering',
  'P.page.number',
  'P.page.header',
])

/** What has no room to turn into: where it is too long there is an error instead. */
export const REFUSED: ReadonlySet<string> = new Set(['P.page.number', 'P.page.header'])

/**
 * Texts that are no words for the page: files, sizes, names of fonts and inks, what only checks and screen readers read;
 * and what is drawn, not set: watermarks of at most 16 characters, QR codes.
 */
export const UNPRINTED: readonly RegExp[] = [
  /^P\.(?:type|fonts|output|check)\b/,
  /^P\.page\.(?:size|margin|column_gap|bleed)\b/,
  /^P\.masthead\.(?:image|logo|height)$/,
  /^P\.images\.ratio$/,
  /^P\.sections\[\](?:\.name)?$/,
  /^I\.(?:publication|pages|fit\..*|approved\..*|override\b.*)$/,
  /^I\.sections\{\}\[\]\.images(?:\[\])?(?:\.(?:row|gallery)\[\])?$/,
  /^[IP]\.watermark$/,
  /^P\.colophon\.qr$/,
  /^I\.sections\{\}\[\]\.images.*\.(?:id|src|alt|ratio|qr|focus\[\]|row\[\])$/,
  /^I\.cover(?:\.(?:id|src|alt|ratio|qr|focus\[\]))?$/,
  /^I\.sections\{\}\[\]\.(?:pull_quotes|side_boxes)(?:\[\])?\.id$/,
  /^I\.sections\{\}\[\]\.(?:people(?:\[\])?|file|signature\.(?:seal|width))$/,
]

/** Paths of all keys whose value may be words of the editor's, from the language's own tables. */
export function textPaths(): readonly string[] {
  const found = new Set<string>()
  addPaths(found, publicationKeys, 'P')
  addPaths(found, issueKeys, 'I')
  return [...found]
}

function addPaths(found: Set<string>, { shape }: Kind<unknown>, path: string): void {
  switch (shape.form) {
    case 'scalar':
      if (isFree(shape.schema)) found.add(path)
      break
    case 'map':
      for (const [name, { kind }] of Object.entries(shape.table)) addPaths(found, kind, `${path}.${name}`)
      break
    case 'list':
      addPaths(found, shape.items, `${path}[]`)
      break
    case 'named':
      found.add(`${path}{name}`)
      addPaths(found, shape.values, `${path}{}`)
      break
    case 'forms':
      for (const kind of [shape.text, shape.list, shape.map]) if (kind) addPaths(found, kind, path)
  }
}

/** Whether any words are taken: no fixed choice, no pattern. */
function isFree({ type, enum: choice, pattern, const: only, anyOf }: Readonly<Record<string, unknown>>) {
  return [type].flat().includes('string') && !choice && !pattern && only === undefined && !anyOf
}
