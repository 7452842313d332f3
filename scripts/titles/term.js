/**
 * Writes src/text/clreq/titles/terms-listed.ts from terms.txt: terms of several words, each as the four signs of its
 * number. Run after a change to the terms: npm run titles
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sourceModule } from '../source-module.js'

const root = resolve(import.meta.dirname, '../..')
const target = join(root, 'src/text/clreq/titles/terms-listed.ts')
const { SIGNS } = await sourceModule(root, 'src/text/clreq/titles/clinging.ts')
const { wordsIn } = await sourceModule(root, 'src/text/dictionary/words-in.ts')
const { numberOfTerm, TERM_SIGNS } = await sourceModule(root, 'src/text/clreq/titles/terms.ts')

const signsOf = (term) => {
  const number = numberOfTerm(term)
  return Array.from({ length: TERM_SIGNS }, (_, i) =>
    SIGNS.charAt(Math.floor(number / 64 ** (TERM_SIGNS - 1 - i)) % 64),
  ).join('')
}

/** Terms of a class, once each; what the dictionary has as one word needs no place here. */
function listed(name) {
  const lines = readFileSync(join(import.meta.dirname, 'terms.txt'), 'utf8').split('\n')
  const terms = lines
    .map((line) => line.split(' '))
    .filter(([first]) => first === name)
    .flatMap(([, ...words]) => words)
  return [...new Set(terms)].filter((term) => wordsIn(term).length > 1)
}

const constant = (terms) => {
  const rows = terms
    .map(signsOf)
    .join('')
    .match(/.{1,100}/g)
  return rows.map((row) => `  '${row}'`).join(' +\n')
}

const nouns = listed('noun')
const verbals = listed('verbal')
writeFileSync(
  target,
  `// Made by scripts/titles/term.js from scripts/titles/terms.txt.

/** Terms that are nouns, four signs each, see terms.ts. */
export const NOUNS =
${constant(nouns)}

/** Terms that are as often the name of an act as the act. */
export const VERBALS =
${constant(verbals)}
`,
)
console.log(`${nouns.length} and ${verbals.length} terms`)
