import { deflated, inflated } from './deflate.ts'

/** A PNG's picture as PDF wants it: compressed rows with PNG's own row filters (predictor 15). */
export interface EmbeddablePng {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly components: 1 | 3
  readonly palette: Uint8Array | null
  readonly pixels: Uint8Array
  /** Eight-bit opacity of every pixel; null when all is opaque. */
  readonly opacity: Uint8Array | null
  readonly icc: Uint8Array | null
}

interface Header {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** 0 gray, 2 colours, 3 palette, 4 gray with alpha, 6 colours with alpha (PNG, 11.2.1). */
  readonly type: number
  readonly interlaced: boolean
}

interface Chunks {
  readonly header: Header
  readonly palette: Uint8Array | null
  readonly transparency: Uint8Array | null
  readonly icc: Uint8Array | null
  readonly compressed: Uint8Array
}

const ICC_LIMIT = 4 << 20
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function headerOf(bytes: Uint8Array): Header {
  const at = view(bytes)
  const type = bytes[9]!
  if (!(type in CHANNELS)) throw new Error(`PNG of colour type ${type}`)
  return {
    width: at.getUint32(0),
    height: at.getUint32(4),
    bits: bytes[8]!,
    type,
    interlaced: bytes[12] === 1,
  }
}

function chunksOf(bytes: Uint8Array): Chunks {
  const lengths = view(bytes)
  const found = new Map<string, Uint8Array>()
  const pieces: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = lengths.getUint32(at)
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (kind === 'IDAT') pieces.push(body)
    else if (!found.has(kind)) found.set(kind, body)
    if (kind === 'IEND') break
    at += 12 + length
  }
  const header = found.get('IHDR')
  if (!header || pieces.length === 0) throw new Error('broken PNG')
  return {
    header: headerOf(header),
    palette: found.get('PLTE') ?? null,
    transparency: found.get('tRNS') ?? null,
    icc: found.get('iCCP') ?? null,
    compressed: pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces),
  }
}

async function iccOf(chunk: Uint8Array | null): Promise<Uint8Array | null> {
  if (!chunk) return null
  const name = chunk.indexOf(0)
  if (name === -1) return null
  // A broken or swollen profile is no reason to lose the picture.
  return inflated(chunk.subarray(name + 2), ICC_LIMIT).catch(() => null)
}

/** Takes the compressed rows as they are where PDF can; decodes the picture where it cannot (alpha, interlace). */
export async function embeddablePng(bytes: Uint8Array): Promise<EmbeddablePng> {
  const chunks = chunksOf(bytes)
  const { header } = chunks
  const icc = await iccOf(chunks.icc)
  const plain = !header.interlaced && header.type < 4 && !chunks.transparency
  const common = {
    width: header.width,
    height: header.height,
    components: header.type === 2 || header.type === 6 ? 3 : 1,
    palette: header.type === 3 ? chunks.palette : null,
    icc,
  } as const
  if (plain) return { ...common, bits: header.bits, pixels: chunks.compressed, opacity: null }
  const samples = await decoded(chunks)
  const { colours, opacity } = separate(chunks, samples)
  return {
    ...common,
    bits: 8,
    pixels: await deflated(withRowFilters(colours, header.width * common.components)),
    opacity: opacity && (await deflated(opacity)),
  }
}

interface Pass {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

/** Adam7 (PNG, 8.2). */
const PASSES: readonly Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
]
const WHOLE: readonly Pass[] = [{ x: 0, y: 0, dx: 1, dy: 1 }]

