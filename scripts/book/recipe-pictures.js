// Builds every recipe and puts a picture of its first page beside its heading, and all of them on the recipes' page.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sourceModule } from '../source-module.js'
import { fileOf } from './recipe-files.js'

/** Needs dist/ (npm run build) and pdftoppm; without pdftoppm the book has no such pictures. */
export async function makeRecipePictures({ root, site }) {
  if (!has('pdftoppm')) return console.warn('no pdftoppm (poppler-utils): recipes without pictures')
  const { recipesIn, wholeFiles, ISSUE_NAME } = await sourceModule(root, 'scripts/book/recipes/recipes.ts')
  const { render } = await import(pathToFileURL(join(root, 'dist/index.js')).href)
  const folder = join(site, 'recipes')
  mkdirSync(join(folder, 'pages'), { recursive: true })
  const all = []
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.md') && one !== 'index.md')) {
    const file = join(folder, name)
    let page = readFileSync(file, 'utf8')
    for (const recipe of recipesIn(page)) {
      const texts = new Map(wholeFiles(recipe).map((one) => [one.name, one.text]))
      const { products } = await render({
        publication: texts.get('publication.yaml'),
        issue: texts.get(ISSUE_NAME),
        files: (path) => texts.get(path) ?? fileOf(root, path),
        make: ['pdf'],
        names: { issue: ISSUE_NAME },
      })
      if (products.length === 0) throw new Error(`the recipe “${recipe.title}” does not build`)
      paint(products[0].bytes, join(folder, 'pages', recipe.id))
      const picture = `<img class="recipe-page" src="./pages/${recipe.id}.png" alt="${recipe.title}：第一页" width="190" loading="lazy">`
      page = page.replace(`{#${recipe.id}}\n`, `{#${recipe.id}}\n\n${picture}\n`)
      all.push({ ...recipe, page: name })
    }
    writeFileSync(file, page)
  }
  const index = join(folder, 'index.md')
  writeFileSync(index, readFileSync(index, 'utf8').replace('<!-- recipes -->', listOf(all)))
}

function listOf(all) {
  const items = all.map(
    ({ id, title, page }) =>
      `<li><a href="./${page.replace(/md$/, 'html')}#${id}"><img src="./pages/${id}.png" alt="" loading="lazy">${title}</a></li>`,
  )
  return `<ul class="recipe-list">\n${items.join('\n')}\n</ul>`
}

function paint(bytes, target) {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-book-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), bytes)
    const options = ['-r', '46', '-f', '1', '-l', '1', '-singlefile', '-png']
    execFileSync('pdftoppm', [...options, join(folder, 'page.pdf'), target])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function has(program) {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
