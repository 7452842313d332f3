// Loaded before a measured program, in the old way, which loads nothing besides: says its peak memory when it ends.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const file = process.env.BENCH_PEAK_FILE
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS))
})
