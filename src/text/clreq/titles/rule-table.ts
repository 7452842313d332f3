import { type GrammarRule, PARTS, type Part } from './grammar.ts'

/** At most 31: a run's parts are the bits of one number. */
export const COUNT = PARTS.length
/** The number of each part. */
export const NUMBER = Object.fromEntries(PARTS.map((part, at) => [part, at])) as Record<Part, number>

/** A rule by the number of the part that it makes. */
export interface RuleByNumber {
  readonly index: number
  readonly makes: number
  /** What it costs at any lengths; null when it depends on them. */
  readonly fixed: number | null
  readonly cost: GrammarRule['cost']
}

/** Rules by the numbers of the parts that they join: `rightsOf[left]` has a bit for each that may stand on the right. */
export interface RuleTable {
  readonly rightsOf: Int32Array
  readonly byParts: readonly (readonly RuleByNumber[] | undefined)[]
}

const known = new WeakMap<readonly GrammarRule[], RuleTable>()

/** A list of rules is sorted once. */
export function numbered(rules: readonly GrammarRule[]): RuleTable {
  const sorted = known.get(rules)
  if (sorted !== undefined) return sorted
  const rightsOf = new Int32Array(COUNT)
  const byParts: (RuleByNumber[] | undefined)[] = new Array(COUNT * COUNT).fill(undefined)
  rules.forEach((rule, index) => {
    const left = NUMBER[rule.left]
    const right = NUMBER[rule.right]
    rightsOf[left] = (rightsOf[left] as number) | (1 << right)
    const makes = NUMBER[rule.makes]
    const one = { index, makes, fixed: rule.cost.length === 0 ? rule.cost(0, 0) : null, cost: rule.cost }
    const joining = byParts[left * COUNT + right]
    if (joining === undefined) byParts[left * COUNT + right] = [one]
    else joining.push(one)
  })
  const table = { rightsOf, byParts }
  known.set(rules, table)
  return table
}

/** A set of parts as bits. */
export function bitsOf(...parts: readonly Part[]): number {
  return parts.reduce((bits, part) => bits | (1 << NUMBER[part]), 0)
}

/** The number of a power of two by its rest when divided by 37, another for each: quicker than to call Math.clz32. */
export const BIT = new Uint8Array(37)
for (let bit = 0; bit < 31; bit += 1) BIT[2 ** bit % 37] = bit

/** The number of a set's lowest bit. */
export function lowest(bits: number): number {
  return BIT[(bits & -bits) % 37] as number
}
