import type { FontLibrary } from '../../src/assets/font.ts'
import type { Assets, ImageAsset } from '../../src/assets/image.ts'
import type { Colour } from '../../src/base/text-style.ts'
import type {
  DisplayItem,
  DisplayList,
  DisplayPage,
  GlyphRun,
  OutlineEntry,
  StructureNode,
} from '../../src/display/display-list.ts'
import { sampleFonts } from './sample-font.ts'

export const A4 = { width: 595.276, height: 841.89 }

type Role = StructureNode['role']

/** Builds small display lists for tests: text in one column, a line after another. */
export class ListBuilder {
  readonly fonts: FontLibrary
  readonly structure: StructureNode[] = []
  readonly outline: OutlineEntry[] = []
  readonly pages: DisplayItem[][] = [[]]
  y = 80

  constructor(fonts: FontLibrary = sampleFonts) {
    this.fonts = fonts
  }

  node(role: Role, parent: number, more: { alt?: string; title?: string } = {}): number {
    const id = this.structure.length
    this.structure.push({ id, parent, role, ...more })
    return id
  }

  page(): this {
    this.pages.push([])
    this.y = 80
    return this
  }

  add(item: DisplayItem): this {
    this.pages.at(-1)!.push(item)
    return this
  }

  /** One line of text at the left margin; `tracking` in pt after each glyph. */
  line(
    node: number | null,
    text: string,
    more: Partial<{
      size: number
      x: number
      family: string
      colour: Colour
      tracking: number
      from: number
      file: string
    }> = {},
  ): this {
    const size = more.size ?? 10.5
    this.add(
      glyphRun(this.fonts, text, {
        node,
        size,
        x: more.x ?? 60,
        y: this.y,
        tracking: more.tracking ?? 0,
        family: more.family ?? '宋体',
        colour: more.colour ?? 'black',
        span:
          more.from === undefined
            ? null
            : { file: more.file ?? 'issue.yaml', from: more.from, to: more.from + text.length },
      }),
    )
    this.y += size * 1.6
    return this
  }

  build(metadata: Partial<DisplayList['metadata']> = {}, mode: 'rgb' | 'gray' | 'cmyk' = 'rgb'): DisplayList {
    return {
      pages: this.pages.map((items): DisplayPage => ({ ...A4, items })),
      outline: this.outline,
      structure: this.structure,
      metadata: {
        title: '城南工作动态 2024 年第 1 期',
        author: '区企业服务中心',
        subject: '工作动态',
        language: 'zh-CN',
        date: { year: 2024, month: 1, day: 15 },
        ...metadata,
      },
      colours: { accent: '#c00000', mode },
    }
  }
}

/** A run of the chain's first face, one glyph a character. */
function glyphRun(
  fonts: FontLibrary,
  text: string,
  how: {
    node: number | null
    size: number
    x: number
    y: number
    tracking: number
    family: string
    colour: Colour
    span: GlyphRun['span']
  },
): GlyphRun {
  const face = fonts.chain(how.family, 'regular')[0]!
  const texts = [...text]
  const glyphs = texts.map((character) => face.glyphOf(character.codePointAt(0)!))
  let x = how.x
  const xs = glyphs.map((glyph) => {
    const at = x
    x += face.advanceEm(glyph) * how.size + how.tracking
    return at
  })
  return {
    kind: 'glyphs',
    node: how.node,
    span: how.span,
    font: face.id,
    size: how.size,
    colour: how.colour,
    y: how.y,
    glyphs,
    xs,
    texts,
  }
}

/** Text of the sample list's articles in reading order, as the tags should give it back. */
export const ARTICLES = [
  [
    '区企业服务中心检查冬季供水保障',
    '1月8日，工作组到甲水务公司检查冬季供水。',
    '一要备足物资；二要落实值班。',
  ],
  ['“六个一”举措推动服务升级', '乙住房公司推出服务热线，全年受理来电4452件。'],
] as const

/** Two pages with everything the painter knows: headings, paragraphs, a list, a link, a picture, furniture. */
export function sampleList(
  options: { fonts?: FontLibrary; image?: string; mode?: 'rgb' | 'gray' | 'cmyk' } = {},
): DisplayList {
  const b = new ListBuilder(options.fonts)
  const document = b.node('Document', -1)
  b.line(b.node('H1', document), '城南工作动态', { size: 42, colour: 'accent', family: '黑体', tracking: 12 })
  b.add({ kind: 'rule', node: null, span: null, x: 60, y: b.y, width: 475, height: 2.25, colour: 'accent' })
  b.y += 30
  const section = b.node('Sect', document, { title: '领导关注' })
  b.line(b.node('H2', section), '领导关注', { size: 14, family: '黑体', colour: 'accent' })
  b.outline.push({ title: '领导关注', level: 0, page: 0, y: 150 })
  for (const [index, [headline, ...paragraphs]] of ARTICLES.entries()) {
    const article = b.node('Art', section, { title: headline })
    b.outline.push({ title: headline, level: 1, page: b.pages.length - 1, y: b.y })
    b.line(b.node('H3', article), headline, { size: 15, family: '黑体' })
    for (const paragraph of paragraphs) b.line(b.node('P', article), paragraph, { tracking: 0.315 })
    if (index === 0 && options.image) {
      const figure = b.node('Figure', article, { alt: '几个人站在调度屏幕前' })
      b.add({
        kind: 'image',
        node: figure,
        span: null,
        image: options.image,
        x: 60,
        y: b.y,
        width: 240,
        height: 160,
        crop: { left: 0, top: 0.1, right: 1, bottom: 0.9 },
      })
      b.y += 180
      b.line(b.node('Caption', figure), '工作组在调度室', { size: 9 })
    }
    b.line(null, `第${index + 1}页`, { size: 9, x: 500 })
    if (index === 0) b.page()
  }
  const list = b.node('L', section)
  for (const [i, text] of ['前进路完成验收。', '研学产品入选名单。'].entries()) {
    const item = b.node('LI', list)
    const y = b.y
    b.line(b.node('Lbl', item), `${i + 1}.`, { colour: 'accent' })
    b.y = y
    b.line(b.node('LBody', item), text, { x: 80 })
  }
  const paragraph = b.node('P', section)
  const link = b.node('Link', paragraph)
  b.line(link, '服务热线', {})
  b.add({
    kind: 'link',
    node: link,
    span: null,
    x: 60,
    y: b.y - 27,
    width: 42,
    height: 14,
    target: 'tel:12345',
  })
  return b.build({}, options.mode)
}

export function assetsOf(images: readonly ImageAsset[] = [], fonts: FontLibrary = sampleFonts): Assets {
  return { fonts, images: new Map(images.map((image) => [image.key, image])) }
}
