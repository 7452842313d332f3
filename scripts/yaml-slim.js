// An esbuild plugin: of yaml only what src uses, its lexer and parser; the rest would be run at every start. A name that
// is not listed here ends the bundling with an error.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's own ES modules, which `yaml` itself does not open to imports. */
const parse = join(dirname(fileURLToPath(import.meta.resolve('yaml'))), '../browser/dist/parse')

const WRITERS = /^export \{[^}]*\} from '\.\/cst-(?:scalar|stringify|visit)\.js';$/gm

function withoutWriters(source) {
  if (source.match(WRITERS)?.length !== 3)
    throw new Error('scripts/yaml-slim.js does not know this version of yaml')
  return source.replace(WRITERS, '')
}

export function yamlSlim() {
  return {
    name: 'yaml-slim',
    setup(build) {
      build.onResolve({ filter: /^yaml$/ }, ({ path }) => ({ path, namespace: 'yaml-slim' }))
      build.onLoad({ filter: /.*/, namespace: 'yaml-slim' }, () => ({
        contents: "export { Lexer } from './lexer.js'; export { Parser } from './parser.js'",
        resolveDir: parse,
        loader: 'js',
      }))
      // What writes and changes tokens is exported beside what names them, by a file that both need.
      build.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]parse[\\/]cst\.js$/ }, async ({ path }) => ({
        contents: withoutWriters(await readFile(path, 'utf8')),
        loader: 'js',
      }))
    },
  }
}
