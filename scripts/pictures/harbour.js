import {
  drawing,
  ellipse,
  group,
  linear,
  path,
  polygon,
  radial,
  random,
  rect,
  stroke,
  times,
} from './drawing.js'
import { container, crane, truck } from './port-machines.js'

const WIDTH = 1280
const HEIGHT = 720
const WATER = 430

const PAINTS = ['#8c4a3c', '#3d6076', '#5d7a68', '#b08a4e', '#7a7f86', '#a35b3e', '#46566b', '#c2b59b']

function paint(next) {
  return PAINTS[Math.floor(next() * PAINTS.length)]
}

function sky() {
  return (
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)') +
    rect(0, 0, WIDTH, HEIGHT, 'url(#sun)') +
    group(
      ellipse(260, 130, 260, 16, '#fff2dd', { opacity: 0.5 }) +
        ellipse(420, 165, 220, 10, '#ffe3c2', { opacity: 0.6 }) +
        ellipse(980, 90, 300, 18, '#e9eef2', { opacity: 0.4 }) +
        ellipse(1100, 150, 220, 9, '#fde6cc', { opacity: 0.45 }),
      { filter: 'url(#softer)' },
    ) +
    path('M0 410 Q120 352 260 388 T520 372 T760 392 T1010 362 T1280 392 V440 H0z', '#a9b3bb', {
      opacity: 0.55,
    }) +
    path('M0 420 Q180 388 330 408 T640 402 T960 410 T1280 404 V440 H0z', '#8f9ca6', { opacity: 0.6 })
  )
}

function water(next) {
  const glitter = times(150, () => {
    const y = WATER + 4 + next() * next() * 210
    const spread = 40 + (y - WATER) * 1.1
    return rect(300 + (next() - 0.5) * 2 * spread, y, 8 + next() * 34, 1.4 + (y - WATER) / 90, '#fff0d6', {
      opacity: (0.25 + next() * 0.5).toFixed(2),
    })
  })
  const waves = times(120, () => {
    const y = WATER + next() * 220
    return rect(
      next() * WIDTH,
      y,
      30 + next() * 90,
      1.4 + (y - WATER) / 120,
      next() > 0.5 ? '#f4e2cc' : '#42586a',
      { opacity: 0.16 },
    )
  })
  return rect(0, WATER, WIDTH, HEIGHT - WATER, 'url(#water)') + waves + glitter
}

function ship(next) {
  const rows = [4, 5, 6, 6, 5, 6, 5, 4, 5, 6, 5, 4, 3]
  const cargo = rows
    .map((tall, bay) =>
      times(tall, (row) => container(168 + bay * 41, 412 - (row + 1) * 17, 39, 16, paint(next))),
    )
    .join('')
  const bridge =
    rect(712, 292, 50, 124, '#efebe2') +
    rect(700, 286, 74, 15, '#e2ddd2') +
    times(5, (row) => times(5, (column) => rect(717 + column * 9, 308 + row * 20, 5, 6, '#54697a'))) +
    rect(705, 289, 64, 7, '#4b6172') +
    rect(728, 252, 20, 34, '#a4573f') +
    stroke(
      [
        [738, 252],
        [738, 224],
      ],
      '#59626b',
      2.4,
    ) +
    rect(748, 292, 14, 124, '#000', { opacity: 0.14 })
  const hull = 'M96 404 L168 412 H790 L806 402 Q806 452 786 482 H176 Q128 462 96 404z'
  return (
    cargo +
    bridge +
    path(hull, '#33495a') +
    path(hull, 'url(#hull)') +
    path('M142 452 Q158 472 176 482 H786 Q794 470 799 452z', '#8a4438') +
    stroke(
      [
        [102, 409],
        [168, 416],
        [790, 416],
      ],
      '#dfe3e2',
      2,
      { opacity: 0.6 },
    ) +
    group(path('M176 482 H786 L740 540 H230z', '#22313d', { opacity: 0.5 }), { filter: 'url(#softer)' })
  )
}

