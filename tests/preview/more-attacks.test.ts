import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, project } from '../cli/project.ts'
import { photograph } from '../paint/sample-images.ts'
import { type Running, running, sent } from './running.ts'

const ISSUE = 'issues/2026-01.yaml'

let folder: string
let preview: Running

beforeAll(async () => {
  folder = project()
  preview = await running(folder)
})
afterAll(() => preview.close())

/** Sends bytes as they are; gives the first line that comes back, '' where the connection ends without. */
function raw(text: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((settle) => {
    const socket = connect({ host, port: preview.port, timeout: 3000 })
    let said = ''
    socket.on('data', (part) => {
      said += part.toString('latin1')
      if (said.includes('\r\n')) socket.destroy()
    })
    socket.on('close', () => settle(said.split('\r\n')[0] ?? ''))
    socket.on('timeout', () => socket.destroy())
    socket.on('error', () => {})
    socket.on('connect', () => socket.write(text))
  })
}

const token = () => new URL(preview.address).searchParams.get('token') ?? ''

describe('names and ports', () => {
  test.each([
    (port: number) => `localhost.:${port}`,
    (port: number) => `127.0.0.1.:${port}`,
    (port: number) => `127.0.0.1:0${port}`,
    (port: number) => `127.0.0.1:${port + 1}`,
    (port: number) => `127.1:${port}`,
    (port: number) => `2130706433:${port}`,
    (port: number) => `[::1]:${port}`,
    (port: number) => `[::ffff:127.0.0.1]:${port}`,
    (port: number) => `evil.example@127.0.0.1:${port}`,
    (port: number) => `127.0.0.1:${port}.evil.example`,
    (port: number) => `127.0.0.1:${port}, evil.example`,
    () => 'localhost',
  ])('a host written otherwise than its own two names is none: %s', async (hostOf) => {
    const Host = hostOf(preview.port)
    expect((await preview.ask('/', { headers: { Host } })).status, Host).toBe(421)
    const first = await sent(preview.port, `/?token=${token()}`, { headers: { Host } })
    expect([first.status, first.headers['set-cookie']]).toEqual([421, undefined])
  })

  test('two hosts, or none, are no request', async () => {
    const own = `Host: 127.0.0.1:${preview.port}\r\n`
    expect(await raw(`GET / HTTP/1.1\r\n${own}${own}Cookie: ${preview.cookie}\r\n\r\n`)).toMatch(
      / (?:400|421) /,
    )
    expect(await raw(`GET / HTTP/1.1\r\nCookie: ${preview.cookie}\r\n\r\n`)).toMatch(/ (?:400|421) /)
    expect(await raw(`GET / HTTP/1.0\r\nCookie: ${preview.cookie}\r\n\r\n`)).toMatch(/ (?:400|421) /)
  })

  test('it does not listen by IPv6, nor at another address of the loopback', async () => {
    const request = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${preview.port}\r\nCookie: ${preview.cookie}\r\n\r\n`
    expect(await raw(request, '::1')).toBe('')
    expect(await raw(request, '127.0.0.2')).toBe('')
  })

  test.each([
    (port: number) => `http://localhost:${port}`,
    (port: number) => `http://127.0.0.1:${port}.`,
    (port: number) => `HTTP://127.0.0.1:${port}`,
    (port: number) => `https://127.0.0.1:${port}`,
    (port: number) => `http://127.0.0.1:${port}/`,
    (port: number) => `http://127.0.0.1:${port} http://evil.example`,
    () => 'http://127.0.0.1',
    () => 'null',
    () => 'file://',
  ])('an origin that is not that of the host is foreign: %s', async (originOf) => {
    const Origin = originOf(preview.port)
    const change = { file: ISSUE, version: 1, length: 1, changes: [], by: '', serial: 1 }
    expect((await preview.post('/change', change, { Origin })).status, Origin).toBe(403)
  })
})

describe('the secret in another place', () => {
  test.each([
    '/page.js?token=',
    '/events?token=',
    '/product/pdf?token=',
    '//?token=',
    '/?x=1&Token=',
    '/#?token=',
  ])('%s lets nobody in', async (path) => {
    const { status, headers } = await sent(preview.port, `${path}${token()}`, {})
    expect([status, headers['set-cookie']]).toEqual([403, undefined])
  })

  test('nor as a header or a cookie, nor behind a wrong one', async () => {
    const name = preview.cookie.split('=')[0]
    for (const headers of [
      { Authorization: `Bearer ${token()}` },
      { Cookie: `${name}=${token()}` },
      { Cookie: `token=${token()}` },
      { Cookie: `x${preview.cookie}` },
      { Cookie: preview.cookie.toUpperCase() },
      { 'X-Token': token() },
    ])
      expect((await sent(preview.port, '/', { headers })).status).toBe(403)
    expect((await sent(preview.port, `/?token=wrong&token=${token()}`, {})).status).toBe(403)
    const post = { method: 'POST', headers: { Origin: `http://127.0.0.1:${preview.port}` } }
    expect((await sent(preview.port, '/page', post)).status).toBe(403)
  })
})

