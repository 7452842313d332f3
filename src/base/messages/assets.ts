import type { MessageText } from '../message-text.ts'

export const assetMessages = {
  'E-FONT': {
    severity: 'error',
    zh: '字体文件“{file}”不能用：不是字体，或已损坏（{where}）',
    en: 'The font file “{file}” cannot be used: it is not a font, or it is damaged ({where})',
    hintZh: '换一份完整的 TTF、OTF 或 TTC 文件',
    hintEn: 'Use an intact TTF, OTF or TTC file',
  },
  'E-FONT-SIZE': {
    severity: 'error',
    zh: '字体文件“{file}”超过 {limit}',
    en: 'The font file “{file}” is larger than {limit}',
  },
  'E-FONT-WEB': {
    severity: 'error',
    zh: '字体文件“{file}”是网页字体（WOFF），不能用于排版',
    en: 'The font file “{file}” is a web font (WOFF), which cannot be set',
    hintZh: '请先转成 TTF，或改用原来的 TTF、OTF 文件',
    hintEn: 'Convert it to TTF first, or use the original TTF or OTF file',
  },
  'E-FONT-FACE': {
    severity: 'error',
    zh: '字体文件“{file}”里没有名为“{face}”的字体；它有：{faces}',
    en: 'The font file “{file}” has no face “{face}”; it has: {faces}',
  },
  'E-FONT-UNKNOWN': {
    severity: 'error',
    zh: '没有名为“{family}”的字体；可用的有：{families}',
    en: 'There is no font family “{family}”; there are: {families}',
    hintZh: '在 publication.yaml 的 fonts: 里写明它的字体文件，或改用上面的名称',
    hintEn: 'Name its font file under fonts: in publication.yaml, or use one of these names',
  },
  'W-FONT-EMBED': {
    severity: 'warning',
    zh: '字体文件“{file}”声明不许嵌入 PDF',
    en: 'The font file “{file}” says that it may not be embedded in a PDF',
    hintZh: '请确认本单位的字体授权允许嵌入，或换用别的字体',
    hintEn: 'Make sure that your licence allows embedding, or use another font',
  },
  'I-FONT-SUBSTITUTE': {
    severity: 'info',
    zh: '没有“{family}”的字体文件，用内置的{substitute}代替',
    en: 'There is no font file for “{family}”; the built-in {substitute} is used instead',
    hintZh: '有这款字体时，在 publication.yaml 的 fonts: 里写明它的文件',
    hintEn: 'If you have the font, name its file under fonts: in publication.yaml',
  },
} as const satisfies Record<string, MessageText>
