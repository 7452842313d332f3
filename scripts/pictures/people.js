import { between, ellipse, group, path, polygon, rect, stroke } from './drawing.js'

const SKIN = '#c99a78'
const HAIR = '#26211f'

/** Scales a figure drawn 100 high, its foot (or seat) at the origin, and puts it at x, y. */
function placed(content, { x, y, height, mirror = false, opacity = 1 }) {
  const scale = Math.round(height * 10) / 1000
  return group(content, {
    transform: `translate(${x} ${y}) scale(${mirror ? -scale : scale} ${scale})`,
    opacity,
  })
}

/** A head with its neck; `view` is front, back or side (looking to the right). */
function head(cx, cy, { skin = SKIN, hair = HAIR, view = 'front', helmet, long = false }) {
  const neck = stroke(
    [
      [cx, cy + 4],
      [cx, cy + 9],
    ],
    '#a97c5f',
    5,
  )
  const face = ellipse(cx, cy, 5.1, 6.6, skin)
  const shade = ellipse(cx + 2.1, cy + 1, 3, 5.6, '#5b3826', { opacity: 0.25 })
  const locks = long ? path(`M${cx - 5.8} ${cy - 2} q-1 9 .6 13 q5 2 10.4 0 q1.6 -5 .6 -13z`, hair) : ''
  const cap = {
    back: ellipse(cx, cy - 0.8, 5.6, 6.7, hair),
    side: path(
      `M${cx + 3.8} ${cy - 5.4} q-4 -3.8 -7.6 -.8 q-3.6 3.6 -1.2 9.6 q2.2 .6 2.8 -3.4 q2.6 -1.6 3 -3.8 q2 .2 3 -1.6z`,
      hair,
    ),
    front: path(
      `M${cx - 5.5} ${cy + 0.6} q-1 -8.6 5.5 -8.6 q6.5 0 5.5 8.6 q-.6 -4.6 -2.8 -5 q-4.2 .6 -6 -.6 q-1.8 1.6 -2.2 5.6z`,
      hair,
    ),
  }[view]
  const glint = ellipse(cx - 1.8, cy - 4.6, 2.4, 1.5, '#fff', { opacity: 0.1 })
  const hat = helmet
    ? path(`M${cx - 7.2} ${cy - 2.2} q.4 -8.2 7.2 -8.2 q6.8 0 7.2 8.2 q-7.2 -1.8 -14.4 0z`, helmet) +
      path(`M${cx - 4.8} ${cy - 5.4} q1 -3.2 4 -4`, 'none', {
        stroke: '#fff',
        'stroke-width': 1.1,
        opacity: 0.45,
      })
    : ''
  const features =
    view === 'front'
      ? ellipse(cx - 2.1, cy + 0.4, 0.75, 0.6, '#33241d') +
        ellipse(cx + 2.1, cy + 0.4, 0.75, 0.6, '#33241d') +
        stroke(
          [
            [cx - 3, cy - 1.2],
            [cx - 1.3, cy - 1.4],
          ],
          '#3a2a22',
          0.5,
          { opacity: 0.7 },
        ) +
        stroke(
          [
            [cx + 1.3, cy - 1.4],
            [cx + 3, cy - 1.2],
          ],
          '#3a2a22',
          0.5,
          { opacity: 0.7 },
        ) +
        stroke(
          [
            [cx - 1, cy + 3.7],
            [cx + 1, cy + 3.7],
          ],
          '#8a4f3f',
          0.6,
          { opacity: 0.7 },
        )
      : ''
  return (
    (view === 'back' ? '' : locks) +
    neck +
    face +
    shade +
    features +
    cap +
    glint +
    (view === 'back' ? locks : '') +
    hat
  )
}

/** An arm with light on it; the sleeve ends before the hand. */
function arm(points, colour, skin = SKIN, width = 5) {
  const [elbow, hand] = points.slice(-2)
  const sleeve = [...points.slice(0, -1), between(elbow, hand, 0.8)]
  return (
    stroke([between(elbow, hand, 0.7), hand], skin, 3.2) +
    ellipse(hand[0], hand[1], 2, 2.1, skin) +
    stroke(sleeve, colour, width) +
    stroke(
      sleeve.map(([x, y]) => [x + 0.9, y + 0.5]),
      '#000',
      width * 0.5,
      { opacity: 0.16 },
    ) +
    stroke(
      sleeve.map(([x, y]) => [x - 0.9, y - 0.5]),
      '#fff',
      width * 0.3,
      { opacity: 0.14 },
    )
  )
}

function torso(colour, { from = -82, to = -46 } = {}) {
  const d = `M-3.6 ${from} C-8 ${from} -11.4 ${from + 1} -12.2 ${from + 5} L-9.4 ${to + 9} L-9.8 ${to} H9.8 L9.4 ${to + 9} L12.2 ${from + 5} C11.4 ${from + 1} 8 ${from} 3.6 ${from}z`
  return path(d, colour) + path(d, 'url(#roundness)')
}

const VEST =
  'M-9.8 -80.6 C-10.8 -72 -9.6 -66 -9.9 -50 H9.9 C9.6 -66 10.8 -72 9.8 -80.6 C8 -82 5.6 -82.2 3.8 -82 Q0 -73 -3.8 -82 C-5.6 -82.2 -8 -82 -9.8 -80.6z'

