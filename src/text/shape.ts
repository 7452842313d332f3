import type { FontLibrary } from '../assets/font.ts'
import type { Outcome } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { TextStyle } from '../base/text-style.ts'
import type { Block, ContentsLineOf, PanelOf, StyledText } from '../content/block.ts'
import { toldText } from '../content/told-text.ts'
import { type TextOptions, TextShaper } from './shape-text.ts'
import type { ShapedBlock, ShapedText } from './shaped-text.ts'

/** Shaped texts of earlier states, by what they were made of; of one library of fonts, one set of options, one language. */
export interface ShapeMemory {
  readonly texts: WeakMap<StyledText, ShapedText>
  readonly blocks: WeakMap<Block, ShapedBlock>
  /** The place in the sources of one in the blocks, for what is said. */
  readonly inSource: (span: Span) => Span
}

/** The words of running heads, folios and stamps. */
type Around = Readonly<Record<string, { readonly text: string; readonly style: TextStyle } | null>>

/**
 * Stage ③: characters to glyphs. Takes blocks with styled text and the fonts; gives the same blocks with
 * shaped text, and reports every character that the wanted face lacks. Promises that no character is lost:
 * one that no face has is set as 〓. Bare addresses become links; sentences in another language than `language` say so.
 * What stands `around` the columns is set page by page, and only looked over here.
 */
export function shape(
  blocks: readonly Block[],
  fonts: FontLibrary,
  options: TextOptions,
  language: string | null = null,
  around: Around = {},
  memory: ShapeMemory | null = null,
): Outcome<readonly ShapedBlock[]> {
  const shaper = new TextShaper(fonts, options, memory?.inSource)
  const fresh = (text: StyledText) => shaper.shape(toldText(text, language))
  const one = memory === null ? fresh : (text: StyledText) => asBefore(memory.texts, text, shaper, fresh)
  const shaped = (block: Block) => shapeBlock(block, one)
  const value = blocks.map((block) =>
    memory === null ? shaped(block) : asBefore(memory.blocks, block, shaper, shaped),
  )
  for (const words of Object.values(around)) if (words !== null) shaper.lookFor(words.text, words.style)
  return { value, diagnostics: shaper.findings() }
}

/** What is remembered, else made; what the fonts lacked something for is not kept, so that it is said again. */
function asBefore<K extends object, V>(
  memory: WeakMap<K, V>,
  key: K,
  shaper: TextShaper,
  make: (key: K) => V,
): V {
  const found = memory.get(key)
  if (found !== undefined) return found
  const { lacked } = shaper
  const made = make(key)
  if (shaper.lacked === lacked) memory.set(key, made)
  return made
}

/** Shapes one text alone, such as a page number or a running head; what its fonts lack is set but not reported. */
export function shapeText(text: StyledText, fonts: FontLibrary, options: TextOptions): ShapedText {
  return new TextShaper(fonts, options).shape(text)
}

type Shape = (text: StyledText) => ShapedText

function orNull(text: StyledText | null, shapeOne: Shape): ShapedText | null {
  return text === null ? null : shapeOne(text)
}

function shapeBlock(block: Block, one: Shape): ShapedBlock {
  switch (block.kind) {
    case 'blank':
    case 'start':
      return block
    case 'heading':
      return {
        ...block,
        shoulder: orNull(block.shoulder, one),
        text: one(block.text),
        subtitle: orNull(block.subtitle, one),
      }
    case 'paragraph':
      return {
        ...block,
        text: one(block.text),
        marker: block.marker && { ...block.marker, text: one(block.marker.text) },
      }
    case 'figure': {
      const { caption, ...figure } = block
      return {
        ...figure,
        pictures: block.pictures.map((picture) => ({
          ...picture,
          placeholder: orNull(picture.placeholder, one),
          caption: orNull(picture.caption, one),
        })),
        ...(caption ? { caption: one(caption) } : {}),
      }
    }
    case 'table':
      return { ...block, header: block.header.map(one), rows: block.rows.map((row) => row.map(one)) }
    case 'panel':
    case 'turnable':
      return { ...block, blocks: block.blocks.map((inner) => shapeBlock(inner, one)) }
    case 'masthead':
      return shapeMasthead(block, one)
    case 'colophon':
      return {
        ...block,
        rows: block.rows.map((row) => ({
          label: orNull(row.label, one),
          text: one(row.text),
          right: orNull(row.right, one),
        })),
      }
  }
}

function shapeMasthead(block: Extract<Block, { kind: 'masthead' }>, one: Shape): ShapedBlock {
  const line = (entry: ContentsLineOf<StyledText>) => ({ ...entry, text: one(entry.text) })
  const { ear, ...head } = block
  return {
    ...head,
    name: one(block.name),
    subtitle: orNull(block.subtitle, one),
    classification: orNull(block.classification, one),
    copyNumber: orNull(block.copyNumber, one),
    issueLabel: one(block.issueLabel),
    issuer: one(block.issuer),
    date: one(block.date),
    specialTitle: orNull(block.specialTitle, one),
    ...(ear ? { ear: shapeBlock(ear, one) as PanelOf<ShapedText> } : {}),
    contents: block.contents && { title: one(block.contents.title), lines: block.contents.lines.map(line) },
  }
}
