import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { pixelFault } from '../../src/assets/picture-faults.ts'
import { openPng } from '../../src/assets/png.ts'
import { readImage } from '../../src/assets/read-image.ts'
import { photograph } from '../paint/sample-images.ts'
import { chunk, png, segment } from './pictures.ts'

const EOI = Buffer.from([0xff, 0xd9])

async function faultOf(bytes: Uint8Array): Promise<string | null> {
  const { value, diagnostics } = readImage('a', bytes)
  return value ? pixelFault(value) : (diagnostics[0]?.code ?? null)
}

/** The upper half as it is, the lower half of one colour: a night, a studio's backdrop. */
function halfOf(colour: string) {
  const plain = { create: { width: 300, height: 200, channels: 3, background: colour } } as const
  return photograph(300, 200).composite([
    { input: { create: { ...plain.create, height: 100 } }, left: 0, top: 100 },
  ])
}

const jpegs: Record<string, Buffer> = {}

/** Restart markers, as scanners write them: a baseline file of one component, an interval for every unit. */
function withRestarts(): Buffer {
  const parts: Buffer[] = []
  // Luminance tables that hold what is needed: DC of no size, the end of a block.
  const table = (kind: number) => segment(0xc4, [kind, 1, ...new Array<number>(15).fill(0), 0])
  parts.push(Buffer.from([0xff, 0xd8]), segment(0xdb, [0, ...new Array<number>(64).fill(16)]))
  parts.push(segment(0xc0, [8, 0, 64, 0, 8, 1, 1, 0x11, 0]), table(0), table(0x10), segment(0xdd, [0, 1]))
  parts.push(segment(0xda, [1, 1, 0, 0, 63, 0]))
  for (let unit = 0; unit < 8; unit++) parts.push(Buffer.from(unit < 7 ? [0x3f, 0xff, 0xd0 + unit] : [0x3f]))
  return Buffer.concat([...parts, EOI])
}

/** Steps of light between blocks, each kind half as often as the one below it: the rarest get codes of over nine bits. */
function withRareSteps(): Promise<Buffer> {
  const side = 64
  const pixels = Buffer.alloc(64 * side * side)
  let mean = -1000
  for (let block = 0; block < side * side; block++) {
    const rarity = 31 - Math.clz32((block + 1) & -(block + 1))
    mean += (rarity === 0 ? 0 : 2 ** (rarity - 1)) * (mean < 0 ? 1 : -1)
    for (let at = 0; at < 64; at++) {
      const [x, y] = [8 * (block % side) + (at % 8), 8 * Math.floor(block / side) + Math.floor(at / 8)]
      pixels[8 * side * y + x] = 128 + Math.floor(mean / 8) + (at < 8 * (mean & 7) ? 1 : 0)
    }
  }
  const raw = { width: 8 * side, height: 8 * side, channels: 1 } as const
  return sharp(pixels, { raw }).toColourspace('b-w').jpeg({ quality: 100 }).toBuffer()
}

beforeAll(async () => {
  for (const progressive of [false, true]) {
    const kind = progressive ? 'progressive' : 'baseline'
    for (const quality of [30, 85, 100])
      jpegs[`${kind} ${quality}`] = await photograph(301, 203).jpeg({ quality, progressive }).toBuffer()
    const options = { progressive, optimiseCoding: true } as const
    jpegs[`${kind} 4:4:4`] = await photograph(301, 203)
      .jpeg({ ...options, chromaSubsampling: '4:4:4' })
      .toBuffer()
    jpegs[`${kind} gray`] = await photograph(301, 203).toColourspace('b-w').jpeg(options).toBuffer()
    jpegs[`${kind} CMYK`] = await photograph(301, 203).toColourspace('cmyk').jpeg(options).toBuffer()
    jpegs[`${kind} half black`] = await halfOf('#000000').jpeg(options).toBuffer()
    jpegs[`${kind} half gray`] = await halfOf('#808080').jpeg(options).toBuffer()
    jpegs[`${kind} white`] = await sharp({
      create: { width: 300, height: 200, channels: 3, background: '#fff' },
    })
      .jpeg(options)
      .toBuffer()
  }
  jpegs['with restarts'] = withRestarts()
  jpegs['with rare steps'] = await withRareSteps()
})

/** Where the entropy-coded data of the largest scan lie: damage there is damage to the picture. */
function dataOf(bytes: Buffer): readonly [from: number, to: number] {
  let best: [number, number] = [0, 0]
  for (let at = bytes.indexOf('\xff\xda', 0, 'latin1'); at >= 0; ) {
    const from = at + 2 + bytes.readUInt16BE(at + 2)
    const next = /\xff[\xc4\xd9\xda]/.exec(bytes.toString('latin1', from))
    const to = from + (next?.index ?? 0)
    if (to - from > best[1] - best[0]) best = [from, to]
    at = bytes.indexOf('\xff\xda', to, 'latin1')
  }
  return best
}

