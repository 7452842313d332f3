// Times whole cold builds: node bench/cold-build.js [ISSUE] [--runs 9] [--times 1,10,50]
// Each run is a fresh process; medians of wall and processor time are printed. The example, which is the usual issue, has
// pictures across the columns: ten and fifty times, they are the page search's hardest work. Typst is run on the same text
// beside it, bare and with all that the bulletin has, where it is found.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, compare, print } from './figures.js'
import { example, longIssue } from './long-issue.js'
import { coldTypst, typstName } from './typst.js'
import { typstSource } from './typst-source.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '9' }, times: { type: 'string', default: '1,10,50' } },
})
const issue = resolve(positionals[0] ?? example)
const publication = readFileSync(join(dirname(issue), 'publication.yaml'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))

/** Typst on the same text: bare, and the same work with tags. */
function beside(file, times) {
  const text = readFileSync(file, 'utf8')
  return [
    ['bare, no tags', typstSource(text), false],
    ['the same work, tags', typstSource(text, publication), true],
  ].flatMap(([name, source, tags]) => {
    const written = join(folder, `x${times}-${tags ? 'whole' : 'bare'}.typ`)
    writeFileSync(written, source)
    return coldTypst(name, written, written.replace(/typ$/, 'pdf'), tags) ?? []
  })
}

try {
  console.log(`Node ${process.version}, ${values.runs} runs each, medians of whole processes; ${typstName()}`)
  const empty = join(folder, 'empty.js')
  writeFileSync(empty, '')
  for (const times of values.times.split(',').map(Number)) {
    const file = longIssue(issue, times, join(folder, `x${times}`))
    const output = join(folder, `x${times}.pdf`)
    const subjects = [
      { name: 'node, empty script', command: process.execPath, args: [empty] },
      build('jianbao build', [file, '-q', '-o', output], output),
      ...beside(file, times),
    ]
    console.log(`\n${basename(issue)} × ${times}`)
    for (const figures of compare(subjects, Number(values.runs))) print(figures)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
