import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type RenderRequest, render } from '../../src/index.ts'
import { timeFor } from '../mode.ts'
import { PLACES, PRINTED, REFUSED } from '../page/text-fields.ts'
import { openPdf } from '../paint/read-back.ts'

const FIELDS = Object.entries({ ...PRINTED, ...PLACES }).filter(([name]) => !REFUSED.has(name))
const ALPHABET = [...'山石水火木金日月星云风雨田禾麦豆瓜果鱼虾马牛羊犬鸡鸭']
const MAKE = ['print', 'booklet', 'archive', 'proof', 'docx'] as const

const wordsOf = (length: number) =>
  Array.from({ length }, (_, at) => ALPHABET[(at * 7) % ALPHABET.length]).join('')

/** What a reader finds in a product. */
async function textIn(kind: string, bytes: Uint8Array): Promise<string> {
  if (kind === 'docx')
    return Object.entries(unzipSync(bytes))
      .filter(([name]) => /^word\/[^/]+\.xml$/.test(name))
      .map(([, part]) => strFromU8(part))
      .join('')
  const pdf = await openPdf(bytes)
  let text = ''
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await pdf.destroy()
  return text
}

/** Characters of the words that a text has fewer times. */
function lost(words: string, text: string): readonly string[] {
  const count = (one: string, inText: string) => inText.split(one).length
  return ALPHABET.filter((one) => count(one, text) < count(one, words))
}

test(
  'in every product of every design each character of a field is there, whatever its length',
  async () => {
    const field = fc.constantFrom(...FIELDS)
    const design = fc.constantFrom('two-column', 'classic', 'official')
    const law = fc.asyncProperty(
      field,
      design,
      fc.integer({ min: 1, max: 180 }),
      async ([name, put], own, length) => {
        const words = wordsOf(length)
        const { publication, issue } = put(words)
        const request = {
          publication: { ...publication, design: own },
          issue,
          make: MAKE,
        } as unknown as RenderRequest
        const { products, diagnostics } = await render(request)
        if (diagnostics.some(({ severity }) => severity === 'error')) return
        expect(products.map(({ kind }) => kind)).toEqual([...MAKE])
        for (const { kind, bytes } of products)
          expect([name, kind, lost(words, await textIn(kind, bytes))]).toEqual([name, kind, []])
      },
    )
    await fc.assert(law, { numRuns: 16 })
  },
  timeFor(60_000),
)
