// Makes the portable folders: one archive for each system, with Node, fonts and all that jianbao needs.
//   npm run portable                    all systems
//   npm run portable -- linux-x64       these only
//   npm run portable -- linux-x64 --folder   the folder alone, without an archive
// Nodes and sharp come from the npm registry at the versions that package-lock.json beside this file pins.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { makeFolder, SYSTEMS } from './folder.js'
import { filesUnder, reduceBook } from './reduce-book.js'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const out = join(root, 'output/portable')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
/** Archives hold no other time than this: the same files give the same archive. */
const TIME = new Date(Date.UTC(2000, 0, 1, 12))
const MOST_MEGABYTES = 60

const wished = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = wished.filter((name) => SYSTEMS[name] === undefined)
if (unknown.length > 0) {
  console.error(`no such system: ${unknown.join(', ')}; there are ${Object.keys(SYSTEMS).join(', ')}`)
  process.exit(2)
}
const folderOnly = process.argv.includes('--folder')
const files = packedFiles()
if (!existsSync(join(root, 'output/book/index.html')))
  execFileSync('npm', ['run', 'docs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
let tooLarge = false
for (const system of wished.length > 0 ? wished : Object.keys(SYSTEMS)) await make(system)
if (tooLarge) process.exitCode = 1

async function make(system) {
  const name = `jianbao-${version}-${system}`
  const folder = join(out, name)
  rmSync(folder, { recursive: true, force: true })
  makeFolder({ system, root, files, installed: install(system), folder })
  await reduceBook(join(folder, 'book'))
  if (folderOnly) {
    console.log(relative(process.cwd(), folder))
    return
  }
  const archive = SYSTEMS[system].archive === 'zip' ? zip(folder) : tar(folder)
  const megabytes = statSync(archive).size / 1e6
  if (megabytes > MOST_MEGABYTES) tooLarge = true
  console.log(
    `${relative(process.cwd(), archive)} ${megabytes.toFixed(1)} MB${megabytes > MOST_MEGABYTES ? ` (more than ${MOST_MEGABYTES})` : ''}`,
  )
}

/** The files that the npm package has. */
function packedFiles() {
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(listed)[0].files.map(({ path }) => path)
}

/** A node_modules with that system's Node and sharp, whatever system this is. */
function install(system) {
  const { os, cpu } = SYSTEMS[system]
  const folder = join(out, 'installed', system)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(folder, name))
  execFileSync(
    'npm',
    ['ci', `--os=${os}`, `--cpu=${cpu}`, '--libc=glibc', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return join(folder, 'node_modules')
}

function tar(folder) {
  const archive = `${folder}.tar.xz`
  const name = relative(out, folder)
  execFileSync(
    'tar',
    [
      '--sort=name',
      `--mtime=${TIME.toISOString()}`,
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '-cJf',
      archive,
      name,
    ],
    { cwd: out, env: { ...process.env, XZ_OPT: '-9 -T1' }, stdio: 'inherit' },
  )
  return archive
}

/** 7-Zip makes it a twentieth smaller, where it is installed. */
function zip(folder) {
  const archive = `${folder}.zip`
  rmSync(archive, { force: true })
  const files = filesUnder(folder).sort()
  for (const file of files) utimesSync(file, TIME, TIME)
  const names = files.map((file) => relative(out, file).split(sep).join('/'))
  const packing = ['a', '-tzip', '-mx=9', '-mfb=258', '-mpass=15', '-mtc=off', '-bso0', '-bsp0']
  const packed = spawnSync('7z', [...packing, archive, relative(out, folder)], { cwd: out, stdio: 'ignore' })
  if (packed.status === 0) return archive
  rmSync(archive, { force: true })
  const entries = files.map((file, at) => [names[at], [readFileSync(file), { level: 9, mtime: TIME }]])
  writeFileSync(archive, zipSync(Object.fromEntries(entries)))
  return archive
}