describe('methods and protocols', () => {
  test('no connection becomes another one', async () => {
    const own = `Host: 127.0.0.1:${preview.port}\r\nCookie: ${preview.cookie}\r\n`
    const socket =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZQ==\r\n'
    expect(await raw(`GET /events HTTP/1.1\r\n${own}${socket}Origin: http://evil.example\r\n\r\n`)).toMatch(
      / 403 /,
    )
    expect(await raw(`GET /nothing HTTP/1.1\r\n${own}${socket}\r\n`)).toMatch(/ 404 /)
    expect(await raw(`CONNECT evil.example:80 HTTP/1.1\r\n${own}\r\n`)).not.toMatch(/ 200 /)
    expect(await raw(`GET http://evil.example/ HTTP/1.1\r\n${own}\r\n`)).toMatch(/ 404 /)
  })

  test('a method is what the first line says', async () => {
    const text = readFileSync(join(folder, ISSUE), 'utf8')
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
      expect((await preview.ask('/save', { method })).status, method).toBe(405)
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])
      expect((await preview.ask('/save', { headers: { [name]: 'POST' } })).status).toBe(404)
    expect((await preview.ask('/save?_method=POST')).status).toBe(404)
    expect(readFileSync(join(folder, ISSUE), 'utf8')).toBe(text)
  })

  test.each([
    '/%2e%2e%2fpublication.yaml',
    '/%252e%252e/publication.yaml',
    '/..%5c..%5cpublication.yaml',
    '/..\\publication.yaml',
    '/%c0%ae%c0%ae/publication.yaml',
    '/picture/%30',
    '/picture/0/../../x',
    '/schema/zh/%69ssue',
    '/page.js%00',
    '/page.js;x',
    '/./page.js',
    '//page.js',
  ])('nothing in a path is decoded or tidied up: %s', async (path) => {
    expect((await preview.ask(path)).status).toBe(404)
  })
})

describe('bodies', () => {
  const post = (body: string | Uint8Array) =>
    preview.ask('/change', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })

  test.each([
    ['a million brackets', '['.repeat(1_000_000)],
    ['a million brackets that close', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    ['a deep change', `{"file":"a","act":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`],
    ['another prototype', '{"__proto__":{"file":"a"},"constructor":{"prototype":{}}}'],
    ['half a character', Buffer.from([0x7b, 0x22, 0xe4, 0xbd])],
    ['UTF-16', Buffer.from('{"file":"a"}', 'utf16le')],
    ['nothing', ''],
    ['null', 'null'],
  ])('%s is no question, and the next one is answered', async (_, body) => {
    expect((await post(body)).status).toBe(400)
    expect((await preview.ask('/')).status).toBe(200)
  })

  test('stretches without number, in any order or far out, change nothing', async () => {
    const text = readFileSync(join(folder, ISSUE), 'utf8')
    const change = { file: ISSUE, version: 1, length: text.length, by: 'x', serial: 1 }
    for (const changes of [
      [{ from: 0, to: 1e15, insert: '' }],
      [{ from: 5, to: 4, insert: '' }],
      [
        { from: 5, to: 6, insert: '' },
        { from: 1, to: 2, insert: '' },
      ],
    ])
      expect(JSON.parse((await preview.post('/change', { ...change, changes })).body.toString())).toEqual({
        changes: [],
      })
    for (const wrong of [{ version: -1 }, { length: 1.5 }, { serial: '1' }, { by: null }])
      expect((await preview.post('/change', { ...change, changes: [], ...wrong })).status).toBe(400)
  })

  test.each([
    ['a PNG of 60,000 × 60,000', { width: 60_000, height: 60_000 }],
    ['a PNG of a line of two thousand million', { width: 2_000_000_000, height: 1 }],
    ['a PNG of no size', { width: 0, height: 0 }],
  ])('%s is refused in words and not kept', async (_, { width, height }) => {
    const body = await photograph(40, 30).png().toBuffer()
    body.writeUInt32BE(width, 16)
    body.writeUInt32BE(height, 20)
    const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': 'a.png' }
    const answer = await preview.ask('/picture', { method: 'POST', headers, body })
    expect(JSON.parse(answer.body.toString()).reason?.words.zh.message).toMatch(/\p{Script=Han}/u)
    expect(readdirSync(join(folder, 'issues'))).toEqual(['2026-01.yaml'])
  })
})

describe('files that lead elsewhere', () => {
  test('an issue that is a link out of the project is not written', async () => {
    const text = 'date: 2026-01-05\nsections:\n  要闻:\n    - title: 甲\n      body: 正文。\n'
    const outside = folderWith({ 'secret.yaml': text })
    const own = project()
    symlinkSync(join(outside, 'secret.yaml'), join(own, 'issues/2026-02.yaml'))
    const other = await running(own)
    try {
      const file = 'issues/2026-02.yaml'
      const changes = [{ from: 0, to: 0, insert: '# 坏\n' }]
      await other.post('/change', { file, version: 1, length: text.length, changes, by: 'x', serial: 1 })
      const { body } = await other.post('/save', { file, over: true })
      expect(JSON.parse(body.toString())).toMatchObject({ saved: false })
      expect(readFileSync(join(outside, 'secret.yaml'), 'utf8')).toBe(text)
      expect(lstatSync(join(own, file)).isSymbolicLink()).toBe(true)
    } finally {
      await other.close()
    }
  })

  test('an article outside the project is not read, told or written', async () => {
    const outside = folderWith({ 'a.md': '---\ntitle: 机密\n---\n正文。\n' })
    const own = project({
      [ISSUE]: `date: 2026-01-05\nsections:\n  要闻:\n    - file: ${join(outside, 'a.md')}\n    - file: ../../a.md\n    - title: 乙\n      body: 正文。\n`,
    })
    const other = await running(own)
    try {
      for (const file of [join(outside, 'a.md'), '../a.md', 'issues/../../a.md']) {
        const change = { file, version: 0, length: 0, changes: [], by: 'x', serial: 1 }
        const { body } = await other.post('/change', change)
        expect(body.toString()).not.toContain('机密')
        const act = { act: 'set', at: { section: 0, item: 0 }, field: 'title', text: '坏' }
        const made = await other.post('/act', { file, text: '', act })
        expect(made.body.toString()).not.toContain('机密')
      }
      expect(readFileSync(join(outside, 'a.md'), 'utf8')).toContain('机密')
    } finally {
      await other.close()
    }
  })
})
