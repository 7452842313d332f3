import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Of package.json, what concerns those who install it: nothing that is run here, nothing that is only used here. */
const SHIPPED = [
  'name',
  'version',
  'description',
  'keywords',
  'license',
  'repository',
  'homepage',
  'bugs',
  'type',
  'engines',
  'bin',
  'exports',
  'files',
  'dependencies',
]

/** Makes the folder that is published: `files` of the project at `root`, a README of its own, no scripts. */
export function makeNpmFolder({ root, files, folder }) {
  rmSync(folder, { recursive: true, force: true })
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  rmSync(join(folder, 'README.zh-CN.md'), { force: true })
  cpSync(join(here, 'README.md'), join(folder, 'README.md'))
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const shipped = SHIPPED.filter((key) => manifest[key] !== undefined).map((key) => [key, manifest[key]])
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(Object.fromEntries(shipped), null, 2)}\n`)
}
