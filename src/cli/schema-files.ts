import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packageFolder } from '../project/package-folder.ts'

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

/** Whether a file is a schema that this program wrote, in whichever language: it has the title of one. */
export function isOwnSchema(file: string): boolean {
  const title = titleOf(readFileSync(file, 'utf8'))
  const alike = [...schemaFiles('zh'), ...schemaFiles('en')].filter(({ name }) => name === basename(file))
  return title !== null && alike.some(({ text }) => titleOf(text) === title)
}

function titleOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { title?: unknown } | null)?.title ?? null
  } catch {
    return null
  }
}
