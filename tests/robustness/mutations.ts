/** Numbers from a seed, 0 ≤ n < 1: the same on every machine (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Mutation = (bytes: Buffer, next: () => number) => Buffer

const place = (bytes: Buffer, next: () => number) => Math.floor(next() * Math.max(1, bytes.length))

function span(bytes: Buffer, next: () => number): readonly [from: number, to: number] {
  const from = place(bytes, next)
  const length = 1 + Math.floor(next() ** 3 * bytes.length * 0.6)
  return [from, Math.min(bytes.length, from + length)]
}

/** What transfers, disks and people do to files, and what somebody does on purpose. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'bits turned': (bytes, next) => {
    const changed = Buffer.from(bytes)
    for (let count = 1 + Math.floor(next() * 8); count > 0; count--) {
      const at = place(changed, next)
      if (at < changed.length) changed[at]! ^= 1 << Math.floor(next() * 8)
    }
    return changed
  },
  'bytes changed': (bytes, next) => {
    const changed = Buffer.from(bytes)
    for (let count = 1 + Math.floor(next() * 6); count > 0; count--) {
      const at = place(changed, next)
      if (at < changed.length)
        changed[at] = [0, 255, 128, 127, Math.floor(next() * 256)][Math.floor(next() * 5)]!
    }
    return changed
  },
  'cut off': (bytes, next) => bytes.subarray(0, place(bytes, next)),
  'a hole': (bytes, next) => {
    const changed = Buffer.from(bytes)
    const [from, to] = span(bytes, next)
    return changed.fill([0, 255, 32, 0x55][Math.floor(next() * 4)]!, from, to)
  },
  rubbish: (bytes, next) => {
    const changed = Buffer.from(bytes)
    const [from, to] = span(bytes, next)
    for (let at = from; at < to; at++) changed[at] = Math.floor(next() * 256)
    return changed
  },
  'a part left out': (bytes, next) => {
    const [from, to] = span(bytes, next)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  'a part twice': (bytes, next) => {
    const [from, to] = span(bytes, next)
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  },
  'parts exchanged': (bytes, next) => {
    const [a, b, c] = [place(bytes, next), place(bytes, next), place(bytes, next)].sort((x, y) => x - y)
    return Buffer.concat([
      bytes.subarray(0, a),
      bytes.subarray(b, c),
      bytes.subarray(a, b),
      bytes.subarray(c),
    ])
  },
  'a length changed': (bytes, next) => {
    const changed = Buffer.from(bytes)
    const values = [0, 1, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0xffffffff]
    const value = values[Math.floor(next() * values.length)]!
    const at = place(changed, next) & ~1
    if (next() < 0.5 && at + 4 <= changed.length) changed.writeUInt32BE(value >>> 0, at)
    else if (at + 2 <= changed.length) changed.writeUInt16BE(value & 0xffff, at)
    return changed
  },
  'bytes put in': (bytes, next) => {
    const at = place(bytes, next)
    const more = Buffer.from(
      Array.from({ length: 1 + Math.floor(next() * 40) }, () => Math.floor(next() * 256)),
    )
    return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])
  },
}

const NAMES = Object.keys(MUTATIONS)

/** One to three mutations, drawn by chance; their names and what came of it. */
export function mutated(
  bytes: Buffer,
  next: () => number,
): { readonly names: string[]; readonly bytes: Buffer } {
  const names = Array.from(
    { length: 1 + Math.floor(next() ** 2 * 3) },
    () => NAMES[Math.floor(next() * NAMES.length)]!,
  )
  return { names, bytes: names.reduce((changed, name) => MUTATIONS[name]!(changed, next), bytes) }
}

const PIECES = [
  '\t',
  '\0',
  '\u001b',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\ud800',
  '🎉',
  '𠮷',
  'ā',
  '——',
  '……',
  '“',
  '”',
  '（',
  '\r',
  '\r\n',
  '\n\n',
  '    ',
  ': ',
  '- ',
  '? ',
  '| ',
  '> ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '!!x ',
  '%YAML 1.2\n',
  '---\n',
  '...\n',
  '#',
  ',',
  '~',
  'null',
  'true',
  '1e999',
  '-1',
  '0x7fffffff',
  '.nan',
  '9'.repeat(400),
  '简'.repeat(3_000),
  '<b>',
  '**',
  '==',
  '[^1]',
  '![](x.png)',
  '|a|b|\n|-|-|\n',
  '__proto__',
  'constructor',
  '../',
  '..\\',
  'C:\\',
  '/etc/passwd',
  'http://x',
  'mailto:',
  '$(x)',
  '{yyyy}',
  '{nn',
  '99999mm',
  '0pt',
  '-3em',
  '1/0',
  '#gggggg',
]

/** Text with pieces put in, taken out or exchanged where its own tokens begin and end. */
export function mutatedText(
  bytes: Buffer,
  next: () => number,
): { readonly names: string[]; readonly bytes: Buffer } {
  const tokens = bytes.toString('utf8').split(/(?<=[\s:,{}[\]"'|>-])/u)
  for (let count = 1 + Math.floor(next() ** 2 * 6); count > 0; count--) {
    const at = Math.floor(next() * tokens.length)
    const other = Math.floor(next() * tokens.length)
    const piece = PIECES[Math.floor(next() * PIECES.length)]!
    const act = Math.floor(next() * 5)
    if (act === 0) tokens.splice(at, 1)
    else if (act === 1) tokens.splice(at, 0, piece)
    else if (act === 2) tokens[at] = tokens[other]!
    else if (act === 3) tokens[at] = piece + (tokens[at]?.match(/\s*$/)?.[0] ?? '')
    else tokens.splice(at, 0, ...tokens.slice(other, other + 6))
  }
  return { names: ['tokens'], bytes: Buffer.from(tokens.join(''), 'utf8') }
}
