import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { folderWith } from '../cli/project.ts'
import { timeFor } from '../mode.ts'
import { Bytes, PdfFile } from '../paint/pdf-file.ts'
import { hasTool, openPdf, qpdfComplaints } from '../paint/read-back.ts'

const FOREIGN =
  'JS JavaScript OpenAction AA EF EmbeddedFiles AcroForm RichMediaContent Launch XFA OCProperties'.split(' ')

/** Texts that may stand in an issue, however they look. */
const printable = fc.oneof(
  fc.constantFrom(
    ')',
    '\\',
    '\\)>>',
    '>>endobj 1 0 obj<</OpenAction 2 0 R>>',
    'endstream endobj',
    '/AA<</S/JavaScript/JS(app.alert(1))>>',
    ']]><rdf:li>',
    '<x>&amp;"\'',
    '\u202e反\u2066向',
    '字'.repeat(10_000),
    `${'a'.repeat(2000)})`,
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
)
/** Texts that are refused, for the most part. */
const refused = fc.oneof(
  fc.constantFrom('\ud800', 'a\udc00b', '\0\r\n\t'),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
/** Every field of an issue and its publication that takes words, by the name it has below. */
const FIELDS = [
  'name issuer subtitle classification copyNumber language spot outputName folio header numberText',
  'sendTo contact role person section briefSection creditText',
  'special title shoulder subtitle2 body note subhead item quotation cell org author',
  'caption alt photographer placeholder brief link',
]
  .join(' ')
  .split(' ')
const fields = fc
  .tuple(
    fc.array(printable, { minLength: FIELDS.length, maxLength: FIELDS.length }),
    fc.nat(FIELDS.length * 2),
    refused,
  )
  .map(([texts, at, bad]) => texts.map((text, i) => (i === at ? bad : text)))

/** JSON's strings are YAML's, but for the few signs that only YAML wants escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What these take is of a kind of its own: anything else is refused. */
const OWN_KIND: Readonly<Record<string, string>> = { language: 'zh-CN', outputName: 'out' }
/** Where a text of ten thousand characters would only make the test slow. */
const SHORT = new Set([
  'org',
  'author',
  'person',
  'cell',
  'role',
  'header',
  'folio',
  'copyNumber',
  'photographer',
])

function projectOf(texts: readonly string[], tried = ''): string {
  const field = (name: string): string => {
    const text = texts[FIELDS.indexOf(name)]!
    if (tried !== name && OWN_KIND[name] !== undefined) return quoted(OWN_KIND[name])
    return quoted(`${name === 'briefSection' ? '乙' : '甲'}${SHORT.has(name) ? text.slice(0, 60) : text}`)
  }
  const line = (name: string) => JSON.parse(field(name)).replace(/\s+/g, ' ')
  const link = `[字](https://example.com/${texts[FIELDS.indexOf('link')]!.replace(/[\s\]]/g, '')})`
  const body = [
    `正文${link}。${line('body')}`,
    `## ${line('subhead')}`,
    `- ${line('item')}`,
    `> ${line('quotation')}`,
    `| 项 | 数 |\n| --- | --- |\n| ${line('cell')} | 1 |`,
  ].join('\n\n')
  return folderWith({
    'publication.yaml': [
      'bulletin: 1',
      `name: ${field('name')}`,
      `issuer: ${field('issuer')}`,
      `subtitle: ${field('subtitle')}`,
      `classification: ${field('classification')}`,
      `copy_number: ${field('copyNumber')}`,
      `language: ${field('language')}`,
      `numbering: { text: ${field('numberText')} }`,
      'masthead: { contents: true }',
      `page: { number: ${field('folio')}, header: ${field('header')} }`,
      `sections: [${field('section')}, { name: ${field('briefSection')}, style: briefs }]`,
      `credit: { text: ${field('creditText')} }`,
      `colophon: { send_to: [${field('sendTo')}], people: { ${field('role')}: ${field('person')} }, contact: ${field('contact')} }`,
      `output: { name: ${field('outputName')}, print: { spot: ${field('spot')} } }`,
      '',
    ].join('\n'),
    'issues/2026-01.yaml': [
      'date: 2026-01-05',
      `title: ${field('special')}`,
      'status: review',
      'sections:',
      `  ${field('section')}:`,
      `    - title: ${field('title')}`,
      `      shoulder: ${field('shoulder')}`,
      `      subtitle: ${field('subtitle2')}`,
      `      note: ${field('note')}`,
      `      body: ${quoted(body)}`,
      `      images: [{ placeholder: ${field('placeholder')}, caption: ${field('caption')}, alt: ${field('alt')}, credit: ${field('photographer')} }]`,
      `      credit: { ${field('org')}: ${field('author')} }`,
      `  ${field('briefSection')}:`,
      `    - ${field('brief')}`,
      `    - ${quoted(`[字](${line('link')})`)}`,
      '',
    ].join('\n'),
  })
}

/** Actions, kinds of objects and keys that no text may bring into a file. */
function foreignIn(pdf: Uint8Array): string[] {
  const found: string[] = []
  for (const one of new PdfFile(pdf).dictionaries()) {
    for (const key of FOREIGN) if (one[key] !== undefined) found.push(key)
    if (one.Type === '/Annot' && one.Subtype !== '/Link') found.push(String(one.Subtype))
    if (one.URI instanceof Bytes && !/^(?:https?|mailto|tel):/.test(one.URI.bytes)) found.push(one.URI.bytes)
    if (
      typeof one.S === 'string' &&
      /^\/(?:JavaScript|Launch|GoToR|GoToE|SubmitForm|ImportData|Named)$/.test(one.S)
    )
      found.push(one.S)
  }
  return found
}

const make = ['pdf', 'archive', 'print', 'booklet', 'proof']

async function made(cwd: string, kinds = make) {
  const { products, diagnostics } = await build({ cwd, make: kinds, output: '-' })
  const errors = diagnostics.filter((one) => one.severity === 'error').map((one) => one.code)
  return { products, errors }
}

function mustBeSound(pdf: Uint8Array): void {
  expect(foreignIn(pdf)).toEqual([])
  if (hasTool('qpdf')) expect(qpdfComplaints(pdf)).toBe('')
}

describe('hostile texts in an issue’s fields', () => {
  test(
    'are refused in words or leave valid files with nothing foreign in them',
    async () => {
      let whole = 0
      const codes: string[] = []
      await fc.assert(
        fc.asyncProperty(fields, async (texts) => {
          const { products, errors } = await made(projectOf(texts))
          codes.push(...errors)
          if (products.length === 0) expect(errors).not.toEqual([])
          else whole += 1
          for (const { bytes } of products) mustBeSound(bytes)
        }),
        { numRuns: 8 },
      )
      expect(whole, codes.join()).toBeGreaterThan(0)
    },
    timeFor(120_000),
  )

  test.each(FIELDS)(
    'one after the other: %s',
    async (name) => {
      const plain = FIELDS.map(() => '字')
      for (const text of [
        ')>>endobj 1 0 obj<</OpenAction 2 0 R>>',
        '\\',
        '\ud800',
        '\u202e反',
        '字'.repeat(10_000),
      ]) {
        const texts = plain.map((one, at) => (FIELDS[at] === name ? text : one))
        const { products, errors } = await made(projectOf(texts, name), ['pdf'])
        if (products.length === 0) expect(errors).not.toEqual([])
        if (text.startsWith(')') && OWN_KIND[name] === undefined) expect(errors).toEqual([])
        for (const { bytes } of products) expect(foreignIn(bytes)).toEqual([])
      }
    },
    60_000,
  )

  test.each([
    ')',
    '\\)>>',
    '>>endobj 1 0 obj<</OpenAction 2 0 R>>',
    '/AA<</S/JavaScript/JS(app.alert(1))>>',
    ']]><rdf:li>',
  ])(
    '“%s” in all fields at once is printed as typed',
    async (text) => {
      const { products, errors } = await made(projectOf(FIELDS.map(() => text)))
      expect(errors).toEqual([])
      for (const { bytes } of products) mustBeSound(bytes)
      const pdf = await openPdf(products[0]!.bytes)
      let printed = ''
      for (let page = 1; page <= pdf.numPages; page++) {
        const { items } = await (await pdf.getPage(page)).getTextContent()
        printed += items.map((item) => ('str' in item ? item.str : '')).join('')
      }
      // Once for each field that is set; what is only told (alternatives, a spot ink's name) is not among them.
      const times = printed.replace(/\s/g, '').split(`甲${text.replace(/\s/g, '')}`).length - 1
      expect(times).toBeGreaterThan(15)
    },
    60_000,
  )
})
