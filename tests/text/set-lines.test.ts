import { expect, test } from 'vitest'
import { setLines } from '../../src/typography.ts'

function lines(text: string, measure: number): string[] {
  return setLines(text, { measure }).map((line) => line.text)
}

test('a point never begins a line: the character before it is pushed out', () => {
  expect(lines('一二三四，五六七八', 4)).toEqual(['一二三', '四，五六', '七八'])
})
