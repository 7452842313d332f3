import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

/** The part of vitest's interface that our tests use; what they declare is kept in `files` and run by the bench. */

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect)

const suiteOf = (parent, skipped) => ({
  parent,
  skipped,
  beforeAll: [],
  afterAll: [],
  beforeEach: [],
  afterEach: [],
})

let suite = suiteOf(null, false)
let tests = []

/** Starts a file: what is declared from here on is its own. */
export function newFile() {
  suite = suiteOf(null, false)
  tests = []
}

/** What the file has declared: each test with its name, its function and the suites it stands in. */
export function declared() {
  return tests
}

const callback = (args) => args.find((one) => typeof one === 'function')

function describeOne(name, skipped, run) {
  const outer = suite
  suite = suiteOf(outer, outer.skipped || skipped)
  suite.name = name
  run?.()
  suite = outer
}

function testOne(name, skipped, run) {
  if (run) tests.push({ name: fullName(name), suite, run, skipped: skipped || suite.skipped })
}

function fullName(name) {
  const names = [String(name)]
  for (let one = suite; one.parent; one = one.parent) names.unshift(String(one.name))
  return names.join(' › ')
}

const rowsOf = (row) => (Array.isArray(row) ? row : [row])

function declarer(one) {
  const with_ = (skipped) => {
    const declare = (name, ...args) => one(name, skipped, callback(args))
    declare.each =
      (rows) =>
      (name, ...args) => {
        const run = callback(args)
        for (const [at, row] of rows.entries()) one(`${name} ${at + 1}`, skipped, () => run(...rowsOf(row)))
      }
    declare.for =
      (rows) =>
      (name, ...args) => {
        const run = callback(args)
        for (const [at, row] of rows.entries()) one(`${name} ${at + 1}`, skipped, () => run(row, { expect }))
      }
    return declare
  }
  const declare = with_(false)
  declare.skip = with_(true)
  declare.skipIf = (condition) => with_(Boolean(condition))
  declare.runIf = (condition) => with_(!condition)
  return declare
}

export const describe = declarer(describeOne)
export const test = declarer(testOne)
export const beforeAll = (run) => suite.beforeAll.push(run)
export const afterAll = (run) => suite.afterAll.push(run)
export const beforeEach = (run) => suite.beforeEach.push(run)
export const afterEach = (run) => suite.afterEach.push(run)

/** Loads what is imported from here on anew: the bench says how. */
export const vi = { resetModules: () => globalThis.$resetModules() }
