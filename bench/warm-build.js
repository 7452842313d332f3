// Times a word's edit in a warm session: node bench/warm-build.js [ISSUE] [--edits 40] [--times 1,10,50]
// Each edit puts another word of the issue's own into its middle, and all subjects take it in turn, each in a process of
// its own: a session to the display list, a session to the written PDF, and Typst bare and with the same work where its
// package is installed (npm ci --prefix bench). Medians of the later half are printed, with the memory at the end; and
// for many edits (--edits 500) the memory after the first fifth, which shows whether it stays level.
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { laterHalf, median, print } from './figures.js'
import { example, longIssue, wordEdits } from './long-issue.js'
import { typstName, warmTypst } from './typst.js'
import { typstSource } from './typst-source.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: 'string', default: '40' },
    times: { type: 'string', default: '1,10,50' },
    subject: { type: 'string' },
  },
})

const SUBJECTS = {
  'session, to a display list': (file) => session(file, { output: '-', make: [] }),
  'session, to the written PDF': (file) =>
    session(file, { output: join(dirname(file), 'out.pdf'), make: ['pdf'] }),
  'Typst, bare, no tags': (file) => typst(file, null),
  'Typst, the same work, tags': (file) =>
    typst(file, readFileSync(join(dirname(file), 'publication.yaml'), 'utf8')),
}

async function session(file, options) {
  const { openSession } = await import('../dist/index.js')
  const one = openSession({ cwd: dirname(file), issue: file, ...options })
  return async (text) => {
    one.update(text)
    const { list, diagnostics } = await one.build()
    if (list === null) throw new Error(diagnostics.find(({ severity }) => severity === 'error')?.code)
  }
}

async function typst(file, publication) {
  const compile = await warmTypst(dirname(file), publication !== null)
  return compile && ((text) => compile(typstSource(text, publication)))
}

/** One subject in this process: builds the texts that it is told by their numbers. */
async function serve(name, file) {
  const build = await SUBJECTS[name](file)
  const edit = wordEdits(readFileSync(file, 'utf8'))
  process.on('message', async (number) => {
    const text = edit(number)
    const before = process.cpuUsage()
    const start = performance.now()
    await build?.(text)
    const ms = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    const mib = process.memoryUsage().rss / 2 ** 20
    process.send(build === null ? null : { ms, cpu: (user + system) / 1000, mib })
  })
}

function answer(child, edit) {
  return new Promise((settle, fail) => {
    child.once('message', settle)
    child.once('exit', (code) => fail(new Error(`a subject ended with ${code}`)))
    child.send(edit)
  })
}

async function measure(issue, times, folder) {
  const subjects = Object.keys(SUBJECTS).map((name, at) => {
    // Its own folder, so that none waits for the files of another.
    const file = longIssue(issue, times, join(folder, `x${times}-${at}`))
    return { name, child: fork(fileURLToPath(import.meta.url), [file, '--subject', name]), figures: [] }
  })
  for (let edit = 0; edit < Number(values.edits); edit += 1)
    for (const { child, figures } of subjects) {
      const figure = await answer(child, edit)
      child.removeAllListeners('exit')
      if (figure !== null) figures.push(figure)
    }
  console.log(`\n${basename(issue)} × ${times}`)
  for (const { name, child, figures } of subjects) {
    child.kill()
    if (figures.length > 0) tell(name, figures)
  }
}

function tell(name, figures) {
  const later = laterHalf(figures)
  const of = (key) => median(later.map((one) => one[key]))
  const mib = figures.at(-1).mib
  print({ name, ms: of('ms'), cpu: of('cpu'), mib })
  const early = figures[Math.floor(figures.length / 5)].mib
  if (figures.length >= 100)
    console.log(`    memory ${early.toFixed(0)} MiB after a fifth of the edits, ${mib.toFixed(0)} at the end`)
}

const issue = resolve(positionals[0] ?? example)
if (values.subject) await serve(values.subject, issue)
else {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))
  try {
    console.log(
      `Node ${process.version}, ${values.edits} edits in turn, medians of the later half; ${typstName()}`,
    )
    for (const times of values.times.split(',').map(Number)) await measure(issue, times, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
