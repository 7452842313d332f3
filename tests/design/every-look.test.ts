import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFontLibrary } from '../../src/assets/font-library.ts'
import { glyphPaths } from '../../src/assets/glyph-paths.ts'
import type { Assets } from '../../src/assets/image.ts'
import { readImage } from '../../src/assets/read-image.ts'
import type { Issue } from '../../src/issue/issue.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { lookDefaults } from '../../src/issue/settings/design-defaults.ts'
import { typeset } from '../../src/typeset.ts'
import { photograph } from '../paint/sample-images.ts'

type Values = Record<string, unknown>

const SPAN = { file: 'a.jpg', from: 0, to: 0 }
const picture = readImage('a.jpg', new Uint8Array(await photograph(300, 200, 1).jpeg().toBuffer()), SPAN)
const assets: Assets = {
  fonts: (await openFontLibrary({ directory: join(import.meta.dirname, '../../fonts'), families: {} })).value,
  images: new Map([['a.jpg', picture.value as NonNullable<typeof picture.value>]]),
  outlines: glyphPaths,
}

/** A publication and an issue in which everything occurs that a design draws. */
const PUBLICATION: Values = {
  bulletin: 1,
  design: './our-house.yaml',
  name: '城南简报',
  subtitle: '内部交流',
  issuer: '城南区企业服务中心',
  classification: '内部资料',
  copy_number: '000001',
  frequency: 'monthly',
  masthead: { logo: 'a.jpg', image: 'a.jpg' },
  sections: ['动态', { name: '简讯', style: 'briefs' }],
  colophon: {
    report_to: ['区服务中心'],
    people: { 主编: '沈知行', 责任编辑: '顾南乔' },
    contact: '电话：0000-0000000',
    copies: 50,
  },
}

const LONG = '本月各科室按照年度计划推进重点工作，完成台账登记十二项，形成报告两份，并印发各单位。'.repeat(3)
const BODY = [
  LONG,
  '## 做法',
  '- 第一项\n  - 其一\n    - 甲\n- 第二项',
  '1. 第一步\n2. 第二步',
  '![](会场)',
  `| 单位 | 数 |\n| --- | --- |\n| 甲 | ${'较长的说明文字'.repeat(8)} |\n| 乙 | 2 |\n| 丙 | 3 |`,
  LONG.repeat(6),
  '甲乙[^1]丙丁。',
  '[^1]: 据馆藏图纸。'.padEnd(80, '注'),
].join('\n\n')

const ISSUE: Values = {
  date: '2026-02-05',
  title: '供水专刊',
  status: 'review',
  contents: true,
  sections: {
    动态: [
      {
        title: '城南区各单位检修供水管网和消防设施并在入冬以前完成全部登记',
        shoulder: '全年工作',
        subtitle: '各科室的做法',
        note: '编者按：现将有关做法刊发，供各单位在工作中学习借鉴。',
        body: BODY,
        images: [
          { id: '会场', row: [{ src: 'a.jpg', caption: '会场，各科室的同志在听介绍'.repeat(3) }, {}] },
          { placeholder: '待补：检修现场的照片，横幅一张，竖幅一张', caption: '检修' },
        ],
        credit: { 综合科: ['沈知行'] },
      },
      { title: '登记', box: true, body: `${LONG}\n\n${LONG}`, pull_quotes: '登记十二项' },
      { title: '检修', tint: true, body: LONG },
    ],
    简讯: [
      { text: '近日，甲公司完成检修。', credit: { 综合科: ['沈知行'] } },
      { text: '近日，乙公司开业。' },
    ],
  },
}

/** What a key wants besides itself to be seen, and the value that is not the usual one. */
type Row = readonly [value: unknown, more?: Values]

const PLAIN = { page: { column_rule: 'hairline' } }
const BOX = { border: '2pt' }
/** A page of which the colophon's air is not left over. */
const SHORT = { page: { margin: { bottom: '105mm' } } }

