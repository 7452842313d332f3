import type { Span } from '../base/source.ts'
import type { LineBelow } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { Design } from '../design/design.ts'

/** A run of body text with one set of marks, inside one paragraph; source newlines are joined already. */
export interface Inline {
  readonly text: string
  readonly span: Span
  readonly bold?: true
  readonly emphasis?: true
  readonly raised?: 'superscript' | 'subscript'
  /** Marked as a proper name or a title; numbered from 1 in each text. */
  readonly line?: LineBelow
  /** An http, https, mailto or tel address; any other scheme was reported and dropped. */
  readonly link?: string
  /** 拼音 of its one character, set over it. */
  readonly ruby?: string
  /** The mark of a footnote; its number counts from 1 in the article. */
  readonly note?: { readonly name: string; readonly number: number }
}

/** One paragraph's text. */
export type InlineText = readonly Inline[]

export interface TableCell {
  readonly text: InlineText
  /** `^^` and `<<`: one cell with the one above, or with the one to the left. */
  readonly merged?: 'above' | 'left'
}

/** `auto`: numbers by their point, all else at the left. */
export type ColumnAlign = 'auto' | 'left' | 'centre' | 'right'

/** A block of an article's body, in reading order. */
export type BodyBlock =
  | { readonly kind: 'paragraph'; readonly text: InlineText; readonly span: Span }
  | { readonly kind: 'subheading'; readonly level: 2 | 3; readonly text: InlineText; readonly span: Span }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly InlineText[]
      /** Number of the first item of an ordered list, when it is not 1. */
      readonly start?: number
      /** By item, its level from 0 and the number of an ordered one; absent for a list of one level. */
      readonly nested?: readonly { readonly level: number; readonly number: number | null }[]
      readonly span: Span
    }
  | { readonly kind: 'quotation'; readonly paragraphs: readonly InlineText[]; readonly span: Span }
  /** `![](id)`: the place of a picture (or, with several ids, of a row) of `images`, a pull quote or a side box. */
  | { readonly kind: 'place'; readonly picture: string; readonly span: Span }
  | { readonly kind: 'blank'; readonly span: Span }
  /** 脚注: behind the block that has its mark. */
  | { readonly kind: 'footnote'; readonly number: number; readonly text: InlineText; readonly span: Span }
  | {
      readonly kind: 'table'
      /** 表题. */
      readonly caption?: InlineText
      /** What its numbers count (单位：万元): above it, to the right. */
      readonly unit?: InlineText
      readonly header: readonly TableCell[]
      readonly align: readonly ColumnAlign[]
      readonly rows: readonly (readonly TableCell[])[]
      /** 表注, 资料来源: below it. */
      readonly notes?: readonly InlineText[]
      /** Across all columns of the page (通栏); on its side where it is too wide (卧排). */
      readonly spans?: true
      readonly turns?: true
      readonly span: Span
    }

/** One photograph, drawing or placeholder (图). */
export interface Picture {
  /** Name for `![](id)`; the file's stem when none is given, or ''. */
  readonly id: string
  /** Path as resolved against the project, or null for a placeholder. */
  readonly src: string | null
  /** What a QR code holds that stands instead of a picture. */
  readonly code?: string
  /** Text of the placeholder box; '' when the caption serves. */
  readonly placeholder: string
  readonly caption: InlineText
  readonly alt: string
  readonly fit: 'column' | 'two' | 'page' | 'left' | 'right' | 'full'
  /** Width divided by height of the box on the page; null keeps the photograph's own. */
  readonly ratio: number | null
  /** No ratio was asked for: the photograph's own, as far as the page bears it. */
  readonly bounded?: true
  /** The point kept when cropped, as parts of width and height from the top left. */
  readonly focus: readonly [number, number]
  /** That point was named, so that cropping is wished for. */
  readonly aimed?: true
  /** 摄影. */
  readonly credit: string
  /** Where it is written; absent for none. */
  readonly creditSpan?: Span
  readonly span: Span
}

/** A picture, or several set side by side at one height. */
export interface PictureGroup {
  readonly id: string
  readonly row: readonly Picture[]
  /** 图组: composed in rows that fill the width, not in one. */
  readonly gallery?: true
  /** Below all of them; that of a single picture is its own. */
  readonly caption?: InlineText
  readonly span: Span
}

