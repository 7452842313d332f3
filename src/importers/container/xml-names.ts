/** Namespaces of Office documents, transitional and strict, by the end of their addresses. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/\/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/word\/2010\/wordprocessingShape$/, 'wps'],
  [/\/word\/2010\/wordprocessingGroup$/, 'wpg'],
  [/\/word\/2010\/wordprocessingCanvas$/, 'wpc'],
  [/\/word\/2010\/wordml$/, 'w14'],
  [/\/word\/2012\/wordml$/, 'w15'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
  [/^urn:schemas-microsoft-com:office:word$/, 'w10'],
  [/\/package\/2006\/relationships$/, ''],
  [/\/package\/2006\/content-types$/, ''],
]

/** Turns a file's own prefixes into those of the standard while its tree is read. */
export interface PrefixReader {
  /** Told of an element's attributes before its name is asked for. */
  enter(attributes: Readonly<Record<string, string>>): void
  leave(): void
  element(name: string): string
  attribute(name: string): string
}

type Prefixes = Readonly<Record<string, string>>

export function canonicalPrefixes(): PrefixReader {
  const stack: Prefixes[] = [{}]
  const current = () => stack.at(-1) as Prefixes
  return {
    enter: (attributes) => {
      const own = Object.keys(attributes).filter((key) => key === 'xmlns' || key.startsWith('xmlns:'))
      stack.push(own.length === 0 ? current() : withDeclared(current(), own, attributes))
    },
    leave: () => {
      stack.pop()
    },
    element: (name) => renamed(name, current(), true),
    attribute: (name) => renamed(name, current(), false),
  }
}

function withDeclared(
  before: Prefixes,
  keys: readonly string[],
  attributes: Readonly<Record<string, string>>,
) {
  const declared = keys.map((key) => [key.slice(6), canonical(attributes[key] ?? '', key.slice(6))])
  return { ...before, ...Object.fromEntries(declared) }
}

function canonical(address: string, prefix: string): string {
  return PREFIXES.find(([pattern]) => pattern.test(address))?.[1] ?? prefix
}

function renamed(name: string, prefixes: Prefixes, isElement: boolean): string {
  const colon = name.indexOf(':')
  if (colon < 0 && !isElement) return name
  const prefix = colon < 0 ? '' : name.slice(0, colon)
  const own = prefixes[prefix] ?? prefix
  const local = name.slice(colon + 1)
  return own === '' ? local : `${own}:${local}`
}
