import { describe, expect, test } from 'vitest'
import type { Assets } from '../../src/assets/image.ts'
import { arrange } from '../../src/content/arrange.ts'
import type { DisplayItem, GlyphRun, Image } from '../../src/display/display-list.ts'
import { issueDocument } from '../../src/office/issue-document.ts'
import { sealMarks } from '../../src/page/make-up/seals.ts'
import type { PictureMark } from '../../src/page/search/strip.ts'
import { typeset } from '../../src/typeset.ts'
import { builtInLibrary } from '../assets/built-in.ts'
import { articleText, reading } from '../issue/reading.ts'

const fonts = await builtInLibrary()
const MILLIMETRE = 72 / 25.4
const EM = 10.5
const LINE = 16.5
const SEAL = 'issues/章.png'
const images = new Map([[SEAL, { key: SEAL, width: 300, height: 300 }]]) as unknown as Assets['images']
const TEXT = '本月检查供水管网，登记问题，限期修复。'.repeat(4)

/** The one page of an article with a signature. */
function signed(signature: string) {
  const { issue, diagnostics } = reading(articleText(TEXT, `      signature: ${signature}\n`))
  const { value } = typeset(issue, { fonts, images })
  return {
    items: value.pages[0]?.items ?? [],
    structure: value.structure,
    codes: diagnostics.map((one) => one.code),
  }
}

const isText = (one: DisplayItem): one is GlyphRun => one.kind === 'glyphs'

/** The lines of the text's own element, by their baselines. */
function lineOf(items: readonly DisplayItem[], part: string) {
  const runs = items.filter(isText)
  const y = runs.findLast((one) => one.texts.join('').includes(part))?.y
  const line = runs.filter((one) => one.y === y && one.node !== null)
  const xs = line.flatMap((one) => one.xs)
  return { y: y as number, left: Math.min(...xs), right: Math.max(...xs) + EM }
}

function sealOn(items: readonly DisplayItem[]): Image {
  const seals = items.filter((one): one is Image => one.kind === 'image')
  expect(seals).toHaveLength(1)
  return seals[0] as Image
}

const SIGNED = '{ text: "城南区服务中心\\n一月五日", seal: 章.png }'

describe('落款', () => {
  test('its lines are centred below one another, the longest two em from the right', () => {
    const { items } = signed('"城南区服务中心\\n一月五日"')
    const [unit, day] = [lineOf(items, '务中心'), lineOf(items, '一月五')]
    expect(day.y - unit.y).toBeCloseTo(LINE, 5)
    expect((unit.left + unit.right) / 2).toBeCloseTo((day.left + day.right) / 2, 1)
    expect(Math.round((unit.right - unit.left) / EM)).toBe(7)
    // Two columns of 22 em with two between them, in the middle of A4.
    const columnRight = (210 * MILLIMETRE + 46 * EM) / 2
    expect(columnRight - unit.right).toBeCloseTo(2 * EM, 0)
  })

  test('numbers among Han do not move it by more than a third of an em', () => {
    const { items } = signed('"城南区服务中心\\n2024年1月5日"')
    const [unit, day] = [lineOf(items, '务中心'), lineOf(items, '日')]
    expect(Math.abs(unit.left + unit.right - day.left - day.right) / 2).toBeLessThan(EM / 3)
  })

  test('a seal stands over the signature, and nothing makes room for it', () => {
    const { items, structure } = signed(SIGNED)
    const plain = signed('"城南区服务中心\\n一月五日"')
    const unmoved = (all: readonly DisplayItem[]) =>
      all.filter(isText).map(({ node: _, span, ...one }) => one)
    expect(unmoved(items)).toEqual(unmoved(plain.items))
    const seal = sealOn(items)
    expect(seal.width).toBeCloseTo(30 * MILLIMETRE, 5)
    expect(seal.height).toBeCloseTo(seal.width, 5)
    const [unit, day] = [lineOf(items, '务中心'), lineOf(items, '一月五')]
    expect(seal.x + seal.width / 2).toBeCloseTo((unit.left + unit.right) / 2, 1)
    expect(seal.y).toBeLessThan(unit.y - EM)
    expect(seal.y + seal.height).toBeGreaterThan(day.y)
    // 居印章中心偏下: a little below the middle, and clear of what stands below.
    expect((unit.y + day.y) / 2 - EM / 3).toBeGreaterThan(seal.y + seal.height / 2)
    expect(seal.y + seal.height).toBeLessThan(day.y + LINE)
    expect(structure[seal.node as number]).toMatchObject({ role: 'Figure', alt: '印章：城南区服务中心' })
  })

  test('it is drawn before the words that it stands over', () => {
    const { items } = signed(SIGNED)
    const words = items.findLastIndex((one) => isText(one) && one.texts.join('').includes('务中心'))
    expect(items.indexOf(sealOn(items))).toBeLessThan(words)
  })

  test('as wide as it is asked to be', () => {
    const { items } = signed('{ 文字: 城南区, 印章: 章.png, 宽度: 42mm }')
    expect(sealOn(items).width).toBeCloseTo(42 * MILLIMETRE, 5)
  })

  test('the Word copy has it below the words that it stands over', () => {
    const { issue } = reading(articleText(TEXT, `      signature: ${SIGNED}\n`))
    const content = arrange(issue, issue.publication.design, images)
    const seals = content.blocks.flatMap((one) =>
      one.kind === 'paragraph' ? (one.signature?.seal ?? []) : [],
    )
    const pictures = new Map(
      seals.map((one) => [one, { bytes: new Uint8Array([1]), format: 'png' as const }]),
    )
    const { blocks } = issueDocument(content, { accent: '000000', columnWidth: 200, pictures })
    const at = blocks.findIndex((one) => one.kind === 'picture')
    expect(blocks[at]).toMatchObject({ width: 30 * MILLIMETRE, height: 30 * MILLIMETRE })
    expect(JSON.stringify(blocks[at - 1])).toContain('一月五日')
    expect(blocks[at - 1]).toMatchObject({ keepWithNext: true })
  })

  test('a seal without words is an error, and one whose file is not there is left out', () => {
    expect(() => signed('{ seal: 章.png }')).toThrow('E-REQUIRED')
    const { items } = signed('{ text: 城南区, seal: 无.png }')
    expect(items.some((one) => one.kind === 'image')).toBe(false)
  })
})

