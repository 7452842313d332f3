import { expect, test } from 'vitest'
import { fileOf } from '../../scripts/book/recipe-files.js'
import { ISSUE_NAME, wholeFiles } from '../../scripts/book/recipes/recipes.ts'
import { render } from '../../src/build/render.ts'
import { formatDiagnostic } from '../../src/report/report.ts'
import { ROOT, recipes } from './recipes.ts'

/** What a recipe is about may be said: that a font or a place is still wanting. */
const TOLD: Readonly<Record<string, readonly string[]>> = {}

test.each(recipes.filter((one) => one.files.length > 0))(
  '$title: builds',
  async (recipe) => {
    const texts = new Map(wholeFiles(recipe).map((one) => [one.name, one.text]))
    const { ok, pages, diagnostics, sources } = await render({
      publication: texts.get('publication.yaml') as string,
      issue: texts.get(ISSUE_NAME) as string,
      files: (path: string) => texts.get(path) ?? fileOf(ROOT, path),
      names: { issue: ISSUE_NAME },
    })
    const said = diagnostics
      .filter((one) => one.severity !== 'info' && !TOLD[recipe.id]?.includes(one.code))
      .map((one) => formatDiagnostic(one, sources))
    expect(said).toEqual([])
    expect([ok, pages > 0]).toEqual([true, true])
  },
  60_000,
)
