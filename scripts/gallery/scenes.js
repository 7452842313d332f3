// The pictures of the gallery's publications, each a flat drawing; nobody in them is anybody.
import { between, ellipse, group, path, polygon, random, rect, stroke, times } from '../pictures/drawing.js'
import { cloud, hills, house, seated, standing, table, tree } from './figures.js'

const W = 1040
const GREEN = ['#5f8f5a', '#82ad74', '#7a5c43']

/** A small town on a river: boats, a bridge, white walls. */
export function river() {
  const arches = times(3, (at) => path(`M${300 + at * 150},420 a58,58 0 0 1 116,0 Z`, '#9fc3cf'))
  const houses = times(8, (at) => {
    const x = at * 132 - 20
    const tall = 110 + ((at * 37) % 60)
    return (
      rect(x, 330 - tall, 118, tall + 20, '#f4efe4') +
      polygon(
        [
          [x - 12, 332 - tall],
          [x + 59, 292 - tall],
          [x + 130, 332 - tall],
        ],
        '#4a525c',
      ) +
      rect(x + 20, 352 - tall, 26, 34, '#8a6d55') +
      rect(x + 70, 352 - tall, 26, 34, '#8a6d55') +
      rect(x + 45, 300, 30, 50, '#6b4f3c')
    )
  })
  return {
    width: W,
    height: 520,
    content:
      rect(0, 0, W, 520, '#dcebf0') +
      ellipse(840, 90, 46, 46, '#f6d9a8') +
      cloud(220, 90, 90, '#f3f8f9') +
      cloud(620, 60, 70, '#f3f8f9') +
      hills(W, 360, [190, 130, 210, 120, 200, 150], '#b4cfc3') +
      hills(W, 360, [260, 210, 250, 200, 260, 220], '#8db3a0') +
      houses +
      rect(0, 350, W, 170, '#9fc3cf') +
      path('M250,420 Q510,290 770,420 L770,446 L250,446 Z', '#d8cdb8') +
      path('M250,420 Q510,300 770,420', 'none', { stroke: '#8f8470', 'stroke-width': 8 }) +
      arches +
      rect(0, 440, W, 80, '#86b0bf') +
      times(26, (at) => rect((at * 173) % W, 370 + ((at * 53) % 140), 50 + ((at * 17) % 40), 3, '#c4dde4')) +
      path('M120,470 q70,34 160,0 l-14,30 q-64,14 -132,0 Z', '#6b4f3c') +
      path('M170,470 q30,-46 66,0 Z', '#c39a63') +
      tree(980, 440, 190, GREEN) +
      tree(60, 440, 150, GREEN),
  }
}

/** A service hall's counter with two clerks and visitors. */
export function counter() {
  return {
    width: 760,
    height: 507,
    content:
      rect(0, 0, 760, 507, '#eef2f4') +
      rect(0, 0, 760, 74, '#b23a2e') +
      times(
        3,
        (at) =>
          rect(60 + at * 230, 96, 180, 34, '#ffffff', { rx: 5 }) +
          rect(78 + at * 230, 107, 100, 12, '#b23a2e'),
      ) +
      times(3, (at) => rect(60 + at * 230, 146, 180, 120, '#d7e4ea')) +
      seated(150, 252, 96, { coat: '#34547a' }) +
      seated(380, 252, 96, { coat: '#34547a', hair: '#4a3527' }) +
      seated(612, 252, 96, { coat: '#34547a' }) +
      rect(0, 318, 760, 22, '#8f6b4a') +
      rect(0, 340, 760, 167, '#c9a47c') +
      times(7, (at) => rect(at * 120 + 10, 356, 4, 140, '#b48f68')) +
      rect(186, 276, 70, 44, '#3b4252') +
      rect(648, 276, 70, 44, '#3b4252') +
      rect(416, 276, 70, 44, '#3b4252') +
      standing(290, 507, 330, { coat: '#a0563f', arm: 'out', turn: -1 }) +
      standing(510, 507, 310, { coat: '#5f7f62', arm: 'out', hair: '#8a8a8a' }),
  }
}

