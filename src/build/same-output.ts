import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { headsOnDisk, heldHeads, type IssueHeads } from '../project/issue-heads.ts'
import { projectAt } from '../project/issue-project.ts'
import { type LoadOptions, loadIssue } from '../project/load.ts'
import { outputPath } from '../project/output-path.ts'
import { shownFrom } from '../project/shown-file.ts'

/**
 * The first two of several issues whose products would have one name, so that only the later one would be left; null
 * when all differ. Names that only some systems tell apart count as one. Issues that cannot be read have no product.
 */
export function sameOutput(
  places: readonly IssuePlace[],
  options: LoadOptions & { readonly cwd: string; readonly heads?: IssueHeads | undefined },
): Diagnostic | null {
  const heads = options.heads ?? heldHeads(headsOnDisk)
  const taken = new Map<string, string>()
  for (const place of places) {
    const { issue } = loadIssue(projectAt(place, heads), options).value
    const output = issue === null ? null : outputPath(place.root, issue, 'pdf').value
    if (output === null) continue
    const known = output.normalize('NFC').toLowerCase()
    const first = taken.get(known)
    if (first !== undefined) {
      const shown = (file: string) => shownFrom(options.cwd, file)
      const values = { first: shown(first), second: shown(place.issue), file: shown(output) }
      return diagnostic('E-OUTPUT-SAME', null, values)
    }
    taken.set(known, place.issue)
  }
  return null
}
