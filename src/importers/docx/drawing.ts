import { importLimits } from '../container/limits.ts'
import { childOf, descendantsOf, textOf, type XmlElement } from '../container/xml.ts'
import type { SourcePicture } from '../source-document.ts'
import type { DocxContext } from './docx-context.ts'

/** What a drawing, VML picture or object holds: pictures, and the contents of boxes with text. */
export interface DrawingContents {
  readonly pictures: readonly SourcePicture[]
  readonly boxes: readonly XmlElement[]
  /** Texts of WordArt. */
  readonly wordArt: readonly string[]
}

const PARTS = new Set([
  'pic:pic',
  'a:blipFill',
  'v:imagedata',
  'v:fill',
  'w:txbxContent',
  'v:textpath',
  'a:graphicData',
  'o:OLEObject',
  'w:control',
  'mc:AlternateContent',
])

/** Looks through a `w:drawing`, `w:pict` or `w:object`. */
export function drawingContents(drawing: XmlElement, context: DocxContext): DrawingContents {
  const found = { pictures: [] as SourcePicture[], boxes: [] as XmlElement[], wordArt: [] as string[] }
  visit(drawing, drawing, found, context)
  return found
}

type Found = { pictures: SourcePicture[]; boxes: XmlElement[]; wordArt: string[] }

function visit(element: XmlElement, drawing: XmlElement, found: Found, context: DocxContext): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const step = PARTS.has(child.name) ? child : null
    if (step?.name === 'w:txbxContent') found.boxes.push(child)
    else if (step?.name === 'a:blipFill') addFilling(child, drawing, found, context)
    else if (step?.name === 'v:fill') addVmlFilling(child, element, drawing, found, context)
    else if (step?.name === 'pic:pic') addPicture(child, drawing, found, context)
    else if (step?.name === 'v:imagedata') addVmlPicture(child, element, drawing, found, context)
    else if (step?.name === 'mc:AlternateContent') visitChosen(child, drawing, found, context)
    else {
      if (step?.name === 'v:textpath') addWordArt(child, found)
      if (step?.name === 'o:OLEObject' || step?.name === 'w:control') reportObject(child, context)
      if (step?.name === 'a:graphicData') reportGraphic(child, context)
      visit(child, drawing, found, context)
    }
  }
}

function visitChosen(alternative: XmlElement, drawing: XmlElement, found: Found, context: DocxContext): void {
  const chosen = chosenOf(alternative)
  if (chosen) visit(chosen, drawing, found, context)
}

/** What newer Word and WPS write, before what older programs read; never both. */
export function chosenOf(alternative: XmlElement): XmlElement | undefined {
  const choice = childOf(alternative, 'mc:Choice')
  const fallback = childOf(alternative, 'mc:Fallback')
  const holds = (one: XmlElement | undefined) =>
    one?.children.some((child) => typeof child !== 'string') ?? false
  return holds(choice) ? choice : (fallback ?? choice)
}

function addPicture(picture: XmlElement, drawing: XmlElement, found: Found, context: DocxContext): void {
  const fill = childOf(picture, 'pic:blipFill')
  const blip = childOf(fill, 'a:blip')
  const id = blip?.attributes['r:embed'] ?? blip?.attributes['r:link'] ?? ''
  const [extent] = descendantsOf(drawing, new Set(['wp:extent']))
  const [named] = descendantsOf(drawing, new Set(['wp:docPr']))
  const ratio = ratioOf(extent?.attributes.cx, extent?.attributes.cy)
  const rect = childOf(fill, 'a:srcRect')?.attributes
  const crop = ['l', 't', 'r', 'b'].map((side) => Number(rect?.[side] ?? 0) / 100_000)
  const alt = named?.attributes.descr ?? ''
  const link = context.relationships.get(childOf(named, 'a:hlinkClick')?.attributes['r:id'] ?? '')?.target
  if (link !== undefined) context.report('picture-link', alt, { target: link.slice(0, 200) })
  reportTurn(childOf(childOf(picture, 'pic:spPr'), 'a:xfrm'), context)
  found.pictures.push({
    kind: 'picture',
    ...placed(id, context),
    ratio,
    alt: worthAlt(alt) ? alt : '',
    crop: cropOf(crop),
  })
}

/** A picture that fills a shape is one; a texture is a look. */
function addFilling(fill: XmlElement, drawing: XmlElement, found: Found, context: DocxContext): void {
  if (childOf(fill, 'a:tile')) return
  const [extent] = descendantsOf(drawing, new Set(['wp:extent']))
  const id = childOf(fill, 'a:blip')?.attributes['r:embed']
  const ratio = ratioOf(extent?.attributes.cx, extent?.attributes.cy)
  if (id !== undefined)
    found.pictures.push({ kind: 'picture', ...placed(id, context), ratio, alt: '', crop: null })
}

function addVmlFilling(
  fill: XmlElement,
  shape: XmlElement,
  drawing: XmlElement,
  found: Found,
  context: DocxContext,
): void {
  if (fill.attributes.type === 'frame') addVmlPicture(fill, shape, drawing, found, context)
}

