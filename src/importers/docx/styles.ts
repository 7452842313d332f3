import { childOf, childrenOf, settingOf, type XmlElement } from '../container/xml.ts'

/** What can be said of a run's looks; undefined where nothing is said. */
export interface RunLooks {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly struck?: boolean | undefined
  readonly underlined?: boolean | undefined
  readonly dotted?: boolean | undefined
  readonly raised?: 'superscript' | 'subscript' | 'baseline' | undefined
  /** In pt. */
  readonly size?: number | undefined
  readonly highlight?: string | undefined
  readonly colour?: string | undefined
  readonly font?: string | undefined
  readonly eastAsianFont?: string | undefined
}

export interface ParagraphLooks {
  readonly align?: 'left' | 'centre' | 'right' | undefined
  /** From 0. */
  readonly outline?: number | undefined
  readonly list?: string | undefined
  readonly listLevel?: number | undefined
  readonly newPage?: boolean | undefined
}

export interface DocxStyle {
  readonly id: string
  readonly name: string
  readonly paragraph: ParagraphLooks
  readonly run: RunLooks
}

/** A document's styles, each with what it inherits. */
export interface DocxStyles {
  readonly defaults: RunLooks
  /** A style by its id; the default paragraph style for ''. */
  style(id: string | undefined): DocxStyle
  character(id: string | undefined): RunLooks
  /** Numbering styles to the list each names. */
  readonly lists: ReadonlyMap<string, string>
}

const NO_STYLE: DocxStyle = { id: '', name: '', paragraph: {}, run: {} }

export function readStyles(part: XmlElement | undefined): DocxStyles {
  const elements = childrenOf(part, 'w:style')
  const byId = new Map(elements.map((one) => [one.attributes['w:styleId'] ?? '', one]))
  // ECMA-376 part 1, 17.3.2.38: letters have 10 pt where nothing is said.
  const defaults = over(
    { size: 10 },
    runLooks(childOf(childOf(childOf(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')),
  )
  const made = new Map<string, DocxStyle>()
  const make = (id: string) => made.get(id) ?? settled(id, byId, made)
  const own = elements.find(
    (one) => one.attributes['w:type'] === 'paragraph' && isOn(one.attributes['w:default'] ?? '0'),
  )
  const fallback = own?.attributes['w:styleId'] ?? ''
  return {
    defaults,
    style: (id) => make(id !== undefined && byId.has(id) ? id : fallback),
    character: (id) => (id === undefined ? {} : make(id).run),
    lists: new Map(
      elements.flatMap((one) => {
        const list = settingOf(childOf(childOf(one, 'w:pPr'), 'w:numPr'), 'w:numId')
        return one.attributes['w:type'] === 'numbering' && list !== undefined
          ? [[one.attributes['w:styleId'] ?? '', list] as const]
          : []
      }),
    ),
  }
}

/** A style on top of those it is based on; a circle of styles ends where it began. */
function settled(id: string, byId: ReadonlyMap<string, XmlElement>, made: Map<string, DocxStyle>): DocxStyle {
  const chain: XmlElement[] = []
  for (let at: string | undefined = id; at !== undefined && chain.length < 32; ) {
    const element = byId.get(at)
    if (!element || chain.includes(element)) break
    chain.push(element)
    at = settingOf(element, 'w:basedOn')
  }
  if (chain.length === 0) return NO_STYLE
  let style: DocxStyle = { ...NO_STYLE, id, name: (settingOf(chain[0], 'w:name') ?? '').trim() }
  for (const element of chain.reverse()) {
    style = {
      ...style,
      paragraph: over(style.paragraph, paragraphLooks(childOf(element, 'w:pPr'))),
      run: over(style.run, runLooks(childOf(element, 'w:rPr'))),
    }
  }
  made.set(id, style)
  return style
}

/** One set of looks on top of another. */
export function over<T extends object>(below: T, above: T): T {
  const said = Object.entries(above).filter(([, value]) => value !== undefined)
  return { ...below, ...Object.fromEntries(said) }
}

export function runLooks(properties: XmlElement | undefined): RunLooks {
  if (!properties) return {}
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  const size = pointsOf(settingOf(properties, 'w:sz'))
  const colour = settingOf(properties, 'w:color')
  return {
    bold: toggle(properties, 'w:b'),
    italic: toggle(properties, 'w:i'),
    hidden: toggle(properties, 'w:vanish'),
    struck: toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike'),
    underlined: said(settingOf(properties, 'w:u')),
    dotted: said(settingOf(properties, 'w:em')),
    raised: raisedOf(properties),
    size,
    highlight: settingOf(properties, 'w:highlight'),
    colour: colour?.toLowerCase(),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    eastAsianFont: fonts?.['w:eastAsia'],
  }
}

/** Half points, or a measure with its unit as the strict format has it. */
function pointsOf(value: string | undefined): number | undefined {
  const points = value?.endsWith('pt') ? Number(value.slice(0, -2)) : Number(value ?? Number.NaN) / 2
  return Number.isFinite(points) ? points : undefined
}

function raisedOf(properties: XmlElement): RunLooks['raised'] {
  const align = settingOf(properties, 'w:vertAlign')
  const shift = Number(settingOf(properties, 'w:position') ?? 0)
  // LibreOffice raises letters that are smaller by a distance of its own.
  if (align === undefined && Math.abs(shift) >= 4 && childOf(properties, 'w:sz')) {
    return shift > 0 ? 'superscript' : 'subscript'
  }
  return align === 'superscript' || align === 'subscript' || align === 'baseline' ? align : undefined
}

function said(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value !== 'none'
}

function toggle(properties: XmlElement, name: string): boolean | undefined {
  const element = childOf(properties, name)
  return element && isOn(element.attributes['w:val'] ?? '1')
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off|none)$/i.test(value)
}

export function paragraphLooks(properties: XmlElement | undefined): ParagraphLooks {
  if (!properties) return {}
  const outline = settingOf(properties, 'w:outlineLvl')
  const numbers = childOf(properties, 'w:numPr')
  const level = settingOf(numbers, 'w:ilvl')
  return {
    align: alignOfWord(settingOf(properties, 'w:jc')),
    outline: outline === undefined ? undefined : Number(outline),
    list: settingOf(numbers, 'w:numId'),
    listLevel: level === undefined ? undefined : Number(level),
    newPage: toggle(properties, 'w:pageBreakBefore'),
  }
}

function alignOfWord(value: string | undefined): ParagraphLooks['align'] {
  if (value === undefined) return undefined
  if (value === 'center') return 'centre'
  return value === 'right' || value === 'end' ? 'right' : 'left'
}
