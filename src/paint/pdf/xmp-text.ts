import { cleanText } from './syntax.ts'

/** Text as XML holds it. */
export function xml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
}

/** A text in the language that all readers take; '' without one. */
export function alternative(property: string, text: string): string {
  if (!text) return ''
  return `<${property}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt></${property}>`
}

/** Texts in a list, in order (Seq) or not (Bag); '' without any. */
export function listed(property: string, kind: 'Bag' | 'Seq', texts: readonly string[]): string {
  const items = texts.filter((text) => text !== '').map((text) => `<rdf:li>${xml(text)}</rdf:li>`)
  return items.length === 0 ? '' : `<${property}><rdf:${kind}>${items.join('')}</rdf:${kind}></${property}>`
}

/** One text; '' without one. */
export function simple(property: string, text: string): string {
  return text === '' ? '' : `<${property}>${xml(text)}</${property}>`
}

/** Properties of one resource. */
export function description(namespaces: string, body: string): string {
  return `<rdf:Description rdf:about="" ${namespaces}>${body}</rdf:Description>`
}
