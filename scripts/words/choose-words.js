// Which of the dictionary's words a title needs, and how common they are.

/** Chinese numerals: words-in.ts takes runs of them as one word, so numbers need no place in the list. */
const NUMERALS = /[〇零一二三四五六七八九十百千万亿两]/u

/** 万户, 千吨: a large number's end, and the word that is counted. */
const THOUSANDS = /^[百千万亿][^〇零一二三四五六七八九十百千万亿两]/u

/** The dictionary's marks for personal names, foreign ones among them; it marks many common words so, too. */
const NAMES = ['nr', 'nrt', 'nrfg']

/**
 * How often a word must have been counted, by its length and the dictionary's mark for its kind. The table then has
 * 200 KB, and in titles and text of bulletins one word end in 36 is another than with the whole dictionary: rare words
 * come apart. With half these counts it is one in 65 and 270 KB, with twice them one in 21 and 140 KB. Set phrases of four
 * characters make room for the words of classes.txt: only the common ones are taken.
 */
function threshold({ text, kind }) {
  const name = NAMES.includes(kind)
  if (text.length === 2) return name || ['m', 'o', 'e', 'mq', 'ns', 'nz'].includes(kind) ? 100 : 40
  if (text.length === 3) return name ? 500 : kind === 'z' ? 200 : 45
  return name ? 300 : kind === 'ns' || kind === 'nz' ? 100 : 120
}

/** 屋里, 三百户, 上杭县: what the rules for particles and numbers hold together anyway (clreq/titles/tokens.ts). */
function isHeldAnyway({ text, kind }, has) {
  if (text.length === 2)
    return (kind === 's' && text.endsWith('里')) || (kind === 'm' && THOUSANDS.test(text))
  if (kind === 'm') return NUMERALS.test(text) && !text.includes('分之')
  return text.length === 3 && kind === 'ns' && /[省市县区镇乡]$/u.test(text) && has(text.slice(0, 2))
}

/** 工作会议 is two words, 实事求是 is one: a set phrase. */
function isTwoWords({ text, kind, count }, has) {
  if (text.length !== 4 || !has(text.slice(0, 2)) || !has(text.slice(2))) return false
  if (kind === 'i') return false
  return !(kind === 'z' || (kind === 'l' && count >= 50))
}

/** What has been counted by mistake, or misleads: 里长|出, 大|地上, 在|建工|地, 中|小企业. */
const MISLEADING = ['里长', '地上', '中的', '春天里', '建工', '小企业']

function parse(dictionary) {
  return dictionary
    .trim()
    .split('\n')
    .map((line) => {
      const [text, count, kind] = line.split(' ')
      return { text, count: Number(count), kind }
    })
}

/** What the dictionary's marks are to a title; all others are nouns. */
const CLASS_OF_KIND = {
  verb: ['v', 'vg', 'vi', 'vq'],
  verbal: ['vn'],
  adjective: ['a', 'an', 'ag', 'b', 'z'],
  adverb: ['d', 'dg', 'ad', 'vd'],
  time: ['t', 'tg'],
  number: ['m', 'mq', 'mg', 'q'],
  phrase: ['i', 'l'],
}

/** The class of each word of the dictionary; `own`: those that this project gives. */
function classesOf(all, own) {
  const classes = new Map()
  for (const { text, kind } of all)
    for (const [name, kinds] of Object.entries(CLASS_OF_KIND))
      if (kinds.includes(kind)) classes.set(text, name)
  // The dictionary's marks i and l are for phrases, but those of three characters are nouns: 自来水.
  for (const { text, kind } of all)
    if (text.length < 4 && (kind === 'i' || kind === 'l')) classes.delete(text)
  for (const [text, name] of own) classes.set(text, name)
  return classes
}

/** Counts of middling words, by their length: for `additions`, which no corpus has counted. */
const MIDDLING = [0, 0, 400, 300, 200]

/** At least so often that the word is likelier than its characters one by one. */
function countOfAdded(text, singles, total) {
  const apart = [...text].reduce((share, one) => share * ((singles.get(one) ?? 1) / total), 2 * total)
  return Math.max(MIDDLING[text.length], Math.round(apart))
}

/**
 * The words and how often each was counted, of 1 to 4 characters, all of them `known`; the sum of all counts; and the
 * words' classes, nouns left out. `dictionary`: a word, its count and its kind a line. `additions`: words that the
 * dictionary has not or rarely. `ownClasses`: pairs of a word and its class.
 */
export function chooseWords(dictionary, known, additions, ownClasses) {
  const all = parse(dictionary)
  const total = all.reduce((sum, one) => sum + one.count, 0)
  const fit = all.filter(({ text }) => text.length <= 4 && [...text].every((one) => known.has(one)))
  const singles = new Map(fit.filter(({ text }) => text.length === 1).map(({ text, count }) => [text, count]))
  const candidates = fit.filter((one) => one.text.length > 1 && one.count >= threshold(one))
  const pairs = new Set(candidates.filter(({ text }) => text.length === 2).map(({ text }) => text))
  for (const text of additions) if (text.length === 2) pairs.add(text)
  const has = (text) => pairs.has(text)
  const words = new Map()
  for (const one of candidates) {
    if (isHeldAnyway(one, has) || isTwoWords(one, has) || MISLEADING.includes(one.text)) continue
    words.set(one.text, one.count)
  }
  for (const text of additions)
    words.set(text, Math.max(words.get(text) ?? 0, countOfAdded(text, singles, total)))
  return { words, singles, total, classes: classesOf(all, ownClasses) }
}