/** For each look a value from which another page comes; `more` stands in both. */
const ROWS: Readonly<Record<string, Row>> = {
  'rows.section': [4],
  'rows.headline_one': [4],
  'rows.headline_more': [3, { heading: { lead: 'asked' } }],
  'rows.subhead': [3],
  'masthead.name_spread': [0.5],
  'masthead.name_limit': [0.3],
  'masthead.name_least': ['200pt', { type: { masthead_name: { size: '200pt' } } }],
  'masthead.name_tracking': ['0.1em'],
  'masthead.special_title': [2],
  'masthead.thick': ['4pt'],
  'masthead.thin': ['2pt'],
  'masthead.rule_gap': ['4pt'],
  'masthead.rule_order': ['thin-first'],
  'masthead.single': ['4pt', { masthead: { rule: 'single' } }],
  'masthead.rule_color': ['#008000'],
  'masthead.star': ['14pt'],
  'masthead.top_rule': ['3pt'],
  'masthead.fill': ['#f0e0e0'],
  'masthead.fill_reach': ['page', { masthead: { fill: '#f0e0e0' } }],
  'masthead.top': ['9pt'],
  'masthead.side': ['9pt'],
  'masthead.above_rule': ['20pt'],
  'masthead.below_rule': [2],
  'masthead.above_name': [2],
  'masthead.above_subtitle': [2],
  'masthead.above_issue': [2],
  'masthead.above_issuer': [2],
  'masthead.least_gap': ['9pt'],
  'masthead.comfort': ['30pt'],
  'masthead.issue_place': ['between'],
  'masthead.logo': ['0.5em'],
  'masthead.logo_gap': ['0.1em'],
  'masthead.tallest_picture': [0.2, { masthead: { style: 'image' } }],
  'section.name': ['hidden'],
  'section.ornament': ['band'],
  'section.color': ['#008000'],
  'section.block_width': ['1em'],
  'section.block_gap': ['1em'],
  'section.rule': ['2pt'],
  'section.rule_gap': ['2em'],
  'heading.pitch': ['1.6em'],
  'heading.companion_gap': ['1em'],
  'heading.least_air': [3],
  'heading.air_above': [0.2],
  'heading.rule': ['0.5pt'],
  'heading.top_rule': ['0.5pt'],
  'heading.lead': ['first'],
  'heading.rule_color': ['accent', { heading: { rule: '0.5pt' } }],
  'box.fill': ['#eeeeee'],
  'box.border': ['2pt'],
  'box.color': ['accent'],
  'box.edges': ['ends'],
  'tint.fill': ['none'],
  'tint.border': ['2pt'],
  'tint.color': ['accent', { tint: BOX }],
  'tint.edges': ['left', { tint: BOX }],
  'note.fill': ['none'],
  'note.border': ['2pt'],
  'note.color': ['accent', { note: BOX }],
  'note.edges': ['left', { note: BOX }],
  'contents.fill': ['none'],
  'contents.border': ['2pt'],
  'contents.color': ['accent', { contents: BOX }],
  'contents.edges': ['ends', { contents: BOX }],
  'contents.title': ['目录'],
  'contents.leader': ['2pt'],
  'contents.leader_step': ['9pt'],
  'contents.leader_color': ['accent'],
  'contents.number_room': ['9em'],
  'column_rule.width': ['2pt', PLAIN],
  'column_rule.color': ['accent', PLAIN],
  'running_head.align': ['centre'],
  'running_head.rule': ['2pt'],
  'running_head.color': ['accent'],
  'running_head.gap': ['9pt'],
  'running_head.distance': ['20pt'],
  'folio.distance': ['3mm'],
  'folio.inset': ['0em'],
  'watermark.angle': [30],
  'watermark.part': [0.3],
  'watermark.most': ['30pt'],
  'watermark.color': ['accent'],
  'stamp.line': ['2pt'],
  'stamp.air': ['1em'],
  'stamp.color': ['accent'],
  'picture.caption_gap': ['9pt'],
  'picture.caption_pitch': ['2em'],
  'picture.air_above': [2],
  'picture.air_below': [2],
  'picture.tallest': [0.1],
  'picture.row_gap': ['2em'],
  'picture.border': ['1pt'],
  'picture.border_color': ['accent', { picture: { border: '1pt' } }],
  'placeholder.fill': ['none'],
  'placeholder.border': ['2pt'],
  'placeholder.border_color': ['accent'],
  'placeholder.sign': ['0'],
  'placeholder.sign_gap': ['12pt'],
  'placeholder.sign_color': ['accent'],
  'placeholder.size_color': ['accent'],
  'placeholder.pitch': ['2em'],
  'table.outer': ['0'],
  'table.head': ['2pt'],
  'table.row': ['2pt'],
  'table.column': ['0.5pt'],
  'table.color': ['accent'],
  'table.row_color': ['accent'],
  'table.head_fill': ['#eeeeee'],
  'table.head_color': ['accent'],
  'table.stripe': ['#eeeeee'],
  'table.cell_air': ['1em'],
  'table.pitch': ['2em'],
  'colophon.outer': ['2pt'],
  'colophon.inner': ['0'],
  'colophon.color': ['accent'],
  'colophon.side': ['2em'],
  'colophon.above': [6, SHORT],
  'quote.fill': ['#f0e0e0'],
  'quote.border': ['3pt'],
  'quote.color': ['#008000'],
  'quote.edges': ['left'],
  'footnote.rule': ['2pt'],
  'footnote.rule_width': [0.5],
  'footnote.color': ['accent'],
  'footnote.pitch': ['2em'],
  'footnote.indent': ['3em'],
  'list.sign': ['◆'],
  'list.sign_two': ['◆'],
  'list.sign_three': ['◆'],
  'list.sign_size': ['0.8em'],
  'list.sign_raise': ['0.1em'],
  'list.sign_room': ['1.5em'],
  'list.number_room': ['2em'],
  'list.indent': ['3em'],
  'brief.indent': ['3em'],
  'brief.number_color': ['black'],
  'credit.end_indent': ['3em'],
}

