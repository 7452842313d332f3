import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnostic } from '../../src/base/diagnostic.ts'
import { writeNewFiles } from '../../src/project/write-new-file.ts'
import { folderWith } from '../cli/project.ts'

const names = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

describe('several new files', () => {
  test('are all there, or none: what was made is taken away with its folders', async () => {
    const folder = folderWith({ 'kept.txt': 'a', file: 'b' })
    const files = ['new/deep/a.yaml', 'kept/a.yaml', 'b.yaml', 'file/c.yaml']
    const faults = await writeNewFiles(
      files.map((name) => ({ path: join(folder, name), text: 'x' })),
      folder,
      folder,
    )
    expect(faults).toHaveLength(1)
    expect(names(folder)).toEqual(['file', 'kept.txt'])
  })

  test('are taken away when what belongs to them fails; a folder that is used meanwhile stays', async () => {
    const folder = folderWith({ 'kept.txt': 'a' })
    const faults = await writeNewFiles(
      [{ path: join(folder, 'a/b.txt'), text: 'x' }],
      folder,
      folder,
      async () => {
        writeFileSync(join(folder, 'a/other.txt'), 'y')
        return [diagnostic('E-WRITE-FULL', null, { file: 'x' })]
      },
    )
    expect(faults.map((one) => one.code)).toEqual(['E-WRITE-FULL'])
    expect(names(folder)).toEqual(['a', join('a', 'other.txt'), 'kept.txt'])
  })

  test('stay when all is well, and none is written over another', async () => {
    const folder = folderWith({ 'a.txt': 'old' })
    const write = (name: string) => writeNewFiles([{ path: join(folder, name), text: 'new' }], folder, folder)
    expect(await write('b.txt')).toEqual([])
    expect((await write('a.txt')).map((one) => one.code)).toEqual(['E-EXISTS'])
    expect([readFileSync(join(folder, 'a.txt'), 'utf8'), existsSync(join(folder, 'b.txt'))]).toEqual([
      'old',
      true,
    ])
  })

  test('of two at once one at most has them, and the other takes nothing of its away', async () => {
    for (let round = 0; round < 8; round += 1) {
      const folder = folderWith({})
      const write = (text: string, names: readonly string[]) =>
        writeNewFiles(
          names.map((name) => ({ path: join(folder, name), text })),
          folder,
          folder,
        )
      const faults = await Promise.all([write('one', ['a', 'b']), write('two', ['a', 'b'])])
      const texts = names(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
      const done = ['one', 'two'].filter((_, at) => faults[at]?.length === 0)
      expect(done.length).toBeLessThan(2)
      expect(texts).toEqual(done.flatMap((text) => [text, text]))
      for (const { code } of faults.flat()) expect(code).toBe('E-EXISTS')
    }
  })
})
