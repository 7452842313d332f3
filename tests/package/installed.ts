import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { keepPublicTypes } from '../../scripts/public-types.js'
import { ensureBundle, programFile } from '../cli/bundle.ts'

export const ROOT = join(import.meta.dirname, '../..')

/** The package as it is built, in a folder of its own. */
export function builtPackage(): string {
  ensureBundle()
  return dirname(dirname(programFile()))
}

const consumers: string[] = []
process.on('exit', () => {
  for (const folder of consumers) rmSync(folder, { recursive: true, force: true })
})

/** A new folder with the package in its `node_modules`. */
export function consumer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-consumer-'))
  consumers.push(folder)
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(builtPackage(), join(folder, 'node_modules/jianbao'))
  return folder
}

/** Makes the declarations that the package ships; gives their paths in it. */
export function makeTypes(): readonly string[] {
  const types = join(builtPackage(), 'dist/types')
  rmSync(types, { recursive: true, force: true })
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.types.json', '--outDir', types], { cwd: ROOT })
  return [...keepPublicTypes(types, ['index.d.ts', 'typography.d.ts'])]
}
