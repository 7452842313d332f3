/**
 * Writes src/text/dictionary/word-table.ts: words of written Chinese with their frequency, for titles to turn at.
 * Run after a change to its rules or to additions.txt: npm run words
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { download, sha256, unpack } from '../pinned-package.js'
import { chooseWords } from './choose-words.js'
import { CLASSES, encode } from './encode.js'

const SOURCE = {
  spec: '@node-rs/jieba@2.0.3',
  path: 'package/dict.txt',
  sha256: '139519822fe8ab9e10d9d07e68ea0451045380aedaf54ecc51e2a28c6b42a13f',
}

function getDictionary() {
  const bytes = unpack(download(SOURCE.spec), [SOURCE.path]).get(SOURCE.path)
  if (bytes === undefined || sha256(bytes) !== SOURCE.sha256)
    throw new Error(`${SOURCE.spec}: ${SOURCE.path} has changed`)
  return bytes.toString('utf8')
}

/** A text file's lines without those that begin with #. */
function lines(path) {
  const text = readFileSync(resolve(import.meta.dirname, path), 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

/** A string constant of many lines, in the quotation marks that the formatter wants. */
function constant(name, text) {
  const parts = text.match(/.{1,100}/g).map((line) => (line.includes("'") ? `  "${line}"` : `  '${line}'`))
  return `export const ${name} =\n${parts.join(' +\n')}\n`
}

const known = new Set(lines('../fonts/tongyong.txt').join(''))
const ownClasses = lines('classes.txt').flatMap((line) => {
  const [name, ...words] = line.split(' ')
  if (!CLASSES.includes(name)) throw new Error(`classes.txt: ${name}`)
  return words.map((text) => [text, name])
})
const classed = ownClasses.map(([text]) => text)
const twice = classed.filter((text, at) => classed.indexOf(text) !== at)
if (twice.length > 0) throw new Error(`classes.txt has two classes for ${twice.join(' ')}`)
const additions = [
  ...lines('additions.txt').flatMap((line) => line.split(' ')),
  ...classed.filter((text) => text.length > 1),
]
for (const text of additions)
  if (text.length < 2 || text.length > 4 || [...text].some((one) => !known.has(one)))
    throw new Error(`additions.txt or classes.txt: ${text}`)
const chosen = chooseWords(getDictionary(), known, additions, ownClasses)
const table = encode(chosen)

writeFileSync(
  join(import.meta.dirname, '../../src/text/dictionary/word-table.ts'),
  `// Made by scripts/words/build-words.js from dict.txt of ${SOURCE.spec} (SHA-256 ${SOURCE.sha256}),
// which is the dictionary of jieba; MIT License, © 2013 Sun Junyi, © 2020-present LongYinan, see LICENSE.txt. Changed:
// only the common words of 2 to 4 characters, their counts as prices, their marks as nine classes, and the words of
// scripts/words/additions.txt and classes.txt.

/** For every six code points from U+4E00 on: a sign whose bits tell which are listed; in two signs how many are before. */
${constant('CHARACTERS', table.characters)}
/** For each listed character: in three signs where its words begin; a sign of its own price, and whether it has longer words. */
${constant('GROUPS', table.groups)}
/** A character's words without it. If it has longer ones, first the number of pairs and of words of three, two signs each. */
${constant('WORDS', table.words)}
/** The characters' classes, and those of the entries of WORDS by a third of their offset: two a sign, 9 × first + second. */
${constant('CLASSES_OF_CHARACTERS', table.classesOfCharacters)}
${constant('CLASSES_OF_WORDS', table.classesOfWords)}`,
)
const count = (length) => [...chosen.words.keys()].filter((one) => one.length === length).length
console.log(
  count(2),
  count(3),
  count(4),
  'words of 2, 3, 4;',
  Object.values(table)
    .map((one) => one.length)
    .join(' + '),
  'signs',
)
