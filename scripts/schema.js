// Writes what is made from the tables that validate the language: its JSON Schemas (schema/zh, schema/en) and the types
// of a program's objects (src/issue/input.ts).
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sourceModule } from './source-module.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { jsonSchema } = await sourceModule(root, 'src/issue/json-schema.ts')
const { inputTypes } = await sourceModule(root, 'src/issue/input-types.ts')

writeFileSync(join(root, 'src/issue/input.ts'), inputTypes())
for (const language of ['zh', 'en']) {
  const folder = join(root, 'schema', language)
  mkdirSync(folder, { recursive: true })
  for (const name of ['publication', 'issue', 'article', 'design']) {
    const text = `${JSON.stringify(jsonSchema(name, language), null, 2)}\n`
    writeFileSync(join(folder, `${name}.schema.json`), text)
  }
}
