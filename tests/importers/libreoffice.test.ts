import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { imported, letters, wordsOf } from './imported.ts'

/**
 * What LibreOffice wrote from HTML, OpenDocument and RTF that use what such files have: lists in lists, tables in cells,
 * notes, comments, changes, frames, shapes, forms, columns, fields, letters above others. Each sentence has a number.
 */
const FOLDER = join(import.meta.dirname, 'libreoffice/more')
const NUMBERS: Readonly<Record<string, readonly number[]>> = JSON.parse(
  readFileSync(join(FOLDER, 'sentences.json'), 'utf8'),
)
const FILES = readdirSync(FOLDER)
  .filter((name) => /\.docx?$/.test(name))
  .sort()

describe('files of another maker', () => {
  test.each(FILES)('%s: no sentence is missing from article and report', async (name) => {
    const found = await imported({ [name]: new Uint8Array(readFileSync(join(FOLDER, name))) })
    expect(found.diagnostics).toEqual([])
    expect(found.readDiagnostics.filter((one) => one.severity === 'error')).toEqual([])
    const words = letters(wordsOf(found.issue) + found.entries.map((one) => one.text).join('\n'))
    const numbers = NUMBERS[name.replace(/\..*$/, '')] ?? []
    expect(numbers.length).toBeGreaterThan(2)
    expect(numbers.filter((one) => !words.includes(`第${String(one).padStart(4, '0')}句`))).toEqual([])
  })

  test('what was deleted by tracking in a .doc is told, and in no article', async () => {
    const found = await imported({ 'f2.doc': new Uint8Array(readFileSync(join(FOLDER, 'f2.doc'))) })
    const told = found.entries.filter((one) => one.kind === 'deleted-unsigned')
    expect(told.map((one) => one.text)).toEqual(['第0067句，删去要落到实处。'])
    expect(wordsOf(found.issue)).not.toContain('第0067句')
  })
})
