import type { SourceParagraph, SourceRun } from '../source-document.ts'

/** What holds inside a group of RTF. */
export interface RtfState {
  bold: boolean
  italic: boolean
  raised: SourceRun['raised'] | null
  hidden: boolean
  /** Tracked: out of the text, or into it. */
  deleted: boolean
  revised: boolean
  size: number
  font: number
  /** Characters to skip after `\u`. */
  skip: number
  /** What the group's text is for. */
  /** Within properties of East Asian letters. */
  eastAsian: boolean
  target: 'text' | 'nothing' | 'fonts' | 'picture' | 'note' | 'header' | 'box' | 'field-code' | 'number'
}

/** What holds for a paragraph until the next one's own words. */
export interface RtfParagraph {
  align: SourceParagraph['align']
  newPage: boolean
  inTable: boolean
}

/** What holds before anything is said. */
export const RTF_START: RtfState = {
  bold: false,
  italic: false,
  raised: null,
  hidden: false,
  deleted: false,
  revised: false,
  size: 12,
  font: 0,
  skip: 1,
  eastAsian: false,
  target: 'text',
}

/** Changes a group's looks by a control word; false for one that says nothing of them. */
export function lookWord(state: RtfState, name: string, value: number | null): boolean {
  const isOn = value !== 0
  switch (name) {
    case 'b':
      state.bold = isOn
      return true
    case 'i':
      state.italic = isOn
      return true
    case 'dbch':
    case 'loch':
    case 'hich':
    case 'rtlch':
    case 'ltrch':
      state.eastAsian = name === 'dbch'
      return true
    case 'ab':
      if (state.eastAsian) state.bold = isOn
      return true
    case 'up':
    case 'dn':
      state.raised = (value ?? 6) === 0 ? null : name === 'up' ? 'superscript' : 'subscript'
      return true
    case 'super':
      state.raised = isOn ? 'superscript' : null
      return true
    case 'sub':
      state.raised = isOn ? 'subscript' : null
      return true
    case 'nosupersub':
      state.raised = null
      return true
    case 'v':
      state.hidden = isOn
      return true
    case 'deleted':
      state.deleted = isOn
      return true
    case 'revised':
      state.revised = isOn
      return true
    case 'fs':
      state.size = (value ?? 24) / 2
      return true
    case 'f':
      state.font = value ?? 0
      return true
    case 'uc':
      state.skip = value ?? 1
      return true
    case 'plain':
      Object.assign(state, { bold: false, italic: false, raised: null, hidden: false, size: 12 })
      return true
    default:
      return false
  }
}
