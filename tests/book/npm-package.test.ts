import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeNpmFolder } from '../../scripts/npm-package/folder.js'
import { calledAs } from '../../src/cli/called.ts'
import { ROOT } from './recipes.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-npm-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
makeNpmFolder({ root: ROOT, files: ['package.json', 'README.md', 'README.zh-CN.md', 'LICENSE'], folder })
const shipped = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const readme = readFileSync(join(folder, 'README.md'), 'utf8')

describe('what is published on npm', () => {
  test('runs no script at its users’, and names nothing that is only used here', () => {
    expect(Object.keys(shipped)).not.toContain('scripts')
    expect(Object.keys(shipped)).not.toContain('devDependencies')
    for (const key of [
      'name',
      'version',
      'bin',
      'exports',
      'files',
      'engines',
      'license',
      'dependencies',
      'keywords',
    ])
      expect([key, shipped[key]]).toEqual([key, manifest[key]])
    expect(readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md', 'package.json'])
  })

  test('has a README whose first command installs it, and that links nowhere into the repository', () => {
    expect(/^```sh\n(.*)$/m.exec(readme)?.[1]).toBe('npm install jianbao')
    expect(readme.match(/\]\((?!https:)/g)).toBeNull()
    expect(readme).not.toMatch(/npm run|docs\//)
  })
})

describe('how the program is called', () => {
  test.each([
    ['/home/a/刊物/node_modules/jianbao/dist/cli.cjs', 'npx jianbao'],
    ['/home/a/刊物/node_modules/.bin/jianbao', 'npx jianbao'],
    ['C:\\刊物\\node_modules\\jianbao\\dist\\cli.cjs', 'npx jianbao'],
    ['/usr/local/lib/node_modules/jianbao/dist/cli.cjs', 'jianbao'],
    ['C:\\Users\\a\\AppData\\Roaming\\npm\\node_modules\\jianbao\\dist\\cli.cjs', 'jianbao'],
    ['/home/a/npm/node_modules/.bin/jianbao', 'npx jianbao'],
    ['/home/a/.local/bin/jianbao', 'jianbao'],
    ['/opt/jianbao-linux-x64/app/dist/cli.cjs', 'jianbao'],
    [undefined, 'jianbao'],
  ])('%s: %s', (script, called) => expect(calledAs(script)).toBe(called))
})
