import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { CORPUS } from '../importers/corpus.ts'
import { docx, SENTENCE } from '../importers/docx-parts.ts'
import { libreOfficeFiles } from '../importers/other-makers.ts'
import { ensureBundle, jianbao } from './bundle.ts'
import { project } from './project.ts'

beforeAll(ensureBundle, 60_000)

/** “水务集团检查供水”, a line end and a sentence, in GB 18030. */
const GB = Buffer.from(
  'cbaecef1bcafcdc5bcecb2e9b9a9cbae0acbaecef1bcafcdc5bcecb2e9b9a9cbaebcb0b5f7b6c8d6d0d0c4a1a3',
  'hex',
)

const corpus = (name: string) => {
  const found = CORPUS.find((one) => one.name === name)
  if (!found) throw new Error(name)
  return docx(found.parts)
}

async function photograph(orientation: number): Promise<Uint8Array> {
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background: '#7799aa' } })
  return new Uint8Array(await image.jpeg().withMetadata({ orientation }).toBuffer())
}

function mail(attachments: Readonly<Record<string, Uint8Array>>): string {
  const parts = Object.entries(attachments).map(
    ([name, bytes]) =>
      `--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`,
  )
  const head =
    'From: =?utf-8?B?5Z+O5bu66ZuG5Zui?= <a@b.cn>\r\nSubject: =?utf-8?B?56i/5Lu2?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n'
  return [
    head,
    '--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n稿件见附件。',
    ...parts,
    '--x--',
    '',
  ].join('\r\n')
}

test('a folder as an office gets it becomes an issue that builds, with one command', async () => {
  const office = libreOfficeFiles()
  const folder = project({
    '来稿/01 水务集团.docx': corpus('number-by-style'),
    '来稿/02 带修订.docx': corpus('tracked-accept'),
    '来稿/03 两篇.docx': corpus('several-articles'),
    '来稿/04 表格.docx': corpus('table-merged'),
    '来稿/05 旧版.doc': office['rich.doc'] as Uint8Array,
    '来稿/06 港务公司.rtf': office['base.rtf'] as Uint8Array,
    '来稿/07 记事本.txt': GB,
    '来稿/08 邮件.eml': mail({
      '述职会.docx': corpus('sub-headings-typed'),
      '现场.jpg': await photograph(6),
    }),
    '来稿/09 图文.docx': corpus('picture-caption'),
    '来稿/文旅公司/书房.txt': `老粮仓变身城市书房\n${SENTENCE}`,
    '来稿/文旅公司/IMG_2031.JPG': await photograph(8),
    '来稿/6月简讯.docx': corpus('briefs'),
    '来稿/登记表.xlsx': new Uint8Array([1]),
  })
  const ran = jianbao(folder, ['import', '来稿', '--json'])
  const told = JSON.parse(ran.out)
  expect(ran.code).toBe(0)
  expect(told.diagnostics).toEqual([])
  const made = told.files.flatMap((one: { made: { title: string; file: string | null }[] }) => one.made)
  expect(made).toHaveLength(14)
  const report = readFileSync(join(folder, 'issues/2026-01/import-report.md'), 'utf8')
  for (const words of [
    '文字编码是 GB 18030',
    '“登记表.xlsx”是电子表格（XLSX）',
    '修订：张某 2026-05-20 09:30 删除：“0.20”',
    '.doc 文件只取文字',
    '按文件夹名写“文旅公司”',
    '“稿件见附件。” → 没有收入',
    '同一封邮件或压缩包',
  ]) {
    expect(report).toContain(words)
  }
  const check = jianbao(folder, ['check', '--json'])
  const errors = JSON.parse(check.out).diagnostics.filter(
    (one: { severity: string }) => one.severity === 'error',
  )
  expect(errors).toEqual([])
  expect(jianbao(folder, ['build']).code).toBe(0)
})
