/**
 * Writes src/text/uax14/line-break-table.ts from the Unicode 15.0 character database.
 * Run once per Unicode version:
 *   npm install --no-save @unicode/unicode-15.0.0
 *   node scripts/unicode/build-line-break-classes.js
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(join(process.argv[2] ?? process.cwd(), 'package.json'))

const LONG_NAMES = {
  BA: 'Break_After',
  BB: 'Break_Before',
  B2: 'Break_Both',
  SY: 'Break_Symbols',
  CR: 'Carriage_Return',
  CP: 'Close_Parenthesis',
  CL: 'Close_Punctuation',
  CM: 'Combining_Mark',
  CJ: 'Conditional_Japanese_Starter',
  CB: 'Contingent_Break',
  EB: 'E_Base',
  EM: 'E_Modifier',
  EX: 'Exclamation',
  GL: 'Glue',
  H2: 'H2',
  H3: 'H3',
  HL: 'Hebrew_Letter',
  HY: 'Hyphen',
  ID: 'Ideographic',
  IS: 'Infix_Numeric',
  IN: 'Inseparable',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  LF: 'Line_Feed',
  BK: 'Mandatory_Break',
  NL: 'Next_Line',
  NS: 'Nonstarter',
  NU: 'Numeric',
  OP: 'Open_Punctuation',
  PO: 'Postfix_Numeric',
  PR: 'Prefix_Numeric',
  QU: 'Quotation',
  RI: 'Regional_Indicator',
  SA: 'Complex_Context',
  SP: 'Space',
  WJ: 'Word_Joiner',
  ZWJ: 'ZWJ',
  ZW: 'ZWSpace',
}

/** In the order of src/text/uax14/line-break-class.ts; AL is the class of everything not listed (LB1). */
const ORDER =
  'AL BA BB B2 SY CR CP CL CM CJ CB EB EM EX GL H2 H3 HL HY ID IS IN JL JT JV LF BK NL NS NU OP PO PR QU RI SP WJ ZWJ ZW OPW IDX'.split(
    ' ',
  )

async function ranges(property, value) {
  const file = require.resolve(`@unicode/unicode-15.0.0/${property}/${value}/ranges.mjs`)
  const list = (await import(pathToFileURL(file).href)).default
  return list.map((one) => [one.begin, one.end - 1])
}

const classes = new Uint8Array(0x110000)
function mark(list, name) {
  for (const [from, to] of list) classes.fill(ORDER.indexOf(name), from, to + 1)
}

// Unassigned code points: the defaults at the head of LineBreak.txt.
const IDEOGRAPHIC = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x1f000, 0x1faff],
  [0x1fc00, 0x1fffd],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
]
const everything = new Uint8Array(0x110000)
for (const name of Object.values(LONG_NAMES))
  for (const [a, b] of await ranges('Line_Break', name)) everything.fill(1, a, b + 1)
for (const name of ['Ambiguous', 'Break_Symbols', 'Surrogate'])
  for (const [a, b] of await ranges('Line_Break', name)) everything.fill(1, a, b + 1)
const alphabetic = await ranges('General_Category', 'Unassigned')
for (const [from, to] of alphabetic) {
  for (let code = from; code <= to; code += 1) {
    if (IDEOGRAPHIC.some(([a, b]) => code >= a && code <= b)) classes[code] = ORDER.indexOf('ID')
    if (code >= 0x20a0 && code <= 0x20cf) classes[code] = ORDER.indexOf('PR')
  }
}

for (const [name, long] of Object.entries(LONG_NAMES)) {
  if (name !== 'SA') mark(await ranges('Line_Break', long), name)
}
// LB1: SA that is Mn or Mc is CM, other SA is AL.
const complex = new Uint8Array(0x110000)
for (const [a, b] of await ranges('Line_Break', 'Complex_Context')) complex.fill(1, a, b + 1)
for (const category of ['Nonspacing_Mark', 'Spacing_Mark']) {
  for (const [a, b] of await ranges('General_Category', category)) {
    for (let code = a; code <= b; code += 1) if (complex[code]) classes[code] = ORDER.indexOf('CM')
  }
}
// LB30: opening brackets of East Asian width F, W or H; LB30b: unassigned pictographs.
const wide = (code) =>
  code === 0x2329 ||
  (code >= 0x3000 && code <= 0x303e) ||
  (code >= 0xfe10 && code <= 0xfe6f) ||
  (code >= 0xff01 && code <= 0xffee)
for (let code = 0; code < 0x10000; code += 1) {
  if (classes[code] === ORDER.indexOf('OP') && wide(code)) classes[code] = ORDER.indexOf('OPW')
}
const unassigned = new Uint8Array(0x110000)
for (const [a, b] of alphabetic) unassigned.fill(1, a, b + 1)
for (const [a, b] of await ranges('Binary_Property', 'Extended_Pictographic')) {
  for (let code = a; code <= b; code += 1) if (unassigned[code]) classes[code] = ORDER.indexOf('IDX')
}

/** Runs of one class: a space and the gap where code points of AL lie before it, the class letter, the length unless 1. */
function encode() {
  const parts = []
  let last = 0
  for (let from = 0; from < 0x110000; ) {
    let to = from
    while (to < 0x110000 && classes[to] === classes[from]) to += 1
    if (classes[from] !== 0) {
      const letter = String.fromCharCode(classes[from] < 26 ? 65 + classes[from] : 97 + classes[from] - 26)
      const gap = from - last
      const length = to - from
      parts.push(
        `${gap === 0 ? '' : ` ${gap.toString(32).replace(/./g, digit)}`}${letter}${length === 1 ? '' : length.toString(32).replace(/./g, digit)}`,
      )
      last = to
    }
    from = to
  }
  return parts
}
/** Base 32 in 32 signs that are no letters of classes: printable ASCII and Latin-1 without quotes. */
const DIGITS = '0123456789!#$%&()*+,-./:;<=>?@[]'
function digit(sign) {
  return DIGITS[Number.parseInt(sign, 32)]
}

const parts = encode()
const text = parts.join('')
const lines = text.match(/.{1,100}/g).map((line) => `  '${line}'`)
writeFileSync(
  resolve(import.meta.dirname, '../../src/text/uax14/line-break-table.ts'),
  `// Made by scripts/unicode/build-line-break-classes.js from LineBreak.txt of the Unicode 15.0 character database.
// Unicode data © 1991–2022 Unicode, Inc., Unicode License v3 (SPDX: Unicode-3.0), https://www.unicode.org/license.txt

/** Runs of line-break classes: space and gap (of AL) if any, class letter, length if not 1; base 32 in the signs of DIGITS. */
export const LINE_BREAK_RUNS =
${lines.join(' +\n')}

/** The 32 signs of the numbers above, 0 first. */
export const DIGITS = '${DIGITS}'
`,
)
console.log(parts.length, 'runs,', text.length, 'characters')
