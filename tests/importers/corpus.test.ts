import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { COMBINATIONS } from './combinations.ts'
import { CORPUS, type CorpusCase } from './corpus.ts'
import { docx } from './docx-parts.ts'
import { HABITS } from './habits.ts'
import { type Imported, imported, letters, wordsOf } from './imported.ts'
import { docxPackageFiles, libreOfficeFiles } from './other-makers.ts'

const GOLDEN = resolve(import.meta.dirname, '../golden/importers')

/** Every case's articles and report, as they were read by somebody once; renewed with `npm run bless`. */
describe('contributions as Word and WPS write them', () => {
  test.each(CORPUS.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    await holds(name, docx(one.parts), one)
  })
})

describe('contributions in rarer habits', () => {
  test.each(HABITS.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const plain = docx(one.parts)
    await holds(name, one.remake?.(plain) ?? plain, one, plain)
  })
})

describe('contributions in which several kinds meet', () => {
  test.each(COMBINATIONS.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    await holds(name, docx(one.parts), one)
  })
})

describe('contributions as LibreOffice writes them', () => {
  test.each(Object.entries(libreOfficeFiles()))('%s', async (name, bytes) => {
    await holds(`libreoffice-${name}`, bytes, { file: name })
  })
})

describe('contributions as the package docx writes them', async () => {
  test.each(Object.entries(await docxPackageFiles()))('%s', async (name, bytes) => {
    await holds(`package-${name}`, bytes, {})
  })
})

/** What comes out is what was read once, reads again, and has every letter of the source, here or in the report. */
async function holds(
  name: string,
  bytes: Uint8Array,
  how: Partial<CorpusCase>,
  plain = bytes,
): Promise<void> {
  const { file = '来稿.docx', tracked = 'accept', section = null } = how
  const found = await imported({ [file]: bytes }, { tracked, section })
  expect(found.diagnostics).toEqual([])
  expect(found.readDiagnostics.filter((said) => said.severity === 'error')).toEqual([])
  const shown = show(found)
  const golden = join(GOLDEN, `${name}.txt`)
  if (process.env.BLESS) {
    mkdirSync(GOLDEN, { recursive: true })
    writeFileSync(golden, shown)
  }
  expect(shown).toBe(readFileSync(golden, 'utf8'))
  const kept = letters(wordsOf(found.issue) + found.entries.map((entry) => entry.text).join('\n'))
  expect(sourceRuns(file, plain).filter((run) => !kept.includes(run))).toEqual([])
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

/** The parts of a docx in which people write; running heads may hold a page number alone, which is left out. */
const PARTS_WITH_WORDS = /^word\/(?:document|footnotes|endnotes|comments)\.xml$/

/** The letters of every text run of these parts, sentence by sentence, deleted ones too; by a reader that shares nothing with ours. */
function sourceRuns(file: string, bytes: Uint8Array): readonly string[] {
  if (!file.endsWith('.docx')) return []
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => PARTS_WITH_WORDS.test(name))
  const xml = parts.map(([, content]) => new TextDecoder().decode(content)).join('')
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
    .flatMap((text) => text.replace(/[\u200b-\u202e\ue000-\uf8ff]/g, '').split(/(?<=[。！？])|(?=（)/))
    .map(letters)
    .filter((text) => text !== '')
}
