import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingsAt } from '../../src/build/check-place.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { PRESET_ISSUER } from '../../src/project/templates/publication-template.ts'
import { PUBLICATION, project } from '../cli/project.ts'

test('what is found of a setting has its place in the file that has it', async () => {
  const folder = project({ 'publication.yaml': PUBLICATION.replace('城南区办公室', PRESET_ISSUER) })
  const place = findIssue(undefined, folder).value
  if (place === null) throw new Error('no issue')
  const [one] = (await findingsAt(place, {})).filter(({ code }) => code === 'W-TEMPLATE')
  const { file = '', from = 0, to = 0 } = one?.span ?? {}
  expect(file).toBe('publication.yaml')
  expect(readFileSync(join(folder, file), 'utf8').slice(from, to)).toBe(PRESET_ISSUER)
})
