import { typeSizes } from '../../base/type-size.ts'
import { mm, type Pt } from '../../base/units.ts'
import { builtInDesigns } from '../../design/built-in-designs.ts'
import type { Design, TextRole } from '../../design/design.ts'
import type { Looks } from '../../design/looks.ts'
import { LOOK_GROUPS, lookKey } from '../language/design-keys.ts'
import { lookTable } from '../language/look-keys.ts'
import type { Look } from '../language/look-kinds.ts'
import { decimal } from '../language/look-kinds.ts'
import { ROLES } from './design-changes.ts'

/** What stands for absent keys in one design, by the keys' dotted paths, as an editor would type it. */
export type DesignDefaults = Readonly<Record<string, unknown>>

/**
 * The defaults of every design, taken from the designs themselves: written into a publication they change nothing.
 * Lengths are in mm to a hundredth, and in em where the design thinks in em.
 */
export function designDefaults(): Readonly<Record<string, DesignDefaults>> {
  return Object.fromEntries(builtInDesigns.map((design) => [design.name, defaultsOf(design)]))
}

/** What only a design's own file can say, likewise: the lines of headings, and the looks. */
export function lookDefaults(): Readonly<Record<string, DesignDefaults>> {
  return Object.fromEntries(builtInDesigns.map((design) => [design.name, looksOf(design)]))
}

function looksOf({ rows, looks }: Design): DesignDefaults {
  const groups = Object.entries(looks) as [keyof Looks, Readonly<Record<string, unknown>>][]
  return {
    'rows.section': rows.section,
    'rows.headline_one': rows.headlineOne,
    'rows.headline_more': rows.headlineMore,
    'rows.subhead': rows.subhead,
    ...Object.fromEntries(
      groups.flatMap(([group, members]) => {
        const table = lookTable()[group] as unknown as Readonly<Record<string, Look<unknown>>>
        return Object.entries(table).map(([member, look]) => [
          `${LOOK_GROUPS[group][0]}.${lookKey(member)}`,
          look.shown(members[member]),
        ])
      }),
    ),
  }
}

function defaultsOf(design: Design): DesignDefaults {
  return {
    ...pageDefaults(design),
    ...typeDefaults(design),
    'masthead.style': design.masthead.style,
    'masthead.rule': design.masthead.rule,
    'masthead.height': millimetres(design.masthead.height),
    'masthead.contents': design.masthead.contents,
    'images.fit': design.images.fit,
    'images.placeholder': design.images.placeholder,
    'images.min_ppi': design.images.minPpi,
    'images.max_ppi': design.images.maxPpi,
    'images.quality': design.images.quality,
    'images.strip_metadata': design.images.stripMetadata,
    'color.accent': design.colour.accent,
    'color.mode': design.colour.mode,
  }
}

function pageDefaults({ page, folio, runningHead, type }: Design): DesignDefaults {
  const a4 = Math.abs(page.width - mm(210)) < 0.01 && Math.abs(page.height - mm(297)) < 0.01
  return {
    'page.size': a4 ? 'A4' : [millimetres(page.width), millimetres(page.height)],
    ...Object.fromEntries(
      Object.entries(page.margin).map(([side, length]) => [`page.margin.${side}`, millimetres(length)]),
    ),
    'page.columns': page.columns,
    'page.column_gap': `${decimal(page.columnGap / type.body.size)}em`,
    'page.column_rule': page.columnRule,
    'page.balance': page.balance,
    'page.number': folio.text,
    'page.number_from': folio.from,
    'page.number_align': folio.align === 'centre' ? 'center' : folio.align,
    'page.header': runningHead,
    'page.bleed': millimetres(page.bleed),
  }
}

function typeDefaults({ type, text, grid, section }: Design): DesignDefaults {
  return {
    ...Object.fromEntries(
      Object.entries(ROLES).flatMap(([key, role]) => Object.entries(roleDefaults(type, key, role))),
    ),
    'type.body.line_height': `${decimal(grid.lineHeight)}pt`,
    'type.section.brackets': section.brackets,
    'type.indent': `${decimal(text.indentEm)}em`,
    'type.emphasis': text.emphasis,
    'type.punctuation': text.punctuation,
    'type.break': text.breakLevel,
    'type.hang': text.hang,
    'type.grid': text.grid,
    'type.hyphenation': text.hyphenation,
    'type.han_latin_space': `${decimal(text.hanLatinSpaceEm)}em`,
  }
}

/** Roles that have no alignment of their own. */
const PLACED: readonly string[] = [
  'table',
  'folio',
  'running_head',
  'masthead_issuer',
  'classification',
  'contents',
  'colophon',
]

function roleDefaults(type: Design['type'], key: string, role: TextRole): DesignDefaults {
  const { family, size, weight, align, colour } = type[role]
  return {
    [`type.${key}.font`]: family,
    [`type.${key}.size`]: shownSize(size),
    [`type.${key}.weight`]: weight,
    ...(PLACED.includes(key) ? {} : { [`type.${key}.align`]: align === 'centre' ? 'center' : align }),
    [`type.${key}.color`]: colour,
  }
}

function shownSize(size: Pt): string {
  return Object.keys(typeSizes).find((name) => typeSizes[name] === size) ?? `${decimal(size)}pt`
}

function millimetres(length: Pt): string {
  return `${decimal(length / mm(1))}mm`
}
