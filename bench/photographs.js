// Builds an issue with 12 photographs of 12 megapixels: node bench/photographs.js [--dist FOLDER] [--keep FOLDER] [--cores N] [--fits column,page]
// For pictures as wide as a column and as wide as the page: size of the screen PDF, peak memory, time and processor time with
// an empty picture cache and with a full one, how many cores worked, and how long the main thread was held up.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import sharp from 'sharp'

const here = dirname(fileURLToPath(import.meta.url))
const { values } = parseArgs({
  options: {
    dist: { type: 'string' },
    keep: { type: 'string' },
    count: { type: 'string', default: '12' },
    cores: { type: 'string' },
    fits: { type: 'string', default: 'column,page' },
  },
})
const program = join(resolve(values.dist ?? join(here, '../dist')), 'cli.cjs')
const folder = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'jianbao-photographs-'))
const [width, height] = [4000, 3000]

/** Gray noise of one grain: small pictures enlarged give forms, large ones give grain. */
function grain(part, sigma) {
  const noise = { type: 'gaussian', mean: 128, sigma }
  const [w, h] = [Math.ceil(width * part), Math.ceil(height * part)]
  return sharp({ create: { width: w, height: h, channels: 3, background: '#808080', noise } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .png({ compressionLevel: 0 })
    .toBuffer()
}

/** A made picture with forms of all sizes and a sensor's grain; about 4 MB as a telephone's JPEG. */
async function photograph(file) {
  const layers = [
    [1 / 500, 60],
    [1 / 160, 40],
    [1 / 50, 30],
    [1 / 16, 22],
    [1 / 5, 14],
    [1, 6],
  ]
  const [base, ...over] = await Promise.all(layers.map(([part, sigma]) => grain(part, sigma)))
  await sharp(base)
    .composite(over.map((input) => ({ input, blend: 'soft-light' })))
    .withExif({ IFD3: { GPSLatitude: '30/1 40/1 0/1' } })
    .jpeg({ quality: 92 })
    .toFile(file)
}

function issueWith(names, fit) {
  const text = '检修队对旧管线进行夜间更换，逐户张贴停水告知，联系社区为行动不便的老人送去用水。'.repeat(4)
  const articles = names.map(
    (name, i) =>
      `    - title: 第${i + 1}篇供水报道\n      body: |\n        ${text}\n      images: [{ src: ${name}, caption: 检修现场, fit: ${fit} }]\n`,
  )
  return `date: 2026-01-05\nnumber: ${fit === 'page' ? 2 : 1}\nsections:\n  要闻:\n${articles.join('')}`
}

const OBSERVER = `
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
if (process.env.BENCH_CORES) os.availableParallelism = () => Number(process.env.BENCH_CORES)
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  // maxRSS counts the process that this one was forked from, which has made the photographs.
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'latin1') : ''
  const peak = Number(/VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? maxRSS)
  writeFileSync(process.env.BENCH_FIGURES, JSON.stringify({ mib: peak / 1024, cpu: (userCPUTime + systemCPUTime) / 1000, held: delay.max / 1e6 }))
})
`

function once(issue, output, cache) {
  const figures = join(folder, 'figures.json')
  const observer = join(folder, 'observer.mjs')
  writeFileSync(observer, OBSERVER)
  const start = process.hrtime.bigint()
  const run = spawnSync(
    process.execPath,
    ['--import', observer, program, 'build', issue, '-q', '-o', output],
    {
      env: { ...process.env, BENCH_FIGURES: figures, BENCH_CORES: values.cores ?? '', JIANBAO_CACHE: cache },
      encoding: 'utf8',
    },
  )
  const ms = Number(process.hrtime.bigint() - start) / 1e6
  if (run.status !== 0) throw new Error(run.stderr)
  return { ms, ...JSON.parse(readFileSync(figures, 'utf8')), mb: statSync(output).size / 1e6 }
}

try {
  const home = join(folder, 'issues')
  mkdirSync(home, { recursive: true })
  writeFileSync(
    join(folder, 'publication.yaml'),
    'bulletin: 1\nname: 柳溪工作简报\nissuer: 柳溪区服务中心\nsections: [要闻]\n',
  )
  const names = Array.from({ length: Number(values.count) }, (_, i) => `${i + 1}.jpg`)
  for (const name of names) if (!existsSync(join(home, name))) await photograph(join(home, name))
  const given = names.reduce((sum, name) => sum + statSync(join(home, name)).size, 0) / 1e6
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores; ${names.length} photographs, ${given.toFixed(0)} MB`,
  )
  for (const fit of values.fits.split(',')) {
    const issue = join(home, `${fit}.yaml`)
    writeFileSync(issue, issueWith(names, fit))
    const cache = join(folder, `cache-${fit}`)
    for (const state of ['empty', 'full']) {
      const one = once(issue, join(folder, `${fit}.pdf`), cache)
      console.log(
        `  ${fit.padEnd(7)} ${state.padEnd(6)} cache ${one.ms.toFixed(0).padStart(7)} ms ${one.mib.toFixed(0).padStart(5)} MiB ${one.mb.toFixed(2).padStart(6)} MB, ${one.cpu.toFixed(0).padStart(6)} ms of processor on ${(one.cpu / one.ms).toFixed(1)} cores, main thread held ${one.held.toFixed(0)} ms at most`,
      )
    }
  }
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}
