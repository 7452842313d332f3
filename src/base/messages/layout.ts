import type { MessageText } from '../message-text.ts'

export const layoutMessages = {
  'E-GLYPH': {
    severity: 'error',
    zh: '“{character}”（{codePoint}）在 {family} 和各备用字体里都没有，已用“〓”代替',
    en: '"{character}" ({codePoint}) is in neither {family} nor any fallback font; 〓 stands in its place',
    hintZh:
      '核对这个字是否写对；确是生僻字，请在 publication.yaml 的 fonts 里加一款有它的字体作备用（fallback）',
    hintEn:
      'Check the character; if it is right, add a font that has it as a fallback under fonts in publication.yaml',
  },
  'W-GLYPH': {
    severity: 'warning',
    zh: '{family} 里没有“{character}”（{codePoint}），改用了 {used}',
    en: '{family} lacks "{character}" ({codePoint}); {used} is used instead',
  },
} as const satisfies Record<string, MessageText>
