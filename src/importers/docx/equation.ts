import { childOf, childrenOf, type XmlElement } from '../container/xml.ts'

/** A part of an equation as text. */
export interface EquationRun {
  readonly text: string
  readonly raised?: 'superscript' | 'subscript'
}

/** An equation (OMML) written on one line: fractions with `/`, roots with √, raised and lowered parts as such. */
export function equationRuns(element: XmlElement): readonly EquationRun[] {
  switch (element.name) {
    case 'm:t':
      return [{ text: element.children.filter((one) => typeof one === 'string').join('') }]
    case 'm:f':
      return [...grouped(childOf(element, 'm:num')), { text: '/' }, ...grouped(childOf(element, 'm:den'))]
    case 'm:sSup':
      return [...inside(childOf(element, 'm:e')), ...raised(childOf(element, 'm:sup'), 'superscript')]
    case 'm:sSub':
      return [...inside(childOf(element, 'm:e')), ...raised(childOf(element, 'm:sub'), 'subscript')]
    case 'm:sSubSup':
      return [
        ...inside(childOf(element, 'm:e')),
        ...raised(childOf(element, 'm:sub'), 'subscript'),
        ...raised(childOf(element, 'm:sup'), 'superscript'),
      ]
    case 'm:rad':
      return [
        ...raised(childOf(element, 'm:deg'), 'superscript'),
        { text: '√' },
        ...grouped(childOf(element, 'm:e')),
      ]
    case 'm:nary':
      return [
        { text: signOf(element, 'm:naryPr', '∫') },
        ...raised(childOf(element, 'm:sub'), 'subscript'),
        ...raised(childOf(element, 'm:sup'), 'superscript'),
        ...inside(childOf(element, 'm:e')),
      ]
    case 'm:limLow':
      return [...inside(childOf(element, 'm:e')), ...raised(childOf(element, 'm:lim'), 'subscript')]
    case 'm:limUpp':
      return [...inside(childOf(element, 'm:e')), ...raised(childOf(element, 'm:lim'), 'superscript')]
    case 'm:acc':
      return [...inside(childOf(element, 'm:e')), { text: signOf(element, 'm:accPr', '\u0302') }]
    case 'm:mr':
      return parted(childrenOf(element, 'm:e').map(inside), ' ')
    case 'm:m':
      return [{ text: '[' }, ...parted(childrenOf(element, 'm:mr').map(equationRuns), '；'), { text: ']' }]
    case 'm:eqArr':
      return parted(childrenOf(element, 'm:e').map(inside), '；')
    case 'm:groupChr':
      return [...inside(childOf(element, 'm:e')), { text: signOf(element, 'm:groupChrPr', '⏟') }]
    case 'm:sPre':
      return [
        ...raised(childOf(element, 'm:sub'), 'subscript'),
        ...raised(childOf(element, 'm:sup'), 'superscript'),
        ...inside(childOf(element, 'm:e')),
      ]
    case 'm:d':
      return [
        { text: signOf(element, 'm:dPr', '(', 'm:begChr') },
        ...parted(childrenOf(element, 'm:e').map(inside), signOf(element, 'm:dPr', '|', 'm:sepChr')),
        { text: signOf(element, 'm:dPr', ')', 'm:endChr') },
      ]
    default:
      return inside(element)
  }
}

function inside(element: XmlElement | undefined): readonly EquationRun[] {
  return (element?.children ?? []).flatMap((one) =>
    typeof one === 'string' || one.name.endsWith('Pr') ? [] : equationRuns(one),
  )
}

/** Parts one behind the other, with a sign between. */
function parted(parts: readonly (readonly EquationRun[])[], sign: string): readonly EquationRun[] {
  return parts.flatMap((one, at) => (at > 0 ? [{ text: sign }, ...one] : one))
}

function grouped(element: XmlElement | undefined): readonly EquationRun[] {
  const runs = inside(element)
  const text = runs.map((run) => run.text).join('')
  return /^[\p{L}\p{N}.]*$/u.test(text) ? runs : [{ text: '(' }, ...runs, { text: ')' }]
}

function raised(element: XmlElement | undefined, how: 'superscript' | 'subscript'): readonly EquationRun[] {
  return inside(element).map(({ text }) => ({ text, raised: how }))
}

function signOf(element: XmlElement, properties: string, usual: string, name = 'm:chr'): string {
  return childOf(childOf(element, properties), name)?.attributes['m:val'] ?? usual
}
