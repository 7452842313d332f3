import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const PUBLICATION = 'bulletin: 1\nname: 城南简报\nissuer: 城南区办公室\nsections: [要闻, 简讯]\n'

/** An issue of one article. */
export function issueOf(date: string, more = ''): string {
  return `date: ${date}\nsections:\n  要闻:\n    - title: 某公司召开会议\n      body: |\n        1月8日，某公司召开会议，部署全年工作。\n      credit: { 综合科: 张某 }\n${more}`
}

/** A new folder with these files by relative path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-'))
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

/** A publication with one issue. */
export function project(more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folderWith({
    'publication.yaml': PUBLICATION,
    'issues/2026-01.yaml': issueOf('2026-01-05'),
    ...more,
  })
}