/** A workshop: a robot's arm, a machine, two at a screen. */
export function workshop() {
  return {
    width: W,
    height: 560,
    content:
      rect(0, 0, W, 560, '#dbe6e6') +
      times(6, (at) => rect(at * 190 - 20, 30, 130, 150, '#f3f8f6')) +
      times(7, (at) => rect(at * 170, 0, 10, 250, '#aebfc0')) +
      rect(0, 10, W, 14, '#8fa5a6') +
      rect(0, 430, W, 130, '#b7c6c4') +
      times(9, (at) =>
        polygon(
          [
            [at * 130, 560],
            [at * 130 + 60, 560],
            [at * 118 + 90, 430],
            [at * 118 + 60, 430],
          ],
          '#c5d2d0',
        ),
      ) +
      rect(60, 250, 260, 190, '#1f6f70', { rx: 8 }) +
      rect(86, 276, 130, 90, '#cfe6e2') +
      rect(236, 276, 60, 14, '#e9b44c') +
      rect(236, 300, 60, 14, '#f3f8f6') +
      rect(236, 324, 60, 14, '#f3f8f6') +
      rect(440, 400, 120, 50, '#39474d', { rx: 6 }) +
      stroke(
        [
          [500, 400],
          [470, 270],
          [600, 190],
          [690, 250],
        ],
        '#e9882f',
        34,
      ) +
      ellipse(470, 270, 26, 26, '#39474d') +
      ellipse(600, 190, 24, 24, '#39474d') +
      stroke(
        [
          [690, 250],
          [690, 300],
        ],
        '#39474d',
        14,
      ) +
      polygon(
        [
          [664, 300],
          [716, 300],
          [706, 336],
          [674, 336],
        ],
        '#39474d',
      ) +
      rect(600, 350, 190, 30, '#8fa5a6') +
      rect(640, 336, 100, 16, '#1f6f70') +
      rect(620, 380, 16, 70, '#6d8284') +
      rect(756, 380, 16, 70, '#6d8284') +
      standing(870, 520, 310, { coat: '#1f6f70', arm: 'out', turn: -1, hair: '#e9b44c' }) +
      standing(970, 520, 296, { coat: '#39474d', hair: '#e9b44c' }) +
      times(30, (at) => ellipse(690 + ((at * 29) % 70) - 35, 338 + ((at * 13) % 30), 2.4, 2.4, '#ffd98a')),
  }
}

/** Sun panels on a roof above a town. */
export function panels() {
  return {
    width: 760,
    height: 500,
    content:
      rect(0, 0, 760, 500, '#cfe3ee') +
      ellipse(620, 90, 54, 54, '#fbe3a4') +
      cloud(180, 90, 84, '#eff7fa') +
      cloud(420, 130, 56, '#eff7fa') +
      times(9, (at) =>
        house(at * 92 - 10, 330, 80, 90 + ((at * 47) % 110), {
          wall: at % 2 ? '#a9c0cc' : '#bccfd8',
          window: '#e6eff3',
          floors: 5,
          across: 4,
        }),
      ) +
      rect(0, 318, 760, 182, '#8b9aa1') +
      times(3, (row) =>
        times(5, (at) => {
          const x = at * 158 - 40 + row * 26
          const y = 336 + row * 56
          return (
            polygon(
              [
                [x, y + 44],
                [x + 34, y],
                [x + 164, y],
                [x + 130, y + 44],
              ],
              '#1d3f66',
            ) +
            times(3, (line) =>
              stroke(
                [
                  between([x, y + 44], [x + 130, y + 44], (line + 1) / 4),
                  between([x + 34, y], [x + 164, y], (line + 1) / 4),
                ],
                '#7fa3c7',
                2,
              ),
            ) +
            stroke(
              [
                [x + 17, y + 22],
                [x + 147, y + 22],
              ],
              '#7fa3c7',
              2,
            )
          )
        }),
      ) +
      standing(640, 470, 220, { coat: '#e9882f', hair: '#f4d35e', arm: 'out', turn: -1 }),
  }
}

