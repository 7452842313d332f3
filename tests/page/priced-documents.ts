import type * as costs from '../../src/page/search/costs.ts'

type Table = typeof costs

/** Each price of the table by its group and name. */
export type Price = { [G in keyof Table]: `${G}.${Extract<keyof Table[G], string>}` }[keyof Table]

/** What is set by the table's price, and what another price would make of it. */
export interface Trial {
  readonly says: string
  /** See `set-boxes.ts`. */
  readonly document: string
  readonly is: string
  /** Another price, and what comes out by it. */
  readonly at: number
  readonly otherwise: string
  /** Tried with all prices; else without those of full columns. */
  readonly all?: true
}

/** The documents that set each price: with another price one of them comes out otherwise. */
export const BOXES: Partial<Record<Price, readonly Trial[]>> = {
  'BREAK.free': [
    {
      says: 'a column ends between paragraphs though a line stays empty',
      document: '7 lines; 1 filled: t6 t7',
      is: '1.0 [0:6] 2.0 [1:7]',
      at: 500,
      otherwise: '1.0 [0:4] 2.0 [01:7] 3.0 [1:2]',
    },
  ],
  'BREAK.strandedFirst': [
    {
      says: 'eight lines empty are better than a first line alone',
      document: '18 lines; 1 filled: b10 x8-strandedFirst-18',
      is: '1.0 [0:10] 2.0 [1:8] 3.0 [1:18]',
      at: 5000,
      otherwise: '1.0 [01:18] 2.0 [1:18]',
    },
    {
      says: 'a first line alone is better than nine lines empty',
      document: '19 lines; 1 filled: b10 x9-strandedFirst-19',
      is: '1.0 [01:19] 2.0 [1:19]',
      at: 20000,
      otherwise: '1.0 [0:10] 2.0 [1:9] 3.0 [1:19]',
    },
  ],
  'BREAK.strandedLast': [
    {
      says: 'eleven lines empty are better than a last line alone',
      document: '21 lines; 1 filled: b10 x11-strandedLast-21',
      is: '1.0 [0:10] 2.0 [1:11] 3.0 [1:21]',
      at: 10000,
      otherwise: '1.0 [01:21] 2.0 [1:21]',
    },
    {
      says: 'a last line alone is better than twelve lines empty',
      document: '22 lines; 1 filled: b10 x12-strandedLast-22',
      is: '1.0 [01:22] 2.0 [1:22]',
      at: 40000,
      otherwise: '1.0 [0:10] 2.0 [1:12] 3.0 [1:22]',
    },
  ],
  'BREAK.keep': [
    {
      says: 'twenty-three lines empty are better than a broken keep',
      document: '33 lines; 1 filled: b10 x23-keep-33',
      is: '1.0 [0:10] 2.0 [1:23] 3.0 [1:33]',
      at: 50000,
      otherwise: '1.0 [01:33] 2.0 [1:33]',
    },
    {
      says: 'a broken keep is better than twenty-four lines empty',
      document: '34 lines; 1 filled: b10 x24-keep-34',
      is: '1.0 [01:34] 2.0 [1:34]',
      at: 200000,
      otherwise: '1.0 [0:10] 2.0 [1:24] 3.0 [1:34]',
    },
  ],
  'BREAK.never': [
    {
      says: 'every break but this one is looked at where there is no good one',
      document: '12 lines; 1 filled: x5-never-5-keep-8',
      is: '1.0 [0:10] 2.0 [0:8]',
      at: 90000,
      otherwise: '1.0 [0:5] 2.0 [0:5] 3.0 [0:8]',
    },
    {
      says: 'a picture with its text is taken over whole',
      document: '12 lines; 1 filled: t4 x5-never-5',
      is: '1.0 [0:4] 2.0 [1:10]',
      at: 1,
      otherwise: '1.0 [01:9] 2.0 [1:5]',
    },
  ],
  'HOLE.torn': [
    {
      says: 'eight lines empty are still better than a first line alone',
      document: '18 lines; 1 filled: b10 x8-strandedFirst-18',
      is: '1.0 [0:10] 2.0 [1:8] 3.0 [1:18]',
      at: 400,
      otherwise: '1.0 [01:18] 2.0 [1:18]',
    },
    {
      says: 'no column is torn for a picture at the foot',
      document: '16 lines; 3 level: t8 k2 p5',
      is: '1.0 [0:5 01:5 2:5]',
      at: 100,
      otherwise: '1.0 [0:4 0:4 1|2:7]',
    },
  ],
  'HOLE.line': [
    {
      says: 'a line left empty is worth a paragraph set longer',
      document: '9 lines; 2 filled: v8 k2',
      is: '1.0 [0:9 1:2]',
      at: 5,
      otherwise: '1.0 [0:8 1:2]',
    },
    {
      says: 'two columns a line short are better than a picture among the lines',
      document: '8 lines; 2 level: v8 b5 m2 v6',
      is: '1.0 [0:7 01:7] 2.0 [23:4 3:4]',
      at: 20,
      otherwise: '1.0 [0:8 12:7] 2.0 [3:3 3:3]',
    },
  ],
  'HOLE.seen': [
    {
      says: 'a column three lines short of the others is torn',
      document: '15 lines; 3 level: t6 p6; foot 2',
      is: '1.0 [0:6 1:6 :0] 1.13 [0:2]',
      at: 4,
      otherwise: '1.0 [0:3 0:3 1:6] 1.13 [0:2]',
    },
    {
      says: 'of the last columns the first is the longer',
      document: '12 lines; 3 level: m9, v9',
      is: '1.0 [0:9 1:7 1:3]',
      at: 1,
      otherwise: '1.0 [0:9 1:8 1:2]',
    },
  ],
  'SHORT.inside': [
    {
      says: 'two lines empty in a paragraph are worse than a last page of four',
      document: '8 lines at last; 2 filled: t8 b2 t7 p5 t6',
      is: '1.0 [0:8 1|3:7] 2.0 [2:7 4:6]',
      at: 0,
      otherwise: '1.0 [0:6 012:7] 2.0 [24:8 34:7]',
      all: true,
    },
  ],
  'SHORT.insideLevel': [
    {
      says: 'closed level, a column is short between paragraphs rather than inside one',
      document: '20 lines at last; 3 level: t5 t5 t5 r2',
      is: '1.0 [0:5 12:7 23:5]',
      at: 0,
      otherwise: '1.0 [01:7 12:5 23:5]',
    },
  ],
  'SHORT.lastPage': [
    {
      says: 'a last page of few lines has more rather than the page before be full',
      document: '13 lines at last; 1 filled: t4 b2 t8 m3 t9',
      is: '1.0 [012|3:13] 2.0 [24:13]',
      at: 30,
      otherwise: '1.0 [012:12] 2.0 [234:12] 3.0 [4:2]',
      all: true,
    },
    {
      says: 'lines go to a last page that has few',
      document: '14 lines at last; 2 level: t6 b4 =8-2! t8',
      is: '1.0 [0:6 1:4] 1.6 [0:8] 2.0 [2:4 2:4]',
      at: 30,
      otherwise: '1.0 [0:6 12:6] 1.6 [0:8] 2.0 [2:3 2:3]',
      all: true,
    },
  ],
  'SHORT.lastItems': [
    {
      says: 'no more items go with the colophon than must',
      document: '14 lines; 2 level: t6 t6 p9 k1; foot 4',
      is: '1.0 [0:2 0:2] 2.0 [01:8 23:10] 2.10 [0:4]',
      at: 0,
      otherwise: '1.0 [0:2 0:1] 2.0 [01:9 23:10] 2.10 [0:4]',
      all: true,
    },
    {
      says: 'a page is lower by a line rather than its last columns too low',
      document: '11 lines; 2 level: t8 t9; foot 3',
      is: '1.0 [0:5 01:5] 2.0 [1:4 1:3] 2.8 [0:3]',
      at: 80,
      otherwise: '1.0 [0:6 01:6] 2.0 [1:3 1:2] 2.8 [0:3]',
      all: true,
    },
  ],
  'SHORT.lastItemsSeen': [
    {
      says: 'a page is not left open much further for the sake of the last',
      document: '8 lines; 2 level: p4 t10; foot 4',
      is: '1.0 [0:4 1:5] 2.0 [1:3 1:2] 2.4 [0:4]',
      at: 0,
      otherwise: '1.0 [0:4 1:3] 2.0 [1:4 1:3] 2.4 [0:4]',
      all: true,
    },
  ],
  'PICTURE.parted': [
    {
      says: 'a picture stays on the page of its text rather than fill the page',
      document: '16 lines; 1 filled: t14 t2 m9, t20',
      is: '1.0 [0:14] 2.0 [123:16] 3.0 [3:15]',
      at: 0,
      otherwise: '1.0 [01:16] 2.0 [23:16] 3.0 [3:13]',
    },
  ],
  'PICTURE.alone': [
    {
      says: 'a picture goes to a page with text rather than alone',
      document: '11 lines; 1 level: v8 m7 m2 t6; foot 4',
      is: '1.0 [0:9] 2.0 [123:11] 3.0 [3:4] 3.7 [0:4]',
      at: 0,
      otherwise: '1.0 [0:9] 2.0 [12:9] 3.0 [3:6] 3.7 [0:4]',
      all: true,
    },
    {
      says: 'two pictures are alone rather than a page short',
      document: '9 lines; 1 level: v9 m9 p3 t2; foot 2',
      is: '1.0 [0:9] 2.0 [1:9] 3.0 [23:5] 3.7 [0:2]',
      at: 3000,
      otherwise: '1.0 [0:8] 2.0 [03:4] 3.0 [1:9] 4.0 [2:3] 4.7 [0:2]',
      all: true,
    },
  ],
  'PICTURE.early': [
    {
      says: 'a picture stands where it is met though a line stays empty',
      document: '10 lines at last; 1 filled: t9 b4 v2 p4 t7',
      is: '1.0 [0:9] 2.0 [124:10] 3.0 [34:7]',
      at: 0,
      otherwise: '1.0 [0:9] 2.0 [12|3:10] 3.0 [4:7]',
      all: true,
    },
  ],
  'PICTURE.earlyEach': [
    {
      says: 'a picture goes up no further than it must',
      document: '13 lines at last; 1 filled: t11 b5 v6 p2 t8',
      is: '1.0 [0:11] 2.0 [124:13] 3.0 [34:8]',
      at: 4,
      otherwise: '1.0 [0|3:13] 2.0 [124:13] 3.0 [4:6]',
      all: true,
    },
  ],
  'PICTURE.earlyMarked': [
    {
      says: 'a marked picture stays though two lines are empty',
      document: '6 lines at last; 1 filled: t4 b3 t3 m2 t8',
      is: '1.0 [0:4] 2.0 [12:6] 3.0 [34:5] 4.0 [4:5]',
      at: 0,
      otherwise: '1.0 [0:4] 2.0 [1|3:5] 3.0 [24:5] 4.0 [4:6]',
      all: true,
    },
    {
      says: 'a marked picture goes up before three lines are empty',
      document: '14 lines at last; 1 filled: t11 b7 t6 m3 t9',
      is: '1.0 [0|3:14] 2.0 [12:13] 3.0 [4:9]',
      at: 240,
      otherwise: '1.0 [0:11] 2.0 [12:13] 3.0 [34:12]',
      all: true,
    },
  ],
  'ACROSS.earlier': [
    {
      says: 'a picture across stays below its text where the page is full',
      document: '11 lines at last; 1 level: t3 t3 t5 =5-2 t5',
      is: '1.0 [012:11] 2.0 [0:5] 2.5 [3:5]',
      at: 10,
      otherwise: '1.0 [01:6] 1.6 [0:5] 2.0 [23:10]',
      all: true,
    },
  ],
  'ACROSS.earlierMarked': [
    {
      says: 'a marked picture across stays though the next page is fuller with it',
      document: '11 lines at last; 1 level: t2 t8 t3 =7-1! t4 t8',
      is: '1.0 [01:10] 2.0 [234:11] 3.0 [0:7] 3.7 [4:4]',
      at: 0,
      otherwise: '1.0 [01:4] 1.4 [0:7] 2.0 [123:11] 3.0 [34:10]',
      all: true,
    },
  ],
  'BAND.colophonPage': [
    {
      says: 'lines go with the colophon rather than that it has a page alone',
      document: '14 lines; 2 level: t6 t6 p9 k1; foot 4',
      is: '1.0 [0:2 0:2] 2.0 [01:8 23:10] 2.10 [0:4]',
      at: 0,
      otherwise: '1.0 [01:12 23:10] 2.10 [0:4]',
      all: true,
    },
  ],
  'PICTURE.foot': [
    {
      says: 'a picture stands at the foot where it was met',
      document: '15 lines; 2 filled: v5 p6 t4',
      is: '1.0 [02|1:15 :0]',
      at: 8,
      otherwise: '1.0 [02:9 1:6]',
    },
    {
      says: 'the next head is better than a foot with a line empty',
      document: '16 lines; 1 level: v9 p5 t12 t7 v5, t12',
      is: '1.0 [02:16] 2.0 [123:16] 3.0 [345:16] 4.0 [5:3]',
      at: 2,
      otherwise: '1.0 [02|1:16] 2.0 [23:15] 3.0 [345:16] 4.0 [5:3]',
    },
  ],
  'PICTURE.deferred': [
    {
      says: 'the next head is better than a foot and a line empty',
      document: '8 lines; 1 filled: v5 p2 t12',
      is: '1.0 [02:8] 2.0 [12:8] 3.0 [2:3]',
      at: 12,
      otherwise: '1.0 [02|1:8] 2.0 [2:8] 3.0 [2:2]',
    },
    {
      says: 'a foot at hand is better than the next head',
      document: '9 lines; 2 filled: p6, p3',
      is: '1.0 [0|1:9 :0]',
      at: 3,
      otherwise: '1.0 [0:6 1:3]',
    },
  ],
  'PICTURE.inline': [
    {
      says: 'a picture among the lines is better than a column a line short and a paragraph changed',
      document: '8 lines; 2 level: b2, p4 t3 v3',
      is: '1.0 [01:6 23:6]',
      at: 40,
      otherwise: '1.0 [02:5 13:6]',
    },
    {
      says: 'two pictures at heads are better than one among the lines',
      document: '16 lines; 3 level: t2 p7 p6 t10',
      is: '1.0 [03:9 13:8 23:8]',
      at: 10,
      otherwise: '1.0 [01:9 23:8 3:8]',
    },
  ],
  'PICTURE.late': [
    {
      says: 'a picture among the lines is better than below its article',
      document: '20 lines; 1 level: t2 p4 t3, t10',
      is: '1.0 [0123:19]',
      at: 15,
      otherwise: '1.0 [0213:19]',
    },
  ],
  'PICTURE.elsewhere': [
    {
      says: 'a picture without its text beats a column five lines short',
      document: '15 lines; 3 level: t3 k2 p3',
      is: '1.0 [0:3 1:2 2:3]',
      at: 2400,
      otherwise: '1.0 [0:3 1|2:5 :0]',
    },
    {
      says: 'a picture stays with its text',
      document: '13 lines; 3 level: p7 p3 t4',
      is: '1.0 [0:7 12:5 2:2]',
      at: 600,
      otherwise: '1.0 [0:7 2:4 1:3]',
    },
  ],
  'PICTURE.marked': [
    {
      says: 'a marked picture stays, though the colophon needs a page more',
      document: '13 lines; 1 level: v6, m7 t6 t6; foot 2',
      is: '1.0 [01:13] 2.0 [23:12] 3.11 [0:2]',
      at: 125,
      otherwise: '1.0 [023:13] 2.0 [13:11] 2.11 [0:2]',
    },
    {
      says: 'a marked picture moves rather than leave columns short',
      document: '13 lines; 2 filled: m6 p4 m7 v6; foot 2',
      is: '1.0 [03|1:13 23:10] 2.11 [0:2]',
      at: 500,
      otherwise: '1.0 [01:10 23:13] 2.11 [0:2]',
    },
  ],
  'ACROSS.nextPage': [
    {
      says: 'a picture across waits for the next page where a column would be a line short',
      document: '8 lines; 1 level: p2 t12 =2+1 t3 p3, p8',
      is: '1.0 [01:7] 2.0 [1:7] 3.0 [0:2] 3.2 [23:6] 4.0 [4:8]',
      at: 30,
      otherwise: '1.0 [01:8] 2.0 [1:6] 2.6 [0:2] 3.0 [23:6] 4.0 [4:8]',
    },
    {
      says: 'a picture across stands below the text where it was met',
      document: '16 lines; 1 filled: t11 p9 p3 =2+1 v9',
      is: '1.0 [03:14] 1.14 [0:2] 2.0 [123:16] 3.0 [3:2]',
      at: 7,
      otherwise: '1.0 [03:16] 2.0 [0:2] 2.2 [123:14] 3.0 [3:2]',
    },
  ],
  'ACROSS.foot': [
    {
      says: 'a picture across stands at the foot of the page where it was met',
      document: '13 lines; 1 filled: v7 =6+0 k2',
      is: '1.0 [0:7] 1.7 [0:6] 2.0 [1:2]',
      at: 16,
      otherwise: '1.0 [0:6] 1.6 [0:6] 2.0 [1:2]',
    },
    {
      says: 'full columns and the next head are better than columns a line short above the foot',
      document: '10 lines; 3 level: v8 k1, =4+0 t4 t14 t14 p3; foot 3',
      is: '1.0 [012:10 23:10 34:10] 2.0 [0:4] 2.4 [4:4 4:4 4|5:5] 3.7 [0:3]',
      at: 4,
      otherwise: '1.0 [0:6 012:6 23:5] 1.6 [0:4] 2.0 [3:9 34:10 4|5:9] 3.7 [0:3]',
    },
  ],
  'ACROSS.later': [
    {
      says: 'two elements further down are better than a column with nothing in it',
      document: '14 lines; 2 level: t2 =3+2 m7, t12 t6',
      is: '1.0 [012:11 2:10] 1.11 [0:3] 2.0 [3:3 3:3]',
      at: 28,
      otherwise: '1.0 [0:2 :0] 1.2 [0:3] 1.5 [12:9 2:8] 2.0 [23:4 3:4]',
    },
  ],
  'ACROSS.elsewhere': [
    {
      says: 'a picture across leaves its article where columns would be torn otherwise',
      document: '13 lines; 2 level: t6 t5 =4+1 m2, b9 v3',
      is: '1.0 [012:13 34:13] 2.0 [0:4]',
      at: 4000,
      otherwise: '1.0 [0:6 12:7] 1.7 [0:4] 1.11 [:0 :0] 2.0 [3:9 4:4]',
    },
  ],
  'PARAGRAPH.changed': [
    {
      says: 'a paragraph is set longer to close a column of one line less',
      document: '9 lines; 2 filled: v8 k2',
      is: '1.0 [0:9 1:2]',
      at: 12,
      otherwise: '1.0 [0:8 1:2]',
    },
    {
      says: 'paragraphs are not changed to move a picture',
      document: '8 lines; 2 level: b2, p4 t3 v3',
      is: '1.0 [01:6 23:6]',
      at: 3,
      otherwise: '1.0 [02:5 13:6]',
    },
  ],
  'BAND.taller': [
    {
      says: 'columns close as low as they can',
      document: '10 lines; 3 level: t5 t4 b8, t4 p4 t5',
      is: '1.0 [01:9 2:8 34:8] 2.0 [5:2 5:1 5:2]',
      at: 15,
      otherwise: '1.0 [01:9 23:10 35|4:9] 2.0 [5:2 :0 :0]',
    },
    {
      says: 'columns close a line taller where their ends are better',
      document: '14 lines; 2 level: v3 t12, m2 v3; 2 filled keeps 2: m2 t7 =3+0 t7 t8',
      is: '1.0 [01:9 123:9] 1.9 [01:4 1:3] 2.0 [1:2 :0] 2.2 [0:3] 2.5 [2:7 3:6] 3.0 [3:2 :0]',
      at: 60,
      otherwise: '1.0 [01:9 123:9] 1.9 [1:5 12:5] 2.0 [0:3] 2.3 [23:10 3:2] 3.0 [0:2 :0]',
    },
  ],
  'BAND.levelRest': [
    {
      says: 'a page ends short under level columns rather than begin what does not fit',
      document: '10 lines; 1 level: t7; 1 level: m5 t8; foot 2',
      is: '1.0 [0:7] 2.0 [01:10] 3.0 [1:3] 3.8 [0:2]',
      at: 1.2,
      otherwise: '1.0 [0:7] 1.7 [1:2] 2.0 [01:9] 3.0 [1:2] 3.8 [0:2]',
    },
    {
      says: 'a zone goes on below another where there is room',
      document: '11 lines; 2 level: t8 p7; 3 level: t6; foot 3',
      is: '1.0 [0:8 1:7] 1.8 [0:2 0:2 0:2] 2.8 [0:3]',
      at: 0.3,
      otherwise: '1.0 [0:8 1:7] 2.0 [0:2 0:2 0:2] 2.8 [0:3]',
    },
  ],
  'WORTH.column': [
    {
      says: 'other ends are looked for where a column would be torn',
      document: '19 lines; 1 filled: b10 x9-strandedFirst-19',
      is: '1.0 [01:19] 2.0 [1:19]',
      at: 20000,
      otherwise: '1.0 [0:10] 2.0 [1:9] 3.0 [1:19]',
    },
  ],
  'WORTH.level': [
    {
      says: 'two lines stay together though columns could close lower',
      document: '9 lines; 2 level: t2',
      is: '1.0 [0:2 :0]',
      at: 100000000,
      otherwise: '1.0 [0:1 0:1]',
    },
  ],
  'WORTH.usualMargin': [
    {
      says: 'a column that is dearer by itself may belong to the cheapest page',
      document: '9 lines; 2 level: v7',
      is: '1.0 [0:3 0:3]',
      at: 0,
      otherwise: '1.0 [0:4 0:3]',
    },
    {
      says: 'what is dearer by more than four holes of one line is not followed',
      document: '8 lines; 3 level: m3 b8',
      is: '1.0 [1:8 0:3 :0]',
      at: 1000000000,
      otherwise: '1.0 [0:3 1:8 :0]',
    },
  ],
  'WORTH.firstMargin': [
    {
      says: 'at the first look too, a dearer column may belong to the cheapest page',
      document: '9 lines at first; 2 level: v7',
      is: '1.0 [0:3 0:3]',
      at: 0,
      otherwise: '1.0 [0:4 0:3]',
    },
    {
      says: 'nor are dear columns at the first look',
      document: '8 lines at first; 3 level: m3 b8',
      is: '1.0 [1:8 0:3 :0]',
      at: 1000000000,
      otherwise: '1.0 [0:3 1:8 :0]',
    },
  ],
}

