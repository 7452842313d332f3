/** To be written: glyphs → Box | Glue | Penalty. */
export interface Item {
  readonly kind: 'box' | 'glue' | 'penalty'
}
