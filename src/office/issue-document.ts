import type { TextStyle } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { Block, FigureOf, PictureOf, SealOf, StyledText, TextRun } from '../content/block.ts'
import type { Content } from '../content/content.ts'
import { coveredPlaces } from '../content/merged-cells.ts'
import { boxed } from './boxed.ts'
import {
  type DocxBlock,
  type DocxDocument,
  type DocxParagraph,
  type DocxPicture,
  type DocxRun,
  docxParagraph,
  docxRun,
} from './docx-blocks.ts'
import { markName, noteName, signOf, withNoteName } from './mark-names.ts'

/** What the Word copy of an issue needs besides its content. */
export interface CirculationOptions {
  /** The accent as `rrggbb`. */
  readonly accent: string
  readonly columnWidth: Pt
  /** Pictures as they are printed: cropped, upright, by their place in the content; absent for placeholders. */
  readonly pictures: ReadonlyMap<PictureOf<StyledText> | SealOf, Pick<DocxPicture, 'bytes' | 'format'>>
}

const A4 = { width: 595.28, height: 841.89, margin: 72 }
const WIDTH = A4.width - 2 * A4.margin

/** An issue's content as a Word document in one column: every character of it, in reading order, each paragraph marked. */
export function issueDocument(
  { blocks, furniture, metadata }: Content,
  options: CirculationOptions,
): DocxDocument {
  const writer = new IssueWriter(options)
  const body = blocks.flatMap((block) => writer.block(block))
  const body0 = blocks.find((one) => one.kind === 'paragraph')
  const size = body0?.kind === 'paragraph' ? (body0.text.runs[0]?.style.size ?? 10.5) : 10.5
  return {
    title: metadata.title,
    author: metadata.author,
    blocks: body,
    page: A4,
    header: furniture.stamp?.text ?? '',
    size,
  }
}

/** Every marked paragraph, by its mark, as the Word copy has them. */
export function markedParagraphs({ blocks }: Content): ReadonlyMap<string, SentBlock> {
  const writer = new IssueWriter({ accent: '000000', columnWidth: WIDTH, pictures: new Map() })
  for (const block of blocks) writer.block(block)
  return writer.sent
}

/** A run as it was sent; the place in the sources it came from, or null. */
export type SentPart = Pick<TextRun, 'text' | 'span' | 'note'>

/** A paragraph as it was sent. */
export interface SentBlock {
  readonly runs: readonly SentPart[]
  readonly role: SentRole
  /** A footnote's number in its article. */
  readonly note?: number
}

/** What a paragraph is for the issue: `frame` is what stands around its sections. */
export type SentRole =
  | 'frame'
  | 'section'
  | 'heading'
  | 'text'
  | 'item'
  | 'brief'
  | 'cell'
  | 'caption'
  | 'note'

/** What a block's own lines are. */
function roleOf(block: Block): SentRole {
  switch (block.kind) {
    case 'heading':
      return block.role === 'section' ? 'section' : 'heading'
    case 'table':
      return 'cell'
    case 'figure':
      return 'caption'
    case 'paragraph':
      if (block.role === 'footnote') return 'note'
      return block.role === 'brief' ? 'brief' : block.role === 'list-item' ? 'item' : 'text'
    default:
      return 'frame'
  }
}

/** Pictures of a row are made smaller as for so many at most. */
const MOST_BESIDE = 3

class IssueWriter {
  readonly #options: CirculationOptions
  /** Every marked paragraph's runs. */
  readonly sent = new Map<string, SentBlock>()
  readonly #counts = new Map<string, number>()

  constructor(options: CirculationOptions) {
    this.#options = options
  }

  block(block: Block): readonly DocxBlock[] {
    switch (block.kind) {
      case 'masthead':
        return this.#masthead(block)
      case 'heading':
        return this.#heading(block)
      case 'paragraph':
        if (block.role === 'footnote') return [this.#footnote(block)]
        return this.#withSeal(
          this.#marked(block, this.#body(block), block.text, signOf(block)),
          block.signature?.seal,
        )
      case 'figure':
        return this.#figure(block)
      case 'table':
        return this.#table(block)
      case 'panel':
        return boxed(
          block,
          block.blocks.flatMap((one) => this.block(one)),
        )
      case 'turnable':
        return block.blocks.flatMap((one) => this.block(one))
      case 'colophon':
        return this.#colophon(block)
      case 'blank':
        return [docxParagraph([])]
      default:
        return []
    }
  }

