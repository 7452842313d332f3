import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './recipes.ts'

/** The Dockerfile's instructions, continued lines joined. */
const steps = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ name: line.split(' ')[0] ?? '', words: line.split(' ').slice(1).join(' ') }))
const stages = steps.filter(({ name }) => name === 'FROM').map(({ words }) => words)
const last = steps.slice(steps.map(({ name }) => name).lastIndexOf('FROM'))
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

test('its Node is one that the package takes', () => {
  const least = Number(/(\d+)/.exec(manifest.engines.node)?.[1])
  expect(stages).toHaveLength(2)
  for (const stage of stages) {
    const major = Number(/^node:(\d+)-[a-z]+-slim\b/.exec(stage)?.[1])
    expect(major).toBeGreaterThanOrEqual(least)
  }
})

test('every script that it runs is there, and the package that it copies is where pack:npm puts it', () => {
  const runs = steps.filter(({ name }) => name === 'RUN').flatMap(({ words }) => words.split('&&'))
  const scripts = runs.flatMap((one) => /npm run (\S+)/.exec(one)?.[1] ?? [])
  expect(scripts).toEqual(['build', 'pack:npm'])
  for (const name of scripts) {
    const file = /^node (\S+)/.exec(manifest.scripts[name])?.[1] ?? ''
    expect([name, existsSync(join(ROOT, file))]).toEqual([name, true])
  }
  const copied = last.find(({ name }) => name === 'COPY')?.words ?? ''
  expect(copied).toBe('--from=made /src/output/npm/package /opt/jianbao')
  expect(readFileSync(join(ROOT, 'scripts/npm-package/pack.js'), 'utf8')).toMatch(/output\/npm/)
  const linked = runs.map((one) => /ln -s (\S+) (\S+)/.exec(one)).find((one) => one !== null)
  expect(linked?.[1]).toBe(`/opt/jianbao/${manifest.bin.jianbao.replace('./', '')}`)
})

test('what is copied into the first stage leaves out what is made, and keeps what making needs', () => {
  const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').trim().split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['.git', '**/node_modules', 'dist', 'output/*']))
  for (const needed of ['scripts', 'src', 'fonts', 'profiles', 'schema', 'templates', 'package-lock.json'])
    expect(ignored).not.toContain(needed)
})

test('it runs as nobody special, in Chinese, at the folder that is mounted', () => {
  const said = Object.fromEntries(last.map(({ name, words }) => [name, words]))
  expect(said).toMatchObject({
    USER: 'node',
    WORKDIR: '/work',
    ENV: 'LANG=zh_CN.UTF-8',
    ENTRYPOINT: '["jianbao"]',
    CMD: '["--help"]',
  })
  const run = `docker run --rm -v "$PWD:${said.WORKDIR}" jianbao`
  for (const readme of ['README.md', 'README.zh-CN.md'])
    expect(readFileSync(join(ROOT, readme), 'utf8')).toContain(run)
})
