/**
 * Typesets Chinese bulletins (简报). `render` makes an issue from memory, `build` from files; the rest are their stages.
 *
 * @packageDocumentation
 */
export type { FontFace, FontLibrary } from './assets/font.ts'
export { type FontSources, openFontLibrary, type UserFont } from './assets/font-library.ts'
export { type Hyphenate, loadHyphenation } from './assets/hyphenation.ts'
export type { Assets, ImageAsset } from './assets/image.ts'
export { readImage } from './assets/read-image.ts'
export type { Diagnostic, Outcome } from './base/diagnostic.ts'
export type { KeyPlace, SourceText, Span } from './base/source.ts'
export { type BuildOptions, type BuildResult, build, type Product } from './build/build-issue.ts'
export type { BuildStep, Painted } from './build/make-issue.ts'
export type { ProductKind } from './build/product-kinds.ts'
export { type Rendered, type RenderRequest, render } from './build/render.ts'
export {
  type ChangedPages,
  type FileSession,
  type FileSessionRequest,
  type MemorySession,
  type MemorySessionRequest,
  openSession,
  type Session,
  type SessionBuild,
  type SessionOf,
} from './build/session.ts'
export type { DisplayItem, DisplayList, DisplayPage } from './display/display-list.ts'
export { dump } from './display/dump.ts'
export { boxesAt, type PageBox, spanAt } from './display/source-map.ts'
export type { IssueInput, IssueInputZh, PublicationInput, PublicationInputZh } from './issue/input.ts'
export type { Article, Brief, Issue, Publication, Section } from './issue/issue.ts'
export { readIssue } from './issue/read-issue.ts'
export type { FitReport } from './page/fit/report.ts'
export { paintPdf } from './paint/pdf/paint-pdf.ts'
export type { Preflight } from './products/preflight.ts'
export type { FileContent, FileLookup, FileSource } from './project/memory-files.ts'
export { formatDiagnostic, formatReport } from './report/report.ts'
export { type DiagnosticPlace, placeOf } from './report/report-json.ts'
export { type Language, type Words, wordsOf } from './report/words.ts'
export { typeset } from './typeset.ts'
