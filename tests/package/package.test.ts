import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtPackage, consumer, makeTypes, ROOT } from './installed.ts'

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
let types: readonly string[] = []

beforeAll(() => {
  types = makeTypes()
}, 120_000)

interface Packed {
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

describe('what npm installs', () => {
  let packed: Packed
  beforeAll(() => {
    const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: builtPackage(),
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    })
    packed = JSON.parse(said.toString())[0]
  }, 60_000)

  test('has neither sources nor parts for developers', () => {
    const stray = packed.files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^(?:dist|fonts|profiles|schema|templates)\/|^(?:package\.json|README.*\.md|LICENSE)$/.test(path),
      )
    expect(stray.filter((path) => path !== 'src/text/dictionary/LICENSE.txt')).toEqual([])
    expect(
      packed.files.filter(({ path }) => /\.(?:map|cache|tsx?)$/.test(path) && !path.endsWith('.d.ts')),
    ).toEqual([])
    expect(packed.unpackedSize).toBeLessThan(36e6)
  })

  test('depends on nothing that is bundled or only used here', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['sharp'])
    const bundles = packed.files.filter(({ path }) => /^dist\/[^/]+\.c?js$/.test(path))
    const wanted = bundles.flatMap(({ path }) => {
      const text = readFileSync(join(builtPackage(), path), 'utf8')
      const found = text.matchAll(/(?:\brequire\(|\bimport\(|\bfrom)\s*["']([@a-z][^"'\n]*)["']/g)
      return [...found].map((match) => match[1] as string)
    })
    const builtin = /^node:|^(?:fs|assert|path|zlib|util|stream|buffer|events|module|process)$/
    expect([...new Set(wanted)].filter((name) => !builtin.test(name))).toEqual(['sharp'])
  })

  test('names the licence of everything in the bundles', () => {
    const text = readFileSync(join(builtPackage(), 'dist/third-party-licenses.txt'), 'utf8')
    for (const name of ['commander', 'fontkit', 'get-east-asian-width', 'hyphen', 'pdfkit', 'yaml'])
      expect(text).toMatch(new RegExp(`^${name} [\\d.]+ \\((?:MIT|ISC)\\)$`, 'm'))
  })

  test('names the licence of what the program has of sharp', () => {
    const text = readFileSync(join(builtPackage(), 'dist/third-party-licenses.txt'), 'utf8')
    for (const name of ['sharp', 'detect-libc']) expect(text).toContain(`\n${name} `)
  })

  test('takes the sharp that is installed, where that is another than was bundled', () => {
    const sharp = join(consumer(), 'node_modules/sharp')
    mkdirSync(join(sharp, 'dist'), { recursive: true })
    const another = { name: 'sharp', version: '0.0.1', exports: './dist/index.cjs' }
    writeFileSync(join(sharp, 'package.json'), JSON.stringify(another))
    writeFileSync(join(sharp, 'dist/index.cjs'), "module.exports = 'another'")
    const ours = join(builtPackage(), 'dist/sharp.cjs')
    const copy = join(sharp, '../ours.cjs')
    cpSync(ours, copy)
    const load = createRequire(import.meta.url)
    expect(load(copy)).toBe('another')
    expect(load(ours)).toHaveProperty('versions.vips')
  })

  test('has the declarations that its entries lead to, and no others', () => {
    expect(types.length).toBeGreaterThan(20)
    expect(types.length).toBeLessThan(80)
    for (const file of types) expect(existsSync(file)).toBe(true)
    expect(types.filter((file) => /[/\\](?:cli|yaml)[/\\]/.test(file))).toEqual([])
  })
})

const PROGRAM = `
import { type Diagnostic, formatDiagnostic, type IssueInput, render, type RenderRequest } from 'jianbao'
import { setLines } from 'jianbao/typography'
const issue: IssueInput = { date: '2026-06-15', sections: { 要闻: [{ title: '春', body: '春耕。' }] } }
const request: RenderRequest = { publication: { bulletin: 1, name: '简报', issuer: '办公室' }, issue, make: ['pdf'] }
const { products, diagnostics, sources } = await render(request)
const bytes: Uint8Array | undefined = products[0]?.bytes
const all: readonly Diagnostic[] = diagnostics
export const words: string[] = all.map((one) => formatDiagnostic(one, sources, { language: 'en' }))
export const lines: number = setLines('春耕。', { measure: 10 }).length
console.log(bytes?.length)
`

