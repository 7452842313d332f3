import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { type MarkupKind, markupCures } from '../../base/messages/markup-words.ts'
import { type MappedText, spanIn } from '../mapped-text.ts'

/** One way of marking a text up that is not ours, and what it looks like. */
type Pattern = readonly [kind: MarkupKind, looks: RegExp]

/** An element's name, then its attributes: “x<b 且 c>d” has none. */
const tag = (names: string) =>
  new RegExp(`(?<!\\\\)</?(?:${names})(?:\\s+[a-z][\\w:-]*\\s*=\\s*[^<>]*)?\\s*/?>`, 'gi')

/** Little pictures of WeChat and QQ as they are copied: their names in brackets. */
const STICKERS =
  '微笑|撇嘴|发呆|得意|流泪|害羞|大哭|尴尬|呲牙|惊讶|调皮|偷笑|愉快|奋斗|疑问|鼓掌|坏笑|可怜|亲亲|可爱|憨笑|玫瑰|爱心|拥抱|强|弱|握手|胜利|抱拳|勾引|拳头|合十|加油|庆祝|礼物|红包|烟花|爆竹|捂脸|嘿哈|机智|耶|皱眉|笑脸|破涕为笑|旺柴|好的|打脸|让我看看|叹气|苦涩|裂开|嘴唇|蛋糕|咖啡|太阳|月亮|赞'

/**
 * Ways that have a sign in common, without one of which in the text they are not looked for: V8 makes a pattern when it
 * is first used, and most issues need none.
 */
interface Signed {
  readonly signs: readonly string[]
  /** Not in a name, where only words can stand. */
  readonly inTexts?: true
  /** Not in an article's body, where it means something. */
  readonly notInBody?: true
  readonly patterns: () => readonly Pattern[]
}

