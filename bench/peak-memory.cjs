// Loaded before a measured program, in the old way, which loads nothing besides: says its peak memory and its processor time when it ends.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const file = process.env.BENCH_PEAK_FILE
  if (file) writeFileSync(file, JSON.stringify(process.resourceUsage()))
})
