import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkPlace } from '../../src/build/check-place.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { loadAssets, loadIssue } from '../../src/project/load.ts'
import { typesetWithReport } from '../../src/typeset.ts'

const folder = join(import.meta.dirname, '../../issues')

test.each(['2026-05.yaml', '2026-06.yaml'])('check tells as many pages of %s as are made', async (name) => {
  const place = { root: folder, issue: join(folder, name), publication: join(folder, 'publication.yaml') }
  const loaded = loadIssue(place).value
  const { assets } = (await loadAssets(loaded.issue as Issue, folder, loaded.sources)).value
  const made = typesetWithReport(loaded.issue as Issue, assets).value.report.pages
  const { pages, diagnostics } = await checkPlace(place, {})
  expect(pages).toBe(made)
  expect(diagnostics.filter((one) => one.code === 'I-PAGES').map((one) => one.values)).toEqual([{ pages }])
})
