import type { Assets } from '../assets/image.ts'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { DisplayItem, DisplayList, DisplayPage, GlyphRun } from '../display/display-list.ts'
import { placeholderPanels } from '../display/placeholders.ts'

export type IssueStatus = 'draft' | 'review' | 'final'

/** Why pages are not fit to go out: to the press, to the archive. */
export type Unfit =
  | { readonly kind: 'status'; readonly status: 'draft' | 'review' }
  | {
      /** A picture still to come, text of the template left as it was, a character no font has. */
      readonly kind: 'placeholder' | 'template' | 'glyph'
      /** From 1, each once. */
      readonly pages: readonly number[]
      readonly count: number
      /** What is meant, where it can be named: the template's words, the characters. */
      readonly texts: readonly string[]
      /** Of the first. */
      readonly span: Span | null
    }

interface Found {
  readonly page: number
  readonly text: string
  readonly span: Span | null
}

function placeholdersOf(list: DisplayList): Found[] {
  return placeholderPanels(list).map(({ page, after }) => ({ page, text: '', span: firstSpan(after) }))
}

/** The words in a placeholder's panel follow it. */
function firstSpan(items: readonly DisplayItem[]): Span | null {
  return items.find((item) => item.kind === 'glyphs' && item.span !== null)?.span ?? null
}

function runsOf({ items }: DisplayPage): GlyphRun[] {
  return items.filter((item) => item.kind === 'glyphs')
}

/** A page's text without blanks, with the run that each character stands in. */
function textOf(page: DisplayPage): { readonly text: string; readonly runs: readonly GlyphRun[] } {
  const pieces = runsOf(page).map((run) => ({ run, text: run.texts.join('').replace(/\s/g, '') }))
  return {
    text: pieces.map((piece) => piece.text).join(''),
    runs: pieces.flatMap(({ run, text }) => Array.from({ length: text.length }, () => run)),
  }
}

function templateTextsOf(list: DisplayList, templates: readonly string[]): Found[] {
  return list.pages.flatMap((one, page) => {
    const { text, runs } = textOf(one)
    return templates.flatMap((template) => {
      const at = text.indexOf(template.replace(/\s/g, ''))
      return at === -1 ? [] : [{ page, text: template, span: runs[at]?.span ?? null }]
    })
  })
}

/** 〓, which printers set for a character they have no type of. */
const GETA = 0x3013

function missingGlyphsOf(list: DisplayList, { fonts }: Assets): Found[] {
  const signs = new Map<string, number>()
  const signOf = (font: string) => {
    const known = signs.get(font) ?? fonts.face(font).glyphOf(GETA)
    signs.set(font, known)
    return known
  }
  return list.pages.flatMap((one, page) =>
    runsOf(one).flatMap((run) => {
      const sign = signOf(run.font)
      return run.glyphs.flatMap((glyph, at) =>
        glyph === 0 || glyph === sign ? [{ page, text: run.texts[at] ?? '', span: run.span }] : [],
      )
    }),
  )
}

function gathered(kind: 'placeholder' | 'template' | 'glyph', found: readonly Found[]): Unfit[] {
  if (found.length === 0) return []
  const pages = [...new Set(found.map((one) => one.page + 1))].sort((a, b) => a - b)
  const texts = [...new Set(found.map((one) => one.text).filter((text) => text !== ''))]
  return [{ kind, pages, count: found.length, texts, span: (found[0] as Found).span }]
}

/**
 * What speaks against giving these pages away, the status first. `templates` are the texts that a new issue's file
 * begins with, to be replaced.
 */
export function unfitness(
  list: DisplayList,
  assets: Assets,
  { status, templates }: { readonly status: IssueStatus; readonly templates: readonly string[] },
): readonly Unfit[] {
  return [
    ...(status === 'final' ? [] : [{ kind: 'status' as const, status }]),
    ...gathered('placeholder', placeholdersOf(list)),
    ...gathered('template', templateTextsOf(list, templates)),
    ...gathered('glyph', missingGlyphsOf(list, assets)),
  ]
}

const CODES = {
  error: { placeholder: 'E-UNFIT-PICTURE', template: 'E-UNFIT-TEXT' },
  warning: { placeholder: 'W-UNFIT-PICTURE', template: 'W-UNFIT-TEXT' },
} as const

/**
 * The same for the editor; `severity` is for what no finished issue has. Missing characters were told one by one when
 * they were set.
 */
export function unfitDiagnostics(all: readonly Unfit[], severity: 'error' | 'warning'): Diagnostic[] {
  return all.flatMap((one) => {
    if (one.kind === 'status')
      return [diagnostic('W-UNFIT-STATUS', null, { status: one.status }, { keys: ['issue.status'] })]
    if (one.kind === 'glyph') return []
    return [
      diagnostic(CODES[severity][one.kind], one.span, {
        pages: one.pages.join('、'),
        pagesEn: one.pages.join(', '),
        count: one.count,
        texts: one.texts.slice(0, 5).join('、'),
      }),
    ]
  })
}
