import { childOf, childrenOf, settingOf, type XmlElement } from '../container/xml.ts'
import { formatNumber } from './number-formats.ts'

/** One level of a list as numbering.xml defines it. */
interface Level {
  readonly start: number
  readonly format: string
  /** Such as `%1、` or `（%2）`. */
  readonly text: string
  /** All numbers in Arabic figures. */
  readonly legal: boolean
  /** Which higher level it begins again after: 0 for never, null for any. */
  readonly restart: number | null
  readonly suffix: string
  readonly style: string
}

interface ListDefinition {
  readonly id: string
  readonly levels: readonly Level[]
}

interface ListInstance {
  readonly definition: ListDefinition
  readonly starts: ReadonlyMap<number, number>
}

/** A paragraph's automatic number. */
export interface PrintedNumber {
  /** With what stands between it and the text; '' for a bullet. */
  readonly text: string
  readonly sign: 'bullet' | 'number' | 'formatted'
  readonly value: number
  readonly level: number
  /** A format not known here, written in Arabic figures. */
  readonly unknown: string | null
}

/** Counts the paragraphs of a document's lists in order. */
export interface ListCounter {
  next(list: string, level: number): PrintedNumber | null
  /** The level whose definition names a paragraph style. */
  levelOfStyle(list: string, style: string): number | null
}

/** Takes numbering.xml, or nothing; `styleLists` tells which list a numbering style names. */
export function listCounter(
  numbering: XmlElement | undefined,
  styleLists: ReadonlyMap<string, string>,
): ListCounter {
  const lists = readLists(numbering, styleLists)
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return {
    next: (list, level) => {
      const instance = lists.get(list)
      const definition = instance?.definition.levels[level]
      if (!instance || !definition) return null
      const counted = counts.get(instance.definition.id) ?? []
      counts.set(instance.definition.id, counted)
      begin(instance, list, counted, begun)
      advance(instance, level, counted)
      return printed(instance, level, counted)
    },
    levelOfStyle: (list, style) => {
      const at = lists.get(list)?.definition.levels.findIndex((one) => one?.style === style) ?? -1
      return at < 0 ? null : at
    },
  }
}

/** Lists that share a definition count on together, unless one says where it starts. */
function begin(
  { starts }: ListInstance,
  list: string,
  counted: (number | undefined)[],
  begun: Set<string>,
): void {
  if (begun.has(list)) return
  begun.add(list)
  for (const [level, start] of starts) {
    counted[level] = start - 1
    counted.length = Math.max(counted.length, level + 1)
  }
}

function advance({ definition, starts }: ListInstance, level: number, counted: (number | undefined)[]): void {
  const first = (at: number) => starts.get(at) ?? definition.levels[at]?.start ?? 1
  for (let at = 0; at < level; at += 1) counted[at] ??= first(at)
  counted[level] = (counted[level] ?? first(level) - 1) + 1
  for (let at = level + 1; at < counted.length; at += 1) {
    const restart = definition.levels[at]?.restart ?? null
    if (restart === null || (restart > 0 && level < restart)) counted[at] = undefined
  }
}

function printed(
  { definition }: ListInstance,
  level: number,
  counted: readonly (number | undefined)[],
): PrintedNumber {
  const own = definition.levels[level] as Level
  const value = counted[level] ?? own.start
  if (own.format === 'bullet') return { text: '', sign: 'bullet', value, level, unknown: null }
  let unknown: string | null = null
  const text = own.text.replace(/%([1-9])/g, (_, figure: string) => {
    const at = Number(figure) - 1
    const { format = 'decimal' } = definition.levels[at] ?? {}
    const number = counted[at] ?? definition.levels[at]?.start ?? 1
    const made = formatNumber(number, own.legal && format !== 'none' ? 'decimal' : format)
    if (made === null) unknown = format
    return made ?? String(number)
  })
  const isPlain = own.format === 'decimal' && own.text === `%${level + 1}.`
  const gap = own.suffix === 'nothing' || text === '' || /[、．，。）)】：:\s]$/.test(text) ? '' : ' '
  return { text: `${text}${gap}`, sign: isPlain ? 'number' : 'formatted', value, level, unknown }
}

