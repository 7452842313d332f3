import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OpenTexts } from '../../src/preview/texts.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { project } from '../cli/project.ts'

const ISSUE = 'issues/2026-01.yaml'

function opened(text: string, readOnly = false) {
  const folder = project({ [ISSUE]: text })
  const place = findIssue(ISSUE, folder).value
  if (place === null) throw new Error('no issue')
  const texts = new OpenTexts(place, readOnly)
  texts.open([ISSUE])
  return { texts, disk: () => readFileSync(join(folder, ISSUE), 'utf8') }
}

describe('stretches of a text', () => {
  const put = (from: number, to: number, insert: string) => ({ from, to, insert })

  test('are changed in its own places, and saved with its own line ends', async () => {
    const { texts, disk } = opened('甲乙\r\n丙丁\r\n')
    const changes = [put(0, 0, '首\r\n'), put(1, 3, ''), put(6, 6, '末')]
    expect(texts.change(ISSUE, { version: 1, length: 6, changes })).toBe(true)
    expect(texts.text(ISSUE)).toBe('首\n甲丙丁\n末')
    expect(texts.told(ISSUE)).toMatchObject({ version: 2, unsaved: true })
    await texts.save(ISSUE, false)
    expect(disk()).toBe('首\r\n甲丙丁\r\n末')
  })

  test.each([
    ['of another version', { version: 2 }],
    ['of another length', { length: 5 }],
    ['beyond its end', { changes: [put(6, 7, '')] }],
    ['one over the other', { changes: [put(0, 3, 'x'), put(2, 4, 'y')] }],
    ['from behind to before', { changes: [put(3, 2, 'x')] }],
  ])('%s change nothing', (_, wrong) => {
    const { texts } = opened('甲乙\n丙丁\n')
    expect(texts.change(ISSUE, { version: 1, length: 6, changes: [put(0, 1, 'x')], ...wrong })).toBe(false)
    expect(texts.told(ISSUE)).toMatchObject({ text: '甲乙\n丙丁\n', version: 1 })
  })

  test('nor of a text that may not be changed, or is none', () => {
    const { texts } = opened('甲乙\n', true)
    const stretches = { version: 1, length: 3, changes: [put(0, 1, 'x')] }
    expect(texts.change(ISSUE, stretches)).toBe(false)
    expect(texts.change('publication.yaml', stretches)).toBe(false)
  })
})
