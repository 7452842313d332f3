// An esbuild plugin: the program loads sharp's JavaScript from one file beside it, in place of some sixty, which cost more
// than making a small picture. What is compiled for the machine stays where npm has put it, and is looked for as sharp
// itself would.
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'

const FILE = 'sharp.cjs'

export function sharpInOne() {
  return {
    name: 'sharp-in-one',
    setup({ onResolve }) {
      onResolve({ filter: /^sharp$/ }, () => ({ path: `./${FILE}`, external: true }))
    },
  }
}

/** Where another sharp is installed than the one that was bundled, that one is loaded. */
const ENTRY = `module.exports =
  __ofSharp('../package.json').version === __version ? require('sharp') : __ofSharp('./index.cjs')`

/** Bundles it into `folder`; gives what it was made of, by esbuild's account. */
export function buildSharp(folder, options) {
  const root = dirname(folder)
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/sharp/package.json'), 'utf8'))
  return build({
    ...options,
    absWorkingDir: root,
    stdin: { contents: ENTRY, resolveDir: root },
    outfile: join(folder, FILE),
    format: 'cjs',
    minify: true,
    metafile: true,
    plugins: [compiledOut()],
    define: { __version: JSON.stringify(version) },
    banner: {
      js: "const{createRequire:__within}=require('node:module'),__ofSharp=__within(__within(__filename).resolve('sharp'));",
    },
  })
}

/** What is asked for by these names is compiled for the machine, or is not there. */
const COMPILED = /\brequire\((?=["'`](?:@img\/sharp-|\.\.\/src\/build\/))/g
/** What only names of colours, other versions of libvips and failures want is loaded when they come. */
const LATER = {
  'colour.cjs': [
    ["const color = require('@img/colour');", ''],
    [' color(value)', " require('@img/colour')(value)"],
  ],
  'libvips.cjs': [
    ["const { spawnSync } = require('node:child_process');", ''],
    ["const { createHash } = require('node:crypto');", ''],
    ["const semver = require('semver');", ''],
    [
      'semver.coerce(minimumLibvipsVersionLabelled).version',
      "minimumLibvipsVersionLabelled.replace(/^\\D+/, '')",
    ],
    [' semver.', " require('semver')."],
    ['!semver.', "!require('semver')."],
    [' spawnSync(', " require('node:child_process').spawnSync("],
    [' createHash(', " require('node:crypto').createHash("],
  ],
}

function compiledOut() {
  return {
    name: 'compiled-out',
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /[\\/]sharp[\\/]dist[\\/]\w+\.cjs$/ }, ({ path }) => ({
        contents: later(path, readFileSync(path, 'utf8').replace(COMPILED, '__ofSharp(')),
        loader: 'js',
      }))
      onResolve({ filter: /^child_process$/ }, ({ path }) => ({ path: `node:${path}`, external: true }))
    },
  }
}

function later(path, text) {
  return (LATER[basename(path)] ?? []).reduce((made, [from, to]) => {
    if (!made.includes(from)) throw new Error(`${path} has no longer: ${from}`)
    return made.replaceAll(from, to)
  }, text)
}
