import { builtInDesign, builtInDesigns } from '../../design/built-in-designs.ts'
import type { Design } from '../../design/design.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Kind, type Placed, wrongType } from './kind.ts'
import type { Wording } from './wording.ts'

/** What `design:` names: a design that comes with the program, or a file of the publication's. */
export type DesignName = { readonly builtIn: Design } | { readonly file: Placed<string> }

const NAMES: Wording = {
  zh: builtInDesigns.map(({ name, zh }) => `${name}（${zh}）`).join('、'),
  en: builtInDesigns.map(({ name }) => name).join(', '),
}
const ALL = builtInDesigns.flatMap(({ name, zh }) => [name, zh])

/** A file is told by its ending or a `/`. */
const FILE = /\/|\.ya?ml$/i

/** A built-in design, or a path. */
export const designName: Kind<DesignName> = {
  expected: {
    zh: `${NAMES.zh}，或版式文件，如 ./our-house.yaml`,
    en: `${NAMES.en}, or a file such as ./our-house.yaml`,
  },
  read(node, label, reading) {
    const word = node.kind === 'text' ? node.text.text.trim() : ''
    const builtIn = builtInDesign(word)
    if (builtIn) return { builtIn }
    if (FILE.test(word)) return { file: { value: word, span: node.span } }
    return wrongType(node, label, this.expected, reading, didYouMean(word, ALL) ?? undefined)
  },
  shape: {
    form: 'scalar',
    schema: { anyOf: [{ enum: ALL }, { type: 'string', pattern: '/|\\.[Yy][Aa]?[Mm][Ll]$' }] },
  },
}

/** A built-in design: what a design file stands on. */
export const builtInName: Kind<Design> = {
  expected: NAMES,
  read(node, label, reading) {
    const word = node.kind === 'text' ? node.text.text.trim() : ''
    return builtInDesign(word) ?? wrongType(node, label, NAMES, reading, didYouMean(word, ALL) ?? undefined)
  },
  shape: { form: 'scalar', schema: { enum: ALL } },
}
