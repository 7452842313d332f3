import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from './package-folder.ts'

/** A schema by the name it has in a project's `schema/`. */
export interface SchemaFile {
  readonly name: string
  readonly text: string
}

/** The schemas that come with the program; editors are offered keys in this language, and both are accepted. */
export function schemaFiles(keys: 'zh' | 'en'): readonly SchemaFile[] {
  const folder = join(packageFolder, 'schema', keys)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}
