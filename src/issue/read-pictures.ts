import { diagnostic } from '../base/diagnostic.ts'
import { nearOffered, yamlProblems } from '../base/messages/issue-words.ts'
import type { Span } from '../base/source.ts'
import type { Design } from '../design/design.ts'
import { leftOverMarkup } from './body/left-over-markup.ts'
import { bareLinesOf } from './body/lines.ts'
import { parseInline } from './body/parse-inline.ts'
import type { BodyBlock, Picture, PictureGroup } from './issue.ts'
import { didYouMean } from './language/did-you-mean.ts'
import type { Placed, Reading } from './language/kind.ts'
import type { PictureOrRowValue, PictureValue } from './language/picture-keys.ts'
import { resolvePath, stemOf } from './paths.ts'

/** What an article's pictures are when nothing is said. */
export interface PictureDefaults {
  readonly fit: Picture['fit']
  readonly ratio: number | null
  /** Nothing asks for a ratio: the photograph's own within bounds. */
  readonly bounded: boolean
  /** Whether a picture still to come is an error (`placeholder: error`). */
  readonly mustBeThere: boolean
}

/**
 * The publication's `images:` on top of its design's; `ratio: auto` there keeps the photographs' own, none keeps it within
 * bounds, and the design's holds for placeholders.
 */
export function pictureDefaults(
  { images }: Design,
  written: { readonly ratio?: number | null } | undefined,
): PictureDefaults {
  const bounded = written?.ratio === undefined
  const ratio = bounded || written?.ratio === null ? null : images.ratio
  return { fit: images.fit, ratio, bounded, mustBeThere: images.placeholder === 'error' }
}

/** An article's pictures, each a group of one, or a row. */
export function readPictures(
  values: readonly PictureOrRowValue[],
  defaults: PictureDefaults,
  reading: Reading,
): readonly PictureGroup[] {
  for (const { src } of values) if (src && JOINED_FILES.test(src.value)) reportComma(src, reading)
  return values.map((value) => readGroup(value, defaults, reading))
}

/** `[a.jpg，b.jpg]`: two files in one name. */
const JOINED_FILES = /\.[a-z]{2,5}\s*[，、,;；]\s*\S+\.[a-z]{2,5}$/i