function readLists(
  numbering: XmlElement | undefined,
  styleLists: ReadonlyMap<string, string>,
): ReadonlyMap<string, ListInstance> {
  const definitions = new Map<string, XmlElement>()
  for (const one of childrenOf(numbering, 'w:abstractNum')) {
    definitions.set(one.attributes['w:abstractNumId'] ?? '', one)
  }
  const numbers = childrenOf(numbering, 'w:num')
  const lists = new Map<string, ListInstance>()
  for (const one of numbers) {
    const definition = definitionOf(one, definitions, numbers, styleLists)
    if (definition) lists.set(one.attributes['w:numId'] ?? '', instanceOf(one, definition))
  }
  return lists
}

/** The definition a list uses; one that only names a numbering style leads on to that style's list. */
function definitionOf(
  list: XmlElement,
  definitions: ReadonlyMap<string, XmlElement>,
  numbers: readonly XmlElement[],
  styleLists: ReadonlyMap<string, string>,
): XmlElement | undefined {
  let found = definitions.get(settingOf(list, 'w:abstractNumId') ?? '')
  for (let step = 0; step < 5 && found; step += 1) {
    const link = settingOf(found, 'w:numStyleLink')
    if (link === undefined) return found
    const other = styleLists.get(link)
    const next = numbers.find((one) => one.attributes['w:numId'] === other)
    found = definitions.get(settingOf(next, 'w:abstractNumId') ?? '')
  }
  return found
}

function instanceOf(list: XmlElement, definition: XmlElement): ListInstance {
  const levels: Level[] = []
  for (const one of childrenOf(definition, 'w:lvl')) levels[levelNumber(one)] = levelOf(one)
  const starts = new Map<number, number>()
  for (const override of childrenOf(list, 'w:lvlOverride')) {
    const level = levelNumber(override)
    const own = childOf(override, 'w:lvl')
    if (own) levels[level] = levelOf(own)
    const start = settingOf(override, 'w:startOverride')
    if (start !== undefined) starts.set(level, Number(start))
  }
  return { definition: { id: definition.attributes['w:abstractNumId'] ?? '', levels }, starts }
}

function levelNumber({ attributes }: XmlElement): number {
  return Math.min(8, Math.max(0, Number(attributes['w:ilvl'] ?? 0) || 0))
}

function levelOf(level: XmlElement): Level {
  const restart = settingOf(level, 'w:lvlRestart')
  const legal = childOf(level, 'w:isLgl')
  return {
    start: Number(settingOf(level, 'w:start') ?? 1) || 0,
    format: formatOf(level),
    text: settingOf(level, 'w:lvlText') ?? '',
    legal: legal !== undefined && !/^(?:0|false|off)$/.test(legal.attributes['w:val'] ?? '1'),
    restart: restart === undefined ? null : Number(restart),
    suffix: settingOf(level, 'w:suff') ?? 'tab',
    style: settingOf(level, 'w:pStyle') ?? '',
  }
}

/** Newer formats stand in an alternative before the older one; `001, 002, …` is written as a custom one. */
function formatOf(level: XmlElement): string {
  const alternative = childOf(level, 'mc:AlternateContent')
  const element =
    childOf(level, 'w:numFmt') ??
    childOf(childOf(alternative, 'mc:Choice'), 'w:numFmt') ??
    childOf(childOf(alternative, 'mc:Fallback'), 'w:numFmt')
  const format = element?.attributes['w:val'] ?? 'decimal'
  if (format !== 'custom') return format
  return /^0{1,4}1(?=,)/.exec(element?.attributes['w:format'] ?? '')?.[0] ?? 'decimal'
}
