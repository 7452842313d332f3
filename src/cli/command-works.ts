import type { Run } from './command-table.ts'

const works: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  start: () => import('./commands/start.ts'),
  init: () => import('./commands/init.ts'),
  new: () => import('./commands/new.ts'),
  import: () => import('./commands/import.ts'),
  review: () => import('./commands/review.ts'),
  build: () => import('./commands/build.ts'),
  preview: () => import('./commands/preview.ts'),
  check: () => import('./commands/check.ts'),
  status: () => import('./commands/status.ts'),
  stats: () => import('./commands/stats.ts'),
  fonts: () => import('./commands/fonts.ts'),
  fmt: () => import('./commands/fmt.ts'),
  schema: () => import('./commands/schema.ts'),
  explain: () => import('./commands/explain.ts'),
  doctor: () => import('./commands/doctor.ts'),
  completion: () => import('./commands/completion.ts'),
}

/** A command's work by its name in the table of commands: loaded only when the command runs. */
export async function workOf(command: string): Promise<{ readonly run: Run }> {
  const load = works[command]
  if (load === undefined) throw new Error(`nothing does the work of ${command}`)
  return load()
}
