import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Asked, WrittenText } from '../../src/preview/protocol.ts'
import { folderWith, issueOf, PUBLICATION, project } from '../cli/project.ts'
import { heard, type Running, running } from './running.ts'

const SECOND = 'issues/2026-02.yaml'
const LINK = 'issues/2025-12.yaml'
const open: Running[] = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

async function started(folder: string): Promise<Running> {
  const one = await running(folder)
  open.push(one)
  return one
}

async function asked<N extends 'issues' | 'new-issue' | 'save'>(
  preview: Running,
  path: string,
  what: Asked[N]['ask'],
): Promise<Asked[N]['answer']> {
  return JSON.parse((await preview.post(path, what)).body.toString())
}

test('an issue that is asked for by its number is guarded as the first is', async () => {
  const preview = await started(project({ [SECOND]: issueOf('2026-02-05') }))
  const { issues } = await asked<'issues'>(preview, '/issues', {})
  expect(issues.map(({ number }) => number)).toEqual([0, 1])
  for (const path of ['/1/', '/1/events', '/1/product/pdf', '/1/picture/0']) {
    expect((await preview.ask(path, { headers: { Cookie: '' } })).status, path).toBe(403)
    expect((await preview.ask(path, { headers: { Host: 'evil.example' } })).status, path).toBe(421)
    expect((await preview.ask(path, { headers: { Origin: 'http://evil.example' } })).status, path).toBe(403)
  }
  expect((await preview.post('/1/new-issue', {}, { Origin: '' })).status).toBe(403)
  expect((await preview.post('/1/new-issue', {}, { 'Content-Type': 'text/plain' })).status).toBe(415)
  // An issue saves its own texts and no other's.
  const other = await asked<'save'>(preview, '/1/save', { file: SECOND, over: true })
  expect(other.saved).toBe(false)
})

test('asked for twice at once, the next issue is made once', async () => {
  const preview = await started(project())
  const { next } = await asked<'issues'>(preview, '/issues', {})
  const ask = { name: next?.name ?? '', language: 'zh' } as const
  const made = await Promise.all([1, 2, 3].map(() => asked<'new-issue'>(preview, '/new-issue', ask)))
  expect(made.filter(({ number }) => number !== null).length).toBe(1)
  expect(readdirSync(join(preview.folder, 'issues'))).toEqual(['2026-01.yaml', '2026-02.yaml'])
})

test('issues that lie elsewhere by a link get no new one there', async () => {
  const elsewhere = folderWith({ '2026-01.yaml': issueOf('2026-01-05') })
  const folder = folderWith({ 'publication.yaml': PUBLICATION, '2026-03.yaml': issueOf('2026-03-05') })
  symlinkSync(elsewhere, join(folder, 'issues'))
  const preview = await started(folder)
  const { next } = await asked<'issues'>(preview, '/issues', {})
  await asked<'new-issue'>(preview, '/new-issue', { name: next?.name ?? '', language: 'zh' })
  expect(readdirSync(elsewhere)).toEqual(['2026-01.yaml'])
})

test('an issue that is a link out of the project is neither told nor written', async () => {
  const secret = issueOf('2025-12-05').replace('某公司', '秘密')
  const elsewhere = folderWith({ 'out.yaml': secret })
  const folder = project()
  symlinkSync(join(elsewhere, 'out.yaml'), join(folder, LINK))
  const preview = await started(folder)
  await asked<'issues'>(preview, '/issues', {})
  const told: string[] = []
  const text = heard({ port: preview.port, cookie: preview.cookie, path: '/1/events' }, (name, what) => {
    if (name === 'source') told.push((what as WrittenText).text)
    return name === 'built'
  })
  await text
  expect((await preview.ask('/1/product/pdf')).status).not.toBe(200)
  await asked<'save'>(preview, '/1/save', { file: LINK, over: true })
  expect(told.join('')).not.toContain('秘密')
  expect(readFileSync(join(elsewhere, 'out.yaml'), 'utf8')).toBe(secret)
})
