import type { Place } from '../../content/block.ts'
import type { ShapedBlock, ShapedText } from '../../text/shaped-text.ts'
import { chosenText } from '../blocks/text-part.ts'
import { textsOf } from './report.ts'

/** A paragraph whose text an editor may cut or add to. */
export interface OpenText {
  readonly text: ShapedText
  readonly characters: number
}

/** An article as the report tells of it. */
export interface ArticleText {
  readonly place: Place
  readonly title: string
  /** Of all its texts, headlines and captions among them. */
  readonly characters: number
  readonly open: readonly OpenText[]
}

/** Characters to cut from each text (positive) or to add to it (negative). */
export type TextChange = ReadonlyMap<ShapedText, number>

/** A paragraph is not cut to fewer characters than this. */
const LEAST_LEFT = 12

/** The articles in reading order; their texts that may be cut only where they are wanted. */
export function articleTexts(blocks: readonly ShapedBlock[], withOpen: boolean): ArticleText[] {
  const articles = new Map<string, Gathered>()
  for (const block of blocks) {
    const { place } = block
    if (place.article < 0) continue
    const key = `${place.section}/${place.article}`
    const known = articles.get(key) ?? { place, title: '', characters: 0, open: [] }
    for (const text of textsOf(block)) known.characters += charactersOf(text)
    if (withOpen) known.open.push(...openTexts(block))
    known.title ||= titleIn(block)
    articles.set(key, known)
  }
  return [...articles.values()]
}

/** An article while its blocks are met. */
interface Gathered extends ArticleText {
  title: string
  characters: number
  readonly open: OpenText[]
}

// A text that stays is counted once.
const counted = new WeakMap<ShapedText, number>()

function charactersOf(text: ShapedText): number {
  const known = counted.get(text) ?? codePointCount(text.plain)
  counted.set(text, known)
  return known
}

/** Characters, of which few are two units long. */
function codePointCount(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? [...text].length : text.length
}

/** Characters of a brief's text that stand for its title in a report. */
const BRIEF_TITLE = 12

/** The title a block gives its article: a headline's, also inside a panel; of a brief its first words. */
function titleIn(block: ShapedBlock): string {
  if (block.kind === 'panel') return block.blocks.map(titleIn).find((title) => title !== '') ?? ''
  if (block.kind === 'heading' && block.role === 'headline') return block.outline
  if (block.kind !== 'paragraph' || block.role !== 'brief') return ''
  const characters = [...block.text.plain]
  return characters.length > BRIEF_TITLE ? `${characters.slice(0, BRIEF_TITLE).join('')}…` : block.text.plain
}

const OPEN_ROLES: ReadonlySet<string> = new Set(['body', 'list-item', 'quotation', 'brief'])

function openTexts(block: ShapedBlock): OpenText[] {
  if (block.kind === 'panel') return block.blocks.flatMap(openTexts)
  if (block.kind !== 'paragraph' || !OPEN_ROLES.has(block.role) || block.text.items.count < 2) return []
  return [{ text: block.text, characters: codePointCount(block.text.plain) }]
}

/** Characters that may be cut from a text. */
export function spare({ characters }: OpenText): number {
  return Math.max(0, characters - LEAST_LEFT)
}

/** `total` in whole numbers by weight, largest remainders first; the parts' sum is the total. */
export function apportioned(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (total * weight) / all)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest)
  const left = total - parts.reduce((sum, part) => sum + part, 0)
  for (const { index } of order.slice(0, Math.max(0, left))) parts[index] = (parts[index] as number) + 1
  return parts
}

/** The blocks with each text so many characters shorter or longer than it is; its first and its end stay. */
export function withChange(blocks: readonly ShapedBlock[], change: TextChange): ShapedBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'panel') return { ...block, blocks: withChange(block.blocks, change) }
    const by = block.kind === 'paragraph' ? change.get(block.text) : undefined
    if (block.kind !== 'paragraph' || !by) return block
    const end = Math.min(block.text.items.count - 1, 1 + (block.creditLength ?? 0))
    return { ...block, text: by > 0 ? cutShorter(block.text, by, end) : lengthened(block.text, -by, end) }
  })
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function cutShorter(text: ShapedText, by: number, end: number): ShapedText {
  const { count } = text.items
  return chosenText(text, [...range(0, Math.max(1, count - end - by)), ...range(count - end, count)])
}

/** More of the text's own Han: what an editor will write is not known, and never wider than those. */
function lengthened(text: ShapedText, by: number, end: number): ShapedText {
  const { items, clusters } = text
  const all = range(0, items.count - end)
  const wide = all.filter((index) => /^\p{Script=Han}$/u.test(clusters[index]?.text ?? ''))
  const source = wide.length > 0 ? wide : all
  const more = Array.from({ length: by }, (_, index) => source[index % source.length] as number)
  return chosenText(text, [...all, ...more, ...range(items.count - end, items.count)])
}
