import {
  between,
  blur,
  drawing,
  ellipse,
  group,
  linear,
  n,
  path,
  polygon,
  radial,
  random,
  rect,
  stroke,
  times,
} from './drawing.js'
import { seatedBack } from './people.js'

const WIDTH = 1200
const HEIGHT = 800

/** The network of mains on the large screen. */
function networkMap(next) {
  const at = (column, row) => [330 + column * 62 + (row % 2) * 20 + next() * 22, 205 + row * 45 + next() * 16]
  const nodes = Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 9 }, (_, column) => at(column, row)),
  )
  let pipes = ''
  let dots = ''
  nodes.forEach((line, row) => {
    line.forEach((node, column) => {
      const main = row === 2 || column === 4
      const colour = main ? '#7fe3ff' : '#2f9fc4'
      const right = line[column + 1]
      const below = nodes[row + 1]?.[column]
      if (right && (main || next() > 0.22)) pipes += stroke([node, right], colour, main ? 3.4 : 1.5)
      if (below && (column === 4 || next() > 0.4))
        pipes += stroke([node, below], colour, column === 4 ? 3.4 : 1.4)
      if (next() > 0.45) dots += ellipse(node[0], node[1], 4, 4, next() > 0.86 ? '#ffc46b' : '#9ff2d0')
    })
  })
  const river =
    'M300 470 C420 400 470 440 560 410 S760 340 905 380 L905 440 C780 410 700 430 610 462 S420 480 300 500z'
  const zones =
    polygon(
      [
        [345, 200],
        [520, 190],
        [560, 300],
        [420, 360],
        [320, 300],
      ],
      '#2c7bd0',
      { opacity: 0.16 },
    ) +
    polygon(
      [
        [640, 200],
        [880, 195],
        [890, 330],
        [700, 350],
      ],
      '#39c6a1',
      { opacity: 0.12 },
    )
  return (
    path(river, '#1b5f92', { opacity: 0.5 }) +
    zones +
    group(pipes, { opacity: 0.4, filter: 'url(#soft)' }) +
    group(pipes, { opacity: 0.9 }) +
    dots
  )
}

/** A curve of pressure or flow over the day, in the box given. */
function curve(x, y, width, height, colour, next) {
  const phase = next() * 5
  const points = Array.from({ length: 25 }, (_, hour) => {
    const wave =
      0.5 + 0.28 * Math.sin(hour / 3.1 + phase) - 0.16 * Math.sin(hour / 1.4 + phase) + (next() - 0.5) * 0.08
    return [x + (width * hour) / 24, y + height * (1 - wave)]
  })
  const area = `M${points.map(([px, py]) => `${n(px)} ${n(py)}`).join(' L')} L${x + width} ${y + height} L${x} ${y + height}z`
  const grid = times(5, (line) => rect(x, y + (height * line) / 4, width, 0.8, '#6fa6c8', { opacity: 0.3 }))
  return grid + path(area, colour, { opacity: 0.2 }) + stroke(points, colour, 2.2)
}

function bars(x, y, width, height, next) {
  return times(12, (index) => {
    const tall = height * (0.3 + 0.65 * next())
    return rect(
      x + (width * index) / 12,
      y + height - tall,
      width / 17,
      tall,
      index === 8 ? '#ffc46b' : '#4fb7e6',
      { opacity: 0.85 },
    )
  })
}

function wall(next) {
  const frame = polygon(
    [
      [70, 120],
      [300, 150],
      [900, 150],
      [1130, 120],
      [1130, 556],
      [900, 512],
      [300, 512],
      [70, 556],
    ],
    '#0a141f',
  )
  const left = polygon(
    [
      [80, 134],
      [296, 162],
      [296, 500],
      [80, 540],
    ],
    'url(#panel)',
  )
  const right = polygon(
    [
      [1120, 134],
      [904, 162],
      [904, 500],
      [1120, 540],
    ],
    'url(#panel)',
  )
  const centre = rect(304, 160, 592, 344, 'url(#screen)')
  const seams =
    times(3, (index) => rect(304 + 148 * (index + 1), 160, 1.6, 344, '#04090f', { opacity: 0.8 })) +
    times(2, (index) => rect(304, 160 + 115 * (index + 1), 592, 1.6, '#04090f', { opacity: 0.8 }))
  const leftCharts = group(
    curve(104, 192, 168, 84, '#65d6ff', next) +
      curve(104, 304, 168, 84, '#8ff0b8', next) +
      bars(104, 412, 168, 72, next),
    { transform: 'skewY(3)', opacity: 0.9 },
  )
  const rightCharts = group(
    bars(928, 262, 168, 84, next) +
      curve(928, 374, 168, 84, '#ffc46b', next) +
      curve(928, 478, 168, 70, '#65d6ff', next),
    { transform: 'skewY(-3)', opacity: 0.9 },
  )
  return frame + left + right + centre + networkMap(next) + seams + leftCharts + rightCharts
}

