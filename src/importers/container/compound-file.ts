/** Bytes of the header, and of a row of the directory. */
const HEADER = 512
const ROW = 128
/** In the header: how many sectors the table takes, and those that the header names itself. */
const NAMED = 109

/**
 * Whether an old Office file ([MS-CFB]) is laid out so that whoever follows its chains comes to an end: its table lies
 * within the file, no chain of sectors leads in a circle, and no entry of the directory has two parents. Linear.
 */
export function isSoundCompound(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.length < HEADER || ![9, 12].includes(file.readUInt16LE(30)) || file.readUInt16LE(32) !== 6)
    return false
  const size = 1 << file.readUInt16LE(30)
  const [tables, smallTables, more] = [44, 64, 72].map((at) => file.readInt32LE(at)) as [
    number,
    number,
    number,
  ]
  const most = Math.ceil(file.length / size)
  if ([tables, smallTables, more].some((count) => count < 0 || count > most)) return false
  const sector = (id: number) => file.subarray((id + 1) * size, (id + 2) * size)
  const named = [file.subarray(76, 76 + 4 * NAMED)]
  let next = file.readInt32LE(68)
  for (let count = 0; count < more && sector(next).length === size; count += 1) {
    named.push(sector(next).subarray(0, -4))
    next = sector(next).readInt32LE(size - 4)
  }
  const table = numbersOf([...numbersOf(named).subarray(0, tables)].map(sector))
  if (hasCircle(table)) return false
  const chain = (first: number) => chainOf(table, first).map(sector)
  return !hasCircle(numbersOf(chain(file.readInt32LE(60)))) && isTree(chain(file.readInt32LE(48)))
}

function numbersOf(sectors: readonly Buffer[]): Int32Array {
  const all = Buffer.concat(sectors)
  return Int32Array.from({ length: all.length >> 2 }, (_, at) => all.readInt32LE(4 * at))
}

/** Whether following a table from somewhere never ends; negative numbers end a chain. */
function hasCircle(next: Int32Array): boolean {
  const seen = new Int32Array(next.length)
  for (let start = 0; start < next.length; start += 1) {
    for (let at = start; at >= 0 && at < next.length; at = next[at] ?? -1) {
      if (seen[at] === start + 1) return true
      if (seen[at] !== 0) break
      seen[at] = start + 1
    }
  }
  return false
}

/** The sectors from one on, of a table without circles. */
function chainOf(next: Int32Array, first: number): readonly number[] {
  const chain: number[] = []
  for (let at = first; at >= 0 && at < next.length; at = next[at] ?? -1) chain.push(at)
  return chain
}

function isTree(sectors: readonly Buffer[]): boolean {
  const rows = Buffer.concat(sectors)
  const named = new Set<number>()
  for (let at = 0; at + ROW <= rows.length; at += ROW) {
    // Left, right and child of an entry that is in use.
    for (const place of rows[at + 66] === 0 ? [] : [68, 72, 76]) {
      const id = rows.readInt32LE(at + place)
      if (id < 0) continue
      if (named.has(id)) return false
      named.add(id)
    }
  }
  return true
}
