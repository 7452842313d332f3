import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SetLinesOptions, setLines, spread } from '../../src/typography.ts'

/** The library keeps nothing between calls that another call, inside it or beside it, could disturb. */

const TEXT =
  '国家企业安全生产工作会议，公司建设（新城集团）发展规划；人民生活Antidisestablishmentarianism 2026年3月1日“检查”服务中心。'
const OTHER = '一二三，四五六七（八九十）甲乙丙丁，戊己庚辛；壬癸abc子丑寅卯。'
const MEASURES = [7.3, 22]

function measureOf(width: number) {
  return (line: number) => (line < 2 ? width : width + 3)
}

/** Sets other text: justified with a measure of its own, filled, spread. */
function disturb() {
  setLines(OTHER, { measure: measureOf(9.7), indent: 2 })
  setLines(OTHER, { measure: 4, justify: false })
  spread('张三', 4)
}

const WAYS: readonly (Omit<SetLinesOptions, 'measure'> & { readonly name: string })[] = [
  { name: 'justified' },
  { name: 'filled', justify: false },
  { name: 'on the grid', grid: true },
  { name: 'with hyphens', hyphenate: (word) => [Math.floor(word.length / 2)] },
]

describe.each(WAYS)('$name', (way) => {
  test.each(MEASURES)('a measure function may set text itself, at %d em', (width) => {
    const plain = setLines(TEXT, { ...way, measure: measureOf(width) })
    const nested = setLines(TEXT, {
      ...way,
      measure: (line) => {
        disturb()
        return measureOf(width)(line)
      },
    })
    expect(nested).toEqual(plain)
  })

  test('so may an advance function and one that divides words', () => {
    const options = { ...way, measure: 9.1, advance: () => undefined }
    const { hyphenate } = way
    const nested = setLines(TEXT, {
      ...options,
      advance: () => void disturb(),
      ...(hyphenate
        ? {
            hyphenate: (word: string) => {
              disturb()
              return hyphenate(word)
            },
          }
        : {}),
    })
    expect(nested).toEqual(setLines(TEXT, options))
  })
})

test('a measure function that throws leaves nothing behind', () => {
  const plain = setLines(TEXT, { measure: 7.3 })
  for (const from of [0, 1, 2, 5]) {
    const measure = (line: number) => {
      if (line >= from) throw new Error('no measure')
      return 6
    }
    expect(() => setLines(TEXT, { measure })).toThrow('no measure')
    expect(setLines(TEXT, { measure: 7.3 })).toEqual(plain)
  }
})

describe('in several workers at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-workers-'))
  const bundle = join(folder, 'typography.mjs')

  beforeAll(() => {
    const entry = resolve(import.meta.dirname, '../../src/typography.ts')
    buildSync({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: bundle })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('each sets what it sets alone', async () => {
    const script = `import('node:worker_threads').then(async ({ parentPort, workerData: { bundle, texts, measure } }) => {
      const { setLines } = await import(bundle)
      parentPort.postMessage(texts.map((text) => setLines(text, { measure }).map((line) => line.text)))
    })`
    const texts = Array.from({ length: 40 }, (_, at) => TEXT.slice(at) + OTHER)
    const answers = await Promise.all(
      MEASURES.map(
        (measure) =>
          new Promise((resolved, failed) => {
            const worker = new Worker(script, { eval: true, workerData: { bundle, texts, measure } })
            worker.once('message', resolved)
            worker.once('error', failed)
          }),
      ),
    )
    const alone = MEASURES.map((measure) =>
      texts.map((text) => setLines(text, { measure }).map((line) => line.text)),
    )
    expect(answers).toEqual(alone)
  })
})
