import { tooMany } from './import-fault.ts'
import { importLimits } from './limits.ts'

/** Readers of one file at a time share it: what they do between two looks at it takes far less than a second. */
let ends = Number.POSITIVE_INFINITY
let looks = 0
let now: () => number = Date.now

/** Begins the time that one file may take; `clock` gives milliseconds. */
export function beginDeadline(clock: () => number = Date.now): void {
  now = clock
  looks = 0
  ends = clock() + importLimits.seconds * 1000
}

/** Throws `ImportFault` once the time is over. Asked at every element and piece; looks at the clock at few of them. */
export function keepDeadline(): void {
  looks += 1
  if (looks % 512 !== 0 || now() <= ends) return
  throw tooMany('读一个文件的秒数', 'seconds for one file', importLimits.seconds)
}
