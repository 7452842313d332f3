import { drawing, ellipse, group, linear, n, path, polygon, random, rect, stroke, times } from './drawing.js'
import { standing } from './people.js'

const WIDTH = 1200
const HEIGHT = 800

/** The road bridge, its walls and the dark mouth of the underpass. */
function bridge(next) {
  const joints = times(9, (index) => rect(70 + index * 130, 226, 2, 62, '#000', { opacity: 0.18 }))
  const stains = times(26, () => {
    const x = next() * WIDTH
    return rect(x, 226 + next() * 10, 6 + next() * 18, 30 + next() * 30, '#3c4244', { opacity: 0.08 })
  })
  const rail =
    times(41, (index) => rect(index * 30, 176, 3, 34, '#6d777c')) +
    rect(0, 174, WIDTH, 5, '#7f898e') +
    rect(0, 192, WIDTH, 3, '#7f898e')
  const panels = (points) => polygon(points, 'url(#wall)')
  const left = panels([
    [0, 288],
    [330, 288],
    [330, 520],
    [0, 640],
  ])
  const right = panels([
    [1200, 288],
    [900, 288],
    [900, 516],
    [1200, 624],
  ])
  const courses = times(5, (row) => {
    const part = row / 5
    return (
      stroke(
        [
          [0, 300 + part * 330],
          [330, 296 + part * 220],
        ],
        '#2e3437',
        1.6,
        { opacity: 0.35 },
      ) +
      stroke(
        [
          [1200, 300 + part * 318],
          [900, 296 + part * 216],
        ],
        '#2e3437',
        1.6,
        { opacity: 0.35 },
      )
    )
  })
  const lamps = times(5, (index) =>
    rect(420 + index * 90, 306 + (index % 2) * 4, 46, 6, '#ffe2a6', { opacity: 0.9 }),
  )
  return (
    rect(330, 280, 570, 250, 'url(#mouth)') +
    group(lamps, { filter: 'url(#softer)' }) +
    lamps +
    rect(608, 288, 22, 232, '#4b5458') +
    rect(608, 288, 6, 232, '#6b7478') +
    left +
    right +
    courses +
    rail +
    rect(0, 208, WIDTH, 22, '#a1a8aa') +
    rect(0, 226, WIDTH, 64, 'url(#girder)') +
    joints +
    stains +
    rect(0, 286, WIDTH, 8, '#000', { opacity: 0.35 }) +
    rect(690, 240, 132, 38, '#d8b23a', { rx: 4 }) +
    times(5, (index) =>
      polygon(
        [
          [700 + index * 24, 240],
          [712 + index * 24, 240],
          [698 + index * 24, 278],
          [686 + index * 24, 278],
        ],
        '#2b2d2e',
        { opacity: index ? 0.85 : 0 },
      ),
    )
  )
}

function flood(next) {
  const ripples = times(150, () => {
    const y = 500 + next() * 200
    const depth = (y - 500) / 200
    const x = 120 + next() * 1000
    const wide = 24 + next() * 90 * (0.4 + depth)
    return stroke(
      [
        [x, y],
        [x + wide / 2, y - 1.5],
        [x + wide, y],
      ],
      next() > 0.45 ? '#d9dbd2' : '#3f4443',
      1 + depth * 1.6,
      { opacity: 0.24 },
    )
  })
  const gleam = group(
    times(5, (index) => rect(424 + index * 90, 520, 34, 150, '#ffdf9f', { opacity: 0.3 })),
    { filter: 'url(#softer)' },
  )
  return (
    polygon(
      [
        [0, 640],
        [330, 512],
        [900, 510],
        [1200, 624],
        [1200, 800],
        [0, 800],
      ],
      'url(#road)',
    ) +
    path('M90 612 L330 512 H900 L1120 594 Q960 650 700 660 T90 612z', 'url(#water)') +
    gleam +
    ripples
  )
}

