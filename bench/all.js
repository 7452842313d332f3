// All that is measured, in one command: node bench/all.js [ISSUE] [--quick]
// Cold and warm builds beside Typst, build --watch, page wishes, many issues, photographs and the preview, one after the
// other, so that none disturbs another. The figures of docs/speed.md come from here. --quick is for a first look.
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './long-issue.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
})
const few = values.quick
const BENCHES = [
  ['Cold', 'cold-build.js', positionals, few ? ['--runs', '3', '--times', '1,10'] : []],
  ['Warm', 'warm-build.js', positionals, few ? ['--edits', '20', '--times', '1,10'] : []],
  ['Watch', 'watch.js', positionals, few ? ['--edits', '10', '--times', '1'] : []],
  ['Page wishes', 'wishes.js', positionals, few ? ['--runs', '3', '--times', '1'] : []],
  ['Many issues', 'many-issues.js', [], ['--counts', few ? '20' : '100']],
  ['Photographs', 'photographs.js', [], few ? ['--count', '4'] : []],
  ['Preview', 'preview.js', [], few ? ['--edits', '10', '--times', '1'] : []],
]

const [cpu] = cpus()
console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model}, ${process.platform}`)
for (const [name, file, issue, options] of BENCHES) {
  console.log(`\n## ${name}`)
  const { status } = spawnSync(process.execPath, [join(root, 'bench', file), ...issue, ...options], {
    stdio: 'inherit',
  })
  if (status !== 0) console.log(`  ${file} ended with ${status}: what it wants is not here, the rest goes on`)
}
