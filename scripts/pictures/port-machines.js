import { ellipse, group, path, rect, stroke, times } from './drawing.js'

/** A container seen along its side, ribs and shade included. */
export function container(x, y, width, height, colour) {
  const ribs = Math.max(4, Math.round(width / 9))
  return (
    rect(x, y, width, height, colour) +
    times(ribs, (rib) =>
      rect(x + (width * (rib + 0.5)) / ribs, y + 2, width / ribs / 3, height - 4, '#000', { opacity: 0.13 }),
    ) +
    rect(x, y, width, height * 0.08, '#fff', { opacity: 0.22 }) +
    rect(x, y + height * 0.86, width, height * 0.14, '#000', { opacity: 0.26 })
  )
}

/** A ship-to-shore crane: legs, portal, boom over the water to the left, house and stays. */
export function crane(x, foot, scale, colour, trolley) {
  const beam = (points, width, more) => stroke(points, colour, width, more)
  const lattice = times(13, (index) =>
    beam(
      [
        [-208 + index * 24, -214],
        [-196 + index * 24, -226],
        [-184 + index * 24, -214],
      ],
      1.6,
    ),
  )
  const load =
    stroke(
      [
        [trolley - 8, -208],
        [trolley - 8, -150],
      ],
      '#2f363c',
      0.9,
    ) +
    stroke(
      [
        [trolley + 8, -208],
        [trolley + 8, -150],
      ],
      '#2f363c',
      0.9,
    ) +
    rect(trolley - 14, -222, 28, 13, '#e9e3d4') +
    rect(trolley - 20, -151, 40, 4, '#d8b13a') +
    container(trolley - 20, -147, 40, 16, '#3d6076')
  return group(
    beam(
      [
        [0, 0],
        [6, -120],
        [14, -214],
      ],
      8,
    ) +
      beam(
        [
          [92, 0],
          [86, -120],
          [80, -214],
        ],
        8,
      ) +
      beam(
        [
          [3, -104],
          [89, -104],
        ],
        7,
      ) +
      beam(
        [
          [4, -104],
          [84, -206],
        ],
        3,
      ) +
      beam(
        [
          [-212, -212],
          [150, -212],
        ],
        7,
      ) +
      beam(
        [
          [-206, -226],
          [106, -226],
        ],
        3,
      ) +
      lattice +
      beam(
        [
          [14, -214],
          [40, -292],
          [80, -214],
        ],
        6,
      ) +
      beam(
        [
          [40, -290],
          [-130, -222],
        ],
        2.4,
      ) +
      beam(
        [
          [40, -290],
          [-40, -222],
        ],
        2.4,
      ) +
      beam(
        [
          [40, -290],
          [146, -214],
        ],
        2.4,
      ) +
      rect(96, -240, 46, 26, '#e6e1d6') +
      rect(96, -240, 46, 6, '#fff', { opacity: 0.5 }) +
      rect(-20, -208, 22, 17, '#dfe7ea') +
      rect(-17, -204, 16, 8, '#5b7485') +
      rect(-12, -6, 26, 8, '#3b4046') +
      rect(80, -6, 26, 8, '#3b4046') +
      load +
      stroke(
        [
          [-1.6, -2],
          [4, -120],
          [12, -212],
        ],
        '#fff',
        1.6,
        { opacity: 0.45 },
      ) +
      stroke(
        [
          [-212, -214],
          [150, -214],
        ],
        '#fff',
        1.4,
        { opacity: 0.4 },
      ),
    { transform: `translate(${x} ${foot}) scale(${scale})` },
  )
}

/** A yard tractor with its box. */
export function truck(x, foot, scale, colour) {
  return group(
    ellipse(50, 0, 74, 6, '#000', { opacity: 0.35, filter: 'url(#soft)' }) +
      rect(-16, -14, 118, 6, '#2a2f34') +
      container(-14, -46, 96, 32, colour) +
      path('M86 -12 V-42 q1 -6 7 -6 H108 q5 0 7 8 L119 -24 V-12z', '#e8e3d8') +
      path('M97 -42 H107 q3 0 5 8 L113 -28 H97z', '#53697a') +
      rect(86, -14, 33, 4, '#5b6168') +
      [0, 18, 74, 106]
        .map((wheel) => ellipse(wheel, -5, 8, 8, '#1b1e21') + ellipse(wheel, -5, 3.4, 3.4, '#8b9197'))
        .join(''),
    { transform: `translate(${x} ${foot}) scale(${scale})` },
  )
}