const SIGNED: readonly Signed[] = [
  {
    signs: ['<'],
    patterns: () => [
      ['break', tag('br|wbr')],
      ['bold', tag('b|strong')],
      ['emphasis', tag('i|em')],
      ['superscript', tag('sup')],
      ['subscript', tag('sub')],
      ['link', tag('a')],
      ['link', /(?<!\\)<(?:https?:\/\/|mailto:)[^<>\s]+>/gi],
      ['picture', tag('img|figure|figcaption|picture')],
      ['table', tag('table|thead|tbody|tr|td|th|caption|col|colgroup')],
      ['rule', tag('hr')],
      ['heading', tag('h[1-6]')],
      ['list', tag('ul|ol|li|dl|dt|dd')],
      [
        'tag',
        tag(
          'p|div|span|font|u|s|del|ins|strike|mark|small|big|center|code|pre|blockquote|section|article|header|footer|o:p|v:\\w+|w:\\w+|ruby|rt|rp|style|script|iframe|video|audio|input|button|label|details|summary|abbr|cite|q|tt|kbd',
        ),
      ],
      ['comment', /(?<!\\)<!--[\s\S]*?(?:-->|$)/g],
    ],
  },
  {
    signs: ['['],
    patterns: () => [['sticker', new RegExp(`(?<!\\\\)(?:\\[(?:${STICKERS})\\](?!\\())+`, 'g')]],
  },
  {
    signs: ['&'],
    patterns: () => [['entity', /(?<!\\)&(?:[a-z]{2,8}\d{0,2}|#\d{1,7}|#x[\da-f]{1,6});/gi]],
  },
  {
    signs: ['错误', 'Error'],
    patterns: () => [
      [
        'field',
        /错误[!！] ?未(?:找到引用源|定义书签)|Error! (?:Reference source|Bookmark) not (?:found|defined)/g,
      ],
    ],
  },
  {
    signs: ['{{', '${'],
    patterns: () => [['template', /(?<![\\$])\{\{[^{}\n]{1,60}\}\}|(?<!\\)\$\{[^{}\n]{1,60}\}/g]],
  },
  {
    signs: ['[/'],
    patterns: () => [
      [
        'forum',
        /(?<!\\)\[(?:\/(?:b|i|u|s|url|img|color|size|font|quote|align)|(?:b|i|u|s|url|img|color|size|font|quote|align)(?:=[^[\]\n]{1,60})?)\](?!\()/gi,
      ],
    ],
  },
  {
    signs: ['[TOC]', '[toc]', '[[_TOC_]]'],
    inTexts: true,
    patterns: () => [['contents', /^[ \t]*(?:\[toc\]|\[\[_toc_\]\])[ \t]*$/gim]],
  },
  {
    signs: ['[^'],
    inTexts: true,
    notInBody: true,
    patterns: () => [['footnote', /(?<!\\)\[\^[^\]\s]{1,20}\]:?/g]],
  },
  {
    signs: ['`', '~~~'],
    inTexts: true,
    patterns: () => [
      ['fence', /^[ \t]*(?:`{3,}|~{3,})[^`\n]*$/gm],
      ['code', /(?<![\\`])`[^`\n]+`(?!`)/g],
    ],
  },
  {
    signs: ['==', '---', '___'],
    inTexts: true,
    patterns: () => [
      ['highlight', /(?<![\\=A-Za-z\d])==(?=[^\s=])[^=\n]{0,80}[^\s=]==(?![=A-Za-z\d])/g],
      ['underline', /^[ \t]*(?:={3,}|-{3,}|_{3,})[ \t]*$/gm],
    ],
  },
  {
    signs: ['{'],
    inTexts: true,
    patterns: () => [
      ['attributes', /(?<!\\)\{[.#][a-z][^{}\n]*\}|\{:[^{}\n]*\}/gi],
      ['span', /^[ \t]*\{(?:span|跨栏|通栏|turn|卧排|横放)[ \t]*[:：][^{}\n]*\}[ \t]*$/gim],
    ],
  },
  {
    signs: ['$', '\\'],
    inTexts: true,
    patterns: () => [
      ['formula', /(?<!\\)\$\$?(?=[^\s\d$])[ -#%-~]*[\\^_{}=+*/][ -#%-~]*\$\$?/g],
      [
        'formula',
        /\\\((?=[^\n]{0,200}?[\\^_{}=+*/])[ -~]{1,200}?\\\)|\\\[(?=[^\n]{0,200}?[\^_{}=+*/])[ -~]{1,200}?\\\]/g,
      ],
      ['command', /\\(?:text(?:bf|it)|emph|(?:sub)*section|begin|end|item|cite|ref|href|footnote)\b/g],
    ],
  },
  {
    signs: ['][', ']:', '[['],
    inTexts: true,
    patterns: () => [
      [
        'reference',
        new RegExp(
          `(?<![\\\\!\\]])\\[(?!\\^|\\d+\\]\\[\\d+\\]|(?:${STICKERS})\\])[^[\\]\\n]{1,80}\\]\\[(?!\\^)[^[\\]\\n]{0,40}\\]`,
          'g',
        ),
      ],
      ['reference', /^[ \t]*\[[^\]^\n]+\]:[ \t]+(?:https?:|\/|\.|<)\S*/gm],
      ['reference', /(?<!\\)\[\[[^[\]\n]{1,80}\]\]/g],
    ],
  },
  {
    signs: ['[ ]', '[x]', '[X]'],
    inTexts: true,
    patterns: () => [['task', /^[ \t]*[-*+][ \t]+\[[ xX]\](?=[ \t])/gm]],
  },
  { signs: [':::'], inTexts: true, patterns: () => [['container', /^[ \t]*:::.*$/gm]] },
]

/**
 * Signs of Markdown, HTML, TeX and Word that mean nothing here and would be printed: the first of each kind in the text,
 * with how to write it and how many there are. A backslash before one says that it is meant.
 */
export function leftOverMarkup(
  mapped: MappedText,
  where: 'name' | 'text' | 'body' = 'text',
): readonly Diagnostic[] {
  const { text } = mapped
  const looked = SIGNED.filter(
    ({ signs, inTexts, notInBody }) =>
      !(where === 'name' && inTexts) &&
      !(where === 'body' && notInBody) &&
      signs.some((sign) => text.includes(sign)),
  )
  if (looked.length === 0) return []
  const found = new Map<MarkupKind, { readonly at: number; readonly words: string; count: number }>()
  for (const [kind, looks] of looked.flatMap(({ patterns }) => patterns())) {
    for (const { index: at, 0: words } of text.matchAll(looks)) {
      if (kind === 'entity' && characterOf(words) === null) continue
      const known = found.get(kind)
      if (known) known.count += 1
      else found.set(kind, { at, words, count: 1 })
    }
  }
  return [...found].map(([kind, one]) => remark(mapped, kind, one))
}

function remark(
  mapped: MappedText,
  kind: MarkupKind,
  { at, words, count }: { readonly at: number; readonly words: string; readonly count: number },
): Diagnostic {
  const { zh, en } = markupCures[kind]
  const shown = words.replace(/\s+/g, ' ').trim()
  const values = {
    found: shown.length > 24 ? `${shown.slice(0, 24)}…` : shown,
    cureZh: zh,
    cureEn: en,
    moreZh: count > 1 ? `（共 ${count} 处）` : '',
    moreEn: count > 1 ? ` (${count} places)` : '',
  }
  const character = kind === 'entity' ? characterOf(words) : null
  // A quotation mark typed for its name may end the value that it stands in.
  const more = character !== null && /[^\s"'<>&#]/.test(character) ? { guess: character } : {}
  return diagnostic('W-MARKUP', spanIn(mapped, at, at + words.length), values, more)
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  permil: '‰',
  sect: '§',
  copy: '©',
  reg: '®',
  trade: '™',
  yen: '¥',
  euro: '€',
  pound: '£',
  cent: '¢',
  laquo: '«',
  raquo: '»',
  larr: '←',
  rarr: '→',
  shy: '',
  zwnj: '',
  zwj: '',
  sup2: '²',
  sup3: '³',
  frac12: '½',
}

/** What an entity stands for; null for what is none. */
function characterOf(entity: string): string | null {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? null
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : null
}
