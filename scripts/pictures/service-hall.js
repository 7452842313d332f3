import { drawing, ellipse, group, path, polygon, random, rect, stroke, times } from './drawing.js'
import { seatedFront, standing } from './people.js'

const WIDTH = 1080
const HEIGHT = 720

function hall() {
  const lamps = times(4, (index) => {
    const x = 150 + index * 260
    return polygon(
      [
        [x - 54, 26],
        [x + 54, 26],
        [x + 30 + (540 - x) * 0.04, 92],
        [x - 30 + (540 - x) * 0.04, 92],
      ],
      '#ffffff',
    )
  })
  const tiles = [0, 1, 2, 3, 4]
    .map((row) =>
      stroke(
        [
          [0, 500 + row * row * 13],
          [WIDTH, 500 + row * row * 13],
        ],
        '#b9ad9a',
        2,
      ),
    )
    .join('')
  const runs = times(15, (column) =>
    stroke(
      [
        [340 + column * 28, 480],
        [-560 + column * 160, 720],
      ],
      '#b9ad9a',
      1.5,
    ),
  )
  return (
    rect(0, 0, WIDTH, 120, '#e3e0d8') +
    polygon(
      [
        [0, 0],
        [WIDTH, 0],
        [WIDTH, 60],
        [900, 120],
        [180, 120],
        [0, 60],
      ],
      '#eeebe4',
    ) +
    lamps +
    rect(0, 118, WIDTH, 370, '#f3eee2') +
    rect(0, 118, WIDTH, 10, '#d8d0bf') +
    polygon(
      [
        [0, 486],
        [WIDTH, 486],
        [WIDTH, 720],
        [0, 720],
      ],
      '#d5cab6',
    ) +
    tiles +
    runs
  )
}

function backWall() {
  const leaf = (x, y, size) =>
    path(
      `M${x} ${y} q${size * 0.9} ${-size * 0.9} ${size * 1.6} ${-size * 0.2} q${-size * 0.6} ${size * 1.1} ${-size * 1.6} ${size * 0.2}z`,
      '#5f8a6b',
    )
  const emblem = ellipse(540, 190, 40, 40, '#dcebe0') + leaf(512, 204, 26) + leaf(536, 186, 18)
  const notices = [0, 1, 2]
    .map(
      (index) =>
        rect(706 + index * 112, 168, 92, 128, '#ffffff') +
        rect(706 + index * 112, 168, 92, 24, ['#5f8a6b', '#c98b4b', '#5b7fa3'][index]) +
        times(6, (line) => rect(718 + index * 112, 206 + line * 14, 68 - (line % 3) * 14, 5, '#c9cdd0')),
    )
    .join('')
  const screen =
    rect(96, 160, 268, 136, '#2b3a47', { rx: 5 }) +
    rect(104, 168, 252, 120, '#35566f') +
    times(
      5,
      (row) =>
        rect(118, 182 + row * 20, 40, 9, '#ffcf7a') +
        rect(170, 182 + row * 20, 110 - (row % 2) * 24, 9, '#cfe3ee') +
        rect(306, 182 + row * 20, 34, 9, '#8fe0b0'),
    )
  return screen + emblem + notices + rect(0, 318, WIDTH, 8, '#e0d7c6')
}

