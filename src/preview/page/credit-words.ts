import { scalarText } from '../../issue/write/write-scalar.ts'

const PAIR = /^([^\s{}[\],:"'#]+): *(?:\[ *([^{}[\]:"'#]+?) *\]|([^{}[\],:"'#]+))$/u
const UNIT = /^([^\s:：、，,；;]+)(?:[:：]\s*|\s+)(\S.*)$/u

/** A credit as an office writes it, 水务集团 周明远、林小禾, from what the YAML has; other credits as they are written. */
export function creditWords(yaml: string): string {
  const inside = /^\{ *(.*?) *\}$/.exec(yaml)?.[1]
  if (inside === undefined) return yaml
  const pairs = inside.split(/, *(?![^[]*\])/).map((one) => PAIR.exec(one))
  if (pairs.some((one) => one === null)) return yaml
  const words = pairs
    .map((one) => `${one?.[1]} ${(one?.[2] ?? one?.[3] ?? '').split(/ *, */).join('、')}`)
    .join('；')
  return creditYaml(words).replaceAll(' ', '') === yaml.replaceAll(' ', '') ? words : yaml
}

/** The other way: unit and people where each part has both, else the words as they are. */
export function creditYaml(words: string): string {
  if (/^[{[]/.test(words)) return words
  const pairs = words.split(/\s*[；;]\s*/).map((part) => UNIT.exec(part.trim()))
  const all = pairs.flatMap((one) => (one ? [[one[1] as string, people(one[2] as string)] as const] : []))
  const units = new Set(all.map(([unit]) => unit))
  const isPlain = all.length === pairs.length && units.size === all.length
  if (!isPlain || all.some(([, names]) => names.some((name) => !/^[\p{L}·]+(?: [\p{L}·]+)*$/u.test(name))))
    return words
  const text = (one: string) => scalarText(one, true)
  const written = all.map(([unit, names]) => {
    const [first = ''] = names
    return `${text(unit)}: ${names.length === 1 ? text(first) : `[${names.map(text).join(', ')}]`}`
  })
  return `{ ${written.join(', ')} }`
}

function people(words: string): readonly string[] {
  return words.split(/\s*[、，,]\s*|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u).filter((one) => one !== '')
}
