/** Adobe's Symbol encoding (Unicode's table symbol.txt), codes 0x61 to 0x7a and the signs of mathematics. */
const GREEK = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const SYMBOL: Readonly<Record<number, string>> = {
  34: '∀',
  36: '∃',
  39: '∋',
  42: '∗',
  45: '−',
  64: '≅',
  92: '∴',
  94: '⊥',
  162: '′',
  163: '≤',
  164: '⁄',
  165: '∞',
  166: 'ƒ',
  167: '♣',
  168: '♦',
  169: '♥',
  170: '♠',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  181: '∝',
  182: '∂',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  197: '⊕',
  198: '∅',
  199: '∩',
  200: '∪',
  206: '∈',
  207: '∉',
  208: '∠',
  209: '∇',
  210: '®',
  211: '©',
  212: '™',
  213: '∏',
  214: '√',
  215: '⋅',
  216: '¬',
  217: '∧',
  218: '∨',
  219: '⇔',
  220: '⇐',
  221: '⇑',
  222: '⇒',
  223: '⇓',
  229: '∑',
  242: '∫',
}
/** Signs of Wingdings that texts have (Unicode L2/11-052). */
const WINGDINGS: Readonly<Record<number, string>> = {
  33: '✏',
  34: '✂',
  40: '☎',
  41: '✆',
  42: '✉',
  70: '☞',
  74: '☺',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  115: '⬧',
  116: '⧫',
  117: '◆',
  118: '❖',
  119: '⬥',
  158: '·',
  159: '•',
  161: '○',
  167: '▪',
  168: '◻',
  170: '✦',
  171: '★',
  172: '✶',
  182: '✰',
  216: '➢',
  224: '→',
  223: '←',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  163: '□',
  150: '•',
  151: '●',
  162: '■',
}

/** Whether a font's letters are signs of its own. */
export function isSymbolFont(font: string | undefined): boolean {
  return /^(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats|mt extra)$/i.test(font ?? '')
}

/** The sign that a symbol font has at a code, in Unicode; null when it is not known. */
export function symbolOf(font: string, code: number): string | null {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/^symbol$/i.test(font)) return symbolSign(low)
  if (/^wingdings$/i.test(font)) return low >= 0x81 && low <= 0x8a ? circledIn(low) : (WINGDINGS[low] ?? null)
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2[low] ?? null
  if (isSymbolFont(font) || (code >= 0xe000 && code <= 0xf8ff)) return null
  return String.fromCodePoint(code)
}

function symbolSign(code: number): string | null {
  if (code >= 0x61 && code <= 0x7a) return GREEK[code - 0x61] ?? null
  if (code >= 0x41 && code <= 0x5a) return CAPITALS[code - 0x41] ?? null
  return SYMBOL[code] ?? (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : null)
}

/** ① to ⑩. */
function circledIn(code: number): string {
  return String.fromCharCode(0x2460 + code - 0x81)
}
