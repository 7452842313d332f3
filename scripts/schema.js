// Writes schema/zh and schema/en: the JSON Schemas of the language, made from the table that validates it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bundle = await build({
  absWorkingDir: root,
  entryPoints: ['src/issue/json-schema.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  external: ['yaml'],
})
const { jsonSchema } = await import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`)

for (const language of ['zh', 'en']) {
  const folder = join(root, 'schema', language)
  mkdirSync(folder, { recursive: true })
  for (const name of ['publication', 'issue', 'article', 'design']) {
    const text = `${JSON.stringify(jsonSchema(name, language), null, 2)}\n`
    writeFileSync(join(folder, `${name}.schema.json`), text)
  }
}
