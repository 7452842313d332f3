import type { Article } from '../issue/issue.ts'
import type { ArrangeArticle } from './arrange.ts'
import type { Arrangement } from './arrangement.ts'
import { arrangeArticle, leads } from './article.ts'
import type { Block, Place } from './block.ts'

/** Where an article's places count from: it is another one that has moved in its file since. */
export interface Origin {
  readonly origin: object
  readonly by: number
}

/** Articles as they were arranged, by what they were before they moved. */
export type ArrangedArticles = WeakMap<object, ArrangedArticle>

interface ArrangedArticle {
  readonly publication: Arrangement['issue']['publication']
  readonly around: string
  readonly by: number
  readonly blocks: readonly Block[]
}

/** What of an arrangement is as it was before. */
export interface ArrangedBefore {
  readonly one: ArrangeArticle
  /** How far a block has moved in its file since its places were told. */
  readonly movedBy: (block: Block) => number
}

/**
 * Arranges articles, those of before by looking up. `maySlide` tells whether all places of a block are in the issue's
 * file, so that the block may stand elsewhere in it.
 */
export function arrangedBefore(
  memory: ArrangedArticles,
  originOf: (article: Article) => Origin,
  maySlide: (block: Block, file: string) => boolean,
): ArrangedBefore {
  const slid = new Map<Block, number>()
  const one: ArrangeArticle = (arrangement, article, place) => {
    const { publication, span } = arrangement.issue
    const { origin, by } = originOf(article)
    const around = aroundOf(arrangement, article, place)
    const known = memory.get(origin)
    const slide = by - (known?.by ?? 0)
    if (known?.publication === publication && known.around === around) {
      if (slide === 0) return known.blocks
      if (known.blocks.every((block) => maySlide(block, span.file))) {
        for (const block of known.blocks) slid.set(block, slide)
        return known.blocks
      }
    }
    const blocks = arrangeArticle(arrangement, article, place)
    memory.set(origin, { publication, around, by, blocks })
    return blocks
  }
  return { one, movedBy: (block) => slid.get(block) ?? 0 }
}

/** All that an article's blocks are made of besides itself and its publication, as a text. */
function aroundOf(arrangement: Arrangement, article: Article, place: Place): string {
  const { pictures, codes } = arrangement
  const shown = article.pictures
    .flatMap(({ row }) => row)
    .map(({ src, code }) => {
      const pixels = src === null ? undefined : pictures.get(src)
      return [pixels?.width, pixels?.height, code !== undefined && codes.has(code)]
    })
  const seal = article.signature?.seal?.src
  const stamp = seal === undefined ? null : (pictures.get(seal) ?? null)
  const stamped = stamp && [stamp.width, stamp.height]
  return JSON.stringify([place.section, place.article, leads(arrangement, article, place), shown, stamped])
}
