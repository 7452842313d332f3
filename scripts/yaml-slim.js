// An esbuild plugin: of yaml only what src uses, its lexer and parser; the rest would be run at every start. A name that
// is not listed here ends the bundling with an error.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's own ES modules, which `yaml` itself does not open to imports. */
const parse = join(dirname(fileURLToPath(import.meta.resolve('yaml'))), '../browser/dist/parse')

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
    },
  }
}
