import type { SourceRun } from '../source-document.ts'

/** Whether a paragraph's number is the sign of a list. */
export function isBullet(number: string): boolean {
  return /^[•·●○▪■◆–o\uf000-\uf0ff-]$/.test(number)
}

/** With a blank where the number does not end with a mark of its own. */
export function numberBefore(number: string): string {
  return number === '' || /[、．，。）)：:]$/.test(number) ? number : `${number} `
}

/** What is told of tracked text. */
export function trackedKind(deleted: boolean, tracked: 'accept' | 'reject') {
  if (deleted) return tracked === 'accept' ? ('deleted' as const) : ('deleted-rejected' as const)
  return tracked === 'accept' ? ('inserted' as const) : ('inserted-rejected' as const)
}

/** Neighbours with the same looks as one, without blanks at the ends. */
export function trimmedRuns(runs: readonly SourceRun[]): readonly SourceRun[] {
  const joined: SourceRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const same =
      last &&
      last.bold === run.bold &&
      last.emphasis === run.emphasis &&
      last.raised === run.raised &&
      last.size === run.size
    if (last && same) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  const first = joined[0]
  if (first) joined[0] = { ...first, text: first.text.trimStart() }
  const last = joined.at(-1)
  if (last) joined[joined.length - 1] = { ...last, text: last.text.trimEnd() }
  return joined.filter((run) => run.text !== '')
}
