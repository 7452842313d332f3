import { bareAddresses } from '../base/addresses.ts'
import { classify } from './clreq/classify.ts'
import { addressesIn } from './clreq/gap.ts'
import { CLOSER, COMMA, HAN, INTERPUNCT, isWideKind, OPENER, OTHER, STOP, WIDE } from './clreq/kinds.ts'
import { type BreakLevel, chineseRule, loosened, MAY, NEVER, RELUCTANTLY, UNSAID } from './clreq/pairs.ts'
import { ALLOWED, FORBIDDEN, MANDATORY, unicodeBreaks } from './uax14/break-opportunities.ts'
import { AL, CJ, CL, ID, lineBreakClass, NS, OPW, QU } from './uax14/line-break-class.ts'

/** A break that saves a loose line but is better left alone; the other answers are those of UAX #14. */
export const RELUCTANT = 3

/**
 * Where the lines of a Chinese paragraph may end: UAX #14 tailored for Chinese (R42, R43), and the rules of
 * clreq over it. One value per UTF-16 offset.
 */
export function chineseBreaks(text: string, level: BreakLevel, kinds = classify(text)): Uint8Array {
  const breaks = unicodeBreaks(text, (codePoint, offset) => tailoredClass(codePoint, kinds, offset, level))
  const place = { text, kinds, run: { from: 0, to: 0 } }
  let wasSilent = false
  for (let at = 0; at < text.length; at += 1) {
    const isSilent = level !== 'none' && SILENT[kinds[at] as number] === 1
    const passed = at === 0 || (isSilent && wasSilent)
    wasSilent = isSilent
    if (passed) continue
    const said = breaks[at] === MANDATORY ? UNSAID : chineseRule(place, at, level)
    if (said === NEVER) breaks[at] = FORBIDDEN
    else if (said === MAY) breaks[at] = ALLOWED
    else if (breaks[at] === ALLOWED && kinds[at - 1] === WIDE && LEADING.test(text[at - 1] as string)) {
      if (kinds[at] !== WIDE) breaks[at] = RELUCTANT
    } else if (said === RELUCTANTLY && breaks[at] === ALLOWED) breaks[at] = RELUCTANT
  }
  openAddresses(text, breaks)
  openNames(text, breaks)
  openPaths(text, breaks)
  return breaks
}

/** Kinds of which the rules say nothing when they are neighbours: by far the most of a text. */
const SILENT = new Uint8Array(32)
for (const kind of [HAN, OPENER, CLOSER, COMMA, STOP]) SILENT[kind] = 1

function tailoredClass(codePoint: number, kinds: Uint8Array, at: number, level: BreakLevel): number {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return ID
  const kind = kinds[at] as number
  const plain = lineBreakClass(codePoint)
  if (plain === QU && kind === OPENER) return OPW
  if (plain === QU && kind === CLOSER) return CL
  // ﹑, the small form of 、.
  if (plain === ID && kind === COMMA) return CL
  if (plain === CJ) return level === 'strict' ? NS : ID
  if (loosened(codePoint, level, at === kinds.length - 1)) return ID
  // ★ ● → ■ ① stand like Han: a line may end between them.
  if (kind === WIDE && plain === AL && isSign(codePoint)) return ID
  if (kind === INTERPUNCT && plain === AL && isWideKind(kinds[at - 1] ?? OTHER)) return NS
  return plain
}

/** Signs that are no letters of a formula or a number: arrows, figures, circled numbers. */
function isSign(codePoint: number): boolean {
  return codePoint >= 0x2190 && (codePoint < 0x2200 || codePoint > 0x22ff)
}

/** ① leads what follows, so that a line does not end with it unless it must. */
const LEADING = /[\u2460-\u249b\u2776-\u2793]/

/** Inside an address a line may end after a slash and before a point, without a hyphen (R41). */
function openAddresses(text: string, breaks: Uint8Array): void {
  for (const { from, to } of bareAddresses(text)) openBare(text, from, to, breaks)
  if (!text.includes('//') && !text.includes('www.')) return
  for (const [from, to] of addressesIn(text)) {
    for (let at = from + 8; at < to - 2; at += 1) {
      const afterSlash = text[at - 1] === '/' && text[at] !== '/'
      if (afterSlash || '.?&=#_'.includes(text[at] as string)) breaks[at] = ALLOWED
    }
  }
}

/** Names of files and programs that are longer than a few words. */
const NAME = /[A-Za-z][A-Za-z0-9_.]{9,}/g
const IS_NAME =
  /[a-z][A-Z]|_.*_|\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|txt|csv|md|ya?ml|html?|jpe?g|png|tiff?|zip|rar|mp[34])$/

/** A long name turns, at the last resort and without a hyphen, between its words (docTypeSetter), after _ and before a point. */
function openNames(text: string, breaks: Uint8Array): void {
  if (!/[A-Za-z]{3}/.test(text)) return
  for (const { 0: name, index } of text.matchAll(NAME)) {
    if (!IS_NAME.test(name)) continue
    for (let at = SHORTEST_NAME_PART; at <= name.length - SHORTEST_NAME_PART; at += 1) {
      const two = name.slice(at - 1, at + 1)
      if (breaks[index + at] === FORBIDDEN && /^(?:[a-z][A-Z]|_[^_]|[^.]\.)$/.test(two))
        breaks[index + at] = RELUCTANT
    }
  }
}

/** A path of folders turns behind its backslashes, and not behind the letter of its drive. */
function openPaths(text: string, breaks: Uint8Array): void {
  if (!text.includes('\\')) return
  for (const { 0: path, index } of text.matchAll(/[A-Za-z]:\\|\\(?=[^\s\\])/g)) {
    if (path.length > 1) breaks[index + 2] = FORBIDDEN
    const behind = index + path.length
    if (behind < text.length && breaks[behind] === FORBIDDEN) breaks[behind] = RELUCTANT
  }
}

/** Shortest part of a name at a line's edge. */
const SHORTEST_NAME_PART = 3

/** Shortest part of a bare address that stands at a line's edge by itself. */
const SHORTEST_PART = 4

/**
 * A bare address is left whole where it can be; where not, it turns before @ and points and after a slash, and never
 * after a hyphen, which would be taken for the typesetter's.
 */
function openBare(text: string, from: number, to: number, breaks: Uint8Array): void {
  const turns = text.slice(from, to).includes('@') ? '@.' : '.?&=#_'
  for (let at = from + 1; at < to; at += 1) {
    if (text[at - 1] === '-') breaks[at] = FORBIDDEN
    if (at < from + SHORTEST_PART || at > to - SHORTEST_PART || breaks[at] !== FORBIDDEN) continue
    const afterSlash = text[at - 1] === '/' && text[at] !== '/'
    if (afterSlash || turns.includes(text[at] as string)) breaks[at] = RELUCTANT
  }
}
