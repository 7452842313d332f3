import { drawing, ellipse, group, linear, n, path, random, rect, stroke, times } from './drawing.js'
import { standing } from './people.js'

const WIDTH = 1200
const HEIGHT = 800

function farBank(next) {
  const hills =
    path('M-60 262 Q150 190 320 232 T640 214 T930 236 T1270 196 V330 H-60z', '#9aa7ac', { opacity: 0.7 }) +
    path('M-60 290 Q240 246 470 276 T900 268 T1270 280 V340 H-60z', '#84949a', { opacity: 0.8 })
  const trees = times(76, (index) =>
    ellipse(
      index * 18 - 60 + next() * 14,
      318 - next() * 10,
      18 + next() * 14,
      16 + next() * 14,
      next() > 0.5 ? '#64776f' : '#71837a',
    ),
  )
  const houses = times(9, (index) => {
    const x = 660 + index * 58 + next() * 14
    const tall = 40 + next() * 60
    return (
      rect(x, 318 - tall, 38, tall, '#8f9a9f') +
      times(4, (floor) => rect(x + 5, 318 - tall + 8 + floor * 14, 28, 4, '#75828a'))
    )
  })
  return (
    hills +
    trees +
    group(hills + houses + trees, { filter: 'url(#soft)' }) +
    group(rect(0, 286, WIDTH, 56, '#c9d0d1', { opacity: 0.55 }), { filter: 'url(#haze)' })
  )
}

function river(next) {
  const ripples = times(170, () => {
    const y = 344 + next() * 250
    const depth = (y - 344) / 250
    const x = next() * WIDTH
    const wide = 20 + depth * 120 * next()
    const light = next() > 0.5
    return stroke(
      [
        [x, y],
        [x + wide / 2, y - 1 - depth * 3],
        [x + wide, y],
      ],
      light ? '#d8d3c2' : '#4d4a40',
      1 + depth * 2.4,
      { opacity: light ? 0.35 : 0.25 },
    )
  })
  const mirrored = group(rect(-60, 326, WIDTH + 120, 26, '#5d6b66', { opacity: 0.55 }), {
    filter: 'url(#softer)',
  })
  return rect(0, 336, WIDTH, 300, 'url(#river)') + mirrored + ripples
}

/** A sandbag, filled to seven tenths. */
function bag(x, y, width, next, tone = next()) {
  const height = width * 0.42
  const sag = next() * 3
  const colour = ['#b8a781', '#a89870', '#c4b490', '#9f9272'][Math.floor(tone * 4)]
  const d = `M${n(x)} ${n(y - height * 0.5)} q${n(width * 0.04)} ${n(-height * 0.55)} ${n(width * 0.3)} ${n(-height * 0.5 - sag)} q${n(width * 0.4)} ${n(-2)} ${n(width * 0.6)} ${n(height * 0.12)} q${n(width * 0.12)} ${n(height * 0.4)} 0 ${n(height * 0.8)} q${n(-width * 0.45)} ${n(height * 0.2)} ${n(-width * 0.8)} ${n(0)} q${n(-width * 0.12)} ${n(-2)} ${n(-width * 0.1)} ${n(-height * 0.42)}z`
  return (
    path(d, colour) +
    path(d, 'url(#bagShade)') +
    stroke(
      [
        [x + width * 0.2, y - height * 0.72],
        [x + width * 0.72, y - height * 0.66],
      ],
      '#fff',
      1.4,
      { opacity: 0.25 },
    )
  )
}

/** The bank: grass in front, the row of sandbags along the water. */
function bank(next) {
  const slope = path('M0 548 Q380 532 700 560 T1200 604 V800 H0z', 'url(#grass)')
  const track = path('M0 690 Q420 652 780 690 T1200 720 V800 H0z', 'url(#mud)')
  const blades = times(420, () => {
    const x = next() * WIDTH
    const y = 566 + next() * 110
    return stroke(
      [
        [x, y],
        [x + (next() - 0.5) * 6, y - 6 - next() * 9],
      ],
      next() > 0.5 ? '#7c8d62' : '#4f6146',
      1.6,
      { opacity: 0.6 },
    )
  })
  const puddles = [
    [240, 744, 130],
    [700, 762, 170],
    [1050, 748, 110],
  ]
    .map(
      ([x, y, wide]) =>
        ellipse(x, y, wide, 11, '#aab4b5', { opacity: 0.55 }) +
        ellipse(x + 20, y - 3, wide * 0.6, 4, '#dfe4e3', { opacity: 0.5 }),
    )
    .join('')
  return slope + blades + track + puddles
}

