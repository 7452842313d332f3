import type { ArticleDraft, BriefDraft } from '../issue/write/draft.ts'
import type { BodyDraft } from '../issue/write/write-body.ts'
import type { ImportFinding } from './report/finding.ts'
import type { SourceFile, SourcePicture } from './source-document.ts'

/** A picture of a contribution; its place in the body names its index here. */
export interface ContributedPicture extends Pick<SourcePicture, 'ratio' | 'alt' | 'crop'> {
  readonly file: SourceFile | null
  readonly caption: ArticleDraft['title']
  readonly credit: string
}

/** One article as it was understood (来稿一篇). */
export interface Contribution
  extends Pick<ArticleDraft, 'title' | 'titleBreaks' | 'shoulder' | 'subtitle' | 'note' | 'credit'> {
  readonly body: readonly BodyDraft[]
  readonly pictures: readonly ContributedPicture[]
  readonly findings: readonly ImportFinding[]
}

/** What one file gave. */
export interface Understood {
  readonly articles: readonly Contribution[]
  readonly briefs: readonly BriefDraft[]
  /** Of the file as a whole, or of no one article. */
  readonly findings: readonly ImportFinding[]
}
