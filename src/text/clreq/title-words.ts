/**
 * What a Chinese title's words are, where a general dictionary cuts them up (GB/T 9704-2012 clause 7.3.1:
 * titles turn at word ends, 词意完整). Lists of words in the language of bulletins; no claim to be complete.
 */
import { isHanUnit } from './han.ts'

/** Words that dictionaries tend to cut or to miss. */
const WHOLE_WORDS = [
  '区委 市委 县委 省委 镇委 党委 党组 党工委 纪委 纪检 监委 国资委 发改委 经信委 建管委 卫健委 住建委 国资 国企 央企 民企 区管 市管 城发 城投 城建 交发 嘉加 区县',
  '区长 市长 县长 镇长 省长 局长 处长 科长 部长 院长 校长 会长 队长 组长 所长 站长 厂长 行长 村长 副区长 副市长 副县长 副镇长 副局长 副主任 副书记 副主席 副总 常委 委员 代表 书记 主任 主席 总经理 董事长 政协 人大 常委会 委员会 人大常委会',
  '调研 督导 督查 督办 督促 巡察 巡视 述职 述廉 述德 述法 评议 评估 考评 考核 考察 慰问 走访 座谈 座谈会 研讨 研讨会 培训 培训班 动员会 推进会 部署会 专题会 通报会 协调会 恳谈会 交流会 发布会 启动会 现场会 评议会 报告会 总结会 例会 年会 揭牌 签约 开工 竣工 通车 投产 挂牌 上线 启用 启动 启幕 闭幕 开幕 落幕 落成 落地',
  '印发 转发 批转 颁布 出台 抓好 做好 办好 建好 管好 守好 筑牢 压实 扛牢 扎实 圆满 有序 有力 全力 全面 深入 切实 持续 不断 加快 加强 助力 赋能 聚力 凝心 凝心聚力 共创 共建 共享 共治 共赢 共话 携手 奋进 奋力 实干 争先 创新 创建 护航 领航 续航 赓续',
  '节前 节后 年前 年后 岁末 年初 年末 年底 年终 春运 冬至 祭扫 防寒 防冻 防潮 防汛 防台 防火 寒潮 低温 保供 供水 供电 供气 供热 排水 营运 运营 在建 新建 改建 扩建 迁建 代建 续建 项目 工程 一行 一线 一体化 数字化 信息化 智能化 现代化 网格化 标准化 规范化 常态化',
  '公租房 保障房 安置房 廉租房 租赁 老百姓 提档 升级 提质 增效 转型 优化 强基 铸魂 党建 基层 抓基层 支部 党支部 党员 干部 群众 党群 工会 共青团 妇联 意识形态 主题教育 中心组 理论学习 新时代 新征程 新篇章 社会主义 精神文明 文明 创城 双拥 信访 维稳 扫黑 平安 法治 普法',
  '总社 供销社 供销合作 供销合作社 供销合作总社 总公司 分公司 子公司 集团 公司 事业部 办公厅 办公室 指挥部 服务站 服务点 服务区 工作站 工作组 工作室 专班 领导小组 巡察组 检查组 调研组 考察组 督导组 联席 联席会 十四五 十五五 十三五 高质量 现场 热线 自来水 企业家 国有企业 国有资产 沙龙 生活必需品 产业园 开发区 工业区 示范区 试验区 自贸区 新城 老城 城区 园区 社区 街道 乡镇',
]

/** Nouns that head an institution, a document or an undertaking: the word before belongs to them (服务中心, 安全工作). */
const HEADS = [
  '中心 公司 集团 委员会 管理局 有限公司 股份有限公司 研究院 研究所 医院 学校 大学 学院 协会 学会 联合会 基金会 办公室 领导小组 指挥部 合作社 博物馆 图书馆 文化馆 体育馆 银行 基地 园区 大厦 广场 车站 码头 机场 水厂 泵站',
  '企业 单位 部门 机构 组织 人员 队伍 工作 会议 大会 活动 项目 工程 建设 方案 计划 规划 纲要 意见 通知 办法 规定 条例 制度 机制 体系 平台 系统 模式 行动 任务 目标 要点 措施 举措 服务 管理 改革 发展 教育 培训 考核 评价 评估 检查 调研 保障 安全 责任 责任制 协议 情况 报告 总结 精神 思想 重要讲话 指示 建议 提案 问题 能力 水平 质量 成效 成果 经验 新篇章',
]

/** Words that begin a phrase: a line gladly begins with them and never ends with them. */
const BEGINNERS =
  '赴 在 与 和 及 暨 以及 到 向 对 为 让 以 将 把 被 由 从 于 是 并 或 关于 推动 推进 助力 开展 召开 举办 举行 组织 完成 检查 督导 督查 调研 走访 慰问 学习 贯彻 落实 参加 出席 主持 印发 转发 做好 抓好 实现 取得 加强 深化 优化 促进 实施 签订 签署 打造 建设好 聚焦 围绕 荣获 获评 入选 启动 率队 率 带队 来 去 抓'

