import type { Pt } from './units.ts'

/**
 * 字号 by name, in pt. The values are those of the W3C clreq table; where it gives two, the one
 * that office software uses (三号 16, 小三 15, 四号 14).
 */
export const typeSizes: Readonly<Record<string, Pt>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
  小六: 6.5,
  七号: 5.5,
  八号: 5,
}

/** The size a 字号 name stands for; null for an unknown name. */
export function sizeOf(name: string): Pt | null {
  return Object.hasOwn(typeSizes, name) ? (typeSizes[name] ?? null) : null
}
