#!/usr/bin/env node
// Starts the bundled program with V8's code cache beside it, so that nothing is compiled that was compiled before.
// A cache of another version of Node is refused by V8 itself and the program is compiled as usual.
'use strict'
const { closeSync, fstatSync, openSync, readSync, writeFileSync } = require('node:fs')
const { setFlagsFromString } = require('node:v8')
const { constants, Script } = require('node:vm')

// Node keeps its own modules compiled, but only for the flags it was started with: what a build needs is loaded first.
for (const name of ['zlib', 'crypto', 'os', 'process']) require(`node:${name}`)

// A build is short: V8 would spend a third of it on optimizing functions that soon are done. Long builds still get it.
setFlagsFromString('--interrupt-budget=2000000')

// New objects stay in one small space that is used over and over: touching fresh memory costs more than collecting.
setFlagsFromString('--semi-space-growth-factor=1')

const file = `${__dirname}/program.cjs`
const cacheFile = `${__dirname}/program.cache`

let room = Buffer.allocUnsafeSlow(2 * 1024 * 1024)

/** A file's bytes, in the same memory as the last file's: half of the time of reading goes into fresh memory. */
function bytesOf(path) {
  const opened = openSync(path)
  try {
    const { size } = fstatSync(opened)
    if (room.length < size) room = Buffer.allocUnsafeSlow(size)
    let end = 0
    for (let count = 1; count > 0 && end < size; end += count)
      count = readSync(opened, room, end, size - end, end)
    return room.subarray(0, end)
  } finally {
    closeSync(opened)
  }
}

function cached() {
  try {
    return bytesOf(cacheFile)
  } catch {
    return undefined
  }
}

const text = bytesOf(file).latin1Slice()
const script = new Script(text, {
  filename: file,
  cachedData: cached(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
})
room = undefined
const program = { exports: {} }
script.runInThisContext()(program.exports, require, program, file, __dirname)

// Only `npm run build` sets this: what a whole build has compiled by its end goes into the cache.
if (process.env.JIANBAO_CODE_CACHE === 'write') {
  process.on('exit', () => writeFileSync(cacheFile, script.createCachedData()))
}
