import { describe, expect, test } from 'vitest'
import { marks } from '../../scripts/book/reference/marks.ts'
import { reference } from '../../scripts/book/reference/reference.ts'
import { plain, typed } from '../../scripts/book/reference/table.ts'
import { catalogue } from '../../src/base/catalogue.ts'
import type { MessageText } from '../../src/base/message-text.ts'
import { commands, globalOptions } from '../../src/cli/command-table.ts'
import { limitRows } from '../../src/cli/limits.ts'
import type { BodyBlock, InlineText } from '../../src/issue/issue.ts'
import { takes } from '../../src/issue/key-reference/key-examples.ts'
import { exampleOf } from '../../src/issue/key-reference/key-presets.ts'
import { type KeyFile, keyPathOf, keyRows } from '../../src/issue/key-reference/key-rows.ts'
import { designKeys } from '../../src/issue/language/design-keys.ts'
import { articleKeys, issueKeys } from '../../src/issue/language/issue-keys.ts'
import type { Kind } from '../../src/issue/language/kind.ts'
import { publicationKeys } from '../../src/issue/language/publication-keys.ts'
import { keyPaths } from '../issue/key-paths.ts'
import { bodyOf } from '../issue/reading.ts'

const pages = {
  zh: new Map((await reference('zh')).map(({ path, text }) => [path, text])),
  en: new Map((await reference('en')).map(({ path, text }) => [path, text])),
}
const page = (language: 'zh' | 'en', name: string) => pages[language].get(`reference/${name}.md`) as string

describe.each(['zh', 'en'] as const)('the reference, in %s', (language) => {
  test('has every key of publication and issue', () => {
    const told = [...keyRows('publication'), ...keyRows('issue')].map((row) => keyPathOf(row, 'en'))
    const bare = (path: string) => path.replace(/\.\*/g, '')
    const shown = new Set(told.map(bare))
    expect(
      keyPaths()
        .map((path) => bare(path.replace(/^issue\./, '')))
        .filter((path) => !shown.has(path)),
    ).toEqual([])
  })

  test.each(['publication', 'issue', 'article', 'design'] as const)(
    'has a row for each key of %s, in both languages',
    (file) => {
      const text = page(language, file)
      for (const row of keyRows(file)) {
        const other = language === 'zh' ? 'en' : 'zh'
        expect(text).toContain(`| ${typed(keyPathOf(row, language))}<br>${typed(keyPathOf(row, other))} |`)
      }
    },
  )

  test('has every message with its cause, example and cure', () => {
    const text = page(language, 'messages')
    for (const code of Object.keys(catalogue())) expect(text).toMatch(new RegExp(`^### ${code} \\{#`, 'm'))
    expect(text.match(language === 'zh' ? /^\*\*改法\*\*/gm : /^\*\*Cure\*\*/gm)).toHaveLength(
      Object.keys(catalogue()).length,
    )
  })

  test('has every command, argument and option', () => {
    const text = page(language, 'commands')
    for (const { name, args, options, about } of commands) {
      const own = text.slice(text.indexOf(`{#${name}}`)).split('\n## ')[0] as string
      expect(own.length).toBeGreaterThan(about[language].length)
      for (const { flags } of options) expect(own).toContain(typed(flags))
      for (const one of args) expect(own).toContain(typed(one.name))
    }
    for (const { flags } of globalOptions) expect(text).toContain(typed(flags))
  })

  test('has every bound, and the meaning of every exit code', () => {
    const text = page(language, 'limits')
    for (const { limit } of limitRows()) expect(text).toContain(plain(limit))
    const exits = Object.values(catalogue() as Readonly<Record<string, MessageText>>).map(
      (one) => one.exit ?? 1,
    )
    for (const exit of new Set([0, ...exits])) expect(text).toContain(`| **${exit}** |`)
  })
})

const KINDS: Readonly<Record<KeyFile, () => Kind<unknown>>> = {
  publication: () => publicationKeys,
  issue: () => issueKeys,
  article: () => articleKeys,
  design: designKeys,
}

describe.each(['zh', 'en'] as const)('the examples of keys, in %s', (language) => {
  test.each(Object.keys(KINDS) as KeyFile[])('are read without a word: %s', (file) => {
    const faults = keyRows(file).flatMap((row) => {
      const text = exampleOf(row, file, language)
      return text === null || takes(KINDS[file](), `{ ${text} }`) ? [] : [text]
    })
    expect(faults).toEqual([])
  })
})

describe('the marks of the text', () => {
  const runsOf = (block: BodyBlock | undefined): InlineText => (block?.kind === 'paragraph' ? block.text : [])

  test.each(marks)('$typed', ({ typed: written, makes }) => {
    const { blocks, codes } = bodyOf(written, '      images: [{ id: reading-room, placeholder: 待补 }]\n')
    expect(codes.filter((code) => code.startsWith('E-') || code === 'W-MARKUP')).toEqual([])
    const runs = runsOf(blocks[0])
    const does: Readonly<Record<string, boolean>> = {
      bold: runs.some((run) => run.bold),
      emphasis: runs.some((run) => run.emphasis),
      raised: runs.some((run) => run.raised),
      line: runs.some((run) => run.line),
      ruby: runs.some((run) => run.ruby !== undefined),
      link: runs.some((run) => run.link !== undefined),
      plain: runs.map((run) => run.text).join('') === '3*4',
    }
    expect(does[makes] ?? blocks.some((block) => block.kind === makes)).toBe(true)
  })

  test('are all there', () => {
    const kinds: Readonly<Record<BodyBlock['kind'], true>> = {
      paragraph: true,
      subheading: true,
      list: true,
      quotation: true,
      place: true,
      blank: true,
      footnote: true,
      table: true,
    }
    const made = new Set(marks.map((one) => one.makes))
    expect(Object.keys(kinds).filter((kind) => !made.has(kind as BodyBlock['kind']))).toEqual([])
  })
})
