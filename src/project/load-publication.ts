import { type Diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import { publicationKeys } from '../issue/language/publication-keys.ts'
import { defaultLimits } from '../issue/limits.ts'
import { readingOf, readNodes } from '../issue/read-file.ts'
import { namedDesign } from '../issue/settings/read-design.ts'
import { type PublicationReading, readPublication } from '../issue/settings/read-publication.ts'
import type { PublicationPlace } from './find-issue.ts'
import { diskFiles } from './project-files.ts'
import { readSource, shownPath } from './read-source.ts'

/** A publication's settings and their text. */
export interface LoadedPublication {
  readonly reading: PublicationReading | null
  readonly sources: ReadonlyMap<string, SourceText>
}

/** Reads publication.yaml by itself. `reading` is null when there are errors. */
export function loadPublication(place: PublicationPlace): Outcome<LoadedPublication> {
  const files = diskFiles(place.root)
  const { value: source, diagnostics: read } = readSource(
    files,
    shownPath(place.root, place.publication),
    null,
    undefined,
  )
  if (source === null) return { value: { reading: null, sources: new Map() }, diagnostics: read }
  const diagnostics: Diagnostic[] = [...read]
  const sources = new Map([[source.file, source]])
  const options = { limits: defaultLimits, keepInvisible: false }
  const nodes = readNodes(source, options)
  diagnostics.push(...nodes.diagnostics)
  const reading = readingOf(source, diagnostics)
  const value = nodes.value === null ? undefined : publicationKeys.read(nodes.value, source.file, reading)
  if (!value || hasErrors(diagnostics)) return { value: { reading: null, sources }, diagnostics }
  const design = namedDesign(value.design, {
    read(path, span) {
      const outcome = readSource(files, path, span, undefined)
      if (outcome.value) sources.set(path, outcome.value)
      return outcome
    },
    publication: source.file,
    options,
    diagnostics,
  })
  const settled = design && readPublication(value, design, reading)
  return { value: { reading: hasErrors(diagnostics) ? null : settled, sources }, diagnostics }
}
