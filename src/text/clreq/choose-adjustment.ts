import { adjustLine, type Gap, SHRINK_ORDER } from './adjustment.ts'

/** The places of a line and the width they are to have together; in one unit, such as em. */
export interface Adjustment {
  readonly gaps: readonly Gap[]
  readonly target: number
}

/**
 * Whether a line takes one more unit in (挤进, `squeeze`) or leaves it to the next (推出, `stretch`), given what either
 * would adjust. Compares what each moves class by class from the last resort back, the even change between characters
 * first and the marks last; the less wins, and push-in wins ties. A setting that does not reach its width loses.
 */
export function chooseAdjustment(squeeze: Adjustment, stretch: Adjustment): 'squeeze' | 'stretch' {
  const inside = movedByClass(squeeze)
  const outside = movedByClass(stretch)
  for (let k = 0; k < inside.length; k += 1) {
    const more = (inside[k] as number) - (outside[k] as number)
    if (Math.abs(more) > CLOSE) return more < 0 ? 'squeeze' : 'stretch'
  }
  return 'squeeze'
}

const CLOSE = 1e-9

/** What cannot be reached, then what is moved in each class: the last resort first. */
function movedByClass({ gaps, target }: Adjustment): number[] {
  const { widths, deficit } = adjustLine(gaps, target)
  const classes: (string | null)[] = [null, ...[...SHRINK_ORDER].reverse()]
  const moved = classes.map(() => 0)
  for (const [i, gap] of gaps.entries()) {
    const by = (widths[i] as number) - gap.width
    const name = by < 0 ? gap.shrinkClass : gap.stretchClass
    // Beyond its cap a place is stretched only as all are.
    const inClass = by <= 0 ? by : Math.min(by, Math.max(0, (gap.max ?? gap.width) - gap.width))
    const place = Math.max(0, classes.indexOf(name ?? null))
    moved[place] = (moved[place] as number) + Math.abs(place === 0 ? by : inClass)
    if (place > 0) moved[0] = (moved[0] as number) + Math.abs(by - inClass)
  }
  return [Math.abs(deficit), ...moved]
}