/** A pump truck, its wide hose let down into the water. */
function truck() {
  const wheel = (x) =>
    ellipse(x, 0, 37, 37, '#1b1d1f') +
    ellipse(x, 0, 20, 20, '#8f969a') +
    ellipse(x, 0, 8, 8, '#4d5458') +
    ellipse(x - 8, -12, 20, 14, '#fff', { opacity: 0.06 })
  const cab = 'M-196 -30 V-142 q2 -16 18 -18 H-98 V-22 H-190z'
  const louvres = times(7, (index) => rect(20 + index * 17, -118, 8, 52, '#8d3a2d', { opacity: 0.7 }))
  const stripes = times(9, (index) =>
    polygon(
      [
        [-92 + index * 36, -40],
        [-74 + index * 36, -40],
        [-84 + index * 36, -24],
        [-102 + index * 36, -24],
      ],
      index % 2 ? '#f2efe6' : '#c8442f',
    ),
  )
  return group(
    ellipse(20, 34, 280, 18, '#000', { opacity: 0.45, filter: 'url(#softer)' }) +
      rect(-190, -26, 420, 24, '#2a2e31') +
      rect(-96, -164, 330, 142, '#c9472f', { rx: 6 }) +
      rect(-96, -164, 330, 142, 'url(#sheen)', { rx: 6 }) +
      rect(-96, -150, 330, 10, '#f0ece2', { opacity: 0.9 }) +
      rect(4, -130, 136, 76, '#a63a29', { rx: 4 }) +
      louvres +
      rect(-78, -130, 66, 84, '#b23f2b', { rx: 4 }) +
      rect(-22, -92, 5, 18, '#e6e2d8') +
      rect(154, -130, 66, 84, '#3a4147', { rx: 4 }) +
      ellipse(187, -104, 15, 15, '#d9dcd8') +
      ellipse(187, -68, 13, 13, '#c8a23c') +
      stripes +
      path(cab, '#d04b32') +
      path(cab, 'url(#sheen)') +
      path('M-188 -92 V-136 q2 -12 13 -13 H-146 V-92z', '#344653') +
      path('M-138 -92 V-149 H-108 V-92z', '#3f5462') +
      path('M-184 -98 L-160 -146 H-150 L-174 -98z', '#fff', { opacity: 0.2 }) +
      rect(-198, -56, 14, 15, '#fbe9b4', { rx: 3 }) +
      rect(-202, -30, 30, 14, '#3a3f43') +
      rect(-168, -174, 46, 11, '#3768b0', { rx: 4 }) +
      rect(-144, -174, 22, 11, '#d7402f', { rx: 4 }) +
      group(ellipse(-146, -172, 60, 22, '#8fb4ff', { opacity: 0.35 }), { filter: 'url(#softer)' }) +
      wheel(-142) +
      wheel(92) +
      wheel(176),
    { transform: 'translate(868 628) scale(1.12)' },
  )
}

