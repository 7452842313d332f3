import { describe, expect, test } from 'vitest'
import type { Code } from '../../src/base/catalogue.ts'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import type { SourceText } from '../../src/base/source.ts'
import { checkIssue } from '../../src/checks/check-issue.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { cured } from '../../src/project/fix-sources.ts'
import { findExplanation } from '../../src/report/explain/find-explanation.ts'

/** What `explain` shows of each message must be true: the example raises it, and what the example becomes does not. */

interface Files {
  readonly publication?: string
  readonly issue?: string
  readonly article?: string
}

/** Puts an example into the smallest publication that it can stand in. */
type Frame = (example: string) => Files

const PUBLICATION = 'bulletin: 1\nname: 城南动态\nissuer: 城南中心\nsections: [国企动态]\n'

function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n')
}

const inSection: Frame = (items) => ({
  issue: `date: 2026-06-15\nnumber: 2\nsections:\n  国企动态:\n${indented(items, '    ')}\n`,
})
const inArticle =
  (more = 'body: 会议召开。'): Frame =>
  (fields) =>
    inSection(`- title: 某公司培训\n${indented(`${more}\n${fields}`, '  ')}`)
const title: Frame = (fields) => inSection(`- ${indented(fields, '  ').trimStart()}`)
const inBody: Frame = (text) => inArticle('')(`body: |\n${indented(text, '  ')}`)
const inPublication: Frame = (more) => ({ publication: `${PUBLICATION}${more}\n` })
const inIssue: Frame = (more) => ({ issue: `${more}\n${inSection('- title: 某公司培训').issue}` })
const whole: Frame = (issue) => ({ issue })
const itself: Frame = (article) => ({ ...inSection('- file: salon.md'), article })
const withPictures: Frame = (text) =>
  inArticle('images: [{ id: reception, placeholder: 待补 }, { id: huiyi, placeholder: 待补 }]')(
    `body: |\n${indented(text, '  ')}`,
  )
const inPicture: Frame = (fields) =>
  inArticle()(`images:\n  - placeholder: 待补\n${indented(fields, '    ')}`)

const inSource: Frame = (src) => inArticle()(`images:\n  - ${src}\n    alt: 会场`)

