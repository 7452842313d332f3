import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBundle, jianbao, programFile } from './bundle.ts'
import { folderWith, project } from './project.ts'

beforeAll(ensureBundle)

describe('jianbao preview', () => {
  test('tells its address, serves nobody without it, and Ctrl-C ends it at once', async () => {
    const child = spawn(process.execPath, [programFile(), 'preview', '--no-open'], { cwd: project() })
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
    })
    await expect.poll(() => said, { timeout: 20_000 }).toContain('Ctrl-C')
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}/.exec(said)?.[0] as string
    expect((await fetch(new URL('/', address))).status).toBe(403)
    const ended = new Promise((settle) => child.on('exit', (code, signal) => settle(code ?? signal)))
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    await expect(fetch(address)).rejects.toThrow()
  })

  test.each(['0', '65536', 'abc', '-1', '80.5'])('--port %s is none', (port) => {
    const { code, err } = jianbao(project(), ['preview', '--no-open', `--port=${port}`])
    expect([code, err]).toEqual([2, expect.stringMatching(/E-PORT\n/)])
  })

  test('a port that is taken is said', async () => {
    const taken = createServer()
    await new Promise<void>((settle) => taken.listen(0, '127.0.0.1', settle))
    const { port } = taken.address() as { port: number }
    const { code, err } = jianbao(project(), ['preview', '--no-open', '--port', String(port)])
    taken.close()
    expect([code, err]).toEqual([5, expect.stringContaining('E-PORT-TAKEN')])
  })

  test('without an issue there is nothing to show', () => {
    expect(jianbao(folderWith({}), ['preview', '--no-open']).code).toBe(3)
    expect(jianbao(project(), ['preview', '--no-open', 'issues/none.yaml']).code).toBe(3)
  })
})
