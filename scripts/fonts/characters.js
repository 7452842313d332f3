// Which characters every built-in font has to have, and which it has when its source does.
import { readFileSync } from 'node:fs'

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** The 8105 通用规范汉字, in the order of the table. */
function tongyong() {
  const text = readFileSync(new URL('./tongyong.txt', import.meta.url), 'utf8').replace(/^#.*$/gm, '')
  return [...text.replace(/\s/g, '')].map((character) => character.codePointAt(0))
}

/** The assigned positions of GB 2312 as Unicode, without private-use characters. */
function gb2312() {
  const decoder = new TextDecoder('gb18030')
  const found = []
  for (const row of [...range(1, 9), ...range(16, 87)]) {
    for (let cell = 1; cell <= 94; cell++) {
      const text = decoder.decode(new Uint8Array([0xa0 + row, 0xa0 + cell]))
      const code = text.codePointAt(0)
      if (text.length === 1 && code !== 0xfffd && !(code >= 0xe000 && code <= 0xf8ff)) found.push(code)
    }
  }
  return found
}

/** Marks and signs no Chinese document can be refused for. */
const MARKS = [
  ...'—―⸺…⋯·・“”‘’„‚‹›«»–‐‑‒‖′″※‰‱℃℉№℡™®©€£¥¢¤§¶†‡•°ªº¹²³¼½¾',
  ...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩',
  ...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ❶❷❸❹❺❻❼❽❾❿㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ...'■□▲△▼▽◆◇○●◎★☆◢◣◤◥▶◀▪▫←↑→↓↔↕↖↗↘↙⇒⇐⇔',
  ...'×÷±≤≥≠≈≡√∞∑∏∫∮∝∠⊥∥∈∩∪∴∵∶∷∧∨⌒⊙≌∽≮≯∂∆∇−∕',
  ...'㎜㎝㎞㎎㎏㎡㎥㏄㏒㏑㎖㎗㎘♀♂♠♥♦♣♪♫☎✓✔✕✗☐☑',
  ...'ǎǐǒǔǖǘǚǜǹɑɡ',
].map((character) => character.codePointAt(0))

/** ASCII, Latin-1, Latin Extended-A, basic Greek and Cyrillic. */
const LETTERS = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff).filter((code) => code !== 0xad),
  ...range(0x100, 0x17f),
  ...range(0x391, 0x3a9).filter((code) => code !== 0x3a2),
  ...range(0x3b1, 0x3c9),
  0x401,
  ...range(0x410, 0x44f),
  0x451,
]

/** Whole blocks, as far as the source font goes. */
const BLOCKS = [
  [0x300, 0x30c],
  [0x2002, 0x200a],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x209c],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2150, 0x218b],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2460, 0x24ff],
  [0x2500, 0x257f],
  [0x2580, 0x25ff],
  [0x2600, 0x26ff],
  [0x2701, 0x27bf],
  [0x2e3a, 0x2e3b],
  [0x2ff0, 0x2ffb],
  [0x3001, 0x30ff],
  [0x3105, 0x312f],
  [0x3200, 0x33ff],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff5e],
  [0xffe0, 0xffe6],
]

/** What no line shows. */
const UNSEEN = [...range(0x200b, 0x200f), ...range(0x202a, 0x202e), ...range(0x2060, 0x206f)]

/** Letters of European languages, of phonetics, currency signs. */
const MORE_LETTERS = [
  [0x180, 0x52f],
  [0x1d00, 0x1dbf],
  [0x1e00, 0x1fff],
  [0x2000, 0x206f],
  [0x2070, 0x209c],
  [0x20a0, 0x20cf],
  [0x2150, 0x218b],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
  [0xab30, 0xab6f],
  [0xfb00, 0xfb06],
]

