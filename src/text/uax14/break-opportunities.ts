import {
  AL,
  B2,
  BA,
  BB,
  BK,
  CB,
  CJ,
  CL,
  CM,
  CP,
  CR,
  EB,
  EM,
  EX,
  GL,
  H2,
  H3,
  HL,
  HY,
  ID,
  IDX,
  IN,
  IS,
  JL,
  JT,
  JV,
  LF,
  lineBreakClass,
  NL,
  NS,
  NU,
  OP,
  OPW,
  PO,
  PR,
  QU,
  RI,
  SP,
  SY,
  WJ,
  ZW,
  ZWJ,
} from './line-break-class.ts'

/** What UAX #14 says of the place before a code unit. */
export const FORBIDDEN = 0
export const ALLOWED = 1
export const MANDATORY = 2

/**
 * The break opportunities of a text by the Unicode line breaking algorithm, untailored
 * (UAX #14 revision 50; LB25 as in its rule text, not as the regular expression of section 8.2).
 * Gives one value per UTF-16 offset, 0 … length: whether a line may end there.
 * `classOf` may refine the class of a character, by its offset; nothing else is changed.
 */
export function unicodeBreaks(
  text: string,
  classOf?: (codePoint: number, offset: number) => number,
): Uint8Array {
  const breaks = new Uint8Array(text.length + 1)
  const state = new BreakState()
  for (let offset = 0; offset < text.length; ) {
    if (state.afterHan) {
      const end = endOfHan(text, offset)
      breaks.fill(ALLOWED, offset, end)
      offset = end
      if (offset === text.length) break
    }
    const codePoint = text.codePointAt(offset) as number
    const kind = classOf ? classOf(codePoint, offset) : lineBreakClass(codePoint)
    breaks[offset] = offset === 0 ? state.begin(kind) : state.before(kind)
    offset += codePoint > 0xffff ? 2 : 1
  }
  breaks[text.length] = MANDATORY
  return breaks
}

/** Where the run of Han characters that stands here ends. */
function endOfHan(text: string, from: number): number {
  let end = from
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end)
    if (unit < 0x4e00 || unit > 0x9fff) break
  }
  return end
}

/** What the rules need to know of the text before a place. */
class BreakState {
  /** The class before, after LB9 and LB10. */
  #last: number = AL
  /** The class before any spaces. */
  #beforeSpaces: number = AL
  #spaces = false
  #joiner = false
  /** LB21a: a Hebrew letter stood before the hyphen that is `last`. */
  #hebrewHyphen = false
  /** LB30a: regional indicators in a row. */
  #indicators = 0

  /** Nothing but a Han character before: between two of them a line may always end (LB31). */
  get afterHan(): boolean {
    return this.#last === ID && !this.#joiner
  }

  begin(kind: number): number {
    this.#take(resolved(kind), kind === ZWJ)
    return FORBIDDEN
  }

  /** Whether a line may end before a character of this class; then the character is taken in. */
  before(raw: number): number {
    const attaches =
      (raw === CM || raw === ZWJ) && !this.#spaces && !isHardEnd(this.#last) && this.#last !== ZW
    if (attaches) {
      // LB9: a combining mark belongs to its base; LB8a still has to know of a joiner.
      this.#joiner = raw === ZWJ
      return FORBIDDEN
    }
    const kind = resolved(raw)
    const answer = this.#decide(kind)
    this.#take(kind, raw === ZWJ)
    return answer
  }

