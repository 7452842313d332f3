import type { OutputIntent } from '../paint/pdf/options.ts'

const CURVE_STEPS = 256

/** sRGB's decoding (IEC 61966-2-1, 5.2): coded value 0–1 to light 0–1. */
function light(coded: number): number {
  return coded <= 0.04045 ? coded / 12.92 : ((coded + 0.055) / 1.055) ** 2.4
}

function tag(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + Math.ceil(body.length / 4) * 4)
  for (let i = 0; i < 4; i += 1) bytes[i] = type.charCodeAt(i)
  bytes.set(body, 8)
  return bytes
}

/** ICC's signed 15.16 numbers. */
function fixed(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) view.setInt32(i * 4, Math.round(value * 65536))
  return bytes
}

function curve(): Uint8Array {
  const bytes = new Uint8Array(4 + CURVE_STEPS * 2)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, CURVE_STEPS)
  for (let i = 0; i < CURVE_STEPS; i += 1) {
    view.setUint16(4 + i * 2, Math.round(light(i / (CURVE_STEPS - 1)) * 65535))
  }
  return tag('curv', bytes)
}

/** A textDescriptionType in ASCII, with empty Unicode and Macintosh parts (ICC.1:2001, 6.5.17). */
function description(text: string): Uint8Array {
  const bytes = new Uint8Array(4 + text.length + 1 + 8 + 70)
  new DataView(bytes.buffer).setUint32(0, text.length + 1)
  bytes.set(Buffer.from(text, 'latin1'), 4)
  return tag('desc', bytes)
}

function header(length: number): Uint8Array {
  const bytes = new Uint8Array(128)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, length)
  view.setUint32(8, 0x02100000)
  bytes.set(Buffer.from('mntrRGB XYZ ', 'latin1'), 12)
  for (const [i, part] of [2024, 1, 1, 0, 0, 0].entries()) view.setUint16(24 + i * 2, part)
  bytes.set(Buffer.from('acsp', 'latin1'), 36)
  bytes.set(fixed(0.9642, 1, 0.8249), 68)
  return bytes
}

/**
 * An ICC profile (version 2.1, matrix and curves) of sRGB made from the standard's own figures: primaries and white of
 * ITU-R BT.709 adapted to D50 by Bradford's matrix.
 */
export function srgbProfile(): Uint8Array {
  const shared = curve()
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', tag('text', Buffer.from('No copyright, use freely\0', 'latin1'))],
    ['wtpt', tag('XYZ ', fixed(0.9642, 1, 0.8249))],
    ['rXYZ', tag('XYZ ', fixed(0.4360747, 0.2225045, 0.0139322))],
    ['gXYZ', tag('XYZ ', fixed(0.3850649, 0.7168786, 0.0971045))],
    ['bXYZ', tag('XYZ ', fixed(0.1430804, 0.0606169, 0.7141733))],
    ['rTRC', shared],
    ['gTRC', shared],
    ['bTRC', shared],
  ]
  const table = new Uint8Array(4 + tags.length * 12)
  const view = new DataView(table.buffer)
  view.setUint32(0, tags.length)
  const places = new Map<Uint8Array, number>()
  let end = 128 + table.length
  for (const [i, [name, body]] of tags.entries()) {
    if (!places.has(body)) {
      places.set(body, end)
      end += body.length
    }
    table.set(Buffer.from(name, 'latin1'), 4 + i * 12)
    view.setUint32(8 + i * 12, places.get(body) as number)
    view.setUint32(12 + i * 12, body.length)
  }
  return Buffer.concat([header(end), table, ...places.keys()])
}

/** What screens take for granted, as an output intent. */
export function srgbIntent(): OutputIntent {
  const name = 'sRGB IEC61966-2.1'
  return { icc: srgbProfile(), components: 3, identifier: name, info: name, registered: true }
}
