import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DisplayList, GlyphRun } from '../../src/display/display-list.ts'
import { changedSpans } from '../../src/products/changed-spans.ts'
import { contentHash } from '../../src/products/content-hash.ts'
import { proofList } from '../../src/products/proof-list.ts'
import { textColumns } from '../../src/products/text-lines.ts'
import { sampleFonts } from '../paint/sample-font.ts'
import { ListBuilder } from '../paint/sample-list.ts'

/** Two columns of ten lines each, the first line of each in bold; then a line across both. */
function twoColumns(): DisplayList {
  const b = new ListBuilder()
  const document = b.node('Document', -1)
  const section = b.node('Sect', document)
  let from = 0
  for (const x of [60, 60 + 24 * 10.5]) {
    b.y = 100
    const article = b.node('Art', section)
    for (let i = 0; i < 10; i++) {
      const text = '工作组察看了调度室和抢修仓库，听取了值班安排'
      b.line(b.node('P', article), text.slice(0, 11), { x, from })
      b.y -= 10.5 * 1.6
      b.line(b.structure.length - 1, text.slice(11), { x: x + 11 * 10.5, from: from + 11 })
      from += 22
    }
  }
  b.line(null, '页脚')
  return b.build()
}

function addedTexts(list: DisplayList, proof: DisplayList): string[] {
  const before = new Set(list.pages.flatMap((page) => page.items))
  return proof.pages
    .flatMap((page) => page.items)
    .filter((item): item is GlyphRun => item.kind === 'glyphs' && !before.has(item))
    .map((run) => run.texts.join(''))
}

const list = twoColumns()
const OPTIONS = { round: 2, status: 'review', changed: [] } as const

describe('proof', () => {
  test('columns and their lines are found from the text alone', () => {
    const columns = textColumns(list.pages[0]!)
    expect(columns.map((column) => column.lines.length)).toEqual([10, 10])
    expect(columns.map((column) => column.left)).toEqual([60, 312])
  })

  test('every fifth line of each column has its number, each article its number and length', () => {
    const added = addedTexts(list, proofList(list, sampleFonts, OPTIONS))
    expect(added.filter((text) => /^\d+$/.test(text))).toEqual(['5', '10', '5', '10'])
    expect(added.filter((text) => text.startsWith('篇'))).toEqual(['篇 1-1', '篇 1-2'])
    expect(added.filter((text) => text.endsWith('字'))).toEqual(['220 字', '220 字'])
  })

  test('the header names round, status and content', () => {
    const header = addedTexts(list, proofList(list, sampleFonts, OPTIONS)).find((text) =>
      text.startsWith('第'),
    )
    expect(header).toContain('第 2 校')
    expect(header).toContain(contentHash(list).slice(0, 8))
    expect(header).toContain('送审稿')
  })

  test('the watermark lies below everything and is gone when the issue is final', () => {
    const review = proofList(list, sampleFonts, OPTIONS)
    expect(review.pages[0]!.items[0]).toMatchObject({ kind: 'glyphs', angle: 45, node: null })
    const final = proofList(list, sampleFonts, { ...OPTIONS, status: 'final' })
    expect(addedTexts(list, final).join('')).not.toContain('送审稿')
  })

  test('bars stand beside changed lines only, neighbours together', () => {
    const changed = [
      { file: 'issue.yaml', from: 22, to: 60 },
      { file: 'issue.yaml', from: 220 + 5, to: 220 + 6 },
      { file: 'other.yaml', from: 100, to: 200 },
    ]
    const proof = proofList(list, sampleFonts, { ...OPTIONS, changed })
    const bars = proof.pages[0]!.items.filter((item) => item.kind === 'rule')
    expect(bars.map((bar) => [bar.x < 300, Math.round(bar.height)])).toEqual([
      [true, Math.round(10.5 * 1.6 + 10.5 * 1.2)],
      [false, Math.round(10.5 * 1.2)],
    ])
  })

  test('the pages themselves stay as they are', () => {
    const proof = proofList(list, sampleFonts, OPTIONS)
    const own = proof.pages[0]!.items.filter((item) => list.pages[0]!.items.includes(item))
    expect(own).toEqual(list.pages[0]!.items)
  })

  test('the content hash does not depend on where the sources are', () => {
    const moved = JSON.parse(JSON.stringify(list).replaceAll('issue.yaml', 'moved.yaml')) as DisplayList
    expect(contentHash(moved)).toBe(contentHash(list))
    expect(contentHash(twoColumns())).toBe(contentHash(list))
    expect(contentHash({ ...list, pages: [...list.pages, list.pages[0]!] })).not.toBe(contentHash(list))
  })
})

describe('changed spans', () => {
  const text = (spans: readonly { from: number; to: number }[], after: string) =>
    spans.map((span) => after.slice(span.from, span.to))

  test('are the lines that are new or other', () => {
    const before = '甲\n乙\n丙\n丁\n'
    const after = '甲\n乙二\n丙\n新\n丁'
    expect(text(changedSpans('a', before, after), after)).toEqual(['乙二', '新'])
  })

  test('are none when nothing changed, and all when all did', () => {
    expect(changedSpans('a', '甲\n乙', '甲\n乙')).toEqual([])
    expect(text(changedSpans('a', '', '甲\n乙'), '甲\n乙')).toEqual(['甲', '乙'])
  })

  test('know nothing of how lines end', () => {
    const ends = ['\n', '\r\n', '\r']
    const written = (end: string) => ['甲', '', '乙 ', '丙'].join(end)
    for (const one of ends)
      for (const other of ends)
        expect(changedSpans('a', written(one), `${written(other)}${other}`)).toEqual([])
    const after = '甲\r\n丁\r\n丙'
    expect(text(changedSpans('a', '甲\n乙\n丙\n', after), after)).toEqual(['丁'])
  })

  test('leave a common subsequence of the old text', () => {
    const lines = fc.array(fc.constantFrom('甲', '乙', '丙', ''), { maxLength: 12 })
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const given = after.map((line) => `${line}\n`).join('')
        const changed = new Set(
          changedSpans('a', before.map((line) => `${line}\n`).join(''), given).map((s) => s.from),
        )
        let at = 0
        const kept = after.filter((line) => {
          const from = at
          at += line.length + 1
          return !changed.has(from)
        })
        let next = 0
        for (const line of before) if (line === kept[next]) next++
        expect(next).toBe(kept.length)
      }),
    )
  })
})
