import type { ByHand } from '../build/review-desk.ts'
import type { ReturnedParagraph } from '../importers/docx/read-returned.ts'
import type { ReviewChange } from '../office/review-changes.ts'
import { harmless } from '../report/report.ts'
import type { Terminal } from './terminal.ts'

/** What a review came to. */
export interface ReviewResult {
  readonly changes: readonly ReviewChange[]
  readonly returned: readonly ReturnedParagraph[]
  readonly done: ReadonlySet<ReviewChange>
  /** Indices of the changes that were asked for. */
  readonly asked: ReadonlySet<number>
  /** Indices of the changes that stand in no source. */
  readonly byHand: ReadonlySet<number>
  why(change: ReviewChange): ByHand
  /** `file:line` of a change; '' where there is none. */
  place(change: ReviewChange): string
}

/** Tells every change, remark and comment, and what became of it: to people, or as JSON. */
export function tellReview(terminal: Terminal, result: ReviewResult): void {
  const { changes, returned, done } = result
  const comments = returned.flatMap((one) => one.comments)
  const others = returned.flatMap((one) => one.others)
  if (terminal.format === 'json') {
    const rows = changes.map((one, at) => ({
      number: at + 1,
      ...one,
      place: result.place(one),
      state: stateOf(result, one, at),
      ...(/failed|unmatched/.test(stateOf(result, one, at)) ? { reason: result.why(one) } : {}),
    }))
    terminal.result(`${JSON.stringify({ changes: rows, comments, others }, null, 2)}\n`)
    return
  }
  for (const [at, one] of changes.entries())
    terminal.say(
      `${changeLine(terminal, one, at, result.place(one))}　→ ${wordsOf(terminal, stateOf(result, one, at), result.why(one))}`,
    )
  for (const one of others) terminal.say(otherLine(terminal, one))
  for (const { author, date, text, on } of comments) {
    const zh = `批注　${author}　${date}　“${on}”：${text}`
    terminal.say(harmless(terminal.words(zh, `comment  ${author}  ${date}  “${on}”: ${text}`)))
  }
  const left =
    changes.filter((one, at) => /failed|unmatched/.test(stateOf(result, one, at))).length + others.length
  terminal.say(
    terminal.words(
      `共 ${changes.length} 处改动，采纳 ${done.size} 处；批注 ${comments.length} 条；要手工看的 ${left} 处`,
      `${changes.length} changes, ${done.size} taken; ${comments.length} comments; ${left} left to do by hand`,
    ),
  )
  if (result.asked.size === 0 && changes.length > 0 && !terminal.asks)
    terminal.say(
      terminal.words(
        '没有改任何文件。采纳：--take all，或按上面的号码 --take 1,3',
        'Nothing was written. To take changes: --take all, or by the numbers above --take 1,3',
      ),
    )
}

type State = 'taken' | 'failed' | 'unmatched' | 'left'

function stateOf({ done, asked, byHand }: ReviewResult, change: ReviewChange, at: number): State {
  if (change.mark === null) return 'unmatched'
  if (done.has(change)) return 'taken'
  return asked.has(at) || byHand.has(at) ? 'failed' : 'left'
}

function wordsOf(terminal: Terminal, state: State, why: ByHand): string {
  switch (state) {
    case 'taken':
      return terminal.words('已采纳', 'taken')
    case 'failed':
      return `${terminal.words('请手工改', 'please do it by hand')}${reasonOf(terminal, why)}`
    case 'unmatched':
      return terminal.words('找不到原处，请手工改', 'no place was found; please do it by hand')
    default:
      return terminal.words('没有采纳', 'not taken')
  }
}

function reasonOf({ words }: Terminal, why: ByHand): string {
  switch (why) {
    case 'number':
      return words('：编号由程序自动编排', ': the program counts these numbers')
    case 'section':
      return words(
        '：栏目名在刊物设置和各期里都要改',
        ': a section’s name stands in the publication and in its issues',
      )
    case 'paragraph':
      return words('：这里不能分段、并段或加段', ': paragraphs cannot be divided, joined or added here')
    case 'composed':
      return words(
        '：括号、标签、日期、期号等由程序按设置排出',
        ': brackets, labels, dates and numbers are composed from the settings',
      )
    default:
      return words('：改进去以后与审改稿不一致', ': the source would not read as the reviewed copy does')
  }
}

function otherLine(
  terminal: Terminal,
  { kind, author, date, text }: ReturnedParagraph['others'][number],
): string {
  const what = {
    looks: terminal.words('只改了格式，文字没有变', 'looks changed, words did not'),
    picture: terminal.words('加了或删了图片', 'a picture came or went'),
    box: terminal.words('加了文本框', 'a text box was added'),
    note: terminal.words('加了脚注', 'a footnote was added'),
  }[kind]
  const quoted = text === '' ? '' : `　“${text}”`
  const done = terminal.words('请手工看', 'please see to it by hand')
  return harmless(`${what}　${author}　${date}${quoted}　→ ${done}`.replace(/　+/g, '　'))
}

/** One change on one line: who, when, where, before and after. */
export function changeLine(terminal: Terminal, change: ReviewChange, at: number, place = ''): string {
  const { authors, date } = change
  const who =
    authors.length > 1
      ? terminal.words(`${authors.join('、')}（同一处）`, `${authors.join(', ')} (one place)`)
      : (authors[0] ?? terminal.words('没有用修订', 'not tracked'))
  const line = `${at + 1}. ${who}　${date}　${place}　${whatIs(terminal, change)}`
  return harmless(line.replace(/　+/g, '　'))
}

function whatIs({ words }: Terminal, { before, after, context }: ReviewChange): string {
  const shown = (text: string) => `“${text.replaceAll('\n', '¶')}”`
  if (before !== '' && after !== '')
    return words(`${shown(before)} 改为 ${shown(after)}`, `${shown(before)} becomes ${shown(after)}`)
  const where =
    context === ''
      ? words('段首', 'at the beginning of a paragraph')
      : words(`“……${context}”之后`, `behind “… ${context}”`)
  return before === ''
    ? words(`${where} 加上 ${shown(after)}`, `${where}, added ${shown(after)}`)
    : words(`${where} 删去 ${shown(before)}`, `${where}, deleted ${shown(before)}`)
}
