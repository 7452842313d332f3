// Preloaded into a measured process: says its peak memory when it ends.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const file = process.env.BENCH_PEAK_FILE
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS))
})
