/** A reproducible source of numbers in [0, 1) (mulberry32). */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` strings of SVG, one a call. */
export function times(count, draw) {
  return Array.from({ length: count }, (_, index) => draw(index)).join('')
}

/** A number short enough for a path. */
export function n(value) {
  return String(Math.round(value * 10) / 10)
}

/** `name="value"` for each attribute given. */
function attributes(given) {
  return Object.entries(given)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? n(value) : value}"`)
    .join('')
}

export function rect(x, y, width, height, fill, more = {}) {
  return `<rect${attributes({ x, y, width, height, fill })}${raw(more)}/>`
}

export function ellipse(cx, cy, rx, ry, fill, more = {}) {
  return `<ellipse${attributes({ cx, cy, rx, ry, fill })}${raw(more)}/>`
}

export function polygon(points, fill, more = {}) {
  return `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill}"${raw(more)}/>`
}

export function path(d, fill, more = {}) {
  return `<path d="${d}" fill="${fill}"${raw(more)}/>`
}

/** A round-ended stroke through the points: limbs, hoses, cables, beams. */
export function stroke(points, colour, width, more = {}) {
  const line = points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')
  return `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="${Math.round(width * 100) / 100}" stroke-linecap="round" stroke-linejoin="round"${raw(more)}/>`
}

export function group(content, more = {}) {
  return `<g${raw(more)}>${content}</g>`
}

/** Attributes that must keep their decimals. */
function raw(more) {
  return Object.entries(more)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

function stopList(stops) {
  return stops
    .map(
      ([at, colour, opacity = 1]) =>
        `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('')
}

/** A gradient from top to bottom; `direction` as x1 y1 x2 y2 of the painted box. */
export function linear(id, stops, [x1, y1, x2, y2] = [0, 0, 0, 1]) {
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopList(stops)}</linearGradient>`
}

export function radial(id, stops, [cx, cy, r] = [0.5, 0.5, 0.5]) {
  return `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopList(stops)}</radialGradient>`
}

export function blur(id, deviation) {
  return `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`
}

/** The whole drawing, with the light and shade every scene shares. */
export function drawing(width, height, definitions, content) {
  const shared = [
    linear(
      'roundness',
      [
        [0, '#fff', 0.22],
        [0.45, '#fff', 0],
        [1, '#000', 0.34],
      ],
      [0, 0, 1, 0.25],
    ),
    radial(
      'vignette',
      [
        [0, '#000', 0],
        [0.62, '#000', 0],
        [1, '#05070a', 0.3],
      ],
      [0.5, 0.48, 0.75],
    ),
    blur('soft', 2.2),
    blur('softer', 6),
    blur('haze', 16),
  ].join('')
  const frame = rect(0, 0, width, height, 'url(#vignette)')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${shared}${definitions}</defs>${content}${frame}</svg>`
}

/** A point on the way from `a` to `b`. */
export function between(a, b, part) {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}
