// An esbuild plugin: private members (`#name`) are members like others (`$name`) in the bundle. That nothing else uses
// them is proved by the compiler before; V8 finds a private name more slowly than another, which a short build feels.
// With it goes `mangleProps: PLAIN_MEMBERS`, which gives them short names that no other member has.
import { readFileSync } from 'node:fs'
import { parseAst } from 'vite'

export const PLAIN_MEMBERS = /^\$/

export function plainMembers() {
  return {
    name: 'plain-members',
    setup({ onLoad }) {
      onLoad({ filter: /[/\\]src[/\\].*\.tsx?$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        return text.includes('#') ? { contents: withPlainMembers(text), loader: 'ts' } : null
      })
    },
  }
}

/** Of the same length, so that places in it stay true. Throws where that would change what the code does. */
export function withPlainMembers(text) {
  const units = text.split('')
  const look = (node) => {
    if (node.type === 'PrivateIdentifier') units[node.start] = '$'
    if (node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier')
      throw new Error(`#${node.left.name} is asked for by “in”`)
    if (node.type === 'Identifier' && PLAIN_MEMBERS.test(node.name))
      throw new Error(`${node.name} would be taken for a private member`)
    for (const value of Object.values(node))
      for (const one of Array.isArray(value) ? value : [value]) if (typeof one?.type === 'string') look(one)
  }
  look(parseAst(text, { lang: 'ts' }))
  return units.join('')
}