/** Trousers to the ground; `stride` sets the feet apart. */
function legs(colour, stride = 4, boots = '#222428') {
  const left = [
    [-4.2, -48],
    [-4.6 - stride * 0.3, -25],
    [-4.4 - stride * 0.6, -3],
  ]
  const right = [
    [4.2, -48],
    [4.6 + stride * 0.5, -25],
    [4.4 + stride * 0.6, -3],
  ]
  const shoe = ([x]) => ellipse(x + 1, -1.6, 4.4, 2.3, boots)
  return (
    shoe(left[2]) +
    shoe(right[2]) +
    stroke(left, colour, 7.6) +
    stroke(right, colour, 7.6) +
    stroke(
      right.map(([x, y]) => [x + 1.6, y]),
      '#000',
      4.5,
      { opacity: 0.16 },
    )
  )
}

const ARMS = {
  down: [
    [
      [-10.8, -77],
      [-12.6, -62],
      [-11.8, -48],
    ],
    [
      [10.8, -77],
      [12.6, -62],
      [11.8, -48],
    ],
  ],
  folder: [
    [
      [-10.8, -77],
      [-13, -63],
      [-1, -60],
    ],
    [
      [10.8, -77],
      [13, -63],
      [3, -59],
    ],
  ],
  point: [
    [
      [-10.8, -77],
      [-12.8, -62],
      [-11.4, -48],
    ],
    [
      [10.6, -77.5],
      [18, -68],
      [30, -75],
    ],
  ],
  carry: [
    [
      [-4, -76],
      [2, -64],
      [16, -60],
    ],
    [
      [5, -76],
      [5, -62],
      [21, -59],
    ],
  ],
  reach: [
    [
      [-2, -76],
      [9, -67],
      [24, -62],
    ],
    [
      [6, -76],
      [14, -66],
      [30, -60],
    ],
  ],
}

/** Someone standing. `vest` is a life or safety vest worn over the clothes. */
export function standing(look) {
  const { top = '#5b6f86', trousers = '#2f3640', pose = 'down', vest, hold = '', lean = 0 } = look
  const [back, front] = ARMS[pose]
  const over = vest
    ? path(VEST, vest) +
      path(VEST, 'url(#roundness)') +
      rect(-9.8, -62, 19.6, 3, '#eceedd', { opacity: 0.85 }) +
      rect(-9.8, -55.5, 19.6, 2.4, '#eceedd', { opacity: 0.7 }) +
      stroke(
        [
          [0, -74],
          [0, -51],
        ],
        '#000',
        0.7,
        { opacity: 0.3 },
      )
    : ''
  const shirt = look.suit
    ? polygon(
        [
          [-3.6, -82.4],
          [0, -62],
          [3.6, -82.4],
        ],
        '#eef0ee',
      ) +
      polygon(
        [
          [-0.9, -80],
          [0, -66],
          [0.9, -80],
        ],
        '#7d3a36',
      )
    : ''
  const body =
    arm(back, top, look.skin) +
    legs(trousers, look.stride, look.boots) +
    torso(top) +
    over +
    shirt +
    head(lean * 0.4, -91.5, look) +
    hold +
    arm(front, top, look.skin)
  const shadow = ellipse(3, -1, 17, 3.2, '#000', { opacity: 0.28, filter: 'url(#soft)' })
  return placed(shadow + group(body, { transform: `rotate(${lean})` }), look)
}

/** Head, shoulders and arms of someone who sits behind a table and faces us; origin at the table's edge. */
export function seatedFront(look) {
  const { top = '#44546a', collar = '#e8e6e0', open = true } = look
  const shoulders = 'M-17 2 q-1.5 -22 4 -27 q5 -3.2 9.5 -3.6 L3.5 -28.6 q6 .4 9.5 3.6 q5.5 5 4 27z'
  const chest = open
    ? polygon(
        [
          [-3.8, -28.8],
          [0, -16],
          [3.8, -28.8],
        ],
        collar,
      )
    : ''
  const forearms =
    stroke(
      [
        [-15, -8],
        [-12, 1],
        [-3, 1.5],
      ],
      top,
      6,
    ) +
    stroke(
      [
        [15, -8],
        [12, 1],
        [4, 1.5],
      ],
      top,
      6,
    ) +
    ellipse(-2, 1.5, 2.3, 2, look.skin ?? SKIN) +
    ellipse(3, 1.5, 2.3, 2, look.skin ?? SKIN)
  return placed(
    path(shoulders, top) + path(shoulders, 'url(#roundness)') + head(0, -38, look) + chest + forearms,
    look,
  )
}

/** Someone on a chair seen from behind; origin at the middle of the seat. */
export function seatedBack(look) {
  const { top = '#d9dee4', chair = '#23282f' } = look
  const shoulders = 'M-17 6 q-1 -34 3.5 -40 q5 -3.6 10 -4 L3.5 -38 q6 .4 10 4 q4.5 6 3.5 40z'
  const seat = 'M-14.5 14 q-2.5 -30 1 -36 q13.5 -4.5 27 0 q3.5 6 1 36 q-14.5 3 -29 0z'
  return placed(
    stroke(
      [
        [-14.5, -29],
        [-19, -14],
        [-15, -4],
      ],
      top,
      6.4,
    ) +
      stroke(
        [
          [14.5, -29],
          [19, -14],
          [15, -4],
        ],
        top,
        6.4,
      ) +
      path(shoulders, top) +
      path(shoulders, 'url(#roundness)') +
      head(0, -45, { ...look, view: look.view ?? 'back' }) +
      path(seat, chair) +
      path(seat, 'url(#roundness)', { opacity: 0.7 }),
    look,
  )
}
