import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeFile } from '../../src/project/write-file.ts'
import { writeTexts } from '../../src/project/write-texts.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianbao-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const NEW = Buffer.from('new')
const codes = async (target: string, inputs: readonly string[] = []) =>
  (await writeFile(target, NEW, inputs)).map((one) => one.code)

describe('writeFile', () => {
  test('writes into folders that are not there yet and leaves nothing else', async () => {
    const target = join(folder, 'a/b/out.pdf')
    expect(await codes(target)).toEqual([])
    expect(readFileSync(target, 'utf8')).toBe('new')
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['out.pdf'])
  })

  test('replaces what was there', async () => {
    const target = join(folder, 'out.pdf')
    writeFileSync(target, 'old and longer')
    expect(await codes(target)).toEqual([])
    expect(readFileSync(target, 'utf8')).toBe('new')
  })

  test('refuses an input, also through a link', async () => {
    const input = join(folder, 'issue.yaml')
    const link = join(folder, 'out.pdf')
    writeFileSync(input, 'old')
    symlinkSync(input, link)
    expect(await codes(input, [input])).toEqual(['E-WRITE-INPUT'])
    expect(await codes(link, [input])).toEqual(['E-WRITE-INPUT'])
    expect(readFileSync(input, 'utf8')).toBe('old')
  })

  test('refuses a folder, a parent that is a file and a read-only file, and keeps the old one', async () => {
    const target = join(folder, 'out.pdf')
    writeFileSync(target, 'old')
    mkdirSync(join(folder, 'there.pdf'))
    chmodSync(target, 0o444)
    expect(await codes(join(folder, 'there.pdf'))).toEqual(['E-WRITE-FOLDER'])
    expect(await codes(join(target, 'x.pdf'))).toEqual(['E-WRITE-FOLDER'])
    expect(await codes(target)).toEqual(['E-WRITE-DENIED'])
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['out.pdf', 'there.pdf'])
  })

  test.skipIf(process.platform === 'win32')(
    'refuses a folder that nobody may write to, whoever asks',
    async () => {
      const target = join(folder, 'shut/out.pdf')
      mkdirSync(join(folder, 'shut'))
      writeFileSync(target, 'old')
      chmodSync(join(folder, 'shut'), 0o555)
      expect(await codes(target)).toEqual(['E-WRITE-DENIED'])
      expect(await codes(join(folder, 'shut/new.pdf'))).toEqual(['E-WRITE-DENIED'])
      expect(readdirSync(join(folder, 'shut'))).toEqual(['out.pdf'])
      chmodSync(join(folder, 'shut'), 0o755)
      expect(readFileSync(target, 'utf8')).toBe('old')
    },
  )

  test('keeps a file that the system lets nobody replace (needs chattr and the right to use it)', async (context) => {
    const target = join(folder, 'out.pdf')
    writeFileSync(target, 'old')
    if (spawnSync('chattr', ['+i', target]).status !== 0) return context.skip()
    const said = await codes(target)
    spawnSync('chattr', ['-i', target])
    expect(said).toEqual(['E-WRITE-DENIED'])
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['out.pdf'])
  })

  test('of several none is replaced, and nothing is left, where one cannot be written', async () => {
    const names = ['a.yaml', 'b.md', 'c.yaml']
    for (const name of names) writeFileSync(join(folder, name), `\ufeff${name}`)
    const texts = names.map((path) => ({ path, text: 'new', before: path }))
    chmodSync(join(folder, 'b.md'), 0o444)
    const faults = await writeTexts(folder, texts, folder)
    expect(faults.map((one) => [one.code, one.values.file])).toEqual([['E-WRITE-DENIED', 'b.md']])
    const now = () => names.map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(now()).toEqual(names.map((name) => `\ufeff${name}`))
    expect(readdirSync(folder).sort()).toEqual(names)
    chmodSync(join(folder, 'b.md'), 0o644)
    expect(await writeTexts(folder, texts, folder)).toEqual([])
    expect(now()).toEqual(names.map(() => '\ufeffnew'))
  })

  test('nothing is written over what was changed since it was read, or is gone', async () => {
    const text = (path: string) => ({ path, text: 'new', before: 'old' })
    for (const name of ['a.yaml', 'b.md']) writeFileSync(join(folder, name), 'old')
    writeFileSync(join(folder, 'b.md'), 'theirs')
    const told = async (...names: string[]) =>
      (await writeTexts(folder, names.map(text), folder)).map((one) => [one.code, one.values.file])
    expect(await told('a.yaml', 'b.md')).toEqual([['E-WRITE-CHANGED', 'b.md']])
    expect(await told('a.yaml', 'c.md')).toEqual([['E-WRITE-CHANGED', 'c.md']])
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.md'])
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('old')
    expect(await told('a.yaml')).toEqual([])
  })

  test('two at once do not mix', async () => {
    const target = join(folder, 'out.pdf')
    const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(300_000))
    await Promise.all(texts.map((text) => writeFile(target, Buffer.from(text), [])))
    expect(texts).toContain(readFileSync(target, 'utf8'))
    expect(readdirSync(folder)).toEqual(['out.pdf'])
  })

  test('a build killed in the middle leaves the old file, and the next one cleans up', async () => {
    const target = join(folder, 'out.pdf')
    writeFileSync(target, 'old')
    const dead = spawn(process.execPath, ['-e', '0'])
    await once(dead, 'exit')
    const left = await leftover(target, dead.pid!)
    expect(await codes(target)).toEqual([])
    expect(readdirSync(folder)).not.toContain(left)
    expect(readFileSync(target, 'utf8')).toBe('new')
  })

  test('killed at any moment, the file is the old one or the new one, never a part', async () => {
    const program = join(folder, 'writer.mjs')
    await buildProgram(program)
    const target = join(folder, 'out/book.pdf')
    const whole = new Set(['A', 'B'].map((letter) => letter.repeat(3_000_000)))
    await writeFile(target, Buffer.from('A'.repeat(3_000_000)), [])
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, [program, target], { stdio: ['ignore', 'pipe', 'inherit'] })
      await once(child.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, (round * 7) % 40))
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect(whole.has(readFileSync(target, 'latin1'))).toBe(true)
    }
    expect(await codes(target)).toEqual([])
    expect(readdirSync(join(folder, 'out'))).toEqual(['book.pdf'])
  })

  test('another build’s temporary file is left alone', async () => {
    const target = join(folder, 'out.pdf')
    const left = await leftover(target, process.pid)
    await codes(target)
    expect(readdirSync(folder)).toContain(left)
  })
})

/** A program that writes two contents in turn until it is killed. */
async function buildProgram(file: string): Promise<void> {
  const source = fileURLToPath(new URL('../../src/project/write-file.ts', import.meta.url))
  await build({
    stdin: {
      contents: `import { writeFile } from ${JSON.stringify(source)}
console.log('ready')
for (let i = 0; ; i++) await writeFile(process.argv[2], Buffer.alloc(3_000_000, i % 2 ? 'A' : 'B'), [])`,
      resolveDir: process.cwd(),
    },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
}

/** Leaves a temporary file as a process with this id would, under the name that the program itself gives. */
async function leftover(target: string, pid: number): Promise<string> {
  const seen = new Set<string>()
  const busy = writeFile(target, Buffer.alloc(8_000_000), [])
  while (seen.size === 0) {
    for (const name of readdirSync(folder)) if (name.endsWith('.jianbao-tmp')) seen.add(name)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await busy
  const name = [...seen][0]!.replace(`-${process.pid}-`, `-${pid}-`)
  writeFileSync(join(folder, name), 'half')
  return name
}
