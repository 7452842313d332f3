import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readResource } from '../../src/assets/resource.ts'

const POSIX = process.platform !== 'win32'
/** Part of every POSIX system. */
const MAKE_PIPE = 'mkfifo'
let base = ''
let root = ''

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'jianbao-resource-'))
  root = join(base, '项目')
  mkdirSync(join(root, 'images'), { recursive: true })
  mkdirSync(join(base, 'outside'))
  writeFileSync(join(base, 'outside', 'secret.jpg'), 'secret')
  writeFileSync(join(root, 'images', '会场.jpg'), 'picture')
  writeFileSync(join(root, 'images', 'Photo.JPG'), 'photo')
  writeFileSync(join(root, 'images', '..jpg'), 'dots')
  writeFileSync(join(root, 'empty.jpg'), '')
})

afterAll(() => rmSync(base, { recursive: true, force: true }))

const read = (path: string, limit = 1000) => readResource(root, path, { limit, span: null })
const code = (path: string) => read(path).diagnostics.map((one) => one.code)
const text = (path: string) => {
  const { value, diagnostics } = read(path)
  expect(diagnostics).toEqual([])
  return Buffer.from(value!).toString()
}

describe('files of the project', () => {
  test('are read', () => {
    expect(text('images/会场.jpg')).toBe('picture')
    expect(text('./images/../images/会场.jpg')).toBe('picture')
    expect(text('images/..jpg')).toBe('dots')
    expect(text(join(root, 'images', '会场.jpg'))).toBe('picture')
    expect(text('empty.jpg')).toBe('')
  })

  test('are read through links that stay inside', () => {
    symlinkSync(join(root, 'images'), join(root, 'pictures'))
    expect(text('pictures/会场.jpg')).toBe('picture')
  })

  test('are found when the project itself is reached by a link', () => {
    symlinkSync(root, join(base, 'shortcut'))
    expect(
      readResource(join(base, 'shortcut'), 'images/会场.jpg', { limit: 100, span: null }).value,
    ).not.toBeNull()
  })
})

describe('nothing outside is read', () => {
  test.each([
    '../outside/secret.jpg',
    'images/../../outside/secret.jpg',
    '/etc/passwd',
    'C:\\Windows\\win.ini',
    'c:win.ini',
    '\\\\server\\share\\x.jpg',
    '//server/share/x.jpg',
    'file:///etc/passwd',
    '~/.ssh/id_rsa',
    '~root/x',
  ])('%s', (path) => {
    expect(code(path)).toEqual(['E-PATH'])
  })

  test('links that lead out are refused with both paths', () => {
    symlinkSync(join(base, 'outside', 'secret.jpg'), join(root, 'link.jpg'))
    symlinkSync(join(base, 'outside'), join(root, 'folder-link'))
    expect(read('link.jpg').diagnostics).toMatchObject([
      { code: 'E-PATH-LINK', values: { file: 'link.jpg', target: expect.stringContaining('secret.jpg') } },
    ])
    expect(code('folder-link/secret.jpg')).toEqual(['E-PATH-LINK'])
  })

  test('a folder whose name begins like the project’s is outside', () => {
    mkdirSync(`${root}2`)
    writeFileSync(join(`${root}2`, 'x.jpg'), 'x')
    expect(code('../项目2/x.jpg')).toEqual(['E-PATH'])
  })

  test('a hard link cannot be told from a file (documented)', () => {
    linkSync(join(base, 'outside', 'secret.jpg'), join(root, 'hard.jpg'))
    expect(text('hard.jpg')).toBe('secret')
  })
})

test.each([
  'http://169.254.169.254/x',
  'https://example.com/a.jpg',
  'HTTP://x',
  'data:image/png;base64,AA',
  'ftp://x/y',
])('nothing is fetched: %s', (path) => expect(code(path)).toEqual(['E-NET']))

