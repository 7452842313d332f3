import type { Terminal } from './terminal.ts'

/** Asks one question, with what is taken when nothing is typed. */
export type Ask = (question: string, preset: string) => Promise<string>

/** A change as it is asked about. */
export interface Question {
  readonly at: number
  readonly line: string
}

/** Indices of the changes that somebody at the terminal takes: asked one after the other, or all the rest at once. */
export async function askedChanges(
  terminal: Pick<Terminal, 'say' | 'words'>,
  questions: readonly Question[],
  ask: Ask,
): Promise<ReadonlySet<number>> {
  const yes = new Set<number>()
  for (const [index, { at, line }] of questions.entries()) {
    terminal.say(line)
    const answer = await ask(questionOf(terminal, index + 1, questions.length), 'n')
    if (/^(?:q|quit|退出|停)$/i.test(answer)) break
    if (/^(?:a|all|全部)$/i.test(answer)) {
      for (const rest of questions.slice(index)) yes.add(rest.at)
      break
    }
    if (/^(?:y|yes|是|好|对)$/i.test(answer)) yes.add(at)
  }
  return yes
}

function questionOf({ words }: Pick<Terminal, 'words'>, number: number, count: number): string {
  return words(
    `（${number}/${count}）采纳吗？y 采纳，n 不采纳，a 其余全部采纳，q 到此为止`,
    `(${number}/${count}) Take it? y, n, a for all the rest, or q to stop`,
  )
}
