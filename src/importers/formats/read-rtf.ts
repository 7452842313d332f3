import { keepDeadline } from '../container/deadline.ts'
import { tooMany } from '../container/import-fault.ts'
import { importLimits } from '../container/limits.ts'
import { findingList } from '../report/finding.ts'
import { plainParagraph, type SourceDocument } from '../source-document.ts'
import { RtfBlocks } from './rtf-blocks.ts'
import { lookWord, RTF_START, type RtfState } from './rtf-looks.ts'
import { trackedKind } from './rtf-paragraphs.ts'
import { codePage, encodingOf, RTF_SIGNS } from './rtf-signs.ts'
import { type RtfToken, rtfTokens } from './rtf-tokens.ts'

/** Reads RTF: text with bold, emphasis, raised letters, alignment and size; tables, notes and JPEG or PNG pictures. */
export function readRtf(
  bytes: Uint8Array,
  { tracked }: { readonly tracked: 'accept' | 'reject' },
): SourceDocument {
  const reader = new RtfReader(tracked)
  for (const token of rtfTokens(bytes)) reader.take(token)
  return reader.finish()
}

/** Groups whose contents are no text. */
const NOTHING =
  /^(?:colortbl|stylesheet|info|listtable|listoverridetable|revtbl|rsidtbl|generator|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|pntext|pntxta|pntxtb|bkmkstart|bkmkend|nonshppict|objdata|sp|fldtype|filetbl|pgptbl|mmathPr|wgrffmtfilter|userprops|blipuid)$/

class RtfReader {
  readonly #stack: RtfState[] = [{ ...RTF_START }]
  readonly #made = new RtfBlocks()
  readonly #list = findingList()
  readonly #tracked: 'accept' | 'reject'
  readonly #charsets = new Map<number, string>()
  #bytes: number[] = []
  #aside = ''
  #hex: string[] = []
  #codePage = 'gb18030'
  #pictureKind = ''
  #toSkip = 0
  #ignorable = false

  constructor(tracked: 'accept' | 'reject') {
    this.#tracked = tracked
  }

