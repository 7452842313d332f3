import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, project } from '../cli/project.ts'
import { photograph } from '../paint/sample-images.ts'
import { type Running, running, sent } from './running.ts'

const ISSUE = 'issues/2026-01.yaml'
/** A change that a page could ask for. */
const CHANGE = { file: ISSUE, version: 1, length: 1, changes: [], by: '', serial: 1 }

let folder: string
let preview: Running

beforeAll(async () => {
  folder = project()
  preview = await running(folder)
})
afterAll(() => preview.close())

describe('who is let in', () => {
  test('the first address gives a cookie that scripts and other sites do not get, and then has no secret', async () => {
    const { status, headers } = await sent(preview.port, `/${new URL(preview.address).search}`, {})
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    expect(String(headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(preview.address).toMatch(/token=[\w-]{43}$/)
  })

  test('the page has no inline script, takes nothing from elsewhere and goes into no frame', async () => {
    const { status, headers, body } = await preview.ask('/')
    expect(status).toBe(200)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(body.toString()).not.toMatch(/<script(?![^>]*src=)/)
    expect(body.toString()).toContain(/'nonce-([\w-]+)'/.exec(policy)?.[1])
  })

  test.each(['/', '/page.js', '/events', '/product/pdf', '/picture/0', '/schema/zh/issue'])(
    'without the cookie %s is refused',
    async (path) => {
      expect((await preview.ask(path, { headers: { Cookie: '' } })).status).toBe(403)
      expect((await preview.ask(path, { headers: { Cookie: preview.cookie.slice(0, -1) } })).status).toBe(403)
    },
  )

  test('a wrong token is none', async () => {
    const { status, headers } = await sent(preview.port, `/?token=${'A'.repeat(43)}`, {})
    expect(status).toBe(403)
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('a name that somebody pointed here is not ours, with the cookie and the token too', async () => {
    for (const Host of ['evil.example', `evil.example:${preview.port}`, '127.0.0.1', '']) {
      expect((await preview.ask('/', { headers: { Host } })).status, Host).toBe(Host === '' ? 200 : 421)
      const first = await sent(preview.port, `/${new URL(preview.address).search}`, {
        headers: { Host: 'evil.example' },
      })
      expect(first.status).toBe(421)
    }
  })

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://localhost'])(
    'a page of %s may ask nothing and hear nothing',
    async (Origin) => {
      expect((await preview.ask('/events', { headers: { Origin } })).status).toBe(403)
      expect((await preview.post('/change', CHANGE, { Origin })).status).toBe(403)
    },
  )

  test('a page of another site cannot listen, whatever origin its browser tells', async () => {
    const headers = { Origin: '', 'Sec-Fetch-Site': 'cross-site' }
    expect((await preview.ask('/events', { headers })).status).toBe(403)
    expect(
      (await preview.ask('/page.js', { headers: { ...headers, 'Sec-Fetch-Site': 'same-site' } })).status,
    ).toBe(403)
  })

  test('what changes something needs an origin, and a type that no form can send', async () => {
    expect((await preview.post('/change', CHANGE, { Origin: '' })).status).toBe(403)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await preview.post('/change', CHANGE, { 'Content-Type': type })).status, type).toBe(415)
    expect((await preview.ask('/change', { method: 'PUT' })).status).toBe(405)
  })

  test('it listens on the loopback alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((one) => one ?? [])
      .filter((one) => !one.internal && one.family === 'IPv4')
    for (const { address } of others) {
      const reached = await new Promise((settle) => {
        const socket = connect({ host: address, port: preview.port, timeout: 2000 })
        socket
          .on('connect', () => settle(true))
          .on('error', () => settle(false))
          .on('timeout', () => settle(false))
      })
      expect(reached, address).toBe(false)
    }
  })
})

describe('what can be asked for', () => {
  test.each([
    '/../publication.yaml',
    '/%2e%2e/publication.yaml',
    '/page.js/../../package.json',
    '/..%2fpackage.json',
    '//etc/passwd',
    '/schema/zh/../../package.json',
    '/schema/zh/issue.schema.json',
    '/product/../../x',
    '/product/constructor',
    '/picture/-1',
    '/picture/99999',
    '/issues/2026-01.yaml',
    '/__proto__',
    // Numbers that no issue was listed by.
    '/1/',
    '/9999/events',
    '/0x0/events',
    '/-1/events',
    '/0/1/events',
    '/1',
    '/0/../publication.yaml',
    '/00000/events',
  ])('%s is nothing', async (path) => {
    expect((await preview.ask(path)).status).toBe(404)
  })

  test('questions that are none', async () => {
    expect((await preview.post('/constructor', {})).status).toBe(404)
    expect((await preview.post('/change', { file: ISSUE })).status).toBe(400)
    expect((await preview.post('/at', { page: 'x', x: 1, y: 1 })).status).toBe(400)
    expect((await preview.post('/act', { file: ISSUE, text: '', act: { act: '__proto__' } })).status).toBe(
      400,
    )
    for (const changes of [{}, [null], [{ from: -1, to: 0, insert: '' }], [{ from: 0, to: 0, insert: 1 }]])
      expect((await preview.post('/change', { ...CHANGE, changes })).status).toBe(400)
    const broken = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"file":' }
    expect((await preview.ask('/change', broken)).status).toBe(400)
    for (const ask of [
      {},
      { name: 1, language: 'zh' },
      { name: 'a\nb', language: 'zh' },
      { name: '', language: 'fr' },
    ])
      expect((await preview.post('/new-issue', ask)).status).toBe(400)
    expect((await preview.post('/1/save', { file: ISSUE, over: true })).status).toBe(404)
  })

  test('a body that is too large is refused, told or not', async () => {
    const large = { ...CHANGE, by: 'x'.repeat(7 * 1024 * 1024) }
    expect((await preview.post('/change', large)).status).toBe(413)
    const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' }
    const chunked = await preview
      .ask('/change', { method: 'POST', headers, body: JSON.stringify(large) })
      // The connection may end before the answer is read.
      .catch(() => ({ status: 413 }))
    expect(chunked.status).toBe(413)
  })
})

