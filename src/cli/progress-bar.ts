const CELLS = 24

/** “████░░░░ 3/12 issues/2026-03.yaml”. */
export function progressBar(done: number, all: number, doing: string): string {
  const full = all === 0 ? CELLS : Math.round((done / all) * CELLS)
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${done}/${all} ${doing}`.trimEnd()
}