  get #state(): RtfState {
    return this.#stack.at(-1) as RtfState
  }

  take(token: RtfToken): void {
    keepDeadline()
    if (token.kind !== 'byte') this.#flushBytes()
    switch (token.kind) {
      case 'open':
        if (this.#stack.length > importLimits.depth) throw tooMany('嵌套层数', 'nesting', importLimits.depth)
        this.#stack.push({ ...this.#state })
        return
      case 'close':
        this.#close()
        return
      case 'ignorable':
        this.#ignorable = true
        return
      case 'byte':
        this.#byte(token.value)
        return
      case 'text':
        this.#text(token.text)
        return
      default:
        this.#word(token.name, token.value)
    }
  }

  finish(): SourceDocument {
    this.#flushBytes()
    this.#made.endParagraph()
    this.#made.endTable()
    const { blocks, files } = this.#made
    return { blocks, files, findings: this.#list.findings, hasLooks: true }
  }

  #close(): void {
    const { target } = this.#state
    if (this.#stack.length > 1) this.#stack.pop()
    if (target === this.#state.target) return
    if (target === 'picture') {
      this.#made.addPicture(this.#hex.join(''), this.#pictureKind)
      this.#hex = []
    }
    if (target === 'number') {
      this.#made.number = this.#aside
      this.#aside = ''
    }
    const aside = this.#aside.trim()
    if (aside === '' || (target !== 'note' && target !== 'header' && target !== 'box')) return
    this.#aside = ''
    if (target === 'header') {
      if (!/^[\s\d—–\-－·.第页共/／]*$/.test(aside)) this.#list.report('header', aside)
      return
    }
    this.#list.report(target === 'note' ? 'footnote' : 'box', aside, { mark: '' })
    this.#endParagraphIfBox(target)
    const extra = target === 'note' ? { note: true as const } : { boxed: true as const }
    this.#made.blocks.push({ ...plainParagraph(aside.replace(/\n/g, ' ')), ...extra })
  }

  /** A box stands behind the paragraph it is anchored in; here, before the rest of it. */
  #endParagraphIfBox(target: RtfState['target']): void {
    if (target === 'box' && this.#made.hasRuns) this.#made.endParagraph()
  }

  #byte(value: number): void {
    if (this.#toSkip > 0) {
      this.#toSkip -= 1
      return
    }
    this.#bytes.push(value)
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    this.#add(new TextDecoder(this.#charsets.get(this.#state.font) ?? this.#codePage).decode(bytes))
  }

  #text(text: string): void {
    const skipped = Math.min(this.#toSkip, text.length)
    this.#toSkip -= skipped
    const kept = text.slice(skipped)
    if (this.#state.target === 'picture') this.#hex.push(kept)
    else this.#add(kept)
  }

  #add(text: string): void {
    const state = this.#state
    if (
      text === '' ||
      state.target === 'nothing' ||
      state.target === 'fonts' ||
      state.target === 'field-code'
    )
      return
    if (/^(?:note|header|box|number)$/.test(state.target)) {
      this.#aside += text
      return
    }
    if (state.target !== 'text') return
    if (state.hidden) {
      this.#tell('hidden', text)
      return
    }
    const isOut = this.#tracked === 'accept' ? state.deleted : state.revised
    if (state.deleted || state.revised) this.#tell(trackedKind(state.deleted, this.#tracked), text)
    if (isOut) return
    const { bold, italic, raised, size } = state
    this.#made.addRun({
      text,
      size,
      ...(bold ? { bold: true as const } : {}),
      ...(italic ? { emphasis: true as const } : {}),
      ...(raised === null ? {} : { raised: raised as 'superscript' | 'subscript' }),
    })
  }

  /** Stretches of one kind that follow each other are told together. */
  #tell(kind: 'hidden' | ReturnType<typeof trackedKind>, text: string): void {
    const { findings, report } = this.#list
    const last = findings.at(-1)
    if (last?.kind === kind) findings[findings.length - 1] = { ...last, text: last.text + text }
    else report(kind, text, kind === 'hidden' ? {} : { author: '', date: '' })
  }

  #word(name: string, value: number | null): void {
    const state = this.#state
    const ignorable = this.#ignorable
    this.#ignorable = false
    if (name === 'fonttbl') state.target = 'fonts'
    else if (NOTHING.test(name)) state.target = 'nothing'
    else if (name === 'pict') state.target = state.target === 'nothing' ? 'nothing' : 'picture'
    else if (name === 'footnote') state.target = 'note'
    else if (/^(?:header|footer)[lrf]?$/.test(name)) state.target = 'header'
    else if (name === 'shptxt') state.target = 'box'
    else if (name === 'fldinst') state.target = 'field-code'
    else if (name === 'listtext' && state.target === 'text') state.target = 'number'
    else if (/^(?:fldrslt|shppict|shp|shpinst)$/.test(name)) return
    else if (!this.#format(name, value) && ignorable) state.target = 'nothing'
  }

  /** Words for looks and signs; false for one that is not known. */
  #format(name: string, value: number | null): boolean {
    const state = this.#state
    switch (name) {
      case 'fcharset':
        if (state.target === 'fonts') this.#charsets.set(state.font, encodingOf(value ?? 0))
        return true
      case 'ansicpg':
        this.#codePage = codePage(value ?? 936)
        return true
      case 'u':
        this.#unicode(value ?? 0)
        return true
      case 'pard':
        this.#made.paragraph = { ...this.#made.paragraph, align: 'left', inTable: false }
        return true
      case 'qc':
        this.#made.paragraph.align = 'centre'
        return true
      case 'qr':
        this.#made.paragraph.align = 'right'
        return true
      case 'ql':
      case 'qj':
        this.#made.paragraph.align = 'left'
        return true
      case 'intbl':
        this.#made.paragraph.inTable = true
        return true
      case 'page':
      case 'pagebb':
      case 'sect':
        this.#made.endParagraph()
        this.#made.paragraph.newPage = true
        return true
      case 'par':
      case 'line':
        this.#line()
        return true
      case 'tab':
        this.#add('\t')
        return true
      case 'cell':
      case 'nestcell':
        this.#made.endCell()
        return true
      case 'row':
      case 'nestrow':
        this.#made.endRow()
        return true
      case 'jpegblip':
        this.#pictureKind = 'jpg'
        return true
      case 'pngblip':
        this.#pictureKind = 'png'
        return true
      case 'emfblip':
        this.#pictureKind = 'emf'
        return true
      case 'wmetafile':
        this.#pictureKind = 'wmf'
        return true
      default:
        return lookWord(state, name, value) || this.#sign(name)
    }
  }

  #sign(name: string): boolean {
    const sign = RTF_SIGNS[name]
    if (sign !== undefined) this.#add(sign)
    return sign !== undefined
  }

  #unicode(value: number): void {
    this.#add(String.fromCharCode(value < 0 ? value + 65_536 : value))
    this.#toSkip = this.#state.skip
  }

  #line(): void {
    if (this.#state.target === 'text') this.#made.endParagraph()
    else if (this.#state.target !== 'nothing') this.#aside += this.#aside === '' ? '' : '\n'
  }
}
