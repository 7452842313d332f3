// Builds a publication's issues together, and one alone: node bench/many-issues.js [--dist FOLDER] [--counts 20,100,300]
// Processor time (user and system) of `build --all` for each issue, and of one build beside its neighbours, with what is
// known of their heads in the cache folder and without; how many issue files the one build opened.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = dirname(fileURLToPath(import.meta.url))
const { values } = parseArgs({
  options: {
    dist: { type: 'string' },
    counts: { type: 'string', default: '20,100,300' },
    cores: { type: 'string', default: '2' },
  },
})
const program = join(resolve(values.dist ?? join(here, '../dist')), 'cli.cjs')
const home = mkdtempSync(join(tmpdir(), 'jianbao-many-'))

const SENTENCES = [
  '检修队对旧管线进行夜间更换，逐户张贴停水告知，联系社区为行动不便的老人送去用水。',
  '书房由老粮仓改建，藏书一万二千册，每晚开到九点，周末有志愿者给孩子讲故事。',
  '夜市摊位统一编号，油烟净化、垃圾分类同步到位，附近居民的投诉比上月少了六成。',
  '河道清淤分三段进行，淤泥就地固化用于护坡，工期比原计划提前十一天。',
]

/** An issue of about two pages, other than its neighbours. */
function issueText(at) {
  const date = new Date(Date.UTC(2000, 0, 3 + 7 * at)).toISOString().slice(0, 10)
  const article = (one) =>
    `    - title: 第${at + 1}期第${one + 1}篇报道\n      body: |\n        ${Array.from({ length: 6 }, (_, line) => SENTENCES[(at + one + line) % 4]).join('')}\n      credit: 柳溪区服务中心\n`
  const articles = (from) => [0, 1, 2].map((one) => article(from + one)).join('')
  return `date: ${date}\nsections:\n  要闻:\n${articles(0)}  交流:\n${articles(3)}`
}

const OBSERVER = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
let opened = 0
const open = fs.openSync
const seen = (path) => /[/]issues[/][^/]*[.]yaml$/.test(String(path)) && (opened += 1)
fs.openSync = (path, ...given) => (seen(path), open(path, ...given))
const read = fs.readFileSync
fs.readFileSync = (path, ...given) => (typeof path === 'string' && seen(path), read(path, ...given))
syncBuiltinESMExports()
process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  fs.writeFileSync(process.env.BENCH_FIGURES, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, opened }))
})
`

function run(args, cache) {
  const figures = join(home, 'figures.json')
  const observer = join(home, 'observer.mjs')
  writeFileSync(observer, OBSERVER)
  const env = { ...process.env, BENCH_FIGURES: figures, JIANBAO_CACHE: cache }
  const node = ['--import', observer, program]
  const ran = spawnSync(process.execPath, [...node, 'build', ...args, '-q'], {
    cwd: home,
    env,
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return JSON.parse(readFileSync(figures, 'utf8'))
}

try {
  writeFileSync(
    join(home, 'publication.yaml'),
    'bulletin: 1\nname: 柳溪工作简报\nissuer: 柳溪区服务中心\nfrequency: weekly\nsections: [要闻, 交流]\n',
  )
  mkdirSync(join(home, 'issues'))
  let made = 0
  for (const count of values.counts.split(',').map(Number)) {
    for (; made < count; made += 1)
      writeFileSync(join(home, `issues/${String(made).padStart(4, '0')}.yaml`), issueText(made))
    // Files that were changed just now are read each time.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500)
    const one = join('issues', '0001.yaml')
    const cache = join(home, `cache-${count}`)
    const alone = [run([one], 'off'), run([one], cache), run([one], cache)]
    const all = run(['--all'], 'off')
    const told = alone.map(({ cpu, opened }) => `${cpu.toFixed(0)} ms (${opened} files)`)
    console.log(
      `${count} issues: --all ${(all.cpu / count).toFixed(1)} ms of processor an issue; one: ${told[0]} without cache, ${told[1]} at first, ${told[2]} then`,
    )
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