/** The same of blocks: see `set-blocks.ts`. */
export const BLOCKS: Partial<Record<Price, readonly Trial[]>> = {
  'BREAK.smallTable': [
    {
      says: 'three lines empty are better than a small table parted',
      document: 't38 T4 t43 t43',
      is: '40 43 / 25 24',
      at: 0,
      otherwise: '42 43 / 24 23',
    },
    {
      says: 'a small table is parted rather than that four lines stay empty',
      document: 't37 T6 t43 t43',
      is: '43 43 / 24 23',
      at: 5000,
      otherwise: '39 43 / 26 25',
    },
  ],
  'PICTURE.height': [
    {
      says: 'a picture is two lines lower so that columns end level',
      document: 't17 f10',
      is: '15 15@2',
      at: 18,
      otherwise: '17 15@0',
      all: true,
    },
  ],
  'AIR.section': [
    {
      says: 'a line of air is dearer than a marked picture moved on a short page',
      document: 'S S t4 s t6 m11 h c82',
      is: '19 16@0',
      at: 50,
      otherwise: '18 20@0',
    },
  ],
  'AIR.headline': [
    {
      says: 'a headline has a line of air more so that columns differ by less',
      document: 'h t5 f13 w18 c110 h f10',
      is: '24@7@12 22@9',
      at: 160,
      otherwise: '24@7@12 21@9',
    },
  ],
  'AIR.subhead': [
    {
      says: 'a sub-heading has a line of air more so that columns end level',
      document: 'w10 s h c53 s c62',
      is: '15@0 13',
      at: 320,
      otherwise: '15@0 12',
    },
    {
      says: 'a sub-heading has no more air than moving a picture is worth',
      document: 'S S t4 s t6 m11 h c82',
      is: '19 16@0',
      at: 80,
      otherwise: '17 20@0',
    },
  ],
  'BESIDE.moved': [
    {
      says: 'a picture beside text is moved rather than another',
      document: 'h t9 f13 w18 c110 h f10',
      is: '25@13 23@0@10',
      at: 20,
      otherwise: '23@11 25@0@10',
    },
  ],
  'BESIDE.movedLine': [
    {
      says: 'a picture beside text is moved by a few lines rather than another',
      document: 'h t9 f13 w18 c110 h f10',
      is: '25@13 23@0@10',
      at: 4,
      otherwise: '23@11 25@0@10',
    },
    {
      says: 'a picture beside text stands as near to its place as it can',
      document: 't18 w10 h',
      is: '12 12@2',
      at: 0,
      otherwise: '12@4 12',
    },
  ],
  'BESIDE.emptyLine': [
    {
      says: 'lines are left empty beside a picture rather than the columns uneven',
      document: 't7 h w9 c74',
      is: '11 9@0',
      at: 60,
      otherwise: '7 10@2',
      all: true,
    },
    {
      says: 'a picture in the column moves rather than leave lines empty beside another',
      document: 'h t9 f13 w18 c110 h f10',
      is: '25@13 23@0@10',
      at: 12.5,
      otherwise: '25@13 24@2@10',
    },
  ],
  'BESIDE.aloneLine': [
    {
      says: 'a picture stands almost alone rather than that a page is half empty',
      document: 't6 w9 c116 h',
      is: '9@0 10',
      at: 0,
      otherwise: '12 11@0',
    },
  ],
  'BESIDE.few': [
    {
      says: 'but as many as six are',
      document: 'c103 h w15 t4',
      is: '9 7@2',
      at: 2,
      otherwise: '5 8@2',
      all: true,
    },
  ],
  'PARAGRAPH.loose': [
    {
      says: 'a paragraph is not set loose to make columns level',
      document: 'f15 t12',
      is: '12@0 10',
      at: 1000,
      otherwise: '12@0 11',
    },
  ],
  'PARAGRAPH.quietEm': [
    {
      says: 'tracking of half a tenth of an em is seen',
      document: 't19 f9',
      is: '19 17@0',
      at: 0.06,
      otherwise: '18 19@2',
    },
  ],
  'WORTH.round': [
    {
      says: 'a round that gains enough is not the last',
      document: 't27 t8 m17 w17 t25 t25 w18 S',
      is: '43@35 43@0 / 8@4 6',
      at: 2000,
      otherwise: '43@32 43@3 / 8 9@0',
      all: true,
    },
  ],
}
