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
