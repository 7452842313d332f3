/** A text and the UTF-16 offsets before which a Han–Latin gap stands. */
export interface GapRow {
  readonly id: string
  readonly text: string
  readonly gapsBefore: readonly number[]
}

/** Texts of our own; ¦ stands where a gap is wanted. W3C clreq §6.3.3 (中西间距) says where, R57 and R58 how wide. */
const MARKED: Readonly<Record<string, readonly string[]>> = {
  'clreq §6.3.3, a word or number inside Han': [
    '园区共有¦128¦家企业',
    '全市¦GDP¦增长',
    '使用¦Node¦编写',
    '第¦3¦季度完成投资¦26.5¦亿元',
    '2026¦年¦6¦月¦15¦日',
    '完成¦80%以上',
    '气温升至¦38℃左右',
    '甲¦A¦乙¦B¦丙',
    '采用¦5G¦网络与¦B2B¦平台',
  ],
  'clreq §6.3.3, several words are one run': [
    '接入¦Open API¦平台',
    '由¦R&D¦部门负责',
    '编写¦state-of-the-art¦方案',
    '升级到¦Version 2.1.3¦之后',
    '见¦docs/README.md¦一文',
    '比例为¦3:2¦的图片',
    '得出¦A+B¦的和',
    '运行¦HTTP/2¦协议',
    '做¦A/B¦测试',
    '点击¦www.example.org¦查看',
  ],
  'clreq §6.3.3, none beside marks, brackets and quotation marks': [
    '完成率，100%。',
    '（2026）年度',
    '“AI”与“5G”',
    '《A》和《B》',
    '电话：0000-0000000',
    '共3、4、5三项'.replace('3', '¦3').replace('5', '5¦'),
    '见注①A',
    '【GDP】增长',
    '甲——B——乙',
    '时间：9:30，地点：A座'.replace('A座', 'A¦座'),
  ],
  'clreq §6.3.3, none at a paragraph’s ends nor between Han': ['全部汉字', 'Latin only', '甲乙', 'A', '12'],
  'CSS Text 4 §8.4 (text-autospace), at each border once': [
    '国国¦XX¦国',
    '国¦fi¦国',
    '国国¦AA¦国国¦AA¦国国',
    'A¦水水',
    '水水¦A',
  ],
}

function rowOf(kind: string, marked: string): GapRow {
  const parts = marked.split('¦')
  const gapsBefore: number[] = []
  let at = 0
  for (const part of parts.slice(0, -1)) {
    at += part.length
    gapsBefore.push(at)
  }
  return { id: kind, text: parts.join(''), gapsBefore }
}

export const GAP_POSITIONS: readonly GapRow[] = Object.entries(MARKED).flatMap(([kind, texts]) =>
  texts.map((text) => rowOf(kind, text)),
)
