/** Asks one question on the terminal; the preset is taken when nothing is typed. Ctrl-C or end of input ends the program. */
export async function ask(question: string, preset: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  lines.once('SIGINT', () => process.exit(130))
  try {
    const answer = await lines.question(`${question}${preset === '' ? '' : ` [${preset}]`} `)
    return answer.trim() === '' ? preset : answer.trim()
  } finally {
    lines.close()
  }
}

/** Asks for yes or no; anything that is not clearly yes is no. */
export async function agrees(question: string): Promise<boolean> {
  return /^(?:y|yes|是|好|对|可以)$/i.test(await ask(question, ''))
}
