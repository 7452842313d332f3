import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-hyphens-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

writeFileSync(
  join(folder, 'issue.yaml'),
  `date: 2026-01-15
sections:
  国企动态:
    - title: 国际交流
      body: |
        区企业服务中心与Internationalization Infrastructure Development Corporation签订合作备忘录。
`,
)

async function linesBuilt(type: string): Promise<string[]> {
  writeFileSync(
    join(folder, 'publication.yaml'),
    `bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区综合科\ntype: ${type}\n`,
  )
  const { bytes } = await build({ issue: 'issue.yaml', cwd: folder, output: '-' })
  const pdf = await getDocument({ data: new Uint8Array(bytes as Uint8Array), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .split('\n')
}

test('type.hyphenation divides English words in the PDF, and copied text has no hyphen for it', async () => {
  const plain = await linesBuilt('{ hyphenation: false }')
  expect(plain.some((line) => line.startsWith('Infrastructure'))).toBe(true)
  const divided = await linesBuilt('{ hyphenation: true }')
  const at = divided.findIndex((line) => /Internationalization In\u00ad?$/u.test(line))
  expect(divided[at + 1]).toMatch(/^frastructure/)
  expect(divided.join('')).not.toContain('In-')
})