function hose() {
  const run = 'M1066 514 C1160 500 1176 640 1060 676 C930 716 640 736 520 690 C450 660 470 600 520 590'
  const outlet = 'M1080 552 C1190 560 1210 690 1100 752 C1040 790 960 800 900 806'
  const pipe = (d, width, colour) =>
    path(d, 'none', {
      stroke: '#1d1f20',
      'stroke-width': width + 5,
      opacity: 0.35,
      transform: 'translate(3 8)',
      filter: 'url(#soft)',
    }) +
    path(d, 'none', { stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round' }) +
    path(d, 'none', { stroke: '#000', 'stroke-width': width, 'stroke-dasharray': '3 13', opacity: 0.22 }) +
    path(d, 'none', {
      stroke: '#fff',
      'stroke-width': width * 0.24,
      opacity: 0.3,
      transform: 'translate(-2 -6)',
    })
  const swirl = [46, 32, 18]
    .map((radius) =>
      ellipse(524, 598, radius, radius * 0.3, 'none', { stroke: '#e2e5df', 'stroke-width': 2, opacity: 0.5 }),
    )
    .join('')
  return swirl + pipe(run, 30, '#5e7f94') + pipe(outlet, 24, '#8f9a86')
}

function cone(x, foot, scale) {
  return group(
    ellipse(4, 0, 36, 7, '#000', { opacity: 0.3, filter: 'url(#soft)' }) +
      rect(-30, -8, 60, 9, '#bf4527', { rx: 3 }) +
      polygon(
        [
          [-6, -84],
          [6, -84],
          [22, -8],
          [-22, -8],
        ],
        '#df5a2e',
      ) +
      polygon(
        [
          [-10.5, -60],
          [10.5, -60],
          [14.5, -42],
          [-14.5, -42],
        ],
        '#f4f1e8',
      ) +
      polygon(
        [
          [-6, -84],
          [6, -84],
          [22, -8],
          [-22, -8],
        ],
        'url(#roundness)',
      ),
    { transform: `translate(${x} ${foot}) scale(${scale})` },
  )
}

/** A pump truck drains a flooded underpass. */
export function underpass() {
  const next = random(83)
  const definitions = [
    linear('sky', [
      [0, '#8f9ca3'],
      [1, '#ced4d3'],
    ]),
    linear('mouth', [
      [0, '#171b1d'],
      [0.6, '#2c3335'],
      [1, '#4b4f4a'],
    ]),
    linear('girder', [
      [0, '#8a9294'],
      [1, '#5f686b'],
    ]),
    linear('wall', [
      [0, '#7f878a'],
      [0.6, '#6c7477'],
      [1, '#555c5e'],
    ]),
    linear('road', [
      [0, '#5d6263'],
      [1, '#3c4041'],
    ]),
    linear('water', [
      [0, '#4c4f49'],
      [0.5, '#7d7f74'],
      [1, '#8c9189'],
    ]),
    linear('sheen', [
      [0, '#fff', 0.24],
      [0.35, '#fff', 0],
      [1, '#000', 0.28],
    ]),
  ].join('')
  const trees = times(48, (index) =>
    ellipse(
      index * 29 - 60 + next() * 12,
      176 - next() * 26,
      24 + next() * 18,
      26 + next() * 16,
      next() > 0.5 ? '#6a7d70' : '#5b6f66',
    ),
  )
  const flats = times(8, (index) => {
    const x = 30 + index * 152 + next() * 30
    const tall = 90 + next() * 60
    return (
      rect(x, 190 - tall, 84, tall, '#a8b1b4') +
      times(7, (floor) => rect(x + 8, 198 - tall + floor * 17, 68, 6, '#8a969b'))
    )
  })
  const back = trees + group(flats + trees, { filter: 'url(#soft)' })
  const lines =
    stroke(
      [
        [60, 786],
        [240, 690],
      ],
      '#e6e3d4',
      9,
      { opacity: 0.5 },
    ) +
    stroke(
      [
        [300, 664],
        [360, 634],
      ],
      '#e6e3d4',
      6,
      { opacity: 0.35 },
    )
  const look = {
    top: '#31475f',
    trousers: '#2a323d',
    vest: '#d8cb3c',
    helmet: '#e8e6df',
    boots: '#1a1c1e',
    view: 'side',
  }
  const crew =
    standing({ ...look, x: 372, y: 704, height: 286, pose: 'point', stride: 5 }) +
    standing({
      ...look,
      x: 238,
      y: 722,
      height: 296,
      pose: 'folder',
      stride: 4,
      vest: '#d9622b',
      helmet: '#d7473a',
    })
  const drops = times(190, () => {
    const x = next() * WIDTH
    const y = next() * HEIGHT
    const long = 14 + next() * 26
    return stroke(
      [
        [x, y],
        [x - long * 0.2, y + long],
      ],
      '#eef2f4',
      0.8 + next() * 0.6,
      { opacity: n(0.15 + next() * 0.2) },
    )
  })
  return {
    width: WIDTH,
    height: HEIGHT,
    quality: 68,
    svg: drawing(
      WIDTH,
      HEIGHT,
      definitions,
      rect(0, 0, WIDTH, 300, 'url(#sky)') +
        back +
        bridge(next) +
        flood(next) +
        lines +
        truck() +
        hose() +
        crew +
        cone(112, 768, 1.3) +
        cone(470, 778, 1.2) +
        cone(700, 786, 1.15) +
        drops,
    ),
  }
}
