import { expect, test } from 'vitest'
import { afterChange, type FileChange, TornPlace } from '../../src/issue/again/moved.ts'

const change: FileChange = { file: 'a.yaml', from: 10, to: 13, by: 4 }
const moved = (from: number, to: number, how = change) =>
  afterChange({ span: { file: 'a.yaml', from, to } }, how).span

test('places before a change stay, to where it begins; those behind move, from where it ends', () => {
  expect(moved(3, 10)).toEqual({ file: 'a.yaml', from: 3, to: 10 })
  expect(moved(10, 13)).toEqual({ file: 'a.yaml', from: 10, to: 17 })
  expect(moved(13, 20)).toEqual({ file: 'a.yaml', from: 17, to: 24 })
})

test('where something is put between, what ends there stays, and so does what begins there', () => {
  const between = { ...change, to: 10 }
  expect(moved(3, 10, between)).toEqual({ file: 'a.yaml', from: 3, to: 10 })
  expect(moved(10, 12, between)).toEqual({ file: 'a.yaml', from: 10, to: 16 })
})

test('a place within what was replaced is nowhere', () => {
  expect(() => moved(3, 12)).toThrow(TornPlace)
})

test('what has no place behind the change is the same object, and so is another file’s', () => {
  const early = { span: { file: 'a.yaml', from: 1, to: 10 }, texts: [{ file: 'b.yaml', from: 50, to: 60 }] }
  expect(afterChange(early, change)).toBe(early)
})
