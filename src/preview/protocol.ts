import type { Severity } from '../base/message-text.ts'
import type { Span } from '../base/source.ts'
import type { Colour } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'
import type { Image, Link, Path, Rule } from '../display/display-list.ts'
import type { PageBox } from '../display/source-map.ts'
import type { HeadAct, IssueHead, OutlineAct, OutlineSection } from '../issue/write/outline-acts.ts'
import type { FitReport } from '../page/fit/report.ts'

/** A page as the browser paints it: places in pt from its top left, y down, as in the display list. */
export interface ScreenPage {
  readonly width: Pt
  readonly height: Pt
  readonly items: readonly PaintedItem[]
  /** Its words in reading order, for readers of the screen. */
  readonly text: string
}

export type PaintedItem = PaintedRun | PaintedRule | PaintedPath | PaintedImage | PaintedLink

/** Glyphs of one face, size and colour on one baseline. */
export interface PaintedRun {
  readonly kind: 'glyphs'
  readonly font: string
  readonly size: Pt
  readonly colour: Colour
  readonly y: Pt
  readonly glyphs: readonly number[]
  readonly xs: readonly Pt[]
  readonly angle?: number
}
type Bare<T> = Omit<T, 'node' | 'span'>
export type PaintedRule = Bare<Rule>
export type PaintedPath = Bare<Path>
/** `image` is the number that the server gives the picture out by. */
export type PaintedImage = Omit<Bare<Image>, 'image'> & { readonly image: number }
export type PaintedLink = Bare<Link>

/** Outlines of one face: by glyph, SVG path data in font units with y up. */
export interface FaceOutlines {
  readonly unitsPerEm: number
  /** In em, the stroke that makes its glyphs bold; 0 for none. */
  readonly strokeEm: number
  readonly paths: Readonly<Record<number, string>>
}

/** A diagnostic in words of both languages. */
export interface Message {
  readonly severity: Severity
  readonly code: string
  readonly words: Readonly<Record<'zh' | 'en', { readonly message: string; readonly hint: string }>>
  readonly span: Span | null
  /** The text that `check --fix` would put in, where, and what stood there when that was found. */
  readonly cure: { readonly span: Span; readonly was: string; readonly text: string } | null
}

/** Where the pages have what a message is about. */
export interface MessageMark {
  readonly severity: Severity
  readonly words: Readonly<Record<'zh' | 'en', string>>
  readonly box: PageBox
}

/** What an editor can have shown over the pages besides messages. */
export type OverlayKind = 'loose' | 'holes' | 'pixels' | 'placeholders'

/** A loose line, a hole, a coarse photograph or a picture still to come, and where it is. */
export interface Overlay {
  readonly kind: OverlayKind
  readonly words: Readonly<Record<'zh' | 'en', string>>
  readonly box: PageBox
}

/** What a build has to say besides the pages. */
export interface BuiltState {
  /** Counts the builds. */
  readonly build: number
  readonly pageCount: number
  /** Whether the pages are those of an earlier state, since this one has errors. */
  readonly stale: boolean
  readonly fit: FitReport | null
  /** What `accent` stands for, and whether all is printed in grey. */
  readonly accent: string
  readonly gray: boolean
  readonly grid: GridFacts | null
  /** Numbers of the pictures on the pages, by project path. */
  readonly pictures: Readonly<Record<string, number>>
  readonly milliseconds: number
  /** Of the issue, as printed and as reckoned; '' and null before one was read. */
  readonly label: string
  readonly number: number | null
}

/** The columns of the type area, for the overlay; null where a design has none. */
export interface GridFacts {
  readonly columns: number
  readonly columnGap: Pt
  readonly lineHeight: Pt
  readonly top: Pt
  readonly bottom: Pt
  readonly inside: Pt
  readonly outside: Pt
}

/** One of the project's texts as the editor in the page has it; line ends are `\n`. */
export interface WrittenText {
  readonly file: string
  readonly text: string
  readonly kind: 'issue' | 'publication' | 'design' | 'article'
  /** Whether it differs from what is on disk. */
  readonly unsaved: boolean
  /** Grows with each change of the text, wherever it came from. */
  readonly version: number
  /** What somebody else wrote to disk since, where that is neither the text nor what it was made from. */
  readonly outside: string | null
  /** Why it cannot be changed here; null where it can. */
  readonly locked: 'read-only' | 'line-ends' | null
}

