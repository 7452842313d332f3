import { PRICES, priceOfAttribute, priceOfCompound, priceOfWhen } from './prices.ts'

/**
 * What a run of words is: a noun with all that describes it, a verb without its object, a predicate, a clause, an
 * adverbial, an attribute; a preposition, a conjunction, the second half behind one, a localizer, 的, a causative verb,
 * an amount, a person's name.
 */
export const PARTS = [
  'noun',
  'verb',
  'predicate',
  'clause',
  'adverbial',
  'attribute',
  'preposition',
  'conjunction',
  'half',
  'localizer',
  'of',
  'causative',
  'amount',
  'name',
  'pronoun',
  'act',
  'head',
  'regarding',
  'matter',
  'about',
  'document',
  'auxiliary',
  'determiner',
  'when',
  'event',
  'agent',
  'light',
  'quoted',
  'region',
] as const
export type Part = (typeof PARTS)[number]

/** Two neighbouring runs that make one: what it costs to read them so, and what a break between them costs. */
export interface GrammarRule {
  readonly name: string
  readonly left: Part
  readonly right: Part
  readonly makes: Part
  /** Both by the two runs' lengths in characters. */
  readonly cost: (left: number, right: number) => number
  readonly price: (left: number, right: number) => number
}

function rule(
  name: string,
  [left, right, makes]: readonly [Part, Part, Part],
  cost: number | ((left: number, right: number) => number),
  price: number | ((left: number, right: number) => number),
): GrammarRule {
  return {
    name,
    left,
    right,
    makes,
    cost: typeof cost === 'number' ? () => cost : cost,
    price: typeof price === 'number' ? () => price : price,
  }
}

const shortBefore = (price: number) => (_: number, right: number) =>
  right <= 2 ? PRICES.shortPredicate : price
const adverbial = (left: number, right: number) =>
  left <= 2 ? PRICES.verbs : right <= 2 ? PRICES.shortPredicate : left <= 3 ? 90 : PRICES.adverbial
const halves = (left: number, right: number) =>
  left <= 4 && right <= 5 ? 120 : right >= 6 ? 10 : PRICES.listed
const topic = (left: number) => (left <= 2 ? 140 : left === 3 ? 70 : PRICES.topic)
const object = (left: number, right: number) =>
  left === 1
    ? PRICES.inWord
    : right <= 2
      ? 260
      : left + right <= 5
        ? 200
        : left + right <= 7
          ? 100
          : PRICES.object

/** Two clauses without a mark between them are seldom short; those of one length are verses. */
const clauses = (left: number, right: number) =>
  left === right && left >= 4 ? 3 : left >= 4 && right >= 6 ? 4 : left >= 4 && right >= 4 ? 5 : 8

/** Chinese likes words of two characters, pairs of them, and pairs of those: 绿色建筑|三星标识. */
const rhythm = (left: number, right: number) => {
  const long = left + right > 12 ? Math.floor((left + right - 9) / 4) : 0
  if (left === 2 && right === 2) return 0
  if (left < 4 && right < 4) return 1
  if (left === 4 && right === 4) return 1
  return (Math.min(left, right) < 3 && left + right > 6 ? 3 : 2) + long
}
const plus = (more: number) => (left: number, right: number) => rhythm(left, right) + more

