import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { build } from '../../src/build/build-issue.ts'
import { type Rendered, type RenderRequest, render } from '../../src/build/render.ts'
import type { FileLookup } from '../../src/project/memory-files.ts'
import { formatDiagnostic } from '../../src/report/report.ts'
import { placeOf } from '../../src/report/report-json.ts'
import { png } from '../assets/pictures.ts'
import { folderWith } from '../cli/project.ts'

const ISSUES = join(import.meta.dirname, '../../issues')
const textOf = (name: string) => readFileSync(join(ISSUES, name), 'utf8')

/** Gives the example's files as a store would. */
const lookup: FileLookup = async (path) => {
  const file = join(ISSUES, '..', path)
  return existsSync(file) ? readFileSync(file) : null
}
const NAMES = { publication: 'issues/publication.yaml', issue: 'issues/2026-06.yaml' }
const SETTINGS = 'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心\nsections: [要闻]\n'

const PUBLICATION = { bulletin: 1, name: '柳溪简报', issuer: '柳溪区服务中心', sections: ['要闻'] } as const
const article = (more: object) => ({ title: '书房开放', body: '书房于五月开放。', ...more })
const request = (more: object, rest: Partial<RenderRequest> = {}): RenderRequest => ({
  publication: PUBLICATION,
  issue: { date: '2026-06-15', number: 1, sections: { 要闻: [article(more)] } },
  make: [],
  ...rest,
})
const codes = async (one: RenderRequest) => (await render(one)).diagnostics.map((each) => each.code)

