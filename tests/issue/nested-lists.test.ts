import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/content/block.ts'
import { arrangeList } from '../../src/content/list.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { parseBody } from '../../src/issue/body/parse-body.ts'
import type { BodyBlock } from '../../src/issue/issue.ts'
import { bodyLines } from '../../src/issue/write/write-body.ts'

function read(text: string): { readonly blocks: readonly BodyBlock[]; readonly said: readonly string[] } {
  const said: string[] = []
  const mapped = { file: 'a.yaml', text, pieces: [{ at: 0, from: 0 }], end: text.length }
  const report = ({ code }: { readonly code: string }) => said.push(code)
  return { blocks: parseBody(mapped, { report, everyLine: false }), said }
}

function itemsOf(text: string): readonly Block[] {
  return read(text).blocks.flatMap((block) =>
    block.kind === 'list'
      ? arrangeList({ design: twoColumn } as never, block, { section: 0, article: 0 })
      : [],
  )
}

/** Each item's sign, words and indent. */
function shown(text: string): readonly string[] {
  return itemsOf(text).map((block) => {
    if (block.kind !== 'paragraph') return block.kind
    const words = (one: typeof block.text) => one.runs.map((run) => run.text).join('')
    const sign = block.marker ? words(block.marker.text) : ''
    return `${sign} ${words(block.text)} ${block.text.style.startIndentEm}`
  })
}

describe('lists inside lists', () => {
  test('have signs of their own and stand further in, three levels deep', () => {
    expect(shown('- 甲\n  - 乙\n    - 丙\n  - 丁\n- 戊')).toEqual([
      '● 甲 2',
      '○ 乙 3',
      '■ 丙 4',
      '○ 丁 3',
      '● 戊 2',
    ])
    expect(shown('1. 甲\n   1. 乙\n      1. 丙\n      2. 丁\n   2. 戊\n2. 己')).toEqual([
      '1. 甲 2',
      '（1） 乙 4',
      '① 丙 5.5',
      '② 丁 5.5',
      '（2） 戊 4',
      '2. 己 2',
    ])
    expect(shown('- 甲\n  1. 乙\n  2. 丙\n\n- 丁\n\t- 戊')).toEqual([
      '● 甲 2',
      '（1） 乙 4',
      '（2） 丙 4',
      '● 丁 2',
      '○ 戊 3',
    ])
  })

  test('one blank is a slip and no level; a whole list moved in has one level', () => {
    expect(shown('- 甲\n - 乙')).toEqual(['● 甲 2', '● 乙 2'])
    expect(shown('  - 甲\n  - 乙')).toEqual(['● 甲 2', '● 乙 2'])
    expect(read('- 甲\n - 乙').blocks[0]).not.toHaveProperty('nested')
  })

  test('an item deeper than the third level stands on it, and is said', () => {
    const text = '- 甲\n  - 乙\n    - 丙\n      - 丁\n- 戊'
    expect(shown(text)).toEqual(['● 甲 2', '○ 乙 3', '■ 丙 4', '■ 丁 4', '● 戊 2'])
    expect(read(text).said).toEqual(['W-LIST-DEPTH'])
  })

  test('numbers of the outer list go on past the lists inside it', () => {
    const { blocks } = read('3. 甲\n   - 乙\n4. 丙\n   续。\n\n1. 丁')
    expect(blocks.map((block) => block.kind === 'list' && [block.start ?? 1, block.items.length])).toEqual([
      [3, 3],
      [1, 1],
    ])
  })

  test('are written as they are read', () => {
    const text = '- 甲\n  1. 乙\n    - 丙\n  2. 丁\n- 戊'
    expect(bodyLines(read(text).blocks).join('\n')).toBe(text)
  })
})
