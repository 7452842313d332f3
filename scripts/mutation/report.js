import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './subjects.js'

const PAGE = join(ROOT, 'docs/mutation.md')
/** Why a fault goes unnoticed, said by who has looked: by what the report calls it. */
const WORDS = join(import.meta.dirname, 'unnoticed.json')

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`

/** Renews docs/mutation.md from judged mutants. */
export function writeReport(judged, { seed, all, candidates }) {
  const words = existsSync(WORDS) ? JSON.parse(readFileSync(WORDS, 'utf8')) : {}
  const noticed = judged.filter((one) => one.verdict === 'killed').length
  const files = groups(judged)
  const rows = [...files].map(([file, ones]) => {
    const killed = ones.filter((one) => one.verdict === 'killed').length
    return `| \`${file}\` | ${ones.length} | ${killed} | ${percent(killed, ones.length)} |`
  })
  const left = judged.filter((one) => one.verdict !== 'killed')
  const taken = all ? `all ${candidates}` : `${judged.length} of ${candidates}, drawn with seed ${seed}`
  const text = `# Faults made on purpose

\`npm run mutate\` breaks \`src/text\` and \`src/page\` on purpose, one small fault at a time (a comparison moved or turned round, another operator, a constant one more or less, arguments changed over, a condition turned round, a statement left out), and asks whether a test of the cheap levels fails. All faults are compiled in once behind a switch; a fault is tried by the tests that reach it, the quickest first. Options: \`--sample 400\`, \`--seed 1\`, \`--in src/text/clreq\`, \`--all\`, \`--write\` (renews this page). \`scripts/mutation/unnoticed.json\` holds the words behind what goes unnoticed.

${new Date().toISOString().slice(0, 10)}: **${noticed} of ${judged.length} noticed, ${percent(noticed, judged.length)}** (${taken}).

| file | faults | noticed | |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

## Unnoticed

${left.map((one) => lineOf(one, words)).join('\n')}
`
  writeFileSync(PAGE, text)
}

function groups(judged) {
  const files = new Map()
  for (const one of judged) files.set(one.file, [...(files.get(one.file) ?? []), one])
  return files
}

function lineOf(one, words) {
  const flat = (text) => text.replace(/\s+/g, ' ').slice(0, 80)
  const change = `${flat(one.before)} → ${flat(one.after) || '(left out)'}`
  const word =
    words[`${one.file}: ${change}`] ?? (one.verdict === 'not reached' ? 'no cheap test comes here' : '')
  return `- \`${one.file}:${one.line}\` \`${change}\`${word ? ` – ${word}` : ''}`
}
