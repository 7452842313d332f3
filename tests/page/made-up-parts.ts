/**
 * Issues made up by a number that have every further part: tables of every kind, footnotes, side boxes, pull quotes,
 * galleries, readings, vertical headlines, seals, codes, boxes, tints, nested lists, an ear, a cover. As values of YAML.
 */
import { Chance, paragraph, sentence, TITLES, UNITS } from './made-up-issue.ts'

type Values = Record<string, unknown>

const CELLS: readonly ((chance: Chance) => string)[] = [
  (chance) => `${chance.whole(1, 12)}月${chance.whole(1, 30)}日`,
  (chance) => `${chance.whole(0, 23)}:${chance.of(['00', '30'])}—${chance.whole(10, 23)}:45`,
  (chance) => `0000-${chance.whole(1_000_000, 9_999_999)}`,
  (chance) => chance.of(['-12.5', '1,204.75', '86', '—', '−3.125', '0.5', '12,500']),
  (chance) => `${chance.whole(1, 120)}.${chance.whole(0, 9)}%`,
  (chance) => `${chance.whole(1, 9999)}${chance.of(['件', '万元', '千米', '人'])}`,
  (chance) => chance.of(UNITS),
  (chance) => sentence(chance, chance.whole(4, 60)),
  (chance) => chance.of(['', '√', '★', '待定', 'GB/T 9704', 'PM~2.5~', '**合计**', 'office@example.cn']),
]
const HEADS = ['日期', '时间', '电话', '金额（万元）', '比例', '数量', '单位', '进展和下一步打算', '备注']

function table(chance: Chance): string {
  const columns = chance.of([2, 3, 3, 4, 5, 6, 8, 11])
  const kinds = Array.from({ length: columns }, () => chance.whole(0, CELLS.length - 1))
  const head = kinds.map((kind) => HEADS[kind] as string)
  if (columns > 2 && chance.whether(0.2)) head[columns - 1] = '<<'
  const rows = Array.from({ length: chance.of([1, 2, 4, 7, 12, 30]) }, (_, at) =>
    kinds.map((kind, column) => {
      if (at > 0 && column < 2 && chance.whether(0.1)) return '^^'
      return (CELLS[kind] as (chance: Chance) => string)(chance)
    }),
  )
  const set = chance.of(['', '', '', ' {span: page}', ' {turn: true}'])
  const caption = set !== '' || chance.whether(0.5) ? [`: 表　${chance.of(TITLES)}${set}`] : []
  const notes = chance.whether(0.3) ? [': 注：数字以年终统计为准。', ': 来源：中心办件系统'] : []
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [...caption, row(head), row(head.map(() => '---')), ...rows.map(row), ...notes].join('\n')
}

function list(chance: Chance): string {
  const item = () => sentence(chance, chance.whole(4, 40))
  const own = chance.whether(0.5) ? ['- ', '  - ', '    - '] : ['1. ', '   1. ', '      - ']
  const levels = Array.from({ length: chance.whole(2, 7) }, (_, at) => (at === 0 ? 0 : chance.whole(0, 2)))
  return levels
    .map((level, at) => `${own[Math.min(level, at === 0 ? 0 : (levels[at - 1] as number) + 1)]}${item()}`)
    .join('\n')
}

const WORDS = [
  'PM~2.5~',
  '10^4^',
  '[韫]{yùn}',
  '[庄窗双]{zhuāng chuāng shuāng}',
  '**重点：**',
  'office@example.cn',
]

/** A paragraph with a mark of the inline kind somewhere in it. */
function marked(chance: Chance, note: string | null): string {
  const words = paragraph(chance)
  const at = words.indexOf('，')
  const mark = note === null ? (chance.whether(0.3) ? chance.of(WORDS) : '') : `[^${note}]`
  return at < 0 ? words : words.slice(0, at) + mark + words.slice(at)
}

