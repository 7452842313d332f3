import type { IncomingMessage, ServerResponse } from 'node:http'
import { posix } from 'node:path'
import { MAX_IMAGE_BYTES } from '../assets/read-image.ts'
import { editArticle } from '../issue/write/edit-article.ts'
import { editIssueHead } from '../issue/write/edit-issue-head.ts'
import { editOutline } from '../issue/write/edit-outline.ts'
import {
  FIELDS,
  HEAD_FIELDS,
  type HeadAct,
  type ItemAct,
  type OutlineAct,
} from '../issue/write/outline-acts.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { shownPath, TEXT_LIMIT } from '../project/read-source.ts'
import { send, sendJson, wholeBody } from './answers.ts'
import type { Desk } from './desk.ts'
import { dropPicture } from './drop-picture.ts'
import type { EngineThread } from './engine-thread.ts'
import type { IssueList } from './issue-list.ts'
import { messageOf } from './messages.ts'
import type { Asked, AskedName } from './protocol.ts'
import type { OpenTexts } from './texts.ts'

/** Where questions of the page are answered. */
export interface Office {
  /** The issue's in the list of the publication's. */
  readonly number: number
  readonly issues: IssueList
  readonly place: IssuePlace
  readonly engine: EngineThread
  readonly texts: OpenTexts
  readonly desk: Desk
  readonly readOnly: boolean
}

/** JSON of the longest text that is read, each of its characters escaped. */
const QUESTION_LIMIT = 3 * TEXT_LIMIT
/** What changes something, here or on disk. */
const CHANGING: ReadonlySet<string> = new Set(['change', 'save', 'merge', 'take', 'act', 'new-issue'])

type Answers = {
  readonly [N in AskedName]: (office: Office, ask: Asked[N]['ask']) => Promise<Asked[N]['answer']>
}

const ANSWERS: Answers = {
  change: async ({ texts, desk }, { file, ...typed }) => {
    const version = texts.told(file)?.version
    const since = texts.change(file, typed)
    if (texts.told(file)?.version !== version) {
      desk.tellText(file)
      void desk.changed()
    }
    return since ?? { changes: [] }
  },
  save: async ({ texts, desk }, { file, over }) => {
    const saved = await texts.save(file, over)
    desk.tellText(file)
    const outside = texts.told(file)?.outside ?? null
    return {
      saved: saved.saved,
      outside,
      reason: saved.saved || !saved.reason ? null : messageOf(saved.reason),
    }
  },
  merge: async ({ texts, desk }, { file }) => {
    texts.merge(file)
    desk.tellText(file)
    void desk.changed()
    return {}
  },
  take: async ({ texts, desk }, { file }) => {
    texts.take(file)
    desk.tellText(file)
    desk.lookAtDisk()
    return {}
  },
  act: async (office, { file, text, act }) => {
    const { value, diagnostics } =
      act.act === 'set-issue'
        ? editIssueHead({ file, text }, act)
        : 'at' in act && office.texts.told(file)?.kind === 'article'
          ? editArticle({ file, text }, besideArticle(office, file, act), isChineseIssue(office))
          : editOutline({ file, text }, act)
    const [reason] = diagnostics
    return { text: value, reason: reason ? messageOf(reason) : null }
  },
  issues: async ({ issues }) => issues.told(),
  'new-issue': ({ issues }, ask) => issues.make(ask),
  at: ({ engine }, place) => engine.ask({ ask: 'at', place }),
  where: ({ engine, texts }, place) => {
    const text = texts.text(place.file)
    const from = text.lastIndexOf('\n', place.offset - 1) + 1
    const end = text.indexOf('\n', place.offset)
    return engine.ask({ ask: 'where', place, line: [from, end < 0 ? text.length : end] })
  },
}

const issueFile = ({ place }: Office) => shownPath(place.root, place.issue)

/** Whether the issue at hand has Chinese keys. */
function isChineseIssue(office: Office): boolean {
  return /^栏目\s*[:：]/m.test(office.texts.text(issueFile(office)))
}

/** A picture is named from the issue on; an article's own file names it from where that file is. */
function besideArticle(office: Office, file: string, act: ItemAct): ItemAct {
  if (act.act !== 'add-picture') return act
  const path = posix.join(posix.dirname(issueFile(office)), act.src)
  return { ...act, src: posix.relative(posix.dirname(file), path) }
}