test.each(['a.jpg\0.png', '', 'a\nb.jpg', 'x'.repeat(5000)])('no file name: %j', (path) => {
  expect(code(path)).toEqual(['E-PATH-NAME'])
})

test('escapes in names are taken literally', () => {
  expect(code('%2e%2e/outside/secret.jpg')).toEqual(['E-NO-FILE'])
  // Named in a source rather than after a command.
  const span = { file: 'a.yaml', from: 0, to: 1 }
  const { diagnostics } = readResource(root, '%2e%2e/outside/secret.jpg', { limit: 1000, span })
  expect(diagnostics.map((one) => one.code)).toEqual(['E-MISSING'])
})

describe('what is not a regular file', () => {
  test('a folder', () => expect(code('images')).toEqual(['E-FILE-FOLDER']))

  test.runIf(POSIX)('a pipe does not hang', () => {
    execFileSync(MAKE_PIPE, [join(root, 'pipe.jpg')])
    expect(code('pipe.jpg')).toEqual(['E-FILE-KIND'])
  })

  test.runIf(POSIX)('devices', () => {
    for (const device of ['/dev/zero', '/dev/random']) {
      expect(readResource('/dev', device, { limit: 100, span: null }).diagnostics).toMatchObject([
        { code: 'E-FILE-KIND' },
      ])
    }
  })

  test('a link to itself', () => {
    symlinkSync(join(root, 'self.jpg'), join(root, 'self.jpg'))
    expect(code('self.jpg')).toEqual(['E-READ'])
  })
})

test('a file over the limit is not read', () => {
  writeFileSync(join(root, 'large.jpg'), '')
  truncateSync(join(root, 'large.jpg'), 300 * 1024 * 1024)
  expect(read('large.jpg', 40 * 1024 * 1024).diagnostics).toMatchObject([
    { code: 'E-FILE-SIZE', values: { file: 'large.jpg', limit: '40 MB' } },
  ])
})

describe('a missing file', () => {
  test('comes with the names nearest to it', () => {
    expect(read('images/会场1.jpg').diagnostics).toMatchObject([
      { code: 'E-MISSING-NEAR', values: { file: 'images/会场1.jpg', near: 'images/会场.jpg' } },
    ])
    expect(read('image/会场.jpg').diagnostics).toMatchObject([
      { code: 'E-MISSING-NEAR', values: { near: 'images/会场.jpg' } },
    ])
    expect(code('别的/文件.png')).toEqual(['E-NO-FILE'])
    expect(code('images/会场.jpg/x')).toEqual(['E-NO-FILE'])
    // A picture of another kind, in a folder next to it too.
    for (const typed of ['images/会场.png', '会场.PNG'])
      expect(read(typed).diagnostics).toMatchObject([
        { code: 'E-MISSING-NEAR', values: { near: 'images/会场.jpg' } },
      ])
    expect(code('会场.pdf')).toEqual(['E-NO-FILE'])
    // Without its kind, with it twice, or as the copy of another.
    for (const typed of ['会场', '会场.jpg.jpg', '会场（1）.jfif', '会场 - 副本.png'])
      expect([typed, ...read(typed).diagnostics.map((one) => one.values.near)]).toEqual([
        typed,
        'images/会场.jpg',
      ])
    // In another folder of the project; nothing is looked for behind a link.
    for (const typed of ['会场.jpg', '2026-07/会场.jpg'])
      expect(read(typed).diagnostics).toMatchObject([
        { code: 'E-MISSING-NEAR', values: { near: 'images/会场.jpg' } },
      ])
    expect(code('secret.jpg')).toEqual(['E-NO-FILE'])
  })

  test('says that only the case differs', () => {
    const [found] = read('images/photo.jpg').diagnostics
    expect(found).toMatchObject({
      code: POSIX && process.platform !== 'darwin' ? 'E-MISSING-CASE' : 'W-PATH-CASE',
      values: { actual: 'images/Photo.JPG' },
    })
  })
})
