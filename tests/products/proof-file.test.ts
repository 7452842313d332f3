import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/build/build-issue.ts'
import { folderWith } from '../cli/project.ts'
import { PdfFile } from '../paint/pdf-file.ts'
import { hasTool, openPdf } from '../paint/read-back.ts'

const PUBLICATION = 'bulletin: 1\nname: 城南简报\nissuer: 城南区办公室\nsections: [要闻]\n'
const BODY = Array.from({ length: 8 }, (_, i) => `        第${i + 1}段写供水公司的工作安排。`)

function issueWith(body: readonly string[], status = 'review'): string {
  return [
    'date: 2026-01-05',
    `status: ${status}`,
    'sections:',
    '  要闻:',
    '    - title: 供水公司召开会议',
    '      body: |',
    body.join('\n\n'),
    '    - { title: 公园开放, file: article.md }',
    '',
  ].join('\n')
}

const CHANGED = BODY.map((line, i) => (i === 3 ? line.replace('安排', '打算') : line))

let folder = ''
beforeAll(() => {
  folder = folderWith({
    'publication.yaml': PUBLICATION,
    'issues/2026-01.yaml': issueWith(BODY),
    'issues/article.md': '公园里的路修好了。\n',
    'old/old.yaml': issueWith(BODY),
    'old/article.md': '公园里的路修好了。\n',
  })
  if (hasTool('git')) {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder })
    git('init', '-q')
    git('add', '-A')
    git('commit', '-q', '-m', 'first')
  }
  writeFileSync(join(folder, 'issues/2026-01.yaml'), issueWith(CHANGED))
})

async function proof(against: string | undefined, more: { status?: string; round?: number } = {}) {
  if (more.status) writeFileSync(join(folder, 'issues/2026-01.yaml'), issueWith(CHANGED, more.status))
  const options = {
    cwd: folder,
    env: process.env,
    issue: 'issues/2026-01.yaml',
    make: ['proof'],
    output: '-',
    against,
  }
  const { products, diagnostics } = await build({ ...options, round: more.round })
  expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
  const file = new PdfFile(products[0]!.bytes)
  const operations = file.pages.flatMap((page) => file.operations(page))
  const narrow = operations.filter(
    ({ operator, operands }) =>
      operator === 're' && Math.abs(Number(operands[2]) - 1.2) < 0.01 && Number(operands[3]) > 5,
  )
  const page = await (await openPdf(products[0]!.bytes)).getPage(1)
  const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []))
  return { bars: narrow.length, items, text: items.map((item) => item.str).join('') }
}

describe('a proof’s file', () => {
  test('has a bar beside what differs from an earlier file, and none without one', async () => {
    expect((await proof(undefined)).bars).toBe(0)
    expect((await proof('old/old.yaml')).bars).toBe(1)
    expect((await proof('issues/2026-01.yaml')).bars).toBe(0)
  })

  test.skipIf(!hasTool('git'))(
    'has bars beside what differs from a git revision, in articles’ files too',
    async () => {
      expect((await proof('HEAD')).bars).toBe(1)
      writeFileSync(join(folder, 'issues/article.md'), '公园里的路和桥都修好了。\n')
      expect((await proof('HEAD')).bars).toBe(2)
      expect((await proof('old/old.yaml')).bars).toBe(2)
      writeFileSync(join(folder, 'issues/article.md'), '公园里的路修好了。\n')
    },
  )

  test('has the round, the content’s hash, line numbers, articles’ numbers and lengths, and the watermark', async () => {
    const { text, items } = await proof(undefined, { round: 3, status: 'draft' })
    expect(text).toContain('第 3 校')
    expect(text).toMatch(/校样号 [0-9a-f]{8}/)
    for (const part of ['篇 1-1', '篇 1-2', '草稿']) expect(text).toContain(part)
    expect(items.some((item) => item.str === '5' && item.height < 7)).toBe(true)
    const stamp = items.filter((item) => item.height > 60 && '草稿'.includes(item.str[0] ?? '-'))
    expect(stamp.length).toBeGreaterThan(0)
  })

  test('has another hash for another text, the same for the same, and no watermark when final', async () => {
    const hash = ({ text }: { text: string }) => /校样号 ([0-9a-f]{8})/.exec(text)?.[1]
    const first = await proof(undefined, { status: 'review' })
    expect(hash(await proof(undefined))).toBe(hash(first))
    const final = await proof(undefined, { status: 'final' })
    expect(final.text).not.toContain('送审稿')
    expect(hash(final)).toBe(hash(first))
    writeFileSync(join(folder, 'issues/2026-01.yaml'), issueWith(BODY))
    expect(hash(await proof(undefined))).not.toBe(hash(first))
    writeFileSync(join(folder, 'issues/2026-01.yaml'), issueWith(CHANGED))
  })
})
