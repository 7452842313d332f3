import { itemTable } from '../language/issue-keys.ts'
import { pictureTable } from '../language/picture-keys.ts'
import { PICTURE_FITS } from '../language/shared-kinds.ts'
import type { Entry, Node } from '../yaml/nodes.ts'
import { withEntry } from './edit-map.ts'
import { withPicture } from './edit-pictures.ts'
import type { ItemAct } from './outline-acts.ts'
import { pictureNodes } from './read-outline.ts'
import type { TextEdit } from './text-edits.ts'
import { scalarText } from './write-scalar.ts'

/** How a piece gets a field or a picture; null where it is written in a way that cannot be told. `chinese` is of new keys. */
export function itemEdits(
  text: string,
  item: Node,
  act: ItemAct,
  chinese: boolean,
): readonly TextEdit[] | null {
  if (act.act === 'add-picture') return withPicture(text, item, act.src, chinese)
  if (act.act === 'set') {
    if (item.kind === 'text')
      return act.field === 'title' && act.text !== '' ? [{ ...item.span, text: scalarText(act.text) }] : null
    const key = act.field === 'title' && item.kind === 'map' && isBrief(item) ? 'text' : act.field
    const value = chinese && key === 'lead' && act.text === 'true' ? '是' : act.text
    return withEntry(text, item, { table: itemTable, name: key, value, chinese })
  }
  const picture = pictureNodes(item)[act.picture]
  const { focus, fit, caption } = act
  if (picture === undefined) return null
  const values = {
    ...(focus && { focus: `[${focus.map(hundredths).join(', ')}]` }),
    ...(fit && { fit: chinese ? PICTURE_FITS[fit] : fit }),
    ...(caption !== undefined && { caption }),
  }
  const [[name, value] = []] = Object.entries(values)
  if (name === undefined || value === undefined) return null
  if (picture.kind === 'text') {
    const src = text.slice(picture.span.from, picture.span.to)
    const [file, key] = chinese ? ['文件', pictureTable[name as 'fit'].zh] : ['src', name]
    return [{ ...picture.span, text: `{ ${file}: ${src}, ${key}: ${value} }` }]
  }
  return withEntry(text, picture, { table: pictureTable, name, value, chinese })
}

/** Whether a piece of several keys is a brief. */
export function isBrief(item: Extract<Node, { kind: 'map' }>): boolean {
  return item.entries.some(({ key }) => /^(?:text|文字)$/.test(key.text.text))
}

function hundredths(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
}

export function isChineseKey({ key }: Entry): boolean {
  return /^\p{Script=Han}/u.test(key.text.text)
}