/** The quay in front with stacked boxes that come towards us. */
function quay(next) {
  const apron = polygon(
    [
      [330, 720],
      [560, 566],
      [790, 478],
      [1280, 466],
      [1280, 720],
    ],
    'url(#apron)',
  )
  const edge = polygon(
    [
      [330, 720],
      [560, 566],
      [790, 478],
      [794, 486],
      [580, 574],
      [370, 720],
    ],
    '#d3c7b2',
  )
  const face = polygon(
    [
      [330, 720],
      [560, 566],
      [790, 478],
      [786, 500],
      [556, 592],
      [290, 720],
    ],
    '#3c454d',
  )
  const lines = [0, 1, 2]
    .map((lane) =>
      stroke(
        [
          [820 + lane * 26, 484],
          [640 + lane * 170, 720],
        ],
        '#efe2b4',
        2.2,
        { opacity: 0.5 },
      ),
    )
    .join('')
  const stack = (x, foot, width, height, tall, columns) =>
    times(columns, (column) =>
      times(tall - (column % 3 === 2 ? 1 : 0), (row) =>
        container(x + column * (width + 2), foot - (row + 1) * (height + 1), width, height, paint(next)),
      ),
    )
  const shadow = group(
    polygon(
      [
        [1000, 590],
        [1280, 586],
        [1280, 640],
        [1040, 646],
      ],
      '#14191e',
      { opacity: 0.55 },
    ) +
      polygon(
        [
          [880, 522],
          [1280, 518],
          [1280, 540],
          [900, 544],
        ],
        '#14191e',
        { opacity: 0.4 },
      ),
    { filter: 'url(#softer)' },
  )
  return (
    face + apron + edge + lines + shadow + stack(896, 520, 62, 25, 3, 7) + stack(1018, 606, 104, 43, 3, 3)
  )
}

/** A container harbour early in the morning. */
export function harbour() {
  const next = random(23)
  const definitions = [
    linear('sky', [
      [0, '#7f9db5'],
      [0.34, '#b9c6cc'],
      [0.56, '#f0d9bb'],
      [0.64, '#f3c99d'],
    ]),
    radial(
      'sun',
      [
        [0, '#fff6df', 1],
        [0.08, '#ffe9bf', 0.85],
        [0.4, '#ffd9a0', 0.25],
        [1, '#ffd9a0', 0],
      ],
      [0.235, 0.5, 0.6],
    ),
    linear('water', [
      [0, '#d9bd9b'],
      [0.16, '#a7aba9'],
      [0.6, '#5d7484'],
      [1, '#3d5262'],
    ]),
    linear('hull', [
      [0, '#fff', 0.16],
      [0.4, '#fff', 0],
      [1, '#000', 0.4],
    ]),
    linear('apron', [
      [0, '#b7aea0'],
      [0.5, '#8d8a84'],
      [1, '#5f6266'],
    ]),
  ].join('')
  const mist = group(rect(0, 372, WIDTH, 70, '#ffe7c8', { opacity: 0.5 }), { filter: 'url(#haze)' })
  const content =
    sky() + crane(1120, 470, 0.62, '#9aa5ac', -90) + mist + water(next) + ship(next) + quay(next)
  const cranes = crane(806, 492, 1.24, '#4e6c84', -150)
  const far = crane(952, 480, 0.98, '#6e8799', -120)
  const birds = [
    [380, 150, 1],
    [430, 128, 0.8],
    [470, 160, 0.7],
  ]
    .map(([x, y, s]) =>
      path(`M${x - 12 * s} ${y} q${6 * s} ${-7 * s} ${12 * s} 0 q${6 * s} ${-7 * s} ${12 * s} 0`, 'none', {
        stroke: '#5b666f',
        'stroke-width': 2,
      }),
    )
    .join('')
  return {
    width: WIDTH,
    height: HEIGHT,
    svg: drawing(
      WIDTH,
      HEIGHT,
      definitions,
      content + far + cranes + truck(720, 600, 1.15, '#8c4a3c') + truck(830, 530, 0.62, '#5d7a68') + birds,
    ),
  }
}