/** A row of people in front of a banner of colour. */
export function team() {
  const coats = ['#1f6f70', '#e9882f', '#39474d', '#2a9d8f', '#c8553d', '#1f6f70', '#4d6a8a']
  return {
    width: 760,
    height: 430,
    content:
      rect(0, 0, 760, 430, '#e4eeec') +
      rect(0, 300, 760, 130, '#b9cfc9') +
      times(12, (at) =>
        polygon(
          [
            [at * 70, 0],
            [at * 70 + 64, 0],
            [at * 70 + 32, 46],
          ],
          at % 3 ? '#2a9d8f' : '#e9b44c',
        ),
      ) +
      tree(40, 330, 210, GREEN) +
      tree(730, 330, 230, GREEN) +
      coats
        .map((coat, at) =>
          standing(140 + at * 82, 410 - (at % 2) * 14, 262 + ((at * 23) % 34), {
            coat,
            arm: at === 2 || at === 5 ? 'up' : 'down',
            hair: at % 3 === 1 ? '#5a3d28' : '#2b2b2b',
          }),
        )
        .join(''),
  }
}

/** A meeting: seats in rows before a stage with flags of colour. */
export function meeting() {
  return {
    width: W,
    height: 540,
    content:
      rect(0, 0, W, 540, '#f3e3d0') +
      rect(0, 0, W, 230, '#b3202a') +
      times(13, (at) => rect(at * 84, 0, 34, 230, '#a11a24')) +
      rect(220, 60, 600, 70, '#f2c14e', { rx: 4 }) +
      rect(250, 84, 540, 22, '#b3202a', { rx: 4 }) +
      rect(150, 196, 740, 24, '#8a5a3a') +
      times(5, (at) => seated(260 + at * 130, 168, 70, { coat: at % 2 ? '#2f3b52' : '#454f66' })) +
      rect(150, 196, 740, 74, '#9c6844') +
      times(5, (at) => rect(226 + at * 130, 206, 68, 20, '#f7efe2')) +
      times(8, (at) => ellipse(150 + at * 105, 270, 30, 18, '#5c8a55')) +
      times(2, (row) =>
        times(9 - row, (at) => {
          const x = 70 + at * 114 + row * 50
          const y = 380 + row * 92
          const hair = (at + row) % 4 === 1 ? '#5a3d28' : '#2b2b2b'
          return group(
            path(
              'M-52,110 Q-52,8 0,4 Q52,8 52,110 Z',
              ['#39507a', '#6d4c5b', '#47614f', '#7a5c43'][(at + 2 * row) % 4],
            ) +
              rect(-9, -18, 18, 28, '#e0ae8a') +
              ellipse(0, -34, 26, 30, hair),
            { transform: `translate(${x} ${y})` },
          )
        }),
      ),
  }
}

/** Terraced fields with somebody bending over the seedlings. */
export function fields() {
  return {
    width: 760,
    height: 507,
    content:
      rect(0, 0, 760, 507, '#f6ead2') +
      ellipse(150, 100, 50, 50, '#f2b35e') +
      hills(760, 507, [190, 120, 180, 110, 170], '#b8c79b') +
      hills(760, 507, [250, 190, 240, 180, 230], '#93ad74') +
      times(6, (at) =>
        hills(
          760,
          507,
          [300 + at * 38, 262 + at * 42, 300 + at * 40, 268 + at * 42, 300 + at * 38],
          ['#7d9c5d', '#a9c178', '#6f9153', '#9bb86c', '#628548', '#8fae62'][at],
        ),
      ) +
      times(60, (at) =>
        stroke(
          [
            [20 + ((at * 97) % 720), 400 + ((at * 41) % 96)],
            [24 + ((at * 97) % 720), 388 + ((at * 41) % 96)],
          ],
          '#3f6a35',
          3,
        ),
      ) +
      standing(300, 470, 230, { coat: '#c8102e', arm: 'out' }) +
      standing(470, 478, 220, { coat: '#39507a', arm: 'out', turn: -1, hair: '#e8d9a8' }) +
      standing(570, 470, 214, { coat: '#7a5c43' }),
  }
}

