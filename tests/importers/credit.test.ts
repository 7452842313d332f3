import { describe, expect, test } from 'vitest'
import { findCredit } from '../../src/importers/roles/find-credit.ts'
import type { SourceBlock, SourceParagraph } from '../../src/importers/source-document.ts'

function line(text: string, more: Partial<SourceParagraph> = {}): SourceParagraph {
  return {
    kind: 'paragraph',
    runs: [{ text }],
    number: '',
    list: null,
    align: 'left',
    style: '',
    heading: null,
    newPage: false,
    ...more,
  }
}

const SENTENCE = '各站备足物资，落实值班，供水平稳有序。'

/** The credit, the text that is left, and what was told. */
function found(blocks: readonly SourceBlock[]) {
  const told: string[] = []
  const looks = { size: null, hasLooks: false }
  const { credit, rest } = findCredit(blocks, looks, null, (kind) => told.push(kind))
  const text = rest.map((one) => (one.kind === 'paragraph' ? one.runs.map((run) => run.text).join('') : ''))
  return { units: credit?.units.map(({ name, people }) => [name, ...people].join(' ')), text, told }
}

describe('who contributed an article', () => {
  test('stands in its last lines, above signers and a date, which are told and left out', () => {
    const last = [
      line('水务集团 周明远'),
      line('编辑：顾南乔'),
      line('校对：罗青'),
      line('2026年6月3日', { align: 'right' }),
    ]
    const { units, text, told } = found([line(SENTENCE), ...last])
    expect(units).toEqual(['水务集团 周明远'])
    expect(text).toEqual([SENTENCE])
    expect(told).toEqual(['dateline', 'signers', 'signers', 'credit'])
  })

  test('is not a text box below them', () => {
    const box = line('附表说明', { boxed: true })
    const { units, text } = found([line(SENTENCE), line('水务集团 周明远'), box])
    expect(units).toEqual(['水务集团 周明远'])
    expect(text).toEqual([SENTENCE, '附表说明'])
  })

  test('stands in brackets at the very end of the text, whose full stop stays', () => {
    const { units, text } = found([line('标题下的一段。'), line(`${SENTENCE}（水务集团 周明远）`)])
    expect(units).toEqual(['水务集团 周明远'])
    expect(text).toEqual(['标题下的一段。', SENTENCE])
  })

  test('stands below the title, but not in a box there', () => {
    expect(found([line('水务集团 周明远'), line(SENTENCE)])).toMatchObject({
      units: ['水务集团 周明远'],
      text: [SENTENCE],
    })
    expect(found([line('水务集团 周明远', { boxed: true }), line(SENTENCE)])).toMatchObject({
      units: undefined,
      text: ['水务集团 周明远', SENTENCE],
    })
  })
})
