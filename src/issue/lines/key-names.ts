import type { Key, KeyTable, MapKind } from '../language/collections.ts'
import { articleTable, issueKeys } from '../language/issue-keys.ts'
import { publicationKeys } from '../language/publication-keys.ts'

/** Every key's names, English and Chinese, whatever map it belongs to. */
export const keyNames: ReadonlySet<string> = new Set<string>([
  ...namesOf(issueKeys.table),
  ...namesOf(publicationKeys.table),
  ...namesOf(articleTable),
  // Maps that stand in lists are not reached from the tables above.
  ...[
    'file',
    '文件',
    'text',
    '文字',
    'src',
    'caption',
    '图说',
    'alt',
    '替代文字',
    'placeholder',
    '占位',
    'ratio',
    '比例',
  ],
  ...['focus', '焦点', 'id', '编号', 'row', '并排', '摄影', 'name', '名称', 'style', '样式'],
])

function namesOf(table: KeyTable): readonly string[] {
  return Object.entries(table).flatMap(([name, { zh, kind }]: [string, Key<unknown>]) => {
    const inner = (kind as Partial<MapKind<KeyTable>>).table
    return [name, zh, ...(inner ? namesOf(inner) : [])]
  })
}

/** Keys that a text may well begin with, followed by a wide colon: “说明：…” can be a sentence. */
export function isPlainWord(name: string): boolean {
  return /[\u4e00-\u9fff]/.test(name)
}