  #take(kind: number, joiner: boolean): void {
    this.#joiner = joiner
    this.#indicators = kind === RI ? this.#indicators + 1 : 0
    this.#hebrewHyphen = this.#last === HL && !this.#spaces && (kind === HY || kind === BA)
    this.#spaces = kind === SP
    if (kind !== SP) this.#beforeSpaces = kind
    this.#last = kind
  }

  #decide(kind: number): number {
    const last = this.#last
    if (last === BK || last === LF || last === NL) return MANDATORY // LB4, LB5
    if (last === CR) return kind === LF ? FORBIDDEN : MANDATORY // LB5
    if (isHardEnd(kind)) return FORBIDDEN // LB6
    if (kind === SP || kind === ZW) return FORBIDDEN // LB7
    if (this.#beforeSpaces === ZW) return ALLOWED // LB8
    if (this.#joiner) return FORBIDDEN // LB8a
    if (kind === WJ || last === WJ || last === GL) return FORBIDDEN // LB11, LB12
    if (kind === GL && last !== SP && last !== BA && last !== HY) return FORBIDDEN // LB12a
    if (kind === CL || kind === CP || kind === EX || kind === IS || kind === SY) return FORBIDDEN // LB13
    const base = this.#beforeSpaces
    if (base === OP || base === OPW) return FORBIDDEN // LB14
    if (base === QU && (kind === OP || kind === OPW)) return FORBIDDEN // LB15
    if ((base === CL || base === CP) && kind === NS) return FORBIDDEN // LB16
    if (base === B2 && kind === B2) return FORBIDDEN // LB17
    if (last === SP) return ALLOWED // LB18
    return this.#decideAdjacent(last, kind)
  }

  /** LB19 to LB31: two characters with no space between them. */
  #decideAdjacent(last: number, kind: number): number {
    if (kind === QU || last === QU) return FORBIDDEN // LB19
    if (kind === CB || last === CB) return ALLOWED // LB20
    if (kind === BA || kind === HY || kind === NS || last === BB) return FORBIDDEN // LB21
    if (this.#hebrewHyphen) return FORBIDDEN // LB21a
    if (last === SY && kind === HL) return FORBIDDEN // LB21b
    if (kind === IN) return FORBIDDEN // LB22
    if (joinsLettersAndNumbers(last, kind) || joinsNumber(last, kind)) return FORBIDDEN
    if (joinsHangul(last, kind)) return FORBIDDEN
    const letterBefore = last === AL || last === HL
    const letter = kind === AL || kind === HL
    if (letterBefore && letter) return FORBIDDEN // LB28
    if (last === IS && letter) return FORBIDDEN // LB29
    if ((letterBefore || last === NU) && kind === OP) return FORBIDDEN // LB30
    if (last === CP && (letter || kind === NU)) return FORBIDDEN // LB30
    if (last === RI && kind === RI) return this.#indicators % 2 === 1 ? FORBIDDEN : ALLOWED // LB30a
    if ((last === EB || last === IDX) && kind === EM) return FORBIDDEN // LB30b
    return ALLOWED // LB31
  }
}

/** LB10: a mark without a base is a letter. LB1: CJ is NS where nothing is tailored. */
function resolved(kind: number): number {
  if (kind === CM || kind === ZWJ) return AL
  return kind === CJ ? NS : kind
}

function isHardEnd(kind: number): boolean {
  return kind === BK || kind === CR || kind === LF || kind === NL
}

function isIdeographic(kind: number): boolean {
  return kind === ID || kind === IDX || kind === EB || kind === EM
}

/** LB23, LB23a, LB24. */
function joinsLettersAndNumbers(last: number, kind: number): boolean {
  const letterBefore = last === AL || last === HL
  const letter = kind === AL || kind === HL
  if ((letterBefore && kind === NU) || (last === NU && letter)) return true
  if (last === PR && isIdeographic(kind)) return true
  if (isIdeographic(last) && kind === PO) return true
  if ((last === PR || last === PO) && letter) return true
  return letterBefore && (kind === PR || kind === PO)
}

/** LB25: numbers, with the pairs of the rule itself. */
function joinsNumber(last: number, kind: number): boolean {
  if (kind === PO || kind === PR) return last === CL || last === CP || last === NU
  if (last === PO || last === PR) return kind === OP || kind === OPW || kind === NU
  return kind === NU && (last === HY || last === IS || last === NU || last === SY)
}

/** LB26, LB27. */
function joinsHangul(last: number, kind: number): boolean {
  if (last === JL) return kind === JL || kind === JV || kind === H2 || kind === H3 || kind === PO
  const vowel = last === JV || last === H2
  const final = last === JT || last === H3
  if (vowel) return kind === JV || kind === JT || kind === PO
  if (final) return kind === JT || kind === PO
  return last === PR && (kind === JL || kind === JV || kind === JT || kind === H2 || kind === H3)
}
