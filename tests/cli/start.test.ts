import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const START = readFileSync(resolve(import.meta.dirname, '../../scripts/start.cjs'), 'utf8')

/** The flags that V8 is given for a command, and whether anything is kept at its end. */
function startedWith(command: string): { readonly flags: readonly string[]; readonly keeps: boolean } {
  const flags: string[] = []
  let keeps = false
  const modules: Readonly<Record<string, unknown>> = {
    'node:v8': { setFlagsFromString: (flag: string) => void flags.push(flag) },
    'node:fs': { openSync: () => 1, closeSync: () => {}, fstatSync: () => ({ size: 1 }), readSync: () => 0 },
    'node:vm': {
      constants: {},
      Script: class {
        runInThisContext() {
          return () => {}
        }
      },
    },
  }
  const process = {
    argv: ['node', 'jianbao', command],
    versions: { node: '22.12.0', v8: '12.4.254.21' },
    on: (name: string) => {
      keeps ||= name === 'exit'
    },
  }
  const text = START.replace('__LEAST_NODE__', '20.0.0').replace(/^#!.*/, '')
  runInNewContext(text, { process, Buffer, __dirname: '/x', require: (name: string) => modules[name] })
  return { flags, keeps }
}

test('a build is tuned for a short run, and what it compiled may be kept', () => {
  const { flags, keeps } = startedWith('build')
  expect(flags).toContain('--semi-space-growth-factor=1')
  expect(keeps).toBe(true)
})

test.each(['preview', '--preview-thread'])(
  '%s runs long: V8 goes by itself, and nothing it compiled is kept for other runs',
  (command) => {
    expect(startedWith(command)).toEqual({ flags: [], keeps: false })
  },
)
