import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { folderWith } from '../cli/project.ts'
import { hasTool, openPdf, runOn } from '../paint/read-back.ts'
import { setIssue } from './built-issue.ts'

/** Blanks of every width part what they were typed between, on the page and in copied text. */

const BLANKS = [
  ' ',
  '\u00a0',
  '\u2002',
  '\u2003',
  '\u2007',
  '\u2009',
  '\u200a',
  '\u202f',
  '\u205f',
  '\u3000',
  '\t',
]

const folder = folderWith({
  'publication.yaml': 'bulletin: 1\nname: 城南简报\nissuer: 城南区办公室\n',
  'issues/2024-01.yaml': stringify({
    date: '2024-01-15',
    sections: {
      动态: [{ title: '会议', body: BLANKS.map((one) => `张三${one}李四\n\nabc${one}def`).join('\n\n') }],
    },
  }),
})
afterAll(() => rmSync(folder, { recursive: true }))
const made = await (await setIssue(join(folder, 'issues/2024-01.yaml'))).paint()

/** Lines in the order of the content stream. */
async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const page = await (await openPdf(bytes)).getPage(1)
  const { items } = await page.getTextContent()
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .split('\n')
}

describe('typed blanks', () => {
  test('are blanks in the text', async () => {
    const lines = await linesOf(made)
    expect(lines.filter((line) => /^张三[ \u3000]李四$/.test(line))).toHaveLength(BLANKS.length)
    expect(lines.filter((line) => /^abc[ \u3000]def$/.test(line))).toHaveLength(BLANKS.length)
  })
  test.skipIf(!hasTool('pdftotext'))('poppler reads them too (needs pdftotext)', () => {
    const said = runOn(made, 'pdftotext', ['-raw', 'FILE', '-']).toString().split('\n')
    expect(said.filter((line) => /^张三[ \u3000]李四$/.test(line))).toHaveLength(BLANKS.length)
    expect(said.filter((line) => /^abc[ \u3000]def$/.test(line))).toHaveLength(BLANKS.length)
  })
})
