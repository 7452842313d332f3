import { itemTable } from '../language/issue-keys.ts'
import { pictureTable } from '../language/picture-keys.ts'
import type { Node } from '../yaml/nodes.ts'
import { indentAt, isFlow } from './block-lines.ts'
import { entryNamed, pictureNodes } from './read-outline.ts'
import type { TextEdit } from './text-edits.ts'
import { scalarText } from './write-scalar.ts'

/**
 * How a piece gets a picture: in the place of the first placeholder, else behind its other pictures. null where its
 * pictures are written in a way that nothing can be added to.
 */
export function withPicture(
  text: string,
  item: Node,
  src: string,
  chinese: boolean,
): readonly TextEdit[] | null {
  if (item.kind !== 'map') return null
  const file = scalarText(src, true)
  return inPlaceholder(text, item, file, chinese) ?? addedPicture(text, item, file, chinese)
}

function inPlaceholder(text: string, item: Node, file: string, chinese: boolean): readonly TextEdit[] | null {
  for (const picture of pictureNodes(item)) {
    if (picture.kind !== 'map' || entryNamed(picture, 'src', pictureTable)) continue
    const placeholder = entryNamed(picture, 'placeholder', pictureTable)
    if (placeholder?.value.kind !== 'text' || placeholder.value.style === 'block') continue
    const key = chinese ? pictureTable.src.zh : 'src'
    const to = text.slice(0, placeholder.value.span.to).trimEnd().length
    return [{ from: placeholder.key.span.from, to, text: `${key}: ${file}` }]
  }
  return null
}

function addedPicture(
  text: string,
  item: Extract<Node, { kind: 'map' }>,
  file: string,
  chinese: boolean,
): readonly TextEdit[] | null {
  const images = entryNamed(item, 'images', itemTable)
  const one = `{ ${chinese ? pictureTable.src.zh : 'src'}: ${file} }`
  if (images === undefined)
    return newPictures(text, item, `${chinese ? itemTable.images.zh : 'images'}: [${file}]`)
  const { value } = images
  if (value.kind === 'list' && !isFlow(text, value)) return behindLast(text, value, one)
  const { from, to } = value.span
  if (value.kind === 'list') {
    const last = value.items.at(-1)
    const at = last ? last.span.to : from + 1
    return [{ from: at, to: at, text: `${last ? ', ' : ''}${file}` }]
  }
  if (value.kind === 'empty' || !text.slice(from, to).trimEnd() || text.slice(from, to).includes('\n'))
    return null
  return [{ from, to, text: `[${text.slice(from, to)}, ${file}]` }]
}

function behindLast(text: string, list: Node, one: string): readonly TextEdit[] | null {
  const indent = indentAt(text, list.span.from)
  const at = text.slice(0, list.span.to).trimEnd().length
  const end = /\r\n|\r|\n/.exec(text.slice(at))
  const to = end === null ? text.length : at + end.index
  return indent === null ? null : [{ from: to, to, text: `${end?.[0] ?? '\n'}${indent}- ${one}` }]
}

function newPictures(
  text: string,
  item: Extract<Node, { kind: 'map' }>,
  line: string,
): readonly TextEdit[] | null {
  const [first] = item.entries
  if (first === undefined) return null
  if (isFlow(text, item)) {
    const end = Math.max(...item.entries.map((one) => one.value.span.to))
    return [{ from: end, to: end, text: `, ${line}` }]
  }
  const start =
    Math.max(
      text.lastIndexOf('\n', first.key.span.from - 1),
      text.lastIndexOf('\r', first.key.span.from - 1),
    ) + 1
  const indent = text.slice(start, first.key.span.from).replace(/-/g, ' ')
  const at = text.slice(0, item.span.to).trimEnd().length
  const end = /\r\n|\r|\n/.exec(text.slice(at))
  const to = end === null ? text.length : at + end.index
  return [{ from: to, to, text: `${end?.[0] ?? '\n'}${indent}${line}` }]
}
