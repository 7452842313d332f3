import * as real from 'fast-check'

// Stands in for `fast-check` in every test (vitest.config.ts): the same draws in each run, on every machine. With
// `npm run test:long` the draws are free and there are more of them; with `npm run test:fast` fewer. What fails
// says its seed; `SEED=… npm test` draws it again.

const SEED = 20_261_128
// vitest's own word for its `--mode`.
const mode = process.env.MODE

const times = mode === 'long' ? 10 : mode === 'fast' ? 0.2 : 1
const asked = Number(process.env.SEED ?? Number.NaN)
const seed = Number.isNaN(asked) ? SEED : asked

if (mode !== 'long' || !Number.isNaN(asked)) real.configureGlobal({ seed })

/** As fast-check's own, with the number of draws that the mode wants. */
export const assert = ((property: real.IProperty<unknown>, parameters: real.Parameters<unknown> = {}) =>
  real.assert(property, {
    ...parameters,
    numRuns: Math.ceil((parameters.numRuns ?? 100) * times),
  })) as typeof real.assert

export * from 'fast-check'
// biome-ignore lint/style/noDefaultExport: fast-check has one, and tests import it
export default { ...real, assert }
