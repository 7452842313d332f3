import type { Align, Colour } from '../../base/text-style.ts'
import type { Pt } from '../../base/units.ts'
import type { Design, RoleStyle, TextRole } from '../../design/design.ts'
import type { DesignOverrides, Part } from '../../design/overrides.ts'
import { builtInDesigns } from '../../design/resolve-design.ts'
import type { PublicationValue } from '../language/publication-keys.ts'
import type { Length } from '../language/values.ts'

/** The value of `T` that can be changed piece by piece. */
type Draft<T> = { -readonly [K in keyof T]?: T[K] }

/** A publication's keys as changes to its built-in design; lengths in em are counted in the body size. */
export function designChanges(value: PublicationValue): DesignOverrides {
  const name = value.design ?? 'two-column'
  const base = builtInDesigns[name]
  const em = value.type?.body?.size ?? base.type.body.size
  const changes = dropEmpty({
    page: pageChanges(value, em),
    grid: gridChanges(value, base, em),
    folio: folioChanges(value),
    runningHead: value.page?.header?.value,
    type: typeChanges(value, base, em),
    text: textChanges(value, em),
    masthead: mastheadChanges(value, em),
    section: dropEmpty({ brackets: value.type?.section?.brackets?.value }),
    images: imageChanges(value),
    colour: dropEmpty({ accent: value.color?.accent, mode: value.color?.mode }),
  })
  return { extends: name, changes: (changes ?? {}) as Part<Omit<Design, 'name'>> }
}

/** The object without its undefined members; undefined when none is left. */
function dropEmpty(members: object): object | undefined {
  const present = Object.entries(members).filter(([, member]) => member !== undefined)
  return present.length > 0 ? Object.fromEntries(present) : undefined
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

function pageChanges({ page }: PublicationValue, em: Pt): object | undefined {
  if (!page) return undefined
  const { margin } = page
  return dropEmpty({
    width: points(page.size?.[0], em),
    height: points(page.size?.[1], em),
    margin: dropEmpty({
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
function gridChanges({ type }: PublicationValue, base: Design, em: Pt): object | undefined {
  const given = points(type?.body?.line_height, em)
  if (given !== undefined) return { lineHeight: given }
  if (type?.body?.size === undefined) return undefined
  return { lineHeight: (base.grid.lineHeight * em) / base.type.body.size }
}

function folioChanges({ page }: PublicationValue): object | undefined {
  return dropEmpty({
    text: page?.number?.value,
    from: page?.number_from,
    align: page?.number_align === 'center' ? 'centre' : page?.number_align,
  })
}

/** The roles of `type:` by their keys. */
export const ROLES: Readonly<Record<string, TextRole>> = {
  body: 'body',
  headline: 'headline',
  shoulder: 'shoulder',
  subtitle: 'subtitle',
  note: 'note',
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

function typeChanges({ type }: PublicationValue, base: Design, em: Pt): object | undefined {
  if (!type) return undefined
  const changes: Record<string, object | undefined> = {}
  for (const [key, role] of Object.entries(ROLES)) {
    const given = type[key as keyof typeof type] as RoleValue | undefined
    changes[role] = roleChanges(given, follows(role, type.body, base, em))
  }
  return dropEmpty(changes)
}

/** Text of the body's size goes on being of its size; briefs are set in the body's family too. */
function follows(role: TextRole, body: RoleValue | undefined, base: Design, em: Pt): Draft<RoleStyle> {
  const was = base.type[role]
  if (role === 'body' || !body) return {}
  return {
    ...(body.size !== undefined && was.size === base.type.body.size ? { size: em } : {}),
    ...(body.font !== undefined && role === 'brief' ? { family: body.font.value } : {}),
  }
}

const ALIGN: Readonly<Record<string, Align>> = {
  left: 'left',
  center: 'centre',
  right: 'right',
  justify: 'justify',
}

function roleChanges(given: RoleValue | undefined, followed: Draft<RoleStyle>): object | undefined {
  return dropEmpty({
    ...followed,
    ...dropEmpty({
      family: given?.font?.value,
      size: given?.size,
      weight: given?.weight,
      align: given?.align && ALIGN[given.align],
      colour: given?.color as Colour | undefined,
    }),
  })
}

function textChanges({ type }: PublicationValue, em: Pt): object | undefined {
  return dropEmpty({
    indentEm: ems(type?.indent, em),
    emphasis: type?.emphasis,
    punctuation: type?.punctuation,
    breakLevel: type?.break,
    hang: type?.hang,
    grid: type?.grid,
    hyphenation: type?.hyphenation,
    hanLatinSpaceEm: ems(type?.han_latin_space, em),
    latin: type?.latin?.value,
  })
}

function mastheadChanges({ masthead }: PublicationValue, em: Pt): object | undefined {
  return dropEmpty({
    style: masthead?.style,
    rule: masthead?.rule,
    height: points(masthead?.height, em),
    contents: masthead?.contents,
  })
}

function imageChanges({ images }: PublicationValue): object | undefined {
  return dropEmpty({
    fit: images?.fit,
    ratio: images?.ratio ?? undefined,
    placeholder: images?.placeholder,
    minPpi: images?.min_ppi,
    maxPpi: images?.max_ppi,
    quality: images?.quality,
    stripMetadata: images?.strip_metadata,
  })
}
