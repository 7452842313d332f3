import { key, map } from './collections.ts'
import { nearNumber } from './near-values.ts'
import { choice, length, part, wholeNumber, written } from './values.ts'

/** A wanted page count: a number, or a multiple of one. */
export type PagesValue = { readonly count: number } | { readonly multiple: number } | null

/** Wanted pages (页数). */
export const pages = written<PagesValue>(
  {
    zh: '页数，如 8；或自动、自动4（凑成 4 的倍数）',
    en: 'a page count such as 8; or auto, auto4 (a multiple of four)',
  },
  (word) => {
    const multiple = /^(?:auto|自动)(2|4|8|16)?$/.exec(word)
    if (multiple) return multiple[1] ? { multiple: Number(multiple[1]) } : null
    const count = /^\d{1,3}$/.test(word) ? Number(word) : 0
    return count >= 1 && count <= 200 ? { count } : undefined
  },
  { type: ['integer', 'string'] },
  nearNumber,
)

/** How pages are filled (排满). */
export const fitting = map(
  {
    mode: key(
      '方式',
      choice({ report: '只报告', auto: '自动' }),
      { zh: '只报告差多少，还是自动微调', en: 'Report only, or adjust' },
      { preset: 'report' },
    ),
    line_height: key(
      '行高',
      length({ to: 3 }),
      { zh: '行高最多改多少', en: 'How far the line height may change' },
      { preset: '0.6pt' },
    ),
    image: key(
      '图片',
      part(0.5),
      { zh: '图片高度最多改多少', en: "How far a picture's height may change" },
      { preset: '12%' },
    ),
    heading: key(
      '标题',
      wholeNumber(0, 3),
      { zh: '标题上下最多增减几行', en: 'Lines that may come or go around headings' },
      { preset: 1 },
    ),
  },
  { zh: '排满整页的办法', en: 'how pages are filled' },
)
