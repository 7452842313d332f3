import type { Pt } from '../base/units.ts'
import type { MergedCells } from '../content/block.ts'
import type { DocxBlock, DocxParagraph, DocxPicture, DocxRun, DocxTable } from './docx-blocks.ts'

/** Gives relationship ids for what lies outside the text. */
export interface DocxLinks {
  address(target: string): string
  picture(picture: DocxPicture): { readonly id: string; readonly number: number }
  /** A number that no other bookmark has. */
  bookmark(): number
  /** The id of a footnote; null where there is none of that name. */
  note(name: string): number | null
  footnote(name: string, xml: string): void
}

/** The blocks as WordprocessingML, elements in the order of the schema (ECMA-376 part 1, annex A). */
export function blocksXml(blocks: readonly DocxBlock[], links: DocxLinks): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return paragraphXml(block, links)
      if (block.kind === 'footnote') {
        links.footnote(block.name, paragraphXml(block.text, links))
        return ''
      }
      return block.kind === 'table' ? tableXml(block, links) : pictureXml(block, links)
    })
    .join('')
}

const ALIGN = { justify: 'both', left: 'left', centre: 'center', right: 'right' } as const

/** In twentieths of a point. */
function twips(length: Pt): number {
  return Math.round(length * 20)
}

function paragraphXml(paragraph: DocxParagraph, links: DocxLinks): string {
  const runs = paragraph.runs.map((run) => runXml(run, links)).join('')
  if (paragraph.mark === null) return `<w:p>${propertiesXml(paragraph)}${runs}</w:p>`
  const id = links.bookmark()
  return `<w:p>${propertiesXml(paragraph)}<w:bookmarkStart w:id="${id}" w:name="${paragraph.mark}"/>${runs}<w:bookmarkEnd w:id="${id}"/></w:p>`
}

function propertiesXml(paragraph: DocxParagraph): string {
  const { heading, keepWithNext, rule, above, below, startIndent, endIndent, firstIndent, align } = paragraph
  const first =
    firstIndent >= 0 ? `w:firstLine="${twips(firstIndent)}"` : `w:hanging="${twips(-firstIndent)}"`
  return [
    '<w:pPr>',
    heading === null ? '' : `<w:pStyle w:val="${heading === 0 ? 'Title' : `Heading${heading}`}"/>`,
    keepWithNext ? '<w:keepNext/>' : '',
    rule === null
      ? ''
      : `<w:pBdr><w:bottom w:val="double" w:sz="12" w:space="6" w:color="${rule}"/></w:pBdr>`,
    boxedXml(paragraph.boxed),
    `<w:spacing w:before="${twips(above)}" w:after="${twips(below)}"/>`,
    `<w:ind w:left="${twips(startIndent)}" w:right="${twips(endIndent)}" ${first}/>`,
    `<w:jc w:val="${ALIGN[align]}"/>`,
    '</w:pPr>',
  ].join('')
}

/** Grounds and lines of boxes, as light as on the page. */
const GROUND = 'F2F2F2'
const LINE = 'w:val="single" w:sz="6" w:space="4" w:color="808080"'

function boxedXml(boxed: DocxParagraph['boxed']): string {
  if (!boxed) return ''
  const lines = `${boxed.above ? `<w:top ${LINE}/>` : ''}${boxed.below ? `<w:bottom ${LINE}/>` : ''}`
  const ground = boxed.tint ? `<w:shd w:val="clear" w:color="auto" w:fill="${GROUND}"/>` : ''
  return `${lines === '' ? '' : `<w:pBdr>${lines}</w:pBdr>`}${ground}`
}

function runXml(run: DocxRun, links: DocxLinks): string {
  const id = run.note === undefined ? null : links.note(run.note)
  const mark = id === null ? '' : `<w:footnoteReference w:customMarkFollows="1" w:id="${id}"/>`
  const words = run.ruby === undefined ? textXml(run.text) : rubyXml(run, run.ruby)
  const text = `<w:r>${runProperties(run)}${mark}${words}</w:r>`
  return run.link === null ? text : `<w:hyperlink r:id="${links.address(run.link)}">${text}</w:hyperlink>`
}

