import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, createServerModuleRunner } from 'vite'
import { ROOT, subjects, testFiles } from './subjects.js'
import * as testApi from './test-api.js'

/**
 * One process that has all tests loaded once, with every mutant built in: to try a mutant is to switch it on and
 * to run the tests that reach it, the quickest first, up to the first that fails. What is worked out while modules
 * load is loaded again for its mutant. A mutant that never comes to an end is stopped by counting, not by a clock.
 */

/** A test that makes so many times more steps than it should runs for ever. */
const STEPS_FACTOR = 8
const STEPS_MORE = 200_000
/** The process's own time in milliseconds, whatever else the machine does. */
const spentTime = () => process.cpuUsage().user / 1000

/** Milliseconds of tests that one mutant is worth; slower tests than this are left out. */
const MOST_TEST = 3000
const MOST_ALL = 20_000
/** Those below are surveyed a second time, without what the first time worked out for good. */
const MOST_TWICE = 400

// A test that began something and failed before awaiting it; the one that awaits it says so.
process.on('unhandledRejection', () => {})

let on = -1
let steps = 0
let mostSteps = Number.POSITIVE_INFINITY
let hits = null

globalThis.$mutant = (number) => {
  steps += 1
  if (steps > mostSteps) throw new Error('the mutant runs for ever')
  if (hits !== null) hits[number] = 1
  return number === on
}

const sources = subjects()
const texts = new Map(sources.map(({ file, text }) => [join(ROOT, file), text]))
const all = sources.flatMap(({ mutants }) => mutants)
globalThis.$testApi = testApi
// As many draws as `npm run test:fast` has, from the same seed; but all samples.
process.env.MODE = 'fast'
process.env.ALL_SAMPLES = '1'
const SEEDED = join(ROOT, 'tests/seeded-fast-check.ts')

/** The tests' own interface in place of vitest's. */
function withOurApi(text) {
  return text.replace(/import (\{[^}]*\}) from 'vitest'/, 'const $1 = globalThis.$testApi')
}

const server = await createServer({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  ssr: { external: ['fast-check'] },
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      resolveId: (name, from) => (name === 'fast-check' && from !== SEEDED ? SEEDED : null),
      load: (id) => texts.get(id) ?? null,
      transform: (text, id) => (id.startsWith(join(ROOT, 'tests')) ? withOurApi(text) : null),
    },
  ],
})
const modules = createServerModuleRunner(server.environments.ssr, { hmr: false })
globalThis.$resetModules = () => modules.clearCache()

async function load(file) {
  testApi.newFile()
  await modules.import(join(ROOT, file))
  return testApi
    .declared()
    .filter((test) => !test.skipped)
    .map((test) => ({ ...test, file }))
}

async function loadAll() {
  modules.clearCache()
  const tests = []
  for (const file of testFiles()) {
    try {
      tests.push(...(await load(file)))
    } catch (error) {
      console.error(`${file} does not load: ${error.message}`)
    }
  }
  return tests
}

/** Suites from the outermost. */
function suitesOf(test) {
  const suites = []
  for (let suite = test.suite; suite; suite = suite.parent) suites.unshift(suite)
  return suites
}

/** Runs a test with its hooks; `ready` holds the suites whose first hooks have run. */
async function run(test, ready) {
  const suites = suitesOf(test)
  for (const suite of suites) {
    if (ready.has(suite)) continue
    ready.add(suite)
    for (const hook of suite.beforeAll) await hook()
  }
  for (const suite of suites) for (const hook of suite.beforeEach) await hook()
  try {
    await test.run({})
  } finally {
    for (const suite of suites) for (const hook of suite.afterEach) await hook()
  }
}

async function passes(test, ready) {
  try {
    await run(test, ready)
    return true
  } catch {
    return false
  }
}

