// Times whole cold builds: node bench/cold-build.js [ISSUE] [--runs 9] [--times 1,10,50]
// Each run is a fresh process; medians of wall and processor time are printed. The example, which is the usual issue, has
// pictures across the columns: ten and fifty times, they are the page search's hardest work. Typst is run on the same text beside it where its
// package is installed (npm ci --prefix bench).
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parse, stringify } from 'yaml'
import { typstSource } from './typst-source.js'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '9' }, times: { type: 'string', default: '1,10,50' } },
})
const issue = resolve(positionals[0] ?? join(root, 'issues/2026-06.yaml'))
const runs = Number(values.runs)
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

function once(script, args) {
  const peak = join(folder, 'peak')
  const start = process.hrtime.bigint()
  const run = spawnSync(process.execPath, ['--require', join(here, 'peak-memory.cjs'), script, ...args], {
    env: { ...process.env, BENCH_PEAK_FILE: peak },
    encoding: 'utf8',
  })
  const ms = Number(process.hrtime.bigint() - start) / 1e6
  if (run.status !== 0) throw new Error(`${basename(script)} ended with ${run.status}\n${run.stderr}`)
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(peak, 'utf8'))
  return { ms, cpu: (userCPUTime + systemCPUTime) / 1000, mib: maxRSS / 1024 }
}

/** The subjects in turn, A B A B …, so that a machine's drift meets all of them. */
function compare(subjects) {
  const figures = subjects.map(() => [])
  for (let run = -1; run < runs; run += 1) {
    subjects.forEach(({ script, args }, index) => {
      const figure = once(script, args)
      if (run >= 0) figures[index].push(figure)
    })
  }
  return subjects.map(({ name, output }, index) => ({
    name,
    ms: median(figures[index].map((one) => one.ms)),
    cpu: median(figures[index].map((one) => one.cpu)),
    mib: median(figures[index].map((one) => one.mib)),
    kb: output ? statSync(output).size / 1024 : 0,
  }))
}

/** The issue with its sections' articles repeated, in a folder of its own beside its publication. */
function repeated(times) {
  const home = join(folder, `x${times}`)
  mkdirSync(home, { recursive: true })
  const source = dirname(issue)
  cpSync(source, home, { recursive: true })
  const content = parse(readFileSync(issue, 'utf8'))
  for (const [name, items] of Object.entries(content.sections)) {
    content.sections[name] = Array.from({ length: times }, () => items).flat()
  }
  const file = join(home, basename(issue))
  writeFileSync(file, stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }))
  return file
}

try {
  const typst = existsSync(join(here, 'node_modules/@myriaddreamin/typst-ts-node-compiler'))
  console.log(`Node ${process.version}, ${runs} runs each, medians of whole processes`)
  const empty = join(folder, 'empty.js')
  writeFileSync(empty, '')
  for (const times of values.times.split(',').map(Number)) {
    const file = repeated(times)
    const output = join(folder, `x${times}.pdf`)
    const subjects = [
      { name: 'node, empty script', script: empty, args: [] },
      {
        name: 'jianbao build',
        script: join(root, 'dist/cli.cjs'),
        args: ['build', file, '-q', '-o', output],
        output,
      },
    ]
    if (typst) {
      const source = join(folder, `x${times}.typ`)
      writeFileSync(source, typstSource(readFileSync(file, 'utf8')))
      const pdf = join(folder, `x${times}-typst.pdf`)
      const args = [source, pdf, join(root, 'fonts')]
      subjects.push({ name: 'Typst through Node', script: join(here, 'typst-build.js'), args, output: pdf })
    }
    console.log(`\n${basename(issue)} × ${times}`)
    for (const { name, ms, cpu, mib, kb } of compare(subjects)) {
      console.log(
        `  ${name.padEnd(20)} ${ms.toFixed(0).padStart(7)} ms ${cpu.toFixed(0).padStart(7)} ms CPU ${mib.toFixed(0).padStart(6)} MiB ${kb.toFixed(0).padStart(7)} KB`,
      )
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
