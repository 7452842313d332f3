import { unicodeBreaks } from '../../src/text/uax14/break-opportunities.ts'
import { suiteTest } from './suite.ts'

interface Row {
  readonly id: string
  readonly line: number
  readonly text?: string
  readonly breaks: readonly number[]
  readonly classes: string
}

suiteTest<Row>('uax14-icu4x', (row) => {
  const text = row.text as string
  const found = [...unicodeBreaks(text)].flatMap((one, offset) => (one === 0 ? [] : [offset]))
  return found.join() === row.breaks.join()
    ? null
    : `${row.id} ${row.classes}: ${found.join()} is not ${row.breaks.join()}`
})
