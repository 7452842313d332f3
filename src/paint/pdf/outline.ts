import type { DisplayPage, OutlineEntry } from '../../display/display-list.ts'
import type { Container, Ref } from './container.ts'
import { destination } from './links.ts'
import { name, type PdfDictionary, textString } from './syntax.ts'

interface Branch {
  readonly entry: OutlineEntry
  readonly ref: Ref
  readonly parent: Ref
  readonly children: Branch[]
}

/** Entries as a tree: each below the last one of a smaller level. */
function branches(container: Container, entries: readonly OutlineEntry[], root: Ref): Branch[] {
  const top: Branch[] = []
  const open: Branch[] = []
  for (const entry of entries) {
    while (open.length > 0 && (open.at(-1) as Branch).entry.level >= entry.level) open.pop()
    const above = open.at(-1)
    const branch: Branch = { entry, ref: container.reserve(), parent: above?.ref ?? root, children: [] }
    ;(above?.children ?? top).push(branch)
    open.push(branch)
  }
  return top
}

function countOf(branch: Branch): number {
  return branch.children.reduce((sum, child) => sum + 1 + countOf(child), 0)
}

function ends(children: readonly Branch[]): PdfDictionary {
  return { First: children[0]?.ref.value, Last: children.at(-1)?.ref.value }
}

/** Writes the outline (书签, 12.3.3), all of it open; null when there are no entries. */
export function putOutline(
  container: Container,
  entries: readonly OutlineEntry[],
  pages: readonly Ref[],
  list: readonly DisplayPage[],
): Ref | null {
  if (entries.length === 0 || pages.length === 0) return null
  const root = container.reserve()
  const top = branches(container, entries, root)
  const put = (siblings: readonly Branch[]): void => {
    siblings.forEach((branch, i) => {
      const count = countOf(branch)
      container.put(branch.ref, {
        Title: textString(branch.entry.title),
        Parent: branch.parent.value,
        Prev: siblings[i - 1]?.ref.value,
        Next: siblings[i + 1]?.ref.value,
        ...ends(branch.children),
        Count: count > 0 ? count : undefined,
        Dest: destination(pages, list, branch.entry),
      })
      put(branch.children)
    })
  }
  put(top)
  container.put(root, {
    Type: name('Outlines'),
    ...ends(top),
    Count: top.reduce((sum, branch) => sum + 1 + countOf(branch), 0),
  })
  return root
}
