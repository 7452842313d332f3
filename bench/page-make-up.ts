/**
 * What a reader would stop at, over issues made up by number, each in four settings: short columns, holes, a colophon
 * or a credit alone, stranded headings, pictures away from their article. Bundle and run:
 *   npm run pages -- [--from 1] [--issues 200] [--show]
 */
import { faultsOf, fontsForMeter, laidOut, SETTINGS } from '../tests/page/page-meter.ts'

const given = (name: string, usual: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : Number(process.argv[at + 1])
}
const from = given('from', 1)
const issues = given('issues', 200)
const show = process.argv.includes('--show')

const fonts = await fontsForMeter()
const KINDS = ['short', 'holes', 'colophonAlone', 'credits', 'headings', 'pictures', 'away'] as const
const totals: Record<string, Record<string, number>> = {}
for (const setting of Object.keys(SETTINGS)) {
  const sum: Record<string, number> = { columns: 0, pages: 0, ms: 0 }
  for (let seed = from; seed < from + issues; seed += 1) {
    const { found, ms } = laidOut(seed, setting, fonts)
    const faults = faultsOf(found)
    sum.ms = (sum.ms ?? 0) + ms
    sum.columns = (sum.columns ?? 0) + faults.columns
    sum.pages = (sum.pages ?? 0) + faults.pages
    for (const kind of KINDS) {
      sum[kind] = (sum[kind] ?? 0) + faults[kind].length
      if (show && faults[kind].length > 0)
        console.log(`${seed} ${setting} ${kind}: ${faults[kind].join(', ')}`)
    }
  }
  totals[setting] = { ...sum, ms: Math.round(sum.ms ?? 0) }
}
console.table(totals)
