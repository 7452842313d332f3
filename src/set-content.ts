import type { Assets } from './assets/image.ts'
import type { Outcome } from './base/diagnostic.ts'
import type { Span } from './base/source.ts'
import { type SteadyPlaces, spanInSource } from './base/steady-span.ts'
import type { Content } from './content/content.ts'
import type { Design } from './design/design.ts'
import type { Issue } from './issue/issue.ts'
import { compose } from './page/compose.ts'
import { display } from './page/make-up/display.ts'
import type { SetPages } from './set-pages.ts'
import { shape } from './text/shape.ts'
import type { TextOptions } from './text/shape-text.ts'
import type { StageMemory } from './typeset-memory.ts'

/** What is kept of the state before, and where its steady spans are in the sources. */
interface KeptStages {
  readonly stages: StageMemory
  readonly places: SteadyPlaces
}

/** The stages after the arrangement. */
export function setContent(
  content: Content,
  { issue, assets }: { readonly issue: Issue; readonly assets: Assets },
  kept: KeptStages | null = null,
): Outcome<SetPages> {
  const { design } = issue.publication
  const options = textOptions(design, assets)
  const around = { ...content.furniture }
  const memory = kept && {
    ...kept.stages.shape,
    inSource: (span: Span) => spanInSource(span, kept.places),
  }
  const shaped = shape(content.blocks, assets.fonts, options, content.metadata.language, around, memory)
  const composed = compose(shaped.value, {
    design,
    fonts: assets.fonts,
    furniture: content.furniture,
    wishes: { pages: issue.pages, fit: issue.fit },
    outlines: assets.outlines,
    memory: kept?.stages.page ?? null,
  })
  const list = display(composed.value, content.metadata, kept?.stages.page.items ?? null)
  return {
    value: { list, report: composed.value.report },
    diagnostics: [...shaped.diagnostics, ...composed.diagnostics],
  }
}

/** What the design wants of text, as the fonts and rules at hand allow it. */
export function textOptions({ text }: Design, { hyphenate }: Assets): TextOptions {
  return text.hyphenation && hyphenate ? { ...text, hyphenate } : text
}
