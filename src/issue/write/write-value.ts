import type { KeyPlace, SourceText } from '../../base/source.ts'
import { blockText, scalarText } from './write-scalar.ts'

/** How deep objects may lie in each other; the reader of YAML takes fewer levels. */
const MOST_LEVELS = 100

/**
 * A program's object as the YAML that an editor would have written, with the key that each line belongs to. Keys
 * without a value (undefined) are left out. Throws a TypeError for what YAML has no form for: functions, symbols,
 * objects that hold themselves.
 */
export function sourceOfValue(file: string, value: unknown): SourceText {
  const writer = new ValueWriter()
  writer.value(value, '', 0, '')
  return { file, text: writer.text, keys: writer.keys }
}

class ValueWriter {
  text = ''
  readonly keys: KeyPlace[] = []

  /** A value after its key or dash; `indent` is that of what lies in it. */
  value(value: unknown, path: string, level: number, indent: string): void {
    if (level > MOST_LEVELS) throw new TypeError(`${path.slice(0, 100)}…: nested too deeply, or in itself`)
    if (Array.isArray(value)) this.#list(value, path, level, indent)
    else if (typeof value === 'object' && value !== null) this.#map(value, path, level, indent)
    else this.text += ` ${writtenScalar(value, path, indent)}\n`
  }

  #list(items: readonly unknown[], path: string, level: number, indent: string): void {
    if (items.length === 0) {
      this.text += ' []\n'
      return
    }
    this.#break()
    for (const [at, item] of items.entries()) {
      this.#begin(`${path}[${at}]`)
      this.text += `${indent}-`
      this.value(item ?? null, `${path}[${at}]`, level + 1, `${indent}  `)
    }
  }

  #map(value: object, path: string, level: number, indent: string): void {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    if (entries.length === 0) {
      this.text += ' {}\n'
      return
    }
    // After a dash the first key stands on its line.
    const afterDash = this.text.endsWith('-')
    if (!afterDash) this.#break()
    for (const [at, [key, one]] of entries.entries()) {
      const below = path === '' ? plainStep(key) : `${path}${step(key)}`
      if (afterDash && at === 0) this.text += ' '
      this.#begin(below)
      this.text += `${afterDash && at === 0 ? '' : indent}${scalarText(key, true)}:`
      this.value(one, below, level + 1, `${indent}  `)
    }
  }

  #begin(path: string): void {
    this.keys.push({ from: this.text.length, path })
  }

  /** What follows stands on lines of its own. */
  #break(): void {
    if (this.text !== '') this.text += '\n'
  }
}

function writtenScalar(value: unknown, path: string, indent: string): string {
  switch (typeof value) {
    case 'string':
      return stringText(value, indent)
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'object':
      return 'null'
    default:
      throw new TypeError(`${path}: ${typeof value} has no form in YAML`)
  }
}

/** What may stand after `|` as it is: whole lines, the first of them not indented. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BLOCK = /^(?![ \t\n])[^\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*[^\s]\n?$/u

function stringText(text: string, indent: string): string {
  if (!text.includes('\n')) return scalarText(text)
  const lines = text.split('\n')
  const ended = lines.at(-1) === ''
  if (!BLOCK.test(text) || lines.some((line) => /[ \t]$/.test(line))) return quotedLine(text)
  const block = blockText(ended ? lines.slice(0, -1) : lines, indent)
  return ended ? block : `|-${block.slice(1)}`
}

/** In double quotes on one line, whatever it holds. */
function quotedLine(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** A key in a path: `.title`, `["a b"]`. */
function step(key: string): string {
  const plain = plainStep(key)
  return plain.startsWith('[') ? plain : `.${plain}`
}

function plainStep(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key) ? key : `[${JSON.stringify(key)}]`
}
