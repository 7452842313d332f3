import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import { checkContrast } from '../../src/issue/settings/check-contrast.ts'

const placeOf = (group: string) => ({ file: group, from: 0, to: 0 })

/** What is said where one look has another fill and one role another colour. */
function said(looks: object, type: object = {}): readonly Pick<Diagnostic, 'span' | 'values'>[] {
  const design = {
    colour: { accent: '#c00000', mode: 'rgb' as const },
    looks: { ...twoColumn.looks, ...looks },
    type: { ...twoColumn.type, ...type },
  }
  return checkContrast(design, placeOf)
}

const note = (fill: string) => ({ note: { ...twoColumn.looks.note, fill } })

describe('contrast of tints', () => {
  test('the built-in design has enough', () => {
    expect(said({})).toEqual([])
  })

  test.each([
    ['#ffffff', 21],
    ['#000000', 1],
    ['#757575', 4.5],
    ['#666666', 3.6],
  ])('black on %s has %f', (fill, ratio) => {
    const found = said(note(fill))
    expect(found.map(({ values }) => values?.ratio)).toEqual(ratio < 4.5 ? [ratio] : [])
    if (ratio < 4.5)
      expect(found[0]).toMatchObject({ span: { file: 'note' }, values: { key: 'note.fill', least: 4.5 } })
  })

  test('the accent is as dark as it is, and large text needs less', () => {
    const masthead = (fill: string) => ({ masthead: { ...twoColumn.looks.masthead, fill } })
    expect(said(masthead('#c8c8c8'))).toEqual([])
    expect(said(masthead('accent')).map(({ values }) => values)).toMatchObject([
      { colour: 'accent', least: 3, ratio: 1 },
    ])
  })

  test('pale text on a pale tint is said once, with the hardest to read', () => {
    const found = said(
      { box: { ...twoColumn.looks.box, fill: '#eeeeee' } },
      {
        body: { ...twoColumn.type.body, colour: '#999999' },
        subhead: { ...twoColumn.type.subhead, colour: '#dddddd' },
      },
    )
    // The design's own tint of whole articles is as pale; headings are read as large text is.
    expect(found.map(({ values }) => [values?.key, values?.colour])).toEqual([
      ['box.fill', '#dddddd'],
      ['tint.fill', '#dddddd'],
    ])
  })

  test('what the editor did not set is not judged', () => {
    const pale = { ...twoColumn.type, body: { ...twoColumn.type.body, colour: '#999999' as const } }
    const design = { ...twoColumn, looks: twoColumn.looks, type: pale }
    expect(checkContrast(design, placeOf).map(({ values }) => values?.key)).toEqual(['tint.fill'])
    expect(checkContrast(design, () => null)).toEqual([])
  })

  test('a heading needs less than the text below it', () => {
    const box = { box: { ...twoColumn.looks.box, fill: '#ffffff' } }
    const coloured = (role: 'subhead' | 'body') => ({
      [role]: { ...twoColumn.type[role], colour: '#888888' },
    })
    expect(said(box, coloured('subhead')).map(({ values }) => values?.key)).toEqual([])
    expect(said(box, coloured('body')).map(({ values }) => values?.key)).toEqual(['box.fill', 'tint.fill'])
  })
})
