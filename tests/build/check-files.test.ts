import { expect, test } from 'vitest'
import { checkPlace } from '../../src/build/check-place.ts'
import { build } from '../../src/index.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { png } from '../assets/pictures.ts'
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

test('of a picture that is not there nothing is said but that, by build and check; one that is there wants its words', async () => {
  const root = folderWith({
    'publication.yaml': 'bulletin: 1\nname: 城南简报\nissuer: 办公室\n',
    'issues/2026-01.yaml': `date: 2026-01-05
sections:
  动态:
    - { title: 会议, body: 会议开了半天。, images: [{ src: 会场.png }, { src: 合影.jpg }, { src: 合影.jpg }], credit: 办公室 }
`,
    'issues/会场.png': png(),
  })
  const { value: place } = findIssue('issues/2026-01.yaml', root)
  if (place === null) throw new Error('no issue')
  const checked = await checkPlace(place, {})
  const built = await build({ cwd: root, issue: 'issues/2026-01.yaml' })
  for (const { diagnostics } of [checked, built])
    expect(
      diagnostics
        .filter(({ code }) => /^(?:E-|W-ALT)/.test(code))
        .map(({ code, values }) => [code, values.src ?? values.file]),
    ).toEqual([
      ['W-ALT', 'issues/会场.png'],
      ['E-MISSING', '合影.jpg'],
    ])
})
