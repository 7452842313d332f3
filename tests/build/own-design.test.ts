import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { exitCodeOf } from '../../src/report/exit-code.ts'
import { folderWith } from '../cli/project.ts'
import { setIssue } from '../pages/built-issue.ts'

const FILES = {
  'publication.yaml': 'bulletin: 1\nname: 城南简报\nissuer: 城南区办公室\ndesign: ./版式/our-house.yaml\n',
  'issues/2026-01.yaml': 'date: 2026-01-05\nsections: { 动态: [{ title: 检修, body: 正文。 }] }\n',
  '版式/our-house.yaml': '基于: 单栏\n报头: { 五角星: 5毫米, 红线: 单线 }\n',
}

function buildIn(files: Readonly<Record<string, string>>) {
  const cwd = folderWith(files)
  return build({ cwd, issue: 'issues/2026-01.yaml' }).then((result) => ({ cwd, result }))
}

test('a design’s file is read with the issue, and what is watched has it', async () => {
  const { cwd, result } = await buildIn(FILES)
  expect(result.diagnostics.filter((one) => one.severity !== 'info')).toEqual([])
  expect(result.inputs).toContain(join(cwd, '版式/our-house.yaml'))
  expect([...result.sources.keys()]).toContain('版式/our-house.yaml')
  const plain = await buildIn({ ...FILES, '版式/our-house.yaml': '基于: 单栏\n' })
  expect(Buffer.compare(bytesOf(result), bytesOf(plain.result))).not.toBe(0)
})

function bytesOf(result: Awaited<ReturnType<typeof build>>): Uint8Array {
  return result.products[0]?.bytes ?? new Uint8Array()
}

test('the example is set without a word of complaint, in its own design', async () => {
  const { design, diagnostics, list } = await setIssue(
    join(import.meta.dirname, '../../examples/house-design/2026-03.yaml'),
  )
  expect(design.name).toBe('our-house.yaml')
  expect(diagnostics.filter((one) => one.severity !== 'info')).toEqual([])
  expect(list.pages).toHaveLength(2)
})

test('one that is not there is missing input, told where it is named', async () => {
  const { '版式/our-house.yaml': _, ...without } = FILES
  const { cwd, result } = await buildIn(without)
  expect(result.products).toEqual([])
  expect(result.diagnostics[0]).toMatchObject({ code: 'E-NO-DESIGN', span: { file: 'publication.yaml' } })
  expect(exitCodeOf(result.diagnostics, {})).toBe(3)
  expect(result.inputs).toContain(join(cwd, '版式/our-house.yaml'))
})
