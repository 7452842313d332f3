import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { ROOT } from './recipes.ts'

/** Where the built book lies. */
export const BOOK = join(ROOT, 'output/book')

/** Whether its generator is there: npm ci --prefix scripts/book. */
export const hasGenerator = existsSync(join(ROOT, 'scripts/book/node_modules/vitepress'))

/** Builds the book. */
export function buildBook(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/book/build-book.js')], { cwd: ROOT, stdio: 'pipe' })
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Any plain server of files, at the root. */
export function served(): Promise<{ readonly address: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url as string, 'http://book').pathname)
    const file = join(BOOK, path.endsWith('/') ? `${path}index.html` : path)
    if (!file.startsWith(BOOK) || !existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      done({ server, address: `http://127.0.0.1:${port}` })
    })
  })
}
