import type { Picture, PictureGroup } from '../issue/issue.ts'
import { alternativeOf, codeAlternative } from './alternative.ts'
import type { Arrangement } from './arrangement.ts'
import type { FigureOf, PictureOf, Place, StyledText } from './block.ts'
import { RATIO_BOUNDS } from './picture-shape.ts'
import { plain, plainText, styledText } from './styles.ts'

/** A picture or a row of pictures; `placed` when its place is marked in the body. */
export function arrangeFigure(
  arrangement: Arrangement,
  group: PictureGroup,
  place: Place,
  { placed, isMinor }: { readonly placed: boolean; readonly isMinor: boolean },
): FigureOf<StyledText> {
  const bounds = boundsOf(group, arrangement)
  return {
    kind: 'figure',
    place,
    keep: { withNext: 0, withPrevious: false, whole: true },
    span: group.span,
    ...placeOf(group, arrangement),
    pictures: group.row.map((picture) => arrangePicture(arrangement, picture, { bounds, isMinor })),
    ...(group.gallery ? { gallery: true as const } : {}),
    ...(group.caption
      ? { caption: styledText(arrangement.design, 'caption', group.caption, { headline: false }) }
      : {}),
    placed,
  }
}

function placeOf({ row }: PictureGroup, { design }: Arrangement): Pick<FigureOf<StyledText>, 'fit' | 'full'> {
  const fit = row[0]?.fit ?? design.images.fit
  return fit === 'full' ? { fit: 'page', full: true } : { fit }
}

/** What is less than this share of a photograph is not missed. */
const LEAST_SAID = 0.01

function boundsOf({ row }: PictureGroup, { design }: Arrangement): readonly [number, number] {
  const across = ['two', 'page', 'full'].includes(row[0]?.fit ?? design.images.fit) && row.length === 1
  return [RATIO_BOUNDS.portrait, across ? RATIO_BOUNDS.across : RATIO_BOUNDS.inColumn]
}

function arrangePicture(
  { design, issue, pictures, codes }: Arrangement,
  picture: Picture,
  {
    bounds: [least, most],
    isMinor,
  }: { readonly bounds: readonly [number, number]; readonly isMinor: boolean },
): PictureOf<StyledText> {
  const pixels = picture.src === null ? null : (pictures.get(picture.src) ?? null)
  const code = picture.code === undefined ? undefined : codes.get(picture.code)
  if (code) return arrangeCode(design, picture, code, issue.publication.language)
  const own = pixels ? pixels.width / Math.max(1, pixels.height) : design.images.ratio
  const asked = picture.fit === 'full' ? pageRatio(design) : picture.ratio
  const ratio = asked ?? (picture.bounded ? Math.min(most, Math.max(least, own)) : own)
  const lost =
    pixels && (picture.bounded || picture.fit === 'full') ? 1 - Math.min(ratio / own, own / ratio) : 0
  return {
    image: pixels ? picture.src : null,
    // No more of the photograph: blocks are written out to be compared.
    pixels: pixels && { width: pixels.width, height: pixels.height },
    placeholder: pixels
      ? null
      : plainText(design, 'caption', placeholderText(picture), { span: picture.span }),
    caption: caption(design, picture),
    alt: alternativeOf(picture, pixels === null, issue.publication.language),
    ratio,
    ...(lost > LEAST_SAID && !picture.aimed ? { lost } : {}),
    ...(picture.bounded && isMinor ? { minor: true as const } : {}),
    focus: picture.focus,
    span: picture.span,
  }
}

function arrangeCode(
  design: Arrangement['design'],
  picture: Picture,
  code: readonly string[],
  language: string,
): PictureOf<StyledText> {
  return {
    image: null,
    pixels: null,
    code,
    placeholder: null,
    caption: caption(design, picture),
    alt: codeAlternative(picture, language),
    ratio: 1,
    focus: picture.focus,
    span: picture.span,
  }
}

/** Shape of a picture that has a page to itself; a caption makes it a little wider. */
function pageRatio({ page, grid }: Arrangement['design']): number {
  const { inside, outside } = page.margin
  return (page.width - inside - outside) / (grid.lines * grid.lineHeight)
}

/** What a placeholder says: its own text, else its caption, else that a picture is to come. */
function placeholderText(picture: Picture): string {
  return picture.placeholder || picture.code || plain(picture.caption) || '待补照片'
}

function caption(design: Arrangement['design'], picture: Picture): StyledText | null {
  const credit = picture.credit === '' ? '' : `（${picture.credit}　摄）`
  if (picture.caption.length === 0 && credit === '') return null
  const text = styledText(design, 'caption', picture.caption, { headline: false })
  if (credit === '') return text
  const signed = plainText(design, 'caption', credit, { span: picture.creditSpan ?? picture.span })
  return { ...text, runs: [...text.runs, ...signed.runs] }
}