/** Of those, prepositions and conjunctions: alone at a line's end they hang in the air. */
const LEADERS = '赴 在 与 和 及 暨 以及 到 向 对 为 让 以 将 把 被 由 从 于 并 或 关于'

/** Words that never begin a line. */
const FOLLOWERS =
  '的 了 着 过 地 得 之 等 们 中 里 上 下 内 外 吗 呢 吧 啊 者 家 性 化 年 月 日 时 号 期 次 届 名 个 人 元 万 亿 米 吨 项 条 户 座 所 批 轮 版 章 节 会 长 员 组 处 科 局 厅 部 院 委 社 班 队 群 区 市 县 镇 乡 村 街 路 起 止 一行'

/** Of those, what joins a word to the next. */
const PARTICLES = '的地得之'

/** One-character words that take the word after them. */
const PREFIXES =
  '区 市 县 镇 省 副 各 全 总 第 新 老 大 小 本 该 我 某 近 约 超 每 多 非 准 原 前 后 首 两 三 四 五 六 七 八 九 十 百 千 双 再 更 最 不 未 已 正 可 能 要 须'

/** Common family names, enough for names that a dictionary cuts into single characters. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝安常乐于时傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄家封储靳焦牧山谷车侯班仰秋仲伊宁仇甘厉祖武符刘景詹龙叶幸司黎薄印白蒲从鄂索赖卓蔺屠蒙池乔习曾关聂晁游' +
  '瞿阎欧闫肖代付岳向'

const TITLE_ENDS = /(?:长|书记|主任|主席|经理|委员|代表|教授|院士|主管|同志|员|师|总)$/u

function words(lines: string | readonly string[]): Set<string> {
  return new Set((typeof lines === 'string' ? lines : lines.join(' ')).split(' '))
}

interface Lexicon {
  readonly whole: Set<string>
  readonly heads: Set<string>
  readonly beginners: Set<string>
  readonly followers: Set<string>
  readonly leaders: Set<string>
  readonly prefixes: Set<string>
}

let lexicon: Lexicon | null = null

function loadLexicon(): Lexicon {
  lexicon ??= {
    whole: words(WHOLE_WORDS),
    heads: words(HEADS),
    beginners: words(BEGINNERS),
    followers: words(FOLLOWERS),
    leaders: words(LEADERS),
    prefixes: words(PREFIXES),
  }
  return lexicon
}

/** What a line break between two words of a title does to the reader; 0 is a good place. */
export const IN_WORD = 250
/** After a clause: at 。，：；, a dash or a typed space. */
export const AFTER_CLAUSE = 0
const AFTER_LISTED = 20
const GOOD = 25
const PLAIN = 35
const BESIDE_VERB = 55
const IN_PHRASE = 70
const LOOSE_CHARACTERS = 80
const IN_COMPOUND = 85
/** Between single characters, which mostly are a name or a word that no dictionary has. */
const UNKNOWN_WORD = 130
/** A compound of two words that reads as one name. */
const IN_NAME = 180

/**
 * What it does to the reader when a line has the end of one clause inside it and begins or ends in the middle of another:
 * neither is read as a whole (词意完整). Twice that when it has no more than a word of the other
 * (小资料：暴雨／预警信号怎样看).
 */
export const TORN_CLAUSE = 60

/** A word of a title, as a dictionary gives it; `from` is its UTF-16 offset. */
export interface Word {
  readonly text: string
  readonly from: number
}

/**
 * The price of breaking a title before each UTF-16 offset, by its words: a dictionary's words corrected for
 * institutions, names with their offices, numbers with their units, particles and verbs. Offsets inside a
 * word have the price {@link IN_WORD}.
 */
export function titleBreakPrices(title: string, dictionary: readonly Word[]): Uint8Array {
  const prices = new Uint8Array(title.length + 1).fill(IN_WORD)
  const list = joinWhole(title, joinNames(dictionary))
  for (let i = 1; i < list.length; i += 1) {
    const word = list[i] as Word
    prices[word.from] = priceBetween(list, i)
  }
  priceQuotes(title, prices)
  return prices
}

/** Family name and given name that a dictionary left apart: 季|倩倩, 朱|效|洁, 刘|骏. */
function joinNames(list: readonly Word[]): Word[] {
  const joined: Word[] = []
  for (let i = 0; i < list.length; ) {
    const length = nameFrom(list, i, joined)
    const parts = list.slice(i, i + Math.max(1, length))
    joined.push({ text: parts.map((one) => one.text).join(''), from: (list[i] as Word).from })
    i += parts.length
  }
  return joined
}

