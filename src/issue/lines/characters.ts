import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import type { SourceText } from '../../base/source.ts'

/**
 * What cannot be printed: C0 and C1 controls except tab and line ends, noncharacters, lone surrogates
 * (SECURITY.md, YAML and Markdown). NEL (U+0085) is a line end in some files and is no harm.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * What is there and cannot be seen: directional marks and overrides, zero-width characters, invisible operators and
 * fillers, the frames of annotations, tag characters (SECURITY.md, YAML and Markdown). A joiner between parts of an
 * emoji belongs to it, and a Mongolian vowel separator to its word.
 */
export const invisibleCharacters = () =>
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant, joined by nothing
  /[\u034f\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|(?<![\u1800-\u18af])\u180e|(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d|[\u{e0001}-\u{e007f}]/gu

/** What texts with such characters surely have; the pattern above takes V8 long to make, for its pictographs. */
const MAYBE_INVISIBLE =
  /[\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc01-\udc7f]/

/** Whether a text has characters that are not seen. */
export function hasInvisible(text: string): boolean {
  return MAYBE_INVISIBLE.test(text) && text.search(invisibleCharacters()) >= 0
}

/** At most this many places of one kind are named. */
const MOST = 10

/** The first phase's look at a text's characters: what may not be there, and what is left out. */
export function scanCharacters(source: SourceText): readonly Diagnostic[] {
  const { file, text } = source
  const found: Diagnostic[] = []
  for (const match of text.matchAll(FORBIDDEN)) {
    const span = { file, from: match.index, to: match.index + 1 }
    found.push(diagnostic('E-CHAR', span, { code: codePointName(match[0]) }))
    if (found.length === MOST) break
  }
  return [...found, ...garbled(source), ...invisible(source)]
}

function garbled({ file, text }: SourceText): readonly Diagnostic[] {
  const at = text.indexOf('\ufffd')
  return at < 0 ? [] : [diagnostic('W-GARBLED', { file, from: at, to: at + 1 })]
}

/** One remark for all of a file: they come by the dozen. The mark at the file's very start is in order. */
function invisible({ file, text }: SourceText): readonly Diagnostic[] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  if (!hasInvisible(text.slice(start))) return []
  const all = [...text.slice(start).matchAll(invisibleCharacters())]
  const [first] = all
  if (!first) return []
  const from = first.index + start
  const values = { count: all.length, code: codePointName(first[0]) }
  return [diagnostic('W-BIDI', { file, from, to: from + first[0].length }, values)]
}

/** A character that an escape stands for, with the escape's place. */
export interface EscapedCharacter {
  readonly character: string
  readonly from: number
  readonly to: number
}

/** The same look at what escapes such as `\\u0000` stand for, which no look at the file's own characters sees. */
export function scanEscaped(file: string, escaped: readonly EscapedCharacter[]): readonly Diagnostic[] {
  const found = escaped.flatMap(({ character, from, to }): Diagnostic[] => {
    const span = { file, from, to }
    const code = codePointName(character)
    if (character.search(FORBIDDEN) >= 0) return [diagnostic('E-CHAR', span, { code })]
    return character === '\ufffd' ? [diagnostic('W-GARBLED', span)] : []
  })
  const unseen = escaped.filter(({ character }) => hasInvisible(character))
  const [first] = unseen
  if (!first) return found.slice(0, MOST)
  const values = { count: unseen.length, code: codePointName(first.character) }
  return [...found.slice(0, MOST), diagnostic('W-BIDI', { file, from: first.from, to: first.to }, values)]
}

/** `U+200B`. */
function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
