import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/|^(?:data|https?|ftp|file|javascript):/i
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A path as a file names it: where it leads in the project, or why it may not be read. */
export type PathReading = { readonly path: string } | { readonly problem: Diagnostic }

/**
 * A path beside the file that names it, as a project path with `/`. Nothing is decoded or expanded;
 * addresses, absolute paths, drives, home folders and paths that leave the project are refused.
 */
export function resolvePath(written: string, fromFile: string, span: Span): PathReading {
  const refused = (code: 'E-NET' | 'E-PATH' | 'E-PATH-NAME', replacement?: string): PathReading => ({
    problem: diagnostic(code, span, { file: written }, replacement === undefined ? {} : { replacement }),
  })
  if (ADDRESS.test(written)) return refused(/^file:/i.test(written) ? 'E-PATH' : 'E-NET')
  if (/^(?:\/|~|[a-z]:|\\)/i.test(written)) return refused('E-PATH')
  if (written.includes('\\')) return refused('E-PATH-NAME', written.replace(/\\/g, '/'))
  const parts = written.split('/')
  if (parts.some(isNoName)) return refused('E-PATH-NAME')
  const path = normalised([...fromFile.split('/').slice(0, -1), ...parts])
  return path === null ? refused('E-PATH') : { path }
}

/** Control characters and the signs that Windows does not allow in names; `:` also begins a stream there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: such names are what is looked for
const UNFIT = /[\u0000-\u001f:*?"<>|]/

function isNoName(part: string): boolean {
  return RESERVED.test(part) || UNFIT.test(part) || (/[ .]$/.test(part) && !/^\.{1,2}$/.test(part))
}

/** The parts without `.` and `..`; null when they lead out of the project. */
function normalised(parts: readonly string[]): string | null {
  const kept: string[] = []
  for (const [index, part] of parts.entries()) {
    if (part === '.' || (part === '' && index > 0)) continue
    if (part !== '..') kept.push(part)
    else if (kept.length === 0 || kept.at(-1) === '') return null
    else kept.pop()
  }
  return kept.length === 0 ? null : kept.join('/')
}

/** A file's name without folders and extension. */
export function stemOf(path: string): string {
  const name = path.split('/').at(-1) ?? ''
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}
