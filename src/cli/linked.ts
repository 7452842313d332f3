import { pathToFileURL } from 'node:url'

/** Words that open a file at a click, for a terminal that shows links (OSC 8). */
export function linked(words: string, file: string): string {
  return `\u001b]8;;${pathToFileURL(file).href}\u001b\\${words}\u001b]8;;\u001b\\`
}
