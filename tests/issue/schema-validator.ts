type Schema = { readonly [keyword: string]: unknown }

/** What of a JSON Schema (draft-07, the keywords we use) a value does not meet; one line a fault. */
export function violations(value: unknown, schema: Schema, root: Schema, path = ''): readonly string[] {
  if (typeof schema.$ref === 'string') return violations(value, definition(schema.$ref, root), root, path)
  return [
    ...typeFaults(value, schema, path),
    ...memberFaults(value, schema, root, path),
    ...combined(value, schema, root, path),
  ]
}

function definition(reference: string, root: Schema): Schema {
  const name = reference.replace('#/definitions/', '')
  return (root.definitions as Record<string, Schema>)[name] as Schema
}

function typeOf(value: unknown): readonly string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  if (typeof value === 'number') return Number.isInteger(value) ? ['number', 'integer'] : ['number']
  return [typeof value]
}

function typeFaults(value: unknown, schema: Schema, path: string): readonly string[] {
  const faults: string[] = []
  const types = schema.type === undefined ? null : [schema.type].flat()
  if (types && !typeOf(value).some((type) => types.includes(type))) faults.push(`${path}: not ${types}`)
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    faults.push(`${path}: not one of ${schema.enum}`)
  if ('const' in schema && schema.const !== value) faults.push(`${path}: not ${schema.const}`)
  if (
    typeof schema.pattern === 'string' &&
    typeof value === 'string' &&
    !new RegExp(schema.pattern, 'u').test(value)
  ) {
    faults.push(`${path}: not like ${schema.pattern}`)
  }
  if (typeof value === 'number') {
    if (typeof schema.minimum === 'number' && value < schema.minimum) faults.push(`${path}: too small`)
    if (typeof schema.maximum === 'number' && value > schema.maximum) faults.push(`${path}: too large`)
  }
  return faults
}

function memberFaults(value: unknown, schema: Schema, root: Schema, path: string): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = schema
    return items
      ? value.flatMap((one, index) => violations(one, items as Schema, root, `${path}/${index}`))
      : []
  }
  if (typeof value !== 'object' || value === null) return []
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const required = (schema.required ?? []) as readonly string[]
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}: no ${name}`)
  const members = Object.entries(value).flatMap(([name, one]) => {
    const own = properties[name] ?? schema.additionalProperties
    if (own === false) return [`${path}: unknown ${name}`]
    return own && own !== true ? violations(one, own as Schema, root, `${path}/${name}`) : []
  })
  return [...missing, ...members]
}

function combined(value: unknown, schema: Schema, root: Schema, path: string): readonly string[] {
  const all = ((schema.allOf ?? []) as readonly Schema[]).flatMap((one) => violations(value, one, root, path))
  const any = schema.anyOf as readonly Schema[] | undefined
  const met = any === undefined || any.some((one) => violations(value, one, root, path).length === 0)
  return met ? all : [...all, `${path}: none of the forms allowed`]
}
