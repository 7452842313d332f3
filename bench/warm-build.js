// Times a word's edit in a warm session: node bench/warm-build.js [ISSUE] [--edits 40] [--times 1,10,50]
// Each edit puts another word of the issue's own into its middle; medians of the later half are printed, to the
// display list and to the PDF's bytes, with the processor's time an edit and the memory at the end. Typst compiles the
// same text with the same edit beside it where its package is installed (npm ci --prefix bench).
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parse, stringify } from 'yaml'
import { openSession } from '../dist/index.js'
import { typstSource } from './typst-source.js'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { edits: { type: 'string', default: '40' }, times: { type: 'string', default: '1,10,50' } },
})
const issue = resolve(positionals[0] ?? join(root, 'issues/2026-06.yaml'))
const edits = Number(values.edits)
const publication = readFileSync(join(dirname(issue), 'publication.yaml'), 'utf8')

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const laterHalf = (numbers) => numbers.slice(Math.floor(numbers.length / 2))

/** The issue with its sections' articles repeated. */
function repeated(times) {
  const content = parse(readFileSync(issue, 'utf8'))
  for (const [name, items] of Object.entries(content.sections))
    content.sections[name] = Array.from({ length: times }, () => items).flat()
  return stringify(content, { lineWidth: 0, aliasDuplicateObjects: false })
}

/** Words of two to four Han that the text has already, another for each edit. */
function wordsOf(text) {
  const found = [...new Set(text.match(/[\u4e00-\u9fff]{2,4}/g))]
  return (edit) => found[(edit * 37) % found.length]
}

/** The text with another word in the middle of its longest paragraph near the middle. */
function edited(text) {
  const word = wordsOf(text)
  const half = Math.floor(text.length / 2)
  const line = /[\u4e00-\u9fff，。、“”0-9]{60,}/.exec(text.slice(half))
  const at = half + line.index + 30
  return (edit) => text.slice(0, at) + word(edit) + text.slice(at)
}

async function timed(edit, compile) {
  const all = []
  let cpu = process.cpuUsage()
  for (let one = 0; one < edits; one += 1) {
    if (one === Math.floor(edits / 2)) cpu = process.cpuUsage()
    const text = edit(one)
    const start = performance.now()
    await compile(text)
    all.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(cpu)
  return { ms: median(laterHalf(all)), cpu: (user + system) / 1000 / laterHalf(all).length }
}

function print(name, { ms, cpu }) {
  const mib = process.memoryUsage().rss / 1024 / 1024
  console.log(
    `  ${name.padEnd(24)} ${ms.toFixed(1).padStart(8)} ms ${cpu.toFixed(1).padStart(8)} ms CPU ${mib.toFixed(0).padStart(6)} MiB`,
  )
}

async function session(text, make) {
  const files = {}
  const one = openSession({ publication, issue: text, files, make })
  const figures = await timed(edited(text), async (given) => {
    one.update(given)
    const { ok, diagnostics } = await one.build()
    if (!ok) throw new Error(diagnostics.find(({ severity }) => severity === 'error').code)
  })
  one.close()
  return figures
}

async function typst(text) {
  const { NodeCompiler } = await import(
    join(here, 'node_modules/@myriaddreamin/typst-ts-node-compiler/index.js')
  )
  const compiler = NodeCompiler.create({
    workspace: here,
    fontArgs: [{ fontPaths: [join(root, 'fonts')] }],
  })
  return timed(edited(text), (given) => {
    compiler.pdf({ mainFileContent: typstSource(given) })
  })
}

console.log(`Node ${process.version}, ${edits} edits, medians of the later half`)
const hasTypst = existsSync(join(here, 'node_modules/@myriaddreamin/typst-ts-node-compiler'))
for (const times of values.times.split(',').map(Number)) {
  const text = repeated(times)
  console.log(`\n${basename(issue)} × ${times}`)
  print('to a display list', await session(text, []))
  print('to the PDF', await session(text, ['pdf']))
  if (hasTypst) print('Typst, to the PDF', await typst(text))
}
