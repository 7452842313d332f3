import { createInflate } from 'node:zlib'
import type { PictureFault } from './picture-facts.ts'
import { CHANNELS, type PngFile } from './png.ts'

const ROW_FILTERS = 5
const CHUNK = 64 * 1024
/** What may follow the last row: a writer's slip that no reader minds. More of it is not unpacked. */
const MOST_EXTRA = 64 * 1024
/** Less than this is no further row, however narrow the picture is. */
const LEAST_EXTRA = 16

/** One of Adam7's passes, or the whole picture: which pixels it has, and how long its rows are. */
interface Pass {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly columns: number
  readonly rows: number
  /** Bytes of a row without its filter's. */
  readonly length: number
}

/** Adam7 (PNG, 8.2): x, y, dx, dy. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const WHOLE = [[0, 0, 1, 1]] as const

function passesOf({ width, height, bits, type, interlaced }: PngFile): readonly Pass[] {
  return (interlaced ? ADAM7 : WHOLE)
    .map(([x, y, dx, dy]) => {
      const columns = Math.max(0, Math.ceil((width - x) / dx))
      const rows = Math.max(0, Math.ceil((height - y) / dy))
      return {
        x,
        y,
        dx,
        dy,
        columns,
        rows,
        length: Math.ceil((columns * (CHANNELS[type] as number) * bits) / 8),
      }
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
}

function lengthOf(passes: readonly Pass[]): number {
  return passes.reduce((sum, { rows, length }) => sum + rows * (1 + length), 0)
}

/** Unpacks the rows piece by piece in zlib's thread; ends after `total` bytes and a little more. */
async function* unpacked(pieces: readonly Uint8Array[], total: number): AsyncGenerator<Uint8Array> {
  const stream = createInflate({ chunkSize: CHUNK })
  const feeding = feed(stream, pieces)
  let count = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      yield chunk
      count += chunk.length
      if (count > total + MOST_EXTRA) return
    }
  } finally {
    stream.destroy()
    await feeding
  }
}

/** Hands over one piece after the other; what goes wrong is heard where the stream is read. */
async function feed(stream: ReturnType<typeof createInflate>, pieces: readonly Uint8Array[]): Promise<void> {
  for (const piece of pieces) {
    if (stream.destroyed) return
    await new Promise<void>((done) => {
      stream.once('close', done)
      stream.write(piece, () => {
        stream.off('close', done)
        done()
      })
    })
  }
  if (!stream.destroyed) stream.end()
}

/** Looks at the filter byte that begins each row, wherever the chunks are cut. */
function filterWatch(passes: readonly Pass[]): (chunk: Uint8Array) => boolean {
  let [pass, row, next, at] = [0, 0, 0, 0]
  return (chunk) => {
    while (pass < passes.length && next < at + chunk.length) {
      if ((chunk[next - at] as number) >= ROW_FILTERS) return false
      next += 1 + (passes[pass] as Pass).length
      row += 1
      if (row === (passes[pass] as Pass).rows) [pass, row] = [pass + 1, 0]
    }
    at += chunk.length
    return true
  }
}

/**
 * Unpacks a PNG's rows and looks whether all are there, with filters that exist and zlib's checksum right; keeps
 * nothing of them. Zeros and a little else that follow the last row are passed over; whole further rows are those of
 * a picture that its head makes smaller than it is. null when the picture is whole.
 */
export async function rowFault(png: PngFile): Promise<PictureFault | null> {
  const passes = passesOf(png)
  const total = lengthOf(passes)
  const areFilters = filterWatch(passes)
  let count = 0
  let isMore = false
  try {
    for await (const chunk of unpacked(png.pieces, total)) {
      if (!areFilters(chunk)) return 'damaged'
      isMore ||= chunk.subarray(Math.max(0, total - count)).some((byte) => byte !== 0)
      count += chunk.length
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') return 'damaged'
    // The stream breaks off: harmless after the last row.
  }
  if (count < total) return 'truncated'
  const row = 1 + (passes.at(-1)?.length ?? 0)
  return isMore && count - total >= Math.max(row, LEAST_EXTRA) ? 'damaged' : null
}

async function rowsOf(png: PngFile, total: number): Promise<Uint8Array> {
  const rows = new Uint8Array(total)
  let at = 0
  for await (const chunk of unpacked(png.pieces, total)) {
    rows.set(chunk.subarray(0, total - at), at)
    at = Math.min(total, at + chunk.length)
  }
  if (at < total) throw new Error('broken PNG: too few rows')
  return rows
}

/**
 * One byte for each sample, row by row; 16-bit samples lose their low byte, smaller ones keep their own scale. Rejects
 * when the picture is not whole.
 */
export async function samplesOf(png: PngFile): Promise<Uint8Array> {
  const channels = CHANNELS[png.type] as number
  const passes = passesOf(png)
  const raw = await rowsOf(png, lengthOf(passes))
  const out = new Uint8Array(png.width * png.height * channels)
  const step = Math.max(1, (channels * png.bits) / 8)
  let at = 0
  for (const { x, y, dx, dy, columns, rows, length } of passes) {
    let above = new Uint8Array(length)
    for (let row = 0; row < rows; row += 1) {
      const line = raw.subarray(at + 1, at + 1 + length)
      unfilter(raw[at] as number, line, above, step)
      const target = ((y + row * dy) * png.width + x) * channels
      spread(line, out, { target, columns, channels, bits: png.bits, stride: dx * channels })
      above = line as Uint8Array<ArrayBuffer>
      at += 1 + length
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const toLeft = Math.abs(guess - left)
  const toUp = Math.abs(guess - up)
  const toCorner = Math.abs(guess - corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** Undoes a row's filter in place (PNG, 9.2). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  if (filter === 0) return
  for (let i = 0; i < line.length; i += 1) {
    const left = i >= step ? (line[i - step] as number) : 0
    const up = above[i] as number
    if (filter === 1) (line[i] as number) += left
    else if (filter === 2) (line[i] as number) += up
    else if (filter === 3) (line[i] as number) += (left + up) >> 1
    else if (filter === 4) (line[i] as number) += paeth(left, up, i >= step ? (above[i - step] as number) : 0)
    else throw new Error('broken PNG: unknown row filter')
  }
}

interface Spread {
  readonly target: number
  readonly columns: number
  readonly channels: number
  readonly bits: number
  readonly stride: number
}

/** Puts a row's samples to their places in the whole picture. */
function spread(line: Uint8Array, out: Uint8Array, how: Spread): void {
  const { columns, channels, bits, stride } = how
  for (let column = 0; column < columns; column += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      const sample = column * channels + channel
      const value =
        bits === 8
          ? (line[sample] as number)
          : bits === 16
            ? (line[sample * 2] as number)
            : ((line[(sample * bits) >> 3] as number) >> (8 - bits - ((sample * bits) & 7))) &
              ((1 << bits) - 1)
      out[how.target + column * stride + channel] = value
    }
  }
}
