/**
 * Issues made up by a number: articles of one to twelve paragraphs with sub-headings, lists, tables, quotations,
 * pictures of every kind, notes, boxes, credits and briefs, as YAML. The same number gives the same issue everywhere.
 */

/** Fractions below 1, always the same for a seed (mulberry32). */
function fractions(seed: number): () => number {
  let state = (seed * 2_654_435_769) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Choices by a seed. */
export class Chance {
  private readonly next: () => number
  constructor(seed: number) {
    this.next = fractions(seed)
  }
  whether(share: number): boolean {
    return this.next() < share
  }
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }
  of<T>(all: readonly T[]): T {
    return all[this.whole(0, all.length - 1)] as T
  }
}

export const UNITS = [
  '柳溪供水公司',
  '长岭公交公司',
  '青麓公园物业部',
  '云岫文旅公司',
  '北川建设集团',
  '东渡港务公司',
  '石桥社区服务站',
  '南湾区综合服务中心',
]
const PEOPLE = ['周启明', '何静', '田野', '梁宽', '苏禾', '林知秋', '程一诺', '沈知行', '卫青禾']

export const TITLES = [
  '柳溪供水公司连夜更换老旧管线',
  '工作组检查迎峰度夏供水保障工作',
  '长岭公交按乘客去向调整班次',
  '云岫文旅公司推出步行地图',
  '召开汛期安全工作会议部署假期前后重点任务',
  '北川建设集团举办技能比武',
  '春季安全检查全面展开',
  '共享实验室开放满一年，小微企业用得上、用得起',
  '把账目晒在阳光下',
  '产业园区企业服务站揭牌并开展首场上门服务活动',
]

const CLAUSES = [
  '检修队对北环路老旧管线进行夜间更换',
  '队员逐户张贴停水告知',
  '联系社区为行动不便的老人送去桶装水',
  '凌晨4时恢复供水',
  '今年计划改造老旧管网26.5千米',
  '涉及18个小区、1.2万户居民',
  '施工分为11个作业段，每段不超过5天',
  '重点查看健身器材、临水护栏和夜间照明',
  '共发现隐患43处，当天处理38处',
  '其余5处设置围挡并限期整改',
  '把安全检查做细，发现问题当场登记',
  '把服务窗口做实，让群众少跑一趟',
  '每月公布一次办理时长',
  '沿途的茶铺、书屋和手工作坊都标在一张手绘地图上',
  '五天里发出6200余份',
  '平均办结时间为1.6天，比上年同期缩短0.7天',
  '群众满意率达到98.3%',
  '构件在工厂预制，运到现场后直接吊装',
  '现场用工减少约三成',
  '请老师傅把操作要点拍成短片',
  '有39人通过了技能等级认定',
  '大额支出逐笔公示，职工可以随时查询',
  '预案要写得明白、练得熟悉，关键时候才能用得上',
  '由系统每15分钟预测一次下一时段的需求',
  '班组长介绍说，“过去凭手感，现在看数据”',
  '少运垃圾210车，节省浇灌用水约4000吨',
  '按照“谁主管、谁负责”的原则落实到人',
  '争取国庆节前全部建成开放',
]

export function sentence(chance: Chance, least: number): string {
  let text = chance.of(CLAUSES)
  while (text.length < least) text += `${chance.of(['，', '，', '；', '。'])}${chance.of(CLAUSES)}`
  return `${text}。`
}

export function paragraph(chance: Chance): string {
  const length = chance.of([20, 40, 60, 90, 120, 150, 180, 220, 260, 320, 400])
  let text = ''
  while (text.length < length) text += sentence(chance, Math.min(length - text.length, chance.whole(18, 70)))
  return text
}

type Fit = 'column' | 'page' | 'left' | 'right'

function picture(chance: Chance, id: string | null): string {
  const fit = chance.of<Fit>(['column', 'column', 'column', 'page', 'left', 'right'])
  const ratio = chance.of(['3:2', '3:2', '4:3', '16:9', '1:1', '4:5'])
  const one = () =>
    `placeholder: 待补照片, caption: ${chance.of(['活动现场', '工作人员正在查看设备', '志愿者在服务台为居民讲解办理流程和注意事项'])}, ratio: "${ratio}"`
  const name = id === null ? '' : `id: ${id}, `
  if (fit === 'column' && chance.whether(0.25)) {
    const row = Array.from({ length: chance.whole(2, 3) }, () => `{ ${one()} }`).join(', ')
    return `        - { ${name}row: [${row}] }`
  }
  return `        - { ${name}${one()}, fit: ${fit} }`
}

