import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:path'
import { PRODUCT_KINDS } from '../build/product-kinds.ts'
import { send, TooLarge } from './answers.ts'
import { EngineFault } from './engine-thread.ts'
import { Guard, secret } from './guard.ts'
import { answerQuestion, receivePicture } from './questions.ts'
import { type IssueRoom, Rooms, type RoomsSetting } from './rooms.ts'
import { sendPicture, sendProduct } from './sent-files.ts'
import { Shelf } from './shelf.ts'

/** What a preview is started with. */
export interface PreviewRequest extends RoomsSetting {
  /** 0 for one that is free. */
  readonly port: number
}

/** A preview that runs. */
export interface Preview {
  /** With the secret that lets a browser in. */
  readonly address: string
  readonly port: number
  /** Project paths of texts that are not on disk as they were written. */
  unsaved(): readonly string[]
  close(): Promise<void>
}

/** Serves the preview of an issue to this machine alone, until it is closed. Rejects where the port is taken. */
export async function startPreview(request: PreviewRequest): Promise<Preview> {
  const guard = new Guard()
  const rooms = new Rooms(request)
  const house: House = { guard, rooms, shelf: new Shelf() }
  const server = createServer((incoming, response) => {
    serve(house, incoming, response).catch((fault) => {
      if (!(fault instanceof EngineFault)) request.onFault(fault)
      if (!response.headersSent) send(response, fault instanceof EngineFault ? 503 : 500, null)
    })
  })
  server.requestTimeout = 60_000
  server.headersTimeout = 10_000
  const port = await listening(server, request.port)
  guard.listensOn(port)
  rooms.room(0)
  return {
    address: `http://127.0.0.1:${port}/?token=${guard.token}`,
    port,
    unsaved: () => rooms.unsaved(),
    close: async () => {
      await rooms.close()
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

interface House {
  readonly guard: Guard
  readonly rooms: Rooms
  readonly shelf: Shelf
}

const KINDS: ReadonlySet<string> = new Set(PRODUCT_KINDS)

/** Of a path, the issue that it is about, 0 where none is named, and the rest. */
const OF_ISSUE = /^(?:\/(\d{1,4}))?(\/.*)$/

async function serve(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { guard } = house
  const refusal = guard.foreign(request)
  if (refusal !== null) return send(response, refusal, null)
  // The path is looked up as it came: nothing in it is decoded, and no file is opened by it.
  const [whole = '', query = ''] = (request.url ?? '').split('?')
  if (whole === '/' && guard.isToken(new URLSearchParams(query).get('token'))) return letIn(guard, response)
  if (!guard.knows(request)) return send(response, 403, null)
  const [, number = '0', path = ''] = OF_ISSUE.exec(whole) ?? []
  const about = { number: Number(number), path, query }
  if (request.method === 'GET' || request.method === 'HEAD') return give(house, about, response)
  if (request.method !== 'POST') return send(response, 405, null)
  return take(house, about, request, response)
}

/** From here on the address has no secret. */
function letIn(guard: Guard, response: ServerResponse): void {
  const more = { Location: '/', 'Set-Cookie': guard.cookieHeader() }
  send(response, 303, { type: 'text/plain', bytes: '', more })
}

/** What a request is about: the number of an issue, and a path within. */
interface About {
  readonly number: number
  readonly path: string
  readonly query: string
}

async function give(
  { shelf, rooms }: House,
  { number, path, query }: About,
  response: ServerResponse,
): Promise<void> {
  if (path === '/' && rooms.room(number) === null) return refuseIssue(rooms, number, response)
  const nonce = secret()
  const found = shelf.get(path, nonce)
  if (found !== null) return send(response, 200, found, nonce)
  const room = rooms.room(number)
  if (room === null) return send(response, 404, null)
  if (path === '/events') return greet(room, response)
  const picture = /^\/picture\/(\d{1,6})$/.exec(path)?.[1]
  if (picture !== undefined) return sendPicture(room.office.engine, Number(picture), response)
  const kind = /^\/product\/([a-z]{1,12})$/.exec(path)?.[1]
  if (kind !== undefined && KINDS.has(kind))
    return sendProduct(room.office, kind as (typeof PRODUCT_KINDS)[number], query === 'show', response)
  send(response, 404, null)
}

/** Says why an issue is not opened: there is none of that number, or too many are open already. */
function refuseIssue(rooms: Rooms, number: number, response: ServerResponse): void {
  const known = rooms.issues.place(number) !== null
  const bytes =
    '同时打开的期太多了：请先关掉几页。\nToo many issues are open at a time: close some pages first.\n'
  if (known) send(response, 503, { type: 'text/plain; charset=utf-8', bytes })
  else send(response, 404, null)
}

function greet({ listeners, office }: IssueRoom, response: ServerResponse): void {
  const push = listeners.add(response)
  if (push === null) {
    send(response, 503, null)
    return
  }
  const { number, place, readOnly, desk } = office
  push('hello', { number, title: parse(place.issue).name, readOnly, products: PRODUCT_KINDS })
  desk.greet(push)
}

async function take(
  { rooms }: House,
  { number, path }: About,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const office = rooms.room(number)?.office
  if (office === undefined) return send(response, 404, null)
  try {
    if (path === '/picture') return await receivePicture(office, request, response)
    await answerQuestion(office, path.slice(1), request, response)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    response.setHeader('Connection', 'close')
    send(response, 413, null)
  }
}
