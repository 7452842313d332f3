import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { OldWordTexts } from '../importers/formats/read-doc.ts'

/** Seconds and megabytes that one file may take; whole ones take a tenth of a second and some ten. */
const SECONDS = 10
const HEAP_MEGABYTES = 192

/** What the thread runs: the package, and nothing of ours. */
const SCRIPT = `
const { parentPort, workerData: { module, bytes } } = require('node:worker_threads')
const Extractor = require(module)
new Extractor().extract(Buffer.from(bytes)).then((document) => {
  const plain = { filterUnicode: false }
  parentPort.postMessage({
    body: document.getBody(plain),
    footnotes: document.getFootnotes(plain),
    endnotes: document.getEndnotes(plain),
    boxes: document.getTextboxes({ ...plain, includeHeadersAndFooters: false }),
    comments: document.getAnnotations(plain),
    headers: document.getHeaders({ ...plain, includeFooters: false }),
    footers: document.getFooters(plain),
  })
})`

/**
 * Reads a sound compound file in a thread of its own, with bounds on time and memory: what the package meets in Word's
 * own tables nobody has looked at. null when it cannot be read.
 */
export function readOldWord(bytes: Uint8Array): Promise<OldWordTexts | null> {
  return new Promise((settle) => {
    const worker = new Worker(SCRIPT, {
      eval: true,
      workerData: { module: packageFile(), bytes },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const end = (texts: OldWordTexts | null) => {
      clearTimeout(timer)
      settle(texts)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(null), SECONDS * 1000)
    worker.once('message', end)
    worker.on('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}

/** Beside the bundled program, else where Node finds it. */
function packageFile(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), 'word-extractor.cjs')
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('word-extractor')
}
