import { copyFileSync, existsSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { png } from '../assets/pictures.ts'
import { consumer, ROOT } from './installed.ts'

const EXAMPLE = join(ROOT, 'examples/web-service')
const PACKAGES = join(EXAMPLE, 'node_modules')

interface App {
  listen(at: { host: string; port: number }): Promise<string>
  close(): Promise<void>
}
interface Pool {
  run(job: object, signal?: AbortSignal): Promise<{ readonly ok: boolean }>
  close(): Promise<void>
}

let folder = ''
const part = (name: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href)

/** The example in a folder of its own, with its packages and jianbao installed. */
function installed(): string {
  const home = consumer()
  for (const name of readdirSync(EXAMPLE))
    if (/\.js(?:on)?$/.test(name)) copyFileSync(join(EXAMPLE, name), join(home, name))
  for (const name of readdirSync(PACKAGES)) {
    const link = join(home, 'node_modules', name)
    if (!name.startsWith('.') && !existsSync(link)) symlinkSync(join(PACKAGES, name), link)
  }
  return home
}

const PUBLICATION = { bulletin: 1, name: '柳溪简报', issuer: '柳溪区服务中心' }
const issueOf = (more: object) => ({
  date: '2026-06-15',
  sections: { 要闻: [{ title: '春', body: '春耕。', ...more }] },
})

describe.skipIf(!existsSync(PACKAGES))('the web service (npm ci --prefix examples/web-service)', () => {
  beforeAll(() => {
    folder = installed()
  }, 60_000)

  const open: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close()
  })

  async function started(limits: object): Promise<(body: object) => Promise<Response>> {
    const [{ service }, { createPool }] = await Promise.all([part('server.js'), part('pool.js')])
    const app: App = service({ pool: createPool(limits) })
    open.push(app)
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    return (body) =>
      fetch(`${address}/pdf`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
  }

  test('gives a PDF for an issue, with its pictures', async () => {
    const ask = await started({ threads: 1 })
    const files = { 'a.png': Buffer.from(png()).toString('base64') }
    const issue = issueOf({ images: [{ src: 'a.png', alt: '图' }] })
    const answer = await ask({ publication: PUBLICATION, issue, files })
    expect([answer.status, answer.headers.get('x-pages')]).toEqual([200, '1'])
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  }, 60_000)

  test('tells what is wrong with one, and where', async () => {
    const ask = await started({ threads: 1 })
    const answer = await ask({ publication: PUBLICATION, issue: issueOf({ bodi: '文。' }), language: 'en' })
    const { diagnostics } = (await answer.json()) as {
      diagnostics: { code: string; place: object; text: string }[]
    }
    expect(answer.status).toBe(422)
    expect(diagnostics[0]).toMatchObject({ code: 'E-UNKNOWN', place: { key: 'sections.要闻[0].bodi' } })
    expect(diagnostics[0]?.text).toMatch(/^error E-UNKNOWN/)
    expect((await ask({ publication: PUBLICATION })).status).toBe(400)
  }, 60_000)

  test('refuses what does not fit into its queue, and sets what does', async () => {
    const ask = await started({ threads: 1, waiting: 1 })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask({ publication: PUBLICATION, issue: issueOf({}) })),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 503, 503, 503])
    expect((await ask({ publication: PUBLICATION, issue: issueOf({}) })).status).toBe(200)
  }, 60_000)

  test('ends what takes too long, and goes on', async () => {
    const ask = await started({ threads: 1, seconds: 0.001 })
    const answer = await ask({ publication: PUBLICATION, issue: issueOf({}) })
    expect(answer.status).toBe(504)
    expect((await ask({ publication: PUBLICATION, issue: issueOf({}) })).status).toBe(504)
  }, 60_000)

  test('a caller who leaves frees the thread and the queue', async () => {
    const { createPool } = await part('pool.js')
    const pool: Pool = createPool({ threads: 1, waiting: 1 })
    open.push(pool)
    const job = { publication: PUBLICATION, issue: issueOf({}), files: new Map(), make: [] }
    const leaving = new AbortController()
    const both = [pool.run(job, leaving.signal), pool.run(job, leaving.signal)]
    leaving.abort('gone')
    expect(await Promise.all(both.map((one) => one.catch((reason) => reason)))).toEqual(['gone', 'gone'])
    expect((await pool.run(job)).ok).toBe(true)
  }, 60_000)

  test('the farm’s worker keeps what was made and fails only for threads that ended', async () => {
    const { serve } = await part('farm.js')
    const kept: [string, { ok: boolean; pages: number }][] = []
    const store = {
      read: async (from: string) => ({
        publication: PUBLICATION,
        issue: issueOf({ title: from }),
        files: new Map(),
      }),
      write: async (to: string, made: { ok: boolean; pages: number }) => void kept.push([to, made]),
    }
    let work: (job: object) => Promise<object> = async () => ({})
    class Queued {
      constructor(_: string, own: typeof work) {
        work = own
      }
    }
    const { createPool } = await part('pool.js')
    const pool: Pool = createPool({ threads: 1 })
    open.push(pool)
    serve(Queued, {}, store, pool)
    expect(await work({ data: { from: 'in/1', to: 'out/1', product: 'pdf' } })).toEqual({
      ok: true,
      pages: 1,
    })
    expect(kept.map(([to, made]) => [to, made.ok])).toEqual([['out/1', true]])
    const failing = { ...pool, run: async () => ({ fault: 'the thread ended' }) }
    serve(Queued, {}, store, failing)
    await expect(work({ data: { from: 'in/1', to: 'out/1', product: 'pdf' } })).rejects.toThrow(
      'the thread ended',
    )
  }, 60_000)
})