describe('a program that uses the package', () => {
  test.each(['nodenext', 'node16', 'bundler'])(
    'finds its types by the rules of %s',
    (rules) => {
      const folder = consumer()
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
      writeFileSync(join(folder, 'program.ts'), PROGRAM)
      const module = rules === 'bundler' ? 'esnext' : rules
      const options = ['--strict', '--noEmit', '--ignoreConfig', '--target', 'es2022', '--lib', 'es2023,dom']
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
      const more = ['--module', module, '--moduleResolution', rules, '--types', '', 'program.ts']
      const { stdout } = spawnSync(process.execPath, [tsc, ...options, ...more], { cwd: folder })
      expect(stdout.toString()).toBe('')
    },
    60_000,
  )

  test('needs no environment', () => {
    const folder = consumer()
    const script = `import { render } from 'jianbao'
      const { products } = await render({ publication: 'bulletin: 1\\nname: 简报\\nissuer: 办公室\\n', issue: 'date: 2026-06-15\\nsections: { 要闻: [{ title: 春, body: 春耕。 }] }\\n' })
      process.stdout.write(Buffer.from(products[0].bytes.subarray(0, 5)))`
    writeFileSync(join(folder, 'program.mjs'), script)
    const ran = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, env: {} })
    expect([ran.stdout.toString(), ran.stderr.toString()]).toEqual(['%PDF-', ''])
  }, 60_000)
})

test('a plain build reads none of what few builds need', () => {
  const folder = consumer()
  const late = [
    'topics',
    'preview-server',
    'english',
    'fontkit',
    'fflate',
    'saxes',
    'postal-mime',
    'word-extractor',
  ]
  const script = `
    process.argv.splice(1, 1, 'jianbao')
    process.argv.push('build', ${JSON.stringify(join(ROOT, 'issues/2026-06.yaml'))}, '-q', '-o', 'a.pdf')
    process.on('exit', () => console.log(Object.keys(require.cache).join('\\n')))
    require(${JSON.stringify(join(builtPackage(), 'dist/cli.cjs'))})`
  writeFileSync(join(folder, 'program.cjs'), script)
  const env = { ...process.env, JIANBAO_CACHE: 'off' }
  const { stdout } = spawnSync(process.execPath, ['program.cjs'], { cwd: folder, env })
  expect(stdout.toString()).toContain('cli.cjs')
  expect(existsSync(join(folder, 'a.pdf'))).toBe(true)
  expect(late.filter((name) => stdout.toString().includes(`${name}.cjs`))).toEqual([])
}, 60_000)

test('a plain build does without the half of the program that few commands want; those want it', () => {
  const folder = consumer()
  const home = join(folder, 'part')
  cpSync(join(builtPackage(), 'dist'), join(home, 'dist'), { recursive: true })
  rmSync(join(home, 'dist/late.cjs'))
  for (const name of ['fonts', 'profiles', 'schema', 'templates', 'package.json'])
    symlinkSync(join(builtPackage(), name), join(home, name))
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(home, 'dist/cli.cjs'), ...args], {
      cwd: folder,
      env: { ...process.env, JIANBAO_CACHE: 'off' },
      timeout: 30_000,
    })
  const issue = join(ROOT, 'issues/2026-06.yaml')
  expect(run('build', issue, '-o', 'b.pdf').status).toBe(0)
  expect(run('check', issue).status).toBe(0)
  expect(existsSync(join(folder, 'b.pdf'))).toBe(true)
  const { status, stderr } = run('explain', 'W-KEEP')
  expect(status).toBe(70)
  expect(stderr.toString()).toContain('late.cjs')
}, 60_000)
