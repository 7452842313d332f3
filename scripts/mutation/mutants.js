import { parseSync } from 'vite'

/**
 * One small fault that can be switched on: where it is, what it replaces and by what. `number` counts from 0
 * through all files in their order, so every process that reads the same files numbers them alike.
 *
 * @typedef {{ number: number, file: string, line: number, column: number, kind: string, before: string, after: string }} Mutant
 */

const COMPARISONS = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' }
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' }
const LOGIC = { '&&': '||', '||': '&&', '??': '&&' }
const ASSIGNMENTS = { '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=' }
const MEMBERS = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  some: 'every',
  every: 'some',
}

/**
 * A file's mutants, and its text with all of them built in behind `$mutant(number)`, which says whether that one
 * is switched on. Line numbers stay as they are.
 *
 * @param {string} file
 * @param {string} text
 * @param {number} first number of the file's first mutant
 * @returns {{ text: string, mutants: Mutant[] }}
 */
export function mutate(file, text, first) {
  const { program } = parseSync(file, text)
  const starts = lineStarts(text)
  const mutants = []
  const insertions = []
  visit(program, [], (node, parents) => {
    const found = faultsOf(node, parents, text)
    if (found.length === 0) return
    const numbered = found.map((one) => {
      const mutant = { number: first + mutants.length, file, ...place(starts, node.start), ...one }
      mutants.push(mutant)
      return mutant
    })
    insertions.push(...switches(node, numbered, insertions.length))
  })
  return { text: inserted(text, insertions), mutants }
}

function lineStarts(text) {
  return [0, ...[...text.matchAll(/\n/g)].map((found) => found.index + 1)]
}

function place(starts, at) {
  let line = starts.findIndex((start) => start > at)
  if (line < 0) line = starts.length
  return { line, column: at - starts[line - 1] + 1 }
}

/** Calls `each` with every node that is no type, outer ones first. */
function visit(node, parents, each) {
  if (node.type.startsWith('TS') && !['TSAsExpression', 'TSNonNullExpression'].includes(node.type)) return
  each(node, parents)
  const below = [...parents, node]
  for (const [key, value] of Object.entries(node)) {
    if (key === 'typeAnnotation' || key === 'typeArguments' || key === 'returnType') continue
    for (const one of Array.isArray(value) ? value : [value])
      if (one && typeof one.type === 'string') visit(one, below, each)
  }
}

/** The faults of one node: kind, what stood there and what stands there instead. */
function faultsOf(node, parents, text) {
  const parent = parents.at(-1)
  const source = (one) => text.slice(one.start, one.end)
  const before = source(node)
  const fault = (kind, after) => ({ kind, before, after })
  const operator = (table, kind) => {
    const to = table[node.operator]
    return to ? [fault(kind, `${source(node.left)} ${to} ${source(node.right)}`)] : []
  }
  switch (node.type) {
    case 'BinaryExpression':
      if (isText(node.left) || isText(node.right)) return operator(COMPARISONS, 'comparison')
      return [...operator(COMPARISONS, 'comparison'), ...operator(ARITHMETIC, 'arithmetic')]
    case 'LogicalExpression':
      // In parentheses, since ?? stands beside no other operator.
      return [fault('logic', `(${source(node.left)}) ${LOGIC[node.operator]} (${source(node.right)})`)]
    case 'AssignmentExpression':
      return isStep(parent, node) ? [] : operator(ASSIGNMENTS, 'arithmetic')
    case 'UnaryExpression':
      if (node.operator !== '!' && node.operator !== '-') return []
      return [fault(node.operator === '!' ? 'logic' : 'arithmetic', source(node.argument))]
    case 'ConditionalExpression':
      return [
        fault('condition', `${source(node.test)} ? ${source(node.alternate)} : ${source(node.consequent)}`),
      ]
    case 'Literal':
      return literalFaults(node, parent).map((after) => fault('constant', after))
    case 'CallExpression':
      return callFaults(node, parents, source).map(([kind, after]) => fault(kind, after))
    case 'ExpressionStatement':
      return isDeletable(node) ? [fault('deletion', '')] : []
    default:
      return isCondition(parent, node) && !isConstant(node) ? conditionFaults(parent, fault) : []
  }
}

function conditionFaults(parent, fault) {
  return parent.type === 'IfStatement' ? [fault('condition', 'true'), fault('condition', 'false')] : []
}

function isCondition(parent, node) {
  return parent?.type === 'IfStatement' && parent.test === node
}

function isConstant(node) {
  return node.type === 'Literal'
}

function isText(node) {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')
}

/** Whether an assignment is a loop's own step: without it every loop is endless, which shows nothing. */
function isStep(parent, node) {
  return parent?.type === 'ForStatement' && parent.update === node
}

function literalFaults(node, parent) {
  const isKey = parent?.key === node && !parent.computed
  if (isKey) return []
  if (typeof node.value === 'boolean') return [String(!node.value)]
  if (typeof node.value !== 'number') return []
  if (!Number.isInteger(node.value)) return [String(node.value * 1.25)]
  return [String(node.value + 1), ...(node.value > 0 ? [String(node.value - 1)] : [])]
}

function callFaults(node, parents, source) {
  if (node.optional || parents.some((one) => one.type === 'ChainExpression')) return []
  const { callee } = node
  const faults = []
  const to = callee.type === 'MemberExpression' && !callee.computed && MEMBERS[callee.property.name]
  if (to && Object.hasOwn(MEMBERS, callee.property.name))
    faults.push(['function', `${source(callee.object)}.${to}(${node.arguments.map(source).join(', ')})`])
  const [one, other, ...rest] = node.arguments
  const symmetric = callee.type === 'MemberExpression' && /^(min|max)$/.test(callee.property.name ?? '')
  const plain = [one, other].every((argument) => argument && !/Function|Spread|Object/.test(argument.type))
  if (plain && !symmetric && source(one) !== source(other))
    faults.push(['arguments', `${source(callee)}(${[other, one, ...rest].map(source).join(', ')})`])
  return faults
}

/** A call or an assignment, not what a class or a module cannot be without. */
function isDeletable(node) {
  const { expression } = node
  if (node.directive) return false
  const isCall = expression.type === 'CallExpression' && expression.callee.type !== 'Super'
  return isCall || expression.type === 'AssignmentExpression' || expression.type === 'UpdateExpression'
}

/** What to put before and behind a node so that its mutants can be switched on. */
function switches(node, mutants, order) {
  const { start, end } = node
  if (node.type === 'ExpressionStatement') {
    return [
      { at: start, opens: true, order, text: `{ if (!$mutant(${mutants[0].number})) ` },
      { at: end, opens: false, order, text: ' }' },
    ]
  }
  const cases = mutants.map(({ number, after }) => `$mutant(${number}) ? (${after}) : `).join('')
  return [
    { at: start, opens: true, order, text: `(${cases}(` },
    { at: end, opens: false, order, text: '))' },
  ]
}

/** What closes comes before what opens; the outer, which was visited first, opens first and closes last. */
function inserted(text, insertions) {
  const order = insertions.toSorted(
    (a, b) => a.at - b.at || a.opens - b.opens || (a.opens ? a.order - b.order : b.order - a.order),
  )
  let out = ''
  let at = 0
  for (const one of order) {
    out += text.slice(at, one.at) + one.text
    at = one.at
  }
  return out + text.slice(at)
}
