/** Asks one question on the terminal; the preset is taken when nothing is typed, or the input ends. Ctrl-C ends the program. */
export async function ask(question: string, preset: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  lines.once('SIGINT', () => process.exit(130))
  try {
    const closed = new Promise<string>((settle) => lines.once('close', () => settle('')))
    const answer = await Promise.race([
      lines.question(`${question}${preset === '' ? '' : ` [${preset}]`} `),
      closed,
    ])
    return answer.trim() === '' ? preset : answer.trim()
  } finally {
    lines.close()
  }
}

/** Asks for yes or no; anything that is not clearly yes is no. */
export async function agrees(question: string): Promise<boolean> {
  return /^(?:y|yes|是|好|对|可以)$/i.test(await ask(question, ''))
}
