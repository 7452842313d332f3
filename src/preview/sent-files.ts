import type { ServerResponse } from 'node:http'
import type { ProductKind } from '../build/product-kinds.ts'
import { send, sendJson } from './answers.ts'
import type { EngineThread } from './engine-thread.ts'
import type { Office } from './questions.ts'

/** A picture of the pages, as its file has it. */
export async function sendPicture(
  engine: EngineThread,
  number: number,
  response: ServerResponse,
): Promise<void> {
  const picture = await engine.ask({ ask: 'picture', number })
  if (picture === null) return send(response, 404, null)
  send(response, 200, { type: `image/${picture.format}`, bytes: picture.bytes })
}

/** A product of the texts as they stand, to be kept or, for printing, to be shown; or the messages that say why not. */
export async function sendProduct(
  { engine, texts }: Office,
  kind: ProductKind,
  show: boolean,
  response: ServerResponse,
): Promise<void> {
  const made = await engine.ask({ ask: 'product', kind, texts: texts.all() })
  if ('messages' in made) {
    response.statusCode = 409
    return sendJson(response, made.messages)
  }
  const type =
    kind === 'docx'
      ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      : 'application/pdf'
  const how = show ? 'inline' : 'attachment'
  const more = { 'Content-Disposition': `${how}; filename*=UTF-8''${encodeURIComponent(made.name)}` }
  send(response, 200, { type, bytes: made.bytes, more })
}
