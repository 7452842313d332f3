import type { TextStretch } from './border-blanks.ts'

/** A stretch in another language than the text around it. */
export interface ForeignStretch {
  readonly stretch: TextStretch
  readonly language: 'en' | 'zh'
}

/** English: words with nothing but blanks and English marks between, begun and ended by a word, with its last mark. */
const ENGLISH =
  /[A-Za-z][A-Za-z0-9'’-]*(?:[,;:.!?"“”‘’()%&/ \u00a0—–-]*[ \u00a0][,;:.!?"“”‘’()%&/ \u00a0—–-]*[A-Za-z0-9][A-Za-z0-9'’-]*){2,}[.!?]?/g
/** Words that hardly an English sentence is without, and that names of things seldom have. */
const LITTLE_WORDS =
  /(?:^|[^A-Za-z])(?:the|a|an|of|and|or|to|in|on|at|for|with|from|by|as|is|are|was|were|be|been|has|have|had|will|not|it|its|this|that|we|our|they|their|you|your|he|she|his|her)(?![A-Za-z])/i
/** In a function, as other such patterns: one with a script’s name takes V8 long to make, and few texts need it. */
const chineseStretches = () =>
  /[\p{Script=Han}][\p{Script=Han}0-9A-Za-z，、；：“”‘’（）《》—…·％% ]*[\p{Script=Han}）》”’][。！？]?/gu

/** Fewest words and characters that make a sentence: an English one may be short when its full stop is there. */
const FEWEST_WORDS = 5
const FEWEST_HAN = 8

/**
 * Stretches of a sentence or more in English, and in a document that is not Chinese, in Chinese; names and terms are
 * none. For screen readers, that change their voice (ISO 14289-1, 7.2).
 */
export function foreignStretches(text: string, main: string): readonly ForeignStretch[] {
  const english = /^en\b/i.test(main) ? [] : englishIn(text)
  const chinese = /^(?:zh|ja|ko|yue|wuu)\b/i.test(main) ? [] : chineseIn(text)
  return [...english, ...chinese].sort((a, b) => a.stretch[0] - b.stretch[0])
}

function englishIn(text: string): ForeignStretch[] {
  if (!text.includes(' ') || !/[A-Za-z,;]['’”]? [‘“]?[A-Za-z]/.test(text)) return []
  return [...text.matchAll(ENGLISH)].flatMap((match) => {
    const words = match[0].match(/[A-Za-z]+/g)?.length ?? 0
    const long = words >= FEWEST_WORDS || /[.!?]$/.test(match[0])
    return long && LITTLE_WORDS.test(match[0]) ? [found(match, 'en')] : []
  })
}

function chineseIn(text: string): ForeignStretch[] {
  return [...text.matchAll(chineseStretches())].flatMap((match) => {
    const han = match[0].match(/\p{Script=Han}/gu)?.length ?? 0
    return han >= FEWEST_HAN || /[。！？]$/.test(match[0]) ? [found(match, 'zh')] : []
  })
}

function found(match: RegExpExecArray, language: 'en' | 'zh'): ForeignStretch {
  return { stretch: [match.index, match.index + match[0].length], language }
}