  #masthead(block: Extract<Block, { kind: 'masthead' }>): readonly DocxBlock[] {
    const line = (text: StyledText | null, more: Partial<DocxParagraph> = {}) =>
      text === null || plain(text) === '' ? [] : [this.#line(block, [text], text, more)]
    return [
      ...line(block.classification),
      ...line(block.copyNumber),
      ...line(block.name, { heading: 0, align: 'centre', above: 12, below: 6 }),
      ...line(block.subtitle, { align: 'centre' }),
      ...line(block.issueLabel, { align: 'centre' }),
      this.#line(block, [block.issuer, block.date], block.issuer, {
        align: 'centre',
        rule: this.#options.accent,
        below: 12,
      }),
      ...line(block.specialTitle, { align: 'centre' }),
      ...(block.ear ? this.block(block.ear) : []),
    ]
  }

  #colophon(block: Extract<Block, { kind: 'colophon' }>): readonly DocxBlock[] {
    const rows = block.rows.map(({ label, text, right }, row) =>
      this.#line(
        block,
        [label, text, right].filter((one) => one !== null),
        text,
        { above: row === 0 ? 18 : 0 },
      ),
    )
    const text = block.rows.at(-1)?.text
    if (block.holds === undefined || !text?.runs[0]) return rows
    const words = { ...text, runs: [{ ...text.runs[0], text: block.holds, span: null }] }
    return [...rows, this.#marked(block, this.#paragraph(this.#runs(words), words), words)]
  }

  #heading(block: Extract<Block, { kind: 'heading' }>): readonly DocxBlock[] {
    const levels = { section: 1, headline: 2, subhead: 3, subhead3: 4 } as const
    const above = block.role === 'section' ? 12 : block.role === 'headline' ? 10 : 4
    const beside = (text: StyledText | null) =>
      text === null
        ? []
        : [this.#marked(block, this.#paragraph(this.#runs(text), text, { keepWithNext: true }), text)]
    const heading = this.#paragraph(this.#runs(block.text), block.text, {
      heading: levels[block.role],
      keepWithNext: true,
      above,
      below: 4,
    })
    return [...beside(block.shoulder), this.#marked(block, heading, block.text), ...beside(block.subtitle)]
  }

  #body(block: Extract<Block, { kind: 'paragraph' }>): DocxParagraph {
    const { marker, text } = block
    if (marker === null) return this.#paragraph(this.#runs(text), text)
    const sign = this.#runs(marker.text).map((run) => ({ ...run, text: `${run.text} ` }))
    const indent = text.style.startIndentEm * text.style.size
    return this.#paragraph([...sign, ...this.#runs(text)], text, {
      startIndent: indent,
      firstIndent: -marker.widthEm * text.style.size,
    })
  }

  #footnote(block: Extract<Block, { kind: 'paragraph' }>): DocxBlock {
    const text = this.#marked(block, this.#body(block), block.text, signOf(block))
    return { kind: 'footnote', name: noteName(block.place, block.number ?? 0), text }
  }

  #figure(block: FigureOf<StyledText>): readonly DocxBlock[] {
    const share = block.pictures.length
    const width = block.fit === 'page' || share > 1 ? WIDTH : Math.min(WIDTH, this.#options.columnWidth)
    const captionOf = (text: StyledText | null | undefined) =>
      text ? [this.#marked(block, this.#paragraph(this.#runs(text), text, { below: 6 }), text)] : []
    const pictures = block.pictures.flatMap((picture): readonly DocxBlock[] => {
      const made = this.#options.pictures.get(picture)
      const box = made
        ? [this.#picture(picture, made, width / Math.min(share, MOST_BESIDE))]
        : this.#placeholder(block, picture)
      return [...box, ...captionOf(picture.caption)]
    })
    return [...pictures, ...captionOf(block.caption)]
  }

  #picture(
    { ratio, alt }: PictureOf<StyledText>,
    made: Pick<DocxPicture, 'bytes' | 'format'>,
    width: Pt,
  ): DocxPicture {
    const fitted = Math.min(width, (A4.height - 3 * A4.margin) * ratio)
    return { kind: 'picture', ...made, width: fitted, height: fitted / ratio, alt }
  }

  /** The seal below the line that it stands over on the page, and kept to it. */
  #withSeal(line: DocxParagraph, seal: SealOf | null | undefined): readonly DocxBlock[] {
    const made = seal ? this.#options.pictures.get(seal) : undefined
    if (!seal || !made) return [line]
    const { width, pixels, alt } = seal
    const height = (width * pixels.height) / pixels.width
    return [
      { ...line, keepWithNext: true },
      { kind: 'picture', ...made, width, height, alt },
    ]
  }

  #placeholder(block: Block, { placeholder }: PictureOf<StyledText>): readonly DocxBlock[] {
    if (placeholder === null) return []
    const runs = this.#runs(placeholder)
    const [first] = runs
    if (!first) return []
    const bracketed = [{ ...first, text: '〔' }, ...runs, { ...first, text: '〕' }]
    const paragraph = this.#paragraph(bracketed, placeholder, { align: 'centre' })
    const sent = [{ text: '〔', span: null }, ...placeholder.runs, { text: '〕', span: null }]
    return [this.#named(block, paragraph, sent)]
  }

  #table(block: Extract<Block, { kind: 'table' }>): readonly DocxBlock[] {
    const hasHead = block.header.length > 0
    const covered = coveredPlaces(block.merged ?? [])
    const rows = [block.header, ...block.rows]
      .slice(hasHead ? 0 : 1)
      .map((row, at) =>
        row.map((text, column) =>
          covered.has(`${hasHead ? at : at + 1}/${column}`)
            ? docxParagraph([])
            : this.#marked(block, this.#paragraph(this.#runs(text), text), text),
        ),
      )
    const heads = hasHead ? 1 + (block.headRows ?? 0) : 0
    const merged = (block.merged ?? []).map((one) => ({ ...one, row: hasHead ? one.row : one.row - 1 }))
    return [{ kind: 'table', rows, heads, width: WIDTH, merged }, docxParagraph([])]
  }

  #marked(block: Block, paragraph: DocxParagraph, text: StyledText, sign = ''): DocxParagraph {
    return this.#named(block, paragraph, [...(sign === '' ? [] : [{ text: sign, span: null }]), ...text.runs])
  }

  /** A line of several texts that the program composes: their words stand somewhere in what the block came from. */
  #line(
    block: Block,
    parts: readonly StyledText[],
    text: StyledText,
    more: Partial<DocxParagraph>,
  ): DocxParagraph {
    const runs = parts.flatMap((one, at) => [...(at > 0 ? [this.#blank(one)] : []), ...this.#runs(one)])
    const sent = parts.flatMap((one, at) => [
      ...(at > 0 ? [{ text: '\u3000', span: null }] : []),
      ...one.runs.map((run) => ({ text: run.text, span: run.span ?? block.span })),
    ])
    return this.#named(block, this.#paragraph(runs, text, more), sent)
  }

  #named(block: Block, paragraph: DocxParagraph, runs: readonly SentPart[]): DocxParagraph {
    const { place } = block
    const key = `${place.section} ${place.article}`
    const count = this.#counts.get(key) ?? 0
    this.#counts.set(key, count + 1)
    const mark = markName(place.section, place.article, count)
    const number = block.kind === 'paragraph' && block.role === 'footnote' ? block.number : undefined
    this.sent.set(mark, { runs, role: roleOf(block), ...(number === undefined ? {} : { note: number }) })
    return { ...paragraph, mark, runs: paragraph.runs.map((run) => withNoteName(run, place)) }
  }

  #paragraph(
    runs: readonly DocxRun[],
    { style }: StyledText,
    more: Partial<DocxParagraph> = {},
  ): DocxParagraph {
    return docxParagraph(runs, {
      align: style.align,
      firstIndent: style.firstIndentEm * style.size,
      startIndent: style.startIndentEm * style.size,
      endIndent: style.endIndentEm * style.size,
      ...more,
    })
  }

  #blank(text: StyledText): DocxRun {
    const [first] = this.#runs(text)
    return { ...(first ?? docxRun('', '宋体', 10.5)), text: '\u3000', underline: null }
  }

  #runs({ runs, style }: StyledText): readonly DocxRun[] {
    return runs.map((run) => {
      const made = this.#run(run)
      // Word makes raised letters smaller by itself.
      return made.raised === null ? made : { ...made, size: style.size }
    })
  }

  #run({ text, style, link, note, ruby }: TextRun): DocxRun {
    return docxRun(text, style.family, style.size, {
      bold: style.weight === 'bold',
      colour: this.#colour(style),
      raised: style.raiseEm > 0 ? 'superscript' : style.raiseEm < 0 ? 'subscript' : null,
      dots: style.dots,
      underline: style.lineBelow === undefined ? null : style.lineBelow.kind === 'name' ? 'single' : 'wave',
      link: link ?? null,
      ...(note === undefined ? {} : { note: String(note) }),
      ...(ruby === undefined ? {} : { ruby }),
    })
  }

  /** White letters stand on a band that Word's copy has not. */
  #colour({ colour }: TextStyle): string | null {
    if (colour === 'black' || colour === '#000000') return null
    return colour === 'accent' || colour === '#ffffff' ? this.#options.accent : colour.slice(1)
  }
}

function plain({ runs }: StyledText): string {
  return runs.map((run) => run.text).join('')
}
