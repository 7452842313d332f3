import { request } from 'node:http'
import type { WrittenText } from '../../src/preview/protocol.ts'
import { type Preview, startPreview } from '../../src/preview/server.ts'
import { changesTo } from '../../src/preview/typed-change.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { ensureBundle, programFile } from '../cli/bundle.ts'

/** What a server answered. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A preview of an issue, and a browser's cookie for it. */
export interface Running extends Preview {
  readonly cookie: string
  readonly folder: string
  /** Asks as a page of the preview itself would, but for what is said otherwise; '' leaves a header out. */
  ask(path: string, more?: Asking): Promise<Answer>
  post(path: string, what: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export async function running(cwd: string, readOnly = false): Promise<Running> {
  ensureBundle()
  const place = findIssue(undefined, cwd).value
  if (place === null) throw new Error('no issue')
  const preview = await startPreview({
    place,
    cwd,
    cacheFolder: null,
    port: 0,
    readOnly,
    today: () => ({ year: 2026, month: 3, day: 1 }),
    thread: { thread: { file: programFile(), argv: ['--preview-thread'] }, seconds: 60 },
    onFault: (fault) => {
      throw fault
    },
  })
  const { port } = preview
  const first = await sent(port, `/${new URL(preview.address).search}`, {})
  const cookie = String(first.headers['set-cookie']).split(';')[0] as string
  const own = { Cookie: cookie, Origin: `http://127.0.0.1:${port}` }
  const ask: Running['ask'] = (path, more = {}) =>
    sent(port, path, { ...more, headers: { ...own, ...more.headers } })
  return {
    ...preview,
    cookie,
    folder: cwd,
    ask,
    post: (path, what, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(what),
      }),
  }
}

/** Makes a text another one, as a page that has it would. */
export function rewritten(
  preview: Running,
  { file, text, version }: WrittenText,
  wanted: string,
): Promise<Answer> {
  const changes = changesTo(text, wanted)
  return preview.post('/change', { file, version, length: text.length, changes, by: 'me', serial: version })
}

/** A request whose path goes out as it is written here: a browser or `fetch` would tidy it up. */
export function sent(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Asking,
): Promise<Answer> {
  return new Promise((settle, fail) => {
    const kept = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
    const asked = request({ host: '127.0.0.1', port, path, method, headers: kept }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        settle({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
      response.on('error', fail)
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

/** What is pushed to a page that listens, until a piece of news is as wanted. */
export function heard(
  { port, cookie, path = '/events' }: Pick<Running, 'port' | 'cookie'> & { readonly path?: string },
  wanted: (name: string, what: never) => boolean,
): Promise<never> {
  return new Promise((settle, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { Cookie: cookie } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? []
          text = text.slice(end + 2)
          if (name === undefined || data === undefined) continue
          const what = JSON.parse(data) as never
          if (!wanted(name, what)) continue
          asked.destroy()
          settle(what)
          return
        }
      })
    })
    asked.on('error', fail)
    asked.end()
  })
}
