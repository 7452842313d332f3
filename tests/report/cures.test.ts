import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/base/catalogue.ts'
import type { MessageText } from '../../src/base/message-text.ts'
import { colonProblems, linkProblems, yamlProblems } from '../../src/base/messages/issue-words.ts'
import { commands, globalOptions } from '../../src/cli/command-table.ts'
import { isKeyName } from '../../src/issue/lines/key-names.ts'
import { findExplanation } from '../../src/report/explain/find-explanation.ts'

/** Everything that is said to an editor of what to do, by code. */
async function cures(
  languages: readonly ('zh' | 'en')[] = ['zh', 'en'],
): Promise<readonly (readonly [code: string, text: string])[]> {
  const all = Object.entries(catalogue() as Readonly<Record<string, MessageText>>)
  const explained = await Promise.all(all.map(([code]) => findExplanation(code)))
  const problems = Object.entries({ ...yamlProblems, ...linkProblems, ...colonProblems })
  return languages.flatMap((language) => [
    ...all.flatMap(([code, one], at) => {
      const explanation = explained[at]
      // Of an example only what it is to become is advice.
      const example = explanation?.example.split('→').slice(1).join('\n')
      const told =
        language === 'zh'
          ? [one.zh, one.hintZh, explanation?.cureZh, example]
          : [one.en, one.hintEn, explanation?.cureEn]
      return told.map((text) => [code, text ?? ''] as const)
    }),
    ...problems.map(([code, words]) => [code, words[language]] as const),
  ])
}

function matches(texts: readonly (readonly [string, string])[], pattern: RegExp): readonly string[] {
  return texts.flatMap(([code, text]) => [...text.matchAll(pattern)].map((one) => `${code}: ${one[1]}`))
}

const named = (found: string) => found.slice(found.indexOf(': ') + 2)

describe('what an editor is told to do', () => {
  test('names only commands that there are', async () => {
    const names = commands.map((one) => one.name)
    const found = matches(await cures(), /jianbao (?!itself)([a-z]+)/g)
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter((one) => !names.includes(named(one)))).toEqual([])
  })

  test('names only options that there are', async () => {
    const flags = [...globalOptions, ...commands.flatMap((one) => one.options)]
      .map((one) => one.flags)
      .join(' --help ')
    const found = matches(await cures(), /(?<![-\w])(--?[a-z][a-z-]*)/g)
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter((one) => !new RegExp(`${named(one)}(?![a-z-])`).test(flags))).toEqual([])
  })

  test('names only keys that there are', async () => {
    // An English sentence has colons of its own.
    const found = matches(await cures(['zh']), /(?<![\w./:-])([a-z][a-z_]+):(?!\/)/g)
    expect(found.length).toBeGreaterThan(40)
    expect(found.filter((one) => !isKeyName(named(one)) && !NO_KEYS.includes(named(one)))).toEqual([])
  })

  test('names only keys that there are, by their places', async () => {
    const found = matches(await cures(), /(?<![\w./:@-])([a-z][a-z_]+(?:\.[a-z][a-z_]+)+)(?![\w/])/g).filter(
      (one) => !/\.(?:yaml|md|txt|jpg|png|docx|tt[cf]|otf|pdf|json|lock|icc|icm)$/.test(one),
    )
    expect(
      found.flatMap((one) =>
        named(one)
          .split('.')
          .filter((part) => !isKeyName(part))
          .map(() => one),
      ),
    ).toEqual([])
  })
})

/** Addresses, and words before a colon. */
const NO_KEYS: readonly string[] = ['https', 'http', 'mailto', 'tel', 'span', 'turn']