/** Where the example of each code stands, and what of it is to be read otherwise than it is shown. */
const FRAMES: Readonly<Partial<Record<Code, Frame>>> = {
  'E-CHAR': (text) => title(text.replace('␈', '\\b').replace(/: (.*)/, ': "$1"')),
  'W-GARBLED': inArticle(''),
  'W-BIDI': title,
  'E-INDENT': (item) => whole(`date: 2026-06-15\nsections:\n  国企动态:\n${item}\n`),
  'E-ALIGN': (items) => whole(`date: 2026-06-15\nsections:\n  国企动态:\n${items}\n`),
  'E-COLON': inPicture,
  'W-COLON': inArticle(),
  'W-HASH': inPicture,
  'W-DASH': inSection,
  'E-YAML': (pairs) => title(pairs.split('\n')[0] ?? ''),
  'E-ANCHOR': inArticle(),
  'E-ALIAS': inArticle(),
  'E-TAG': (text) => ({
    ...(text.startsWith('file') ? inSection(`- ${text}`) : inSection(`- title: 甲\n  ${text}`)),
    article: '# 某公司开会\n\n会议召开。\n',
  }),
  'E-DOCUMENT': (line) =>
    whole(
      line === '---' ? `${inSection('- 某日开会。').issue}---\n甲` : `${inBody(`甲\n\n${line}\n\n乙`).issue}`,
    ),
  'E-DIRECTIVE': (line) => whole(`${line.replace('（删去）', '')}\n${inSection('- 某日开会。').issue}`),
  'E-DUP': inIssue,
  'E-UNKNOWN': inPicture,
  'E-TYPE': (text) => (text.startsWith('pages') ? inIssue(text.split('\n')[0] ?? '') : inArticle('')(text)),
  'E-EMPTY': title,
  'W-EMPTY-ITEM': (text) => inPublication(`colophon:\n${indented(text, '  ')}`),
  'E-REQUIRED': (text) => whole(text.replace('…', '\n  国企动态: [某日开会。]')),
  'E-DATE': (text) => whole(inSection('- 某日开会。').issue?.replace(/date: .*/, text) ?? ''),
  'E-ITEM': inSection,
  'E-ITEM-BOTH': (item) => ({ ...inSection(item), article: '# 沙龙\n\n会议召开。\n' }),
  'W-NO-BODY': inSection,
  'E-FILE-ARTICLE': (field) => ({ ...inSection(`- ${field}`), article: '# 沙龙\n\n会议召开。\n' }),
  'E-FRONT-MATTER': itself,
  'E-NO-TITLE': itself,
  'W-SECTION': (key) => whole(`date: 2026-06-15\nsections:\n  ${key}\n    - 某日开会。\n`),
  'E-PICTURE': withPictures,
  'E-PLACEHOLDER': (item) => ({
    ...inArticle()(`images:\n  ${item}`),
    ...inPublication('images: { placeholder: error }'),
  }),
  'E-NET': inSource,
  'E-PATH': inSource,
  'E-PATH-NAME': inSource,
  'E-PICTURE-TWICE': (list) => inArticle('body: "![](会场)"')(list),
  'W-ALT': inArticle(),
  'W-PICTURE-WORDS': withPictures,
  'W-PICTURE-PLACED': withPictures,
  'W-PICTURE-INLINE': withPictures,
  'W-LINK': inBody,
  'W-MARK': inBody,
  'W-MARKUP': inBody,
  'W-NOTE-UNKNOWN': inBody,
  'W-NOTE-UNUSED': inBody,
  'W-NOTE-TWICE': inBody,
  'W-NOTE-PLACE': inBody,
  'W-HEADING': inBody,
  'W-HEADING-LEVEL': inBody,
  'W-LIST-SIGN': (line) => inBody(`${line}\n${line}`),
  'W-LIST-DEPTH': inBody,
  'W-RUBY': inBody,
  'W-QUOTE-PLACE': (text) =>
    inArticle('pull_quotes: { id: 话, text: 甲 }\n')(`body: ${JSON.stringify(text)}`),
  'W-TABLE': inBody,
  'W-TABLE-SETTING': (line) => inBody(`| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n${line}`),
  'W-LINES': inBody,
  'W-LINE-SIGN': inBody,
  'I-INDENT': (text) => inArticle('')(`body: |\n  　\n${indented(text.replace(/^body: /, ''), '  ')}`),
  'E-MEASURE': inPublication,
  'E-GRID': inPublication,
  'W-CONTRAST': (text) => ({
    ...inPublication('design: ./house.yaml'),
    article: `based_on: two-column\n${text}\n`,
  }),
  'W-DATE-RANGE': inBody,
  'W-DATE-ORDER': inBody,
  'W-DATE-IMPOSSIBLE': inBody,
  'W-WEEKDAY': inBody,
  'W-LIST-ORDER': (text) => inBody(text.replace(/\n?(## 三|→ ## 二)/, '\n\n$1')),
  'W-HALF-WIDTH': inBody,
  'W-STRAIGHT-QUOTE': inBody,
  'W-UNPAIRED': inBody,
  'W-NESTED-QUOTE': inBody,
  'W-TITLE-END': title,
  'W-ELLIPSIS': inBody,
  'W-DASH-MARK': inBody,
  'W-HYPHEN': inBody,
  'W-HYPHEN-RANGE': inBody,
  'W-WIDE-DIGITS': inBody,
  'W-DATE-STYLE': (text) => inBody(`6月9日、6月10日、${text}`),
  'W-NUMBER-STYLE': inBody,
  'W-TYPO': inBody,
  'W-CREDIT-MISSING': (item) => inSection(`${item}\n- { title: 另一公司培训, credit: { 乙公司: 李某 } }`),
  'W-TOTAL': inPublication,
}

function said(files: Files): readonly Diagnostic[] {
  const source = (file: string, text: string): SourceText => ({ file, text })
  const { value, diagnostics } = readIssue({
    publication: source('publication.yaml', files.publication ?? PUBLICATION),
    issue: source('issues/2026-02.yaml', files.issue ?? (inSection('- 某日开会。').issue as string)),
    others: [],
    article: (path) => ({ value: source(path, files.article ?? ''), diagnostics: [] }),
  })
  return value === null ? diagnostics : [...diagnostics, ...checkIssue(value)]
}

/** What is wrong, and the ways to mend it, without the remarks in brackets behind. */
function partsOf(example: string): { readonly before: string; readonly after: readonly string[] } {
  const [before = '', ...after] = `\n${example}`.split(/\n→ /)
  const bare = (text: string) => text.replace(/（(?:行首|“|是|照原样|正文里|另起|缩进)[^）]*）/g, '')
  return { before: bare(before.slice(1)), after: after.map((one) => bare(one).replace(/\n {2}/g, '\n')) }
}

const framed = Object.entries(FRAMES) as readonly (readonly [Code, Frame])[]

describe('an example of explain', () => {
  test.each(framed)('%s is raised by it, and by none of its cures', async (code, frame) => {
    const { before, after } = partsOf((await findExplanation(code))?.example ?? '')
    const found = said(frame(before))
    expect(found.map((one) => one.code)).toContain(code)
    const known = new Set(found.map((one) => one.code))
    for (const cure of after) {
      const left = said(frame(cure)).filter(
        (one) => one.code === code || (one.severity === 'error' && !known.has(one.code)),
      )
      expect(left.map((one) => [cure, one.code, one.values])).toEqual([])
    }
    expect(after.length).toBeGreaterThan(0)
  })

  test.each(framed)('%s: what is proposed, typed, is the end of it', async (code, frame) => {
    const { before } = partsOf((await findExplanation(code))?.example ?? '')
    const files = frame(before)
    const texts = new Map([
      ['publication.yaml', files.publication ?? PUBLICATION],
      ['issues/2026-02.yaml', files.issue ?? ''],
    ])
    const sources = new Map([...texts].map(([file, text]) => [file, { file, text }]))
    for (const one of said(files)) {
      const typed = one.replacement ?? one.guess
      if (typed === undefined) continue
      const changed = cured([{ ...one, replacement: typed }], sources).sources
      const now = (file: string) => changed.get(file)?.text ?? texts.get(file) ?? ''
      const again = said({
        ...files,
        publication: now('publication.yaml'),
        issue: now('issues/2026-02.yaml'),
      })
      const left = again.filter((other) => other.code === one.code && other.span?.from === one.span?.from)
      expect(left.map(({ span }) => [typed, span])).toEqual([])
    }
  })
})

test('nearly every message that is told from the files alone is among them', () => {
  expect(framed.length).toBeGreaterThan(70)
})