/** A school: a teaching building, a flag-less mast, pupils under trees. */
export function campus() {
  return {
    width: W,
    height: 560,
    content:
      rect(0, 0, W, 560, '#d5ecf5') +
      cloud(160, 100, 96, '#f4fbfd') +
      cloud(760, 70, 80, '#f4fbfd') +
      house(120, 400, 520, 260, {
        wall: '#e07a4b',
        window: '#fbeed6',
        roof: '#a4492a',
        floors: 4,
        across: 10,
      }) +
      house(640, 400, 300, 190, {
        wall: '#f2c078',
        window: '#fdf6e3',
        roof: '#a4492a',
        floors: 3,
        across: 6,
      }) +
      rect(330, 280, 100, 120, '#fbeed6') +
      rect(346, 300, 30, 100, '#7a5c43') +
      rect(384, 300, 30, 100, '#7a5c43') +
      ellipse(380, 190, 30, 30, '#fdf6e3') +
      stroke(
        [
          [380, 190],
          [380, 170],
        ],
        '#333',
        4,
      ) +
      stroke(
        [
          [380, 190],
          [394, 198],
        ],
        '#333',
        4,
      ) +
      rect(0, 396, W, 164, '#9cc28a') +
      polygon(
        [
          [340, 396],
          [420, 396],
          [560, 560],
          [200, 560],
        ],
        '#ecdcc0',
      ) +
      tree(60, 430, 230, ['#3f8f5f', '#63b07c', '#7a5c43']) +
      tree(985, 430, 260, ['#3f8f5f', '#63b07c', '#7a5c43']) +
      tree(720, 410, 140, ['#3f8f5f', '#63b07c', '#7a5c43']) +
      [
        [250, '#2a6f97', 'up'],
        [330, '#ffffff', 'down'],
        [450, '#e63946', 'out'],
        [560, '#2a6f97', 'down'],
        [790, '#ffffff', 'up'],
        [870, '#e9b44c', 'down'],
      ]
        .map(([x, coat, arm], at) =>
          standing(x, 530 - (at % 2) * 20, 170 + (at % 3) * 8, { coat, arm, trousers: '#2f4858' }),
        )
        .join(''),
  }
}

/** Runners on a track. */
export function runners() {
  const runner = (x, y, coat, size) =>
    group(
      stroke(
        [
          [0, -60],
          [34, -38],
          [20, -2],
        ],
        '#2f4858',
        16,
      ) +
        stroke(
          [
            [0, -60],
            [-26, -30],
            [-58, -22],
          ],
          '#2f4858',
          16,
        ) +
        stroke(
          [
            [6, -112],
            [36, -92],
            [56, -112],
          ],
          '#e8b995',
          12,
        ) +
        stroke(
          [
            [2, -112],
            [-28, -98],
            [-36, -70],
          ],
          '#e8b995',
          12,
        ) +
        stroke(
          [
            [0, -62],
            [10, -112],
          ],
          coat,
          34,
        ) +
        ellipse(20, -146, 17, 20, '#e8b995') +
        path('M2,-148 Q4,-172 26,-168 Q40,-164 38,-150 Q22,-160 2,-148 Z', '#2b2b2b'),
      { transform: `translate(${x} ${y}) scale(${size})` },
    )
  return {
    width: 760,
    height: 480,
    content:
      rect(0, 0, 760, 480, '#cfe9f3') +
      times(11, (at) => tree(at * 78, 210, 120 + ((at * 31) % 50), ['#3f8f5f', '#63b07c', '#7a5c43'])) +
      rect(0, 196, 760, 60, '#8fbf7f') +
      rect(0, 240, 760, 240, '#c8553d') +
      times(4, (at) => rect(0, 258 + at * 62, 760, 5, '#f7e1d3')) +
      runner(150, 330, '#2a6f97', 0.9) +
      runner(330, 392, '#e9b44c', 1.15) +
      runner(560, 372, '#3f8f5f', 1.05) +
      runner(690, 318, '#ffffff', 0.8),
  }
}

