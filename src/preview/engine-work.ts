import { parentPort } from 'node:worker_threads'
import type { Diagnostic } from '../base/diagnostic.ts'
import { findingsAt } from '../build/check-place.ts'
import type { ProductKind } from '../build/product-kinds.ts'
import {
  type EngineBuild,
  type EngineMarks,
  type EnginePages,
  type EngineProduct,
  insteadOf,
  PreviewEngine,
} from './engine.ts'
import type { EngineSetting } from './engine-setting.ts'
import type { Asked } from './protocol.ts'

/** What the thread is asked, one after the other; `texts` are those that differ from the disk. */
export type EngineQuestion =
  | { readonly ask: 'open'; readonly setting: EngineSetting }
  | { readonly ask: 'update'; readonly texts: ReadonlyMap<string, string> }
  | { readonly ask: 'early'; readonly texts: ReadonlyMap<string, string> }
  | { readonly ask: 'prepare' }
  | { readonly ask: 'more' }
  | { readonly ask: 'findings'; readonly texts: ReadonlyMap<string, string> }
  | { readonly ask: 'marks'; readonly found: readonly Diagnostic[] }
  | { readonly ask: 'product'; readonly kind: ProductKind; readonly texts: ReadonlyMap<string, string> }
  | { readonly ask: 'picture'; readonly number: number }
  | { readonly ask: 'at'; readonly place: Asked['at']['ask'] }
  | { readonly ask: 'where'; readonly place: Asked['where']['ask']; readonly line: readonly [number, number] }

/** What it answers, by the question. */
export interface EngineAnswers {
  readonly open: null
  readonly update: EngineBuild
  readonly early: EnginePages | null
  readonly prepare: undefined
  readonly more: EnginePages
  /** What the proof checks say, of an issue that reads; it has nothing to do with the builds before. */
  readonly findings: readonly Diagnostic[]
  readonly marks: EngineMarks
  readonly product: EngineProduct
  readonly picture: { readonly bytes: Uint8Array; readonly format: 'jpeg' | 'png' } | null
  readonly at: Asked['at']['answer']
  readonly where: Asked['where']['answer']
}

export type EngineSaid = { readonly value: unknown } | { readonly fault: string }

/** The body of the thread that sets the pages of a preview; it ends when it is ended. */
export function engineWork(): void {
  const port = parentPort
  if (!port) return
  let engine: PreviewEngine | null = null
  let setting: EngineSetting | null = null
  let last: Promise<unknown> = Promise.resolve()
  const answer = async (question: EngineQuestion): Promise<unknown> => {
    if (question.ask === 'open') {
      setting = question.setting
      return null
    }
    if (setting === null) throw new Error('no issue is open')
    if (question.ask === 'findings') return findingsAt(setting.place, { instead: insteadOf(question.texts) })
    engine ??= new PreviewEngine(setting)
    return answered(engine, question)
  }
  port.on('message', (question: EngineQuestion) => {
    last = last.then(async () => {
      try {
        port.postMessage({ value: await answer(question) } satisfies EngineSaid)
      } catch (error) {
        const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
        port.postMessage({ fault } satisfies EngineSaid)
      }
    })
  })
}

function answered(
  engine: PreviewEngine,
  question: Exclude<EngineQuestion, { ask: 'open' | 'findings' }>,
): unknown {
  switch (question.ask) {
    case 'update':
      return engine.update(question.texts)
    case 'early':
      return engine.early(question.texts)
    case 'prepare':
      return engine.prepare()
    case 'more':
      return engine.more()
    case 'marks':
      return engine.marks(question.found)
    case 'product':
      return engine.product(question.kind, question.texts)
    case 'picture': {
      const found = engine.picture(question.number)
      return found && { bytes: found.bytes, format: found.format }
    }
    case 'at':
      return engine.at(question.place)
    case 'where':
      return engine.where(question.place, question.line)
  }
}
