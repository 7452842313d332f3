import type { GRID_COST, LINE_COST, TITLE_COST } from '../../src/text/costs.ts'

/** A text that comes out otherwise by another price. */
export interface PricedText {
  /** In the words of `src/text/costs.ts`. */
  readonly says: string
  readonly text: string
  /** In em. */
  readonly measure: number
  /** The lines, parted by `/`. */
  readonly is: string
  readonly otherwise: string
}

type Texts<T> = Partial<Record<keyof T, PricedText>>

/** Without the price; words are divided where they may be for `hyphen` alone. */
export const LINES: Texts<typeof LINE_COST> = {
  tracking: {
    says: 'lines are opened as little as can be',
    text: '供水·完成生产完成',
    measure: 4,
    is: '供水·完/成生产/完成',
    otherwise: '供水·/完成生/产完成',
  },
  fault: {
    says: 'more lines rather than a torn one',
    text: '和安全各单位安全生产第1批',
    measure: 4.5,
    is: '和安全/各单位/安全生产/第1批',
    otherwise: '和安全/各单位安/全生产第/1批',
  },
  stretchedGap: {
    says: 'a line full by itself rather than one with its gaps opened',
    text: '和3个3个把强调供水',
    measure: 6,
    is: '和3个3个把/强调供水',
    otherwise: '和3个3个/把强调供水',
  },
  contrast: {
    says: 'an open line does not stand beside one that is not',
    text: '和生产，的',
    measure: 4,
    is: '和生产，/的',
    otherwise: '和生/产，的',
  },
  line: {
    says: 'of ways nearly as good that with fewer lines',
    text: '“十五五”GDP、安全各单位、100m²GDP（试行）5G“十五五”完成《条例》安全工作抓实',
    measure: 12,
    is: '“十五五”GDP、安全各单位、/100m²GDP（试行）5G“十五五”/完成《条例》安全工作抓实',
    otherwise: '“十五五”GDP、安全各单位、/100m²GDP（试行）5G“十五/五”完成《条例》安全工作/抓实',
  },
  reluctant: {
    says: 'a number stays with what it counts',
    text: '的3个3个12.5%，要',
    measure: 4,
    is: '的3个/3个/12.5%，/要',
    otherwise: '的3/个3个/12.5%，要',
  },
  hyphen: {
    says: 'a word is divided only where it must be',
    text: 'of 管理of of ，information',
    measure: 8,
    is: 'of 管理of of ，/information',
    otherwise: 'of 管理of of ，in/formation',
  },
  squeezedLast: {
    says: 'a last line of its own rather than a squeezed one',
    text: '完成改造《条例》！安全5G',
    measure: 11,
    is: '完成改造《条例》！安全/5G',
    otherwise: '完成改造《条例》！安全5G',
  },
  runt: {
    says: 'a last line has two characters, whatever the line before it lacks',
    text: '抓实；供水',
    measure: 4,
    is: '抓实；/供水',
    otherwise: '抓实；供/水',
  },
}

/** With a price of three thousand, by the kind of room. */
export const SQUEEZED: Readonly<Record<number, PricedText>> = {
  3: {
    says: 'brackets are squeezed',
    text: '各单位？（试行）会议和改造生产',
    measure: 12,
    is: '各单位？（试行）会议和改造/生产',
    otherwise: '各单位？（试行）会议和改/造生产',
  },
  4: {
    says: 'commas and the like are squeezed',
    text: '单位全区第1批，强调强调会议',
    measure: 10.5,
    is: '单位全区第1批，强调强/调会议',
    otherwise: '单位全区第1批，强调/强调会议',
  },
  5: {
    says: 'Han–Latin gaps are squeezed',
    text: '第1批工作第1批全区3个',
    measure: 9.5,
    is: '第1批工作第1批全区/3个',
    otherwise: '第1批工作第1批全/区3个',
  },
  6: {
    says: 'stops are squeezed',
    text: '要？3个。会议2026年会议：',
    measure: 9,
    is: '要？3个。会议2026年/会议：',
    otherwise: '要？3个。会议2026/年会议：',
  },
  1: {
    says: 'word spaces are squeezed',
    text: '把 of of 供水强调工作',
    measure: 5.5,
    is: '把 of of 供水/强调工作',
    otherwise: '把 of of 供/水强调工作',
  },
}

/** On the grid of cells, without the price. */
export const GRID: Texts<typeof GRID_COST> = {
  emptyCell: {
    says: 'no line leaves cells that its text could fill',
    text: '完成；强调',
    measure: 4,
    is: '完成；/强调',
    otherwise: '完/成；强调',
  },
  widened: {
    says: 'Latin takes no more cells than it needs',
    text: '第1批把生产',
    measure: 4,
    is: '第1批把/生产',
    otherwise: '第1批/把生产',
  },
  hanging: {
    says: 'no mark hangs where a line of its own length is to be had',
    text: '（试行）生产《条例》·5G安全；12.5%',
    measure: 4,
    is: '（试行）/生产《条/例》·5G/安全；/12.5%',
    otherwise: '（试行）/生产《条/例》·/5G安全；/12.5%',
  },
  reluctant: {
    says: 'a number stays with what it counts on the grid',
    text: '全区·生产。第1批',
    measure: 7.5,
    is: '全区·生产。/第1批',
    otherwise: '全区·生产。第/1批',
  },
  runt: {
    says: 'a last line on the grid has two characters',
    text: '会议、全区',
    measure: 4.5,
    is: '会议、/全区',
    otherwise: '会议、全/区',
  },
}

/** Titles, without the price. */
export const TITLES: Texts<typeof TITLE_COST> = {
  line: {
    says: 'a line a little too full rather than a second one',
    text: '街道启动老旧小区',
    measure: 8,
    is: '街道启动老旧小区',
    otherwise: '街道启动/老旧小区',
  },
  uneven: {
    says: 'lines as long as each other',
    text: '集中开工仪式举行',
    measure: 6,
    is: '集中开工/仪式举行',
    otherwise: '集中开工仪式/举行',
  },
  longerBelow: {
    says: 'the lower line is not much longer though an object is parted',
    text: '全国国土调查成果',
    measure: 7,
    is: '全国国土调查/成果',
    otherwise: '全国/国土调查成果',
  },
  hourglass: {
    says: 'no middle line shorter than both its neighbours',
    text: '电动自行车违规充电整治',
    measure: 5,
    is: '电动自行车/违规充电/整治',
    otherwise: '电动自行车/违规/充电整治',
  },
  overFullest: {
    says: 'two lines rather than one too full',
    text: '高质量发展再出发',
    measure: 9,
    is: '高质量发展/再出发',
    otherwise: '高质量发展再出发',
  },
  fullOneLine: {
    says: 'a whole title does not fill its measure',
    text: '职工之家温馨如家',
    measure: 8,
    is: '职工之家/温馨如家',
    otherwise: '职工之家温馨如家',
  },
  shortLine: {
    says: 'no line of two characters',
    text: '你好，新同事',
    measure: 7,
    is: '你好，新同事',
    otherwise: '你好，/新同事',
  },
  shortTorn: {
    says: 'a word of two characters is not torn from its other half',
    text: '违规充电整治',
    measure: 5,
    is: '违规/充电整治',
    otherwise: '违规充电/整治',
  },
  inWordToo: {
    says: 'a word stays whole though the lines are uneven',
    text: '河道保洁员的一天',
    measure: 7,
    is: '河道保洁员的/一天',
    otherwise: '河道保洁/员的一天',
  },
}
