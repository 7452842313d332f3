import type { ArticleDraft } from '../../issue/write/draft.ts'
import type { BodyDraft } from '../../issue/write/write-body.ts'
import { articleToMarkdown } from '../../issue/write/write-issue.ts'
import type { ContributedPicture, Contribution } from '../contribution.ts'

/** Where a contribution's picture lies, or null for a placeholder. */
export interface PlacedPicture {
  readonly src: string | null
  /** Words of the placeholder. */
  readonly placeholder: string
}

/** Photographs near the usual 3:2 are set so; others keep their own. */
const USUAL = [1.25, 1.85] as const

/** A contribution as the text of a Markdown file at `file`; its pictures in the order of the contribution. */
export function articleText(article: Contribution, file: string, places: readonly PlacedPicture[]): string {
  const ids = distinct(places.map(pictureId))
  const pictures = article.pictures.map((picture, index) =>
    pictureOf(picture, places[index], ids[index] as string),
  )
  const body = article.body.map(
    (block): BodyDraft =>
      block.kind === 'place' ? { kind: 'place', picture: ids[Number(block.picture)] ?? '' } : block,
  )
  const draft: ArticleDraft = {
    title: article.title,
    titleBreaks: article.titleBreaks,
    shoulder: article.shoulder,
    subtitle: article.subtitle,
    note: article.note,
    lead: null,
    body,
    pictures: pictures.map((one) => ({ id: one.id, row: [one] })),
    credit: article.credit,
    columns: null,
    start: 'auto',
    keep: false,
    box: false,
    tint: false,
    date: null,
    people: [],
    checks: {},
  }
  return articleToMarkdown(draft, { file, pictures: { fit: 'column', ratio: 1.5 } })
}

function pictureId({ src }: PlacedPicture, index: number): string {
  if (src === null) return `图${index + 1}`
  const name = src.split('/').at(-1) ?? ''
  return name.slice(0, name.lastIndexOf('.'))
}

/** A picture that stands twice has two names. */
function distinct(ids: readonly string[]): readonly string[] {
  return ids.map((id, index) => (ids.indexOf(id) === index ? id : `${id}-${index + 1}`))
}

function pictureOf(
  { caption, credit, alt, ratio }: ContributedPicture,
  place: PlacedPicture | undefined,
  id: string,
): ArticleDraft['pictures'][number]['row'][number] {
  const isUsual = ratio === null || (ratio >= USUAL[0] && ratio <= USUAL[1])
  return {
    id,
    src: place?.src ?? null,
    placeholder: place?.src ? '' : (place?.placeholder ?? ''),
    caption,
    alt,
    fit: 'column',
    ratio: null,
    ...(isUsual ? { bounded: true as const } : {}),
    focus: [0.5, 0.5],
    credit,
  }
}
