// A few threads and a queue of bounded length before them. What does not fit is refused at once, so that a service that
// is asked for too much stays quick for those whom it serves.
import { Worker } from 'node:worker_threads'

/** As many issues wait as may. */
export class Busy extends Error {}

/** An issue took longer than it may, or its thread failed. */
export class Ended extends Error {}

/**
 * `threads` at work, `waiting` more in the queue, each issue within `seconds` and `megabytes` of memory. A thread that
 * goes beyond is ended with its issue; the next one gets a new thread.
 */
export function createPool({ threads = 2, waiting = 16, seconds = 60, megabytes = 1024 } = {}) {
  const idle = []
  const queue = []
  let busy = 0

  function run(job, signal) {
    signal?.throwIfAborted()
    if (busy >= threads && queue.length >= waiting) return Promise.reject(new Busy('too many issues'))
    return new Promise((settle, fail) => {
      const task = { job, signal, settle, fail }
      const leave = () => {
        const at = queue.indexOf(task)
        if (at >= 0) queue.splice(at, 1)
        fail(signal.reason)
      }
      task.leave = leave
      if (busy < threads) begin(task)
      else {
        queue.push(task)
        signal?.addEventListener('abort', leave, { once: true })
      }
    })
  }

  function begin({ job, signal, settle, fail, leave }) {
    busy += 1
    signal?.removeEventListener('abort', leave)
    const thread = idle.pop() ?? newThread()
    const finish = (spent, end, value) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      // By name: a thread's own listeners must stay.
      for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
      thread.on('error', () => {})
      if (spent) void thread.terminate()
      else idle.push(thread)
      busy -= 1
      end(value)
      proceed()
    }
    const abort = () => finish(true, fail, signal.reason)
    const timer = setTimeout(() => finish(true, fail, new Ended('too long')), seconds * 1000)
    signal?.addEventListener('abort', abort, { once: true })
    thread.once('message', (answer) => finish(false, settle, answer))
    thread.once('error', (error) => finish(true, fail, new Ended(error.message)))
    thread.once('exit', () => finish(true, fail, new Ended('the thread ended')))
    thread.postMessage(job)
  }

  /** Begins the next that somebody still waits for. */
  function proceed() {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (!next.signal?.aborted) return begin(next)
      next.fail(next.signal.reason)
    }
  }

  function newThread() {
    return new Worker(new URL('./worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
  }

  async function close() {
    for (const task of queue.splice(0)) task.fail(new Busy('closing'))
    await Promise.all(idle.splice(0).map((thread) => thread.terminate()))
  }

  return { run, close }
}
