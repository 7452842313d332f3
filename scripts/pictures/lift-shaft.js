import { drawing, ellipse, group, linear, path, polygon, random, rect, stroke, times } from './drawing.js'
import { crown, garden } from './garden.js'
import { standing } from './people.js'

const WIDTH = 800
const HEIGHT = 1200
const FLOOR = 140
const ROOF = 190

/** One window with its frame, curtain and sill. */
function pane(x, y, width, height, next) {
  const lit = next() > 0.8
  const curtain = next()
  return (
    rect(x - 4, y - 4, width + 8, height + 8, '#d8d2c4') +
    rect(x, y, width, height, lit ? 'url(#litGlass)' : 'url(#glass)') +
    (curtain > 0.35 ? rect(x, y, width * (0.18 + curtain * 0.2), height, '#efe8da', { opacity: 0.6 }) : '') +
    polygon(
      [
        [x + width * 0.55, y],
        [x + width * 0.8, y],
        [x + width * 0.5, y + height],
        [x + width * 0.25, y + height],
      ],
      '#fff',
      { opacity: 0.13 },
    ) +
    rect(x + width / 2 - 1.5, y, 3, height, '#c9c3b6') +
    rect(x - 7, y + height + 3, width + 14, 7, '#c8bfae') +
    rect(x - 7, y + height + 10, width + 14, 5, '#000', { opacity: 0.14 })
  )
}

function balcony(x, y, next) {
  const flowers = times(7, (index) =>
    ellipse(
      x + 14 + index * 19,
      y + 68 - next() * 6,
      11,
      8,
      ['#5d7b57', '#76905f', '#b8604f', '#6b8759'][Math.floor(next() * 4)],
    ),
  )
  return (
    rect(x, y, 150, 66, 'url(#glass)') +
    rect(x, y, 150, 66, 'none', { stroke: '#d9d4c8', 'stroke-width': 5 }) +
    [37, 75, 112].map((column) => rect(x + column, y, 3, 66, '#d9d4c8')).join('') +
    (next() > 0.5
      ? rect(x + 84, y + 12, 18, 32, '#b98f7a', { opacity: 0.8 }) +
        rect(x + 106, y + 12, 22, 26, '#7d93a8', { opacity: 0.8 })
      : '') +
    flowers +
    rect(x - 6, y + 68, 162, 36, '#cfc3ae') +
    rect(x - 6, y + 68, 162, 6, '#e6ddcc') +
    rect(x - 6, y + 98, 162, 10, '#000', { opacity: 0.2 })
  )
}

function cooler(x, y) {
  return (
    rect(x, y, 42, 30, '#dcdad3', { rx: 3 }) +
    ellipse(x + 17, y + 15, 11, 11, '#a9aba8') +
    ellipse(x + 17, y + 15, 4, 4, '#83878a') +
    rect(x - 2, y + 30, 46, 4, '#7b7c79') +
    stroke(
      [
        [x + 42, y + 14],
        [x + 52, y + 20],
        [x + 52, y + 60],
      ],
      '#e3ded2',
      3,
    )
  )
}

function house(next) {
  const courses = times(86, (index) =>
    rect(0, ROOF + 20 + index * 10, WIDTH, 1, '#7a5f4a', { opacity: 0.13 }),
  )
  const rows = times(6, (floor) => {
    const y = ROOF + 46 + floor * FLOOR
    return (
      rect(0, y + 116, WIDTH, 8, '#c9b79c', { opacity: 0.8 }) +
      balcony(38, y - 2, next) +
      pane(222, y + 4, 58, 72, next) +
      pane(688, y + 4, 74, 72, next) +
      (floor % 2 ? cooler(628, y + 62) : cooler(632, y + 20))
    )
  })
  const weather = times(24, () =>
    rect(next() * WIDTH, ROOF + 20 + next() * 700, 5 + next() * 14, 60 + next() * 160, '#5b4a3a', {
      opacity: 0.05,
    }),
  )
  return (
    rect(0, ROOF, WIDTH, 900, 'url(#brick)') +
    courses +
    weather +
    rows +
    rect(-10, ROOF - 14, WIDTH + 20, 26, '#b7aa97') +
    rect(-10, ROOF - 14, WIDTH + 20, 7, '#e0d6c5') +
    rect(0, ROOF + 12, WIDTH, 12, '#000', { opacity: 0.2 })
  )
}

