import { ChangeSet, Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { type AskToChange, Teller } from '../../src/preview/page/telling.ts'
import type { TypedStretch } from '../../src/preview/protocol.ts'

/** A program with one text, which it takes or not, and an editor that writes on it. */
function pair(text: string) {
  const program = { text, version: 1, asked: [] as string[], dead: 0, waits: Promise.resolve() }
  const editor = { text }
  const ask = async (name: 'edit' | 'change', what: Parameters<AskToChange>[1]) => {
    program.asked.push(name)
    await program.waits
    if (program.dead > 0) {
      program.dead -= 1
      return null
    }
    if ('text' in what) program.text = what.text
    else if (what.version !== program.version || what.length !== program.text.length) return { version: null }
    else program.text = changed(program.text, what.changes)
    program.version += 1
    return { version: program.version }
  }
  const teller = new Teller({ ask: ask as AskToChange, textOf: () => editor.text, by: 'me', patience: 1 })
  teller.hasVersion('a', 1)
  const type = (from: number, to: number, insert: string) => {
    const changes = ChangeSet.of([{ from, to, insert }], editor.text.length)
    editor.text = changes.apply(Text.of(editor.text.split('\n'))).toString()
    teller.typed('a', changes)
  }
  return { program, editor, teller, type }
}

function changed(text: string, changes: readonly TypedStretch[]): string {
  return changes.reduceRight((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text)
}

describe('what is typed is told', () => {
  test('as stretches; what is typed while the program is asked goes in one', async () => {
    const { program, editor, teller, type } = pair('甲乙\n丙丁')
    type(1, 1, '一')
    type(2, 3, '')
    type(0, 0, '首')
    await teller.settled()
    expect(program.text).toBe('首甲一\n丙丁')
    expect(program.text).toBe(editor.text)
    expect(program.asked).toEqual(['change', 'change'])
  })

  test('whole where the program has another text, or gave no answer and may have taken it or not', async () => {
    const { program, editor, teller, type } = pair('甲乙')
    program.version = 7
    type(1, 1, '一')
    await teller.settled()
    expect(program.asked).toEqual(['change', 'edit'])
    program.dead = 2
    type(0, 0, '二')
    await teller.settled()
    expect(program.asked.slice(2)).toEqual(['change', 'edit', 'edit'])
    type(0, 0, '三')
    await teller.settled()
    expect(program.asked.slice(5)).toEqual(['change'])
    expect(program.text).toBe(editor.text)
  })

  test('and nothing that is older, or meanwhile, is taken over', async () => {
    const { program, teller, type } = pair('甲')
    expect(teller.isOld('a', 1)).toBe(true)
    expect(teller.isOld('a', 2)).toBe(false)
    let answer = () => {}
    program.waits = new Promise<void>((settle) => {
      answer = settle
    })
    type(0, 0, '一')
    expect(teller.isTelling('a')).toBe(true)
    answer()
    await teller.settled()
    expect(teller.isTelling('a')).toBe(false)
    expect(teller.isOld('a', 2)).toBe(true)
  })
})
