import type { DisplayList } from '../display/display-list.ts'
import { sameUpTo } from './excerpt.ts'

/** The texts that differ from the disk, by project path. */
export type TypedTexts = ReadonlyMap<string, string>

/** Where two states of the texts begin to differ, in the newer one; null where they do not. */
export function firstDifference(
  before: TypedTexts,
  after: TypedTexts,
): { readonly file: string; readonly offset: number } | null {
  for (const [file, text] of after) {
    const old = before.get(file)
    if (old !== undefined && old !== text) return { file, offset: sameUpTo(old, text) }
  }
  return null
}

/** Of these pages, the first that shows what stands at a place of a text; null for none. */
export function pageOfPlace(
  list: DisplayList,
  pages: readonly number[],
  { file, offset }: { readonly file: string; readonly offset: number },
): number | null {
  const found = pages.find((index) =>
    list.pages[index]?.items.some(
      ({ span }) => span !== null && span.file === file && span.from <= offset && offset <= span.to,
    ),
  )
  return found ?? null
}

/** Pages by how far they are from one; what is as far on comes before what is as far back. */
export function nearestFirst(pages: Iterable<number>, from: number): readonly number[] {
  const far = (page: number) => Math.abs(page - from) * 2 - (page > from ? 1 : 0)
  return [...pages].sort((a, b) => far(a) - far(b))
}