/** One byte for each sample, row by row; 16-bit samples lose their low byte, smaller ones keep their own scale. */
async function decoded({ header, compressed }: Chunks): Promise<Uint8Array> {
  const channels = CHANNELS[header.type]!
  const passes = header.interlaced ? PASSES : WHOLE
  const sizes = passes.map((pass) => ({
    columns: Math.ceil((header.width - pass.x) / pass.dx),
    rows: Math.ceil((header.height - pass.y) / pass.dy),
  }))
  const rowBytes = (columns: number) => Math.ceil((columns * channels * header.bits) / 8)
  const total = sizes.reduce((sum, size) => sum + size.rows * (1 + rowBytes(size.columns)), 0)
  const raw = await inflated(compressed, total)
  if (raw.length < total) throw new Error('broken PNG: too few rows')
  const out = new Uint8Array(header.width * header.height * channels)
  const step = Math.max(1, (channels * header.bits) / 8)
  let at = 0
  passes.forEach((pass, i) => {
    const { columns, rows } = sizes[i]!
    if (columns <= 0 || rows <= 0) return
    const length = rowBytes(columns)
    let above = new Uint8Array(length)
    for (let row = 0; row < rows; row++) {
      const filter = raw[at]!
      const line = raw.subarray(at + 1, at + 1 + length)
      unfilter(filter, line, above, step)
      const target = ((pass.y + row * pass.dy) * header.width + pass.x) * channels
      spread(line, out, { target, columns, channels, bits: header.bits, stride: pass.dx * channels })
      above = line as Uint8Array<ArrayBuffer>
      at += 1 + length
    }
  })
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
  for (let i = 0; i < line.length; i++) {
    const left = i >= step ? line[i - step]! : 0
    const up = above[i]!
    if (filter === 1) line[i]! += left
    else if (filter === 2) line[i]! += up
    else if (filter === 3) line[i]! += (left + up) >> 1
    else if (filter === 4) line[i]! += paeth(left, up, i >= step ? above[i - step]! : 0)
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
  for (let column = 0; column < columns; column++) {
    for (let channel = 0; channel < channels; channel++) {
      const sample = column * channels + channel
      const value =
        bits === 8
          ? line[sample]!
          : bits === 16
            ? line[sample * 2]!
            : (line[(sample * bits) >> 3]! >> (8 - bits - ((sample * bits) & 7))) & ((1 << bits) - 1)
      out[how.target + column * stride + channel] = value
    }
  }
}

/** Colours and opacity apart; gray of few bits is brought to eight. */
function separate(
  { header, transparency }: Chunks,
  samples: Uint8Array,
): { readonly colours: Uint8Array; readonly opacity: Uint8Array | null } {
  const pixels = header.width * header.height
  const scale = header.type === 0 && header.bits < 8 ? 255 / ((1 << header.bits) - 1) : 1
  if (header.type < 4) {
    const opacity = transparency && opacityByColour(header, samples, transparency)
    return { colours: scale === 1 ? samples : samples.map((sample) => sample * scale), opacity }
  }
  const channels = header.type === 4 ? 1 : 3
  const colours = new Uint8Array(pixels * channels)
  const opacity = new Uint8Array(pixels)
  let opaque = true
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < channels; c++) colours[i * channels + c] = samples[i * (channels + 1) + c]!
    opacity[i] = samples[i * (channels + 1) + channels]!
    if (opacity[i] !== 255) opaque = false
  }
  return { colours, opacity: opaque ? null : opacity }
}

/** Opacity from tRNS: one for each palette entry, or none for the one named colour (PNG, 11.3.2). */
function opacityByColour(header: Header, samples: Uint8Array, transparency: Uint8Array): Uint8Array {
  const pixels = header.width * header.height
  const opacity = new Uint8Array(pixels).fill(255)
  if (header.type === 3) {
    for (let i = 0; i < pixels; i++) opacity[i] = transparency[samples[i]!] ?? 255
    return opacity
  }
  const channels = header.type === 2 ? 3 : 1
  const clear = Array.from({ length: channels }, (_, c) => transparency[c * 2 + (header.bits === 16 ? 0 : 1)])
  for (let i = 0; i < pixels; i++) {
    if (clear.every((value, c) => samples[i * channels + c] === value)) opacity[i] = 0
  }
  return opacity
}

/** Rows with the Up filter, which compresses drawings and photographs better than none. */
function withRowFilters(samples: Uint8Array, rowLength: number): Uint8Array {
  const rows = samples.length / rowLength
  const out = new Uint8Array(rows * (rowLength + 1))
  for (let row = 0; row < rows; row++) {
    const at = row * (rowLength + 1)
    out[at] = 2
    for (let i = 0; i < rowLength; i++) {
      const place = row * rowLength + i
      out[at + 1 + i] = samples[place]! - (row > 0 ? samples[place - rowLength]! : 0)
    }
  }
  return out
}
