import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../project/package-folder.ts'
import type { SentBody } from './answers.ts'

const PAGE = join(packageFolder, 'dist', 'preview')
const SCHEMA = join(packageFolder, 'schema')

const SCRIPT = 'text/javascript; charset=utf-8'
const JSON_TYPE = 'application/schema+json; charset=utf-8'
const schemas = (['zh', 'en'] as const).flatMap((language) =>
  (['issue', 'article', 'design', 'publication'] as const).map(
    (name) =>
      [
        `/schema/${language}/${name}`,
        { file: join(SCHEMA, language, `${name}.schema.json`), type: JSON_TYPE },
      ] as const,
  ),
)

/** All that the server hands out of its own, by path: nothing else is a path. */
const RESOURCES: ReadonlyMap<string, { readonly file: string; readonly type: string }> = new Map([
  ['/', { file: join(PAGE, 'index.html'), type: 'text/html; charset=utf-8' }],
  ['/page.js', { file: join(PAGE, 'page.js'), type: SCRIPT }],
  ['/page.css', { file: join(PAGE, 'page.css'), type: 'text/css; charset=utf-8' }],
  ['/icon.svg', { file: join(PAGE, 'icon.svg'), type: 'image/svg+xml' }],
  ...schemas,
])

/** The page's own files, each read once. */
export class Shelf {
  readonly #read = new Map<string, Buffer>()

  /** null for a path that is none. The page is told the `nonce` that its editor's style rules carry. */
  get(path: string, nonce: string): SentBody | null {
    const resource = RESOURCES.get(path)
    if (resource === undefined) return null
    const { file, type } = resource
    const bytes = this.#read.get(path) ?? readFileSync(file)
    this.#read.set(path, bytes)
    return { type, bytes: path === '/' ? bytes.toString('utf8').replace('{nonce}', nonce) : bytes }
  }
}
