import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkPlace } from '../../src/build/check-place.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { projectAt } from '../../src/project/issue-project.ts'
import { loadAssets, loadIssue } from '../../src/project/load.ts'
import { diskFiles } from '../../src/project/project-files.ts'
import { typesetWithReport } from '../../src/typeset.ts'

const folder = join(import.meta.dirname, '../../issues')

test.each(['2026-05.yaml', '2026-06.yaml'])('check tells as many pages of %s as are made', async (name) => {
  const place = { root: folder, issue: join(folder, name), publication: join(folder, 'publication.yaml') }
  const loaded = loadIssue(projectAt(place)).value
  const from = { files: diskFiles(folder), sources: loaded.sources, cacheFolder: null }
  const { assets } = (await loadAssets(loaded.issue as Issue, from)).value
  const made = typesetWithReport(loaded.issue as Issue, assets).value.report.pages
  const { pages, diagnostics } = await checkPlace(place, {})
  expect(pages).toBe(made)
  expect(diagnostics.filter((one) => one.code === 'I-PAGES').map((one) => one.values)).toEqual([{ pages }])
})