function dike(next) {
  const rows = [0, 1, 2, 3]
  return rows
    .map((row) => {
      const count = 19 - row * 3
      return times(count, (index) => {
        const x = 470 + row * 18 + index * 41 + (row % 2) * 18
        const fall = (x - 470) * 0.062
        return bag(x, 604 + fall - row * 17, 48, next)
      })
    })
    .join('')
}

function rain(next) {
  return times(260, () => {
    const x = next() * WIDTH
    const y = next() * HEIGHT
    const long = 16 + next() * 34
    return stroke(
      [
        [x, y],
        [x - long * 0.22, y + long],
      ],
      '#eef3f5',
      0.8 + next() * 0.8,
      { opacity: (0.1 + next() * 0.2).toFixed(2) },
    )
  })
}

/** A crew in life vests passes sandbags along a river in flood. */
export function riverBank() {
  const next = random(61)
  const definitions = [
    linear('sky', [
      [0, '#7c8990'],
      [0.5, '#a9b3b6'],
      [1, '#cdd2d0'],
    ]),
    linear('river', [
      [0, '#b3b3a6'],
      [0.3, '#8f8a77'],
      [1, '#68614f'],
    ]),
    linear('grass', [
      [0, '#71825c'],
      [1, '#4c5c43'],
    ]),
    linear('mud', [
      [0, '#7d7460'],
      [1, '#4d473c'],
    ]),
    linear('bagShade', [
      [0, '#fff', 0.12],
      [0.5, '#000', 0],
      [1, '#000', 0.38],
    ]),
  ].join('')
  const clouds = group(
    ellipse(200, 60, 360, 50, '#69767e', { opacity: 0.6 }) +
      ellipse(760, 40, 420, 56, '#6f7c84', { opacity: 0.55 }) +
      ellipse(1050, 130, 320, 34, '#8a969b', { opacity: 0.6 }) +
      ellipse(420, 160, 340, 26, '#bcc5c7', { opacity: 0.6 }),
    { filter: 'url(#haze)' },
  )
  const load = bag(12, -55, 27, next, 0.6)
  const crewLook = {
    vest: '#d9622b',
    top: '#39506b',
    trousers: '#2b3440',
    helmet: '#d7473a',
    boots: '#1d2023',
    view: 'side',
  }
  const crew = [
    { x: 84, y: 716, height: 318, pose: 'carry', hold: load, stride: 10, lean: 3 },
    { x: 232, y: 700, height: 302, pose: 'reach', stride: 7, lean: 5 },
    { x: 372, y: 706, height: 306, pose: 'carry', hold: load, stride: 8, lean: 3, helmet: '#e6e4dc' },
    { x: 512, y: 694, height: 296, pose: 'reach', stride: 6, lean: 8, hold: bag(20, -52, 26, next, 0.3) },
    { x: 812, y: 704, height: 300, pose: 'reach', stride: 9, lean: 12, mirror: true },
    {
      x: 1016,
      y: 722,
      height: 312,
      pose: 'point',
      stride: 5,
      mirror: true,
      vest: '#d8c53a',
      helmet: '#e6e4dc',
      top: '#2d3d52',
    },
  ]
    .map((look) => standing({ ...crewLook, ...look }))
    .join('')
  const pile = times(12, (index) =>
    bag(590 + (index % 4) * 40 + (index > 7 ? 18 : 0), 742 - Math.floor(index / 4) * 18, 50, next),
  )
  const gauge =
    rect(1128, 396, 20, 190, '#f1efe7') +
    times(9, (index) =>
      rect(1128, 402 + index * 20, index % 2 ? 10 : 20, 9, index < 3 ? '#c23a2f' : '#3a6ea0'),
    )
  return {
    width: WIDTH,
    height: HEIGHT,
    quality: 66,
    svg: drawing(
      WIDTH,
      HEIGHT,
      definitions,
      rect(0, 0, WIDTH, 360, 'url(#sky)') +
        clouds +
        farBank(next) +
        river(next) +
        gauge +
        bank(next) +
        dike(next) +
        crew +
        pile +
        rain(next),
    ),
  }
}
