import { issueKeys } from '../../src/issue/language/issue-keys.ts'
import type { KeyTable, Kind } from '../../src/issue/language/kind.ts'
import { publicationKeys } from '../../src/issue/language/publication-keys.ts'

/** Every key of both files by its dotted path; `*` stands for an item of a list or a name of the editor's own. */
export function keyPaths(): readonly string[] {
  return [
    ...pathsOf(publicationKeys.table, ''),
    ...pathsOf(issueKeys.table, 'issue.').filter((path) => !path.startsWith('issue.override.')),
  ]
}

function pathsOf(table: KeyTable, above: string): readonly string[] {
  return Object.entries(table).flatMap(([name, { kind }]) => {
    const inner = [...new Set(below(kind, `${above}${name}.`))]
    return [`${above}${name}`, ...inner]
  })
}

function below({ shape }: Kind<unknown>, above: string): readonly string[] {
  switch (shape.form) {
    case 'map':
      return pathsOf(shape.table, above)
    case 'list':
      return below(shape.items, `${above}*.`)
    case 'named':
      return below(shape.values, `${above}*.`)
    case 'forms':
      return [shape.text, shape.list, shape.map].flatMap((kind) => (kind ? below(kind, above) : []))
    default:
      return []
  }
}
