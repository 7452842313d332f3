import { drawing, ellipse, group, linear, path, polygon, random, rect, stroke, times } from './drawing.js'
import { seatedBack, seatedFront, standing } from './people.js'

const WIDTH = 1440
const HEIGHT = 600

function skyline(next) {
  const row = (base, low, high, colour, opacity) => {
    const buildings = times(30, (index) => {
      const tall = low + next() * (high - low)
      const wide = 34 + next() * 30
      const x = index * 50 - 20 + next() * 18
      const windows = times(Math.floor(tall / 14), (floor) =>
        rect(x + 5, base - tall + 8 + floor * 14, wide - 10, 3, '#fff', { opacity: 0.16 }),
      )
      return rect(x, base - tall, wide, tall, colour) + windows
    })
    return group(buildings, { opacity })
  }
  const trees = times(46, (index) =>
    ellipse(
      index * 33 + next() * 14,
      338 - next() * 10,
      24 + next() * 12,
      18 + next() * 10,
      next() > 0.5 ? '#8ba58a' : '#7b987f',
    ),
  )
  return (
    rect(0, 0, WIDTH, 350, 'url(#sky)') +
    group(
      ellipse(380, 96, 220, 16, '#fff', { opacity: 0.6 }) +
        ellipse(1000, 130, 260, 14, '#fff', { opacity: 0.5 }),
      { filter: 'url(#softer)' },
    ) +
    group(row(330, 60, 190, '#b9c8d3', 0.8) + row(336, 30, 120, '#a2b5c2', 0.9) + trees, {
      filter: 'url(#soft)',
    })
  )
}

function room() {
  const mullions = [0, 206, 412, 618, 824, 1030, 1236, 1428]
    .map((x) => rect(x, 60, 12, 300, '#56606a') + rect(x, 60, 3, 300, '#8b959d'))
    .join('')
  const lamps = [300, 560, 880, 1140]
    .map(
      (x) =>
        stroke(
          [
            [x, 0],
            [x, 74],
          ],
          '#444a50',
          2,
        ) +
        path(`M${x - 44} 104 q4 -30 44 -30 q40 0 44 30z`, '#3c434a') +
        ellipse(x, 104, 44, 5, '#fff3d6') +
        group(ellipse(x, 110, 80, 24, '#ffe9bd', { opacity: 0.5 }), { filter: 'url(#haze)' }),
    )
    .join('')
  const light = group(
    [70, 276, 482, 688, 894, 1100]
      .map((x) =>
        polygon(
          [
            [x, 372],
            [x + 170, 372],
            [x + 60, 600],
            [x - 160, 600],
          ],
          '#fff4dc',
          { opacity: 0.2 },
        ),
      )
      .join(''),
    { filter: 'url(#softer)' },
  )
  return (
    rect(0, 0, WIDTH, 62, 'url(#ceiling)') +
    rect(0, 56, WIDTH, 8, '#4b545c') +
    rect(0, 340, WIDTH, 26, '#c9c0b2') +
    rect(0, 340, WIDTH, 5, '#e8e1d5') +
    rect(0, 366, WIDTH, 240, 'url(#floor)') +
    light +
    mullions +
    lamps
  )
}

function plant(x, foot, scale, next) {
  const leaves = times(20, (index) => {
    const angle = -150 + index * 6.6 + next() * 5
    return group(path('M0 0 q26 -12 62 0 q-36 10 -62 0z', index % 3 ? '#55755a' : '#6f8f68'), {
      transform: `translate(0 -40) rotate(${angle.toFixed(1)}) scale(${(0.9 + next() * 0.5).toFixed(2)})`,
    })
  })
  return group(
    leaves +
      path('M-22 -44 h44 l-7 48 h-30z', '#d9d3c7') +
      path('M-22 -44 h44 l-7 48 h-30z', 'url(#roundness)'),
    {
      transform: `translate(${x} ${foot}) scale(${scale})`,
    },
  )
}

