import type { Paper } from './output-profile.ts'

/** The most ink a press lays on one spot (总墨量), as a sum of parts: 3 is 300 %. */
export interface InkLimit {
  readonly total: number
  /** From the profile's own tables, or what is usual for the paper. */
  readonly from: 'profile' | 'paper'
}

/**
 * Usual limits for profiles whose tables are not read here: those of the ECI's offset profiles ISO Coated v2 (330 %)
 * and PSO Uncoated ISO 12647 (300 %).
 */
const USUAL: Readonly<Record<Paper, number>> = { coated: 3.3, uncoated: 3 }

const TAGS_AT = 128
const MOST_TAGS = 100

/** The bytes of a tag, from its type signature on; null where there is none. */
function tagOf(icc: Uint8Array, signature: string): DataView | null {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength)
  const count = Math.min(MOST_TAGS, view.getUint32(TAGS_AT))
  for (let at = TAGS_AT + 4; at < TAGS_AT + 4 + count * 12 && at + 12 <= icc.length; at += 12) {
    if (Buffer.from(icc.subarray(at, at + 4)).toString('latin1') !== signature) continue
    const from = view.getUint32(at + 4)
    const length = view.getUint32(at + 8)
    return from + length <= icc.length ? new DataView(icc.buffer, icc.byteOffset + from, length) : null
  }
  return null
}

/** A table from colours to inks: its nodes one after another, and each ink's curve behind them. */
interface Table {
  readonly inks: number
  readonly nodes: number
  readonly curveLength: number
  readonly node: (index: number) => number
  readonly curve: (ink: number, index: number) => number
}

/** Reads `lut16Type` and `lut8Type` (ICC.1:2022, 10.10 and 10.11), values 0–1; null for other types. */
function tableOf(tag: DataView): Table | null {
  const wide = tag.getUint32(0) === 0x6d667432
  if (!wide && tag.getUint32(0) !== 0x6d667431) return null
  const [inputs, inks, grid] = [tag.getUint8(8), tag.getUint8(9), tag.getUint8(10)]
  const [inputLength, curveLength] = wide ? [tag.getUint16(48), tag.getUint16(50)] : [256, 256]
  const size = wide ? 2 : 1
  const start = (wide ? 52 : 48) + inputs * inputLength * size
  const nodes = grid ** inputs
  const curves = start + nodes * inks * size
  if (curves + inks * curveLength * size > tag.byteLength || inks !== 4 || curveLength < 2) return null
  const read = (at: number) => (wide ? tag.getUint16(at) / 0xffff : tag.getUint8(at) / 0xff)
  return {
    inks,
    nodes,
    curveLength,
    node: (index) => read(start + index * size),
    curve: (ink, index) => read(curves + (ink * curveLength + index) * size),
  }
}

function throughCurve({ curve, curveLength }: Table, ink: number, value: number): number {
  const at = value * (curveLength - 1)
  const below = Math.min(Math.floor(at), curveLength - 2)
  const [from, to] = [curve(ink, below), curve(ink, below + 1)]
  return from + (to - from) * (at - below)
}

function mostInk(table: Table): number {
  let most = 0
  for (let node = 0; node < table.nodes; node += 1) {
    let sum = 0
    for (let ink = 0; ink < table.inks; ink += 1)
      sum += throughCurve(table, ink, table.node(node * table.inks + ink))
    most = Math.max(most, sum)
  }
  return most
}

/**
 * How much ink an output profile itself ever gives, by its tables for photographs and for exact colours; where they
 * are of a kind not read here, what is usual for the paper.
 */
export function inkLimit(icc: Uint8Array, paper: Paper | null): InkLimit {
  const tables = ['B2A0', 'B2A1'].map((signature) => {
    const tag = tagOf(icc, signature)
    return tag && tag.byteLength >= 52 ? tableOf(tag) : null
  })
  const sums = tables.flatMap((table) => (table === null ? [] : [mostInk(table)]))
  if (sums.length === 0) return { total: USUAL[paper ?? 'coated'], from: 'paper' }
  return { total: Math.round(Math.max(...sums) * 100) / 100, from: 'profile' }
}
