import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/content/arrange.ts'
import type { Block, PictureOf, StyledText } from '../../src/content/block.ts'
import type { DocxBlock } from '../../src/office/docx-blocks.ts'
import { issueDocument } from '../../src/office/issue-document.ts'
import { documentOf, sentCopy, takeAll, withDocument } from '../build/under-review.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'

/** What a bulletin has besides text, as the Word copy shows it. */

const picturesOf = (block: Block): readonly PictureOf<StyledText>[] =>
  block.kind === 'figure' ? block.pictures : []

/** The copy's paragraphs and pictures, those of the article alone. */
function copyOf(body: string, keys: string, files: readonly string[] = []): readonly DocxBlock[] {
  const { issue } = reading(articleText(body, keys))
  const images = new Map(files.map((one) => [`issues/${one}`, { width: 300, height: 200 }]))
  const content = arrange(issue, issue.publication.design, images)
  const made = { bytes: new Uint8Array([1]), format: 'png' } as const
  const pictures = new Map(content.blocks.flatMap(picturesOf).map((one) => [one, made]))
  const { blocks } = issueDocument(content, { accent: '000000', columnWidth: 200, pictures })
  return blocks
}

/** Which lines and ground a paragraph has: `top`, `foot`, `tint`. */
function boxed(blocks: readonly DocxBlock[]): Record<string, string> {
  return Object.fromEntries(
    blocks.flatMap((one) => {
      if (one.kind !== 'paragraph' || !one.boxed) return []
      const { above, below, tint } = one.boxed
      const words = [above ? 'top' : '', below ? 'foot' : '', tint ? 'tint' : ''].filter(
        (word) => word !== '',
      )
      return [[one.runs.map(({ text }) => text).join(''), words.join(' ')]]
    }),
  )
}

describe('boxes stand apart from the text', () => {
  test('a side box between lines, or on a ground', () => {
    const box = (tint: string) =>
      boxed(copyOf('甲。', `      side_boxes: { title: 题, ${tint}body: "乙。\\n\\n丙。" }\n`))
    expect(box('')).toEqual({ 题: 'top', '乙。': '', '丙。': 'foot' })
    expect(box('tint: true, ')).toEqual({ 题: 'tint', '乙。': 'tint', '丙。': 'tint' })
  })

  test('a pull quote, a note, an article as a whole with a box in it', () => {
    expect(boxed(copyOf('甲。\n\n乙。', '      pull_quotes: 丁。\n'))).toEqual({ '丁。': 'top foot' })
    expect(boxed(copyOf('甲。', '      note: 按。\n'))).toEqual({ '按。': 'tint' })
    const all = boxed(copyOf('甲。', '      box: true\n      tint: true\n      side_boxes: { body: 戊。 }\n'))
    expect(Object.values(all)).toEqual(expect.arrayContaining(['top tint', 'top foot tint']))
    expect(Object.values(all).filter((one) => one.includes('tint'))).toHaveLength(Object.keys(all).length)
  })
})

test('pictures of a large group are seen: no smaller than three in a row', () => {
  const files = Array.from({ length: 9 }, (_, at) => `${at}.png`)
  const group = `      images: [{ gallery: [${files.map((one) => `{ src: ${one} }`).join(', ')}] }]\n`
  const widths = copyOf('甲。', group, files).flatMap((one) => (one.kind === 'picture' ? [one.width] : []))
  expect(widths).toHaveLength(9)
  expect(Math.min(...widths)).toBeGreaterThan(140)
})

describe('a QR code in the colophon', () => {
  const texts = {
    'publication.yaml': `${PUBLICATION}colophon: { send_to: 各街道, qr: "https://example.com/b" }\n`,
    'issues/1.yaml': articleText('甲。'),
  }

  test('is told in words, and comes back unchanged', () => {
    const copy = sentCopy(texts)
    expect(documentOf(copy)).toContain('二维码：https://example.com/b')
    expect(takeAll(texts, copy).changes).toEqual([])
  })
})

describe('拼音', () => {
  const texts = {
    'publication.yaml': PUBLICATION,
    'issues/1.yaml': articleText('文史小组的[顾韫]{gù yùn}今年七十二岁，修谱已有九年。'),
  }
  const copy = sentCopy(texts)

  test('stands over its character as Word’s own', () => {
    const found = [...documentOf(copy).matchAll(/<w:ruby>.*?<\/w:ruby>/g)].map(([xml]) =>
      [...xml.matchAll(/<w:t [^>]*>([^<]*)/g)].map((one) => one[1]),
    )
    expect(found).toEqual([
      ['gù', '顾'],
      ['yùn', '韫'],
    ])
  })

  test('a copy that comes back as it was sent has no changes', () => {
    expect(takeAll(texts, copy).changes).toEqual([])
  })

  test('and words beside it can be changed there', () => {
    const back = withDocument(copy, documentOf(copy).replace('九年', '十年'))
    const own = texts['issues/1.yaml']
    expect(takeAll(texts, back).texts['issues/1.yaml']).toBe(own.replace('九年', '十年'))
  })
})