/** What each test reaches, how long it takes and how many steps it makes, with no mutant on. */
async function survey(wanted) {
  hits = new Uint8Array(all.length)
  const tests = await loadAll()
  const loading = wanted.filter((number) => hits[number])
  const record = async (test) => {
    hits = new Uint8Array(all.length)
    steps = 0
    const start = spentTime()
    // First hooks belong to what each test reaches.
    const passed = await passes(test, new Set())
    const reached = wanted.filter((number) => hits[number])
    return { passed, time: spentTime() - start, steps, reached }
  }
  const first = []
  for (const test of tests) first.push(await record(test))
  const second = []
  for (const [at, one] of first.entries()) second.push(one.time < MOST_TWICE ? await record(tests[at]) : one)
  hits = null
  for (const [at, one] of second.entries())
    if (!one.passed) console.error(`fails by itself: ${tests[at].file} › ${tests[at].name}`)
  const again = new Set(second.flatMap((one) => one.reached))
  // What is worked out once and kept is reached by the first pass only.
  const once = new Set([
    ...loading,
    ...first.flatMap((one) => one.reached).filter((number) => !again.has(number)),
  ])
  return { once: [...once], records: second, tests }
}

/** The verdict on one mutant; a null test means that none noticed. */
async function judge(number, tests, records, isOnce) {
  if (isOnce) return judgeLoaded(number, tests, records)
  const reaching = tests
    .map((test, at) => ({ test, record: records[at] }))
    .filter(({ record }) => record.passed && record.time < MOST_TEST && record.reached.includes(number))
    .sort((a, b) => a.record.time - b.record.time)
  if (reaching.length === 0) return { verdict: 'not reached', by: null }
  on = number
  return killed(reaching)
}

async function killed(reaching) {
  const ready = new Set()
  let spent = 0
  for (const { test, record } of reaching) {
    spent += record.time
    if (spent > MOST_ALL) break
    steps = 0
    mostSteps = record.steps * STEPS_FACTOR + STEPS_MORE
    const passed = await passes(test, ready)
    mostSteps = Number.POSITIVE_INFINITY
    if (!passed) return { verdict: 'killed', by: `${test.file} › ${test.name}` }
  }
  return { verdict: 'survived', by: null }
}

/** With everything loaded anew, file by file: those of the mutant's own folder first. */
async function judgeLoaded(number, tests, records) {
  on = number
  modules.clearCache()
  const room = all[number].file.split('/')[1]
  const files = [...new Set(tests.map((test) => test.file))]
  const cost = (file) => tests.reduce((sum, one, at) => sum + (one.file === file ? records[at].time : 0), 0)
  const near = (file) => (file.split('/')[1] === room || file.includes('conformance') ? 0 : 1)
  files.sort((a, b) => near(a) - near(b) || cost(a) - cost(b))
  for (const file of files) {
    let fresh
    mostSteps = Number.POSITIVE_INFINITY
    try {
      steps = 0
      mostSteps = 50_000_000
      fresh = await load(file)
    } catch {
      mostSteps = Number.POSITIVE_INFINITY
      return { verdict: 'killed', by: file }
    }
    const known = new Map(tests.map((test, at) => [`${test.file} › ${test.name}`, records[at]]))
    const found = await killed(
      fresh
        .map((test) => ({ test, record: known.get(`${file} › ${test.name}`) }))
        .filter(({ record }) => record?.passed && record.time < MOST_TEST),
    )
    if (found.verdict === 'killed') return found
  }
  return { verdict: 'survived', by: null }
}

process.once('message', async ({ wanted, surveyed }) => {
  const known = existsSync(surveyed) ? JSON.parse(readFileSync(surveyed, 'utf8')) : null
  const found = known ? { ...known, tests: await loadAll() } : await survey(wanted)
  if (!known) {
    writeFileSync(surveyed, JSON.stringify({ once: found.once, records: found.records }))
    process.send({
      surveyed: found.records.length,
      time: found.records.reduce((sum, one) => sum + one.time, 0),
    })
  }
  const once = new Set(found.once)
  const order = [...wanted.filter((one) => !once.has(one)), ...wanted.filter((one) => once.has(one))]
  for (const number of order) {
    process.send({ starts: number })
    const verdict = await judge(number, found.tests, found.records, once.has(number))
    on = -1
    process.send({ number, ...verdict })
  }
  process.send({ done: true })
  process.disconnect()
  process.exit(0)
})
