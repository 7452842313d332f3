import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { DisplayList } from '../display/display-list.ts'
import type { Issue } from '../issue/issue.ts'
import { isoDate } from '../issue/language/dates.ts'
import { contentHash } from '../products/content-hash.ts'

/** As many signs as the head of a proof has. */
const SHOWN = 8

/** Whether what was approved (审签) is still what the pages say; without its 校样号 that cannot be told. */
export function approvalOf({ approved }: Issue, list: DisplayList): readonly Diagnostic[] {
  if (approved === null) return []
  const { by, on, hash, span } = approved
  const present = contentHash(list)
  const who = [by, on === null ? '' : isoDate(on)].filter((one) => one !== '').join('，')
  if (hash === '') return [diagnostic('I-APPROVED', span, { hash: present.slice(0, SHOWN) })]
  if (present.startsWith(hash)) return []
  const values = {
    hash: hash.slice(0, SHOWN),
    present: present.slice(0, SHOWN),
    who: who === '' ? '' : `（${who}）`,
  }
  return [diagnostic('W-APPROVED', span, values)]
}
