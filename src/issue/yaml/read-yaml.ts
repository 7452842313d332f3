import { type CST, Lexer, Parser } from 'yaml'
import type { SourceText } from '../../base/source.ts'
import type { InputLimits } from '../limits.ts'
import type { EscapedCharacter } from '../lines/characters.ts'
import type { Fault, FaultKind } from './fault.ts'
import type { EmptyNode, Entry, Node, TextNode } from './nodes.ts'
import { readBlock, readDoubleQuoted, readPlain, readSingleQuoted, type ScalarContext } from './scalars.ts'

/** A file's structure: its value, or what is wrong with it; never both. */
export interface YamlReading {
  /** null for a file without any value, or with faults. */
  readonly value: Node | null
  readonly faults: readonly Fault[]
  /** Comments that follow a bare text so closely that they may have been meant to be printed. */
  readonly closeComments: readonly CloseComment[]
  /** What the escapes of its values stand for. */
  readonly escaped: readonly EscapedCharacter[]
}

/** A comment on the line of a bare text. */
export interface CloseComment {
  /** Where the text before it begins. */
  readonly textFrom: number
  readonly from: number
  readonly to: number
}

/** More than this and the rest says nothing new. */
const MOST_FAULTS = 20

/**
 * Takes a YAML text; gives its values with their places. Reads the part of YAML 1.2 that the language
 * uses: one document, block and flow collections, all five kinds of scalar; no anchors, aliases, tags,
 * directives or complex keys. Promises: linear time, and no deeper recursion than `limits.depth`.
 */
export function readYaml(source: SourceText, limits: InputLimits, keepInvisible = false): YamlReading {
  const reader = new YamlReader(source.file, keepInvisible)
  // A carriage return alone ends a line too, but the tokenizer knows only LF and CR LF.
  const text = source.text.includes('\r') ? source.text.replace(/\r(?!\n)/g, '\n') : source.text
  const documents = reader.tokens(text, limits)
  const value = reader.faults.length > 0 ? null : reader.documents(documents)
  const { faults, closeComments, escaped } = reader
  return { value: faults.length > 0 ? null : value, faults, closeComments, escaped }
}

class YamlReader {
  readonly faults: Fault[] = []
  readonly closeComments: CloseComment[] = []
  readonly escaped: EscapedCharacter[] = []
  readonly #context: ScalarContext