/** A classroom at an experiment. */
export function classroom() {
  const flask = (x, y, liquid) =>
    group(
      polygon(
        [
          [-9, -70],
          [9, -70],
          [9, -40],
          [32, 0],
          [-32, 0],
          [-9, -40],
        ],
        '#e8f3f6',
      ) +
        polygon(
          [
            [-17, -26],
            [17, -26],
            [32, 0],
            [-32, 0],
          ],
          liquid,
        ),
      { transform: `translate(${x} ${y})` },
    )
  return {
    width: 760,
    height: 500,
    content:
      rect(0, 0, 760, 500, '#f5ecd9') +
      rect(120, 40, 520, 190, '#2f5d50', { rx: 6 }) +
      rect(120, 226, 520, 12, '#b98b5e') +
      stroke(
        [
          [170, 90],
          [250, 90],
        ],
        '#e8f1e4',
        5,
      ) +
      stroke(
        [
          [170, 120],
          [320, 120],
        ],
        '#e8f1e4',
        5,
      ) +
      ellipse(520, 130, 50, 50, 'none', { stroke: '#e8f1e4', 'stroke-width': 5 }) +
      stroke(
        [
          [520, 130],
          [560, 100],
        ],
        '#e8f1e4',
        5,
      ) +
      standing(390, 420, 280, { coat: '#e07a4b', arm: 'out', turn: -1 }) +
      rect(0, 380, 760, 20, '#a4734b') +
      rect(0, 400, 760, 100, '#c79668') +
      flask(250, 380, '#4aa3c7') +
      flask(330, 380, '#e9b44c') +
      flask(560, 380, '#d1495b') +
      seated(130, 420, 130, { coat: '#2a6f97' }) +
      seated(640, 420, 130, { coat: '#3f8f5f', hair: '#4a3527' }),
  }
}

/** A ward corridor with a doctor and a nurse. */
export function corridor() {
  return {
    width: W,
    height: 540,
    content:
      rect(0, 0, W, 540, '#e6f2f3') +
      polygon(
        [
          [0, 0],
          [380, 150],
          [380, 400],
          [0, 540],
        ],
        '#d2e6e8',
      ) +
      polygon(
        [
          [W, 0],
          [660, 150],
          [660, 400],
          [W, 540],
        ],
        '#c7dfe2',
      ) +
      polygon(
        [
          [0, 540],
          [380, 400],
          [660, 400],
          [W, 540],
        ],
        '#f4f8f6',
      ) +
      polygon(
        [
          [0, 0],
          [380, 150],
          [660, 150],
          [W, 0],
        ],
        '#f7fbfb',
      ) +
      polygon(
        [
          [420, 0],
          [620, 0],
          [550, 150],
          [490, 150],
        ],
        '#ffffff',
      ) +
      rect(380, 150, 280, 250, '#eef7f7') +
      rect(440, 200, 76, 200, '#9cc9cd') +
      rect(524, 200, 76, 200, '#9cc9cd') +
      rect(460, 224, 36, 60, '#e6f2f3') +
      rect(544, 224, 36, 60, '#e6f2f3') +
      rect(470, 160, 100, 26, '#0f7c86', { rx: 4 }) +
      polygon(
        [
          [60, 150],
          [150, 178],
          [150, 480],
          [60, 516],
        ],
        '#a9d2d6',
      ) +
      polygon(
        [
          [230, 200],
          [290, 218],
          [290, 432],
          [230, 456],
        ],
        '#a9d2d6',
      ) +
      polygon(
        [
          [980, 150],
          [890, 178],
          [890, 480],
          [980, 516],
        ],
        '#98c7cc',
      ) +
      polygon(
        [
          [810, 200],
          [750, 218],
          [750, 432],
          [810, 456],
        ],
        '#98c7cc',
      ) +
      stroke(
        [
          [0, 330],
          [380, 300],
        ],
        '#7fb7bc',
        8,
      ) +
      stroke(
        [
          [W, 330],
          [660, 300],
        ],
        '#7fb7bc',
        8,
      ) +
      standing(430, 520, 350, { coat: '#ffffff', trousers: '#0f7c86', arm: 'out' }) +
      standing(600, 520, 330, { coat: '#8fd0c8', trousers: '#8fd0c8', turn: -1 }) +
      rect(526, 300, 44, 56, '#e9b44c') +
      rect(532, 308, 32, 40, '#ffffff'),
  }
}

