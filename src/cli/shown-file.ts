import { shownFrom } from '../project/shown-file.ts'

/** A file as people type it from where they are. */
export function shownFile(file: string): string {
  return shownFrom(process.cwd(), file)
}
