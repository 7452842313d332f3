import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { COMBINATIONS } from './combinations.ts'
import { CORPUS } from './corpus.ts'
import { docx, p, SENTENCE, title } from './docx-parts.ts'
import { imported } from './imported.ts'
import { chance, damaged, distorted } from './mutations.ts'
import { libreOfficeFiles } from './other-makers.ts'

/** More of them by hand: `IMPORT_FUZZ=3000 npx vitest run tests/importers/fuzz.test.ts`. */
const COUNT = Number(process.env.IMPORT_FUZZ ?? 240)

/** What reading may add to the memory of the tests. */
const MOST_BYTES = 500 * 1024 * 1024
const MAIL = new TextEncoder().encode(
  `From: a@b.cn\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>${SENTENCE}</p>\r\n--x\r\nContent-Disposition: attachment; filename="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(SENTENCE).toString('base64')}\r\n--x--\r\n`,
)

test('damaged and senseless files give articles, or a message of their kind; no fault of ours', async () => {
  const whole = [
    ...[...CORPUS, ...COMBINATIONS].map((one) => ['来稿.docx', docx(one.parts)] as const),
    ['来稿.eml', MAIL] as const,
    ['来稿.zip', zipSync({ '水务集团/稿.docx': docx({ body: title('供水保障') + p(SENTENCE) }) })] as const,
    ...Object.entries(libreOfficeFiles()),
  ]
  const codes = new Set<string>()
  let articles = 0
  let most = 0
  const before = process.memoryUsage().rss
  for (let seed = 0; seed < COUNT; seed += 1) {
    const next = chance(seed)
    const [name, bytes] = whole[next(whole.length)] as (typeof whole)[number]
    const changed = name.endsWith('.docx') && next(3) > 0 ? distorted(bytes, next) : damaged(bytes, next)
    const found = await imported({ [name]: changed })
    expect(found.readDiagnostics.filter((one) => one.severity === 'error')).toEqual([])
    for (const one of found.diagnostics) codes.add(one.code)
    articles += found.plan.written.length
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  expect([...codes].filter((code) => !/^E-(?:IMPORT-|BOMB$)/.test(code))).toEqual([])
  expect(articles).toBeGreaterThan(COUNT / 4)
  expect(most).toBeLessThan(MOST_BYTES)
}, 600_000)
