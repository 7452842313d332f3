// Bundles the command line and the library into dist/, writes the type declarations and V8's code cache.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { toAscii } from './ascii.js'
import { beside, buildBeside, licencesOf } from './beside.js'
import { lateBuiltins } from './late-builtins.js'
import { buildHalves, LATE_FILE } from './late-half.js'
import { pdfkitSlim } from './pdfkit-slim.js'
import { PLAIN_MEMBERS, plainMembers } from './plain-members.js'
import { keepPublicTypes } from './public-types.js'
import { buildSharp, sharpInOne } from './sharp-in-one.js'
import { yamlSlim } from './yaml-slim.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
/** “20.12” of package.json's `engines`. */
const leastNode = manifest.engines.node.replace(/[^\d.]/g, '')

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Shortened for a quicker start.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  external: ['sharp'],
  // The first that knows a package has it: pdfkit's own wish for fontkit is none.
  plugins: [pdfkitSlim(), yamlSlim(), beside(), lateBuiltins()],
  metafile: true,
  logLevel: 'warning',
}

rmSync(dist, { recursive: true, force: true })
const library = await build({
  ...common,
  entryPoints: { index: 'src/index.ts', typography: 'src/typography.ts' },
  splitting: true,
  format: 'esm',
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
/** Parts of the program that are files of their own, by their names in dist. */
const APART = { 'preview-server': 'src/preview/server.ts', topics: 'src/cli/topics/answer.ts' }
/** A file of CommonJS whose names are short too; reports of our own faults give line and column. */
const script = {
  ...common,
  format: 'cjs',
  minifyIdentifiers: true,
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
}
// The preview's server, and what is told of topics and keys, are files of their own: no build reads them.
const server = await build({
  ...script,
  entryPoints: APART,
  define: { 'import.meta.url': '__moduleUrl', __version: JSON.stringify(manifest.version) },
  banner: { js: "const __moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
})
// The command line is CommonJS: only a classic script can be given a code cache.
const halves = await buildHalves({
  root,
  entry: 'src/cli/main.ts',
  options: {
    ...common,
    plugins: [sharpInOne(), apart(), plainMembers(), ...common.plugins],
    mangleProps: PLAIN_MEMBERS,
    format: 'cjs',
    // Names too: the program is a quarter shorter, and so is reading it. Reports of our own faults give line and column,
    // which the map beside it turns into places in src.
    minifyIdentifiers: true,
    sourcemap: 'external',
    sourcesContent: false,
    // Read as one byte a character, which takes half the memory.
    charset: 'ascii',
    // A script that comes from the code cache has no loader for import(): what is loaded late is required.
    supported: { 'dynamic-import': false },
    // The global `performance` would load a module of Node's that nothing else needs.
    define: {
      'import.meta.url': '__moduleUrl',
      'performance.now': '__now',
      __version: JSON.stringify(manifest.version),
      __leastNode: JSON.stringify(leastNode),
    },
    // start.cjs runs the text as it is: joined to a wrapper at every start, all of it would be copied.
    banner: {
      js: "(function(exports,require,module,__filename,__dirname){const __moduleUrl=require('node:url').pathToFileURL(__filename).href,__now=()=>Number(process.hrtime.bigint())/1e6;",
    },
    footer: { js: '})' },
  },
})
for (const file of ['program.cjs', LATE_FILE]) writeAscii(join(dist, file))
const alone = { bundle: true, platform: 'node', target: 'node20', legalComments: 'none' }
const packages = [...(await buildBeside(dist, alone)), await buildSharp(dist, alone)]
const page = await buildPage()
const metafiles = [library, ...halves, server, page, ...packages].map((made) => made.metafile)
writeFileSync(join(dist, 'third-party-licenses.txt'), licencesOf(metafiles, root))
const start = readFileSync(join(root, 'scripts/start.cjs'), 'utf8')
writeFileSync(join(dist, 'cli.cjs'), start.replace('__LEAST_NODE__', leastNode))
chmodSync(join(dist, 'cli.cjs'), 0o755)
writeCodeCache()

if (!process.argv.includes('--no-types')) {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  keepPublicTypes(join(dist, 'types'), ['index.d.ts', 'typography.d.ts'])
}

/** The program loads those parts when they are wanted. */
function apart() {
  return {
    name: 'apart',
    setup({ onResolve }) {
      for (const [name, file] of Object.entries(APART)) {
        const ending = file.slice('src'.length).replace('/cli', '')
        onResolve({ filter: new RegExp(`${ending.replace('.', '\\.')}$`) }, () => ({
          path: `./${name}.cjs`,
          external: true,
        }))
      }
    },
  }
}

/** The page of the preview: all that a browser loads, in one folder. */
async function buildPage() {
  const folder = 'src/preview/page'
  return build({
    absWorkingDir: root,
    entryPoints: [
      `${folder}/index.html`,
      `${folder}/icon.svg`,
      `${folder}/page.css`,
      { in: `${folder}/main.tsx`, out: 'page' },
    ].map((one) =>
      typeof one === 'string' ? { in: one, out: one.slice(folder.length + 1).replace(/\.\w+$/, '') } : one,
    ),
    outdir: 'dist/preview',
    bundle: true,
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    format: 'esm',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.html': 'copy', '.svg': 'copy' },
    metafile: true,
    logLevel: 'warning',
  })
}

/** The first build keeps what it has compiled; that of the example does so here. Without it all works, only slower. */
function writeCodeCache() {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-build-'))
  try {
    execFileSync(
      process.execPath,
      [join(dist, 'cli.cjs'), 'build', 'issues/2026-06.yaml', '-q', '-o', join(folder, 'example.pdf')],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Read as one byte a character, other characters would be others. */
function writeAscii(file) {
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'))
  const { code, mappings } = toAscii(readFileSync(file, 'utf8'), map.mappings)
  writeFileSync(file, code)
  writeFileSync(`${file}.map`, JSON.stringify({ ...map, mappings }))
}
