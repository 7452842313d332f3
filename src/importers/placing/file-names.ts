/** Longest stem of a file made here, in characters. */
const LONGEST = 24

/** A title as a file's name without extension: no sign that a system, a path or our language has other uses for. */
export function stemOfTitle(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = [...words].slice(0, LONGEST).join('').replace(/-+$/, '')
  if (short === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short))
    return `来稿${short === '' ? '' : `-${short}`}`
  return short
}

/** Gives names that nothing has yet: `-2`, `-3` and so on where one is taken. Systems differ in whether case counts. */
export function freeNames(
  isTaken: (path: string) => boolean,
): (folder: string, stem: string, extension: string) => string {
  const given = new Set<string>()
  return (folder, stem, extension) => {
    for (let count = 1; ; count += 1) {
      const path = `${folder}/${stem}${count === 1 ? '' : `-${count}`}.${extension}`
      if (given.has(path.toLowerCase()) || isTaken(path)) continue
      given.add(path.toLowerCase())
      return path
    }
  }
}
