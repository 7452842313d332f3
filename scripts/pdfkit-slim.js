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

/**
 * What pdfkit 0.20.2 does when it is loaded and when a document is made, for all that is not its container. A pattern
 * that does not match ends the bundling with an error.
 */
const CUTS = [
  // Its drawing, text, fonts, pictures, forms: a document only begins and ends them.
  [
    /^mixin\(MetadataMixin\);\n(?:mixin\(\w+\);\n){12}/m,
    `const nothing = () => {};
for (const name of ['Metadata', 'Color', 'Vector', 'Fonts', 'Text', 'Images', 'Outline', 'Markings', 'Tables', 'Subset'])
  PDFDocument.prototype['init' + name] = nothing;
for (const name of ['Outline', 'Markings', 'Metadata', 'AcroForm']) PDFDocument.prototype['end' + name] = nothing;
`,
  ],
  [/^const require\$1 = createRequire\(import\.meta\.url\);\nregisterStdFontLoaders\(\{[\s\S]*?\}\);$/m, ''],
  // Its own file identifier, which ours takes the place of, and encryption.
  [/^ {4}this\._id = PDFSecurity\.generateFileID\(this\.info\);$/m, ''],
  [/^ {4}this\._security = PDFSecurity\.create\(this, options\);$/m, ''],
  [/ {4}if \(this\.options\.autoFirstPage !== false\) \{\n {6}this\.addPage\(\);\n {4}\}\n/, ''],
  [/this\.page = new PDFPage\(this, options \|\| documentOptions\);/, ''],
  [
    /^export \{ LineWrapper, PDFDocument, PDFDocument as default, registerFile \};$/m,
    'export { PDFDocument as default };',
  ],
]

function containerOnly(source) {
  return CUTS.reduce((slim, [what, instead]) => {
    if (!what.test(slim))
      throw new Error(`scripts/pdfkit-slim.js does not know this version of pdfkit: ${what}`)
    return slim.replace(what, () => instead)
  }, source)
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
        contents: containerOnly(await readFile(path, 'utf8')),
        loader: 'js',
      }))
    },
  }
}