/** A doctor measuring blood pressure at a desk. */
export function clinic() {
  return {
    width: 760,
    height: 500,
    content:
      rect(0, 0, 760, 500, '#e9f4f2') +
      rect(60, 50, 200, 170, '#cfe8f2') +
      stroke(
        [
          [160, 50],
          [160, 220],
        ],
        '#ffffff',
        8,
      ) +
      stroke(
        [
          [60, 135],
          [260, 135],
        ],
        '#ffffff',
        8,
      ) +
      rect(500, 60, 170, 120, '#ffffff') +
      stroke(
        [
          [520, 120],
          [560, 120],
          [575, 86],
          [595, 152],
          [610, 120],
          [650, 120],
        ],
        '#d1495b',
        5,
      ) +
      seated(250, 250, 170, { coat: '#ffffff' }) +
      stroke(
        [
          [222, 256],
          [240, 330],
          [270, 330],
          [282, 258],
        ],
        '#39474d',
        5,
      ) +
      ellipse(256, 336, 9, 9, '#39474d') +
      seated(540, 256, 166, { coat: '#c8a06a', hair: '#a9a9a9' }) +
      rect(0, 366, 760, 22, '#0f7c86') +
      rect(0, 388, 760, 112, '#bfdcdc') +
      rect(350, 300, 100, 66, '#39474d', { rx: 6 }) +
      rect(360, 310, 56, 34, '#bfe3d0') +
      stroke(
        [
          [450, 340],
          [490, 350],
          [510, 330],
        ],
        '#39474d',
        6,
      ) +
      stroke(
        [
          [470, 330],
          [520, 320],
        ],
        '#2a6f97',
        26,
      ) +
      tree(706, 366, 110, GREEN),
  }
}

/** Neighbours at a long table under trees. */
export function longTable() {
  const coats = ['#c8553d', '#3d6b8c', '#e0a030', '#5f8f5a', '#8c5a7a', '#d98c5f', '#496a81']
  return {
    width: W,
    height: 540,
    content:
      rect(0, 0, W, 540, '#fbeedb') +
      times(5, (at) =>
        house(at * 216 - 10, 300, 196, 190 + ((at * 41) % 70), {
          wall: at % 2 ? '#e6c8a4' : '#dcb48c',
          window: '#fff7e8',
          roof: '#b5643c',
          floors: 3,
          across: 4,
        }),
      ) +
      rect(0, 296, W, 244, '#e3c79c') +
      tree(120, 330, 270, ['#7a9a4e', '#9ab865', '#7a5c43']) +
      tree(900, 330, 290, ['#7a9a4e', '#9ab865', '#7a5c43']) +
      path('M60,60 Q520,150 980,60', 'none', { stroke: '#8a6d55', 'stroke-width': 3 }) +
      times(11, (at) =>
        ellipse(
          110 + at * 82,
          78 + 38 * Math.sin(((at + 0.5) / 11) * Math.PI),
          12,
          15,
          at % 2 ? '#d1495b' : '#e9b44c',
        ),
      ) +
      coats
        .map((coat, at) =>
          seated(150 + at * 124, 330, 104, { coat, hair: at % 3 === 1 ? '#b0aca4' : '#2b2b2b' }),
        )
        .join('') +
      table(60, 394, 920, { top: '#b5774a', leg: '#8a5a3a', deep: 24, tall: 130 }) +
      times(
        9,
        (at) =>
          ellipse(120 + at * 100, 390, 34, 10, '#ffffff') +
          ellipse(120 + at * 100, 386, 22, 8, ['#c8553d', '#7a9a4e', '#e9b44c'][at % 3]),
      ),
  }
}