function body(chance: Chance, ids: readonly string[]): string {
  const notes: string[] = []
  const blocks = Array.from({ length: chance.whole(1, 9) }, (_, at) => {
    const kind = at === 0 ? 9 : chance.whole(1, 12)
    if (kind === 1 || kind === 2) return table(chance)
    if (kind === 3) return list(chance)
    if (kind === 4) return `> ${sentence(chance, 60)}`
    if (kind === 5) return `## ${chance.of(TITLES)}`
    if (chance.whether(0.2)) notes.push(`[^${notes.length + 1}]: ${sentence(chance, chance.whole(5, 90))}`)
    else return marked(chance, null)
    return marked(chance, String(notes.length))
  })
  for (const id of ids) blocks.splice(chance.whole(1, blocks.length), 0, `![](${id})`)
  return [...blocks, ...notes].join('\n\n')
}

function picture(chance: Chance): Values {
  const ratio = chance.of(['3:2', '4:3', '16:9', '1:1', '3:4', '2:1'])
  const caption = chance.of(['', '活动现场', sentence(chance, 24)])
  return { placeholder: '待补', ratio, ...(caption === '' ? {} : { caption }) }
}

function pictures(chance: Chance, count: number): Values[] {
  return Array.from({ length: count }, (_, at) => {
    const many = (least: number, most: number) =>
      Array.from({ length: chance.whole(least, most) }, () => picture(chance))
    const name = chance.whether(0.5) ? { id: `图${at}` } : {}
    const kind = chance.whole(1, 8)
    if (kind === 1) return { ...name, gallery: many(3, 9), caption: '资料图片' }
    if (kind === 2) return { ...name, row: many(2, 3) }
    if (kind === 3) return { ...name, qr: 'https://example.cn/book', caption: '扫码预约' }
    return { ...name, ...picture(chance), fit: chance.of(['column', 'page', 'left', 'right']) }
  })
}

function article(chance: Chance): Values {
  const images = pictures(chance, chance.of([0, 0, 1, 1, 2]))
  const ids = images.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  const sides: Values = {}
  if (chance.whether(0.25))
    sides.side_boxes = { title: chance.of(TITLES), tint: chance.whether(0.5), body: body(chance, []) }
  if (chance.whether(0.25)) sides.pull_quotes = [{ text: sentence(chance, 20), source: '一封来信' }]
  if (chance.whether(0.15)) sides.vertical_title = true
  if (chance.whether(0.15)) sides.box = true
  if (chance.whether(0.15)) sides.tint = true
  if (chance.whether(0.15)) sides.note = sentence(chance, 70)
  if (chance.whether(0.2)) sides.shoulder = '一条引题'
  if (chance.whether(0.2)) sides.signature = { text: `${chance.of(UNITS)}\n2029年4月9日` }
  const credit = chance.whether(0.7) ? { credit: { [chance.of(UNITS)]: ['周启明', '何静'] } } : {}
  return {
    title: chance.of(TITLES),
    ...sides,
    body: body(chance, ids),
    ...(images.length > 0 ? { images } : {}),
    ...credit,
  }
}

/** A made-up issue with further parts, and its publication. */
export function madeUpParts(seed: number): { readonly publication: Values; readonly issue: Values } {
  const chance = new Chance(seed)
  const sections: Values = {}
  for (const name of ['要闻', '经验'].slice(0, chance.whole(1, 2)))
    sections[name] = Array.from({ length: chance.whole(1, 4) }, () => article(chance))
  if (chance.whether(0.4)) sections.简讯 = Array.from({ length: 3 }, () => sentence(chance, 50))
  const own: Values = {}
  if (chance.whether(0.2)) own.contents = true
  const front = chance.whole(1, 7)
  if (front === 1) own.cover = { placeholder: '封面', caption: '清晨' }
  if (front === 2) own.ear = { title: '值班电话', text: sentence(chance, 30) }
  if (chance.whether(0.2)) own.watermark = '内部资料'
  return {
    publication: {
      bulletin: 1,
      name: '南湾工作动态',
      issuer: '南湾区综合服务中心',
      sections: ['要闻', '经验', { name: '简讯', style: 'briefs' }],
      ...(chance.whether(0.7)
        ? { colophon: { report_to: ['区委办公室'], send_to: ['各街道'], copies: 120 } }
        : {}),
    },
    issue: { date: '2026-04-01', ...own, sections },
  }
}
