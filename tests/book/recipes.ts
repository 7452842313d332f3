import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Recipe, recipesIn } from '../../scripts/book/recipes/recipes.ts'

export const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'docs/book/recipes')

/** Every recipe of the book. */
export const recipes: readonly Recipe[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md') && name !== 'index.md')
  .flatMap((name) => recipesIn(readFileSync(join(FOLDER, name), 'utf8')))
