import type { Span } from '../../base/source.ts'
import { becoming, byForm, key, list } from './collections.ts'
import type { Kind, Placed } from './kind.ts'
import { choice, part, text, written } from './values.ts'

/** Several names, as a list or in one text with 、 between them. */
export function names(): Kind<readonly Placed<string>[]> {
  const expected = { zh: '一个或几个名称，如 [张某, 李某]', en: 'one or more names, such as [张某, 李某]' }
  const one = becoming(text(), splitNames)
  return byForm(
    { text: one, list: becoming(list(text(), expected), (all) => all.flatMap(splitNames)) },
    expected,
  )
}

function splitNames({ value, span }: Placed<string>): readonly Placed<string>[] {
  return value
    .split(/[、，,；;]/)
    .map((name) => ({ value: name.trim(), span }))
    .filter((name) => name.value !== '')
}

/** How a picture stands among the columns, by its English words. */
export const PICTURE_FITS = {
  column: '栏宽',
  two: '两栏',
  page: '通栏',
  left: '左侧',
  right: '右侧',
  full: '整版',
} as const

/** Where a picture stands (位置). */
export const fit = choice({ column: '栏宽', page: '通栏', left: '左侧', right: '右侧' })

/** The same for one picture, which may also have a page to itself. */
export const pictureFitKey = key('位置', choice(PICTURE_FITS), {
  zh: '栏宽、跨两栏、通栏、整版，或半栏绕排',
  en: 'Column, two columns, page, a whole page, or beside the text',
})

/** Columns that a headline, or a boxed article, stands across (跨栏). */
export const across = choice({ column: '栏内', two: '两栏', page: '通栏' })

/** How paragraphs are told apart (分段). */
export const paragraphs = choice({ 'blank-line': '空行', 'every-line': '每行' })

/** How many columns. */
export const columns = written<1 | 2 | 3>(
  { zh: '栏数 1、2 或 3', en: '1, 2 or 3 columns' },
  (word) => (word === '1' ? 1 : word === '2' ? 2 : word === '3' ? 3 : undefined),
  { enum: [1, 2, 3] },
)

const MOST_WATERMARK = 16

/** Words below the text of every page (水印): null for those of the status, '' for none. */
export const watermark = written<{ readonly words: string | null; readonly span: Span }>(
  {
    zh: `auto（自动）、none（无），或一行不超过 ${MOST_WATERMARK} 字的文字`,
    en: `auto, none, or one line of at most ${MOST_WATERMARK} characters`,
  },
  (word, span) => {
    const words = word.trim()
    if (words === 'auto' || words === '自动') return { words: null, span }
    if (words === 'none' || words === '无') return { words: '', span }
    const count = [...words].length
    return count === 0 || count > MOST_WATERMARK || /[\n\r]/.test(words) ? undefined : { words, span }
  },
  { type: 'string', minLength: 1, maxLength: MOST_WATERMARK },
)

/** A code of more is too fine for a telephone at the size of a bulletin's picture. */
const MOST_QR_BYTES = 200
/** What a QR code holds. */
export const qrText = written<string>(
  {
    zh: `网址或一段文字，不超过 ${MOST_QR_BYTES} 字节（约 ${Math.floor(MOST_QR_BYTES / 3)} 字）`,
    en: `an address or a text of at most ${MOST_QR_BYTES} bytes (some ${Math.floor(MOST_QR_BYTES / 3)} Chinese characters)`,
  },
  (word) => {
    const bytes = Buffer.byteLength(word.trim())
    return bytes === 0 || bytes > MOST_QR_BYTES ? undefined : word.trim()
  },
  { type: 'string', minLength: 1, maxLength: MOST_QR_BYTES },
)

const FOCUS = { zh: '两个 0 到 1 之间的数，如 [0.5, 0.3]', en: 'two numbers from 0 to 1, such as [0.5, 0.3]' }
/** The point of a picture that is kept when it is cropped (焦点). */
export const focus: Kind<readonly [number, number] | undefined> = becoming(
  list(part(1, FOCUS), FOCUS),
  ([x, y]) => (x === undefined || y === undefined ? undefined : ([x, y] as const)),
)
