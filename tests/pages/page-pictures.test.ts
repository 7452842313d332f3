import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exampleIssue, setIssue, smallIssue } from './built-issue.ts'
import {
  difference,
  keep,
  keepDifference,
  kept,
  type Picture,
  pageFile,
  picturesOf,
  TOLERANCE,
} from './page-pictures.ts'
import { hasTool } from './tools.ts'

const CASES = resolve(import.meta.dirname, '../cases/pages')
const KEPT = resolve(import.meta.dirname, '../golden/pictures')
const DIFFERENCES = resolve(import.meta.dirname, '../../output/page-differences')

const poppler = hasTool('pdftoppm')
if (!poppler) process.stderr.write('poppler-utils is not installed: pictures of pages are not compared\n')

const folder = mkdtempSync(join(tmpdir(), 'jianbao-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cases = readdirSync(CASES)
  .filter((name) => name.endsWith('.yaml') && name !== 'publication.yaml')
  .map((name) => [name.replace('.yaml', ''), join(CASES, name), {}] as const)

const documents = [
  ...cases,
  ['example', exampleIssue, {}],
  ['example-classic', exampleIssue, { design: 'classic' }],
  ['small', smallIssue, {}],
  ['small-official', smallIssue, { design: 'official' }],
] as const

async function painted(file: string, sets: Readonly<Record<string, string>>): Promise<string> {
  const pdf = join(mkdtempSync(join(folder, 'pdf-')), 'pages.pdf')
  writeFileSync(pdf, await (await setIssue(file, sets)).paint())
  return pdf
}

/** Where pages differ from what was kept; a picture of each lies in output/page-differences then. */
async function differences(name: string, was: readonly Picture[], is: readonly Picture[]): Promise<string[]> {
  const said: string[] = []
  for (const [page, picture] of is.entries()) {
    const before = was[page]
    const most = before ? difference(before, picture) : 255
    if (most <= TOLERANCE) continue
    const file = join(DIFFERENCES, `${name}-${page + 1}.png`)
    await keepDifference(file, before ?? picture, picture)
    said.push(`page ${page + 1} differs by ${Math.round(most)}: ${file}`)
  }
  return said
}

/** Renewed by `npm run bless`; look at each picture that git calls changed. */
describe.skipIf(!poppler)('pages look as they did', () => {
  test.each(documents)('%s', async (name, file, sets) => {
    const is = await picturesOf(await painted(file, sets), 'pdftoppm')
    const stem = join(KEPT, name)
    const was = await kept(stem)
    if (process.env.BLESS) {
      const renewed =
        was.length !== is.length || is.some((one, page) => difference(was[page] as Picture, one) > TOLERANCE)
      if (renewed) for (const [page, picture] of is.entries()) await keep(pageFile(stem, page), picture)
      for (let page = is.length; page < was.length; page += 1) rmSync(pageFile(stem, page))
      return
    }
    expect(await differences(name, was, is)).toEqual([])
    expect(is).toHaveLength(was.length)
  })
})

/** What the tolerance lets through and what not. */
describe.skipIf(!poppler)('the comparison', () => {
  const stem = 'masthead-logo'
  const file = join(CASES, `${stem}.yaml`)

  /** The case's page with one of its lines moved down. */
  async function withLineMoved(by: number): Promise<Picture> {
    const set = await setIssue(file)
    const items = set.list.pages[0]?.items ?? []
    const line = items.filter((item) => item.kind === 'glyphs').find((run) => run.xs.length > 15)
    ;(line as { y: number }).y += by
    const pdf = join(mkdtempSync(join(folder, 'pdf-')), 'pages.pdf')
    writeFileSync(pdf, await set.paint())
    return (await picturesOf(pdf, 'pdftoppm'))[0] as Picture
  }

  test('sees a line of text that is two points lower', async () => {
    const [was] = await kept(join(KEPT, stem))
    expect(difference(was as Picture, await withLineMoved(2))).toBeGreaterThan(TOLERANCE)
  })

  test('does not see which of poppler’s two renderers made the picture', async () => {
    const [was] = await kept(join(KEPT, stem))
    const [other] = await picturesOf(await painted(file, {}), 'pdftocairo')
    expect(difference(was as Picture, other as Picture)).toBeLessThanOrEqual(TOLERANCE)
  })
})
