// Glyphs of a font with another em, or that stand elsewhere in it, brought to ours: drawn anew, without components.

/** The points of a simple glyph by contour. */
function simpleContours(outline, count) {
  const ends = Array.from({ length: count }, (_, index) => outline.readUInt16BE(10 + 2 * index))
  let at = 12 + 2 * count + outline.readUInt16BE(10 + 2 * count)
  const total = ends.at(-1) + 1
  const flags = []
  while (flags.length < total) {
    const flag = outline[at++]
    const repeats = flag & 8 ? outline[at++] : 0
    for (let index = 0; index <= repeats; index++) flags.push(flag)
  }
  const places = (short, same) => {
    let place = 0
    return flags.map((flag) => {
      if (flag & short) place += flag & same ? outline[at++] : -outline[at++]
      else if (!(flag & same)) {
        place += outline.readInt16BE(at)
        at += 2
      }
      return place
    })
  }
  const xs = places(2, 16)
  const ys = places(4, 32)
  const points = flags.map((flag, index) => ({ x: xs[index], y: ys[index], on: flag & 1 }))
  return ends.map((end, index) => points.slice(index === 0 ? 0 : ends[index - 1] + 1, end + 1))
}

const f2dot14 = (outline, at) => outline.readInt16BE(at) / 16384

/** A component's glyph and how its points are moved; OpenType, “glyf”. */
function component(outline, at) {
  const flags = outline.readUInt16BE(at)
  const glyph = outline.readUInt16BE(at + 2)
  if (!(flags & 2)) throw new Error('a component is placed by points')
  const wide = flags & 1
  const [dx, dy] = wide
    ? [outline.readInt16BE(at + 4), outline.readInt16BE(at + 6)]
    : [outline.readInt8(at + 4), outline.readInt8(at + 5)]
  const from = at + (wide ? 8 : 6)
  let [a, b, c, d] = [1, 0, 0, 1]
  if (flags & 8) a = d = f2dot14(outline, from)
  else if (flags & 0x40) [a, d] = [f2dot14(outline, from), f2dot14(outline, from + 2)]
  else if (flags & 0x80) [a, b, c, d] = [0, 2, 4, 6].map((step) => f2dot14(outline, from + step))
  const move = ({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })
  return { glyph, move }
}

function contoursOf(glyphs, index) {
  const { outline, components } = glyphs[index]
  if (outline.length === 0) return []
  const count = outline.readInt16BE(0)
  if (count >= 0) return count === 0 ? [] : simpleContours(outline, count)
  return components.flatMap((at) => {
    const { glyph, move } = component(outline, at - 2)
    return contoursOf(glyphs, glyph).map((contour) => contour.map(move))
  })
}

/** One coordinate of all points: the bytes, and the flags that say how they are to be read. */
function packed(places, short, same) {
  const bytes = []
  let last = 0
  const flags = places.map((place) => {
    const step = place - last
    last = place
    if (step === 0) return same
    if (Math.abs(step) < 256) {
      bytes.push(Math.abs(step))
      return short | (step > 0 ? same : 0)
    }
    bytes.push((step >> 8) & 0xff, step & 0xff)
    return 0
  })
  return { bytes, flags }
}

function withRepeats(flags) {
  const bytes = []
  for (let at = 0; at < flags.length; ) {
    let run = 1
    while (run < 256 && flags[at + run] === flags[at]) run++
    if (run > 2) bytes.push(flags[at] | 8, run - 1)
    else for (let index = 0; index < run; index++) bytes.push(flags[at])
    at += run
  }
  return bytes
}

function simpleOutline(contours) {
  if (contours.length === 0) return Buffer.alloc(0)
  const points = contours.flat()
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const header = Buffer.alloc(12 + 2 * contours.length)
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  for (const [index, value] of [contours.length, ...box].entries()) header.writeInt16BE(value, 2 * index)
  let end = -1
  contours.forEach((contour, index) => {
    end += contour.length
    header.writeUInt16BE(end, 10 + 2 * index)
  })
  const x = packed(xs, 2, 16)
  const y = packed(ys, 4, 32)
  const flags = withRepeats(points.map(({ on }, index) => on | x.flags[index] | y.flags[index]))
  const outline = Buffer.concat([header, Buffer.from([...flags, ...x.bytes, ...y.bytes])])
  return outline.length % 2 === 0 ? outline : Buffer.concat([outline, Buffer.alloc(1)])
}

/** The same piece with every glyph scaled, then moved, on a width of its own. */
export function refit(piece, { scale, dx, dy, advance }) {
  const move = ({ x, y, on }) => ({ x: Math.round(x * scale + dx), y: Math.round(y * scale + dy), on })
  const glyphs = piece.glyphs.map((_, index) => {
    const contours = contoursOf(piece.glyphs, index).map((contour) => contour.map(move))
    const outline = simpleOutline(contours)
    const metric = Buffer.alloc(4)
    metric.writeUInt16BE(advance, 0)
    metric.writeInt16BE(outline.length === 0 ? 0 : outline.readInt16BE(2), 2)
    return { outline, components: [], metric }
  })
  return { glyphs, characters: piece.characters }
}