function blocks(chance: Chance, ids: readonly string[]): string[] {
  const result: string[] = []
  const count = chance.whole(1, 12)
  for (let at = 0; at < count; at += 1) {
    if (at > 0 && chance.whether(0.14))
      result.push(`## ${chance.of(['一、完善制度', '二、压实责任', '服务更近一步', '用数据说话'])}`)
    const kind = chance.whole(1, 24)
    if (kind === 1) {
      const items = Array.from({ length: chance.whole(2, 5) }, () => sentence(chance, chance.whole(10, 60)))
      result.push(items.map((item, index) => `${index + 1}. ${item}`).join('\n'))
    } else if (kind === 2) {
      const rows = Array.from(
        { length: chance.whole(2, 9) },
        () =>
          `| ${chance.of(UNITS)} | ${chance.whole(1, 900)} | ${chance.of(['已完成', '正在办理', '计划十月底前完成'])} |`,
      )
      result.push(['| 单位 | 件数 | 进展 |', '| --- | ---: | --- |', ...rows].join('\n'))
    } else if (kind === 3) result.push(`> ${sentence(chance, chance.whole(30, 120))}`)
    else result.push(paragraph(chance))
  }
  if (result[0]?.startsWith('|')) result.unshift(paragraph(chance))
  for (const id of ids) result.splice(chance.whole(1, result.length), 0, `![](${id})`)
  return result
}

function credit(chance: Chance): string {
  const people = Array.from(new Set(Array.from({ length: chance.whole(1, 3) }, () => chance.of(PEOPLE))))
  return `{ ${chance.of(UNITS)}: [${people.join(', ')}] }`
}

function article(chance: Chance, lead: boolean): string {
  const pictures = chance.of([0, 0, 1, 1, 1, 2, 2, 3])
  const marked = Array.from({ length: pictures }, (_, index) => (chance.whether(0.5) ? `p${index}` : null))
  const lines = [`    - title: ${chance.of(TITLES)}`]
  if (lead) lines.push('      lead: true')
  if (chance.whether(0.1)) lines.push('      box: true')
  if (chance.whether(0.08)) lines.push(`      note: ${sentence(chance, 60)}`)
  const ids = marked.filter((id) => id !== null)
  const body = blocks(chance, ids)
    .join('\n\n')
    .split('\n')
    .map((line) => (line === '' ? '' : `        ${line}`))
  lines.push('      body: |', ...body)
  if (pictures > 0) lines.push('      images:', ...marked.map((id) => picture(chance, id)))
  if (chance.whether(0.8)) lines.push(`      credit: ${credit(chance)}`)
  return lines.join('\n')
}

/** One made-up issue and its publication, as YAML. */
export interface MadeUpIssue {
  readonly publication: string
  readonly issue: string
}

export function madeUpIssue(seed: number): MadeUpIssue {
  const chance = new Chance(seed)
  const sections = ['要闻', '经验与交流', '专题报道'].slice(0, chance.whole(1, 3)).map((name, at) => {
    const articles = Array.from({ length: chance.whole(1, 4) }, (_, index) =>
      article(chance, at === 0 && index === 0 && chance.whether(0.5)),
    )
    return `  ${name}:\n${articles.join('\n')}`
  })
  if (chance.whether(0.5)) {
    const briefs = Array.from(
      { length: chance.whole(2, 7) },
      () => `    - ${paragraph(chance).slice(0, 140)}`,
    )
    sections.push(`  简讯:\n${briefs.join('\n')}`)
  }
  const colophon = chance.whether(0.75)
    ? 'colophon:\n  report_to: [区委办公室, 区政府办公室]\n  send_to: [各街道办事处, 各区属企业, 区应急保障中心]\n  copies: 120\n'
    : ''
  const contents = chance.whether(0.4) ? 'contents: true\n' : ''
  return {
    publication: `bulletin: 1\nname: 南湾工作动态\nissuer: 南湾区综合服务中心\nsections: [要闻, 经验与交流, 专题报道, { name: 简讯, style: briefs }]\n${colophon}`,
    issue: `date: 2026-04-01\nnumber: ${seed}\n${contents}sections:\n${sections.join('\n')}\n`,
  }
}
