// What the scenes of the gallery are put together from: flat shapes in a few colours each.
import { ellipse, group, path, polygon, rect, stroke, times } from '../pictures/drawing.js'

/** Somebody standing on (x, foot), `tall` high; `turn` is -1 for a look to the left. */
export function standing(
  x,
  foot,
  tall,
  { coat, trousers = '#3b4252', skin = '#e8b995', hair = '#2b2b2b', arm = 'down', turn = 1 },
) {
  const u = tall / 8
  const hands = {
    down: stroke(
      [
        [1.1, -5.9],
        [1.5, -4.6],
        [1.3, -3.4],
      ].map(([a, b]) => [a * u, b * u]),
      coat,
      0.62 * u,
    ),
    out:
      stroke(
        [
          [1, -5.9],
          [2, -5],
          [3.1, -5.2],
        ].map(([a, b]) => [a * u, b * u]),
        coat,
        0.62 * u,
      ) + ellipse(3.3 * u, -5.25 * u, 0.32 * u, 0.32 * u, skin),
    up:
      stroke(
        [
          [1, -6],
          [1.9, -6.7],
          [2.3, -8],
        ].map(([a, b]) => [a * u, b * u]),
        coat,
        0.62 * u,
      ) + ellipse(2.35 * u, -8.2 * u, 0.32 * u, 0.32 * u, skin),
  }
  const body =
    stroke(
      [
        [-0.45 * u, -3.4 * u],
        [-0.5 * u, -0.2 * u],
      ],
      trousers,
      0.85 * u,
    ) +
    stroke(
      [
        [0.5 * u, -3.4 * u],
        [0.6 * u, -0.2 * u],
      ],
      trousers,
      0.85 * u,
    ) +
    stroke(
      [
        [-1, -5.9],
        [-1.45, -4.6],
        [-1.2, -3.5],
      ].map(([a, b]) => [a * u, b * u]),
      coat,
      0.62 * u,
    ) +
    path(
      `M${-1.15 * u},${-6.1 * u} Q0,${-6.7 * u} ${1.15 * u},${-6.1 * u} L${1.05 * u},${-3.1 * u} L${-1.05 * u},${-3.1 * u} Z`,
      coat,
    ) +
    rect(-0.28 * u, -6.8 * u, 0.56 * u, 0.7 * u, skin) +
    ellipse(0, -7.3 * u, 0.72 * u, 0.82 * u, skin) +
    path(
      `M${-0.8 * u},${-7.2 * u} Q${-0.85 * u},${-8.3 * u} ${0.1 * u},${-8.25 * u} Q${0.9 * u},${-8.2 * u} ${0.74 * u},${-7.45 * u} Q${0.1 * u},${-7.9 * u} ${-0.5 * u},${-7.65 * u} Z`,
      hair,
    ) +
    hands[arm]
  return group(body, { transform: `translate(${x} ${foot}) scale(${turn} 1)` })
}

/** Somebody at a table from the waist up: shoulders at `y`. */
export function seated(x, y, wide, { coat, skin = '#e8b995', hair = '#2b2b2b' }) {
  const u = wide / 3
  return group(
    path(
      `M${-1.5 * u},${2.2 * u} Q${-1.5 * u},${0.1 * u} 0,0 Q${1.5 * u},${0.1 * u} ${1.5 * u},${2.2 * u} Z`,
      coat,
    ) +
      polygon(
        [
          [-0.4 * u, 0.02 * u],
          [0.4 * u, 0.02 * u],
          [0, 0.8 * u],
        ],
        '#f7f3ea',
      ) +
      rect(-0.3 * u, -0.5 * u, 0.6 * u, 0.7 * u, skin) +
      ellipse(0, -1 * u, 0.72 * u, 0.84 * u, skin) +
      path(
        `M${-0.8 * u},${-0.9 * u} Q${-0.9 * u},${-2 * u} 0,${-1.98 * u} Q${0.9 * u},${-2 * u} ${0.8 * u},${-0.95 * u} Q${0.55 * u},${-1.5 * u} 0,${-1.45 * u} Q${-0.55 * u},${-1.5 * u} ${-0.8 * u},${-0.9 * u} Z`,
        hair,
      ),
    { transform: `translate(${x} ${y})` },
  )
}

/** A round tree on (x, foot). */
export function tree(x, foot, tall, [leaf, light, trunk]) {
  const u = tall / 10
  return (
    rect(x - 0.4 * u, foot - 4 * u, 0.8 * u, 4 * u, trunk) +
    ellipse(x, foot - 6.4 * u, 3 * u, 3.4 * u, leaf) +
    ellipse(x - 1.9 * u, foot - 5.2 * u, 1.9 * u, 1.9 * u, leaf) +
    ellipse(x + 1.9 * u, foot - 5 * u, 1.9 * u, 1.8 * u, leaf) +
    ellipse(x - 0.9 * u, foot - 7.3 * u, 1.5 * u, 1.5 * u, light) +
    ellipse(x + 1.4 * u, foot - 5.6 * u, 1 * u, 0.9 * u, light)
  )
}

/** A house front with rows of windows, standing on `foot`. */
export function house(x, foot, width, height, { wall, window, roof, floors = 4, across = 4 }) {
  const stepX = width / across
  const stepY = height / (floors + 0.4)
  const windows = times(floors, (row) =>
    times(across, (at) =>
      rect(x + (at + 0.24) * stepX, foot - height + (row + 0.3) * stepY, 0.52 * stepX, 0.55 * stepY, window),
    ),
  )
  return (
    rect(x, foot - height, width, height, wall) +
    windows +
    (roof ? rect(x - 6, foot - height - 12, width + 12, 14, roof) : '')
  )
}

/** Hills from edge to edge, their line through `tops`. */
export function hills(width, foot, tops, colour) {
  const step = width / (tops.length - 1)
  const line = tops
    .map((y, at) =>
      at === 0
        ? `M0,${y}`
        : `C${(at - 0.5) * step},${tops[at - 1]} ${(at - 0.5) * step},${y} ${at * step},${y}`,
    )
    .join(' ')
  return path(`${line} L${width},${foot} L0,${foot} Z`, colour)
}

/** Clouds of three circles. */
export function cloud(x, y, size, colour) {
  return (
    ellipse(x, y, size, size * 0.34, colour) +
    ellipse(x - size * 0.35, y - size * 0.2, size * 0.42, size * 0.36, colour) +
    ellipse(x + size * 0.25, y - size * 0.25, size * 0.5, size * 0.42, colour)
  )
}

/** A table's top and legs. */
export function table(x, y, width, { top, leg, deep = 16, tall = 120 }) {
  return (
    rect(x + 18, y, 14, tall, leg) +
    rect(x + width - 32, y, 14, tall, leg) +
    rect(x, y, width, deep, top, { rx: 4 })
  )
}
