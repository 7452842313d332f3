import { describe, expect, test } from 'vitest'
import { build } from '../../src/cli/build-issue.ts'
import { folderWith } from '../cli/project.ts'
import { decodedFile, hasTool, qpdfComplaints } from '../paint/read-back.ts'

const FOREIGN =
  /\/(?:JS|JavaScript|Launch|OpenAction|AA|EmbeddedFile|SubmitForm|RichMedia|GoToR|ImportData)\b/

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
