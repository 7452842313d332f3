import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandsIn, ISSUE_NAME, wholeFiles } from '../../scripts/book/recipes/recipes.ts'
import type { commands } from '../../src/cli/command-table.ts'
import { program } from '../../src/cli/program.ts'
import { valueFault } from '../../src/cli/usage.ts'
import { readIssue } from '../../src/issue/read-issue.ts'
import { ROOT, recipes } from './recipes.ts'

/** What is said of a recipe's files when they are read. */
function said(recipe: (typeof recipes)[number]): readonly string[] {
  const files = new Map(wholeFiles(recipe).map((one) => [one.name, { file: one.name, text: one.text }]))
  const { value, diagnostics } = readIssue({
    publication: files.get('publication.yaml') ?? null,
    issue: files.get(ISSUE_NAME) as { file: string; text: string },
    others: [],
    article: (path) => ({ value: files.get(path) ?? null, diagnostics: [] }),
  })
  return [
    ...(value === null ? ['not read'] : []),
    ...diagnostics.map((one) => `${one.code} ${JSON.stringify(one.values)}`),
  ]
}

describe('the recipes', () => {
  test('are forty and more, each with a name of its own', () => {
    expect(recipes.length).toBeGreaterThanOrEqual(40)
    expect(new Set(recipes.map((one) => one.id)).size).toBe(recipes.length)
  })

  test.each(recipes)('$title: is read without a word', (recipe) => {
    expect(said(recipe)).toEqual([])
  })

  test('show YAML that is looked at: what is wrong is said', () => {
    const files = [{ name: 'publication.yaml', text: '页面: { 栏书: 3 }\n' }]
    expect(said({ id: 'x', title: 'x', files, commands: [] }).join()).toMatch(/栏书/)
  })
})

/** Why the command line takes a line not; null when it does. */
async function refused(line: string): Promise<string | null> {
  const words = line
    .split(' ')
    .slice(1)
    .map((word) => word.replace(/^["']|["']$/g, ''))
  let fault: string | null = 'no command'
  const chosen = async (
    row: (typeof commands)[number],
    { args, options }: { args: readonly string[]; options: Record<string, unknown> },
  ) => {
    fault = valueFault(row, args, options)?.code ?? null
  }
  try {
    await program('zh', chosen as never, words).parseAsync(words, { from: 'user' })
  } catch (error) {
    return String(error)
  }
  return fault
}

const book = readdirSync(join(ROOT, 'docs/book'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
)
const lines = book.flatMap((name) =>
  commandsIn(readFileSync(join(ROOT, 'docs/book', name), 'utf8')).map((line) => ({ name, line })),
)

describe('the command lines of the book', () => {
  test('are there', () => expect(lines.length).toBeGreaterThan(20))
  test.each(lines)('$line is taken', async ({ line }) => {
    expect(await refused(line)).toBe(null)
  })
  test('are looked at: an option that is none is refused', async () => {
    expect(await refused('jianbao build --mak pdf')).toMatch(/unknown option/)
    expect(await refused('jianbao build --make epub')).not.toBe(null)
  })
})
