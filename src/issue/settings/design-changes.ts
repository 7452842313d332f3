import type { Align, Colour } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { Design, RoleStyle, TextRole } from '../../design/design.ts'
import { type DesignChanges, type PartOf, stated } from '../../design/settled.ts'
import type { PublicationValue } from '../language/publication-keys.ts'
import type { Length } from '../language/values.ts'

/** The keys that a publication and a design's own file have in common. */
export type DesignValue = Pick<PublicationValue, 'page' | 'type' | 'masthead' | 'images' | 'color'>

/** Keys as changes to a design; lengths in em are counted in the body size. */
export function designChanges(value: DesignValue, base: Design): DesignChanges {
  const em = bodySize(value, base)
  return (
    stated<Omit<Design, 'name' | 'zh'>>({
      page: pageChanges(value, em),
      grid: gridChanges(value, base, em),
      folio: folioChanges(value),
      runningHead: value.page?.header?.value,
      type: typeChanges(value, base, em),
      text: textChanges(value, em),
      masthead: mastheadChanges(value, em),
      section: stated<Design['section']>({ brackets: value.type?.section?.brackets?.value }),
      images: imageChanges(value),
      colour: stated<Design['colour']>({ accent: value.color?.accent, mode: value.color?.mode }),
    }) ?? {}
  )
}

/** What an em is: the body's size, given or the design's own. */
export function bodySize({ type }: DesignValue, base: Design): Pt {
  return type?.body?.size ?? base.type.body.size
}

/** A length in pt; `em` is what an em is. */
export function points(length: Length | undefined, em: Pt): Pt | undefined {
  if (length === undefined) return undefined
  return length.unit === 'em' ? length.value * em : length.value
}

function ems(length: Length | undefined, em: Pt): number | undefined {
  if (length === undefined) return undefined
  return length.unit === 'em' ? length.value : length.value / em
}

function pageChanges({ page }: DesignValue, em: Pt): PartOf<Design['page']> | undefined {
  if (!page) return undefined
  const { margin } = page
  return stated<Design['page']>({
    width: points(page.size?.[0], em),
    height: points(page.size?.[1], em),
    margin: stated<Design['page']['margin']>({
      top: points(margin?.top, em),
      bottom: points(margin?.bottom, em),
      inside: points(margin?.inside, em),
      outside: points(margin?.outside, em),
    }),
    columns: page.columns,
    columnGap: points(page.column_gap, em),
    columnRule: page.column_rule,
    balance: page.balance,
    bleed: points(page.bleed, em),
  })
}

/** A larger body takes a proportionally larger grid, unless the line height is given. */
function gridChanges({ type }: DesignValue, base: Design, em: Pt): PartOf<Design['grid']> | undefined {
  const given = points(type?.body?.line_height, em)
  if (given !== undefined) return { lineHeight: given }
  if (type?.body?.size === undefined) return undefined
  return { lineHeight: (base.grid.lineHeight * em) / base.type.body.size }
}

function folioChanges({ page }: DesignValue): PartOf<Design['folio']> | undefined {
  return stated<Design['folio']>({
    text: page?.number?.value,
    from: page?.number_from,
    align: page?.number_align === 'center' ? 'centre' : page?.number_align,
  })
}

/** The roles of `type:` by their keys. */
export const ROLES: Readonly<Record<string, TextRole>> = {
  body: 'body',
  headline: 'headline',
  lead_headline: 'leadHeadline',
  shoulder: 'shoulder',
  subtitle: 'subtitle',
  note: 'note',
  footnote: 'footnote',
  pull_quote: 'pullQuote',
  side_box: 'sideBox',
  subhead: 'subhead',
  subhead3: 'subhead3',
  section: 'section',
  credit: 'credit',
  caption: 'caption',
  brief: 'brief',
  quotation: 'quotation',
  table: 'table',
  folio: 'folio',
  running_head: 'runningHead',
  masthead_name: 'mastheadName',
  masthead_subtitle: 'mastheadSubtitle',
  masthead_issue: 'mastheadIssue',
  masthead_issuer: 'mastheadIssuer',
  classification: 'classification',
  contents: 'contents',
  colophon: 'colophon',
}

/** What a role's key may say. */
interface RoleValue {
  readonly font?: { readonly value: string }
  readonly size?: Pt
  readonly weight?: RoleStyle['weight']
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  readonly color?: string
}

function typeChanges({ type }: DesignValue, base: Design, em: Pt): PartOf<Design['type']> | undefined {
  if (!type) return undefined
  const changes: { [R in TextRole]?: PartOf<RoleStyle> | undefined } = {}
  for (const [key, role] of Object.entries(ROLES)) {
    const given = type[key as keyof typeof type] as RoleValue | undefined
    const followed =
      role === 'leadHeadline' ? followsHeadline(type.headline, base) : follows(role, type.body, base, em)
    changes[role] = roleChanges(given, followed)
  }
  return stated<Design['type']>(changes)
}

/** Text of the body's size goes on being of its size; briefs are set in the body's family too. */
function follows(role: TextRole, body: RoleValue | undefined, base: Design, em: Pt): PartOf<RoleStyle> {
  const was = base.type[role]
  if (role === 'body' || !body) return {}
  return {
    ...(body.size !== undefined && was.size === base.type.body.size ? { size: em } : {}),
    ...(body.font !== undefined && role === 'brief' ? { family: body.font.value } : {}),
  }
}

/** A lead article's headline looks as others do, and keeps its size against theirs. */
function followsHeadline(headline: RoleValue | undefined, { type }: Design): PartOf<RoleStyle> {
  const changed = roleChanges(headline, {})
  const larger = type.leadHeadline.size / type.headline.size
  return { ...changed, ...(changed?.size === undefined ? {} : { size: changed.size * larger }) }
}

const ALIGN: Readonly<Record<string, Align>> = {
  left: 'left',
  center: 'centre',
  right: 'right',
  justify: 'justify',
}

function roleChanges(
  given: RoleValue | undefined,
  followed: PartOf<RoleStyle>,
): PartOf<RoleStyle> | undefined {
  return stated<RoleStyle>({
    family: given?.font?.value ?? followed.family,
    size: given?.size ?? followed.size,
    weight: given?.weight ?? followed.weight,
    align: (given?.align && ALIGN[given.align]) ?? followed.align,
    colour: (given?.color as Colour | undefined) ?? followed.colour,
  })
}

function textChanges({ type }: DesignValue, em: Pt): PartOf<Design['text']> | undefined {
  return stated<Design['text']>({
    indentEm: ems(type?.indent, em),
    emphasis: type?.emphasis,
    punctuation: type?.punctuation,
    breakLevel: type?.break,
    hang: type?.hang,
    grid: type?.grid,
    hyphenation: type?.hyphenation,
    hanLatinSpaceEm: ems(type?.han_latin_space, em),
    footnotes: type?.footnote?.number,
    latin: type?.latin?.value,
  })
}

function mastheadChanges({ masthead }: DesignValue, em: Pt): PartOf<Design['masthead']> | undefined {
  return stated<Design['masthead']>({
    style: masthead?.style,
    rule: masthead?.rule,
    height: points(masthead?.height, em),
    contents: masthead?.contents,
  })
}

function imageChanges({ images }: DesignValue): PartOf<Design['images']> | undefined {
  return stated<Design['images']>({
    fit: images?.fit,
    ratio: images?.ratio ?? undefined,
    placeholder: images?.placeholder,
    minPpi: images?.min_ppi,
    maxPpi: images?.max_ppi,
    quality: images?.quality,
    stripMetadata: images?.strip_metadata,
  })
}
