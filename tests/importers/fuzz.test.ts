import { expect, test } from 'vitest'
import { CORPUS } from './corpus.ts'
import { docx } from './docx-parts.ts'
import { imported } from './imported.ts'
import { chance, damaged, distorted } from './mutations.ts'
import { libreOfficeFiles } from './other-makers.ts'

/** More of them by hand: `IMPORT_FUZZ=3000 npx vitest run tests/importers/fuzz.test.ts`. */
const COUNT = Number(process.env.IMPORT_FUZZ ?? 240)

test('damaged and senseless files give articles, or a message of their kind; no fault of ours', async () => {
  const whole = [
    ...CORPUS.map((one) => ['来稿.docx', docx(one.parts)] as const),
    ...Object.entries(libreOfficeFiles()),
  ]
  const codes = new Set<string>()
  let articles = 0
  for (let seed = 0; seed < COUNT; seed += 1) {
    const next = chance(seed)
    const [name, bytes] = whole[next(whole.length)] as (typeof whole)[number]
    const changed = name.endsWith('.docx') && next(3) > 0 ? distorted(bytes, next) : damaged(bytes, next)
    const found = await imported({ [name]: changed })
    expect(found.readDiagnostics.filter((one) => one.severity === 'error')).toEqual([])
    for (const one of found.diagnostics) codes.add(one.code)
    articles += found.plan.written.length
  }
  expect([...codes].filter((code) => !/^E-(?:IMPORT-|BOMB$)/.test(code))).toEqual([])
  expect(articles).toBeGreaterThan(COUNT / 4)
}, 600_000)
