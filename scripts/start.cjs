#!/usr/bin/env node
// Starts the bundled program with V8's code cache beside it, so that nothing is compiled that was compiled before.
// This file is written in the JavaScript that old Nodes read too, so that they can say which Node is needed.
'use strict'

var LEAST_NODE = '__LEAST_NODE__'

function isEnough(version) {
  var have = version.split('.').map(Number)
  var need = LEAST_NODE.split('.').map(Number)
  return have[0] > need[0] || (have[0] === need[0] && have[1] >= need[1])
}

if (isEnough(process.versions.node)) start()
else {
  process.exitCode = 2
  process.stderr.write(
    `jianbao 需要 Node.js ${LEAST_NODE} 以上，现在是 ${process.versions.node}。` +
      `jianbao needs Node.js ${LEAST_NODE} or later; this is ${process.versions.node}.\n`,
  )
}

/**
 * A build is short: V8 would spend a third of it on optimizing functions that soon are done; long builds still get it.
 * New objects stay in one small space that is used over and over: touching fresh memory costs more than collecting.
 * V8 complains of flags it does not know, so each of its versions gets those that were tried with it.
 */
function tune(setFlag) {
  var parts = process.versions.v8.split('.').map(Number)
  var major = parts[0]
  if (major < 11 || major > 14) return
  setFlag('--semi-space-growth-factor=1')
  if (major === 11 && parts[1] < 8) {
    setFlag('--interrupt-budget=2000000')
    setFlag('--no-baseline-batch-compilation')
    return
  }
  setFlag('--invocation-count-for-turbofan=50000')
  if (major < 13) return
  setFlag('--invocation-count-for-maglev=4000')
  setFlag('--invocation-count-for-maglev-osr=4000')
}

/**
 * A preview runs for hours: V8 optimizes it as it does by itself, and takes room for new objects as they want it. A key
 * after a pause would else meet a collection of everything, which small room brings about again and again.
 */
function runsLong() {
  return process.argv[2] === 'preview' || process.argv[2] === '--preview-thread'
}

function start() {
  const {
    constants: access,
    accessSync,
    closeSync,
    existsSync,
    fstatSync,
    openSync,
    readSync,
  } = require('node:fs')
  const { constants, Script } = require('node:vm')

  // Node keeps its own modules compiled, but only for the flags it was started with: what a build needs is loaded first.
  for (const name of ['zlib', 'crypto', 'os', 'process']) require(`node:${name}`)
  if (!runsLong()) tune(require('node:v8').setFlagsFromString)

  let room
  /** More than the program and what V8 keeps of it: what is not written to takes no memory. */
  const ROOM = 8 * 1024 * 1024

  /** A file's bytes, in the same memory as the last file's: half of the time of reading goes into fresh memory. */
  function bytesOf(path) {
    const opened = openSync(path)
    try {
      const { size } = fstatSync(opened)
      if (room === undefined || room.length < size) room = Buffer.allocUnsafeSlow(Math.max(size, ROOM))
      let end = 0
      for (let count = 1; count > 0 && end < size; end += count)
        count = readSync(opened, room, end, size - end, end)
      return room.subarray(0, end)
    } finally {
      closeSync(opened)
    }
  }

  /** Where V8 keeps what it has compiled of a file. */
  const cacheOf = (name) =>
    `${__dirname}/${name}-${process.versions.v8}-${process.platform}-${process.arch}.cache`

  /** V8 refuses what another version of it has made; then the program is compiled as usual. */
  function cached(name) {
    try {
      return bytesOf(cacheOf(name))
    } catch {
      return undefined
    }
  }

  /** Whether the package's own folder may be written to; who may do that could as well change the program itself. */
  function isOurs() {
    try {
      accessSync(__dirname, access.W_OK)
      return true
    } catch {
      return false
    }
  }

  /** What has run, by its name, with what it exports. */
  const ran = new Map()

  /** The two halves of the program ask for each other by these names; all else is for Node to find. */
  const find = (id) => (id === './program.cjs' || id === './late.cjs' ? run(id.slice(2, -4)) : require(id))

  function run(name) {
    if (ran.has(name)) return ran.get(name).program.exports
    const filename = `${__dirname}/${name}.cjs`
    const text = bytesOf(filename).latin1Slice()
    const script = new Script(text, {
      filename,
      cachedData: cached(name),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    room = undefined
    const program = { exports: {} }
    ran.set(name, { program, script })
    script.runInThisContext()(program.exports, find, program, filename, __dirname)
    return program.exports
  }

  run('program')

  // The first build with a Node keeps what it has compiled by its end, for that Node; so does the first command of another
  // kind with what only such commands run.
  const keeps = (name) => (name !== 'program' || process.argv[2] === 'build') && !existsSync(cacheOf(name))
  // What was compiled for other flags V8 refuses: a preview leaves nothing.
  if (runsLong()) return
  process.on('exit', (code) => {
    const fresh = code === 0 ? [...ran].filter(([name]) => keeps(name)) : []
    if (fresh.length === 0 || !require('node:worker_threads').isMainThread || !isOurs()) return
    for (const [name, { script }] of fresh) keep(script.createCachedData(), cacheOf(name))
  })
}

/** Whole or not at all: V8 trusts what it finds. */
function keep(bytes, cacheFile) {
  const { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } = require('node:fs')
  const temporary = `${cacheFile}.${process.pid}`
  try {
    const opened = openSync(temporary, 'wx', 0o644)
    try {
      if (writeSync(opened, bytes) < bytes.length) throw new Error('full')
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
    renameSync(temporary, cacheFile)
  } catch {
    rmSync(temporary, { force: true })
  }
}
