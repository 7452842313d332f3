/** Characters with which a plain YAML scalar cannot begin. */
const SIGNS = /^[-?:,[\]{}#&*!|>'"%@`\s]|^$/
const READ_OTHERWISE = /^(?:true|false|null|yes|no|on|off|~|[-+.\d][\d.,:eExX_-]*)$/i

/** A text as a YAML value on one line, in quotes only where it needs them. */
export function yamlText(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const safe = !SIGNS.test(plain) && !/: |:$| #|[,[\]{}]/.test(plain) && !READ_OTHERWISE.test(plain)
  return safe ? plain : JSON.stringify(plain)
}
