import { mm } from '../base/units.ts'
import type { Design } from './design.ts'
import { plainSections } from './plain-sections.ts'
import { role, twoColumn } from './two-column.ts'

/**
 * One column of 34 Han × 26 lines at 四号 on A4: the format measured from a printed bulletin.
 * 34 × 14 pt = 168 mm; 26 × 26 pt = 238.5 mm.
 */
export const classic: Design = {
  ...twoColumn,
  name: 'classic',
  zh: '单栏',
  page: {
    ...twoColumn.page,
    margin: { top: mm(30), bottom: mm(28), inside: mm(21), outside: mm(21) },
    columns: 1,
    columnGap: 28,
  },
  grid: { lineHeight: 26, lines: 26 },
  type: {
    ...twoColumn.type,
    body: role('宋体', 14, { align: 'justify' }),
    headline: role('黑体', 18, { weight: 'bold', align: 'centre' }),
    leadHeadline: role('黑体', 18, { weight: 'bold', align: 'centre' }),
    shoulder: role('楷体', 15, { align: 'centre' }),
    subtitle: role('楷体', 15, { align: 'centre' }),
    note: role('楷体', 14, { align: 'justify' }),
    footnote: role('宋体', 10.5, { align: 'justify' }),
    pullQuote: role('楷体', 16, { align: 'justify' }),
    sideBox: role('楷体', 14, { align: 'justify' }),
    subhead: role('黑体', 14, { weight: 'bold' }),
    subhead3: role('楷体', 14),
    section: role('黑体', 16, { weight: 'bold' }),
    credit: role('楷体', 14, { align: 'right' }),
    caption: role('楷体', 12, { align: 'centre' }),
    brief: role('宋体', 14, { align: 'justify' }),
    quotation: role('楷体', 14, { align: 'justify' }),
    table: role('宋体', 12),
    folio: role('宋体', 12),
    runningHead: role('楷体', 10.5),
    mastheadName: role('宋体', 54, { weight: 'bold', align: 'centre', colour: 'accent' }),
    mastheadSubtitle: role('楷体', 14, { align: 'centre' }),
    mastheadIssue: role('宋体', 14, { align: 'centre' }),
    mastheadIssuer: role('楷体', 14),
    classification: role('黑体', 14),
    contents: role('宋体', 14),
    colophon: role('宋体', 14),
  },
  runningHead: '',
  section: { brackets: '【】' },
  looks: plainSections,
  rows: { section: 2, headlineOne: 2, headlineMore: 1, subhead: 1 },
  images: { ...twoColumn.images, fit: 'right' },
}