function room() {
  const ceiling = polygon(
    [
      [0, 0],
      [1200, 0],
      [1200, 60],
      [900, 128],
      [300, 128],
      [0, 60],
    ],
    'url(#ceiling)',
  )
  const lamps = times(5, (index) => {
    const top = between([120, 0], [1080, 0], index / 4)
    const end = between([390, 120], [810, 120], index / 4)
    return polygon(
      [
        [top[0] - 22, 0],
        [top[0] + 22, 0],
        [end[0] + 5, end[1]],
        [end[0] - 5, end[1]],
      ],
      '#e9f3fb',
      { opacity: 0.85 },
    )
  })
  return (
    rect(0, 0, WIDTH, HEIGHT, 'url(#walls)') +
    ceiling +
    group(lamps, { filter: 'url(#softer)', opacity: 0.8 }) +
    lamps +
    polygon(
      [
        [0, 590],
        [300, 528],
        [900, 528],
        [1200, 590],
        [1200, 800],
        [0, 800],
      ],
      'url(#floor)',
    ) +
    group(
      polygon(
        [
          [330, 530],
          [870, 530],
          [1010, 760],
          [190, 760],
        ],
        '#3f8fc0',
        { opacity: 0.35 },
      ),
      { filter: 'url(#haze)' },
    )
  )
}

/** One monitor on the console, seen from the operators' side. */
function monitor(x, y, width, tilt, next) {
  const height = width * 0.6
  const face = group(
    rect(x, y, width, height, '#0d1218', { rx: 5 }) +
      rect(x + 5, y + 5, width - 10, height - 10, 'url(#glow)', { rx: 2 }) +
      curve(x + 14, y + 14, width - 28, height * 0.4, '#7fe3ff', next) +
      times(4, (line) =>
        rect(x + 14, y + height * 0.64 + line * 7, (width - 28) * (0.5 + 0.5 * next()), 3, '#b9dcf0', {
          opacity: 0.6,
        }),
      ),
    { transform: `rotate(${tilt} ${x + width / 2} ${y + height})` },
  )
  return (
    face +
    rect(x + width / 2 - 7, y + height - 2, 14, 22, '#12171d') +
    ellipse(x + width / 2, y + height + 20, 30, 5, '#12171d')
  )
}

function operatorsDesk(next) {
  const desk = 'M70 640 Q600 500 1130 640 L1172 728 Q600 606 28 728z'
  const front = 'M28 728 Q600 606 1172 728 L1172 800 L28 800z'
  const screens = [
    [150, 556, 3],
    [318, 522, 2],
    [488, 506, 0],
    [664, 506, 0],
    [836, 522, -2],
    [1000, 556, -3],
  ]
  const items =
    screens.map(([x, y, tilt]) => monitor(x - 14, y, 132, tilt, next)).join('') +
    polygon(
      [
        [270, 664],
        [340, 650],
        [348, 662],
        [276, 678],
      ],
      '#e9e6de',
      { opacity: 0.85 },
    ) +
    rect(930, 632, 14, 20, '#d7dde2', { rx: 3 }) +
    path('M556 628 l90 0 l6 16 l-102 0z', '#1d242c')
  return path(desk, 'url(#desk)') + path(front, 'url(#deskFront)') + items
}

/** A water company's control room in the evening. */
export function controlRoom() {
  const next = random(7)
  const definitions = [
    linear('walls', [
      [0, '#1a2734'],
      [0.6, '#22384a'],
      [1, '#101921'],
    ]),
    linear('ceiling', [
      [0, '#3c4c5a'],
      [1, '#26343f'],
    ]),
    linear('floor', [
      [0, '#2b4152'],
      [1, '#141c24'],
    ]),
    radial(
      'screen',
      [
        [0, '#124066'],
        [0.7, '#0b2b49'],
        [1, '#081f37'],
      ],
      [0.5, 0.5, 0.75],
    ),
    linear('panel', [
      [0, '#103453'],
      [1, '#0a2038'],
    ]),
    linear('glow', [
      [0, '#1b5c86'],
      [1, '#0d3453'],
    ]),
    linear('desk', [
      [0, '#8e9aa3'],
      [1, '#56626c'],
    ]),
    linear('deskFront', [
      [0, '#3a444d'],
      [1, '#1a2026'],
    ]),
    blur('wide', 26),
  ].join('')
  const light = group(rect(250, 130, 700, 390, '#4fb3e8', { opacity: 0.28 }), { filter: 'url(#wide)' })
  const crew =
    seatedBack({ x: 452, y: 724, height: 330, top: '#cfd9e2', chair: '#1b2127' }) +
    seatedBack({ x: 792, y: 730, height: 338, top: '#7f9dbb', chair: '#1b2127', long: true })
  return {
    width: WIDTH,
    height: HEIGHT,
    svg: drawing(WIDTH, HEIGHT, definitions, room() + light + wall(next) + operatorsDesk(next) + crew),
  }
}
