// Times builds with a wish for pages beside plain ones: node bench/wishes.js [ISSUE] [--runs 7] [--times 1,10]
// One page fewer than there are, told (`fit: report`) and fitted (`fit: auto`); medians of whole processes in turn.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, compare, print, program } from './figures.js'
import { example, longIssue } from './long-issue.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' }, times: { type: 'string', default: '1,10' } },
})
const issue = resolve(positionals[0] ?? example)

function pagesOf(file) {
  const { stdout } = spawnSync(process.execPath, [program, 'build', file, '--json', '-o', `${file}.pdf`], {
    encoding: 'utf8',
  })
  return Number(/"pages":\s*(\d+)/.exec(stdout)?.[1])
}

const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))
try {
  console.log(`Node ${process.version}, ${values.runs} runs each, medians of whole processes`)
  for (const times of values.times.split(',').map(Number)) {
    const file = longIssue(issue, times, join(folder, `x${times}`))
    const wished = pagesOf(file) - 1
    const out = (name) => join(folder, `${name}.pdf`)
    const wish = ['--set', `pages=${wished}`]
    const subjects = [
      build('no wish', [file, '-q', '-o', out('plain')]),
      build(`${wished} pages, told`, [file, '-q', ...wish, '-o', out('told')]),
      build(`${wished} pages, fitted`, [
        file,
        '-q',
        ...wish,
        '--set',
        'fit={ mode: auto }',
        '-o',
        out('fitted'),
      ]),
    ]
    console.log(`\n${basename(issue)} × ${times}`)
    for (const figures of compare(subjects, Number(values.runs))) print(figures)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
