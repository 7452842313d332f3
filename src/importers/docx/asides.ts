import { circled } from '../../base/circled.ts'
import { childrenOf, type XmlElement } from '../container/xml.ts'
import type { CommentShelf, DocxComment, NoteShelf } from './docx-context.ts'
import { authorship } from './inline.ts'
import { allText } from './piece.ts'

/** Takes the parts of both kinds of notes; marks count on through both. */
export function noteShelf(footnotes: XmlElement | undefined, endnotes: XmlElement | undefined): NoteShelf {
  const byId = (part: XmlElement | undefined) =>
    new Map(childrenOf(part).map((one) => [one.attributes['w:id'] ?? '', one]))
  const notes = { footnote: byId(footnotes), endnote: byId(endnotes) }
  const taken = new Set<XmlElement>()
  let count = 0
  return {
    take: (kind, id, marked) => {
      const content = notes[kind].get(id)
      if (!content) return null
      taken.add(content)
      if (marked) return { mark: '', number: 0, content }
      count += 1
      return { mark: count <= 50 ? circled(count) : `〔${count}〕`, number: count, content }
    },
    rest: () =>
      [...notes.footnote.values(), ...notes.endnote.values()].filter(
        (one) => !taken.has(one) && !one.attributes['w:type'],
      ),
  }
}

/** Takes the comments' part, and the one that says which are settled. */
export function commentShelf(comments: XmlElement | undefined, more: XmlElement | undefined): CommentShelf {
  const settled = new Set(
    childrenOf(more)
      .filter((one) => /^(?:1|true)$/.test(one.attributes['w15:done'] ?? ''))
      .map((one) => one.attributes['w15:paraId']),
  )
  const left = new Map(childrenOf(comments).map((one) => [one.attributes['w:id'] ?? '', one]))
  const made = (comment: XmlElement): DocxComment => {
    const isSettled = childrenOf(comment).some((one) => settled.has(one.attributes['w14:paraId'] ?? '-'))
    const state = isSettled ? { stateZh: '（已解决）', stateEn: ' (resolved)' } : { stateZh: '', stateEn: '' }
    return { text: allText(comment).trim(), values: { ...authorship(comment), ...state } }
  }
  return {
    take: (id) => {
      const found = left.get(id)
      left.delete(id)
      return found ? made(found) : null
    },
    rest: () => [...left.values()].map(made),
  }
}
