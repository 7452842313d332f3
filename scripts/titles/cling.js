/**
 * Writes src/text/clreq/titles/clinging-rows.ts from clinging.txt: rows of words that cling, each word as the three signs of
 * its number. Run after a change to the rows: npm run titles
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sourceModule } from '../source-module.js'

const root = resolve(import.meta.dirname, '../..')
const { signsOfWord } = await sourceModule(root, 'src/text/clreq/titles/clinging.ts')

const rows = readFileSync(join(import.meta.dirname, 'clinging.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [firsts, seconds, ...more] = line.split(' > ').map((words) =>
      words
        .split(' ')
        .map((word) => signsOfWord(word))
        .join(''),
    )
    if (firsts === undefined || seconds === undefined || more.length > 0)
      throw new Error(`clinging.txt: ${line}`)
    return `  '${firsts}>${seconds}',`
  })

writeFileSync(
  join(root, 'src/text/clreq/titles/clinging-rows.ts'),
  `// Made by scripts/titles/cling.js from scripts/titles/clinging.txt.

/** The first words of each row and, behind >, the second: three signs each, see clinging.ts. */
export const ROWS: readonly string[] = [
${rows.join('\n')}
]
`,
)
console.log(`${rows.length} rows of words that cling`)