/** 供稿: unit with names, or a text as typed. */
export interface Credit {
  readonly units: readonly { readonly name: string; readonly people: readonly string[] }[]
  /** Set when the credit was a string: printed as it is. */
  readonly text: string | null
  readonly span: Span
}

/** 落款: who issues it and when, a line each, at the right below the text; with a seal over them. */
export interface Signature {
  readonly lines: readonly InlineText[]
  readonly seal: {
    readonly src: string
    /** Its width on the page; em are the body's. */
    readonly width: { readonly value: number; readonly unit: 'pt' | 'em' }
    readonly span: Span
  } | null
  readonly span: Span
}

/** 摘引: words of an article set apart between two blocks of its text. */
export interface PullQuote {
  /** Name for `![](id)`, or ''. */
  readonly id: string
  readonly paragraphs: readonly InlineText[]
  readonly source: InlineText | null
  readonly span: Span
}

/** 小资料: a titled panel of text beside its article. */
export interface SideBox {
  /** Name for `![](id)`, or ''. */
  readonly id: string
  readonly title: InlineText | null
  readonly body: readonly BodyBlock[]
  /** On a tint, not in a frame. */
  readonly tint: boolean
  readonly span: Span
}

/** 篇. */
export interface Article {
  readonly title: InlineText
  /** UTF-16 offsets in the title's plain text where the editor put `|`. */
  readonly titleBreaks: readonly number[]
  readonly shoulder: InlineText | null
  readonly subtitle: InlineText | null
  /** 编者按. */
  readonly note: readonly InlineText[]
  /** 头条; null where nothing is said, and the design says. */
  readonly lead: boolean | null
  readonly body: readonly BodyBlock[]
  readonly pictures: readonly PictureGroup[]
  /** Absent where there is none. */
  readonly pullQuotes?: readonly PullQuote[]
  /** Absent where there is none. */
  readonly sideBoxes?: readonly SideBox[]
  /** 主送: to whom it is addressed, as printed above the text; absent for nobody. */
  readonly to?: InlineText
  /** 附件: the names of what is attached, told below the text; absent where nothing is. */
  readonly attachments?: readonly InlineText[]
  /** Absent where nothing signs it. */
  readonly signature?: Signature
  readonly credit: Credit | null
  readonly columns: 1 | 2 | 3 | null
  /** What its headline, or all of it in a box or on a tint, stands across; absent for its column. */
  readonly across?: 'two' | 'page'
  /** 竖题, to the left of the text. */
  readonly verticalTitle?: true
  readonly start: 'auto' | 'column' | 'page'
  /** Kept whole in one column where it fits. */
  readonly keep: boolean
  /** 框栏. */
  readonly box: boolean
  /** 底色. */
  readonly tint: boolean
  readonly date: string | null
  readonly people: readonly string[]
  readonly checks: Readonly<Record<string, 'off' | 'info' | 'warning' | 'error'>>
  readonly span: Span
}

/** 简讯: one short item. */
export interface Brief {
  readonly text: InlineText
  readonly credit: Credit | null
  readonly span: Span
}

/** 栏目. */
export interface Section {
  readonly name: string
  readonly style: 'articles' | 'briefs'
  /** Brief numbers, with the digit 1 where the number stands: `1、` or `1.`. */
  readonly numbering: string
  readonly articles: readonly Article[]
  readonly briefs: readonly Brief[]
  readonly span: Span
}

/** 报尾. */
export interface Colophon {
  /** 印发机关, beside the date of issue; absent where it is not told. */
  readonly issuedBy?: string
  /** 版记 on an even page, whatever its text takes. */
  readonly evenPage?: true
  readonly reportTo: readonly string[]
  readonly sendTo: readonly string[]
  readonly copyTo: readonly string[]
  /** 抄送 of an official paper. */
  readonly cc: readonly string[]
  readonly people: readonly { readonly role: string; readonly names: string }[]
  readonly contact: string
  readonly copies: number | null
  /** What a QR code at its right holds; absent for none. */
  readonly code?: string
  readonly span: Span
}

