import { join, resolve } from 'node:path'
import { hasErrors } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import { writeFile } from '../../project/write-file.ts'
import type { Given } from '../command-table.ts'
import { reportFailure } from '../report-runs.ts'
import { isOwnSchema, type SchemaFile, schemaFiles } from '../schema-files.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'

/** `jianbao schema [WHICH] [--write [FOLDER]]`: the JSON Schemas that editors complete from. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const files = schemaFiles(options.keys === 'zh' ? 'zh' : 'en')
  const wanted = args[0] === undefined ? files : files.filter(({ name }) => name.startsWith(`${args[0]}.`))
  if (options.write !== undefined) {
    return write(terminal, wanted, options.write === true ? 'schema' : String(options.write))
  }
  const [only] = wanted
  if (args[0] !== undefined && only) {
    terminal.result(only.text)
    return 0
  }
  const all = Object.fromEntries(files.map(({ name, text }) => [name.split('.')[0], JSON.parse(text)]))
  terminal.result(`${JSON.stringify(all, null, 2)}\n`)
  return 0
}

async function write(terminal: Terminal, files: readonly SchemaFile[], folder: string): Promise<number> {
  for (const { name, text } of files) {
    const path = join(resolve(folder), name)
    const faults = await writeFile(path, new TextEncoder().encode(text), [], {
      replaces: isOwnSchema,
      cwd: process.cwd(),
    })
    if (hasErrors(faults)) {
      return reportFailure(terminal, failedRun(null, faults))
    }
    terminal.say(shownFile(path))
  }
  return 0
}