/** Turned and mirrored pictures come in as their files are. */
function reportTurn(transform: XmlElement | undefined, { report }: DocxContext): void {
  const { rot, flipH, flipV } = transform?.attributes ?? {}
  const degrees = Math.round((Number(rot ?? 0) || 0) / 60_000) % 360
  const isOn = (value: string | undefined) => value === '1' || value === 'true'
  if (degrees === 0 && !isOn(flipH) && !isOn(flipV)) return
  const isFlipped = isOn(flipH) || isOn(flipV)
  const turned = degrees === 0 ? [] : [`${degrees}°`]
  const howZh = [...turned, ...(isFlipped ? ['镜像'] : [])].join('、')
  report('picture-turned', '', { howZh, howEn: [...turned, ...(isFlipped ? ['mirrored'] : [])].join(', ') })
}

/** Word fills in file names and guesses of its own. */
function worthAlt(alt: string): boolean {
  return !/\.(?:jpe?g|png|bmp|gif|tiff?)$|^(?:IMG|DSC|图片|Picture|mmexport|微信图片)[ _\d-]*$|自动生成|automatically generated|[\\/]/i.test(
    alt,
  )
}

function addVmlPicture(
  data: XmlElement,
  shape: XmlElement,
  drawing: XmlElement,
  found: Found,
  context: DocxContext,
): void {
  const id = data.attributes['r:id'] ?? data.attributes['o:relid'] ?? data.attributes['r:embed'] ?? ''
  const style = shape.attributes.style ?? ''
  const length = (name: string) => new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)`).exec(style)?.[1]
  const crop = ['cropleft', 'croptop', 'cropright', 'cropbottom'].map((side) =>
    vmlPart(data.attributes[side]),
  )
  if (id === '' && (drawing.name === 'w:object' || data.name === 'v:fill')) return
  found.pictures.push({
    kind: 'picture',
    ...placed(id, context),
    ratio: ratioOf(length('width'), length('height')),
    alt: '',
    crop: cropOf(crop),
  })
}

/** `6554f` is a tenth: VML counts in parts of 65536. */
function vmlPart(value: string | undefined): number {
  const number = Number.parseFloat(value ?? '0') || 0
  return /f$/.test(value ?? '') ? number / 65_536 : number
}

function ratioOf(width: string | undefined, height: string | undefined): number | null {
  const ratio = Number(width) / Number(height)
  return Number.isFinite(ratio) && ratio > 0 ? ratio : null
}

function cropOf(sides: readonly number[]): SourcePicture['crop'] {
  const kept = sides.map((one) => (Number.isFinite(one) && one > 0 && one < 1 ? one : 0))
  const [left = 0, top = 0, right = 0, bottom = 0] = kept
  const isCropped = kept.some((one) => one > 0.001) && left + right < 0.98 && top + bottom < 0.98
  return isCropped ? [left, top, right, bottom] : null
}

/** The file of a relationship; what lies outside is not read. */
function placed(id: string, context: DocxContext): { readonly file: number | null } {
  const relationship = context.relationships.get(id)
  if (relationship?.external) {
    context.report('picture-outside', relationship.target, { target: relationship.target.slice(0, 200) })
    return { file: null }
  }
  const file = relationship ? context.files.add(relationship.target) : null
  if (file === null) context.report('picture-missing', relationship?.target ?? id)
  return { file }
}

function addWordArt({ attributes }: XmlElement, found: Found): void {
  const text = (attributes.string ?? '').trim()
  if (text !== '') found.wordArt.push(text)
}

function reportObject({ attributes }: XmlElement, context: DocxContext): void {
  const what = attributes.ProgID ?? attributes['w:name'] ?? 'OLE'
  context.report('embedded', what, { what })
}

const TEXTS = new Set(['a:t', 'c:v', 'cx:pt', 'cx:v'])
const GRAPHICS: Readonly<Record<string, string>> = {
  chart: '图表（chart）',
  chartex: '图表（chart）',
  diagram: 'SmartArt',
  wordprocessingInk: '手写墨迹（ink）',
  lockedCanvas: '画布（canvas）',
}
/** What is looked through for pictures and boxes. */
const PLAIN_GRAPHICS = /^(?:picture|wordprocessing(?:Shape|Group|Canvas))$/

/** Charts and diagrams stand in parts of their own; their words are told. */
function reportGraphic(data: XmlElement, context: DocxContext): void {
  const kind = (data.attributes.uri ?? '').split('/').at(-1) ?? ''
  if (PLAIN_GRAPHICS.test(kind)) return
  const what = GRAPHICS[kind] ?? `图形（${kind}）`
  const ids = data.children.flatMap((one) => (typeof one === 'string' ? [] : Object.entries(one.attributes)))
  const words = ids
    .filter(([name]) => name === 'r:id' || name === 'r:dm')
    .flatMap(([, id]) => wordsOfPart(context.relationships.get(id)?.target, context))
  const own = [...descendantsOf(data, TEXTS)].map(textOf)
  context.report('drawing', [...own, ...words].join(' '), { what })
}

function wordsOfPart(name: string | undefined, context: DocxContext): readonly string[] {
  const part = name === undefined ? undefined : context.parts.part(name)
  if (!part) return []
  const words: string[] = []
  for (const one of descendantsOf(part, TEXTS)) words.push(textOf(one))
  return words.slice(0, importLimits.paragraphs)
}