/** The new shaft: steel frame, glass, the car on its way up, and the gallery to each floor. */
function shaft() {
  const [left, right, top, foot] = [392, 560, 118, 1066]
  const width = right - left
  const glassCourses = times(
    13,
    (row) =>
      rect(left, top + 20 + row * 72, width, 4, '#7d8b94') +
      rect(left, top + 24 + row * 72, width, 2, '#fff', { opacity: 0.4 }),
  )
  const galleries = times(6, (floor) => {
    const y = ROOF + 128 + floor * FLOOR
    return (
      polygon(
        [
          [right, y - 84],
          [right + 52, y - 84],
          [right + 52, y + 10],
          [right, y + 10],
        ],
        'url(#gallery)',
      ) +
      rect(right, y - 90, 56, 8, '#8b979e') +
      rect(right, y + 6, 56, 10, '#77838a') +
      rect(right, y + 16, 60, 12, '#000', { opacity: 0.22 }) +
      rect(right + 24, y - 82, 3, 88, '#a9b4ba')
    )
  })
  const car =
    rect(left + 22, 500, width - 44, 116, '#f4ead3', { opacity: 0.75 }) +
    rect(left + 22, 500, width - 44, 10, '#8f9aa1') +
    rect(left + 22, 610, width - 44, 10, '#6f7a82') +
    rect(left + width / 2 - 1.5, 510, 3, 100, '#b9a98b') +
    stroke(
      [
        [left + width / 2 - 16, 140],
        [left + width / 2 - 16, 500],
      ],
      '#52606a',
      2,
    ) +
    stroke(
      [
        [left + width / 2 + 16, 140],
        [left + width / 2 + 16, 500],
      ],
      '#52606a',
      2,
    )
  const riders =
    ellipse(452, 540, 8, 10, '#8b6b57') +
    path('M438 600 q0 -46 14 -48 q14 2 14 48z', '#4d6378') +
    ellipse(496, 545, 8, 10, '#a9a49c') +
    path('M482 602 q0 -44 14 -46 q14 2 14 46z', '#8d5f52')
  const reflections =
    polygon(
      [
        [left, 300],
        [right, 190],
        [right, 300],
        [left, 430],
      ],
      '#fff',
      { opacity: 0.22 },
    ) +
    polygon(
      [
        [left, 720],
        [right, 610],
        [right, 660],
        [left, 780],
      ],
      '#fff',
      { opacity: 0.16 },
    ) +
    polygon(
      [
        [left, 900],
        [right, 800],
        [right, 910],
        [left, 1010],
      ],
      '#fff',
      { opacity: 0.14 },
    )
  const frame = [left - 5, left + width / 2 - 3, right - 5]
    .map((x, index) =>
      rect(x, top, index === 1 ? 5 : 11, foot - top, index === 1 ? '#9aa7ae' : 'url(#steel)'),
    )
    .join('')
  const entrance =
    rect(left + 28, 944, width - 56, 122, '#e9e3d2') +
    rect(left + 36, 954, (width - 76) / 2, 112, '#aeb9bf') +
    rect(left + 40 + (width - 76) / 2, 954, (width - 76) / 2, 112, '#a3aeb5') +
    rect(left - 30, 922, width + 60, 14, '#5f6c75') +
    rect(left - 30, 936, width + 60, 10, '#000', { opacity: 0.25 })
  return (
    group(
      polygon(
        [
          [right, 150],
          [right + 116, 200],
          [right + 116, 1066],
          [right, 1066],
        ],
        '#2f241b',
        { opacity: 0.4 },
      ),
      { filter: 'url(#softer)' },
    ) +
    galleries +
    rect(left, top, width, foot - top, 'url(#shaftGlass)') +
    car +
    riders +
    glassCourses +
    reflections +
    frame +
    entrance +
    rect(left - 14, top - 16, width + 28, 20, '#6f7d86') +
    rect(left - 14, top - 16, width + 28, 6, '#b3bfc6')
  )
}