function counter() {
  const top = polygon(
    [
      [70, 404],
      [1010, 404],
      [1050, 432],
      [30, 432],
    ],
    '#e9e2d4',
  )
  const front = polygon(
    [
      [30, 432],
      [1050, 432],
      [1030, 574],
      [50, 574],
    ],
    '#7d9d86',
  )
  const panels = times(
    4,
    (index) =>
      rect(66 + index * 242, 448, 222, 110, '#8fae97') + rect(66 + index * 242, 448, 222, 4, '#b5ccb9'),
  )
  const plinth = polygon(
    [
      [50, 574],
      [1030, 574],
      [1026, 590],
      [54, 590],
    ],
    '#4f6757',
  )
  const shadow = polygon(
    [
      [40, 590],
      [1040, 590],
      [1070, 616],
      [10, 616],
    ],
    '#b3a793',
  )
  const screens = [206, 470, 734]
    .map(
      (x) =>
        rect(x + 70, 346, 86, 58, '#39434b', { rx: 4 }) +
        rect(x + 104, 402, 18, 14, '#39434b') +
        ellipse(x + 113, 418, 30, 4, '#39434b'),
    )
    .join('')
  const papers = [180, 452, 716]
    .map((x) =>
      polygon(
        [
          [x, 412],
          [x + 40, 412],
          [x + 44, 425],
          [x - 6, 425],
        ],
        '#ffffff',
      ),
    )
    .join('')
  const plates = [0, 1, 2]
    .map(
      (index) =>
        rect(204 + index * 264, 386, 44, 22, '#ffffff') + rect(210 + index * 264, 393, 32, 7, '#5f8a6b'),
    )
    .join('')
  return shadow + front + panels + plinth + top + screens + papers + plates
}

function plant(x, foot, scale, next) {
  const leaves = times(18, (index) =>
    group(path('M0 0 q28 -14 70 0 q-42 12 -70 0z', ['#4f7352', '#66895f', '#7b9c6c'][index % 3]), {
      transform: `translate(0 -60) rotate(${(-160 + index * 8 + next() * 5).toFixed(1)}) scale(${(0.8 + next() * 0.6).toFixed(2)})`,
    }),
  )
  return group(
    ellipse(6, 2, 40, 8, '#b3a793') +
      leaves +
      path('M-26 -64 h52 l-8 64 h-36z', '#f2efe8') +
      path('M6 -64 h20 l-8 64 h-16z', '#d8d2c5'),
    {
      transform: `translate(${x} ${foot}) scale(${scale})`,
    },
  )
}

function seats() {
  return (
    times(3, (index) => {
      const x = 560 + index * 92
      return (
        rect(x, 604, 80, 52, '#5b7fa3', { rx: 10 }) +
        rect(x, 604, 80, 14, '#7698b8', { rx: 7 }) +
        polygon(
          [
            [x - 4, 656],
            [x + 84, 656],
            [x + 92, 678],
            [x - 12, 678],
          ],
          '#4a6b8b',
        )
      )
    }) +
    rect(556, 678, 272, 8, '#6d747a') +
    rect(580, 686, 8, 30, '#6d747a') +
    rect(796, 686, 8, 30, '#6d747a')
  )
}

/** A bright hall where residents ask about their flats. Flat colours: it is kept as a PNG. */
export function serviceHall() {
  const next = random(113)
  const staff = [
    { x: 226, top: '#4b6a8a', long: true },
    { x: 492, top: '#4b6a8a' },
    { x: 756, top: '#4b6a8a', long: true },
  ]
    .map((look) => seatedFront({ ...look, y: 410, height: 222, skin: '#cfa27f' }))
    .join('')
  const residents =
    standing({ x: 300, y: 676, height: 336, top: '#b5754f', trousers: '#3c4654', view: 'back', stride: 3 }) +
    standing({
      x: 396,
      y: 684,
      height: 318,
      top: '#7f6a8c',
      trousers: '#4a4f58',
      view: 'back',
      long: true,
      stride: 3,
    }) +
    standing({
      x: 930,
      y: 690,
      height: 334,
      top: '#6c8a70',
      trousers: '#39424e',
      view: 'side',
      pose: 'folder',
      mirror: true,
      stride: 4,
    })
  return {
    width: WIDTH,
    height: HEIGHT,
    svg: drawing(
      WIDTH,
      HEIGHT,
      '',
      hall() +
        backWall() +
        staff +
        counter() +
        plant(70, 640, 1.5, next) +
        plant(1030, 600, 1.2, next) +
        seats() +
        residents,
    ),
  }
}
