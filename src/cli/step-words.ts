import type { BuildStep } from '../build/make-issue.ts'
import { progressBar } from './progress-bar.ts'
import type { Terminal } from './terminal.ts'

const STEPS: readonly BuildStep[] = ['read', 'typeset', 'paint', 'write']
/** A build that takes longer shows how far it is. */
const LONG = 1000

/** What a build is at after so many milliseconds, for those who wait. */
export function stepWords(terminal: Pick<Terminal, 'words'>, step: BuildStep, milliseconds: number): string {
  const words = stepName(terminal, step)
  return milliseconds < LONG ? words : progressBar(STEPS.indexOf(step), STEPS.length, words)
}

/** How many of a product's pictures are ready, in a build that takes longer. */
export function pictureWords(
  { words }: Pick<Terminal, 'words'>,
  done: number,
  all: number,
  milliseconds: number,
): string {
  const doing = words('处理图片…', 'Making the pictures…')
  return milliseconds < LONG ? doing : progressBar(done, all, doing)
}

function stepName(terminal: Pick<Terminal, 'words'>, step: BuildStep): string {
  switch (step) {
    case 'read':
      return terminal.words('读取…', 'Reading…')
    case 'typeset':
      return terminal.words('排版…', 'Typesetting…')
    case 'paint':
      return terminal.words('生成 PDF…', 'Making the PDF…')
    case 'write':
      return terminal.words('写出…', 'Writing…')
  }
}