describe('an issue from memory', () => {
  test.each(['\u0085', '\u2028', '\u2029'])('whose lines end with %j is read as any other', async (end) => {
    const article = '# 书房开放\n\n书房于**五月**开放。\n'
    const issue = 'date: 2026-06-15\nnumber: 1\nsections:\n  要闻:\n    - file: a.md\n'
    const lines = (text: string) => text.replaceAll('\n', end)
    const { diagnostics, pages } = await render({
      publication: lines(SETTINGS),
      issue: lines(issue),
      files: { 'a.md': lines(article) },
      make: [],
    })
    const told = diagnostics.filter((one) => one.severity !== 'info')
    expect([pages, told]).toEqual([1, []])
  })

  test('gives the same pages as text and as objects', async () => {
    const common = { files: lookup, make: [], names: NAMES, others: [textOf('2026-05.yaml')] }
    const [publication, issue] = ['publication.yaml', '2026-06.yaml'].map(textOf) as [string, string]
    const written = await render({ ...common, publication, issue })
    const given = await render({ ...common, publication: parse(publication), issue: parse(issue) })
    const inked = ({ list }: Rendered) =>
      JSON.stringify(list, (key, value) => (key === 'span' ? null : value))
    expect(written.ok && given.ok).toBe(true)
    expect(given.pages).toBe(given.list?.pages.length)
    expect(inked(given)).toBe(inked(written))
  }, 60_000)

  test('gives the bytes of every product that its files give', async () => {
    const make = ['pdf', 'print', 'booklet', 'archive', 'proof'] as const
    const files = {
      'publication.yaml': `${SETTINGS}output: { archive: { attach: sources } }\n`,
      'issues/1.yaml': 'date: 2026-06-15\nsections:\n  要闻:\n    - file: 1/a.md\n',
      'issues/0.yaml': 'date: 2026-05-15\nnumber: 7\nsections: { 要闻: [{ title: 春, body: 春耕。 }] }\n',
      'issues/1/a.md': '---\ntitle: 春耕\nimages: [{ src: field.png, alt: 田地 }]\n---\n春耕**开始**了。\n',
      'issues/1/field.png': png({ width: 60, height: 40 }),
    }
    const built = await build({ cwd: folderWith(files), issue: 'issues/1.yaml', output: '-', make })
    const { products, ok } = await render({
      publication: files['publication.yaml'],
      issue: files['issues/1.yaml'],
      others: [files['issues/0.yaml']],
      names: { issue: 'issues/1.yaml' },
      files,
      make,
    })
    expect(ok).toBe(true)
    expect(products.map((one) => one.kind)).toEqual(make)
    const digests = (all: readonly { bytes: Uint8Array }[]) =>
      all.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
    expect(digests(products)).toEqual(digests(built.products))
    expect(products[1]?.preflight?.standard).toBe('PDF/X-4')
  }, 60_000)

  test('articles, pictures and fonts are asked for once each, and nothing else', async () => {
    const files = new Map<string, string | Uint8Array>([
      ['articles/a.md', '---\ntitle: 春耕\n---\n春耕开始了。\n\n![](field)\n'],
      ['field.png', png()],
    ])
    const asked: string[] = []
    const made = await render({
      publication: PUBLICATION,
      issue: {
        date: '2026-06-15',
        number: 1,
        sections: {
          要闻: [
            { file: 'articles/a.md', images: [{ id: 'field', src: 'field.png', alt: '田地' }] },
            article({}),
          ],
        },
      },
      files: (path) => {
        asked.push(path)
        return files.get(path)
      },
      make: [],
    })
    expect(made.diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    expect(asked).toEqual(['articles/a.md', 'field.png', 'fonts.lock.json'])
    expect([...made.sources.keys()].sort()).toEqual(['articles/a.md', 'issue.yaml', 'publication.yaml'])
  })

  test('a file that is not there is missed, and the name that was meant is said', async () => {
    const images = [{ src: 'feild.png', alt: '田地' }]
    expect(await codes(request({ images }))).toContain('E-MISSING')
    const found = await render(request({ images }, { files: { 'field.png': png() } }))
    const [missing] = found.diagnostics
    expect(missing).toMatchObject({ code: 'E-MISSING-NEAR', values: { near: 'field.png' } })
    expect(placeOf(missing!, found.sources)).toMatchObject({
      file: 'issue.yaml',
      key: 'sections.要闻[0].images[0].src',
    })
  })

  test.each(['../secret.png', '/etc/passwd', 'https://a.example/a.png', 'a/../../b.png'])(
    '%s is not asked for',
    async (src) => {
      const asked: string[] = []
      const files = (path: string) => {
        asked.push(path)
        return undefined
      }
      const { ok } = await render(request({ images: [{ src, alt: '图' }] }, { files }))
      expect([ok, asked]).toEqual([false, []])
    },
  )

  test('a file over the limit is refused', async () => {
    const files = { 'a.png': new Uint8Array(41 * 1024 * 1024) }
    expect(await codes(request({ images: [{ src: 'a.png', alt: '图' }] }, { files }))).toContain(
      'E-FILE-SIZE',
    )
  })

  test('a lookup that fails rejects with its own error', async () => {
    const fault = new Error('the store is closed')
    const files = () => Promise.reject(fault)
    await expect(render(request({ images: [{ src: 'a.png', alt: '图' }] }, { files }))).rejects.toBe(fault)
  })

  test('the places of a text are lines and columns, those of an object keys', async () => {
    const text = 'date: 2026-06-15\nsections:\n  要闻:\n    - title: 开放\n      bodi: 文。\n'
    const one = await render({ publication: PUBLICATION, issue: text })
    const [fault] = one.diagnostics
    expect(formatDiagnostic(fault!, one.sources)).toContain('issue.yaml:5:7')
    expect(placeOf(fault!, one.sources)).toEqual({ file: 'issue.yaml', line: 5, column: 7, key: null })
    const other = await render({ publication: PUBLICATION, issue: parse(text) })
    const [same] = other.diagnostics
    expect(same?.code).toBe(fault?.code)
    const said = formatDiagnostic(same!, other.sources, { language: 'en' })
    expect(said.split('\n')[0]).toBe('error E-UNKNOWN  issue.yaml: sections.要闻[0].bodi')
    expect(said).toMatch(/^ +│ .*bodi: 文。$/m)
  })

  test('numbers follow from the other issues', async () => {
    const issue = (date: string, more: object = {}) => ({ date, sections: { 要闻: [article({})] }, ...more })
    const { list } = await render({
      publication: PUBLICATION,
      issue: issue('2026-06-15'),
      others: [issue('2026-05-15', { number: 7 }), 'date: 2026-04-15\nnumber: 6\nsections: {}\n'],
      make: [],
    })
    expect(JSON.stringify(list)).toContain('第9期')
  })

  test('a proof marks what differs from the earlier state', async () => {
    const now = request({}, { make: ['proof'], round: 2 })
    const before = {
      date: '2026-06-15',
      number: 1,
      sections: { 要闻: [article({ body: '书房于四月开放。' })] },
    }
    const plain = (await render(now)).products[0]!.bytes
    const marked = (await render({ ...now, earlier: before })).products[0]!.bytes
    expect(Buffer.compare(plain, marked)).not.toBe(0)
  })

  test('an unknown product, a function and an object in itself are the caller’s mistakes', async () => {
    await expect(render(request({}, { make: ['epub' as never] }))).rejects.toThrow(/epub/)
    await expect(render(request({ note: () => '' }))).rejects.toThrow(/sections\.要闻\[0\]\.note/)
    const loop: Record<string, unknown> = {}
    loop.loop = loop
    await expect(render(request(loop))).rejects.toThrow(TypeError)
  })
})

describe('a signal', () => {
  test('that has aborted lets nothing begin', async () => {
    const steps: string[] = []
    const signal = AbortSignal.abort('enough')
    const done = render(request({}, { signal, onStep: (step) => steps.push(step) }))
    await expect(done).rejects.toBe('enough')
    expect(steps).toEqual([])
  })

  test('ends a lookup that never answers', async () => {
    const files = () => new Promise<undefined>(() => {})
    const abort = new AbortController()
    const done = render(request({ images: [{ src: 'a.png', alt: '图' }] }, { files, signal: abort.signal }))
    setImmediate(() => abort.abort(new Error('gone')))
    await expect(done).rejects.toThrow('gone')
  })

  test.each(['read', 'typeset', 'paint'] as const)(
    'sent during “%s” lets no later step begin',
    async (when) => {
      const abort = new AbortController()
      const steps: string[] = []
      const onStep = (step: string) => {
        steps.push(step)
        if (step === when) setImmediate(() => abort.abort(when))
      }
      const make = ['pdf', 'archive'] as const
      await expect(render(request({}, { make, onStep, signal: abort.signal }))).rejects.toBe(when)
      await new Promise((settle) => setTimeout(settle, 50))
      expect(steps.at(-1)).toBe(when)
      expect(steps.filter((one) => one === when)).toHaveLength(1)
    },
  )
})
