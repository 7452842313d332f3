/**
 * Whether a UTF-16 code unit is a Han character: 々 and 〇 are, those of other planes take two units and are not.
 * By ranges, since V8 takes most of a millisecond to make the set of all Han for a regular expression.
 */
export function isHanUnit(unit: number): boolean {
  if (unit >= 0x4e00 && unit <= 0x9fff) return true
  if (unit >= 0x3400 && unit <= 0x4dbf) return true
  return (unit >= 0xf900 && unit <= 0xfaff) || unit === 0x3005 || unit === 0x3007
}
