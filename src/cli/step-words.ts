import type { BuildStep } from '../build/make-issue.ts'
import type { Terminal } from './terminal.ts'

/** What a build is at, for those who wait. */
export function stepWords(terminal: Terminal, step: BuildStep): string {
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