describe('what can be written', () => {
  test.each(['../2026-09', '/etc/2026-02', 'publication', '2026-01', ''])(
    'no new issue is called “%s”: its name is the program’s',
    async (name) => {
      const { status, body } = await preview.post('/new-issue', { name, language: 'zh' })
      expect([status, JSON.parse(body.toString())]).toEqual([200, { number: null, reason: null }])
      expect(readdirSync(join(folder, 'issues'))).toEqual(['2026-01.yaml'])
    },
  )

  test.each(['../outside.yaml', '/etc/passwd', 'issues/other.yaml', 'publication.yaml/../x', '__proto__'])(
    '%s is no text of the issue: nothing is written',
    async (file) => {
      const { status, body } = await preview.post('/save', { file, over: true })
      expect(status).toBe(200)
      expect(JSON.parse(body.toString())).toMatchObject({ saved: false })
      expect([readdirSync(folder), readdirSync(join(folder, 'issues'))]).toEqual([
        ['issues', 'publication.yaml'],
        ['2026-01.yaml'],
      ])
    },
  )

  test('a text that leads out of the project by a link is not written', async () => {
    const text = '---\ntitle: 甲\n---\n正文。\n'
    const outside = folderWith({ 'a.md': text })
    const own = project({
      'issues/2026-01.yaml':
        'date: 2026-01-05\nsections:\n  要闻:\n    - file: a.md\n    - title: 乙\n      body: 正文。\n',
    })
    symlinkSync(join(outside, 'a.md'), join(own, 'issues/a.md'))
    const other = await running(own)
    try {
      const changes = [{ from: 0, to: text.length, insert: 'bad' }]
      await other.post('/change', { ...CHANGE, file: 'issues/a.md', length: text.length, changes })
      const { body } = await other.post('/save', { file: 'issues/a.md', over: true })
      expect(JSON.parse(body.toString())).toMatchObject({ saved: false })
      expect(readFileSync(join(outside, 'a.md'), 'utf8')).toContain('正文。')
    } finally {
      await other.close()
    }
  })

  test.each([
    '../../x.png',
    '..\\..\\x.png',
    '/etc/x.png',
    'C:\\x.png',
    'con.png',
    'a\u0000b.png',
    '%2e%2e%2fx.png',
  ])('a picture called %j gets a plain name in the folder of the issue', async (name) => {
    const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) }
    const body = await photograph(40, 30).png().toBuffer()
    const answer = await preview.ask('/picture', { method: 'POST', headers, body })
    const { src } = JSON.parse(answer.body.toString())
    expect(src).toMatch(/^2026-01\/[\p{L}\p{N}-]+\.png$/u)
    expect(existsSync(join(folder, 'issues', src))).toBe(true)
  })

  test.each([
    ['no picture', Buffer.from('<script>alert(1)</script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['nothing', Buffer.alloc(0)],
    ['half a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('%s is refused in words and not kept', async (_what, body) => {
    const known = readdirSync(join(folder, 'issues'), { recursive: true }).length
    const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': 'a.png' }
    const answer = await preview.ask('/picture', { method: 'POST', headers, body })
    expect(JSON.parse(answer.body.toString()).reason.words.zh.message).toMatch(/\p{Script=Han}/u)
    expect(readdirSync(join(folder, 'issues'), { recursive: true }).length).toBe(known)
  })

  test('a picture over the limit is refused before it is read', async () => {
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(50 * 1024 * 1024) }
    const { status } = await preview
      .ask('/picture', { method: 'POST', headers, body: 'x' })
      .catch(() => ({ status: 413 }))
    expect(status).toBe(413)
  })

  test('--read-only changes nothing, in memory or on disk', async () => {
    const other = await running(folder, true)
    try {
      for (const [path, what] of [
        ['/change', CHANGE],
        ['/save', { file: ISSUE, over: true }],
        ['/take', { file: ISSUE }],
        ['/merge', { file: ISSUE }],
        ['/new-issue', { name: '2026-02', language: 'zh' }],
        ['/act', { file: ISSUE, text: 'x', act: { act: 'copy', from: { section: 0, item: 0 } } }],
      ] as const)
        expect((await other.post(path, what)).status, path).toBe(403)
      const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': 'a.png' }
      const body = await photograph(40, 30).png().toBuffer()
      expect((await other.ask('/picture', { method: 'POST', headers, body })).status).toBe(403)
      expect((await other.ask('/')).status).toBe(200)
    } finally {
      await other.close()
    }
  })
})
