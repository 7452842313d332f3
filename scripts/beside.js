// An esbuild plugin: packages that few builds need are files of their own beside the program, loaded when they are.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

/** By the name that sources import: the file, and what it hands on. */
const BESIDE = {
  fontkit: { file: 'fontkit.cjs', contents: "export { create } from 'fontkit'" },
  'hyphen/en-us/index.js': {
    file: 'english.cjs',
    contents: "module.exports = require('hyphen/en-us/index.js')",
  },
  fflate: { file: 'fflate.cjs', contents: "export { Inflate, zipSync } from 'fflate'" },
  saxes: { file: 'saxes.cjs', contents: "export { SaxesParser } from 'saxes'" },
  uqr: { file: 'uqr.cjs', contents: "export { encode } from 'uqr'" },
  'postal-mime': { file: 'postal-mime.cjs', contents: "module.exports = require('postal-mime').default" },
  'word-extractor': { file: 'word-extractor.cjs', contents: "module.exports = require('word-extractor')" },
}

export function beside() {
  const filter = new RegExp(`^(?:${Object.keys(BESIDE).join('|')})$`)
  return {
    name: 'beside',
    setup({ onResolve }) {
      onResolve({ filter }, ({ path }) => ({ path: `./${BESIDE[path].file}`, external: true }))
    },
  }
}

/** Bundles those packages into `folder`; gives what they were made of, by esbuild's account. */
export function buildBeside(folder, options) {
  const all = Object.values(BESIDE).map(({ file, contents }) =>
    build({
      ...options,
      stdin: { contents, resolveDir: dirname(folder) },
      outfile: join(folder, file),
      format: 'cjs',
      minify: true,
      metafile: true,
    }),
  )
  return Promise.all(all)
}

/** The licences of every package that went into bundles: their terms want the notice in each copy. */
export function licencesOf(metafiles, root) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs))
  const folders = inputs.flatMap(
    (input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? [],
  )
  return [...new Set(folders)]
    .sort()
    .map((folder) => licenceOf(join(root, folder)))
    .join('\n')
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const rule = '='.repeat(72)
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.\w+)?$/i.test(one))
  const notice =
    file === undefined ? noticeOf(name, license) : readFileSync(join(folder, file), 'utf8').trim()
  return `${rule}\n${name} ${version} (${license})\n${rule}\n\n${notice}\n`
}

/** Who holds the rights in packages that name only their licence; as their repositories have it. */
const HOLDERS = {
  fontkit: 'Devon Govett',
  dfa: 'Devon Govett',
  brotli: 'Devon Govett and the Brotli Authors',
  saxes: 'Louis-Dominique Dubeau and contributors to sax',
}

function noticeOf(name, license) {
  const holder = HOLDERS[name]
  const terms = { MIT, ISC }[license]
  if (holder === undefined || terms === undefined) throw new Error(`${name} has no notice`)
  return `Copyright ${holder}\n\n${terms}`
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`
