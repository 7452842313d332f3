import { mm, type Pt } from '../base/units.ts'
import type { Unfit } from '../products/fitness.ts'
import type { Preflight, Remark } from '../products/preflight.ts'
import { counted } from '../report/words.ts'
import type { Terminal } from './terminal.ts'

type Words = Pick<Terminal, 'words' | 'language'>

/**
 * What a print shop asks of a file (印前检查), one line for each matter: standard, boxes, plates, inks, fonts, each
 * picture, then what speaks against printing and what is worth knowing.
 */
export function preflightLines(terminal: Words, preflight: Preflight): readonly string[] {
  return [
    conditionLine(terminal, preflight),
    boxesLine(terminal, preflight),
    platesLine(terminal, preflight),
    inkLine(terminal, preflight),
    fontsLine(terminal, preflight),
    ...pictureLines(terminal, preflight),
    ...preflight.unfit.map((one) => unfitLine(terminal, one)),
    ...preflight.remarks.map((one) => remarkLine(terminal, one)),
  ]
}

function conditionLine({ words }: Words, { standard, outputCondition, profile, paper }: Preflight): string {
  const named = profile === outputCondition ? outputCondition : `${outputCondition}（${profile}）`
  const namedEn = profile === outputCondition ? outputCondition : `${outputCondition} (${profile})`
  const on = paper === null ? '' : `，${PAPERS_ZH[paper]}`
  const onEn = paper === null ? '' : `, ${paper} paper`
  return words(
    `  印前检查：${standard}${on}，输出条件 ${named}`,
    `  preflight: ${standard}, output condition ${namedEn}${onEn}`,
  )
}

function boxesLine({ words }: Words, { boxes }: Preflight): string {
  const [trim, media] = [boxes.trim, boxes.media].map(([left, bottom, right, top]) =>
    words(
      `${inMm(right - left)} × ${inMm(top - bottom)} 毫米`,
      `${inMm(right - left)} × ${inMm(top - bottom)} mm`,
    ),
  )
  const bleed = inMm(boxes.trim[0] - boxes.bleed[0])
  return words(
    `    版面：${boxes.pages} 页，成品 ${trim}，出血 ${bleed} 毫米，纸面 ${media}`,
    `    boxes: ${counted(boxes.pages, 'page')}, trim ${trim}, bleed ${bleed} mm, medium ${media}`,
  )
}

function platesLine({ words, language }: Words, { plates }: Preflight): string {
  const inks = plates
    .map((plate) => (language === 'zh' ? (PLATES_ZH.get(plate) ?? plate) : plate))
    .join(words('、', ', '))
  return words(
    `    色版：${inks}；黑字只在黑版，叠印；图片和色块不叠印`,
    `    plates: ${inks}; black text on black alone, overprinting; pictures and tints knock out`,
  )
}

function inkLine({ words }: Words, { ink }: Preflight): string {
  const bound = words(
    ink.from === 'profile' ? `输出特性的上限 ${ink.limit}%` : `这类纸通常的上限 ${ink.limit}%`,
    ink.from === 'profile' ? `the profile’s limit is ${ink.limit} %` : `usual for the paper: ${ink.limit} %`,
  )
  const over = ink.over.map(({ page, total, image }) =>
    words(
      `第 ${page} 页 ${total}%${image === null ? '' : `（${image}）`}`,
      `page ${page} ${total} %${image === null ? '' : ` (${image})`}`,
    ),
  )
  if (over.length === 0)
    return words(`    墨量：最高 ${ink.most}%，${bound}`, `    total ink: ${ink.most} % at most; ${bound}`)
  return words(
    `    墨量：${over.join('、')}，超过${bound}`,
    `    total ink: ${over.join(', ')}, over; ${bound}`,
  )
}

function fontsLine({ words }: Words, { fonts }: Preflight): string {
  const faces = fonts.map((font) => font.name).join(words('、', ', '))
  return words(`    字体：${faces}（均已嵌入子集）`, `    fonts: ${faces} (all embedded as subsets)`)
}

function pictureLines({ words }: Words, { pictures, leastPpi }: Preflight): readonly string[] {
  return pictures.map(({ image, page, ppi, colour, width, height, coarse }) =>
    words(
      `    图片：${image}　第 ${page} 页　${Math.round(ppi)} ppi　${COLOURS_ZH[colour]}　${width} × ${height} 像素${coarse ? `　低于 ${leastPpi} ppi` : ''}`,
      `    picture: ${image}  page ${page}  ${Math.round(ppi)} ppi  ${colour.toUpperCase()}  ${width} × ${height} px${coarse ? `  below ${leastPpi} ppi` : ''}`,
    ),
  )
}

function unfitLine({ words }: Words, one: Unfit): string {
  if (one.kind === 'status') {
    const marked =
      one.status === 'review' ? ['；每页印着“送审稿”', '; every page is marked 送审稿'] : ['', '']
    return words(
      `    不宜付印：还没有定稿（${STATUSES_ZH[one.status]}，status: ${one.status}）${marked[0]}`,
      `    not for print: the issue is not final (status: ${one.status})${marked[1]}`,
    )
  }
  const [what, whatEn] = UNFIT[one.kind]
  const texts = one.texts.length === 0 ? ['', ''] : [`：${one.texts.join('、')}`, `: ${one.texts.join(', ')}`]
  return words(
    `    不宜付印：第 ${one.pages.join('、')} 页${what} ${one.count} 处${texts[0]}`,
    `    not for print: page ${one.pages.join(', ')}, ${whatEn} (${one.count})${texts[1]}`,
  )
}

function remarkLine({ words }: Words, one: Remark): string {
  if (one.kind === 'pages') {
    return words(
      `    提示：${one.pages} 页不是四的倍数，骑马订要补 ${one.blanks} 页空白`,
      `    note: ${counted(one.pages, 'page')}: not a multiple of four; saddle stitching adds ${counted(one.blanks, 'blank page')}`,
    )
  }
  const bleed = inMm(one.bleed)
  return words(
    `    提示：没有内容伸到裁切线以外，${bleed} 毫米出血是空的；版面本来不到边的，不用管`,
    `    note: nothing runs over the trim, so the bleed of ${bleed} mm is empty; that is right for pages with margins all round`,
  )
}

const PAPERS_ZH = { coated: '铜版纸', uncoated: '胶版纸' } as const
const STATUSES_ZH = { draft: '草稿', review: '送审' } as const
const UNFIT = {
  placeholder: ['图片占位', 'empty picture places'],
  template: ['样板文字', 'text of the template'],
  glyph: ['缺字印成“〓”', 'characters printed as “〓”'],
} as const
const PLATES_ZH: ReadonlyMap<string, string> = new Map([
  ['Cyan', '青'],
  ['Magenta', '品红'],
  ['Yellow', '黄'],
  ['Black', '黑'],
])
const COLOURS_ZH = { gray: '灰度', rgb: 'RGB', cmyk: 'CMYK' } as const

/** Millimetres with at most one decimal. */
function inMm(length: Pt): number {
  return Math.round((length / mm(1)) * 10) / 10
}
