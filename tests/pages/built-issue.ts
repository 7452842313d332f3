import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import type { Design } from '../../src/design/design.ts'
import type { DisplayList } from '../../src/display/display-list.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { paintPdf } from '../../src/paint/pdf/paint-pdf.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { projectAt } from '../../src/project/issue-project.ts'
import { loadAssets, loadIssue } from '../../src/project/load.ts'
import { diskFiles } from '../../src/project/project-files.ts'
import { typeset } from '../../src/typeset.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The real issue whose text lies beside the project on some machines; null elsewhere. */
export const realIssue = existing(join(ROOT, '../shared/data/bulletin-2023-12/issue.yaml'))
export const exampleIssue = join(ROOT, 'issues/2026-06.yaml')
export const smallIssue = join(ROOT, 'issues/2026-05.yaml')

function existing(file: string): string | null {
  return existsSync(file) ? file : null
}

/** An issue set from its files, with all that was said on the way. */
export interface SetIssue {
  readonly issue: Issue
  readonly design: Design
  readonly list: DisplayList
  readonly diagnostics: readonly Diagnostic[]
  paint(): Promise<Uint8Array>
}

/** Reads and sets an issue; `sets` as the command line's `--set`. */
export async function setIssue(file: string, sets: Readonly<Record<string, string>> = {}): Promise<SetIssue> {
  const { value: place } = findIssue(file, ROOT)
  if (place === null) throw new Error(`no issue at ${file}`)
  const options = { sets: Object.entries(sets).map(([key, value]) => ({ key, value })) }
  const loaded = loadIssue(projectAt(place), options)
  const { issue } = loaded.value
  if (issue === null) throw new Error(JSON.stringify(loaded.diagnostics, null, 1))
  const from = { files: diskFiles(place.root), sources: loaded.value.sources, cacheFolder: null }
  const assets = await loadAssets(issue, from)
  const set = typeset(issue, assets.value.assets)
  return {
    issue,
    design: issue.publication.design,
    list: set.value,
    diagnostics: [...loaded.diagnostics, ...assets.diagnostics, ...set.diagnostics],
    paint: () => paintPdf(set.value, assets.value.assets),
  }
}

/** The Han characters of a text, in order. */
export function hanOf(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '')
}

/** Every Han character of an issue's own text, in reading order; pictures and page furniture left out. */
export function hanOfIssue(issue: Issue): string {
  const inline = (texts: readonly { readonly text: string }[] | null) =>
    (texts ?? []).map((one) => one.text).join('')
  const parts: string[] = []
  for (const section of issue.sections) {
    parts.push(section.name)
    for (const article of section.articles) {
      parts.push(inline(article.shoulder), inline(article.title), inline(article.subtitle))
      parts.push(...article.note.map(inline))
      for (const block of article.body) {
        if (block.kind === 'paragraph' || block.kind === 'subheading') parts.push(inline(block.text))
        if (block.kind === 'list') parts.push(...block.items.map(inline))
        if (block.kind === 'quotation') parts.push(...block.paragraphs.map(inline))
        if (block.kind === 'table') {
          parts.push(...block.header.map((cell) => inline(cell.text)))
          parts.push(...block.rows.flat().map((cell) => inline(cell.text)))
        }
      }
      for (const unit of article.credit?.units ?? []) parts.push(unit.name, ...unit.people)
    }
    for (const brief of section.briefs) {
      parts.push(inline(brief.text))
      for (const unit of brief.credit?.units ?? []) parts.push(unit.name, ...unit.people)
    }
  }
  return hanOf(parts.join(''))
}

/** The first place where `wanted` is no longer a subsequence of `text`; null when it is one. */
export function lostFrom(wanted: string, text: string): string | null {
  let at = 0
  for (const [index, character] of [...wanted].entries()) {
    const found = text.indexOf(character, at)
    if (found < 0) return [...wanted].slice(Math.max(0, index - 10), index + 10).join('')
    at = found + character.length
  }
  return null
}
