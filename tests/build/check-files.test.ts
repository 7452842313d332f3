import { expect, test } from 'vitest'
import { checkPlace } from '../../src/build/check-place.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { folderWith } from '../cli/project.ts'

async function checked(roster: string, words: string) {
  const root = folderWith({
    'publication.yaml':
      'bulletin: 1\nname: 城南简报\nissuer: 办公室\ncheck: { roster: 名录.txt, dictionaries: [词表.txt] }\n',
    'issues/2026-01.yaml':
      'date: 2026-01-05\nsections: { 动态: [{ title: 会议, body: 部长张三丰到会。, credit: 办公室 }] }\n',
    '名录.txt': roster,
    '词表.txt': words,
  })
  const { value: place } = findIssue('issues/2026-01.yaml', root)
  if (place === null) throw new Error('no issue')
  const { diagnostics, sources } = await checkPlace(place, {})
  return { sources, said: diagnostics.map(({ code, span, values }) => [code, span?.file, values.code]) }
}

test('control characters in the roster and in word lists are told with their place and source', async () => {
  const { said, sources } = await checked('张三丰,局\u0007长\n', '到\u001b会 => 出席\n')
  expect(said).toContainEqual(['E-CHAR', '名录.txt', 'U+0007'])
  expect(said).toContainEqual(['E-CHAR', '词表.txt', 'U+001B'])
  expect([...sources.keys()]).toEqual(expect.arrayContaining(['名录.txt', '词表.txt']))
})

test('what is not seen does not keep a name or a word from being found', async () => {
  const { said } = await checked('张\u200b三丰,局长\n', '到\u200b会 => 出席\n')
  const codes = said.map(([code]) => code)
  expect(codes).toEqual(expect.arrayContaining(['W-BIDI', 'W-ROSTER-TITLE', 'W-DICTIONARY']))
})
