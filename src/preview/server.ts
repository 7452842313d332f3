import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:path'
import type { ManyRules } from '../build/build-many.ts'
import { PRODUCT_KINDS } from '../build/product-kinds.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { send, TooLarge } from './answers.ts'
import { Desk } from './desk.ts'
import { EngineFault, EngineThread } from './engine-thread.ts'
import { Listeners } from './events.ts'
import { Guard, secret } from './guard.ts'
import { answerQuestion, type Office, receivePicture } from './questions.ts'
import { sendPicture, sendProduct } from './sent-files.ts'
import { Shelf } from './shelf.ts'
import { OpenTexts } from './texts.ts'

/** What a preview is started with. */
export interface PreviewRequest {
  readonly place: IssuePlace
  readonly cwd: string
  readonly cacheFolder: string | null
  /** 0 for one that is free. */
  readonly port: number
  readonly readOnly: boolean
  readonly thread: Pick<ManyRules, 'thread' | 'seconds'>
  /** Hears of faults of our own. */
  readonly onFault: (fault: unknown) => void
}

/** A preview that runs. */
export interface Preview {
  /** With the secret that lets a browser in. */
  readonly address: string
  readonly port: number
  close(): Promise<void>
}

/** Serves the preview of an issue to this machine alone, until it is closed. Rejects where the port is taken. */
export async function startPreview(request: PreviewRequest): Promise<Preview> {
  const { place, cwd, cacheFolder, readOnly } = request
  const guard = new Guard()
  const listeners = new Listeners()
  const setting = { place, cwd, cacheFolder }
  const engine = new EngineThread(setting, request.thread)
  // What takes its time and changes no page has a thread of its own: no key waits for it.
  const checker = new EngineThread(setting, request.thread)
  const texts = new OpenTexts(place, readOnly)
  const desk = new Desk({ place, engine, checker, texts, push: listeners.push })
  const office: Office = { place, engine, texts, desk, readOnly }
  const rooms: Rooms = { guard, listeners, office, shelf: new Shelf() }
  const server = createServer((incoming, response) => {
    serve(rooms, incoming, response).catch((fault) => {
      if (!(fault instanceof EngineFault)) request.onFault(fault)
      if (!response.headersSent) send(response, fault instanceof EngineFault ? 503 : 500, null)
    })
  })
  server.requestTimeout = 60_000
  server.headersTimeout = 10_000
  const port = await listening(server, request.port).catch((fault) => {
    listeners.close()
    desk.close()
    throw fault
  })
  guard.listensOn(port)
  desk.changed().catch(request.onFault)
  return {
    address: `http://127.0.0.1:${port}/?token=${guard.token}`,
    port,
    close: async () => {
      desk.close()
      listeners.close()
      await Promise.all([engine.close(), checker.close()])
      server.closeAllConnections()
      await new Promise((settle) => server.close(settle))
    },
  }
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    server.once('error', fail)
    server.listen({ port, host: '127.0.0.1' }, () => settle((server.address() as AddressInfo).port))
  })
}

interface Rooms {
  readonly guard: Guard
  readonly listeners: Listeners
  readonly office: Office
  readonly shelf: Shelf
}

const KINDS: ReadonlySet<string> = new Set(PRODUCT_KINDS)

async function serve(rooms: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { guard } = rooms
  const refusal = guard.foreign(request)
  if (refusal !== null) return send(response, refusal, null)
  // The path is looked up as it came: nothing in it is decoded, and no file is opened by it.
  const [path = '', query = ''] = (request.url ?? '').split('?')
  if (path === '/' && guard.isToken(new URLSearchParams(query).get('token'))) return letIn(guard, response)
  if (!guard.knows(request)) return send(response, 403, null)
  if (request.method === 'GET' || request.method === 'HEAD') return give(rooms, path, query, response)
  if (request.method !== 'POST') return send(response, 405, null)
  return take(rooms, path, request, response)
}

/** From here on the address has no secret. */
function letIn(guard: Guard, response: ServerResponse): void {
  const more = { Location: '/', 'Set-Cookie': guard.cookieHeader() }
  send(response, 303, { type: 'text/plain', bytes: '', more })
}

async function give(
  { shelf, listeners, office }: Rooms,
  path: string,
  query: string,
  response: ServerResponse,
): Promise<void> {
  if (path === '/events') return greet(listeners, office, response)
  const picture = /^\/picture\/(\d{1,6})$/.exec(path)?.[1]
  if (picture !== undefined) return sendPicture(office.engine, Number(picture), response)
  const kind = /^\/product\/([a-z]{1,12})$/.exec(path)?.[1]
  if (kind !== undefined && KINDS.has(kind))
    return sendProduct(office, kind as (typeof PRODUCT_KINDS)[number], query === 'show', response)
  const nonce = secret()
  const found = shelf.get(path, nonce)
  if (found === null) return send(response, 404, null)
  send(response, 200, found, nonce)
}

function greet(listeners: Listeners, office: Office, response: ServerResponse): void {
  const push = listeners.add(response)
  if (push === null) {
    send(response, 503, null)
    return
  }
  const title = parse(office.place.issue).name
  push('hello', { title, readOnly: office.readOnly, products: PRODUCT_KINDS })
  office.desk.greet(push)
}

async function take(
  { office }: Rooms,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (path === '/picture') return await receivePicture(office, request, response)
    await answerQuestion(office, path.slice(1), request, response)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    response.setHeader('Connection', 'close')
    send(response, 413, null)
  }
}
