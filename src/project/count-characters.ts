/** Letters and digits that belong together: “GDP”, “3.5”, “e-mail”. */
const WORD =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]+(?:[.,'’@/-][\p{Script=Latin}\p{Nd}]+)*/gu
/** Blanks, and signs that are not seen. */
const UNSEEN = /[\s\p{Z}\p{C}]/gu

/**
 * 字数 as office software counts it: each Han character and each mark is one, each word of letters or number of
 * digits is one, blanks are none.
 */
export function countCharacters(text: string): number {
  let words = 0
  const rest = text.replace(WORD, () => {
    words += 1
    return ''
  })
  return words + [...rest.replace(UNSEEN, '').replace(/\p{M}/gu, '')].length
}
