import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/cli/build-issue.ts'
import { folderWith } from '../cli/project.ts'
import { decodedFile, hasTool, qpdfComplaints } from '../paint/read-back.ts'

const FOREIGN =
  /\/(?:JS|JavaScript|Launch|OpenAction|AA|EmbeddedFile|SubmitForm|RichMedia|GoToR|ImportData)\b/

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
const fields = fc
  .tuple(fc.array(printable, { minLength: 10, maxLength: 10 }), fc.nat(29), refused)
  .map(([texts, at, bad]) => texts.map((text, i) => (i === at ? bad : text)))

/** JSON's strings are YAML's, but for the few signs that only YAML wants escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function projectOf(texts: readonly string[]): string {
  const [name, issuer, title, subtitle, caption, alt, org, person, brief, target] = texts
    .map((text, at) => `甲${at === 6 || at === 7 ? text.slice(0, 60) : text}`)
    .map(quoted)
  const link = `[字](https://example.com/${texts[9]!.replace(/[\s\]]/g, '')})`
  return folderWith({
    'publication.yaml': `bulletin: 1\nname: ${name}\nissuer: ${issuer}\nsections: [要闻, { name: 简讯, style: briefs }]\noutput: { name: out }\n`,
    'issues/2026-01.yaml': [
      'date: 2026-01-05',
      'sections:',
      '  要闻:',
      `    - title: ${title}`,
      `      subtitle: ${subtitle}`,
      `      body: ${quoted(`正文${link}。`)}`,
      `      images: [{ placeholder: ${caption}, caption: ${caption}, alt: ${alt}, credit: ${person} }]`,
      `      credit: { ${org}: ${person} }`,
      '  简讯:',
      `    - ${brief}`,
      `    - ${quoted(`[字](${JSON.parse(target!)})`)}`,
      '',
    ].join('\n'),
  })
}

/** The file's own words with every string and the metadata taken out: what a text could have added to. */
function skeleton(pdf: Uint8Array): string {
  return decodedFile(pdf)
    .replace(/\((?:[^()\\]|\\[\s\S])*\)|<[0-9a-f]*>/g, '()')
    .replace(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/g, '')
}

describe('hostile texts in an issue’s fields', () => {
  test('are refused in words or leave valid files with nothing foreign in them', async () => {
    let made = 0
    const codes: string[] = []
    await fc.assert(
      fc.asyncProperty(fields, async (texts) => {
        const cwd = projectOf(texts)
        const { products, diagnostics } = await build({ cwd, make: ['pdf', 'archive'], output: '-' })
        if (products.length === 0) {
          codes.push(...diagnostics.flatMap((one) => (one.severity === 'error' ? [one.code] : [])))
          expect(diagnostics.some((one) => one.severity === 'error')).toBe(true)
          return
        }
        made += 1
        for (const { bytes } of products) {
          const file = skeleton(bytes)
          expect(file).not.toMatch(FOREIGN)
          expect(file.match(/\/S \/URI/g)?.length ?? 0).toBe(file.match(/\/URI \(\)/g)?.length ?? 0)
          if (hasTool('qpdf')) expect(qpdfComplaints(bytes)).toBe('')
        }
      }),
      { numRuns: 8 },
    )
    expect(made, codes.join()).toBeGreaterThan(0)
  }, 120_000)

  test.each([
    ')',
    '\\)>>',
    '>>endobj 1 0 obj<</OpenAction 2 0 R>>',
    '/AA<</S/JavaScript/JS(app.alert(1))>>',
    ']]><rdf:li>',
  ])('“%s” in all fields at once is printed as typed', async (text) => {
    const cwd = projectOf(Array(10).fill(text))
    const { products } = await build({ cwd, make: ['pdf'], output: '-' })
    expect(skeleton(products[0]!.bytes)).not.toMatch(FOREIGN)
    if (hasTool('qpdf')) expect(qpdfComplaints(products[0]!.bytes)).toBe('')
  })
})
