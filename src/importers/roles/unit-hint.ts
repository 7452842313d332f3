import { isUnit } from './credit-text.ts'
import type { UnitHint } from './find-credit.ts'

interface Named {
  readonly path: string
  readonly sender: string
}

const FILE_NAME = { zh: '文件名', en: 'the file name' }

/** The unit that a contribution is from, by its file's name, its folder or who sent it; null where none says so. */
export function unitHint({ path, sender }: Named): UnitHint | null {
  const steps = path.split('/')
  const stem = stemOf(steps.at(-1) ?? '')
  const own = stem
    .split(/[\s_：:—–\-－【】［］[\]（）()+·.]+/)
    .flatMap((part) => [
      part.replace(/(?:供稿|报送|来稿|投稿|稿件)$/, ''),
      /^(.+?)关于/.exec(part)?.[1] ?? '',
    ])
    .find(isOneUnit)
  if (own !== undefined) return { unit: own, why: FILE_NAME }
  const folder = steps
    .slice(0, -1)
    .map((one) => stemOf(one).replace(/^[\s\d.、．_\-—（）()]+/, ''))
    .reverse()
    .find(isOneUnit)
  if (folder !== undefined) return { unit: folder, why: { zh: '文件夹名', en: "the folder's name" } }
  const from = sender.trim()
  return isOneUnit(from) ? { unit: from, why: { zh: '发件人', en: 'the sender' } } : null
}

/** A name of a unit, and no title that ends like one. */
function isOneUnit(text: string): boolean {
  return (
    isUnit(text) &&
    [...text].length >= 3 &&
    [...text].length <= 16 &&
    !/关于|召开|举[办行]|开展|组织|推进|检查|走进|入|到/.test(text)
  )
}

/** A file's stem without its number, the unit and what people add to names. */
export function withoutUnit(name: string, hint: UnitHint | null): string {
  const stem = stemOf(name)
  const bare = hint?.why === FILE_NAME ? stem.replace(hint.unit, '') : stem
  const words = bare
    .replace(/^[\s\d.、_\-—【】[\]（）()：:+]+/, '')
    .replace(/^(?:供稿|报送|来稿|投稿|稿件)[\s：:_\-—]*/, '')
    .replace(/[\s_\-—【】[\]：:+]+$/, '')
    .replace(/[（(]\s*[)）]|(?:[（(]?(?:终稿|定稿|最终版|修改稿|改\d*|最新)\d*[)）]?)$/g, '')
    .trim()
  return words === '' ? stem : words
}

function stemOf(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/i, '')
}
