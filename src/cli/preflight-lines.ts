import { mm, type Pt } from '../base/units.ts'
import type { Preflight } from '../products/preflight.ts'
import type { Terminal } from './terminal.ts'
import { counted } from './words.ts'

type Words = Pick<Terminal, 'words' | 'language'>

/** What a print shop asks of a file (印前检查), one line for each matter: standard, boxes, plates, fonts, each picture. */
export function preflightLines({ words, language }: Words, preflight: Preflight): readonly string[] {
  const { boxes, plates, fonts, pictures } = preflight
  const comma = words('、', ', ')
  const [trim, media] = [boxes.trim, boxes.media].map(([left, bottom, right, top]) =>
    words(
      `${inMm(right - left)} × ${inMm(top - bottom)} 毫米`,
      `${inMm(right - left)} × ${inMm(top - bottom)} mm`,
    ),
  )
  const bleed = inMm(boxes.trim[0] - boxes.bleed[0])
  const inks = plates
    .map((plate) => (language === 'zh' ? (PLATES_ZH.get(plate) ?? plate) : plate))
    .join(comma)
  const faces = fonts.map((font) => font.name).join(comma)
  return [
    words(
      `  印前检查：${preflight.standard}，输出条件 ${preflight.outputCondition}`,
      `  preflight: ${preflight.standard}, output condition ${preflight.outputCondition}`,
    ),
    words(
      `    版面：${boxes.pages} 页，成品 ${trim}，出血 ${bleed} 毫米，纸面 ${media}`,
      `    boxes: ${counted(boxes.pages, 'page')}, trim ${trim}, bleed ${bleed} mm, medium ${media}`,
    ),
    words(
      `    色版：${inks}；黑字只在黑版，叠印`,
      `    plates: ${inks}; black text on black alone, overprinting`,
    ),
    words(`    字体：${faces}（均已嵌入子集）`, `    fonts: ${faces} (all embedded as subsets)`),
    ...pictures.map(({ image, page, ppi, colour, width, height }) =>
      words(
        `    图片：${image}　第 ${page} 页　${Math.round(ppi)} ppi　${COLOURS_ZH[colour]}　${width} × ${height} 像素`,
        `    picture: ${image}  page ${page}  ${Math.round(ppi)} ppi  ${colour.toUpperCase()}  ${width} × ${height} px`,
      ),
    ),
  ]
}

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
