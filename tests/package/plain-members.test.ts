import { expect, test } from 'vitest'
import { withPlainMembers } from '../../scripts/plain-members.js'

test('private members become plain ones of the same length; text and patterns that look alike stay', () => {
  const code =
    "class A { readonly #at = 1; async #go(): Promise<number> { return this.#at } red = '#c00 this.#at' } // .#at"
  expect(withPlainMembers(code)).toBe(
    "class A { readonly $at = 1; async $go(): Promise<number> { return this.$at } red = '#c00 this.#at' } // .#at",
  )
})

test.each([
  'class A { #at = 1; static is(one: object) { return #at in one } }',
  'class A { #at = 1; constructor(readonly $at: number) {} }',
])('what would be something else then is refused: %s', (code) => {
  expect(() => withPlainMembers(code)).toThrow()
})
