import type { Align, Colour, Weight } from '../base/text-style.ts'
import { mm, type Pt } from '../base/units.ts'
import type { Design, RoleStyle } from './design.ts'
import { usualLooks } from './usual-looks.ts'

/** A role's style, in the order one says it: “黑体 15 bold, centred, black”. */
export function role(
  family: string,
  size: Pt,
  options: { weight?: Weight; align?: Align; colour?: Colour } = {},
): RoleStyle {
  return {
    family,
    size,
    weight: options.weight ?? 'regular',
    align: options.align ?? 'left',
    colour: options.colour ?? 'black',
  }
}

/**
 * The default: A4, two columns of 22 em at 五号 with 2 em between (22 + 2 + 22 = 46 em = 170.4 mm),
 * 43 lines of 16.5 pt. Sizes and air follow printed bulletins; R03–R08 hold by construction.
 */
export const twoColumn: Design = {
  name: 'two-column',
  zh: '双栏',
  page: {
    width: mm(210),
    height: mm(297),
    margin: { top: mm(24), bottom: mm(22), inside: mm(19.8), outside: mm(19.8) },
    columns: 2,
    columnGap: 21,
    columnRule: 'none',
    balance: 'last',
    bleed: 0,
  },
  grid: { lineHeight: 16.5, lines: 43 },
  folio: { text: '— {page} —', from: 1, align: 'outside' },
  runningHead: '{name}　{issue}',
  type: {
    body: role('宋体', 10.5, { align: 'justify' }),
    headline: role('黑体', 15, { weight: 'bold', align: 'centre' }),
    // Two sizes larger: 小三 → 三号 → 小二.
    leadHeadline: role('黑体', 18, { weight: 'bold', align: 'centre' }),
    shoulder: role('楷体', 11.5, { align: 'centre' }),
    subtitle: role('楷体', 11.5, { align: 'centre' }),
    note: role('楷体', 10.5, { align: 'justify' }),
    footnote: role('宋体', 8, { align: 'justify' }),
    pullQuote: role('楷体', 12, { align: 'justify', colour: 'accent' }),
    sideBox: role('楷体', 10.5, { align: 'justify' }),
    subhead: role('黑体', 10.5, { weight: 'bold' }),
    subhead3: role('楷体', 10.5),
    section: role('黑体', 14, { weight: 'bold', colour: 'accent' }),
    credit: role('楷体', 10.5, { align: 'right' }),
    caption: role('楷体', 9, { align: 'centre' }),
    brief: role('宋体', 10.5, { align: 'justify' }),
    quotation: role('楷体', 10.5, { align: 'justify' }),
    table: role('宋体', 9),
    folio: role('宋体', 9),
    runningHead: role('楷体', 9),
    mastheadName: role('宋体', 48, { weight: 'bold', align: 'centre', colour: 'accent' }),
    mastheadSubtitle: role('楷体', 12, { align: 'centre' }),
    mastheadIssue: role('宋体', 12, { align: 'centre' }),
    mastheadIssuer: role('楷体', 12),
    classification: role('黑体', 12),
    contents: role('宋体', 10.5),
    colophon: role('宋体', 10.5),
  },
  text: {
    indentEm: 2,
    emphasis: 'kai',
    punctuation: 'full',
    breakLevel: 'normal',
    hyphenation: false,
    hang: false,
    grid: false,
    hanLatinSpaceEm: 0.25,
    footnotes: 'page',
    latin: null,
  },
  masthead: { style: 'red', rule: 'double', height: mm(62), contents: false },
  section: { brackets: '' },
  rows: { section: 2, headlineOne: 2, headlineMore: 1, subhead: 1 },
  images: {
    fit: 'column',
    ratio: 1.5,
    placeholder: 'box',
    minPpi: 150,
    maxPpi: 220,
    quality: 82,
    stripMetadata: true,
  },
  colour: { accent: '#c00000', mode: 'rgb' },
  looks: usualLooks,
}
