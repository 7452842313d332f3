import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/content/arrange.ts'
import type { Block, FigureOf, MastheadOf, StyledText } from '../../src/content/block.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'
import { blockText } from './block-text.ts'

function arranged(text: string, publication = PUBLICATION, pictures = new Map()): readonly Block[] {
  const { issue } = reading(text, publication)
  return arrange(issue, issue.publication.design, pictures).blocks
}

function masthead(text: string, publication = PUBLICATION, pictures = new Map()): MastheadOf<StyledText> {
  return arranged(text, publication, pictures)[0] as MastheadOf<StyledText>
}

function roles(blocks: readonly Block[]): string[] {
  return blocks.map((block) => ('role' in block ? block.role : block.kind))
}

function creditOf(keys: string, publication = PUBLICATION): string | undefined {
  const found = arranged(articleText('正文。', keys), publication).find(
    (block) => block.kind === 'paragraph' && block.role === 'credit',
  )
  return found && blockText(found)
}

const IMAGES = (...lines: string[]) => `      images:\n${lines.map((line) => `        - ${line}\n`).join('')}`

describe('credits', () => {
  test('units and their people as the publication writes them', () => {
    expect(creditOf('      credit: { 甲公司: [张某, 李某], 乙公司: 王某 }\n')).toBe(
      '【供稿：甲公司　张某、李某、乙公司　王某】',
    )
    expect(
      creditOf('      credit: { 甲公司: 张某 }\n', `${PUBLICATION}credit: { text: "（{credits}）" }\n`),
    ).toBe('（甲公司　张某）')
  })

  test('typed as text: in the publication’s brackets, with its own brackets, or with its own label', () => {
    expect(creditOf('      credit: 甲公司　张某\n')).toBe('【供稿：甲公司　张某】')
    expect(creditOf('      credit: （甲公司　张某）\n')).toBe('（甲公司　张某）')
    expect(creditOf('      credit: 供稿：甲公司　张某\n')).toBe('【供稿：甲公司　张某】')
    expect(creditOf('      credit: 记者：张某\n')).toBe('【记者：张某】')
  })
})

describe('pictures', () => {
  test('a placeholder says its own text, else the caption, else that one is to come', () => {
    const blocks = arranged(
      articleText(
        '正文。',
        IMAGES('{ placeholder: 待补：大厅, caption: 大厅 }', '{ caption: 大厅 }', '{ ratio: "3:2" }'),
      ),
    )
    const figures = blocks.filter((block) => block.kind === 'figure') as FigureOf<StyledText>[]
    expect(figures.map(blockText)).toEqual(['待补：大厅大厅', '大厅大厅', '待补照片'])
  })

  test('those without a marked place are spread over the article', () => {
    const images = IMAGES('{ caption: 一 }', '{ caption: 二 }')
    const blocks = arranged(articleText('甲。\n\n乙。\n\n丙。\n\n丁。', images))
    expect(roles(blocks).slice(3)).toEqual(['body', 'figure', 'body', 'body', 'figure', 'body'])
  })

  test('one beside text stands further down where it would have hardly a line beside it', () => {
    const long = '检修队对北环路老旧管线进行夜间更换。'.repeat(12)
    const side = (body: string) =>
      roles(arranged(articleText(body, IMAGES('{ caption: 一, fit: left }')))).slice(3)
    expect(side(`甲。\n\n## 一、乙\n\n${long}`)).toEqual(['body', 'subhead', 'body', 'figure'])
    expect(side(`${long}\n\n## 一、乙\n\n${long}`)).toEqual(['body', 'figure', 'subhead', 'body'])
    expect(side('甲。\n\n## 一、乙\n\n丙。')).toEqual(['body', 'figure', 'subhead', 'body'])
  })

  test('a marked one stands where it is marked', () => {
    const blocks = arranged(articleText('甲。\n\n乙。\n\n![](tu)', IMAGES('{ id: tu, caption: 一 }')))
    expect(roles(blocks).slice(3)).toEqual(['body', 'body', 'figure'])
    expect((blocks[5] as FigureOf<StyledText>).placed).toBe(true)
  })

  test('none is lost from an article without text', () => {
    const text =
      'date: 2024-01-15\nsections:\n  动态:\n    - title: 图片新闻\n      images: [{ caption: 大厅 }]\n'
    expect(roles(arranged(text)).slice(2)).toEqual(['headline', 'figure'])
  })
})

describe('an article that is not divided', () => {
  test('keeps every block whole and with the next', () => {
    const keys = `      keep: true\n      credit: { 甲公司: 张某 }\n${IMAGES('{ caption: 一 }')}`
    const blocks = arranged(articleText('甲。\n\n乙。', keys)).slice(2)
    expect(blocks.every((block) => block.keep.whole)).toBe(true)
    expect(blocks.map((block) => block.keep.withNext > 0)).toEqual([true, true, true, true, false])
  })
})

test('a figure has of its photograph its size and nothing else', () => {
  const photograph = { width: 30, height: 20, bytes: new Uint8Array(9), hash: 'x' }
  const text = articleText('正文。', IMAGES('a.jpg'))
  const files = new Map(['a.jpg', 'issues/a.jpg'].map((file) => [file, photograph]))
  const figure = arranged(text, PUBLICATION, files).find((block) => block.kind === 'figure')
  expect((figure as FigureOf<StyledText>).pictures[0]?.pixels).toEqual({ width: 30, height: 20 })
})

describe('the masthead', () => {
  const PIXELS = new Map([['issues/m.png', { width: 1200, height: 300 }]])
  const AT_HAND = new Map([...PIXELS, ['m.png', { width: 1200, height: 300 }]])

  test('knows the pixels of its picture and logo', () => {
    const image = `${PUBLICATION}masthead: { style: image, image: m.png }\n`
    expect(masthead(articleText('甲。'), image, AT_HAND)).toMatchObject({
      image: 'm.png',
      pixels: { width: 1200, height: 300 },
    })
    const logo = `${PUBLICATION}masthead: { logo: m.png }\n`
    expect(masthead(articleText('甲。'), logo, AT_HAND).logoPixels).toEqual({ width: 1200, height: 300 })
  })

  test('is set in type unless its style is a picture', () => {
    const red = `${PUBLICATION}masthead: { style: red, image: m.png }\n`
    expect(masthead(articleText('甲。'), red, AT_HAND).image).toBeNull()
  })

  test('joins the parts of a title in its contents with a space where no mark parts them', () => {
    const titles =
      '    - title: 某公司开会|部署工作\n      body: 甲。\n    - title: 抓落实，|见成效\n      body: 乙。\n'
    const { contents } = masthead(`date: 2024-01-15\ncontents: true\nsections:\n  动态:\n${titles}`)
    const lines = contents?.lines.map((line) => line.text.runs.map((run) => run.text).join(''))
    expect(lines).toEqual(['某公司开会　部署工作', '抓落实，见成效'])
  })
})
