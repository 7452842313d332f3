// Typst as it is found on this machine: the command on the PATH, else the package of `npm ci --prefix bench`.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './long-issue.js'

const bench = join(root, 'bench')
const fonts = join(root, 'fonts')
const compiler = join(bench, 'node_modules/@myriaddreamin/typst-ts-node-compiler')

/** Before this one Typst wrote no tags. */
const FIRST_WITH_TAGS = [0, 14]

/** A cold run of Typst for `figures.js`; null where there is none. */
export function coldTypst(name, source, output, tags) {
  const version = onPath()
  if (version !== null) {
    const noTags = tags || isBefore(version, FIRST_WITH_TAGS) ? [] : ['--no-pdf-tags']
    const args = ['compile', '--font-path', fonts, '--ignore-system-fonts', ...noTags, source, output]
    return { name: `Typst, ${name}`, command: 'typst', args, output }
  }
  if (!existsSync(compiler)) return null
  const args = [join(bench, 'typst-build.js'), source, output, fonts, tags ? 'tags' : 'bare']
  return { name: `Typst (Node), ${name}`, command: process.execPath, args, output }
}

/** Typst in this process, which keeps what it knows from one text to the next: a function to PDF; null without its package. */
export async function warmTypst(folder, tags) {
  if (!existsSync(compiler)) return null
  const { NodeCompiler } = await import(join(compiler, 'index.js'))
  const one = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] })
  return (source) => {
    const pdf = one.pdf({ mainFileContent: source }, { pdfTags: tags })
    // As `typst watch` does between two compilations.
    one.evictCache(10)
    return pdf
  }
}

/** What was found, for a heading. */
export function typstName() {
  const version = onPath()
  if (version !== null) return `typst ${version.join('.')} on the PATH`
  if (!existsSync(compiler)) return 'no Typst: put typst on the PATH, or run npm ci --prefix bench'
  return `Typst by typst-ts-node-compiler ${JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8')).version}`
}

function onPath() {
  const { status, stdout } = spawnSync('typst', ['--version'], { encoding: 'utf8' })
  return status === 0 ? /\d+(?:\.\d+)*/.exec(stdout)?.[0].split('.').map(Number) : null
}

function isBefore([major, minor], [firstMajor, firstMinor]) {
  return major < firstMajor || (major === firstMajor && minor < firstMinor)
}
