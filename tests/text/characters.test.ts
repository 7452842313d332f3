import { describe, expect, test } from 'vitest'
import { classify } from '../../src/text/clreq/classify.ts'
import { takesGap } from '../../src/text/clreq/gap.ts'
import { isClosing, isPunctuation, isWideKind, KINDS, kindOf } from '../../src/text/clreq/kinds.ts'
import { loosened, mayCutBetween } from '../../src/text/clreq/pairs.ts'
import { isRightToLeft, mayNeedShaping, stretchEnd } from '../../src/text/complex-scripts.ts'
import { unitKindOf } from '../../src/text/dictionary/unit-kind.ts'
import { isSelector, marksOver, sequenceCode } from '../../src/text/emoji.ts'
import { breakOpportunities, setLines } from '../../src/typography.ts'
import { golden } from '../golden.ts'

/** What the rules take each character for, and each pair of them, as it is. Renewed with `npm run bless`. */

const LAST = 0x10ffff
const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0')

/** Beyond the characters of two bytes: those of kana, emoji and selectors, and the edges of each block of 256. */
const isLookedAt = (code: number) =>
  code <= 0xffff ||
  [0x1a, 0x1b, 0x1f].includes(code >> 12) ||
  code >> 9 === 0xe0000 >> 9 ||
  (code & 0xff) === 0 ||
  (code & 0xff) >= 0xfd

const CODES = Array.from({ length: LAST + 1 }, (_, code) => code).filter(isLookedAt)

/** The stretches of codes up to `last` with the same answer; those with the commonest are left out. */
function stretches(last: number, tell: (code: number) => unknown, usual: unknown): string[] {
  const found: string[] = []
  let from = 0
  let said = tell(0)
  const tellUpTo = (end: number) => {
    if (said !== usual) found.push(`  ${hex(from)}–${hex(end)} ${String(said)}`)
  }
  for (const code of CODES) {
    if (code > last) break
    const now = tell(code)
    if (now === said) continue
    tellUpTo(code - 1)
    from = code
    said = now
  }
  tellUpTo(last)
  return found
}

const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff
const character = (code: number) => (isSurrogate(code) ? '' : String.fromCodePoint(code))

/** In the dictionary's sight: alone, before a letter, and as the halves of a pair. */
function unitsOf(code: number): string {
  const text = isSurrogate(code) ? String.fromCharCode(code) : character(code)
  return [...text.split('').keys()].map((at) => unitKindOf(text, at)).join(' ')
}

const TABLES: Readonly<Record<string, () => string[]>> = {
  kinds: () => stretches(LAST, kindOf, 0),
  'units of words': () => stretches(LAST, unitsOf, '6 0'),
  'half pairs': () =>
    ['\ud800a', '\ud83d\ue000', '\ud83d\udbff', '\udb40', 'a\udb40\udd00b'].map(
      (text) => `  ${[...text.split('').keys()].map((at) => unitKindOf(text, at)).join(' ')}`,
    ),
  'scripts that join': () =>
    stretches(
      0xffff,
      (code) => {
        const text = String.fromCharCode(code)
        return `${stretchEnd(text, 0, 1)}${isRightToLeft(code) ? ' from the right' : ''}${mayNeedShaping(text) ? ' looked at' : ''}`
      },
      '0',
    ),
  selectors: () => stretches(LAST, isSelector, false),
  'marks over a letter': () => stretches(LAST, (code) => marksOver(`a${character(code)}`).length, 1),
  'set like Han, loosely': () => stretches(0xffff, (code) => loosened(code, 'loose', false), false),
  'set like Han, by the usual level': () =>
    stretches(0xffff, (code) => loosened(code, 'normal', false), false),
  keycaps: () => stretches(0x7f, (code) => sequenceCode(`${character(code)}\u20e3`), 0),
  'kinds by themselves': () =>
    [...Array(KINDS).keys()].map((kind) => {
      const words = [isClosing(kind) && 'closing', isPunctuation(kind) && 'mark', isWideKind(kind) && 'wide']
      const gaps = [...Array(KINDS).keys()].filter((after) => takesGap(kind, after))
      const cuts = [...Array(KINDS).keys()].filter((after) => !mayCutBetween(kind, after))
      return `  ${kind} ${words.filter(Boolean).join(' ')}; gap before ${gaps.join(' ')}; not cut before ${cuts.join(' ')}`
    }),
}

test.each(Object.keys(TABLES))('characters: %s', (name) => {
  const found = `${(TABLES[name] as () => string[])().join('\n')}\n`
  expect(found).toBe(golden(`characters/${name.replaceAll(' ', '-').replaceAll(',', '')}.txt`, found))
})

/** One or two characters of each kind that a rule treats by itself. */
const SIGNS = [...'国（《」”，、：；。．！？·・…—–～〜-/／ 　(]%‰℃￥$+－第年a7７々ー\u0301😀№"\'“‘']

/** Those that are as wide as others are left out. */
const WIDE_SIGNS = SIGNS.filter((sign) => !"》’：；？—–〜%℃$+a々\u0301№'".includes(sign))

/** Two signs between Han, a letter before and a digit behind; where each line may end. */
function pairsTold(tell: (text: string) => string, signs = SIGNS): string {
  const rows = signs.map((before) => `${before} ${signs.map((after) => tell(`${before}${after}`)).join(' ')}`)
  return `  ${signs.join(' ')}\n${rows.join('\n')}\n`
}

describe('pairs of characters', () => {
  test.each(['none', 'loose', 'normal', 'strict'] as const)('where lines may end: %s', (level) => {
    const ends = (text: string) => breakOpportunities(text, { level }).join('')
    const found = pairsTold((pair) => `${ends(`天${pair}地`)}.${ends(`A${pair}8`)}.${ends(pair.repeat(2))}`)
    expect(found).toBe(golden(`characters/ends-${level}.txt`, found))
  })

  test.each(['full', 'kaiming', 'half'] as const)('how wide they are: %s', (style) => {
    const wide = (text: string) => {
      const [line] = setLines(text, { measure: 40, style, justify: false })
      const xs = (line?.clusters ?? []).map((one) => Math.round(one.x * 8))
      return xs.join(',')
    }
    const found = pairsTold((pair) => wide(`天${pair}8天`), WIDE_SIGNS)
    expect(found).toBe(golden(`characters/widths-${style}.txt`, found))
  })

  test('kinds of quotes and joined characters by what stands beside them', () => {
    const texts = [
      '“a”',
      '“国”',
      '国“a”国',
      'a“国”a',
      'it’s',
      '国’s',
      '“‘国’”',
      '“a，”',
      '1“2”',
      '“😀”',
      '🇨🇳🇨🇳',
      '1️⃣国',
      '👨‍👩‍👧a',
    ]
    const pairs = SIGNS.flatMap((sign) => [`“${sign}”`, `${sign}“`, `”${sign}`, `${sign}’${sign}`])
    const found = [...texts, ...pairs].map((text) => `${text} ${classify(text).join(' ')}`).join('\n')
    expect(found).toBe(golden('characters/quotes.txt', found))
  })
})
