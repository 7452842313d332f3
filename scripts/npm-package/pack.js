// Makes what is published on npm, in output/npm: the folder, and the .tgz that npm packs of it. Wants dist/ (npm run build).
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeNpmFolder } from './folder.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = join(root, 'output/npm/package')
const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'ignore'],
  maxBuffer: 64 * 1024 * 1024,
})
makeNpmFolder({ root, files: JSON.parse(listed)[0].files.map(({ path }) => path), folder })
execFileSync('npm', ['pack', '--pack-destination', dirname(folder)], { cwd: folder, stdio: 'inherit' })