/** Answers a question put as JSON; a type of its own, so that no form of another page can put it. */
export async function answerQuestion(
  office: Office,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!Object.hasOwn(ANSWERS, name)) return send(response, 404, null)
  if (office.readOnly && CHANGING.has(name)) return send(response, 403, null)
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return send(response, 415, null)
  const asked = parsed(await wholeBody(request, QUESTION_LIMIT))
  const check = SHAPES[name as AskedName]
  if (asked === null || !check(asked)) return send(response, 400, null)
  const answer = ANSWERS[name as AskedName] as (office: Office, ask: unknown) => Promise<unknown>
  sendJson(response, await answer(office, asked))
}

type Fields = Readonly<Record<string, unknown>>

function parsed(bytes: Uint8Array): Fields | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Fields) : null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isNumber = (value: unknown): value is number => Number.isFinite(value)
const isPlace = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['section', 'item'].every((key) => isCount((value as Fields)[key]))

function isChange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { from, to, insert } = value as Fields
  return isCount(from) && isCount(to) && isText(insert)
}

/** Whether a question is what it should be; a file that is not open is answered with nothing. */
const SHAPES: Readonly<Record<AskedName, (asked: Fields) => boolean>> = {
  change: ({ file, version, length, changes, by, serial }) =>
    [file, by].every(isText) &&
    [version, length, serial].every(isCount) &&
    Array.isArray(changes) &&
    changes.every(isChange),
  save: ({ file, over }) => isText(file) && typeof over === 'boolean',
  merge: ({ file }) => isText(file),
  take: ({ file }) => isText(file),
  act: ({ file, text, act }) => isText(file) && isText(text) && isAct(act),
  issues: () => true,
  'new-issue': ({ name, language }) => isLine(name) && (language === 'zh' || language === 'en'),
  at: ({ page, x, y }) => isCount(page) && isNumber(x) && isNumber(y),
  where: ({ file, offset }) => isText(file) && isCount(offset),
}

const ONE_LINE = /^[^\r\n]{0,4000}$/
const isLine = (value: unknown): boolean => isText(value) && ONE_LINE.test(value)
const FITS: readonly unknown[] = ['column', 'page', 'left', 'right']

const ACTS: Readonly<Record<(OutlineAct | HeadAct)['act'], (act: Fields) => boolean>> = {
  'add-section': ({ name }) => isLine(name),
  'rename-section': ({ section, name }) => isCount(section) && isLine(name),
  'copy-section': ({ section, name }) => isCount(section) && isLine(name),
  'move-section': ({ section, to }) => isCount(section) && isCount(to),
  'remove-section': ({ section }) => isCount(section),
  'add-article': ({ section, text }) => isCount(section) && isLine(text),
  'add-brief': ({ section, text }) => isCount(section) && isLine(text),
  move: ({ from, to }) => isPlace(from) && isPlace(to),
  copy: ({ from }) => isPlace(from),
  remove: ({ from }) => isPlace(from),
  set: ({ at, field, text }) => isPlace(at) && FIELDS.some((one) => one === field) && isLine(text),
  'set-issue': ({ field, text }) => HEAD_FIELDS.some((one) => one === field) && isLine(text),
  'add-picture': ({ at, src }) => isPlace(at) && isLine(src),
  'set-picture': ({ at, picture, focus, fit, caption }) =>
    isPlace(at) &&
    isCount(picture) &&
    (focus === undefined || (Array.isArray(focus) && focus.length === 2 && focus.every(isNumber))) &&
    (fit === undefined || FITS.includes(fit)) &&
    (caption === undefined || isLine(caption)),
}

function isAct(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { act } = value as Fields
  return isText(act) && Object.hasOwn(ACTS, act) && ACTS[act as OutlineAct['act']](value as Fields)
}

/** Takes a picture that was dropped: its bytes are the body, its name a header. */
export async function receivePicture(
  { place, readOnly }: Office,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (readOnly) return send(response, 403, null)
  if (request.headers['content-type'] !== 'application/octet-stream') return send(response, 415, null)
  const bytes = await wholeBody(request, MAX_IMAGE_BYTES)
  const dropped = await dropPicture(place, nameIn(request), bytes)
  sendJson(response, 'src' in dropped ? dropped : { reason: messageOf(dropped.reason) })
}

function nameIn({ headers }: IncomingMessage): string {
  try {
    return decodeURIComponent(String(headers['x-file-name'] ?? ''))
  } catch {
    return ''
  }
}