/** Mathematical, technical and other signs, Braille, emoji; surrogates stand for flags and keycaps. */
const SIGNS = [
  [0x2100, 0x2bff],
  [0xd800, 0xdfff],
  [0x1d400, 0x1d7ff],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f1e6, 0x1f1ff],
  [0x1f300, 0x1f6ff],
  [0x1f7e0, 0x1f7ff],
  [0x1f800, 0x1f8ff],
  [0x1f900, 0x1faff],
]

/**
 * Han and what is set like them: radicals, strokes, the other kana and Bopomofo, forms for upright lines. Of the
 * compatibility ideographs those that are no other character's form; the program sets that character for the rest.
 */
const LIKE_HAN = [
  [0x2e80, 0x2eff],
  [0x31a0, 0x31ff],
  [0x9fa6, 0x9fff],
  [0xfa0e, 0xfa0f],
  [0xfa11, 0xfa11],
  [0xfa13, 0xfa14],
  [0xfa1f, 0xfa1f],
  [0xfa21, 0xfa21],
  [0xfa23, 0xfa24],
  [0xfa27, 0xfa29],
  [0xfe10, 0xfe1f],
  [0xff5f, 0xffdf],
  [0x1f100, 0x1f1e5],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x2f7ff],
]

const isHan = (code) => (code >= 0x3400 && code <= 0x9fff) || code >= 0x20000

/** Han of GBK (the first Unicode ideographs) that `coverage` leaves out: traditional and rare forms. */
export function rareHan(has) {
  const common = new Set([...tongyong(), ...gb2312()])
  return { characters: range(0x4e00, 0x9fa5).filter((code) => !common.has(code) && has(code)), missing: [] }
}

/**
 * Takes what a font (or a font and its lender) has; gives its characters in the order of its glyphs:
 * Latin and marks by code point, level-1 Han by code point, the other Han by code point. So the common
 * characters stand close together, and runs of neighbours keep the `cmap` short.
 */
export function coverage(has) {
  const han = tongyong()
  const common = new Set(han.slice(0, 3500))
  const required = new Set([...LETTERS, ...MARKS, ...gb2312(), 0x3000, ...han])
  const optional = BLOCKS.flatMap(([from, to]) => range(from, to))
  const all = [...new Set([...required, ...optional])].filter(has)
  const rank = (code) => (!isHan(code) ? 0 : common.has(code) ? 1 : 2)
  return {
    characters: all.sort((a, b) => rank(a) - rank(b) || a - b),
    missing: [...required].filter((code) => !has(code)).sort((a, b) => a - b),
  }
}

const within = (blocks, has) => ({
  characters: blocks.flatMap(([from, to]) => range(from, to)).filter((code) => has(code)),
  missing: [],
})

/** Letters beyond those of every family. */
export const moreLetters = (has) => within(MORE_LETTERS, (code) => !UNSEEN.includes(code) && has(code))

/** Signs beyond those of every family. */
export const moreSigns = (has) => within(SIGNS, has)

/** Han outside GBK: those of extension A that `others`, fonts for other places, have too, and all beyond the first plane. */
export function moreHan(has, others) {
  const blocks = within(LIKE_HAN, has)
  const extensionA = within([[0x3400, 0x4dbf]], (code) => others(code) && has(code))
  return { characters: [...extensionA.characters, ...blocks.characters], missing: [] }
}

/** Han of Unicode's first plane and of extension B. */
export const HAN = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
]

/** Han of the extensions after B. */
export const LATER_HAN = [[0x2a700, 0x3134f]]

/** Every Han of extensions A and B, and those after GBK in the first block, that a font has. */
export const allHan = (has) => within(HAN, has)

/** Every Han of the extensions after B that a font has. */
export const laterHan = (has) => within(LATER_HAN, has)

/** Every Han, for a family that has those of GB 2312 and the 8105 already: those of GBK, and what other places use. */
export function outerHan(has) {
  return within([...HAN, ...LATER_HAN, ...LIKE_HAN.filter(([from]) => from >> 8 === 0xfa)], has)
}
