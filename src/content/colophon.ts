import type { Colophon } from '../issue/issue.ts'
import { codeAlternative } from './alternative.ts'
import type { Arrangement } from './arrangement.ts'
import type { ColophonOf, StyledText } from './block.ts'
import { plainText } from './styles.ts'

type Row = ColophonOf<StyledText>['rows'][number]

/** 报尾: 报、送、发, people, contact and the number of copies; null when the publication has none. */
export function arrangeColophon(arrangement: Arrangement): ColophonOf<StyledText> | null {
  const { colophon } = arrangement.issue.publication
  if (colophon === null) return null
  const rows = [
    ...receivers(arrangement, colophon),
    ...imprint(arrangement, colophon),
    ...issued(arrangement, colophon),
  ]
  const code = codeOf(arrangement, colophon)
  if (rows.length === 0 && code === undefined) return null
  return {
    kind: 'colophon',
    place: { section: -1, article: -1 },
    keep: { withNext: 0, withPrevious: false, whole: true },
    span: colophon.span,
    rows,
    ...(colophon.evenPage ? { evenPage: true as const } : {}),
    ...(code ? { code } : {}),
    ...(colophon.code === undefined ? {} : { holds: wordsOf(arrangement, colophon.code) }),
  }
}

/** A code that could not be made leaves its place free. */
function codeOf(arrangement: Arrangement, { code }: Colophon): ColophonOf<StyledText>['code'] {
  if (code === undefined) return undefined
  const rows = arrangement.codes.get(code)
  return rows && { rows, alt: wordsOf(arrangement, code) }
}

function wordsOf({ issue }: Arrangement, code: string): string {
  return codeAlternative({ alt: '', code }, issue.publication.language)
}

/** GB/T 9704 clause 7.4.2: receivers parted by commas, a full stop after the last. */
function receivers({ design }: Arrangement, colophon: Colophon): readonly Row[] {
  const lists = [
    ['报：', colophon.reportTo],
    ['送：', colophon.sendTo],
    ['发：', colophon.copyTo],
    ['抄送：', colophon.cc],
  ] as const
  return lists.flatMap(([label, names]) =>
    names.length === 0
      ? []
      : [
          {
            label: plainText(design, 'colophon', label, { align: 'left' }),
            text: plainText(design, 'colophon', `${names.join('，')}。`, { align: 'justify' }),
            right: null,
          },
        ],
  )
}

/** GB/T 9704-2012 clause 7.4.3: who issues it at the left, the day with 印发 behind it at the right. */
function issued({ design, issue }: Arrangement, { issuedBy }: Colophon): readonly Row[] {
  if (issuedBy === undefined) return []
  const { year, month, day } = issue.date
  const date = `${year}年${month}月${day}日印发`
  const text = plainText(design, 'colophon', issuedBy, { align: 'left' })
  return [{ label: null, text, right: plainText(design, 'colophon', date, { align: 'right' }) }]
}

function imprint({ design }: Arrangement, colophon: Colophon): readonly Row[] {
  const people = colophon.people.map(({ role, names }) => `${role}：${names}`)
  const left = [people.join('　'), colophon.contact].filter((text) => text !== '')
  const copies = colophon.copies === null ? '' : `共印${colophon.copies}份`
  const lines = left.length === 0 && copies !== '' ? [''] : left
  return lines.map((text, index) => ({
    label: null,
    text: plainText(design, 'colophon', text, { align: 'left' }),
    right:
      index === lines.length - 1 && copies !== ''
        ? plainText(design, 'colophon', copies, { align: 'right' })
        : null,
  }))
}
