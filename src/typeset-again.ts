import type { Assets } from './assets/image.ts'
import type { Outcome } from './base/diagnostic.ts'
import { diagnosticInSource, type SteadyPlaces } from './base/steady-span.ts'
import { arrange } from './content/arrange.ts'
import { arrangedBefore } from './content/arranged-again.ts'
import { isOfOneFile, steadyBlocks } from './content/steady-blocks.ts'
import type { Origins } from './issue/again/read-again.ts'
import type { Issue } from './issue/issue.ts'
import { setContent, textOptions } from './set-content.ts'
import type { SetPages } from './set-pages.ts'
import { stagesFor, type TypesetMemory } from './typeset-memory.ts'

/** Pages whose items say where they come from by steady spans, and what these stand for. */
export interface SteadyPages extends SetPages {
  readonly places: SteadyPlaces
}

/**
 * `typesetWithReport` of an issue that was set before: what did not change is not set again, and is the same object as in
 * the state before. The items' spans are steady; what is said has the sources' own. `origins` tells of articles that have
 * only moved in their file what they were.
 */
export function typesetAgain(
  issue: Issue,
  assets: Assets,
  memory: TypesetMemory,
  origins: Origins,
): Outcome<SteadyPages> {
  const { design } = issue.publication
  const { one, movedBy } = arrangedBefore(
    memory.articles,
    (article) => origins.get(article) ?? { origin: article, by: 0 },
    (block, file) => isOfOneFile(block, file, memory.blocks),
  )
  const content = arrange(issue, design, assets.images, assets.codes, one)
  const { blocks, places } = steadyBlocks(content.blocks, memory.blocks, movedBy)
  const options = textOptions(design, assets)
  const stages = stagesFor(memory, assets.fonts, options, design, content.metadata.language)
  const set = setContent({ ...content, blocks }, { issue, assets }, { stages, places })
  return {
    value: { ...set.value, places },
    diagnostics: set.diagnostics.map((one) => diagnosticInSource(one, places)),
  }
}
