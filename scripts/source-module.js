// Modules of the project written in TypeScript, for scripts.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** What a TypeScript module of the project exports; packages are taken from the project's own node_modules. */
export async function sourceModule(root, entry) {
  const made = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  const file = join(root, 'output', `module-${process.pid}-${entry.replace(/\W+/g, '-')}.mjs`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, made.outputFiles[0].contents)
  try {
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(file, { force: true })
  }
}
