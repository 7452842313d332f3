import type { Weight } from '../base/text-style.ts'

/** A name that people use for a family the program has, or for one it must stand in for. */
export interface FamilyAlias {
  readonly family: string
  /** Set where the name itself says the weight. */
  readonly weight?: Weight
  /** Whether this is another typeface, so that the editor should be told. */
  readonly substitute: boolean
  /** Whether it looks plainly different, as 宋体 does for 仿宋. */
  readonly isOtherVoice?: boolean
}

const SAME: Readonly<Record<string, readonly string[]>> = {
  宋体: [
    '宋',
    '思源宋体',
    'Noto Serif SC',
    'Noto Serif CJK SC',
    'Source Han Serif SC',
    'Source Han Serif CN',
    'Jianbao Song',
  ],
  黑体: [
    '黑',
    '思源黑体',
    'Noto Sans SC',
    'Noto Sans CJK SC',
    'Source Han Sans SC',
    'Source Han Sans CN',
    'Jianbao Hei',
  ],
  楷体: ['楷', '霞鹜文楷', 'LXGW WenKai', 'Jianbao Kai'],
}

const SUBSTITUTES: Readonly<Record<string, readonly string[]>> = {
  宋体: [
    'SimSun',
    'NSimSun',
    '新宋体',
    '中易宋体',
    '华文宋体',
    'STSong',
    '方正书宋',
    '方正书宋简体',
    '书宋',
    '报宋',
    'Songti SC',
  ],
  黑体: [
    'SimHei',
    '中易黑体',
    '微软雅黑',
    'Microsoft YaHei',
    '等线',
    '华文黑体',
    'STHeiti',
    '方正黑体',
    '方正黑体简体',
    'PingFang SC',
    '苹方',
  ],
  楷体: [
    'KaiTi',
    'SimKai',
    '楷体_GB2312',
    'KaiTi_GB2312',
    '华文楷体',
    'STKaiti',
    '方正楷体',
    '方正楷体简体',
    'Kaiti SC',
  ],
}

const FANGSONG = [
  '仿宋',
  '仿宋_GB2312',
  'FangSong',
  'FangSong_GB2312',
  '华文仿宋',
  'STFangsong',
  '方正仿宋',
  '方正仿宋简体',
]
const BOLD_SONG = [
  '小标宋',
  '小标宋体',
  '大标宋',
  '粗宋',
  '方正小标宋',
  '方正小标宋简体',
  '方正小标宋_GBK',
  '方正大标宋',
]

/** Spaces, case and the choice between space and hyphen do not matter in a family's name. */
export function plainFamilyName(name: string): string {
  // ICU takes time to make ready what these characters never need.
  const normal = /^[ -~\u4e00-\u9fff]*$/.test(name) ? name : name.normalize('NFKC')
  return normal.toLowerCase().replace(/[\s-]+/g, '')
}

function collect(): ReadonlyMap<string, FamilyAlias> {
  const found = new Map<string, FamilyAlias>()
  const add = (names: readonly string[], alias: FamilyAlias) => {
    for (const name of names) found.set(plainFamilyName(name), alias)
  }
  for (const [family, names] of Object.entries(SUBSTITUTES)) add(names, { family, substitute: true })
  for (const [family, names] of Object.entries(SAME)) add([family, ...names], { family, substitute: false })
  add(FANGSONG, { family: '宋体', substitute: true, isOtherVoice: true })
  add(BOLD_SONG, { family: '宋体', weight: 'bold', substitute: true, isOtherVoice: true })
  return found
}

const ALIASES = collect()

/** What a family's name means among the built-in families; null when it means nothing. */
export function aliasOf(name: string): FamilyAlias | null {
  return ALIASES.get(plainFamilyName(name)) ?? null
}
