/** What a property test may take, where that is more than usual: ten times as long where it draws ten times as often. */
export function timeFor(milliseconds: number): number {
  return process.env.MODE === 'long' ? 10 * milliseconds : milliseconds
}

/**
 * Of samples alike, every `step`-th in the fast tests, which want a part of the time; all of them else, and where faults
 * are made on purpose.
 */
export function someOf<T>(samples: readonly T[], step: number): readonly T[] {
  const whole = process.env.MODE !== 'fast' || process.env.ALL_SAMPLES !== undefined
  return whole ? samples : samples.filter((_, index) => index % step === 0)
}
