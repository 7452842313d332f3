import { fork } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeReport } from './report.js'
import { subjects } from './subjects.js'

/**
 * Breaks the code on purpose, one small fault at a time, and counts how many faults the cheap tests notice.
 *
 *   node scripts/mutation/mutate.js [--all | --sample 400] [--seed 1] [--in src/text/clreq] [--kept file] [--write]
 *
 * `--write` renews docs/mutation.md. `--kept` writes each verdict to a file, one a line, and goes on from those that
 * stand there: a long run may be stopped, and what is deleted from the file is judged anew.
 */

const { values: options } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    sample: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    in: { type: 'string', default: 'src' },
    write: { type: 'boolean', default: false },
    kept: { type: 'string' },
    times: { type: 'boolean', default: false },
  },
})

/** A mutant that neither ends nor counts: not one so far, but then the process is ended. */
const MOST_MS = 120_000

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** So many of a list, each as likely as the others, in their order. */
function sampled(list, count, next) {
  const shuffled = [...list]
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    ;[shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]]
  }
  return shuffled.slice(0, count).sort((a, b) => a.number - b.number)
}

const candidates = subjects()
  .flatMap(({ mutants }) => mutants)
  .filter(({ file }) => file.startsWith(options.in))
const chosen = options.all
  ? candidates
  : sampled(candidates, Number(options.sample), random(Number(options.seed)))

const folder = mkdtempSync(join(tmpdir(), 'mutation-'))
const verdicts = new Map()
const start = performance.now()
const known = keptVerdicts()
for (const mutant of chosen) {
  const verdict = known.get(nameOf(mutant))
  if (verdict) verdicts.set(mutant.number, verdict)
}
while (verdicts.size < chosen.length) await oneProcess()
rmSync(folder, { recursive: true, force: true })

/** What a fault is called: its place and what it changes. */
function nameOf({ file, line, column, before, after }) {
  return `${file}:${line}:${column} ${oneLine(before)} → ${oneLine(after)}`
}

/** The verdicts of runs before, by what the faults are called. */
function keptVerdicts() {
  if (!options.kept || !existsSync(options.kept)) return new Map()
  const lines = readFileSync(options.kept, 'utf8').split('\n').filter(Boolean)
  return new Map(lines.map((line) => JSON.parse(line)).map(({ name, ...verdict }) => [name, verdict]))
}

/** Tries what is left until all is done or a mutant takes the process with it, which counts as noticed. */
function oneProcess() {
  return new Promise((ended) => {
    const child = fork(join(import.meta.dirname, 'bench.js'), { execArgv: ['--max-old-space-size=3072'] })
    let current = null
    let timer
    let began = 0
    child.on('message', (message) => {
      clearTimeout(timer)
      if (message.surveyed) console.log(`${message.surveyed} tests, ${Math.round(message.time)} ms`)
      if (message.starts !== undefined) {
        current = message.starts
        began = performance.now()
        timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS)
      }
      if (message.number !== undefined) {
        settle(message.number, message.verdict, message.by)
        if (options.times) console.log(`${Math.round(performance.now() - began)} ms  ${message.by}`)
        current = null
      }
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (current !== null) settle(current, 'killed', 'the process did not end')
      else if (verdicts.size < chosen.length && code !== 0) throw new Error('the tests cannot be run')
      ended()
    })
    const wanted = chosen.map(({ number }) => number).filter((number) => !verdicts.has(number))
    child.send({ wanted, surveyed: join(folder, 'survey.json') })
  })
}

function settle(number, verdict, by) {
  verdicts.set(number, { verdict, by })
  const mutant = chosen.find((one) => one.number === number)
  if (options.kept) appendFileSync(options.kept, `${JSON.stringify({ name: nameOf(mutant), verdict, by })}\n`)
  if (verdict !== 'killed')
    console.log(
      `${verdict}  ${mutant.file}:${mutant.line}:${mutant.column}  ${mutant.kind}  ${oneLine(mutant.before)}  →  ${oneLine(mutant.after)}`,
    )
}

function oneLine(text) {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 88)}…` : line
}

const judged = chosen.map((mutant) => ({ ...mutant, ...verdicts.get(mutant.number) }))
const killed = judged.filter((one) => one.verdict === 'killed').length
const seconds = Math.round((performance.now() - start) / 1000)
console.log(
  `${killed} of ${judged.length} noticed (${((100 * killed) / judged.length).toFixed(1)} %), ${seconds} s`,
)
if (options.write)
  writeReport(judged, { seed: options.seed, all: options.all, candidates: candidates.length })
