// Times build --watch from a file's save until the new PDF stands in its place:
// node bench/watch.js [ISSUE] [--edits 30] [--times 1,10,50]
// Each edit puts another word of the issue's own into its middle. Medians of the later half are printed, with the
// processor's time a save and the memory at the end where the system tells them (Linux).
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { laterHalf, median, print, program } from './figures.js'
import { example, longIssue, wordEdits } from './long-issue.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { edits: { type: 'string', default: '30' }, times: { type: 'string', default: '1,10,50' } },
})
const issue = resolve(positionals[0] ?? example)
/** Between two saves, as nobody types faster than this. */
const PAUSE = 400
const GIVEN_UP = 120_000

/** When the file is next put in its place; its folder is watched, for it comes by a renaming. */
function appears(folder, name) {
  return new Promise((settle, fail) => {
    const timer = setTimeout(() => fail(new Error('no file came')), GIVEN_UP)
    const watcher = watch(folder, (_, changed) => {
      if (changed !== name || !existsSync(join(folder, name))) return
      watcher.close()
      clearTimeout(timer)
      settle(performance.now())
    })
  })
}

/** Processor time so far and memory now of a process, on Linux. */
function usage(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]
    // In hundredths of a second, as all Linux kernels tell it.
    return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, mib: Number(rss) / 1024 }
  } catch {
    return { cpu: Number.NaN, mib: Number.NaN }
  }
}

async function measure(times, folder) {
  const file = longIssue(issue, times, join(folder, `x${times}`))
  const out = join(folder, `out-${times}`)
  mkdirSync(out)
  const edit = wordEdits(readFileSync(file, 'utf8'))
  const first = appears(out, 'o.pdf')
  const child = spawn(process.execPath, [program, 'build', file, '--watch', '-q', '-o', join(out, 'o.pdf')], {
    stdio: 'ignore',
  })
  try {
    await first
    const all = []
    let before = usage(child.pid)
    for (let one = 0; one < Number(values.edits); one += 1) {
      await wait(PAUSE)
      if (one === Math.floor(Number(values.edits) / 2)) before = usage(child.pid)
      const done = appears(out, 'o.pdf')
      const start = performance.now()
      writeFileSync(file, edit(one))
      all.push((await done) - start)
    }
    await wait(PAUSE)
    const { cpu, mib } = usage(child.pid)
    const later = laterHalf(all)
    print({
      name: `${basename(issue)} × ${times}`,
      ms: median(later),
      cpu: (cpu - before.cpu) / later.length,
      mib,
    })
  } finally {
    child.kill('SIGTERM')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))
try {
  console.log(`Node ${process.version}, build --watch, ${values.edits} saves, medians of the later half`)
  for (const times of values.times.split(',').map(Number)) await measure(times, folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
