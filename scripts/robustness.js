// Attacks every kind of input thousands of times: node scripts/robustness.js [--runs 3000] [--kind NAME] [--from 1]
// [--processes 2] [--report docs/robustness.md]. Each run damages one thing in a sound project by a seed and builds it;
// see tests/robustness. Faults are printed with the seed that shows them: --kind NAME --from SEED --runs 1.
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import sharp from 'sharp'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3000' },
    from: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true },
    processes: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    report: { type: 'string' },
  },
})
const runs = Number(values.runs)
const first = Number(values.from)
/** Most memory that a process may take, in MiB. */
const MOST_MIB = 500
/** A process that says nothing for so long hangs; what only takes long is told by the processors' time. */
const SILENCE = 60_000
const START = 60_000
/** Seeds that a process is given at a time. */
const PORTION = 250

/** The engine and the attacks in one file beside the package's own folders, which it looks for there. */
async function bundled() {
  const folder = join(root, `dist-robustness-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { KINDS } from './tests/robustness/kinds.ts'; import { serve } from './tests/robustness/work.ts'; if (process.send) serve()`,
      resolveDir: root,
    },
    outfile: join(folder, 'attack.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['sharp', 'hyphen', 'fontkit'],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
  return folder
}

/**
 * A process that does one job after another: what is compiled once serves all kinds. When it ends before its time,
 * the seed that ended it is told as a fault, and the rest of the job goes to a new one.
 */
class Attacker {
  seconds = 0
  #file
  #scratch
  #child = null

  constructor(file, scratch) {
    this.#file = file
    this.#scratch = scratch
  }

  async run(job, tell) {
    for (let from = job.from; from < job.to; ) from = await this.#part({ ...job, from }, tell)
  }

  end() {
    this.#child?.disconnect()
    this.#child = null
  }

  #start() {
    const child = fork(this.#file, [], {
      env: { ...process.env, TMPDIR: this.#scratch },
      silent: true,
    })
    return new Promise((done) => child.once('message', () => done(child)))
  }

  /** Gives the seed that the rest of the job begins with. */
  async #part(job, tell) {
    this.#child ??= await this.#start()
    const child = this.#child
    return new Promise((done) => {
      let seed = job.from
      let words = ''
      let hung = false
      const silent = () => {
        hung = true
        child.kill('SIGKILL')
      }
      let timer = setTimeout(silent, START)
      const alive = () => {
        clearTimeout(timer)
        timer = setTimeout(silent, SILENCE)
      }
      const hear = (data) => (words += data)
      const leave = (next) => {
        clearTimeout(timer)
        for (const stream of [child.stdout, child.stderr]) stream.off('data', hear)
        child.removeAllListeners()
        done(next)
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.on('message', (one) => {
        if (one.begun !== undefined) {
          seed = one.begun
          alive()
        } else if (one.done) {
          const { done: verdict, mib } = one
          const heavy = verdict.fault === null && mib > MOST_MIB ? `${Math.round(mib)} MiB` : verdict.fault
          tell({ ...verdict, fault: heavy, mib })
          seed++
        } else {
          this.seconds += one.seconds
          leave(job.to)
        }
      })
      child.on('exit', (code, signal) => {
        this.#child = null
        const how = hung ? 'hangs' : `ended with ${signal ?? code}: ${words.slice(-800)}`
        tell({ kind: job.kind, seed, code: 70, milliseconds: SILENCE, fault: how, how: [], mib: 0 })
        leave(seed + 1)
      })
      child.send(job)
    })
  }
}

function rowOf(kind, verdicts, seconds, worked) {
  const count = (test) => verdicts.filter(test).length
  const codes = [0, 1, 2, 3, 4, 5, 6, 70].map((code) => count((one) => one.code === code))
  const most = (key) => Math.round(verdicts.reduce((most, one) => Math.max(most, one[key]), 0))
  const faults = verdicts.filter((one) => one.fault !== null)
  return {
    kind,
    runs: verdicts.length,
    codes,
    faults,
    milliseconds: most('milliseconds'),
    mib: most('mib'),
    seconds,
    worked,
  }
}