/** 拼音指南: half as large as its character, and a little above it (ECMA-376 part 1, 17.3.3.25). */
function rubyXml(run: DocxRun, reading: string): string {
  const small = { ...run, size: run.size / 2, dots: false, underline: null }
  const half = Math.round(run.size * 2)
  const properties = `<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="${Math.round(run.size)}"/><w:hpsRaise w:val="${half - 2}"/><w:hpsBaseText w:val="${half}"/><w:lid w:val="zh-CN"/></w:rubyPr>`
  const part = (name: string, one: DocxRun, text: string) =>
    `<w:${name}><w:r>${runProperties(one)}${textXml(text)}</w:r></w:${name}>`
  return `<w:ruby>${properties}${part('rt', small, reading)}${part('rubyBase', run, run.text)}</w:ruby>`
}

function runProperties({ family, bold, colour, size, underline, raised, dots }: DocxRun): string {
  const font = attribute(family)
  const half = Math.round(size * 2)
  return [
    `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:hint="eastAsia"/>`,
    bold ? '<w:b/>' : '',
    colour === null ? '' : `<w:color w:val="${colour}"/>`,
    `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`,
    underline === null ? '' : `<w:u w:val="${underline}"/>`,
    raised === null ? '' : `<w:vertAlign w:val="${raised}"/>`,
    dots ? '<w:em w:val="dot"/>' : '',
    '</w:rPr>',
  ].join('')
}

function textXml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')
}

/** Characters that the longest text of a column counts as, at least and at most, and what is around it. */
const LEAST_CHARACTERS = 2
const MOST_CHARACTERS = 16
const AROUND = 2

/** Columns of a table by their longest texts, together as wide as it: a telephone number is not parted beside a short word. */
function columnWidths({ rows, width, merged }: DocxTable): readonly number[] {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const needs = Array.from({ length: columns }, (_, column) => {
    const lengths = rows.map((row, at) => {
      const isWide = merged.some((one) => one.columns > 1 && covers(one, at, column))
      return isWide ? 0 : (row[column]?.runs.reduce((sum, { text }) => sum + text.length, 0) ?? 0)
    })
    return Math.min(MOST_CHARACTERS, Math.max(LEAST_CHARACTERS, ...lengths)) + AROUND
  })
  const all = needs.reduce((sum, need) => sum + need, 0)
  return needs.map((need) => twips((width * need) / all))
}

function tableXml(table: DocxTable, links: DocxLinks): string {
  const { rows, heads, width, merged } = table
  const widths = columnWidths(table)
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')
  const lines = rows.map((row, at) => {
    const head = at < heads ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
    const cells = row.flatMap((cell, column) => {
      const over = merged.find((one) => covers(one, at, column))
      if (over && over.column < column) return []
      const own = widths.slice(column, column + (over?.columns ?? 1)).reduce((sum, each) => sum + each, 0)
      const width = `<w:tcW w:w="${own}" w:type="dxa"/>`
      return [`<w:tc><w:tcPr>${width}${mergeXml(over, at)}</w:tcPr>${paragraphXml(cell, links)}</w:tc>`]
    })
    return `<w:tr>${head}${cells.join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(width)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`
}

function covers({ row, column, rows, columns }: MergedCells, at: number, index: number): boolean {
  return at >= row && at < row + rows && index >= column && index < column + columns
}

function mergeXml(over: MergedCells | undefined, at: number): string {
  if (!over) return ''
  const across = over.columns > 1 ? `<w:gridSpan w:val="${over.columns}"/>` : ''
  if (over.rows === 1) return across
  return `${across}<w:vMerge${at === over.row ? ' w:val="restart"' : ''}/>`
}

/** English metric units to a point. */
const EMU = 12_700

function pictureXml(picture: DocxPicture, links: DocxLinks): string {
  const { id, number } = links.picture(picture)
  const size = `cx="${Math.round(picture.width * EMU)}" cy="${Math.round(picture.height * EMU)}"`
  const name = `图 ${number}`
  return [
    '<w:p><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>',
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${number}" name="${name}" descr="${attribute(picture.alt)}"/>`,
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
    `<pic:nvPicPr><pic:cNvPr id="${number}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
  ].join('')
}

const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** What XML cannot hold is left out: control characters, halves of pairs. */
export function escaped(text: string): string {
  return text.replace(UNFIT, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

export function attribute(text: string): string {
  return escaped(text).replace(/"/g, '&quot;').replace(/\s+/g, ' ')
}