const PHOTOGRAPHS = ['baseline 30', 'baseline 85', 'baseline 4:4:4', 'baseline gray', 'baseline CMYK']
const PROGRESSIVE = PHOTOGRAPHS.map((name) => name.replace('baseline', 'progressive'))

describe('JPEG', () => {
  test('every sound one is whole, black, gray and white parts among them', async () => {
    for (const [name, bytes] of Object.entries(jpegs))
      expect([name, await faultOf(bytes)]).toEqual([name, null])
  })

  test('bytes behind the end, between segments and before the end do no harm', async () => {
    const stray = Buffer.from([0, 1, 2, 3])
    for (const [name, bytes] of Object.entries(jpegs)) {
      const second = 4 + bytes.readUInt16BE(4)
      const kinds = {
        behind: Buffer.concat([bytes, Buffer.from('a film')]),
        between: Buffer.concat([bytes.subarray(0, second), stray, bytes.subarray(second)]),
        before: Buffer.concat([bytes.subarray(0, -2), Buffer.alloc(500), EOI]),
      }
      for (const [kind, one] of Object.entries(kinds))
        expect([name, kind, await faultOf(one)]).toEqual([name, kind, null])
    }
  })

  test.each([...PHOTOGRAPHS, ...PROGRESSIVE])('%s, cut anywhere and closed again, is not', async (name) => {
    const bytes = jpegs[name]!
    const [from] = dataOf(bytes)
    for (const part of [0.02, 0.1, 0.5, 0.9, 0.97]) {
      const cut = Math.floor(from + (bytes.length - from) * part)
      const end = bytes[cut - 1] === 0xff ? cut - 1 : cut
      expect([part, await faultOf(Buffer.concat([bytes.subarray(0, end), EOI]))]).not.toEqual([part, null])
    }
  })

  test.each([...PHOTOGRAPHS, ...PROGRESSIVE])('%s with a hole is not', async (name) => {
    const bytes = jpegs[name]!
    const [from, to] = dataOf(bytes)
    for (const filling of [0, 0x55, 0x20, 0xaa]) {
      for (const size of [0.1, 0.4]) {
        const holed = Buffer.from(bytes)
        const at = Math.floor(from + (to - from) * 0.4)
        holed.fill(filling, at, at + Math.floor((to - from) * size))
        expect([filling, size, await faultOf(holed)]).not.toEqual([filling, size, null])
      }
    }
  })

  test('scans that are missing are missed', async () => {
    const bytes = jpegs['progressive 85']!
    const starts: number[] = []
    for (
      let at = bytes.indexOf('\xff\xda', 0, 'latin1');
      at >= 0;
      at = bytes.indexOf('\xff\xda', at + 2, 'latin1')
    )
      starts.push(at)
    expect(starts.length).toBeGreaterThan(5)
    for (const start of starts.slice(1))
      expect(await faultOf(Buffer.concat([bytes.subarray(0, start), EOI]))).toBe('truncated')
  })

  test('an interval between restart markers that is short, lost or out of order is found', async () => {
    const bytes = withRestarts()
    const at = (marker: number) => bytes.indexOf(Buffer.from([0xff, marker]))
    const lost = Buffer.concat([bytes.subarray(0, at(0xd3)), bytes.subarray(at(0xd4))])
    const swapped = Buffer.from(bytes)
    swapped[at(0xd3) + 1] = 0xd5
    const short = Buffer.concat([bytes.subarray(0, at(0xd2) - 1), bytes.subarray(at(0xd2))])
    expect(await Promise.all([lost, swapped, short].map(faultOf))).toEqual([
      'truncated',
      'damaged',
      'truncated',
    ])
  })

  test('whatever is done to one, looking through it ends and does not throw', async () => {
    const change = fc.record({
      name: fc.constantFrom(...PHOTOGRAPHS, ...PROGRESSIVE),
      flips: fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ name, flips }) => {
        const bytes = Buffer.from(jpegs[name]!)
        for (const [at, value] of flips) bytes[2 + (at % (bytes.length - 2))] = value
        expect([
          null,
          'truncated',
          'damaged',
          'E-IMAGE',
          'E-IMAGE-CUT',
          'E-IMAGE-CODING',
          'E-PIXELS',
          'E-IMAGE-UNKNOWN',
          'E-IMAGE-MEMORY',
        ]).toContain(await faultOf(bytes))
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})

/** The file with its rows unpacked, changed and packed again, all checksums right. */
function repacked(bytes: Uint8Array, change: (packed: Buffer) => Buffer): Buffer {
  const file = openPng(bytes)
  if (typeof file === 'string') throw new Error(file)
  const whole = Buffer.from(bytes)
  const [start, end] = [whole.indexOf('IDAT') - 4, whole.lastIndexOf('IEND') - 4]
  return Buffer.concat([
    whole.subarray(0, start),
    chunk('IDAT', change(Buffer.concat(file.pieces))),
    whole.subarray(end),
  ])
}

const PNG_KINDS = {
  colours: () => photograph(90, 60).png(),
  interlaced: () => photograph(91, 61).png({ progressive: true }),
  clear: () => photograph(90, 60).ensureAlpha(0.5).png(),
  gray: () => photograph(90, 60).toColourspace('b-w').png(),
  palette: () => photograph(90, 60).png({ palette: true, colours: 16 }),
  'one bit': () => photograph(91, 60).png({ palette: true, colours: 2 }),
  sixteen: () => photograph(90, 60).toColourspace('rgb16').png(),
  'interlaced sixteen': () =>
    photograph(3, 2).toColourspace('rgb16').ensureAlpha().png({ progressive: true }),
}

describe('PNG', () => {
  test.each(Object.entries(PNG_KINDS))('%s: whole, or what is wrong with it', async (_, make) => {
    const bytes = await make().toBuffer()
    const cut = repacked(bytes, (packed) => packed.subarray(0, packed.length >> 1))
    const fewer = repacked(bytes, (packed) => {
      const rows = inflateSync(packed)
      return deflateSync(rows.subarray(0, rows.length - 1))
    })
    const more = repacked(bytes, (packed) =>
      deflateSync(Buffer.concat([inflateSync(packed), Buffer.alloc(1000)])),
    )
    const checksum = repacked(bytes, (packed) => {
      const changed = Buffer.from(packed)
      changed[changed.length - 1]! ^= 1
      return changed
    })
    const filter = repacked(bytes, (packed) => {
      const rows = inflateSync(packed)
      rows[0] = 9
      return deflateSync(rows)
    })
    const found = await Promise.all([bytes, cut, fewer, more, checksum, filter].map(faultOf))
    expect(found).toEqual([null, 'truncated', 'truncated', null, 'damaged', 'damaged'])
  })

  test('a head that tells fewer rows than there are is damage, of whatever kind the picture is', async () => {
    for (const [kind, make] of Object.entries(PNG_KINDS)) {
      const bytes = await make().toBuffer()
      const lower = chunk('IHDR', bytes.subarray(16, 29))
      lower.writeUInt32BE(bytes.readUInt32BE(20) >> 1, 12)
      const head = chunk('IHDR', lower.subarray(8, 21))
      const found = await faultOf(Buffer.concat([bytes.subarray(0, 8), head, bytes.subarray(33)]))
      expect([kind, found]).not.toEqual([kind, null])
    }
  })

  test('what unpacks to far more than its rows is not unpacked to the end', async () => {
    const bomb = repacked(await PNG_KINDS.gray().toBuffer(), (packed) =>
      deflateSync(Buffer.concat([inflateSync(packed), Buffer.alloc(64 << 20)])),
    )
    expect(await faultOf(bomb)).toBeNull()
  })

  test('a palette that is none is damage, a transparency that does not fit is passed over', () => {
    const file = (type: number, ...pieces: Buffer[]) =>
      Buffer.concat([
        Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
        chunk('IHDR', [0, 0, 0, 8, 0, 0, 0, 8, 8, type, 0, 0, 0]),
        ...pieces,
        chunk('IDAT', deflateSync(Buffer.alloc(200))),
        chunk('IEND'),
      ])
    const code = (bytes: Uint8Array) => readImage('a.png', bytes).diagnostics[0]?.code
    expect(code(file(3, chunk('PLTE', [1, 2, 3, 4])))).toBe('E-IMAGE')
    expect(code(file(3, chunk('PLTE', [])))).toBe('E-IMAGE')
    expect(readImage('a.png', file(0, chunk('tRNS', [1]))).value).toMatchObject({ alpha: false })
    expect(readImage('a.png', file(0, chunk('tRNS', [0, 1]))).value).toMatchObject({ alpha: true })
  })
})

describe('memory', () => {
  test('what must be decoded as a whole has a bound of its own', async () => {
    const codes = (interlace: number, type: number) =>
      readImage('a.png', png({ width: 9_900, height: 9_900, interlace, type })).diagnostics
    expect(codes(1, 6)).toMatchObject([{ code: 'E-IMAGE-MEMORY', values: { needed: 392, limit: 300 } }])
    expect(codes(0, 6)).toEqual([])
    expect(codes(1, 2)).toEqual([])
  })
})