/** Each kind with its reason; a bar is a break that it makes cheap. What each gains: docs/titles.md. */
export const RULES: readonly GrammarRule[] = [
  // A title breaks best before what it states: 自动化码头年吞吐量｜突破五百万标箱.
  rule('subject', ['noun', 'predicate', 'clause'], 1, shortBefore(PRICES.predicate)),
  rule('subject', ['name', 'predicate', 'clause'], 2, shortBefore(PRICES.predicate)),
  rule('subject', ['pronoun', 'predicate', 'clause'], 1, shortBefore(PRICES.predicate)),
  // Institutions and people act: what follows them is rather a predicate than part of a name, 区卫生监督所｜抽检游泳场馆水质.
  rule('agent', ['agent', 'predicate', 'clause'], 0, shortBefore(PRICES.predicate)),
  rule('agent', ['noun', 'agent', 'agent'], rhythm, priceOfCompound),
  rule('agent', ['agent', 'agent', 'agent'], rhythm, priceOfCompound),
  rule('agent', ['act', 'agent', 'agent'], rhythm, priceOfCompound),
  rule('agent', ['attribute', 'agent', 'agent'], rhythm, priceOfAttribute),
  rule('agent', ['determiner', 'agent', 'agent'], 0, PRICES.ofAmount),
  rule('agent', ['amount', 'agent', 'agent'], 0, PRICES.ofAmount),
  rule('agent', ['predicate', 'agent', 'agent'], 5, priceOfCompound),
  // 全区, 我市 begin what is said of them; they end no name: 春节假期｜全区消费市场.
  rule('agent', ['region', 'predicate', 'clause'], 0, shortBefore(PRICES.predicate)),
  rule('agent', ['region', 'noun', 'noun'], 0, PRICES.ofAmount),
  rule('agent', ['region', 'agent', 'agent'], 0, PRICES.ofAmount),
  rule('preposition', ['preposition', 'region', 'adverbial'], 2, PRICES.inWord),
  // A verb has its object behind it: 确保｜管网安全.
  rule('object', ['verb', 'pronoun', 'predicate'], 4, object),
  rule('object', ['verb', 'noun', 'predicate'], (_, right) => (right <= 2 ? 3 : 1), object),
  rule('object', ['verb', 'amount', 'predicate'], 0, object),
  rule('object', ['verb', 'name', 'predicate'], 1, object),
  // 召开, 开展 and their like have the name of an event or an act for an object, never another verb.
  rule('light verb', ['light', 'noun', 'predicate'], (_, right) => (right <= 2 ? 4 : 0), object),
  rule('light verb', ['light', 'head', 'predicate'], 0, object),
  rule('light verb', ['light', 'event', 'predicate'], 0, object),
  rule('light verb', ['adverbial', 'light', 'light'], 0, adverbial),
  rule('light verb', ['auxiliary', 'light', 'light'], -2, PRICES.verbs),
  rule('light verb', ['verb', 'light', 'light'], 1, PRICES.verbs),
  // An object may be a clause: 组织宣讲团｜进企业.
  rule('object clause', ['verb', 'predicate', 'predicate'], 5, object),
  rule('object clause', ['causative', 'clause', 'predicate'], 1, object),
  // Predicates follow one another: 开展汛前排查｜确保管网安全.
  rule(
    'series',
    ['predicate', 'predicate', 'predicate'],
    (left, right) => (right <= 2 || left === right ? 2 : 3),
    shortBefore(PRICES.series),
  ),
  // What a clause is about stands before it: 上半年固定资产投资｜同比增长一成.
  rule('topic', ['noun', 'clause', 'clause'], 5, topic),
  // Clauses follow one another without a mark: 主塔封顶｜全线工程进入新阶段.
  rule('clauses', ['clause', 'clause', 'clause'], clauses, PRICES.clause),
  rule('clauses', ['predicate', 'clause', 'clause'], clauses, PRICES.clause),
  rule('clauses', ['clause', 'predicate', 'clause'], 6, PRICES.clause),
  // When, where and how stand before the verb or the clause: 春节期间｜供水平稳, 圆满 完成.
  rule('adverbial', ['adverbial', 'predicate', 'predicate'], 0, adverbial),
  rule('adverbial', ['adverbial', 'verb', 'verb'], 0, adverbial),
  rule('adverbial', ['adverbial', 'clause', 'clause'], 0, adverbial),
  rule('adverbial', ['adverbial', 'adverbial', 'adverbial'], 1, adverbial),
  rule('adverbial', ['adverbial', 'causative', 'causative'], 1, adverbial),
  // Nouns describe nouns; by their rhythm (see above): 老旧管网｜更新改造工程.
  rule('compound', ['noun', 'noun', 'noun'], plus(1), priceOfCompound),
  // 公司, 机构, 工程 and other heads belong to what is before: 医疗机构｜诊疗服务.
  rule('head', ['noun', 'head', 'noun'], plus(-1), priceOfCompound),
  rule('head', ['attribute', 'head', 'noun'], rhythm, priceOfCompound),
  rule('head', ['head', 'head', 'noun'], plus(2), priceOfCompound),
  // 检查工作, 施工阶段: an act describes the head.
  rule('act before a head', ['act', 'head', 'noun'], plus(1), priceOfCompound),
  // An act describes other nouns less often: 招商小分队.
  rule(
    'act before a noun',
    ['act', 'noun', 'noun'],
    (left, right) => rhythm(left, right) + (right >= 4 ? 3 : 5),
    priceOfCompound,
  ),
  // An act with its object before it is a noun: 女职工权益 保护.
  rule(
    'act behind a noun',
    ['noun', 'act', 'noun'],
    (left, right) => (left >= 5 && right === 2 ? 4 : rhythm(left, right) + 3),
    priceOfCompound,
  ),
  // Two acts in one: 动员 部署, 更新 改造.
  rule('acts', ['act', 'act', 'act'], plus(1), priceOfCompound),
  // 深度 处理, 专项 整治.
  rule('act behind an attribute', ['attribute', 'act', 'act'], rhythm, priceOfCompound),
  // 联合 执法, 集中 整治.
  rule('act behind an adverb', ['adverbial', 'act', 'act'], plus(2), priceOfCompound),
  // 全国, 首批, 部分 describe all that follows, however long, and lean on it.
  rule('determiner', ['determiner', 'noun', 'noun'], (_, right) => (right <= 2 ? 1 : 0), PRICES.ofAmount),
  // Adjectives describe what is near: 绿色 建筑.
  rule(
    'attribute',
    ['attribute', 'noun', 'noun'],
    (left, right) => rhythm(left, right) + (right > 4 ? 1 : 0),
    priceOfAttribute,
  ),
  rule('attribute', ['attribute', 'attribute', 'attribute'], 2, priceOfCompound),
  // A quotation names what follows: “匠心杯” 青年职工技能竞赛.
  rule(
    'quoted',
    ['quoted', 'noun', 'noun'],
    (_, right) => (right <= 2 ? 1 : 0),
    (_, right) => (right >= 6 ? PRICES.object : 180),
  ),
  // A time before a noun: 2026年 工作会议, 冬季 供水保障.
  rule('when', ['when', 'noun', 'noun'], (_, right) => (right <= 2 ? 1 : 0), priceOfWhen),
  // 加装电梯 工程.
  rule('verb phrase before a head', ['predicate', 'head', 'noun'], 4, priceOfCompound),
  // 座谈会, 仪式, 培训班: a whole sentence may say what for, 绿色金融支持实体经济｜政策宣讲会.
  rule('event', ['noun', 'event', 'event'], (left, right) => rhythm(left, right) - 1, priceOfCompound),
  rule('event', ['act', 'event', 'event'], rhythm, priceOfCompound),
  rule('event', ['attribute', 'event', 'event'], rhythm, priceOfCompound),
  rule('event', ['predicate', 'event', 'noun'], 3, priceOfCompound),
  rule('event', ['clause', 'event', 'noun'], 4, priceOfCompound),
  // 推进乡村振兴 工作会议.
  rule('verb phrase before a noun', ['predicate', 'noun', 'noun'], 7, priceOfCompound),
  // 市民参与 活动.
  rule('clause before a head', ['clause', 'head', 'noun'], 6, priceOfCompound),
  // 市民参与 共治模式.
  rule('clause before a noun', ['clause', 'noun', 'noun'], 8, priceOfCompound),
  // 加快, 开始, 深入 belong to the next verb, whose other reading as a noun they rule out: 加快 建设｜新型城市基础设施.
  rule('auxiliary', ['auxiliary', 'verb', 'verb'], -2, PRICES.verbs),
  rule('auxiliary', ['auxiliary', 'predicate', 'predicate'], 1, PRICES.verbs),
  // Two verbs of two characters with one object: 走访 慰问｜困难职工.
  rule('verbs', ['verb', 'verb', 'verb'], (left, right) => (left === 2 && right === 2 ? 3 : 8), PRICES.verbs),
  // A number with its unit leans on what it counts (第五次 经济普查) unless that is long (通报三起｜违反财经纪律案件); behind a noun it states (签约项目｜十七个).
  rule('amount', ['amount', 'noun', 'noun'], 0, (_, right) => (right >= 7 ? PRICES.object : PRICES.ofAmount)),
  rule('amount', ['noun', 'amount', 'noun'], 3, PRICES.amount),
  rule('amount', ['predicate', 'amount', 'predicate'], 1, PRICES.amount),
  // 提前 三天.
  rule('amount', ['adverbial', 'amount', 'predicate'], 4, PRICES.verbs),
  // 的 belongs to what is before; a break behind it is possible.
  rule('of', ['noun', 'of', 'attribute'], 0, PRICES.inWord),
  rule('of', ['predicate', 'of', 'attribute'], 1, PRICES.inWord),
  rule('of', ['clause', 'of', 'attribute'], 1, PRICES.inWord),
  rule('of', ['attribute', 'of', 'attribute'], 0, PRICES.inWord),
  rule('of', ['adverbial', 'of', 'attribute'], 0, PRICES.inWord),
  rule('of', ['amount', 'of', 'attribute'], 0, PRICES.inWord),
  // A preposition and what it leads make one adverbial: 与物业企业｜共建红色物业.
  rule('preposition', ['preposition', 'noun', 'adverbial'], 0, PRICES.inWord),
  rule('preposition', ['preposition', 'name', 'adverbial'], 0, PRICES.inWord),
  rule('preposition', ['preposition', 'adverbial', 'adverbial'], 0, PRICES.inWord),
  rule('preposition', ['preposition', 'amount', 'adverbial'], 3, PRICES.inWord),
  rule('preposition', ['preposition', 'predicate', 'adverbial'], 4, PRICES.inWord),
  rule('preposition', ['preposition', 'clause', 'adverbial'], 5, PRICES.inWord),
  rule('preposition', ['preposition', 'pronoun', 'adverbial'], 0, PRICES.inWord),
  // 关于 … 的通知, whose sender stands before it: 区政府办公室｜关于印发…的通知.
  rule('document', ['regarding', 'predicate', 'matter'], 0, PRICES.inWord),
  rule('document', ['regarding', 'clause', 'matter'], 1, PRICES.inWord),
  rule('document', ['regarding', 'noun', 'matter'], 2, PRICES.inWord),
  rule('document', ['matter', 'of', 'about'], 0, PRICES.inWord),
  rule('document', ['about', 'noun', 'document'], 0, PRICES.afterOf),
  rule('document', ['noun', 'document', 'clause'], 2, PRICES.predicate),
  // 会议 上, 雨季 前: a place or a time.
  rule('localizer', ['noun', 'localizer', 'adverbial'], 0, PRICES.inWord),
  rule('localizer', ['adverbial', 'localizer', 'adverbial'], 0, PRICES.inWord),
  rule('localizer', ['noun', 'localizer', 'when'], 0, PRICES.inWord),
  rule('localizer', ['when', 'localizer', 'when'], 0, PRICES.inWord),
  rule('localizer', ['attribute', 'localizer', 'adverbial'], 1, PRICES.inWord),
  rule('localizer', ['act', 'localizer', 'when'], 1, PRICES.inWord),
  rule('localizer', ['act', 'localizer', 'adverbial'], 1, PRICES.inWord),
  rule('localizer', ['predicate', 'localizer', 'adverbial'], 3, PRICES.inWord),
  rule('localizer', ['amount', 'localizer', 'adverbial'], 0, PRICES.inWord),
  // 和, 及, 暨, 、 and the second of two halves; long halves part well, short ones do not: 治理体系｜和治理能力.
  rule('half', ['conjunction', 'noun', 'half'], 0, PRICES.inWord),
  rule('half', ['conjunction', 'predicate', 'half'], 2, PRICES.inWord),
  rule('half', ['conjunction', 'name', 'half'], 0, PRICES.inWord),
  rule('half', ['noun', 'half', 'noun'], 1, halves),
  rule('half', ['predicate', 'half', 'predicate'], 1, halves),
  rule('half', ['name', 'half', 'name'], 1, halves),
  // A name belongs to its office: 副区长 沈知远.
  rule('name', ['noun', 'name', 'name'], 0, PRICES.office),
]

/** What costs more than any rule: two runs that no rule joins. */
export const GLUE = 20
