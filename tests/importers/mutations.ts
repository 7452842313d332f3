import { unzipSync, zipSync } from 'fflate'

/** Whole numbers below a bound, the same in every run. */
export type Chance = (below: number) => number

export function chance(seed: number): Chance {
  let state = seed * 2654435761 + 1
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return state % below
  }
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Bytes changed, cut off or put in somewhere. */
export function damaged(bytes: Uint8Array, next: Chance): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const kind = next(4)
  if (kind === 0) return copy.slice(0, next(copy.length))
  if (kind === 1)
    return Uint8Array.from([...copy.slice(0, next(copy.length)), ...copy.slice(next(copy.length))])
  for (let count = next(8) + 1; count > 0; count -= 1) copy[next(copy.length)] = next(256)
  return copy
}

/** A docx whose archive is whole and whose parts make no sense: elements moved, doubled, renamed, left out, numbers changed. */
export function distorted(bytes: Uint8Array, next: Chance): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name))
  const name = names[next(names.length)] as string
  let xml = text(parts[name] as Uint8Array)
  for (let count = next(6) + 1; count > 0; count -= 1) xml = distortedXml(xml, next)
  return zipSync({ ...parts, [name]: new TextEncoder().encode(xml) }, { level: 0 })
}

const WHOLE = /<([\w:]+)(?:\s[^<>]*)?\/>|<([\w:]+)(?:\s[^<>]*)?>[^<]*<\/\2>/g
const VALUES = ['-1', '0', '99999999999', 'NaN', '', '２', 'none', '../../x', '\u0001'.slice(1), 'w:p']

function distortedXml(xml: string, next: Chance): string {
  const found = [...xml.matchAll(WHOLE)]
  const one = found[next(Math.max(1, found.length))]
  const other = found[next(Math.max(1, found.length))]
  if (!one || !other) return xml
  const at = one.index
  const without = xml.slice(0, at) + xml.slice(at + one[0].length)
  switch (next(6)) {
    case 0:
      return without
    case 1:
      return xml.slice(0, at) + one[0].repeat(next(40) + 2) + xml.slice(at + one[0].length)
    case 2:
      return xml.slice(0, at) + other[0] + xml.slice(at)
    case 3:
      return (
        xml.slice(0, at) +
        one[0].replace(/="[^"]*"/, `="${VALUES[next(VALUES.length)]}"`) +
        xml.slice(at + one[0].length)
      )
    case 4:
      return xml.replaceAll(`w:${(one[1] ?? one[2] ?? 'p').replace(/^\w+:/, '')}`, 'w:tbl')
    default:
      return xml.slice(0, next(xml.length)) + xml.slice(next(xml.length))
  }
}
