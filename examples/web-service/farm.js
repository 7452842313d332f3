// For more than one machine: the queue lies in Redis or Valkey (BullMQ, `npm install bullmq`), and every machine that
// runs `node farm.js` takes issues from it, as many at a time as it has threads. The pool is the same.
import { availableParallelism } from 'node:os'
import { createPool } from './pool.js'

/** Issues and their PDFs are large and stay out of the queue: a job names where they lie. */
const QUEUE = 'issues'

/** What the web service calls in place of `pool.run`. */
export async function enqueue(Queue, connection, { from, to, product }) {
  const queue = new Queue(QUEUE, { connection })
  const options = { attempts: 2, removeOnComplete: 1000, removeOnFail: 1000 }
  return queue.add('set', { from, to, product }, options)
}

/**
 * Takes issues from the queue. `store` has `read(from)`, which gives publication, issue and files, and
 * `write(to, made)`, which keeps products and diagnostics. Mistakes in an issue are a result; only a thread that ended is
 * a failure, which BullMQ tries once more on whichever machine is free.
 */
export function serve(Worker, connection, store, pool = createPool({ threads: availableParallelism() })) {
  const work = async ({ data: { from, to, product } }) => {
    const made = await pool.run({ ...(await store.read(from)), make: [product] })
    if (made.fault !== undefined) throw new Error(made.fault)
    await store.write(to, made)
    return { ok: made.ok, pages: made.pages }
  }
  return new Worker(QUEUE, work, { connection, concurrency: availableParallelism() })
}
