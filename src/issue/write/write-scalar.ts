/** Words that YAML, or our language, would read as something other than text. */
const NOT_PLAIN = /^(?:null|Null|NULL|~|true|false|[-+]?[\d.]+)$/i

/**
 * A text on one line as YAML: bare where it reads back as it is, else in quotes. `flow` is for a text between
 * brackets, where commas and brackets count too. The text has no line breaks.
 */
export function scalarText(text: string, flow = false): string {
  return isPlain(text, flow) ? text : quoted(text)
}

function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || NOT_PLAIN.test(text)) return false
  if (/^[-?:,[\]{}#&*!|>'"%@`=<\u3000—–－•·●]/.test(text)) return false
  if (/:(?:\s|$)|\s#/.test(text) || hasUnprintable(text)) return false
  // A colon after a word looks like a slip, and is asked about.
  if (/^[^:：]{1,20}[:：]/.test(text) && !flow) return false
  return !(flow && /[,[\]{}:，]/.test(text))
}

/** In single quotes where nothing needs an escape, else in double ones. */
function quoted(text: string): string {
  if (hasUnprintable(text)) return doubleQuoted(text)
  if (!text.includes('"') && !text.includes('\\')) return `"${text}"`
  return `'${text.replace(/'/g, "''")}'`
}

function doubleQuoted(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(UNPRINTABLE, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return `"${escaped}"`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: tabs, line ends and the like are what is looked for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff]/g

function hasUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) >= 0
}

/** Lines after `|`, indented; a block ends where the indentation does. */
export function blockText(lines: readonly string[], indent: string): string {
  return `|\n${lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join('\n')}`
}
