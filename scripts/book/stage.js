// Lays the book's pages out as VitePress reads them: those of docs/book, the project's other documents, the reference.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { sourceModule } from '../source-module.js'

/** Documents that stay where they are in the project, and their place in the book. */
const DOCUMENTS = {
  'docs/designs.zh-CN.md': 'designs.md',
  'docs/designs.md': 'en/designs.md',
  'docs/contributing-articles.md': 'contributing-articles.md',
  'docs/gallery.md': 'gallery.md',
  'README.zh-CN.md': 'readme.md',
  'README.md': 'en/readme.md',
  'ARCHITECTURE.md': 'en/developer/architecture.md',
  'CONTRIBUTING.md': 'en/developer/contributing.md',
  'SECURITY.md': 'en/developer/security.md',
  'CHANGELOG.md': 'en/developer/changelog.md',
  'docs/decisions/README.md': 'en/developer/decisions.md',
}

/** Makes `site` anew. */
export async function stage({ root, here, site }) {
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site, { recursive: true })
  const places = placesOf(root)
  for (const [from, to] of places) write(join(site, to), linked(root, from, to, places))
  cpSync(join(root, 'docs'), join(site, 'docs'), {
    recursive: true,
    filter: (file) => !/\.(?:md|html)$/.test(file) && !/docs\/api(?:\/|$)/.test(file.replaceAll('\\', '/')),
  })
  mkdirSync(join(site, 'public'), { recursive: true })
  cpSync(join(root, 'src/preview/page/icon.svg'), join(site, 'public/icon.svg'))
  const { reference } = await sourceModule(root, 'scripts/book/reference/reference.ts')
  for (const language of ['zh', 'en'])
    for (const { path, text } of await reference(language))
      write(join(site, language === 'zh' ? path : `en/${path}`), `${text}\n`)
  await nameTopics(root, site)
  if (existsSync(join(root, 'docs/api')))
    cpSync(join(root, 'docs/api'), join(site, 'public/api'), { recursive: true })
  cpSync(join(here, 'theme'), join(site, '.vitepress'), { recursive: true })
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  write(
    join(site, '.vitepress/facts.json'),
    JSON.stringify({ version, pages: [...places.values()], api: existsSync(join(root, 'docs/api')) }),
  )
}

/** Gives each topic's place in the book the names by which `explain` knows it, for both searches and no reader. */
async function nameTopics(root, site) {
  const { topics } = await sourceModule(root, 'src/cli/topics/topics.ts')
  for (const { page, names } of topics) {
    const [path, part] = page.split('#')
    for (const file of [join(site, `${path}.md`), join(site, 'en', `${path}.md`)])
      if (existsSync(file)) write(file, withNames(readFileSync(file, 'utf8'), part, names))
  }
}

/** A page with a topic's names below the heading of a part, or below its first. */
export function withNames(text, part, names) {
  const heading = part === undefined ? /^# .*$/m : new RegExp(`^#+ .*\\{#${part}\\}$`, 'm')
  return text.replace(heading, (line) => `${line}\n\n<span hidden>${names.join(' · ')}</span>`)
}

/** Every document's place in the book. */
function placesOf(root) {
  const places = new Map(Object.entries(DOCUMENTS).filter(([from]) => existsSync(join(root, from))))
  for (const name of readdirSync(join(root, 'docs/book'), { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.md'))
      places.set(`docs/book/${name.replaceAll('\\', '/')}`, name.replaceAll('\\', '/'))
  for (const name of readdirSync(join(root, 'docs')))
    if (name.endsWith('.md') && !places.has(`docs/${name}`))
      places.set(`docs/${name}`, `en/developer/${name}`)
  for (const name of readdirSync(join(root, 'docs/decisions')))
    if (name.endsWith('.md') && name !== 'README.md')
      places.set(`docs/decisions/${name}`, `en/developer/${name}`)
  return places
}

/** A document with its links leading to where the others are; a link to a file that the book has not is its words. */
function linked(root, from, to, places) {
  const text = readFileSync(join(root, from), 'utf8')
  const own = from.startsWith('docs/book/')
  const body = text.replace(
    /(!?)\[([^\]]*)\]\((?![a-z]+:|#|\/)([^)\s#]+)(#[^)\s]*)?\)/g,
    (whole, image, words, target, hash = '') => {
      const file = posix.normalize(posix.join(posix.dirname(from), target))
      const place = places.get(file) ?? (existsSync(join(root, file)) ? undefined : null)
      if (image && existsSync(join(root, file)))
        return `![${words}](${relativeTo(to, file.startsWith('docs/') ? file : `docs/${file}`)})`
      if (place) return `[${words}](${relativeTo(to, place)}${hash})`
      // The reference and what only the built site has are pages of the book's own.
      if (own && place === null) return whole
      return words
    },
  )
  return own ? body : body.replace(/\{\{/g, '&#123;&#123;')
}

function relativeTo(from, target) {
  const path = relative(dirname(from), target).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
