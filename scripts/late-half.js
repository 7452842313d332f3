// The program in two files: what every build runs, and what few commands want. Closures of functions, and what V8 keeps
// of those it has not compiled, cost time at every start, run or not. Neither file has code of the other: the late one
// asks the program for the modules they share, so that there is one of each.
import { join, relative, sep } from 'node:path'
import { build } from 'esbuild'

/** What is imported by import() and stands here goes into the late file, with all that only it needs. */
const LATE = [
  /^src\/cli\/commands\/(?!build\.ts|check\.ts)/,
  /^src\/cli\/(?:ask|diff-lines|help|open-file|watch-issue)\.ts$/,
  /^src\/report\/(?:explain\/|report-)/,
  /^src\/importers\//,
  /^src\/build\/(?:build-many|build-worker|circulation-docx|in-their-places|same-output)\.ts$/,
  /^src\/products\/(?!screen-pdf|convert-picture)/,
  /^src\/(?:issue\/again\/.*|display\/in-source|typeset-again)\.ts$/,
  /^src\/project\/changes-against\.ts$/,
  /^src\/preview\//,
]

/** The file's name in dist. */
export const LATE_FILE = 'late.cjs'

/**
 * Builds both from `entry` into the folder of `options.outdir`. Gives esbuild's results. Sources' names are their paths from `root`, with / between.
 */
export async function buildHalves({ root, entry, options }) {
  const asked = new Set()
  const first = await build({
    ...options,
    stdin: { contents: `import './${entry}'`, resolveDir: root },
    plugins: [lateOut(root, asked), ...options.plugins],
    write: false,
  })
  const early = new Set(Object.keys(first.metafile.inputs))
  const wanted = new Set()
  const late = (mangleCache) =>
    build({
      ...options,
      mangleCache,
      stdin: { contents: lateEntry([...asked].sort()), resolveDir: root, sourcefile: 'late' },
      outfile: join(root, options.outdir, LATE_FILE),
      outdir: undefined,
      plugins: [earlyOut(root, early, wanted), ...options.plugins],
    })
  await late({})
  const made = await build({
    ...options,
    stdin: { contents: programEntry(entry, [...wanted].sort()), resolveDir: root, sourcefile: 'program' },
    outfile: join(root, options.outdir, 'program.cjs'),
    outdir: undefined,
    plugins: [lateOut(root, asked), ...options.plugins],
  })
  // A private member keeps one short name in both, so that no class of the one hides what it has from the other.
  return [made, await late(made.mangleCache)]
}

/** The program's side: what is imported late, when it is first wanted, from the other file. */
function lateOut(root, asked) {
  return {
    name: 'late-out',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        const file = inRoot(root, join(resolveDir, path))
        if (!LATE.some((one) => one.test(file))) return undefined
        asked.add(file)
        return { path: file, namespace: 'late' }
      })
      onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
        contents: `module.exports = require('./${LATE_FILE}').late('${path}')`,
        loader: 'js',
      }))
      onResolve({ filter: /^\.\/late\.cjs$/, namespace: 'late' }, ({ path }) => ({ path, external: true }))
    },
  }
}

/** The late file's side: what the program has already, from there. */
function earlyOut(root, early, wanted) {
  return {
    name: 'early-out',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /.*/ }, async ({ path, pluginData, ...given }) => {
        if (pluginData === 'resolved' || given.kind === 'entry-point') return undefined
        if (given.namespace === 'early') return { path, external: true }
        const found = await resolve(path, {
          importer: given.importer,
          namespace: given.namespace,
          resolveDir: given.resolveDir,
          kind: given.kind,
          pluginData: 'resolved',
        })
        if (found.errors.length > 0 || found.external) return found
        const name =
          found.namespace === 'file' ? inRoot(root, found.path) : `${found.namespace}:${found.path}`
        if (found.namespace !== 'file' || !early.has(name)) return found
        wanted.add(name)
        return { path: name, namespace: 'early' }
      })
      onLoad({ filter: /.*/, namespace: 'early' }, ({ path }) => ({
        contents: `module.exports = require('./program.cjs').early('${path}')`,
        loader: 'js',
      }))
    },
  }
}

/** A module is run when it is first asked for. */
const choice = (name, files) => `export function ${name}(file) {
  switch (file) {
${files.map((file) => `case '${file}': return require('./${file}')`).join('\n')}
  }
}`

const lateEntry = (files) => choice('late', files)

/** The program begins when all of its file has run: what it loads late may ask for any module. */
const programEntry = (entry, files) => `${choice('early', files)}
import './${entry}'`

const inRoot = (root, file) => relative(root, file).split(sep).join('/')