/** Two at a game of stones below a tree. */
export function chess() {
  return {
    width: 760,
    height: 500,
    content:
      rect(0, 0, 760, 500, '#f3e6cf') +
      ellipse(610, 100, 46, 46, '#f2b35e') +
      rect(0, 330, 760, 170, '#cdb188') +
      tree(380, 380, 380, ['#7a9a4e', '#9ab865', '#7a5c43']) +
      seated(180, 250, 160, { coat: '#3d6b8c', hair: '#c9c5bd' }) +
      seated(570, 250, 160, { coat: '#c8553d', hair: '#8f8b84' }) +
      polygon(
        [
          [230, 350],
          [520, 350],
          [580, 410],
          [170, 410],
        ],
        '#dba65f',
      ) +
      rect(170, 410, 410, 22, '#a4734b') +
      times(6, (at) =>
        stroke(
          [
            [240 + at * 54, 352],
            [190 + at * 74, 408],
          ],
          '#7a5432',
          2,
        ),
      ) +
      times(4, (at) =>
        stroke(
          [
            [228 - at * 17, 356 + at * 16],
            [524 + at * 16, 356 + at * 16],
          ],
          '#7a5432',
          2,
        ),
      ) +
      [
        [300, 368, 1],
        [360, 384, 0],
        [420, 372, 1],
        [470, 392, 0],
        [280, 396, 0],
        [400, 396, 1],
      ]
        .map(([x, y, dark]) => ellipse(x, y, 13, 8, dark ? '#2b2b2b' : '#ffffff'))
        .join('') +
      rect(330, 432, 90, 68, '#8a5a3a'),
  }
}

/** A market street in the evening. */
export function market() {
  const next = random(7)
  const awning = (x, colour) =>
    times(6, (at) =>
      polygon(
        [
          [x + at * 34, 250],
          [x + at * 34 + 34, 250],
          [x + at * 36 + 30, 310],
          [x + at * 36 - 6, 310],
        ],
        at % 2 ? '#fdf6e3' : colour,
      ),
    )
  return {
    width: W,
    height: 600,
    content:
      rect(0, 0, W, 600, '#2f3e5c') +
      rect(0, 180, W, 120, '#4d4f6b') +
      times(9, (at) =>
        house(at * 122 - 30, 300, 118, 120 + ((at * 59) % 130), {
          wall: at % 2 ? '#3a4765' : '#44425f',
          window: next() > 0.4 ? '#f6c667' : '#5f6480',
          floors: 4,
          across: 4,
        }),
      ) +
      rect(0, 300, W, 300, '#6b5a5e') +
      polygon(
        [
          [400, 300],
          [640, 300],
          [1000, 600],
          [60, 600],
        ],
        '#8a7470',
      ) +
      awning(20, '#d1495b') +
      awning(240, '#2a9d8f') +
      awning(620, '#e9882f') +
      awning(830, '#3d6b8c') +
      [30, 250, 630, 840]
        .map(
          (x) =>
            rect(x, 310, 196, 130, '#f6c667') +
            rect(x, 400, 196, 60, '#8a5a3a') +
            times(7, (at) =>
              ellipse(x + 20 + at * 26, 398, 13, 12, ['#d1495b', '#e9882f', '#7a9a4e'][(at + x) % 3]),
            ),
        )
        .join('') +
      times(
        12,
        (at) =>
          ellipse(40 + at * 88, 226 + 10 * Math.sin(at * 2), 13, 17, '#f25c3c') +
          rect(38 + at * 88, 200, 4, 12, '#f25c3c'),
      ) +
      [
        [200, 250, '#c8553d'],
        [330, 270, '#3d6b8c'],
        [460, 230, '#5f8f5a'],
        [560, 220, '#e0a030'],
        [700, 280, '#8c5a7a'],
        [850, 250, '#496a81'],
      ]
        .map(([x, tall, coat], at) =>
          standing(x, 580 - (at % 3) * 16, tall, {
            coat,
            turn: at % 2 ? -1 : 1,
            arm: at % 3 === 0 ? 'out' : 'down',
          }),
        )
        .join(''),
  }
}