  constructor(file: string, keepInvisible: boolean) {
    this.#context = {
      file,
      keepInvisible,
      fault: (fault) => this.fault(fault),
      escaped: (one) => this.escaped.push(one),
    }
  }

  fault(fault: Fault): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault)
  }

  /** The text's top tokens; stops at the limits before anything can cost. */
  tokens(text: string, limits: InputLimits): readonly CST.Token[] {
    const parser = new Parser()
    const found: CST.Token[] = []
    let keys = 0
    let offset = 0
    for (const lexeme of new Lexer().lex(text)) {
      if (lexeme === ':') keys += 1
      else if (lexeme === '-' || lexeme === ',') keys += 0.1
      else if (lexeme.length > limits.scalarLength) return this.#over('long', offset + lexeme.length)
      for (const token of parser.next(lexeme)) found.push(token)
      if (lexeme !== '\u0002' && lexeme !== '\u001f' && lexeme !== '\u0018') offset += lexeme.length
      // Every collection is one entry of the stack, and the document another.
      if (parser.stack.length > limits.depth + 2) return this.#over('depth', offset)
      if (keys > limits.keys) return this.#over('keys', offset)
    }
    for (const token of parser.end()) found.push(token)
    return found
  }

  #over(kind: FaultKind, offset: number): readonly CST.Token[] {
    this.fault({ kind, from: Math.max(0, offset - 1), to: offset })
    return []
  }

  documents(tokens: readonly CST.Token[]): Node | null {
    let value: Node | null = null
    let seen = false
    for (const token of tokens) {
      if (token.type === 'document') {
        if (seen) this.#at('document', token.start[0] ?? token)
        else value = this.#document(token)
        seen = true
      } else if (token.type === 'directive') this.#at('directive', token)
      else if (token.type === 'doc-end') this.#at('document', token)
      else if (token.type === 'error') this.#at('unexpected', token)
    }
    return value
  }

  #document(document: CST.Document): Node | null {
    this.#props(document.start, 'doc-start')
    const value = document.value ? this.#value(document.value, -1) : null
    this.#ending(document.end, 0, true)
    return value
  }

  #at(kind: FaultKind, token: { readonly offset: number; readonly source?: string } | CST.Token): void {
    const length = 'source' in token && typeof token.source === 'string' ? token.source.length : 1
    this.fault({ kind, from: token.offset, to: token.offset + Math.max(1, length) })
  }

  #value(token: CST.Token, parentIndent: number): Node {
    switch (token.type) {
      case 'block-map':
        return this.#blockMap(token)
      case 'block-seq':
        return this.#blockList(token)
      case 'flow-collection':
        return this.#flow(token)
      case 'alias':
        this.#at('alias', token)
        return this.#empty(token.offset)
      case 'block-scalar': {
        const text = readBlock(token, this.#context, parentIndent)
        return { kind: 'text', style: 'block', text, span: this.#span(token.offset, text.end) }
      }
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.#ending(token.end, token.offset)
        if (token.type === 'scalar') this.#closeComment(token)
        return this.#scalar(token)
      default:
        this.#at('unexpected', token)
        return this.#empty(token.offset)
    }
  }

  /** One space before `#`, or none after it before a word or number: it may well belong to the text. */
  #closeComment({ source, offset, end }: CST.FlowScalar): void {
    const [space, comment] = end ?? []
    if (space?.type !== 'space' || comment?.type !== 'comment' || !/[^\p{ASCII}]/u.test(source)) return
    const close = space.source.length === 1 || /^#\d/.test(comment.source)
    if (!close) return
    this.closeComments.push({
      textFrom: offset,
      from: comment.offset,
      to: comment.offset + comment.source.length,
    })
  }

  #scalar(token: CST.FlowScalar): TextNode | EmptyNode {
    const span = this.#span(token.offset, token.offset + token.source.length)
    if (token.type === 'single-quoted-scalar') {
      return { kind: 'text', style: 'single', text: readSingleQuoted(token, this.#context), span }
    }
    if (token.type === 'double-quoted-scalar') {
      return { kind: 'text', style: 'double', text: readDoubleQuoted(token, this.#context), span }
    }
    if (/^(?:null|Null|NULL|~|)$/.test(token.source)) return { kind: 'empty', span }
    return { kind: 'text', style: 'plain', text: readPlain(token, this.#context), span }
  }

  #blockMap(map: CST.BlockMap): Node {
    const entries: Entry[] = []
    let end = map.offset
    for (const item of map.items) {
      this.#props(item.start, 'explicit-key-ind')
      if (!item.sep) continue
      const key = this.#key(item.key ?? null, item, map.indent)
      const colon = this.#props(item.sep, 'map-value-ind')
      if (!colon && item.key) this.#at('key-without-colon', item.key)
      if (colon && isBlockMap(item.value) && !item.sep.some((one) => one.type === 'newline')) {
        // A key over two lines says of itself that the second one is too far in.
        const first = item.value.items[0]?.key
        if (!(first?.type === 'scalar' && first.source.includes('\n'))) this.#at('two-colons', item.value)
      }
      const value = this.#valueOrEmpty(item.value, item.sep, map.indent)
      end = value.span.to
      if (key) entries.push({ key, value })
    }
    return { kind: 'map', entries, span: this.#span(map.offset, end) }
  }

  /** A key's text; faults for a key that is none. */
  #key(key: CST.Token | null, item: CST.CollectionItem, indent: number): TextNode | null {
    if (item.start.some((one) => one.type === 'explicit-key-ind')) return null
    if (key === null) {
      this.#at('unexpected', item.sep?.[0] ?? item.start[0] ?? { offset: 0 })
      return null
    }
    if (key.type === 'alias') {
      this.#at('alias', key)
      return null
    }
    if (key.type !== 'scalar' && key.type !== 'single-quoted-scalar' && key.type !== 'double-quoted-scalar') {
      this.#at('key-is-collection', key)
      return null
    }
    if (indent >= 0 && key.indent !== indent) this.#at('column', key)
    if (key.source.includes('\n')) this.#at('key-over-lines', key)
    const node = this.#scalar(key)
    if (node.kind === 'text') return node
    // A key spelt like YAML's nothing is still a name.
    return {
      ...node,
      kind: 'text',
      style: 'plain',
      text: readPlain(key, this.#context),
    }
  }

  #valueOrEmpty(value: CST.Token | undefined, before: readonly CST.SourceToken[], indent: number): Node {
    this.#commentForValue(before)
    if (value) return this.#value(value, indent)
    const last =
      before.find((one) => one.type === 'map-value-ind' || one.type === 'seq-item-ind') ?? before.at(-1)
    return this.#empty(last ? last.offset + last.source.length : 0)
  }

  /** `accent: #c00000`: what looks like the value is a comment. */
  #commentForValue(before: readonly CST.SourceToken[]): void {
    const sign = before.findIndex((one) => one.type === 'map-value-ind' || one.type === 'seq-item-ind')
    const comment = before[sign + 2]
    if (sign < 0 || before[sign + 1]?.type !== 'space' || comment?.type !== 'comment') return
    if (!/^#[^\s#]/.test(comment.source)) return
    const { offset, source } = comment
    this.closeComments.push({ textFrom: offset, from: offset, to: offset + source.length })
  }

  #blockList(list: CST.BlockSequence): Node {
    const items: Node[] = []
    let end = list.offset
    for (const { start, value } of list.items) {
      const dash = this.#props(start, 'seq-item-ind')
      const tab = isBlock(value) && start.find((one) => one.type === 'space' && one.source.includes('\t'))
      if (tab) this.#at('tab', tab)
      if (!dash) {
        if (value) this.#at('item-without-dash', value)
        continue
      }
      const item = this.#valueOrEmpty(value, start, list.indent)
      end = item.span.to
      items.push(item)
    }
    return { kind: 'list', items, span: this.#span(list.offset, end) }
  }

  #flow(flow: CST.FlowCollection): Node {
    const isMap = flow.start.source === '{'
    const close = flow.end[0]
    if (close?.source !== (isMap ? '}' : ']')) this.#at('open-bracket', flow.start)
    const entries: Entry[] = []
    const items: Node[] = []
    flow.items.forEach((item, index) => {
      if (!this.#flowComma(item, index, flow)) return
      if (isMap) {
        const entry = this.#flowEntry(item)
        if (entry) entries.push(entry)
      } else items.push(this.#flowItem(item))
    })
    this.#ending(flow.end.slice(1), flow.offset)
    const span = this.#span(flow.offset, close ? close.offset + close.source.length : flow.offset + 1)
    return isMap ? { kind: 'map', entries, span } : { kind: 'list', items, span }
  }

  /** Whether the item has something in it; commas must stand between items, and one may stand last. */
  #flowComma(item: CST.CollectionItem, index: number, flow: CST.FlowCollection): boolean {
    const comma = this.#props(item.start, 'comma')
    const filled = item.key != null || item.sep !== undefined || item.value !== undefined
    const first = item.start.find((one) => one.type === 'comma')
    if (index === 0 && first) this.#at('comma', first)
    else if (index > 0 && !comma && filled) this.#at('comma', item.key ?? item.value ?? flow.start)
    else if (!filled && first && index < flow.items.length - 1) this.#at('comma', first)
    return filled
  }

  #flowEntry(item: CST.CollectionItem): Entry | null {
    const key = this.#key(item.key ?? (item.sep ? null : item.value) ?? null, item, -1)
    const colon = this.#props(item.sep ?? [], 'map-value-ind')
    if (!colon) {
      const at = item.key ?? item.value
      if (at) this.#at('key-without-colon', at)
      return null
    }
    if (isBlock(item.value)) this.#at('comma', item.value)
    const value = this.#valueOrEmpty(item.value, item.sep ?? [], -1)
    return key ? { key, value } : null
  }

  #flowItem(item: CST.CollectionItem): Node {
    if (isBlock(item.value)) this.#at('comma', item.value)
    if (item.sep === undefined) return item.value ? this.#value(item.value, -1) : this.#empty(0)
    // `[a: b]` is a one-entry map.
    const entry = this.#flowEntry(item)
    if (!entry) return this.#empty(item.key?.offset ?? 0)
    const span = this.#span(entry.key.span.from, entry.value.span.to)
    return { kind: 'map', entries: [entry], span }
  }

  /** Looks through what stands before a value; whether the sign asked for is there. */
  #props(tokens: readonly CST.SourceToken[], sign: CST.SourceToken['type']): boolean {
    let found = false
    let spaced = true
    for (const token of tokens) {
      if (token.type === 'comment' && !spaced) this.#at('comment', token)
      spaced = token.type === 'space' || token.type === 'newline'
      if (spaced || token.type === 'comment') continue
      if (token.type === 'anchor' || token.type === 'tag') this.#at(token.type, token)
      else if (token.type === 'explicit-key-ind') this.#at('explicit-key', token)
      else if (token.type === sign && !found) found = true
      else this.#at(token.type === 'comma' ? 'comma' : 'unexpected', token)
    }
    return found
  }

  /** Looks through what stands after a value on its last line. */
  #ending(tokens: readonly CST.SourceToken[] | undefined, start = 0, atLineStart = false): void {
    let spaced = atLineStart
    for (const token of tokens ?? []) {
      if (token.type === 'comment' && !spaced) this.#at('comment', token)
      spaced = token.type === 'space' || token.type === 'newline'
      if (spaced || token.type === 'comment') continue
      this.fault({
        kind: 'text-after-value',
        from: token.offset,
        to: token.offset + token.source.length,
        start,
      })
      return
    }
  }

  #empty(at: number): EmptyNode {
    return { kind: 'empty', span: this.#span(at, at) }
  }

  #span(from: number, to: number) {
    return { file: this.#context.file, from, to }
  }
}

function isBlock(token: CST.Token | undefined): token is CST.BlockMap | CST.BlockSequence {
  return token?.type === 'block-map' || token?.type === 'block-seq'
}

function isBlockMap(token: CST.Token | undefined): token is CST.BlockMap {
  return token?.type === 'block-map'
}
