import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, test } from 'vitest'
import type * as Library from '../../src/index.ts'
import { png } from '../assets/pictures.ts'
import { builtPackage } from './installed.ts'

/** How many at a time. */
const MANY = 8

/** Issues that differ in design, fonts and length, so that what one leaves behind would show in another. */
function request(at: number): Library.RenderRequest {
  const design = (['two-column', 'classic', 'official'] as const)[at % 3]!
  const body = `第${at}期正文，*着重*与**加粗**，read the report。`.repeat(10 + at)
  const images = [{ src: `${at}.png`, caption: `图${at}`, alt: '图' }]
  return {
    publication: {
      bulletin: 1,
      name: '柳溪简报',
      issuer: '柳溪区服务中心',
      design,
      type: { hyphenation: at % 2 === 0 },
    },
    issue: { date: '2026-06-15', number: at + 1, sections: { 要闻: [{ title: `书房${at}`, body, images }] } },
    files: new Map([[`${at}.png`, png({ width: 30 + at, height: 20 })]]),
    make: ['pdf', 'archive'],
  }
}

const digestOf = (products: readonly { readonly bytes: Uint8Array }[]) =>
  products.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))

const all = Array.from({ length: MANY }, (_, at) => at)

describe('issues set at the same time', () => {
  let library = ''
  let render: typeof Library.render
  const alone: string[][] = []
  beforeAll(async () => {
    library = pathToFileURL(join(builtPackage(), 'dist/index.js')).href
    render = (await import(/* @vite-ignore */ library)).render
    for (const at of all) alone.push(digestOf((await render(request(at))).products))
  }, 120_000)

  test('are different issues', () => {
    expect(new Set(alone.flat()).size).toBe(2 * MANY)
  })

  test('in one thread have the bytes that each has by itself', async () => {
    const made = await Promise.all(all.map((at) => render(request(at))))
    expect(made.map(({ products }) => digestOf(products))).toEqual(alone)
  }, 120_000)

  test('in threads have them too', async () => {
    const program = `
      const { parentPort, workerData } = require('node:worker_threads')
      const { createHash } = require('node:crypto')
      import(workerData.library).then(async ({ render }) => {
        const { products } = await render(workerData.request)
        parentPort.postMessage(products.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')))
      })`
    const made = all.map(
      (at) =>
        new Promise((settle, fail) => {
          const worker = new Worker(program, { eval: true, workerData: { library, request: request(at) } })
          worker.once('message', settle)
          worker.once('error', fail)
        }),
    )
    expect(await Promise.all(made)).toEqual(alone)
  }, 120_000)
})
