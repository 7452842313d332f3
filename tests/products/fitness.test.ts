import { describe, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import type { DisplayItem } from '../../src/display/display-list.ts'
import { type IssueStatus, unfitness } from '../../src/products/fitness.ts'
import { firstIssueTemplate, SAMPLE_TEXTS } from '../../src/project/templates/first-issue-template.ts'
import { nextIssueTemplate, TEMPLATE_TEXTS } from '../../src/project/templates/next-issue-template.ts'
import { PRESET_ISSUER } from '../../src/project/templates/publication-template.ts'
import { exitCodeOf } from '../../src/report/exit-code.ts'
import { folderWith, PUBLICATION } from '../cli/project.ts'
import { assetsOf, ListBuilder } from '../paint/sample-list.ts'

const PLACEHOLDER = '      images: [{ placeholder: 待补照片, caption: 会议现场 }]\n'

/** An issue of three articles in this state, with this in the first. */
function issueWith(status: IssueStatus | null, more = ''): string {
  const article = (title: string) => `    - title: ${title}\n      body: 1月8日，某公司召开会议。\n`
  const said = status === null ? '' : `status: ${status}\n`
  return `date: 2026-01-05\n${said}sections:\n  要闻:\n${article('会议')}${more}${article('检修')}`
}

function built(kind: string, issue: string) {
  return build({
    cwd: folderWith({ 'publication.yaml': PUBLICATION, 'issues/2026-01.yaml': issue }),
    make: [kind],
  })
}

/** Codes of what speaks against the product, and the exit code without and with `--strict`. */
async function said(kind: string, issue: string) {
  const { diagnostics, products } = await built(kind, issue)
  const codes = diagnostics.map((one) => one.code).filter((code) => code.includes('UNFIT'))
  const exits = [exitCodeOf(diagnostics), exitCodeOf(diagnostics, { strict: true })]
  return [codes.join(' '), ...exits, products.length]
}

describe.each(['print', 'archive'])('%s', (kind) => {
  test.each(['draft', 'review', null] as const)(
    'of an issue whose status is %s is warned of',
    async (status) => {
      expect(await said(kind, issueWith(status))).toEqual(['W-UNFIT-STATUS', 0, 4, 1])
    },
  )

  test('of a final issue has nothing against it', async () => {
    expect(await said(kind, issueWith('final'))).toEqual(['', 0, 0, 1])
  })

  test('with a placeholder is warned of in a draft and not made of a final issue', async () => {
    const draft = 'W-UNFIT-STATUS W-UNFIT-PICTURE'
    expect(await said(kind, issueWith('review', PLACEHOLDER))).toEqual([draft, 0, 4, 1])
    expect(await said(kind, issueWith('final', PLACEHOLDER))).toEqual(['E-UNFIT-PICTURE', 1, 1, 0])
  })

  test('with text of the template likewise', async () => {
    const draft = 'W-UNFIT-STATUS W-UNFIT-TEXT'
    const left = '      credit: { 综合科: 张某 }\n    - title: 在这里写标题\n      body: 一段。\n'
    expect(await said(kind, issueWith('draft', left))).toEqual([draft, 0, 4, 1])
    expect(await said(kind, issueWith('final', left))).toEqual(['E-UNFIT-TEXT', 1, 1, 0])
  })
})

describe.each(['pdf', 'booklet'])('%s, for the office', (kind) => {
  test('is warned of only when the issue is final', async () => {
    expect(await said(kind, issueWith('review', PLACEHOLDER))).toEqual(['', 0, 0, 1])
    expect(await said(kind, issueWith('final', PLACEHOLDER))).toEqual(['W-UNFIT-PICTURE', 0, 4, 1])
  })
})

test('a proof is for what is not finished', async () => {
  expect(await said('proof', issueWith('draft', PLACEHOLDER))).toEqual(['', 0, 0, 1])
})

test('print says it in its preflight list too, with pages, and the place in the source', async () => {
  const { products, diagnostics } = await built('print', issueWith('review', PLACEHOLDER))
  const [status, placeholder] = products[0]!.preflight!.unfit
  expect(status).toEqual({ kind: 'status', status: 'review' })
  expect(placeholder).toMatchObject({ kind: 'placeholder', pages: [1], count: 1 })
  const found = diagnostics.find((one) => one.code === 'W-UNFIT-PICTURE')!
  expect(found.values).toMatchObject({ pages: '1', count: 1 })
  const from = issueWith('review', PLACEHOLDER).indexOf('{ placeholder')
  expect(found.span).toMatchObject({ file: 'issues/2026-01.yaml', from })
})

test('a character no font has is a row of the list too; it was warned of when it was set', async () => {
  const { products, diagnostics } = await built('print', issueWith('draft', '      credit: 𰻞某\n'))
  expect(products[0]!.preflight!.unfit).toMatchObject([
    { kind: 'status' },
    { kind: 'glyph', pages: [1], count: 1, texts: ['𰻞'] },
  ])
  expect(diagnostics.map((one) => one.code).filter((code) => /GLYPH|UNFIT/.test(code))).toEqual([
    'W-NO-GLYPH',
    'W-UNFIT-STATUS',
  ])
})

test('what print and archive have against an issue is said once', async () => {
  const cwd = folderWith({ 'publication.yaml': PUBLICATION, 'issues/2026-01.yaml': issueWith('draft') })
  const { diagnostics } = await build({ cwd, make: ['print', 'archive'] })
  expect(diagnostics.filter((one) => one.code === 'W-UNFIT-STATUS')).toHaveLength(1)
})

test('a publication’s preset issuer is text of the template too', async () => {
  const publication = PUBLICATION.replace('城南区办公室', PRESET_ISSUER)
  expect(publication).not.toBe(PUBLICATION)
  const cwd = folderWith({ 'publication.yaml': publication, 'issues/2026-01.yaml': issueWith('final') })
  const { diagnostics } = await build({ cwd, make: ['print'] })
  expect(diagnostics.map((one) => one.code)).toContain('E-UNFIT-TEXT')
})

test('what an issue begins with is what is looked for', () => {
  const known = {
    date: '2026-01-05',
    label: '2026年第1期',
    sections: [
      { name: '要闻', style: null, numbering: '1.' },
      { name: '简讯', style: 'briefs' as const, numbering: '1.' },
    ],
    schema: null,
  }
  const next = nextIssueTemplate(known, 'zh')
  for (const text of TEMPLATE_TEXTS) expect(next).toContain(text)
  for (const language of ['zh', 'en'] as const)
    for (const text of SAMPLE_TEXTS) expect(firstIssueTemplate('2026-01-05', language)).toContain(text)
})

describe('on pages', () => {
  const FINAL = { status: 'final', templates: ['在这里写标题'] } as const
  const panel = (node: number): DisplayItem => ({
    kind: 'path',
    node,
    span: null,
    commands: [['M', 0, 0], ['L', 9, 9], ['Z']],
    fill: '#f2f2f2',
    stroke: null,
  })

  test('placeholders are counted by page; a figure with its picture is none', () => {
    const b = new ListBuilder()
    const document = b.node('Document', -1)
    for (let page = 0; page < 3; page++) {
      for (let at = 0; at < page; at++) {
        b.add(panel(b.node('Figure', document))).line(null, '待补照片', { from: 10 * page + at })
      }
      b.page()
    }
    const there = b.node('Figure', document)
    const crop = { left: 0, top: 0, right: 1, bottom: 1 }
    const box = { node: there, span: null, x: 0, y: 0, width: 9, height: 9 }
    b.add({ kind: 'image', image: 'a.jpg', crop, ...box }).add(panel(there))
    expect(unfitness(b.build(), assetsOf(), FINAL)).toEqual([
      {
        kind: 'placeholder',
        pages: [2, 3],
        count: 3,
        texts: [],
        span: { file: 'issue.yaml', from: 10, to: 14 },
      },
    ])
  })

  test('text of the template is found across lines and blanks', () => {
    const b = new ListBuilder().line(null, '别的话在这里').line(null, '写 标题', { from: 7 })
    const [found] = unfitness(b.build(), assetsOf(), FINAL)
    expect(found).toMatchObject({ kind: 'template', pages: [1], texts: ['在这里写标题'] })
    const other = new ListBuilder().line(null, '在这里写下标题')
    expect(unfitness(other.build(), assetsOf(), FINAL)).toEqual([])
  })

  test('a character set as 〓, or as no glyph at all, is named', () => {
    const b = new ListBuilder()
    const face = b.fonts.chain('宋体', 'regular')[0]!
    b.line(null, '张某').page().line(null, '李〓某', { from: 3 })
    const run = b.pages[1]![0]!
    if (run.kind !== 'glyphs') throw new Error('no text')
    expect(run.glyphs[1]).toBe(face.glyphOf(0x3013))
    b.pages[1]![0] = { ...run, texts: ['李', '𠮷', '某'] }
    b.add({ ...run, glyphs: [0], xs: [60], texts: ['🙂'] })
    const found = unfitness(b.build(), assetsOf(), FINAL)
    expect(found).toMatchObject([{ kind: 'glyph', pages: [2], count: 2, texts: ['𠮷', '🙂'] }])
  })
})
