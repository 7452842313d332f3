import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/content/block.ts'
import type { DisplayList, GlyphRun } from '../../src/display/display-list.ts'
import { dump } from '../../src/display/dump.ts'
import { cropAround } from '../../src/page/make-up/crop.ts'
import { display } from '../../src/page/make-up/display.ts'
import { composed, figure, headline, paragraph, picture, styled } from './blocks.ts'

const METADATA = {
  title: '工作动态',
  author: '',
  subject: '',
  language: 'zh-CN',
  date: { year: 2024, month: 1, day: 15 },
  sections: [{ name: '要闻', articles: ['标题'] }],
}

function shown(blocks: readonly Block[]): DisplayList {
  return display(composed(blocks).value, METADATA)
}

function roles(list: DisplayList): string[] {
  return list.structure.map((node) => `${node.parent}:${node.role}`)
}

function runs(list: DisplayList): GlyphRun[] {
  return list.pages.flatMap((page) => page.items.filter((item): item is GlyphRun => item.kind === 'glyphs'))
}

describe('the structure', () => {
  test('is Document, Sect, Art and the blocks in reading order', () => {
    const section = { ...headline('要闻', { role: 'section' }), place: { section: 0, article: -1 } }
    const list = shown([section, headline('标题'), paragraph('国国'), paragraph('区区')])
    expect(roles(list)).toEqual(['-1:Document', '0:Sect', '1:H2', '1:Art', '3:H3', '3:P', '3:P'])
  })

  test('an empty corner of a table heads nothing; what stands beside it does', () => {
    const { keep, place, span } = paragraph('')
    const table = (corner: string): Block => {
      const cells = (...texts: string[]) => texts.map((text) => styled(text))
      return {
        kind: 'table',
        header: cells(corner, '国'),
        rows: [cells('区', '业')],
        rowHeads: false,
        keep,
        place,
        span,
      }
    }
    const heads = (corner: string) =>
      roles(shown([table(corner)])).flatMap((one) => one.match(/T[HD]$/) ?? [])
    expect(heads('')).toEqual(['TD', 'TH', 'TD', 'TD'])
    expect(heads('国')).toEqual(['TH', 'TH', 'TD', 'TD'])
  })

  test('neighbouring list items share a list with label and body', () => {
    const marker = { text: styled('•', { align: 'left' }), widthEm: 1 }
    const item = paragraph('国国', { role: 'list-item', marker })
    expect(roles(shown([item, item])).slice(3)).toEqual([
      '2:L',
      '3:LI',
      '4:Lbl',
      '4:LBody',
      '3:LI',
      '7:Lbl',
      '7:LBody',
    ])
  })

  test('a table’s head that is set again in the next column is read once', () => {
    const cell = (text: string) => styled(text, { size: 9, align: 'left' })
    const rows = Array.from({ length: 90 }, () => [cell('国'), cell('区')])
    const base = {
      place: { section: 0, article: 0 },
      keep: { withNext: 0, withPrevious: false, whole: false },
    }
    const header = [cell('企'), cell('业')]
    const list = shown([
      headline('标题'),
      { ...base, kind: 'table', span: null, header, rows, rowHeads: true },
    ])
    const heads = runs(list).filter((run) => run.texts.join('') === '企')
    expect(heads.length).toBeGreaterThan(1)
    expect(heads.filter((run) => run.node !== null)).toHaveLength(1)
  })

  test('a figure has words for who cannot see it, and its caption beside it', () => {
    const list = shown([
      figure({ pictures: [picture({ alt: '大厅', caption: styled('说明', { size: 9 }) })] }),
    ])
    expect(list.structure.find((node) => node.role === 'Figure')?.alt).toBe('大厅')
    expect(roles(list).at(-1)).toBe('2:Caption')
  })
})

describe('the outline', () => {
  test('has sections at level 1 and headlines at level 2', () => {
    const section = { ...headline('要闻', { role: 'section' }), place: { section: 0, article: -1 } }
    const list = shown([section, headline('标题'), paragraph('国国')])
    expect(list.outline.map((one) => [one.level, one.title, one.page])).toEqual([
      [1, '要闻', 0],
      [2, '标题', 0],
    ])
  })
})

describe('glyph runs', () => {
  test('one run holds a line of one font', () => {
    const text = runs(shown([paragraph('国区企业')]))
    expect(text.map((run) => run.texts.join(''))).toEqual(['国区企业'])
    expect(text[0]?.glyphs).toEqual([...'国区企业'].map((character) => character.codePointAt(0)))
  })

  test('a link has an active area over its characters', () => {
    const text = styled('国区企业')
    const [run] = text.runs
    const linked = { ...text, runs: [{ ...(run as (typeof text.runs)[0]), link: 'https://example.com/' }] }
    const [link] =
      shown([paragraph('', { text: linked })]).pages[0]?.items.filter((item) => item.kind === 'link') ?? []
    expect(link).toMatchObject({ target: 'https://example.com/', width: 42 })
  })
})

describe('crop', () => {
  test('keeps the focus as near the middle as the edges allow', () => {
    expect(cropAround(2, 1, [0.5, 0.5])).toEqual({ left: 0.25, top: 0, right: 0.75, bottom: 1 })
    expect(cropAround(2, 1, [0, 0.5]).left).toBe(0)
    expect(cropAround(0.5, 1, [0.5, 1])).toEqual({ left: 0, top: 0.5, right: 1, bottom: 1 })
  })
})

test('dump says page, kind, place and text', () => {
  const text = dump(shown([headline('标题'), paragraph('国区企业')]))
  expect(text).toContain('page 1 595.28 × 841.89')
  expect(text).toMatch(/text [\d.]+…[\d.]+…[\d.]+ [\d.]+ fake 10\.5 black “国区企业” #\d/)
  expect(text).toContain('H3 #3 “标题”')
})
