import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  exampleIssue,
  hanOf,
  hanOfIssue,
  lostFrom,
  realIssue,
  type SetIssue,
  setIssue,
  smallIssue,
} from './built-issue.ts'
import { hasTool, runTool } from './tools.ts'

const poppler = hasTool('pdftotext')
const qpdf = hasTool('qpdf')
if (!poppler || !qpdf)
  process.stderr.write('poppler-utils or qpdf is not installed: its readings of the PDFs are skipped\n')
if (realIssue === null) process.stderr.write('../shared is absent: the real issue is skipped\n')

const folder = mkdtempSync(join(tmpdir(), 'jianbao-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const issues = [
  ['the example', exampleIssue],
  ['the smallest issue', smallIssue],
  ['the real issue', realIssue],
] as const

describe.each(issues.flatMap(([name, file]) => (file === null ? [] : [[name, file] as const])))(
  '%s',
  (name, file) => {
    const pdf = join(folder, `${name}.pdf`)
    let set: SetIssue
    let bytes: Uint8Array

    beforeAll(async () => {
      set = await setIssue(file)
      bytes = await set.paint()
      writeFileSync(pdf, bytes)
    })

    test('has no errors', () => {
      expect(set.diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    })

    test('the same input gives the same bytes', async () => {
      const again = await (await setIssue(file)).paint()
      expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes))).toBe(0)
    })

    test.skipIf(!qpdf)('qpdf finds nothing wrong', () => {
      expect(runTool('qpdf', ['--check', pdf])).toContain('No syntax or stream encoding errors')
    })

    test.skipIf(!poppler)('every Han character comes back in reading order', () => {
      const text = hanOf(runTool('pdftotext', ['-raw', '-enc', 'UTF-8', pdf, '-']))
      expect(lostFrom(hanOfIssue(set.issue), text)).toBeNull()
    })

    test.skipIf(!poppler)('all fonts are embedded and subset', () => {
      const rows = runTool('pdffonts', [pdf])
        .split('\n')
        .slice(2)
        .filter((row) => row !== '')
      expect(rows.length).toBeGreaterThan(1)
      for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+.*\byes +yes +yes\b/)
    })
  },
)
