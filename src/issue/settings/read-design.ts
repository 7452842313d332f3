import type { Diagnostic, Outcome } from '../../base/diagnostic.ts'
import type { SourceText, Span } from '../../base/source.ts'
import { builtInDesigns } from '../../design/built-in-designs.ts'
import type { Design } from '../../design/design.ts'
import type { Looks } from '../../design/looks.ts'
import { type DesignChanges, type PartOf, settled, stated } from '../../design/settled.ts'
import { type DesignFileValue, designKeys, LOOK_GROUPS, lookKey } from '../language/design-keys.ts'
import type { DesignName } from '../language/design-name.ts'
import { lookTable } from '../language/look-keys.ts'
import type { Length } from '../language/values.ts'
import { resolvePath } from '../paths.ts'
import { type FileOptions, readingOf, readNodes } from '../read-file.ts'
import { bodySize, designChanges, points } from './design-changes.ts'

/** A design that a publication stands on, and what its file says when it has one. */
export interface NamedDesign {
  readonly design: Design
  readonly file: DesignFileValue | null
}

/** What a design is looked for with. */
export interface DesignSources {
  /** The text of a design's file by project path; null, with a diagnostic, when it cannot be read. */
  readonly read: (path: string, span: Span) => Outcome<SourceText | null>
  /** Paths typed on the command line count from this file. */
  readonly publication: string
  readonly options: FileOptions
  readonly diagnostics: Diagnostic[]
}

/** The design that `design:` names, the first built-in one when it names none; null for a file that has errors. */
export function namedDesign(name: DesignName | undefined, sources: DesignSources): NamedDesign | null {
  if (name === undefined) return { design: builtInDesigns[0] as Design, file: null }
  if ('builtIn' in name) return { design: name.builtIn, file: null }
  const { value: written, span } = name.file
  const beside = span.file.startsWith('--set ') ? sources.publication : span.file
  const path = resolvePath(written, beside, span)
  if ('path' in path) return designOfFile(path.path, span, sources)
  sources.diagnostics.push(path.problem)
  return null
}

function designOfFile(path: string, span: Span, sources: DesignSources): NamedDesign | null {
  const { diagnostics } = sources
  const source = sources.read(path, span)
  diagnostics.push(...source.diagnostics.map(ofDesign))
  if (source.value === null) return null
  const nodes = readNodes(source.value, sources.options)
  diagnostics.push(...nodes.diagnostics)
  if (nodes.value === null) return null
  const file = designKeys().read(nodes.value, path, readingOf(source.value, diagnostics))
  if (file?.based_on === undefined) return null
  const design = { ...settled(file.based_on, fileChanges(file, file.based_on)), name: path, zh: path }
  return { design, file }
}

/** A file that is not there is no photograph still to come. */
function ofDesign(one: Diagnostic): Diagnostic {
  return one.code === 'E-MISSING' ? { ...one, code: 'E-NO-DESIGN' } : one
}

/** All that a design's file says, as changes to the design it is based on. */
function fileChanges(file: DesignFileValue, base: Design): DesignChanges {
  return {
    ...designChanges(file, base),
    ...stated<Pick<Design, 'rows' | 'looks'>>({
      rows: stated<Design['rows']>({
        section: file.rows?.section,
        headlineOne: file.rows?.headline_one,
        headlineMore: file.rows?.headline_more,
        subhead: file.rows?.subhead,
      }),
      looks: lookChanges(file, bodySize(file, base)),
    }),
  }
}

/** The looks that a file gives, group by group. */
function lookChanges(file: DesignFileValue, em: number): PartOf<Looks> | undefined {
  const values = file as unknown as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>
  const groups = (Object.keys(LOOK_GROUPS) as (keyof Looks)[]).map((group) => {
    const written = values[LOOK_GROUPS[group][0]] ?? {}
    const members = Object.keys(lookTable()[group]).map((member) => {
      return [member, settledLook(written[lookKey(member)], em)] as const
    })
    return [group, stated<Record<string, unknown>>(Object.fromEntries(members))] as const
  })
  return stated<Looks>(Object.fromEntries(groups) as PartOf<Looks>)
}

function settledLook(written: unknown, em: number): unknown {
  return typeof written === 'object' && written !== null ? points(written as Length, em) : written
}
