import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBundle, jianbao } from '../cli/bundle.ts'
import { issueOf, project } from '../cli/project.ts'

beforeAll(ensureBundle, 60_000)

describe('审签', () => {
  const folderWith = (keys: string) => project({ 'issues/2026-01.yaml': `${keys}${issueOf('2026-01-05')}` })
  const found = (folder: string, ...args: string[]) =>
    (
      JSON.parse(jianbao(folder, [...args, '--format', 'json']).out).diagnostics as {
        code: string
        values: Record<string, string>
      }[]
    ).filter((one) => /APPROVED/.test(one.code))

  test('without the proof’s number says the present one; with it only what changed since', () => {
    const folder = folderWith('approved: { by: 张某, on: 2026-01-04 }\n')
    const file = join(folder, 'issues/2026-01.yaml')
    const [said] = found(folder, 'check')
    expect(said?.code).toBe('I-APPROVED')
    const hash = said?.values.hash ?? ''
    expect(hash).toMatch(/^[0-9a-f]{8}$/)
    const approved = readFileSync(file, 'utf8').replace(' }', `, hash: "${hash.toUpperCase()}" }`)
    writeFileSync(file, approved)
    for (const command of ['check', 'build']) expect(found(folder, command)).toEqual([])
    // 送审稿 is no other content, a word is.
    writeFileSync(file, `status: review\n${approved}`)
    expect(found(folder, 'check')).toEqual([])
    writeFileSync(file, approved.replace('全年', '明年'))
    for (const command of ['check', 'build']) {
      expect(found(folder, command)).toMatchObject([
        { code: 'W-APPROVED', values: { hash, who: '（张某，2026-01-04）' } },
      ])
    }
    expect(jianbao(folder, ['build', '--strict']).code).toBe(4)
  })

  test('the number is the one in the proof’s head', async () => {
    const folder = folderWith('approved: { by: 张某 }\n')
    const [said] = found(folder, 'build', '--make', 'proof', '-o', 'proof.pdf')
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const bytes = new Uint8Array(readFileSync(join(folder, 'proof.pdf')))
    const page = await (await getDocument({ data: bytes }).promise).getPage(1)
    const text = (await page.getTextContent()).items.map((one) => ('str' in one ? one.str : '')).join('')
    expect(text.replace(/\s/g, '')).toContain(`校样号${said?.values.hash}`)
  })

  test('status says by whom and when; what is no number is refused', () => {
    expect(jianbao(folderWith('approved: { by: 张某, on: 2026-01-04 }\n'), ['status']).out).toContain(
      '签发：张某 2026-01-04',
    )
    expect(jianbao(folderWith('approved: { hash: 某 }\n'), ['check']).err).toMatch(/E-TYPE[\s\S]*校样号/)
  })
})