describe('what a seal covers', () => {
  const PICTURE = '      images: [{ id: 末, placeholder: 待补, ratio: "2:1" }]\n'
  const stamped = (body: string, more = '') => {
    const { issue } = reading(
      articleText(body, `      signature: { text: "城南区服务中心\\n一月五日", seal: 章.png }\n${more}`),
    )
    const { items } = typeset(issue, { fonts, images }).value.pages[0] ?? { items: [] }
    return { items, seal: sealOn(items), signed: lineOf(items, '务中心') }
  }

  test('no picture: it gets air below one', () => {
    const { items, seal } = stamped(`${TEXT}\n\n![](末)`, PICTURE)
    const feet = items.flatMap((one) =>
      one.kind === 'path' && one.stroke ? one.commands.flatMap(([, , y = 0]) => [y]) : [],
    )
    expect(Math.max(...feet)).toBeLessThan(seal.y + 0.5 * LINE)
  })

  test('no headline, where the text is short, however long its note', () => {
    for (const body of ['同意。', `同意[^1]。\n\n[^1]: ${TEXT}`]) {
      const { items, signed } = stamped(body)
      expect(signed.y - lineOf(items, '同意').y).toBeCloseTo(3 * LINE, 5)
    }
  })

  test('no table and no box', () => {
    const line = (body: string) => stamped(body).signed.y - lineOf(stamped(body).items, '末了').y
    expect(line('| 甲 | 乙 |\n| --- | --- |\n| 1 | 末了 |')).toBeGreaterThan(3 * LINE)
    expect(line(`${TEXT}\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n: 注：末了`)).toBeGreaterThan(4.5 * LINE)
    expect(line(`${TEXT}末了`)).toBeCloseTo(LINE, 5)
  })

  test('air only for the lines that the text lacks', () => {
    const gap = (lines: number) => {
      const { items, signed } = stamped(Array.from({ length: lines }, (_, at) => `末行${at}。`).join('\n\n'))
      return Math.round((signed.y - lineOf(items, `末行${lines - 1}`).y) / LINE)
    }
    expect([1, 2, 3, 4].map(gap)).toEqual([3, 2, 1, 1])
  })
})

describe('a seal at the edges', () => {
  const area = { top: 60, rows: 40, lineHeight: 10 }
  const mark = { kind: 'picture', x: 50, y: -60, width: 80, height: 80 } as unknown as PictureMark
  const at = (row: number, x = 50) => {
    const strip = { rows: 1, marks: [], breakAfter: 0, seal: { ...mark, x } }
    const [seal] = sealMarks({ strips: [{ strip, block: null, row, shift: 0 }], width: 200, y: 100 }, area)
    return { x: (seal as PictureMark).x, y: (seal as PictureMark).y }
  }

  test('within its column and half a line of the page', () => {
    expect(at(20)).toEqual({ x: 50, y: 140 })
    expect(at(0)).toEqual({ x: 50, y: 60 - 5 - 100 })
    expect(at(36)).toEqual({ x: 50, y: 60 + 400 + 5 - 100 - 80 })
    expect(at(20, 150).x).toBe(120)
    expect(at(20, -10).x).toBe(0)
  })
})
