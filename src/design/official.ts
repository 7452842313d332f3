import { mm } from '../base/units.ts'
import type { Design } from './design.ts'
import { plainSections } from './plain-sections.ts'
import { role, twoColumn } from './two-column.ts'

/** 三号. */
const SIZE = 15.75

/** The height of a character cell and 7/8 of it (GB/T 9704 clause 3.2, 行): 28 cells fill 156 mm. */
const LINE = mm(156 / 28) * (1 + 7 / 8)

/**
 * GB/T 9704-2012 clause 5.2: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines × 28 Han of 三号 仿宋.
 * The grid's first line begins half a line gap above the type area, so that the em boxes touch its edge.
 */
export const official: Design = {
  ...twoColumn,
  name: 'official',
  zh: '公文',
  page: {
    ...twoColumn.page,
    margin: {
      top: mm(37) - (LINE - SIZE) / 2,
      bottom: mm(297) - mm(37) + (LINE - SIZE) / 2 - 22 * LINE - 0.1,
      inside: mm(28),
      outside: mm(26),
    },
    columns: 1,
    columnGap: 2 * SIZE,
  },
  grid: { lineHeight: LINE, lines: 22 },
  runningHead: '',
  type: {
    ...twoColumn.type,
    body: role('仿宋', SIZE, { align: 'justify' }),
    headline: role('小标宋', 22, { weight: 'bold', align: 'centre' }),
    leadHeadline: role('小标宋', 22, { weight: 'bold', align: 'centre' }),
    shoulder: role('楷体', SIZE, { align: 'centre' }),
    subtitle: role('楷体', SIZE, { align: 'centre' }),
    note: role('楷体', SIZE, { align: 'justify' }),
    footnote: role('仿宋', 12, { align: 'justify' }),
    pullQuote: role('楷体', SIZE, { align: 'justify' }),
    sideBox: role('楷体', SIZE, { align: 'justify' }),
    subhead: role('黑体', SIZE),
    subhead3: role('楷体', SIZE),
    section: role('黑体', SIZE, { weight: 'bold' }),
    credit: role('楷体', SIZE, { align: 'right' }),
    caption: role('楷体', 12, { align: 'centre' }),
    brief: role('仿宋', SIZE, { align: 'justify' }),
    quotation: role('楷体', SIZE, { align: 'justify' }),
    table: role('仿宋', 12),
    folio: role('宋体', 14),
    runningHead: role('楷体', 10.5),
    mastheadName: role('小标宋', 54, { weight: 'bold', align: 'centre', colour: 'accent' }),
    mastheadSubtitle: role('楷体', SIZE, { align: 'centre' }),
    mastheadIssue: role('仿宋', SIZE, { align: 'centre' }),
    mastheadIssuer: role('仿宋', SIZE),
    classification: role('黑体', SIZE),
    contents: role('仿宋', SIZE),
    colophon: role('仿宋', 14),
  },
  masthead: { ...twoColumn.masthead, height: mm(95), rule: 'single' },
  section: { brackets: '【】' },
  looks: plainSections,
  rows: { section: 2, headlineOne: 3, headlineMore: 2, subhead: 1 },
}
