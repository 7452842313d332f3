// The service: an issue comes as JSON, its PDF goes back, or what is wrong with it.
import fastify from 'fastify'
import { Busy, createPool, Ended } from './pool.js'

/** What a request may hold; fastify refuses anything else before a thread hears of it. */
const BODY = {
  type: 'object',
  required: ['publication', 'issue'],
  additionalProperties: false,
  properties: {
    publication: { anyOf: [{ type: 'string' }, { type: 'object' }] },
    issue: { anyOf: [{ type: 'string' }, { type: 'object' }] },
    /** By path, in Base64. */
    files: { type: 'object', additionalProperties: { type: 'string' } },
    product: { enum: ['pdf', 'print', 'booklet', 'archive', 'proof'] },
    language: { enum: ['zh', 'en'] },
  },
}

/** An app that sets issues in `pool`; it listens to nothing yet. */
export function service({ pool = createPool(), logger = false } = {}) {
  const app = fastify({ logger, bodyLimit: 64 * 1024 * 1024 })
  app.addHook('onClose', () => pool.close())

  app.post('/pdf', { schema: { body: BODY } }, async (request, reply) => {
    const { publication, issue, files = {}, product = 'pdf', language = 'zh' } = request.body
    const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text, 'base64')])
    const job = { publication, issue, files: new Map(bytes), make: [product], language }
    // Who has gone away needs no PDF: the thread is ended.
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const made = await pool.run(job, gone.signal)
    if (made.fault !== undefined) return reply.code(made.isRequest ? 400 : 500).send({ error: made.fault })
    if (!made.ok) return reply.code(422).send({ diagnostics: made.said })
    const warnings = made.said.filter((one) => one.severity === 'warning').length
    return reply
      .header('content-type', 'application/pdf')
      .header('x-pages', made.pages)
      .header('x-warnings', warnings)
      .send(Buffer.from(made.products[0].bytes))
  })

  app.setErrorHandler((error, _, reply) => {
    if (error instanceof Busy) return reply.code(503).header('retry-after', 5).send({ error: 'busy' })
    if (error instanceof Ended) return reply.code(504).send({ error: error.message })
    return reply.code(error.statusCode ?? 500).send({ error: error.message })
  })
  return app
}
