import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  const file = join(folder, ISSUE)
  const write = (text: string | Uint8Array) => writeFileSync(file, text)
  return { texts, disk: () => readFileSync(file, 'utf8'), write, file }
}

describe('stretches of a text', () => {
  const ONE = { version: 1, length: 6, by: 'me', serial: 1 }
  const put = (from: number, to: number, insert: string) => ({ from, to, insert })

  test('are changed in its own places, and saved with its own line ends', async () => {
    const { texts, disk } = opened('甲乙\r\n丙丁\r\n')
    const changes = [put(0, 0, '首\r\n'), put(1, 3, ''), put(6, 6, '末')]
    expect(texts.change(ISSUE, { ...ONE, changes })).toMatchObject({ changes: [{ version: 2, by: 'me' }] })
    expect(texts.text(ISSUE)).toBe('首\n甲丙丁\n末')
    expect(texts.told(ISSUE)).toMatchObject({ version: 2, unsaved: true })
    await texts.save(ISSUE, false)
    expect(disk()).toBe('首\r\n甲丙丁\r\n末')
  })

  test.each([
    ['of another length', { length: 5 }],
    ['beyond its end', { changes: [put(6, 7, '')] }],
    ['one over the other', { changes: [put(0, 3, 'x'), put(2, 4, 'y')] }],
    ['from behind to before', { changes: [put(3, 2, 'x')] }],
  ])('%s change nothing', (_, wrong) => {
    const { texts } = opened('甲乙\n丙丁\n')
    expect(texts.change(ISSUE, { ...ONE, changes: [put(0, 1, 'x')], ...wrong })).toBeNull()
    expect(texts.told(ISSUE)).toMatchObject({ text: '甲乙\n丙丁\n', version: 1 })
  })

  test('nor of a text that may not be changed, or is none', () => {
    const { texts } = opened('甲乙\n', true)
    const stretches = { ...ONE, length: 3, changes: [put(0, 1, 'x')] }
    expect(texts.change(ISSUE, stretches)).toBeNull()
    expect(texts.change('publication.yaml', stretches)).toBeNull()
  })
  test('of an older version are put where what was written since has left their places', () => {
    const { texts } = opened('甲乙\n丙丁\n')
    texts.change(ISSUE, { ...ONE, changes: [put(0, 1, '首先')] })
    const late = texts.change(ISSUE, { ...ONE, by: 'other', changes: [put(4, 4, '末')] })
    expect(texts.text(ISSUE)).toBe('首先乙\n丙末丁\n')
    expect(late).toMatchObject({
      changes: [
        { version: 2, by: 'me' },
        { version: 3, by: 'other', length: 7, changes: [put(5, 5, '末')] },
      ],
    })
  })

  test('that were taken are not taken again; of a version that is not known the whole text is told', () => {
    const { texts } = opened('甲乙\n丙丁\n')
    const first = texts.change(ISSUE, { ...ONE, changes: [put(0, 0, '首')] })
    expect(texts.change(ISSUE, { ...ONE, changes: [put(0, 0, '首')] })).toEqual(first)
    const whole = { text: '首甲乙\n丙丁\n', version: 2, taken: 1 }
    for (const version of [0, 3, 2000])
      expect(texts.change(ISSUE, { ...ONE, version, changes: [put(0, 0, 'x')] })).toEqual(whole)
    expect(texts.text(ISSUE)).toBe(whole.text)
  })

  test('and the disk’s are put together where that is asked for, and nothing of either is lost', async () => {
    const { texts, disk, write } = opened('甲乙\n丙丁\n戊\n')
    const change = { ...ONE, length: 8, changes: [put(1, 1, '我'), put(4, 4, '我')] }
    texts.change(ISSUE, change)
    write('甲乙\n丙丁他\n戊他\n')
    texts.look()
    expect(texts.told(ISSUE)?.outside).toBe('甲乙\n丙丁他\n戊他\n')
    texts.merge(ISSUE)
    expect(texts.text(ISSUE)).toBe('甲我乙\n丙我丁他\n戊他\n')
    expect(texts.told(ISSUE)).toMatchObject({ outside: null, unsaved: true })
    expect(await texts.save(ISSUE, false)).toEqual({ saved: true })
    expect(disk()).toBe('甲我乙\n丙我丁他\n戊他\n')
  })

  test('and what the disk changed, are put between each other', () => {
    const { texts, write } = opened('甲乙\n丙丁\n')
    write('首甲乙\n丙丁\n')
    expect(texts.look()).toEqual([ISSUE])
    texts.change(ISSUE, { ...ONE, changes: [put(5, 5, '末')] })
    expect(texts.text(ISSUE)).toBe('首甲乙\n丙丁末\n')
  })
})

describe('what somebody else wrote in letters that no build reads', () => {
  /** 甲丙 in GB18030. */
  const GBK = Uint8Array.of(0xbc, 0xd7, 0xb1, 0xfb, 0x0a)

  test('is kept aside and not written over unasked, though nothing was typed', async () => {
    const { texts, disk, write, file } = opened('甲乙\n')
    write(GBK)
    expect(texts.look()).toEqual([ISSUE])
    expect(texts.look()).toEqual([])
    expect(texts.told(ISSUE)).toMatchObject({ text: '甲乙\n', outside: '甲丙\n' })
    expect(await texts.save(ISSUE, false)).toEqual({ saved: false, reason: null })
    expect(readFileSync(file)).toEqual(Buffer.from(GBK))
    expect(await texts.save(ISSUE, true)).toEqual({ saved: true })
    expect(disk()).toBe('甲乙\n')
    expect(texts.told(ISSUE)).toMatchObject({ outside: null, unsaved: false })
  })

  test('taken as it is, or put together with what was typed, is still to be saved', async () => {
    const { texts, disk, write } = opened('甲乙\n')
    write(GBK)
    texts.look()
    texts.change(ISSUE, {
      version: 1,
      length: 3,
      changes: [{ from: 1, to: 2, insert: '丙' }],
      by: 'me',
      serial: 1,
    })
    texts.take(ISSUE)
    expect(texts.look()).toEqual([])
    expect(texts.told(ISSUE)).toMatchObject({ text: '甲丙\n', outside: null, unsaved: true })
    expect(await texts.save(ISSUE, false)).toEqual({ saved: true })
    expect(disk()).toBe('甲丙\n')
    write(Uint8Array.of(0xd2, 0xd2, ...GBK))
    texts.look()
    texts.merge(ISSUE)
    expect(texts.look()).toEqual([])
    expect(texts.told(ISSUE)).toMatchObject({ text: '乙甲丙\n', outside: null, unsaved: true })
    expect(await texts.save(ISSUE, false)).toEqual({ saved: true })
    expect(disk()).toBe('乙甲丙\n')
  })

  test('or in a file too large to be read keeps a save from writing, which says why', async () => {
    const { texts, write, file } = opened('甲乙\n')
    write('#'.repeat(3 * 1024 * 1024))
    expect(await texts.save(ISSUE, true)).toMatchObject({ saved: false, reason: { severity: 'error' } })
    rmSync(file)
    mkdirSync(file)
    expect(await texts.save(ISSUE, true)).toMatchObject({ saved: false, reason: { severity: 'error' } })
    rmSync(file, { recursive: true })
    expect(await texts.save(ISSUE, false)).toEqual({ saved: true })
  })
})
