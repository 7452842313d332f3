import type { Article, Brief, Issue, Section } from '../issue.ts'

/** A value without the places it was read from, at any depth. */
export type Placeless<T> = T extends readonly (infer U)[]
  ? readonly Placeless<U>[]
  : T extends object
    ? { readonly [K in keyof T as K extends 'span' | 'creditSpan' ? never : K]: Placeless<T[K]> }
    : T

export type ArticleDraft = Placeless<Article>
export type BriefDraft = Placeless<Brief>
export type SectionDraft = Pick<Placeless<Section>, 'name'> & {
  readonly articles: readonly ArticleDraft[]
  readonly briefs: readonly BriefDraft[]
}

/** What an issue's file can be written from: an issue that was read, or one put together by an importer. */
export type IssueDraft = Pick<Placeless<Issue>, 'date' | 'supplement' | 'title' | 'status'> & {
  readonly sections: readonly SectionDraft[]
} & Partial<Pick<Placeless<Issue>, 'pages' | 'fit' | 'approved' | 'note' | 'ear'>> & {
    /** null leaves the number to be computed. */
    readonly number: number | null
    readonly total: number | null
    /** null for `auto`. */
    readonly contents: boolean | null
  }