/** A bowl of noodles from above. */
export function bowl() {
  return {
    width: 620,
    height: 465,
    content:
      rect(0, 0, 620, 465, '#7a4f35') +
      times(7, (at) => rect(0, at * 68, 620, 3, '#6a432c')) +
      ellipse(310, 240, 190, 190, '#5c3a26') +
      ellipse(310, 232, 186, 186, '#f2ece0') +
      ellipse(310, 232, 156, 156, '#d98c3f') +
      times(9, (at) =>
        path(
          `M${190 + at * 14},${180 + ((at * 23) % 60)} q60,${30 - at * 8} 120,${10 + at * 6} t90,${20 - at * 3}`,
          'none',
          { stroke: '#f6dfa4', 'stroke-width': 9, 'stroke-linecap': 'round' },
        ),
      ) +
      ellipse(370, 170, 44, 38, '#fdf6e3') +
      ellipse(372, 172, 20, 18, '#f2a93b') +
      times(14, (at) => ellipse(230 + ((at * 47) % 150), 190 + ((at * 61) % 120), 7, 5, '#4f8a3c')) +
      polygon(
        [
          [240, 270],
          [320, 250],
          [336, 296],
          [258, 318],
        ],
        '#a4492a',
      ) +
      stroke(
        [
          [470, 20],
          [360, 210],
        ],
        '#3a2418',
        9,
      ) +
      stroke(
        [
          [510, 30],
          [385, 216],
        ],
        '#3a2418',
        9,
      ),
  }
}

/** A footbridge over a river at night. */
export function bridge() {
  return {
    width: 760,
    height: 460,
    content:
      rect(0, 0, 760, 460, '#22304a') +
      ellipse(600, 80, 34, 34, '#f3e9c6') +
      times(10, (at) =>
        house(at * 84 - 20, 270, 74, 70 + ((at * 61) % 120), {
          wall: at % 2 ? '#2f4363' : '#2a3b58',
          window: at % 3 ? '#f6c667' : '#48597a',
          floors: 6,
          across: 3,
        }),
      ) +
      rect(0, 266, 760, 194, '#2c4a66') +
      path('M0,250 Q380,130 760,250', 'none', { stroke: '#e9882f', 'stroke-width': 10 }) +
      times(19, (at) =>
        stroke(
          [
            [at * 40 + 20, 264],
            [at * 40 + 20, 250 - 60 * Math.sin(((at + 0.5) / 19) * Math.PI)],
          ],
          '#e9b44c',
          2,
        ),
      ) +
      rect(0, 260, 760, 14, '#c9d3dd') +
      times(34, (at) =>
        rect(
          (at * 131) % 760,
          290 + ((at * 37) % 160),
          30 + ((at * 19) % 50),
          3,
          at % 3 ? '#f6c667' : '#6f8fb0',
        ),
      ),
  }
}

/** A floor plan with way out, for a handbook. */
export function floorPlan() {
  const room = (x, y, width, height, fill) =>
    rect(x, y, width, height, fill, { stroke: '#22577a', 'stroke-width': 5 })
  return {
    width: 760,
    height: 500,
    content:
      rect(0, 0, 760, 500, '#f4f8fa') +
      room(40, 40, 200, 160, '#cfe5ee') +
      room(240, 40, 160, 160, '#e4f0e4') +
      room(400, 40, 320, 160, '#cfe5ee') +
      room(40, 290, 300, 170, '#fbeed6') +
      room(340, 290, 180, 170, '#e4f0e4') +
      room(520, 290, 200, 170, '#cfe5ee') +
      stroke(
        [
          [110, 245],
          [620, 245],
        ],
        '#38a3a5',
        10,
        { 'stroke-dasharray': '26 16' },
      ) +
      polygon(
        [
          [640, 218],
          [700, 245],
          [640, 272],
        ],
        '#38a3a5',
      ) +
      times(
        4,
        (at) => rect(432 + at * 70, 72, 44, 30, '#7fb0c4') + ellipse(454 + at * 70, 122, 13, 13, '#22577a'),
      ) +
      times(3, (at) => rect(80 + at * 84, 330, 54, 90, '#e9b44c')) +
      ellipse(430, 375, 48, 48, '#8fc1a9') +
      ellipse(140, 120, 46, 46, '#7fb0c4') +
      rect(566, 326, 110, 100, '#7fb0c4') +
      rect(290, 90, 60, 60, '#8fc1a9'),
  }
}
