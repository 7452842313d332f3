/** What a property test may take, where that is more than usual: ten times as long where it draws ten times as often. */
export function timeFor(milliseconds: number): number {
  return process.env.MODE === 'long' ? 10 * milliseconds : milliseconds
}
