// An esbuild plugin: pdfkit as the container of a PDF and nothing else. What it would load for its own text, fonts,
// pictures and encryption is left out of the bundle; whoever called it would get an error that says so.
import { readFile } from 'node:fs/promises'

const STUBS = {
  fontkit: "export const create = () => { throw new Error('pdfkit is bundled without its fonts') }",
  linebreak:
    "export default class { constructor() { throw new Error('pdfkit is bundled without its text') } }",
  'png-js':
    "export default class { constructor() { throw new Error('pdfkit is bundled without its pictures') } }",
  '@noble/ciphers/aes':
    "const no = () => { throw new Error('pdfkit is bundled without encryption') }; export { no as cbc, no as ecb }",
}

/** Declarations of pdfkit 0.20.2 that are worked out or filled when it is loaded and serve encryption only. */
const TABLES =
  /^const (unassigned_code_points|commonly_mapped_to_nothing|non_ASCII_space_characters|non_ASCII_controls_characters|non_character_codepoints|bidirectional_r_al|bidirectional_l) = \[[\s\S]*?\];$/gm
const HASH_CONSTANTS = /^const K512 = \(\(\) => split\(\[[\s\S]*?\]\.map\(n => BigInt\(n\)\)\)\)\(\);$/m
const EXPECTED_TABLES = 7

function withoutTables(source) {
  let count = 0
  const slim = source.replace(TABLES, (_, name) => {
    count++
    return `const ${name} = [];`
  })
  if (count !== EXPECTED_TABLES || !HASH_CONSTANTS.test(slim)) {
    throw new Error(`scripts/pdfkit-slim.js does not know this version of pdfkit (${count} tables)`)
  }
  return slim.replace(HASH_CONSTANTS, 'const K512 = [[], []];')
}

export function pdfkitSlim() {
  return {
    name: 'pdfkit-slim',
    setup(build) {
      const filter = new RegExp(`^(${Object.keys(STUBS).join('|')})$`)
      build.onResolve({ filter }, ({ path, importer }) =>
        /[\\/]pdfkit[\\/]js[\\/]/.test(importer) ? { path, namespace: 'pdfkit-slim' } : undefined,
      )
      build.onLoad({ filter: /.*/, namespace: 'pdfkit-slim' }, ({ path }) => ({
        contents: STUBS[path],
        loader: 'js',
      }))
      build.onLoad({ filter: /[\\/]pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/ }, async ({ path }) => ({
        contents: withoutTables(await readFile(path, 'utf8')),
        loader: 'js',
      }))
    },
  }
}