function table(rows) {
  const head = [
    'kind',
    'runs',
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '70',
    'faults',
    'most time, ms',
    'memory, MiB',
  ]
  const lines = rows.map((row) => [
    row.kind,
    row.runs,
    ...row.codes,
    row.faults.length,
    row.milliseconds,
    row.mib,
  ])
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...lines]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n')
}

function report(rows, seconds, worked) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const total = rows.reduce((sum, row) => sum + row.runs, 0)
  const faults = rows.reduce((sum, row) => sum + row.faults.length, 0)
  return `# Robustness

What came of damaging every kind of input by chance and building it. Made by \`bash scripts/robustness.sh\`; do not edit.

- ${new Date().toISOString().slice(0, 10)}, jianbao ${version}, Node ${process.version}, libvips ${sharp.versions.vips}, ${process.platform} ${process.arch}
- ${total} runs in ${Math.round(seconds / 60)} minutes with ${values.processes} processes, ${Math.round(worked / 60)} minutes of the processors’ time; **${faults} faults**

A run damages one thing in a sound project (bits turned, bytes changed, put in, left out, doubled, exchanged; holes, rubbish, cuts, lengths; tokens of text; in PNG also under right checksums, in web fonts and Word files also inside what is packed), builds it, and for texts checks it; contributions are imported and what would be written is read again; returned copies are reviewed, and what is taken is read again. It is a fault when the run ends with another exit code than 0–6 (70 is the program's own fault), throws, takes over 5 seconds of processor time or ${MOST_MIB} MiB, leaves anything but the whole new or the old product, or says words with a stack or control codes in them. The columns 0 to 70 count exit codes.

${table(rows)}
`
}

const folder = await bundled()
const scratch = mkdtempSync(join(tmpdir(), 'jianbao-robustness-'))
process.env.JIANBAO_ROOT = root
const { KINDS } = await import(join(folder, 'attack.mjs'))
const names = KINDS.map(({ name }) => name).filter(
  (name) => values.kind === undefined || values.kind.includes(name),
)
const start = performance.now()
const rows = []
const attackers = Array.from(
  { length: Number(values.processes) },
  () => new Attacker(join(folder, 'attack.mjs'), scratch),
)
/** Of the processors, in seconds. */
const worked = () => attackers.reduce((sum, one) => sum + one.seconds, 0)
try {
  for (const kind of names) {
    const began = performance.now()
    const verdicts = []
    const portions = []
    for (let from = first; from < first + runs; from += PORTION)
      portions.push({ kind, from, to: Math.min(first + runs, from + PORTION) })
    const before = worked()
    const work = async (attacker) => {
      for (let job = portions.shift(); job; job = portions.shift())
        await attacker.run(job, (one) => verdicts.push(one))
    }
    await Promise.all(attackers.map(work))
    const row = rowOf(kind, verdicts, (performance.now() - began) / 1000, worked() - before)
    rows.push(row)
    if (values.report)
      writeFileSync(resolve(values.report), report(rows, (performance.now() - start) / 1000, worked()))
    console.log(
      `${kind.padEnd(34)} ${String(row.runs).padStart(5)} runs ${row.seconds.toFixed(0).padStart(4)} s (${row.worked.toFixed(0)} s of a processor), codes ${row.codes.join(' ')}, slowest ${row.milliseconds} ms, ${row.mib} MiB, ${row.faults.length} faults`,
    )
    for (const one of row.faults.slice(0, 5))
      console.log(`  seed ${one.seed} (${one.how.join('; ')}): ${one.fault.slice(0, 600)}`)
  }
} finally {
  for (const one of attackers) one.end()
  rmSync(scratch, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = rows.some((row) => row.faults.length > 0) ? 1 : 0
