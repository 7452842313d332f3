// Times whole processes, one after the other in turn, and prints medians.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './long-issue.js'

/** The command line as it is shipped. */
export const program = join(root, 'dist/cli.cjs')

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
export const laterHalf = (numbers) => numbers.slice(Math.floor(numbers.length / 2))

/** A build by the command line. */
export function build(name, args, output = null) {
  return { name, command: process.execPath, args: [program, 'build', ...args], output }
}

function once({ name, command, args }) {
  const peak = join(tmpdir(), `jianbao-bench-${process.pid}`)
  const isNode = command === process.execPath
  const [called, given] = isNode
    ? [command, ['--require', join(root, 'bench/peak-memory.cjs'), ...args]]
    : ['sh', ['-c', '"$0" "$@"; code=$?; times; exit $code', command, ...args]]
  const start = process.hrtime.bigint()
  const run = spawnSync(called, given, {
    env: { ...process.env, BENCH_PEAK_FILE: peak },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const ms = Number(process.hrtime.bigint() - start) / 1e6
  if (run.status !== 0) throw new Error(`${name} ended with ${run.status}\n${run.stderr}`)
  if (!isNode) return { ms, cpu: shellTimes(run.stdout), mib: Number.NaN }
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(peak, 'utf8'))
  rmSync(peak)
  return { ms, cpu: (userCPUTime + systemCPUTime) / 1000, mib: maxRSS / 1024 }
}

/** Milliseconds of a shell's children, by its `times`. */
function shellTimes(said) {
  const parts = [
    ...said
      .trim()
      .split('\n')
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ]
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  )
}

/** Medians of the subjects run in turn, A B A B …, so that a machine's drift meets all of them. */
export function compare(subjects, runs) {
  const figures = subjects.map(() => [])
  for (let run = -1; run < runs; run += 1)
    subjects.forEach((subject, index) => {
      const figure = once(subject)
      if (run >= 0) figures[index].push(figure)
    })
  return subjects.map(({ name, output }, index) => ({
    name,
    ms: median(figures[index].map((one) => one.ms)),
    cpu: median(figures[index].map((one) => one.cpu)),
    mib: median(figures[index].map((one) => one.mib)),
    kb: output ? statSync(output).size / 1024 : Number.NaN,
  }))
}

/** One line of figures, each with its unit; what is not known is left out. */
export function print({ name, ms, cpu, mib, kb }) {
  const shown = [
    [ms, 'ms', 8],
    [cpu, 'ms CPU', 8],
    [mib, 'MiB', 6],
    [kb, 'KB', 7],
  ].map(([value, unit, width]) => {
    const digits = unit.startsWith('ms') && value < 100 ? 1 : 0
    return Number.isFinite(value)
      ? `${value.toFixed(digits).padStart(width)} ${unit}`
      : ''.padStart(width + 1 + unit.length)
  })
  console.log(`  ${name.padEnd(28)}${shown.join('')}`.trimEnd())
}
