import type { Span } from '../../base/source.ts'
import { mm } from '../../base/units.ts'
import { settled } from '../../design/settled.ts'
import type { Colophon, Publication } from '../issue.ts'
import type { Placed, Reading } from '../language/kind.ts'
import type { PublicationValue } from '../language/publication-keys.ts'
import { levels } from '../language/rule-keys.ts'
import type { NumberingRules } from '../numbering/series.ts'
import { resolvePath } from '../paths.ts'
import { checkContrast } from './check-contrast.ts'
import { checkTypeArea } from './check-type-area.ts'
import { designChanges, points } from './design-changes.ts'
import type { NamedDesign } from './read-design.ts'

/** How a publication's sections are listed. */
export interface SectionRule {
  readonly name: string
  readonly style: 'articles' | 'briefs' | null
  readonly numbering: string
}

/** A publication with what only this stage needs of it. */
export interface PublicationReading {
  readonly publication: Publication
  readonly sections: readonly SectionRule[]
  readonly numbering: NumberingRules & {
    readonly text: Placed<string> | null
    readonly date: string
    readonly supplementText: string
  }
}

/** A publication's values with every default filled in, its settings put into the design it names. */
export function readPublication(
  value: PublicationValue,
  named: NamedDesign,
  reading: Reading,
): PublicationReading {
  const paths = new Paths(reading)
  const design = settled(named.design, designChanges(value, named.design))
  for (const fault of checkTypeArea(design, value, named.file)) reading.report(fault)
  const places: Readonly<Record<string, Span | undefined>> = { ...value.keySpans, ...named.file?.keySpans }
  const placeOf = (group: string) => places[group] ?? null
  for (const fault of checkContrast(design, placeOf)) reading.report(fault)
  const publication: Publication = {
    name: value.name?.value ?? '',
    subtitle: value.subtitle?.value ?? '',
    issuer: value.issuer?.value ?? '',
    classification: value.classification?.value ?? '',
    copyNumber: value.copy_number?.value ?? '',
    language: value.language ?? 'zh-CN',
    masthead: { image: paths.read(value.masthead?.image), logo: paths.read(value.masthead?.logo) },
    creditText: value.credit?.text?.value ?? '【供稿：{credits}】',
    orgSeparator: value.credit?.org_separator?.value ?? '、',
    colophon: value.colophon ? colophon(value.colophon) : null,
    design,
    fonts: fonts(value, paths),
    output: output(value, paths),
    check: check(value, paths),
    span: value.span,
  }
  return { publication, sections: sections(value), numbering: numbering(value) }
}

/** Resolves the paths of a file and reports those that may not be read. */
class Paths {
  readonly #reading: Reading

  constructor(reading: Reading) {
    this.#reading = reading
  }

  read(written: Placed<string> | undefined): string | null {
    if (written === undefined || written.value === '') return null
    const reading = resolvePath(written.value, written.span.file, written.span)
    if ('path' in reading) return reading.path
    this.#reading.report(reading.problem)
    return null
  }
}

function colophon(value: NonNullable<PublicationValue['colophon']>): Colophon {
  const words = (names: readonly Placed<string>[] | undefined) => (names ?? []).map((name) => name.value)
  return {
    reportTo: words(value.report_to),
    sendTo: words(value.send_to),
    copyTo: words(value.copy_to),
    cc: words(value.cc),
    people: (value.people ?? []).map(({ name, value: names }) => ({
      role: name,
      names: words(names).join('、'),
    })),
    contact: value.contact?.value ?? '',
    copies: value.copies ?? null,
    ...(value.issued_by ? { issuedBy: value.issued_by.value } : {}),
    ...(value.even_page ? { evenPage: true as const } : {}),
    ...(value.qr === undefined ? {} : { code: value.qr }),
    span: value.span,
  }
}

/** What a fallback is when it is no family's name. */
const FONT_FILE = /\.(?:ttf|otf|ttc|otc|woff2?)$/i

/** The families by name; a file named as a fallback is a family by its path. */
/** A font of which nothing is said but its file. */
const NO_FONT = { bold: null, face: null, weight: null, fallback: [] }

function fonts(value: PublicationValue, paths: Paths): Publication['fonts'] {
  const found: Record<string, Publication['fonts'][string]> = {}
  for (const { name, nameSpan, value: font } of value.fonts ?? []) {
    const file = paths.read(font.file)
    if (file === null && font.file !== undefined) continue
    const fallback: string[] = []
    for (const one of font.fallback ?? []) {
      const path = FONT_FILE.test(one.value) ? paths.read(one) : null
      if (path !== null) found[path] = { ...NO_FONT, file: path, span: one.span }
      if (path !== null || !FONT_FILE.test(one.value)) fallback.push(path ?? one.value)
    }
    const bold = font.bold === undefined ? null : paths.read(font.bold)
    found[name] = {
      file,
      bold: bold === null ? null : { file: bold, span: font.bold?.span ?? nameSpan },
      face: font.face?.value ?? null,
      weight: font.weight ?? null,
      fallback,
      span: font.file?.span ?? nameSpan,
    }
  }
  return found
}

/** 五号, for a creep written in em. */
const BODY = 10.5
/** About the thickness of 80 g/m² paper. */
const PAPER = mm(0.1)

function output({ output: value, type }: PublicationValue, paths: Paths): Publication['output'] {
  const { print, booklet, archive } = value ?? {}
  const spot = print?.spot ?? ''
  const creep = booklet?.creep
  return {
    dir: value?.dir?.value ?? 'output',
    name: value?.name?.value ?? '{name}-{yyyy}-{nn}',
    make: value?.make ?? ['pdf'],
    maxSize: value?.max_size ?? 5_000_000,
    profile: profile(value?.profile, paths),
    print: {
      paper: print?.paper ?? (value?.profile === undefined ? 'coated' : null),
      spot: spot === '' ? null : spot,
      accent: print?.accent ?? null,
      marks: print?.marks ?? true,
    },
    booklet: {
      sheet: booklet?.sheet ?? 'auto',
      blanks: booklet?.blanks ?? 'auto',
      creep: points(creep, type?.body?.size ?? BODY) ?? PAPER,
    },
    archive: { standard: archive?.standard ?? 'A-2', attach: archive?.attach ?? 'none' },
  }
}

function profile(written: Placed<string> | undefined, paths: Paths): Publication['output']['profile'] {
  const file = paths.read(written)
  return written === undefined || file === null ? null : { file, span: written.span }
}

function check({ check: value }: PublicationValue, paths: Paths): Publication['check'] {
  return {
    profile: value?.profile ?? 'official',
    roster: paths.read(value?.roster),
    dictionaries: (value?.dictionaries ?? []).flatMap((one) => paths.read(one) ?? []),
    failOn: value?.fail_on ?? 'error',
    rules: levels(value?.rules),
  }
}

function sections(value: PublicationValue): readonly SectionRule[] {
  return (value.sections ?? []).map((section) => ({
    name: section.name?.value ?? '',
    style: section.style ?? null,
    numbering: section.numbering?.value ?? '1.',
  }))
}

function numbering({ numbering: value, frequency }: PublicationValue): PublicationReading['numbering'] {
  const { issue, total } = value?.anchor ?? {}
  return {
    reset: value?.reset ?? 'yearly',
    frequency: frequency ?? 'semimonthly',
    anchor: issue && total !== undefined ? { ...issue, total } : null,
    text: value?.text ?? null,
    date: value?.date?.value ?? '{yyyy}年{m}月{d}日',
    supplementText: value?.supplement_text?.value ?? '{yyyy}年增刊第{n}期',
  }
}