function table(next) {
  const top =
    'M330 418 H1110 Q1150 420 1176 440 L1262 500 Q1272 512 1248 512 H192 Q168 512 178 500 L264 440 Q290 420 330 418z'
  const front = 'M184 508 Q190 516 204 516 H1236 Q1252 516 1256 508 V532 H184z'
  const things = times(9, (index) => {
    const x = 330 + index * 92 + next() * 12
    const paper = polygon(
      [
        [x, 446],
        [x + 38, 446],
        [x + 42, 462],
        [x - 4, 462],
      ],
      '#f5f2ea',
      { opacity: 0.95 },
    )
    const cup = rect(x + 50, 438, 13, 17, '#f4f4f0', { rx: 3 }) + ellipse(x + 56.5, 438, 6.5, 2.2, '#8c6d4c')
    const pad =
      index % 3 === 1
        ? path(`M${x - 2} 444 l6 -24 h40 l4 24z`, '#3a424a') +
          path(`M${x + 4} 441 l4 -18 h34 l3 18z`, '#7fb0cc')
        : paper
    return pad + cup
  })
  const shine = group(path('M420 424 H1000 L1060 498 H380z', '#fff', { opacity: 0.3 }), {
    filter: 'url(#softer)',
  })
  return (
    group(ellipse(720, 566, 560, 34, '#3b2d20', { opacity: 0.5 }), { filter: 'url(#haze)' }) +
    rect(330, 520, 60, 80, '#4c3a2b') +
    rect(1050, 520, 60, 80, '#4c3a2b') +
    path(top, 'url(#wood)') +
    shine +
    path(front, '#6e4f35') +
    things
  )
}

/** A salon of entrepreneurs around a long table, the park's buildings beyond the windows. */
export function salon() {
  const next = random(41)
  const definitions = [
    linear('sky', [
      [0, '#b4cbdc'],
      [0.7, '#e6e6de'],
      [1, '#f3e9d9'],
    ]),
    linear('ceiling', [
      [0, '#d9d8d2'],
      [1, '#f2efe8'],
    ]),
    linear('floor', [
      [0, '#a99a87'],
      [1, '#6a5d50'],
    ]),
    linear('wood', [
      [0, '#c39a6d'],
      [1, '#93673f'],
    ]),
  ].join('')
  const suits = ['#3f4f63', '#6e5a4e', '#35506a', '#7d8a94', '#4f5f55', '#5a4a5e', '#2f3b49']
  const far = suits
    .map((top, seat) =>
      seatedFront({
        x: 376 + seat * 114,
        y: 426,
        height: 232 + (seat % 3) * 8,
        top,
        skin: seat % 2 ? '#cfa07c' : '#c29272',
        long: seat % 3 === 1,
        hair: seat === 5 ? '#6b6661' : '#29231f',
        collar: seat % 2 ? '#dfe6ea' : '#f0ece2',
      }),
    )
    .join('')
  const near = [
    [300, '#7b8b9c', false],
    [486, '#4a5a4f', true],
    [672, '#b9b2a5', false],
    [880, '#59473f', false],
    [1078, '#8d6f6a', true],
  ]
    .map(([x, top, long]) =>
      seatedBack({ x, y: 596, height: 340, top, long, chair: '#3a3f45', view: 'back' }),
    )
    .join('')
  const speaker = standing({
    x: 1236,
    y: 540,
    height: 350,
    top: '#2f4258',
    trousers: '#262b33',
    pose: 'point',
    mirror: true,
    suit: true,
  })
  const board =
    rect(1288, 160, 120, 176, '#f7f6f2') +
    rect(1288, 160, 120, 176, 'none', { stroke: '#8d9499', 'stroke-width': 3 }) +
    stroke(
      [
        [1304, 300],
        [1326, 268],
        [1350, 276],
        [1388, 210],
      ],
      '#c0523f',
      3,
    ) +
    [186, 200, 214].map((y) => rect(1304, y, 44, 4, '#8c99a3')).join('') +
    stroke(
      [
        [1300, 336],
        [1284, 470],
      ],
      '#6d757b',
      4,
    ) +
    stroke(
      [
        [1396, 336],
        [1412, 470],
      ],
      '#6d757b',
      4,
    )
  return {
    width: WIDTH,
    height: HEIGHT,
    quality: 72,
    svg: drawing(
      WIDTH,
      HEIGHT,
      definitions,
      skyline(next) + room() + plant(112, 470, 1.9, next) + board + far + table(next) + speaker + near,
    ),
  }
}