/** A page that is shown from now on. */
export interface ShownPage {
  readonly index: number
  readonly page: ScreenPage
}

/** What a build changed, told at once so that it is shown at once. */
export interface Built {
  readonly state: BuiltState
  /** Those that look otherwise than before; of many the nearest to what was written, and the others after. */
  readonly pages: readonly ShownPage[]
  /** Of the pages' glyphs, those not told of before. */
  readonly outlines: Readonly<Record<string, FaceOutlines>>
  /** null where they are what they were. */
  readonly messages: readonly Message[] | null
}

/** A stretch of a text, and what takes its place. */
export interface TypedStretch {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** What a page wrote on a text, or the disk did: it made a version of it out of the one before. */
export interface TypedChange {
  readonly version: number
  /** The page that wrote; '' for the disk. */
  readonly by: string
  /** Which of that page's changes of the text it is, counted from 1. */
  readonly serial: number
  /** Of the text before. */
  readonly length: number
  readonly changes: readonly TypedStretch[]
}

/** How it stands with a text, and what was written on it since that was said last. */
export type WrittenNews = Omit<WrittenText, 'text'> & { readonly changes: readonly TypedChange[] }

/** What is pushed to the page, each by its name as an event. */
export interface Pushed {
  readonly hello: {
    readonly number: number
    readonly title: string
    readonly readOnly: boolean
    readonly products: readonly string[]
  }
  readonly built: Built
  readonly findings: readonly Message[]
  readonly marks: readonly MessageMark[]
  readonly overlays: readonly Overlay[]
  readonly outline: readonly OutlineSection[]
  readonly head: IssueHead
  readonly source: WrittenText
  readonly written: WrittenNews
  readonly fault: { readonly words: Readonly<Record<'zh' | 'en', string>> }
}
export type PushedName = keyof Pushed

/** What was written on a text since a version. */
export type TextSince =
  | { readonly changes: readonly TypedChange[] }
  | { readonly text: string; readonly version: number; readonly taken: number }

/** An issue of the publication; `number` is what the page asks for it by. */
export interface ListedIssue {
  readonly number: number
  /** Its file's, without the ending. */
  readonly name: string
  /** ISO 8601; '' where none can be read. */
  readonly date: string
  /** 期号 as printed; '' where it is not known. */
  readonly label: string
}

/** What the page asks the server, by path, and what it is answered. */
export interface Asked {
  /**
   * Stretches of a text of `length` that was told as `version`, in its own places, one after the other; with serial 0
   * nothing is changed, and the answer is what was written since. What others wrote meanwhile stays: the stretches are put where they belong in it. A change
   * whose `serial` was taken before is not taken again. The answer has all that was written since that version, this
   * too; or the whole text, and which of the page's changes it has, where that is longer ago than is remembered.
   */
  readonly change: {
    readonly ask: {
      file: string
      version: number
      length: number
      changes: readonly TypedStretch[]
      by: string
      serial: number
    }
    readonly answer: TextSince
  }
  /** The text as all pages that show it have written it. */
  readonly save: {
    readonly ask: { file: string; over: boolean }
    readonly answer: { saved: boolean; outside: string | null; reason: Message | null }
  }
  /** That what somebody else wrote to disk is put into the text too. */
  readonly merge: { readonly ask: { file: string }; readonly answer: Record<string, never> }
  /** That a text which is the disk's by now is known as such. */
  readonly take: { readonly ask: { file: string }; readonly answer: Record<string, never> }
  readonly act: {
    readonly ask: { file: string; text: string; act: OutlineAct | HeadAct }
    readonly answer: { text: string | null; reason: Message | null }
  }
  /** The publication's issues, the newest first, and what the next one would be; null where settings do not read. */
  readonly issues: {
    readonly ask: Record<string, never>
    readonly answer: { issues: readonly ListedIssue[]; next: Omit<ListedIssue, 'number'> | null }
  }
  /** That the next issue is made, by the name that was told of; null without a reason where it is another by now. */
  readonly 'new-issue': {
    readonly ask: { name: string; language: 'zh' | 'en' }
    readonly answer: { number: number | null; reason: Message | null }
  }
  readonly at: {
    readonly ask: { page: number; x: Pt; y: Pt }
    readonly answer: { span: Span | null }
  }
  readonly where: {
    readonly ask: { file: string; offset: number }
    readonly answer: { boxes: readonly PageBox[] }
  }
}
export type AskedName = keyof Asked
