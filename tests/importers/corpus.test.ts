import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { CORPUS, type CorpusCase } from './corpus.ts'
import { docx } from './docx-parts.ts'
import { type Imported, imported, letters, wordsOf } from './imported.ts'

const GOLDEN = resolve(import.meta.dirname, '../golden/importers')

/** Every case's articles and report, as they were read by somebody once; renewed with `npm run bless`. */
describe('contributions as Word and WPS write them', () => {
  test.each(CORPUS.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const found = await importCase(one)
    expect(found.diagnostics).toEqual([])
    expect(found.readDiagnostics.filter((said) => said.severity === 'error')).toEqual([])
    const shown = show(found)
    const file = join(GOLDEN, `${name}.txt`)
    if (process.env.BLESS) {
      mkdirSync(GOLDEN, { recursive: true })
      writeFileSync(file, shown)
    }
    expect(shown).toBe(readFileSync(file, 'utf8'))
  })

  test.each(CORPUS.map((one) => [one.name, one] as const))(
    '%s: every letter is in the article or the report',
    async (_, one) => {
      const found = await importCase(one)
      const kept = letters(wordsOf(found.issue) + found.entries.map((entry) => entry.text).join('\n'))
      expect(sourceRuns(docx(one.parts)).filter((run) => !kept.includes(run))).toEqual([])
    },
  )
})

function importCase({
  parts,
  file = '来稿.docx',
  tracked = 'accept',
  section,
}: CorpusCase): Promise<Imported> {
  return imported({ [file]: docx(parts) }, { tracked, section: section ?? null })
}

function show({ plan, entries, yaml }: Imported): string {
  const files = plan.written.map(
    ({ path, content }) =>
      `== ${path}\n${typeof content === 'string' ? content : `(${content.length} bytes)\n`}`,
  )
  const added = yaml.slice(yaml.indexOf('旧稿的正文。\n') + '旧稿的正文。\n'.length)
  const report = entries.map(
    (one) => `[${one.class}] ${one.what}：“${one.text.replace(/\n/g, ' ↵ ')}” → ${one.done}`,
  )
  return `${[...files, `== ${'issue'}\n${added}`, `== report\n${report.join('\n')}`].join('\n')}\n`
}

/** The letters of every text run of document.xml, sentence by sentence, deleted ones too; by a reader that shares nothing with ours. */
function sourceRuns(bytes: Uint8Array): readonly string[] {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  const texts = [...xml.matchAll(/<(?:w:t|w:delText|m:t)(?:\s[^>]*)?>([^<]*)</g)].map(
    (match) => match[1] ?? '',
  )
  const unescaped = texts.map((text) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  )
  return unescaped
    .flatMap((text) => text.replace(/[\u200b-\u202e]/g, '').split(/(?<=[。！？])|(?=（)/))
    .map(letters)
    .filter((text) => text !== '')
}
