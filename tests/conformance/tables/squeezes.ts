/** Blank taken from a mark's two sides in its context, em. */
interface SqueezeRow {
  readonly id: string
  readonly prev?: string | null
  readonly cur?: string
  readonly next?: string | null
  readonly removeHeadEm?: number
  readonly removeTailEm?: number
  readonly pair?: string
  readonly pairWidthEm?: number
  readonly adjacent?: string
  readonly atLineStart?: boolean
  readonly atLineEnd?: boolean
  readonly lineStartBracket?: string
}

const HALF = 0.5

function each(marks: string, row: (mark: string) => SqueezeRow): SqueezeRow[] {
  return [...marks].map(row)
}

/** clreq §6.3.2 (alone: nothing), §6.3.2.3 (at a line's edges: half an em of the blank side), R22–R27. */
export const SQUEEZES: readonly SqueezeRow[] = [
  ...each('，。、；：？！（）《》“”', (cur) => ({ id: `alone ${cur}`, prev: '字', cur, next: '字' })),
  ...each('（《“‘【「', (cur) => ({
    id: `line start ${cur}`,
    prev: null,
    cur,
    next: '字',
    atLineStart: true,
    removeHeadEm: HALF,
  })),
  ...each('（《“', (cur) => ({
    id: `line start kept ${cur}`,
    prev: null,
    cur,
    next: '字',
    atLineStart: true,
    lineStartBracket: 'natural',
  })),
  ...each('，。、；：？！）》”’】」', (cur) => ({
    id: `line end ${cur}`,
    prev: '字',
    cur,
    next: null,
    atLineEnd: true,
    removeTailEm: HALF,
  })),
  ...['，“', '。）', '）（', '：《'].map((pair) => ({
    id: `free ${pair}`,
    pair,
    adjacent: 'natural',
    pairWidthEm: 2,
  })),
  ...['，“', '。）', '）（', '：《'].map((pair) => ({ id: `pair ${pair}`, pair, pairWidthEm: 1.5 })),
]

/** Two characters and the gap between them, em. */
interface GapPairRow {
  readonly id: string
  readonly prev: string
  readonly next: string
  readonly gap: boolean
  readonly widthEm: number
}

/** clreq §6.3.3: a quarter of an em at most between Han and Latin letters or digits, nothing beside marks. */
export const GAP_PAIRS: readonly GapPairRow[] = [
  ...['A中', '中A', '中1', '9中', 'é中', '中Я', 'α中'].map((pair) => gapPair(pair, 0.25)),
  ...['中文', 'AB', 'A1', 'A」', '（A', 'A，', '。1', '中，', '“A', '1％'].map((pair) => gapPair(pair, 0)),
]

function gapPair(pair: string, widthEm: number): GapPairRow {
  const [prev, next] = [...pair] as [string, string]
  return { id: pair, prev, next, gap: widthEm > 0, widthEm }
}

/** A text’s advances in em, or lines with their widths. */
interface TrimRow {
  readonly id: string
  readonly text: string
  readonly advancesEm: readonly (number | null)[]
  readonly lang: string
  readonly mode: 'normal' | 'trim-start' | 'trim-all' | 'space-first' | 'space-all' | 'trim-both'
  readonly lines?: readonly string[]
  readonly lineAdvancesEm?: readonly number[]
  readonly widthEm?: number
}

function trimmed(mode: TrimRow['mode'], text: string, advancesEm: readonly number[]): TrimRow {
  return { id: `${mode} ${text}`, text, advancesEm, lang: '', mode }
}

function lines(
  mode: TrimRow['mode'],
  widthEm: number,
  texts: readonly string[],
  widths: readonly number[],
): TrimRow {
  const text = texts.join('')
  return {
    id: `${mode} ${text}`,
    text,
    advancesEm: [],
    lang: '',
    mode,
    lines: texts,
    lineAdvancesEm: widths,
    widthEm,
  }
}

/** CSS Text 4 §8.3 (text-spacing-trim): which of two marks gives its blank, and what lines give at their edges. */
export const TRIMMED: readonly TrimRow[] = [
  trimmed('normal', '国（（国', [1, 1, 0.5, 1]),
  trimmed('normal', '国））国', [1, 0.5, 1, 1]),
  trimmed('normal', '国）（国', [1, 1, 0.5, 1]),
  trimmed('normal', '国（）国', [1, 1, 1, 1]),
  trimmed('normal', '国。）国', [1, 0.5, 1, 1]),
  trimmed('normal', '国：（国', [1, 1, 0.5, 1]),
  trimmed('normal', '国）：国', [1, 0.5, 1, 1]),
  trimmed('normal', '国　（国', [1, 1, 0.5, 1]),
  trimmed('normal', '国）　国', [1, 0.5, 1, 1]),
  trimmed('normal', '国　　国', [1, 1, 1, 1]),
  trimmed('normal', '国（（（国', [1, 1, 0.5, 0.5, 1]),
  trimmed('normal', '国）））国', [1, 0.5, 0.5, 1, 1]),
  trimmed('space-all', '国））国', [1, 1, 1, 1]),
  trimmed('trim-all', '国。国', [1, 0.5, 1]),
  trimmed('trim-all', '国「国', [1, 0.5, 1]),
  lines('trim-start', 4, ['（国国国', '（国国国', '国'], [3.5, 3.5, 1]),
  lines('trim-start', 3.6, ['（国国国', '（国国国'], [3.5, 3.5]),
  lines('trim-start', 3.6, ['国国国）', '国国国）'], [3.5, 3.5]),
  lines('space-first', 4, ['国国国）', '（国国）'], [4, 3.5]),
]
