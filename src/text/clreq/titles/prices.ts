/**
 * What a line break between two parts of a title does to the reader; 0 is a good place. All of them stand here; they
 * are weighed against the shape of the lines in text/headline.ts, where one more line costs 90.
 */
export const PRICES = {
  /** Inside a word, a name, a number with its unit; before 的, behind a preposition. */
  inWord: 400,
  /** Between the words of a long term: 疾病预防｜控制中心. */
  inTerm: 330,
  /** Added where only two characters of it are on one side. */
  shortOfTerm: 60,
  /** From here on the two sides read as one thing (老旧管网, 公共停车场): no word beside them makes it less. */
  whole: 250,
  /** At 。，：；, a dash or a typed space: the author has parted it. */
  afterMark: 0,
  /** Before a space or dots. */
  beforeMark: 25,
  /** A dash rather begins the line of what it leads to: ——区属企业半年工作综述. */
  afterDash: 260,
  /** Between two clauses that no mark parts. */
  clause: 0,
  /** Before a predicate: 水务集团｜开展汛前排查. */
  predicate: 5,
  /** Between two predicates: 开展汛前排查｜确保管网安全. */
  series: 10,
  /** Behind a topic that is no subject: 国庆假期｜接待游客八十六万人次. */
  topic: 30,
  /** Behind a time, a place or a phrase of a preposition: 赴红色教育基地｜开展…, 春节期间｜供水平稳. */
  adverbial: 20,
  /** Before an object, which is read with its verb. */
  object: 90,
  /** Behind 、, and before 和 and its kin: each half stays whole. */
  listed: 30,
  /** Between an amount and what it counts: 第五次｜经济普查. */
  ofAmount: 260,
  /** Before an amount: 接待游客｜八十六万人次. */
  amount: 30,
  /** Added for each degree by which two words cling (clinging.ts): 质量｜提升. */
  bond: 20,
  /** Added inside a sentence that only describes a noun: 全面推进乡村振兴工作会议. */
  described: 100,
  /** Before a bracketed remark: 若干措施｜（试行）. */
  bracket: 110,
  /** Between 的 and what it describes. */
  afterOf: 40,
  /** Between an office and its holder's name: 副区长｜沈知远. */
  office: 180,
  /** Between an adverb or a verb and the verb that it belongs to: 圆满｜完成, 走访｜慰问. */
  verbs: 260,
  /** Where nothing is known of either side. */
  unknown: 60,
  /** Added inside short quotation marks and book marks. */
  quoted: 120,
  /** Added where the quotation is no longer than a word or two: “工匠讲堂”. */
  shortQuoted: 250,
  /** Before a predicate that has no object and no more than two characters: 会议｜召开. */
  shortPredicate: 120,
} as const

/**
 * Added where the left half of a divided part stands in one line with what is before the part: the reader takes the two
 * together. By rule; all others: {@link TORN}.
 */
export const TEARS: Readonly<Record<string, number>> = {
  // The verb may stay with its subject: 云汀区召开｜安全生产工作会议.
  object: 30,
  'object clause': 30,
  'light verb': 30,
  // 食品安全进校园｜护航开学季, 五一期间全区｜发送旅客, 街道办事处与物业企业｜共建红色物业.
  series: 0,
  subject: 0,
  agent: 0,
  adverbial: 0,
}
export const TORN = 60

/** Added where the right half stands with what is behind the part: 全国文明城市｜创建 迎检工作. */
export const TORN_BEHIND = 30

/** Added, at either end, where such a line has another clause's end inside it (词意完整): 小资料：暴雨｜预警信号怎样看. */
export const TORN_CLAUSE = 120

/**
 * Between a noun and what describes it, by the shorter of the two in characters and the whole: two and two, two and
 * three are one word to the reader (安全生产, 老旧管网, 公共停车场), and two characters before or behind more are nearly so
 * (区委｜理论学习中心组, 更新改造｜工程); from three on each half can be read alone (老旧管网｜更新改造工程).
 */
export function priceOfCompound(left: number, right: number): number {
  const shorter = Math.min(left, right)
  const whole = left + right
  if (shorter < 2) return 320
  if (whole <= 5) return 300
  if (shorter < 3) return whole <= 6 ? 250 : whole <= 8 ? 200 : 170
  if (shorter < 4) return whole <= 7 ? 140 : 100
  return whole <= 8 ? 75 : 55
}

/** A short adjective leans on what it describes, however long that is: 无障碍｜出行服务指南. */
export function priceOfAttribute(left: number, right: number): number {
  return left <= 3 ? Math.max(180, priceOfCompound(left, right)) : priceOfCompound(left, right)
}

/** A time may stand before it: 2026年｜安全生产大检查. */
export function priceOfWhen(left: number, right: number): number {
  return left >= 3 && right >= 4 ? 80 : priceOfCompound(left, right)
}