/** An old housing block with its new lift, upright as the photographer saw it. */
export function liftShaft() {
  const next = random(97)
  const definitions = [
    linear('sky', [
      [0, '#7fa9cb'],
      [1, '#dde8ec'],
    ]),
    linear(
      'brick',
      [
        [0, '#d2b28d'],
        [0.5, '#c7a27c'],
        [1, '#ae8a68'],
      ],
      [0, 0, 0.4, 1],
    ),
    linear(
      'glass',
      [
        [0, '#a9c3d1'],
        [0.5, '#64808f'],
        [1, '#4b6471'],
      ],
      [0, 0, 0.5, 1],
    ),
    linear('litGlass', [
      [0, '#fbe6b6'],
      [1, '#c79f68'],
    ]),
    linear(
      'shaftGlass',
      [
        [0, '#c4e0ee', 0.92],
        [0.45, '#8fb6ca', 0.9],
        [1, '#6f95a8', 0.94],
      ],
      [0, 0, 0.3, 1],
    ),
    linear('gallery', [
      [0, '#b7d3df'],
      [1, '#8aaab9'],
    ]),
    linear(
      'steel',
      [
        [0, '#e7ecef'],
        [0.5, '#8a979f'],
        [1, '#5f6b73'],
      ],
      [0, 0, 1, 0],
    ),
    linear('lawn', [
      [0, '#6f8d5f'],
      [1, '#55724c'],
    ]),
    linear('paving', [
      [0, '#c3b9a8'],
      [1, '#a39988'],
    ]),
  ].join('')
  const clouds = group(
    ellipse(150, 84, 150, 17, '#fff', { opacity: 0.6 }) +
      ellipse(240, 62, 90, 20, '#fff', { opacity: 0.55 }) +
      ellipse(60, 66, 60, 14, '#fff', { opacity: 0.5 }) +
      ellipse(660, 132, 130, 15, '#fff', { opacity: 0.6 }),
    { filter: 'url(#haze)' },
  )
  const greens = ['#3f5b3c', '#58794c', '#87a263']
  const tree =
    stroke(
      [
        [92, 1120],
        [98, 980],
        [88, 860],
      ],
      '#5a4433',
      22,
    ) +
    stroke(
      [
        [96, 960],
        [150, 880],
      ],
      '#5a4433',
      11,
    ) +
    crown(96, 800, 150, next, greens) +
    crown(30, 900, 90, next, greens) +
    crown(180, 880, 80, next, greens)
  const dapple = group(ellipse(170, 1136, 210, 26, '#22301f', { opacity: 0.45 }), { filter: 'url(#softer)' })
  const people =
    standing({
      x: 560,
      y: 1160,
      height: 158,
      top: '#8d5f52',
      trousers: '#3a3f48',
      view: 'back',
      hair: '#b9b5ae',
      stride: 3,
    }) +
    standing({
      x: 612,
      y: 1166,
      height: 166,
      top: '#5d7a94',
      trousers: '#2c3442',
      view: 'back',
      long: true,
      stride: 4,
    })
  const leaves = group(crown(760, 60, 120, next, ['#4a6844', '#64845a', '#8aa468']), { filter: 'url(#soft)' })
  return {
    width: WIDTH,
    height: HEIGHT,
    quality: 68,
    turned: true,
    svg: drawing(
      WIDTH,
      HEIGHT,
      definitions,
      rect(0, 0, WIDTH, 400, 'url(#sky)') +
        clouds +
        house(next) +
        garden(next) +
        shaft() +
        dapple +
        tree +
        people +
        leaves,
    ),
  }
}