/** A calendar date as written; no time zone. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** 刊物: what stays from issue to issue, with the issue's `override:` applied. */
export interface Publication {
  readonly name: string
  readonly subtitle: string
  readonly issuer: string
  readonly classification: string
  /** 份号 (GB/T 9704 clause 7.2.1). */
  readonly copyNumber: string
  readonly language: string
  readonly masthead: { readonly image: string | null; readonly logo: string | null }
  readonly creditText: string
  readonly orgSeparator: string
  readonly colophon: Colophon | null
  /** 版式, every value settled: the one design that everything after goes by. */
  readonly design: Design
  /**
   * `fonts:` — family name to font files (project paths; null for a built-in family that only gets fallbacks), what to
   * take of them, and fallback families.
   */
  readonly fonts: Readonly<
    Record<
      string,
      {
        readonly file: string | null
        readonly bold: { readonly file: string; readonly span: Span } | null
        readonly face: string | null
        readonly weight: number | null
        readonly fallback: readonly string[]
        readonly span: Span
      }
    >
  >
  readonly output: {
    readonly dir: string
    readonly name: string
    readonly make: readonly string[]
    /** Bytes; null for no bound. */
    readonly maxSize: number | null
    /** The press's ICC profile, by project path; null for the built-in one. */
    readonly profile: { readonly file: string; readonly span: Span } | null
    /** 印刷版. */
    readonly print: {
      /** Which built-in profile serves; null when `profile` speaks for the paper and this does not. */
      readonly paper: 'coated' | 'uncoated' | null
      /** Name of the ink that prints the accent (专色); null for process inks. */
      readonly spot: string | null
      /** The accent's cyan, magenta, yellow and black, 0–1; null when its screen colour decides. */
      readonly accent: readonly [number, number, number, number] | null
      readonly marks: boolean
    }
    /** 小册子. */
    readonly booklet: {
      /** What is printed on, lying; `auto` is as wide as two pages. */
      readonly sheet: 'auto' | 'A3' | 'B4' | 'A4'
      readonly blanks: 'auto' | 'before-last' | 'end'
      /** 爬移, a sheet. */
      readonly creep: Pt
    }
    readonly archive: { readonly standard: 'A-2' | 'A-1b'; readonly attach: 'none' | 'sources' }
  }
  readonly check: {
    readonly profile: 'official' | 'press' | 'off'
    readonly roster: string | null
    readonly dictionaries: readonly string[]
    readonly failOn: 'error' | 'warning' | 'never'
    readonly rules: Readonly<Record<string, 'off' | 'info' | 'warning' | 'error'>>
  }
  readonly span: Span
}

/** 报眼: a few words in a box beside the masthead. */
export type Ear = Pick<SideBox, 'title' | 'span'> & Pick<PullQuote, 'paragraphs'>

/** 期: one issue, validated; every text knows its place in the sources. */
export interface Issue {
  readonly publication: Publication
  readonly date: CalendarDate
  readonly number: number
  /** 总期号; null when the publication does not count. */
  readonly total: number | null
  readonly supplement: boolean
  /** 期号 as printed: “2024年第1期（总第87期）”. */
  readonly label: string
  /** 印发日期 as printed. */
  readonly dateText: string
  /** 专刊名. */
  readonly title: string
  readonly status: 'draft' | 'review' | 'final'
  /** 水印 below the text of every page; null for none. */
  readonly watermark: { readonly text: string; readonly span: Span | null } | null
  readonly contents: boolean
  /** 封面: the picture of a first page that has the masthead and the contents besides; absent for no cover. */
  readonly cover?: PictureGroup
  /** 报眼: a box beside the masthead; absent for none. */
  readonly ear?: Ear
  /** 编者按 of the whole issue, above its first section; absent for none. */
  readonly note?: readonly InlineText[]
  /** Wanted page count; `multiple` for `auto4` and the like. */
  readonly pages: { readonly count: number } | { readonly multiple: number } | null
  readonly fit: {
    readonly mode: 'report' | 'auto'
    readonly lineHeight: number
    /** Part of a picture's height, such as 0.12. */
    readonly image: number
    readonly heading: number
  }
  /** 审签: who approved it and when, and 校样号 of what was approved. */
  readonly approved: {
    readonly by: string
    readonly on: CalendarDate | null
    /** In small letters; '' where it is not given. */
    readonly hash: string
    readonly span: Span
  } | null
  readonly sections: readonly Section[]
  readonly span: Span
}