/** How many words of the list, from `at` on, are one person's name; 0 when it is none. */
function nameFrom(list: readonly Word[], at: number, before: readonly Word[]): number {
  const first = list[at]?.text as string
  if (first.length !== 1 || !SURNAMES.includes(first) || !followsTitle(before)) return 0
  const second = list[at + 1]?.text ?? ''
  const third = list[at + 2]?.text ?? ''
  const { beginners, followers } = loadLexicon()
  if (!isHan(second) || beginners.has(second) || second.length > 2) return 0
  if (second.length === 2) return 2
  const longer = isHan(third) && third.length === 1 && !beginners.has(third) && !followers.has(third)
  return longer ? 3 : 2
}

/** 副区长沈知远, 书记、主任罗青, or at the very start. */
function followsTitle(before: readonly Word[]): boolean {
  if (before.length === 0) return true
  const tail = before
    .slice(-3)
    .map((one) => one.text)
    .join('')
  return TITLE_ENDS.test(tail)
}

function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // Either unit of a character of plane 2 or 3.
    const pair = (unit >= 0xd840 && unit <= 0xd8bf) || (unit >= 0xdc00 && unit <= 0xdfff)
    if (!pair && !isHanUnit(unit)) return false
  }
  return text.length > 0
}

/** Joins neighbouring words that together are one of the listed words; the longest wins. */
function joinWhole(title: string, list: readonly Word[]): Word[] {
  const { whole, heads } = loadLexicon()
  const joined: Word[] = []
  for (let i = 0; i < list.length; ) {
    let count = 1
    for (let length = 5; length > 1; length -= 1) {
      const from = (list[i] as Word).from
      const last = list[i + length - 1]
      if (last === undefined) continue
      const text = title.slice(from, last.from + last.text.length)
      if (whole.has(text) || heads.has(text)) {
        count = length
        break
      }
    }
    const parts = list.slice(i, i + count)
    joined.push({ text: parts.map((one) => one.text).join(''), from: (list[i] as Word).from })
    i += count
  }
  return joined
}

function priceBetween(list: readonly Word[], at: number): number {
  const before = (list[at - 1] as Word).text
  const after = (list[at] as Word).text
  const { heads, beginners, followers, leaders, prefixes } = loadLexicon()
  if (isDash(before) && list.slice(0, at).every((one) => isDash(one.text))) return IN_WORD
  if (isSpace(before) || /[：；，。！？—…]$/u.test(before)) return AFTER_CLAUSE
  if (isSpace(after) || /^[—…]+$/u.test(after)) return GOOD
  if (before.endsWith('、')) return AFTER_LISTED
  if (/\d$/.test(before) || (/^\d/.test(after) && /[第年月约近超达]$/u.test(before))) return IN_WORD
  if (followers.has(after) && !beginners.has(after)) return IN_WORD
  if (leaders.has(before)) return IN_NAME
  if (beginners.has(after)) return beginners.has(before) ? BESIDE_VERB : GOOD
  if (beginners.has(before)) return before.length === 1 ? IN_COMPOUND : BESIDE_VERB
  if (TITLE_ENDS.test(before) && after.length <= 4 && SURNAMES.includes(after[0] as string)) return IN_PHRASE
  if (!isHan(before) || !isHan(after)) return PLAIN
  if (heads.has(after)) return priceOfHead(list, at)
  if (before.length === 1 && prefixes.has(before)) return IN_COMPOUND
  if (before.length === 1 && followers.has(before) && !PARTICLES.includes(before)) return PLAIN
  if (before.length === 1 && after.length === 1 && !followers.has(before)) return UNKNOWN_WORD
  if (before.length === 1 || after.length === 1) return LOOSE_CHARACTERS
  return PLAIN
}

/** 服务|中心 is one name; 供水保障|工作 is nearly as close. */
function priceOfHead(list: readonly Word[], at: number): number {
  const after = (list[at] as Word).text
  const institution = HEADS[0]?.split(' ').includes(after) === true
  return institution ? IN_NAME : IN_PHRASE
}

/** A title's own dash, as a subtitle begins with: nothing that ends there. */
function isDash(text: string): boolean {
  return /^[—―⸺]+$/.test(text)
}

function isSpace(text: string): boolean {
  return /^[\s\u3000]+$/.test(text)
}

/** A short quotation or title in brackets is better not divided. */
function priceQuotes(title: string, prices: Uint8Array): void {
  for (const match of title.matchAll(/[“‘《〈「『（(][^“”‘’《》〈〉「」『』（）()]{1,12}[”’》〉」』）)]/gu)) {
    for (let at = match.index + 1; at < match.index + match[0].length; at += 1) {
      prices[at] = Math.min(IN_WORD, (prices[at] as number) + IN_PHRASE)
    }
  }
}
