/** Which of two texts comes first by their code units: the same order on every machine, as no locale's is. */
export function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
