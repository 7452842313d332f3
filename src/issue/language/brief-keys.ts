import { diagnostic } from '../../base/diagnostic.ts'
import { yamlProblems } from '../../base/messages/issue-words.ts'
import type { Node } from '../yaml/nodes.ts'
import { englishName } from './collections.ts'
import { didYouMean } from './did-you-mean.ts'
import type { KeyTable, Reading } from './kind.ts'
import { meantKey } from './meant-keys.ts'
import { quotedText } from './values.ts'

/**
 * Reports a sentence with `: ` in it, which YAML reads as a key with its value: 6月10日: 水厂检修完毕。 False for anything
 * else, and for a key that is near to one of the table.
 */
export function isSentence(node: Node, table: KeyTable, reading: Reading): boolean {
  const [entry, more] = node.kind === 'map' ? node.entries : []
  if (!entry || more || entry.value.kind !== 'text') return false
  const written = entry.key.text.text
  const names = Object.entries(table).flatMap(([name, { zh }]) => [name, zh])
  if (!/[\u4e00-\u9fff]/.test(written) || englishName(written, table) || meantKey(written, table))
    return false
  if (didYouMean(written, names) !== null) return false
  const source = reading.sourceOf(node.span)
  const { zh, en } = yamlProblems['colon-in-text']
  const cure = source.includes('\n') ? {} : { replacement: quotedText(source.trimEnd()) }
  reading.report(diagnostic('E-YAML', node.span, { problemZh: zh, problemEn: en }, cure))
  return true
}
