import { describe, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { checkPlace } from '../../src/build/check-place.ts'
import type { ProductKind } from '../../src/build/product-kinds.ts'
import { render } from '../../src/build/render.ts'
import { findIssue } from '../../src/project/find-issue.ts'
import { placeOf } from '../../src/report/report-json.ts'
import { png } from '../assets/pictures.ts'
import { folderWith } from '../cli/project.ts'

/** What is said of something points at the line where it is written, in whatever file that is. */

const PUBLICATION = 'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心\nsections: [要闻]\n'
const ISSUE = 'date: 2026-06-15\nnumber: 1\nsections:\n  要闻:\n    - file: a.md\n'
const ARTICLE = '---\ntitle: 书房开放\n---\n书房于五月开放。\n'
const PAGES = `${ARTICLE}\n${'书房于五月开放，读者可以借阅图书。'.repeat(200)}\n`
const RARE = '\u{30edd}'

type Files = Readonly<Record<string, string | Uint8Array>>

async function placesOf(files: Files, make: readonly ProductKind[]): Promise<readonly string[]> {
  const all: Files = { 'publication.yaml': PUBLICATION, 'issue.yaml': ISSUE, 'a.md': ARTICLE, ...files }
  const { diagnostics, sources } = await render({
    publication: all['publication.yaml'] as string,
    issue: all['issue.yaml'] as string,
    files: all,
    make,
  })
  return diagnostics.map((one) => {
    const place = placeOf(one, sources)
    return `${one.code} ${place === null ? 'nowhere' : `${place.file}:${place.line}:${place.column}`}`
  })
}

const inPublication = (more: string): Files => ({ 'publication.yaml': PUBLICATION + more })
const inFront = (more: string): Files => ({ 'a.md': ARTICLE.replace('---\n书', `${more}\n---\n书`) })

describe('a place', () => {
  test.each<[string, Files, string, ProductKind[]?]>([
    ['the name', { 'publication.yaml': PUBLICATION.replace('简', RARE) }, 'W-NO-GLYPH publication.yaml:2:9'],
    ['the colophon', inPublication(`colophon: { send_to: 张${RARE} }\n`), 'W-NO-GLYPH publication.yaml:5:23'],
    ['the folio', inPublication(`page: { number: "{page}${RARE}" }\n`), 'W-NO-GLYPH publication.yaml:5:24'],
    ['a caption', inFront(`images: [{ placeholder: 待补, caption: ${RARE} }]`), 'W-NO-GLYPH a.md:3:38'],
    ['a logo', inPublication('masthead: { logo: no.png }\n'), 'E-MISSING publication.yaml:5:19'],
    [
      'a logo that is no picture',
      { ...inPublication('报头:\n  徽标: a.png\n'), 'a.png': new TextEncoder().encode('abc') },
      'E-IMAGE-UNKNOWN publication.yaml:6:7',
    ],
    ['no picture', inPublication('masthead: { style: image }\n'), 'W-MASTHEAD-IMAGE publication.yaml:5:20'],
    [
      'a style of an issue',
      { 'issue.yaml': `${ISSUE}override:\n  masthead: { style: image }\n` },
      'W-MASTHEAD-IMAGE issue.yaml:7:22',
    ],
    [
      'a setting of a design',
      {
        ...inPublication('design: ./d.yaml\n'),
        'd.yaml': 'based_on: two-column\nmasthead:\n  style: image\n',
      },
      'W-MASTHEAD-IMAGE d.yaml:3:10',
    ],
    [
      'a running head',
      { ...inPublication(`page:\n  header: ${'书'.repeat(400)}\n`), 'a.md': PAGES },
      'E-TEXT-OUTSIDE publication.yaml:6:11',
    ],
    [
      'a name as running head',
      { 'publication.yaml': PUBLICATION.replace('柳溪简报', '柳溪简报'.repeat(120)), 'a.md': PAGES },
      'E-TEXT-OUTSIDE publication.yaml:2:7',
    ],
    ['pages', { 'issue.yaml': `页数: 1\n${ISSUE}`, 'a.md': PAGES }, 'W-PAGES-OVER issue.yaml:1:5'],
    [
      'a size',
      inPublication('output: { max_size: 1KB }\n'),
      'W-MAX-SIZE-TEXT publication.yaml:5:21',
      ['pdf'],
    ],
    [
      'an attachment',
      inPublication('output: { archive: { standard: A-1b, attach: sources } }\n'),
      'W-ARCHIVE-ATTACH publication.yaml:5:46',
      ['archive'],
    ],
    ['a status', { 'issue.yaml': `${ISSUE}status: review\n` }, 'W-UNFIT-STATUS issue.yaml:6:9', ['print']],
    [
      'a coarse picture',
      { ...inFront('images: [{ src: a.png, alt: 书房 }]'), 'a.png': png({ width: 60, height: 40 }) },
      'W-PRINT-PPI a.md:3:17',
      ['print'],
    ],
    ['an empty article', { 'a.md': '' }, 'E-BLANK-FILE a.md:1:1'],
  ])('of %s', async (_, files, wanted, make = []) => {
    expect(await placesOf(files, make)).toContain(wanted)
  })

  test('of a list that is not there, and of a folder outside', async () => {
    const folder = folderWith({
      'publication.yaml': `${PUBLICATION}check: { dictionaries: [no.txt] }\noutput: { dir: ../x }\n`,
      'issues/1.yaml': ISSUE,
      'issues/a.md': ARTICLE,
    })
    const { value: place } = findIssue('issues/1.yaml', folder)
    if (place === null) throw new Error('no issue')
    const checked = await checkPlace(place, { sets: [] })
    const built = await build({ cwd: folder, issue: 'issues/1.yaml' })
    const told = [...checked.diagnostics, ...built.diagnostics].filter((one) => one.severity === 'error')
    expect(told.map((one) => [one.code, placeOf(one, built.sources)?.line])).toEqual([
      ['E-MISSING', 5],
      ['E-OUTPUT-OUTSIDE', 6],
    ])
  })
})
