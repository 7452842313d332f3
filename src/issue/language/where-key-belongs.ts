import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts'
import { englishName } from './collections.ts'
import { articleTable, issueKeys } from './issue-keys.ts'
import type { KeyTable, Kind } from './kind.ts'
import { pictureTable } from './picture-keys.ts'
import { publicationKeys } from './publication-keys.ts'
import type { Wording } from './wording.ts'

/** Places that are named in a message; of a key with more it says nothing to know them all. */
const MOST_PLACES = 2

/** A key that none of its map's is, but that another place has: where it belongs. Any other is given back as it is. */
export function inItsPlace(one: Diagnostic): Diagnostic {
  const written = String(one.values.key ?? '')
  if (one.code !== 'E-UNKNOWN' || written === '' || one.values.sure) return one
  const places = placesOf(written)
  if (places.length === 0) return one
  const shown = places.slice(0, MOST_PLACES)
  const values = {
    key: written,
    askZh: `；它不写在这里，应写在${shown.map(({ zh }) => zh).join('，或')}`,
    askEn: ` here: it belongs ${shown.map(({ en }) => en).join(', or ')}`,
  }
  const { guess: _, ...rest } = one
  return { ...rest, ...diagnostic('E-UNKNOWN', one.span, values) }
}

/** Who does what: written below 人员 by any name, so that these words are no keys. */
const STAFF = /^(?:编辑|主编|副主编|责任编辑|责编|校对|编审|美编|排版|总编|staff|editor)$/i

function placesOf(written: string): readonly Wording[] {
  if (STAFF.test(written))
    return [
      publicationPlace([
        { zh: '报尾', en: 'colophon' },
        { zh: '人员', en: 'people' },
      ]),
    ]
  const roots: readonly (readonly [KeyTable, Wording])[] = [
    [articleTable, { zh: '一篇文章里（和“标题”对齐）', en: 'to an article (in line with its title)' }],
    [
      pictureTable,
      { zh: '“图片”的一张里（和“文件”对齐）', en: 'to a picture of images (in line with its src)' },
    ],
    [issueKeys.table, { zh: '期文件的最外层（不缩进）', en: 'to the issue itself (not indented)' }],
  ]
  const inIssue = roots.flatMap(([table, place]) => (englishName(written, table) ? [place] : []))
  return [...inIssue, ...inPublication(publicationKeys.table, [], written)]
}

/** Places in publication.yaml, the outermost first. */
function inPublication(table: KeyTable, above: readonly Wording[], written: string): readonly Wording[] {
  const here = englishName(written, table) === undefined ? [] : [publicationPlace(above)]
  const below = Object.entries(table).flatMap(([en, { zh, kind }]) => {
    const inner = tableIn(kind)
    return inner ? inPublication(inner, [...above, { zh, en }], written) : []
  })
  return [...here, ...below]
}

function publicationPlace(above: readonly Wording[]): Wording {
  if (above.length === 0)
    return {
      zh: ' publication.yaml 的最外层（只改这一期的，写在“改动”下面）',
      en: 'to publication.yaml (below override where it is for this issue only)',
    }
  const path = (language: 'zh' | 'en') => above.map((one) => one[language]).join('.')
  return { zh: ` publication.yaml 的“${path('zh')}”下面`, en: `below ${path('en')} in publication.yaml` }
}

function tableIn({ shape }: Kind<unknown>): KeyTable | null {
  if (shape.form === 'map') return shape.table
  if (shape.form === 'forms' && shape.map) return tableIn(shape.map)
  return null
}
