import { expect, test } from 'vitest'
import { arrange } from '../../src/content/arrange.ts'
import type { Block } from '../../src/content/block.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'

const text = ({ runs }: { readonly runs: readonly { readonly text: string }[] }) =>
  runs.map((run) => run.text).join('')

function blocks(keys: string, publication = PUBLICATION): readonly Block[] {
  const { issue } = reading(articleText('文。', keys), publication)
  return arrange(issue, issue.publication.design).blocks
}

/** Paragraphs in short: where their text begins, their sign, their words. */
function paragraphs(keys: string): readonly string[] {
  return blocks(keys).flatMap((block) => {
    if (block.kind === 'blank') return ['']
    if (block.kind !== 'paragraph') return []
    const { startIndentEm, firstIndentEm } = block.text.style
    const sign = block.marker ? `${text(block.marker.text)}@${startIndentEm - block.marker.widthEm}|` : ''
    return [`${startIndentEm + firstIndentEm} ${sign}${text(block.text)}`]
  })
}

test('主送 stands flush above the text, with its colon', () => {
  expect(paragraphs('      to: 各科室，各街道\n')).toEqual(['0 各科室，各街道：', '2 文。'])
  expect(paragraphs('      主送: 各科室：\n')).toEqual(['0 各科室：', '2 文。'])
})

test('附件 stands a line below the text, several numbered, names below one another', () => {
  expect(paragraphs('      附件: 目录式样\n')).toEqual(['2 文。', '', '5 附件：@2|目录式样'])
  expect(paragraphs('      attachments: [目录式样, 备考表]\n')).toEqual([
    '2 文。',
    '',
    '6.2 附件：1.@2|目录式样',
    '6.2 2.@5|备考表',
  ])
})

test('印发机关 has the day of issue beside it, in the last row', () => {
  const colophon = blocks(
    '',
    `${PUBLICATION}colophon: { copies: 60, issued_by: 区办公室, even_page: true }\n`,
  ).at(-1)
  if (colophon?.kind !== 'colophon') throw new Error('no colophon')
  expect(colophon.rows.map(({ text: left, right }) => [text(left), right && text(right)])).toEqual([
    ['', '共印60份'],
    ['区办公室', '2024年1月15日印发'],
  ])
  expect(colophon.evenPage).toBe(true)
})

test('编者按 of the whole issue stands across the page below the masthead', () => {
  const { issue } = reading(`note: |\n  编者按：甲。\n\n  乙。\n${articleText('文。')}`)
  const [masthead, note, section] = arrange(issue, issue.publication.design).blocks
  expect([masthead?.kind, section?.kind]).toEqual(['masthead', 'heading'])
  expect(note).toMatchObject({ kind: 'panel', look: 'note', spans: true })
  expect(
    note?.kind === 'panel' && note.blocks.map((one) => one.kind === 'paragraph' && text(one.text)),
  ).toEqual(['编者按：甲。', '乙。'])
})

test('卷首语 stands before the sections of the publication, and is none of theirs', () => {
  const publication = `${PUBLICATION}sections: [动态]\n`
  const { issue, diagnostics } = reading(
    `${articleText('文。')}  卷首语:\n    - { title: 新年寄语, body: 祝好。 }\n`,
    publication,
  )
  expect(issue.sections.map(({ name }) => name)).toEqual(['卷首语', '动态'])
  expect(diagnostics).toEqual([])
})