/** The keys that only a design's own file has; the others are `publication.yaml`'s too. */
const PATHS = Object.keys(lookDefaults().classic ?? {})

function houseWith(path: string | null, value: unknown, more: Values): string {
  const house: Values = structuredClone({ based_on: 'two-column', ...more })
  const [group = '', member = ''] = path?.split('.') ?? []
  if (path !== null) house[group] = { ...(house[group] as Values | undefined), [member]: value }
  return JSON.stringify(house)
}

function issueIn(house: string): Issue {
  const { value, diagnostics } = readIssue({
    publication: { file: 'publication.yaml', text: JSON.stringify(PUBLICATION) },
    issue: { file: '2026-02.yaml', text: JSON.stringify(ISSUE) },
    others: [],
    article: (file) => ({ value: { file, text: house }, diagnostics: [] }),
  })
  if (value === null) throw new Error(JSON.stringify(diagnostics))
  return value
}

const usual = new Map<string, string>()

function pagesIn(house: string): string {
  const known = usual.get(house)
  const pages = known ?? JSON.stringify(typeset(issueIn(house), assets).value.pages)
  usual.set(house, pages)
  return pages
}

test('each look has a row, and no row is for one that is not there', () => {
  expect(PATHS.filter((path) => ROWS[path] === undefined)).toEqual([])
  expect(Object.keys(ROWS).filter((path) => !PATHS.includes(path))).toEqual([])
})

test.each(PATHS)('%s changes something on the page', (path) => {
  const [value, more = {}] = ROWS[path] as Row
  expect(pagesIn(houseWith(path, value, more)) === pagesIn(houseWith(null, null, more))).toBe(false)
})