function reportComma({ value, span }: Placed<string>, reading: Reading): void {
  const before = reading.sourceOf({ ...span, from: Math.max(0, span.from - 8), to: span.from })
  if (!/\[\s*$/.test(before)) {
    const one = {
      zh: '一个文件名；几张图各写一个“- 文件: …”',
      en: 'one file name; each picture has a “- src: …”',
    }
    const values = {
      key: '文件',
      expectedZh: one.zh,
      expectedEn: one.en,
      foundZh: '几个',
      foundEn: 'several',
    }
    reading.report(diagnostic('E-TYPE', span, values))
    return
  }
  const { zh, en } = yamlProblems['wide-comma']
  const replacement = value.replace(/[，、]\s*/g, ', ')
  reading.report(diagnostic('E-YAML', span, { problemZh: zh, problemEn: en }, { replacement }))
}

function readGroup(value: PictureOrRowValue, defaults: PictureDefaults, reading: Reading): PictureGroup {
  const own: PictureDefaults = {
    ...defaults,
    fit: value.fit ?? (value.row || value.gallery ? 'page' : defaults.fit),
    ratio: value.ratio === undefined ? defaults.ratio : value.ratio,
    bounded: value.ratio === undefined && defaults.bounded,
  }
  const several = value.row ?? value.gallery
  if (several === undefined) {
    const one = readPicture(value, own, reading)
    return { id: value.id?.value ?? one.id, row: [one], span: value.span }
  }
  refuseBesideSeveral(value, reading)
  const { caption } = value
  if (caption) for (const one of leftOverMarkup(caption)) reading.report(one)
  const row = several.map((one) => readPicture(one, own, reading))
  return {
    id: value.id?.value ?? row[0]?.id ?? '',
    row,
    ...(value.row === undefined ? { gallery: true as const } : {}),
    ...(caption ? { caption: parseInline(caption, bareLinesOf(caption.text), reading).text } : {}),
    span: value.span,
  }
}

/** What is said of one picture says nothing of several. */
const OF_ONE = ['src', 'qr', 'placeholder', 'alt', 'focus', 'credit'] as const

function refuseBesideSeveral(value: PictureOrRowValue, reading: Reading): void {
  const several = value.row === undefined ? 'gallery' : 'row'
  const others = value.row && value.gallery ? (['gallery', ...OF_ONE] as const) : OF_ONE
  for (const key of others) {
    if (value[key] === undefined) continue
    const span = value.keySpans[key] ?? value.span
    reading.report(diagnostic('E-ITEM-BOTH', span, { first: several, second: key }))
  }
}

function readPicture(value: PictureValue, defaults: PictureDefaults, reading: Reading): Picture {
  const src = pictureSource(value, reading)
  const { caption } = value
  if (caption) for (const one of leftOverMarkup(caption)) reading.report(one)
  if (value.qr !== undefined && value.src !== undefined)
    reading.report(diagnostic('E-ITEM-BOTH', value.span, { first: 'qr', second: 'src' }))
  if (src === null && value.src === undefined && value.qr === undefined && defaults.mustBeThere) {
    reading.report(diagnostic('E-PLACEHOLDER', value.span))
  }
  const isUndescribed = (caption?.text ?? '').trim() === '' && (value.alt?.value ?? '').trim() === ''
  if (src !== null && isUndescribed && !JOINED_FILES.test(src))
    reading.report(diagnostic('W-ALT', value.src?.span ?? value.span, { src }))
  return {
    id: value.id?.value ?? (src === null ? '' : stemOf(src)),
    src,
    ...(value.qr === undefined ? {} : { code: value.qr }),
    placeholder: value.placeholder?.value ?? '',
    caption: caption ? parseInline(caption, bareLinesOf(caption.text), reading).text : [],
    alt: value.alt?.value ?? '',
    fit: value.fit ?? defaults.fit,
    ratio: value.ratio === undefined ? defaults.ratio : value.ratio,
    ...(value.ratio === undefined && defaults.bounded ? { bounded: true as const } : {}),
    focus: value.focus ?? [0.5, 0.5],
    ...(value.focus === undefined ? {} : { aimed: true as const }),
    credit: value.credit?.value ?? '',
    ...(value.credit?.value ? { creditSpan: value.credit.span } : {}),
    span: value.src?.span ?? value.span,
  }
}

/** The path of a picture's file; null for none, or for one that was reported. */
export function pictureSource({ src }: Pick<PictureValue, 'src'>, reading: Reading): string | null {
  if (src === undefined || src.value === '') return null
  const resolved = resolvePath(src.value, src.span.file, src.span)
  if ('path' in resolved) return resolved.path
  reading.report(resolved.problem)
  return null
}

/** What a place in the body may name. */
export type Placeable = Pick<PictureGroup, 'id' | 'span'>

/** Reports places that name nothing or two things, and what has two places; keeps the first. */
export function placedOnce(
  body: readonly BodyBlock[],
  things: readonly Placeable[],
  reading: Reading,
): readonly BodyBlock[] {
  const ids = things.map(({ id }) => id).filter((id) => id !== '')
  const seen = new Set<string>()
  return body.filter((block) => {
    if (block.kind !== 'place') return true
    const { picture: id, span } = block
    const twin = things.findLast((group) => group.id === id)
    if (!twin) reportUnknown(id, span, ids, reading)
    else if (seen.has(id)) {
      reading.report(diagnostic('W-PICTURE-PLACED', span, { id }))
      return false
    } else if (ids.indexOf(id) !== ids.lastIndexOf(id)) {
      reading.report(diagnostic('E-PICTURE-TWICE', twin.span, { id }, { related: span }))
    }
    seen.add(id)
    return true
  })
}

function reportUnknown(id: string, span: Span, ids: readonly string[], reading: Reading): void {
  const near = didYouMean(id, ids)
  const ask = near === null ? { zh: '', en: '' } : nearOffered(near)
  const guess = near === null ? {} : { guess: `![](${near})` }
  reading.report(diagnostic('E-PICTURE', span, { id, askZh: ask.zh, askEn: ask.en }, guess))
}
