import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pictureKindOf } from '../assets/picture-kind.ts'
import { readResource } from '../assets/resource.ts'
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import { importLimits } from '../importers/container/limits.ts'
import type { ContributedPicture, Contribution } from '../importers/contribution.ts'
import { type Incoming, type Intake, type IntakeText, isOfSystem } from '../importers/intake.ts'
import { matchPictures } from '../importers/placing/match-pictures.ts'
import type { ImportPlan } from '../importers/placing/plan.ts'
import type { ImportFinding } from '../importers/report/finding.ts'
import type { IssuePlace } from '../project/find-issue.ts'
import { shownPath } from '../project/read-source.ts'
import { writeNewFiles } from '../project/write-new-file.ts'
import { writeTexts } from '../project/write-texts.ts'
import { shownFile } from './shown-file.ts'

interface Gathered {
  readonly files: readonly Incoming[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Folders inside each other that are looked into. */
const DEEPEST = 8

/** The files named, and those in folders named, by name; links in folders lead nowhere. */
export function gatherFiles(named: readonly string[], cwd: string): Gathered {
  const files: Incoming[] = []
  const diagnostics: Diagnostic[] = []
  for (const one of named) {
    const path = resolve(cwd, one)
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    const found = isFolder ? filesIn(path, DEEPEST) : [path]
    if (found.length === 0) diagnostics.push(diagnostic('E-IMPORT-NOTHING', null, { file: shownFile(path) }))
    if (found.length > importLimits.files) {
      const values = { file: shownFile(path), whatZh: '文件数', whatEn: 'files', limit: importLimits.files }
      diagnostics.push(diagnostic('E-IMPORT-LIMIT', null, values))
      continue
    }
    for (const file of found) {
      const { value, diagnostics: faults } = readResource(dirname(file), basename(file), {
        limit: importLimits.packed,
        span: null,
      })
      const shown = isFolder ? shownBeside(path, file) : basename(file)
      diagnostics.push(
        ...faults.map((fault) => ({
          ...fault,
          values: { ...fault.values, file: isFolder ? shown : shownFile(file) },
        })),
      )
      if (value !== null) files.push({ path: shown, bytes: value, group: '', sender: '' })
    }
  }
  return { files, diagnostics }
}

/** From the folder that was named, so that its own name counts too. */
function shownBeside(folder: string, file: string): string {
  return `${basename(folder)}${file.slice(folder.length)}`.split('\\').join('/')
}

function filesIn(folder: string, depth: number): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return depth > 0 && !isOfSystem(entry.name) ? filesIn(path, depth - 1) : []
    return entry.isFile() && !isOfSystem(entry.name) ? [path] : []
  })
}

/** Whether a project path is there already. */
export function isTakenBeside(root: string): (path: string) => boolean {
  return (path) => existsSync(join(root, path))
}

/** Gives pictures to their articles and brings them into a form that can be set: cropped as they were, WebP, TIFF and GIF as PNG or JPEG. */
export async function prepareImported(intake: Intake): Promise<Intake> {
  const texts: IntakeText[] = []
  const matched = matchPictures(intake)
  for (const text of matched.texts) {
    if (!('articles' in text.content)) texts.push(text)
    else {
      const articles: Contribution[] = []
      for (const article of text.content.articles) articles.push(await withPrepared(article))
      texts.push({ ...text, content: { ...text.content, articles } })
    }
  }
  return { ...intake, texts, pictures: matched.alone }
}

async function withPrepared(article: Contribution): Promise<Contribution> {
  const pictures: ContributedPicture[] = []
  const findings: ImportFinding[] = []
  for (const picture of article.pictures) {
    const { made, finding } = await prepared(picture)
    pictures.push(made)
    if (finding) findings.push(finding)
  }
  return { ...article, pictures, findings: [...article.findings, ...findings] }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  JPEG: 'jpg',
  PNG: 'png',
  WebP: 'webp',
  TIFF: 'tif',
  GIF: 'gif',
  HEIC: 'heic',
  AVIF: 'avif',
  BMP: 'bmp',
  EMF: 'emf',
  WMF: 'wmf',
  SVG: 'svg',
}

interface Prepared {
  readonly made: ContributedPicture
  readonly finding: ImportFinding | null
}

async function prepared(picture: ContributedPicture): Promise<Prepared> {
  const { file, crop } = picture
  if (file === null) return { made: picture, finding: null }
  const kind = pictureKindOf(file.bytes)
  const name = file.name
  const extension = EXTENSIONS[kind] ?? (/\.([a-z0-9]+)$/i.exec(name)?.[1] ?? 'bin').toLowerCase()
  const stem = name.replace(/\.[a-z0-9]+$/i, '')
  const own =
    /\.(?:jpe?g|png)$/i.test(name) && (kind === 'JPEG' || kind === 'PNG')
      ? file
      : { ...file, name: `${stem}.${extension}` }
  const isSettable = kind === 'JPEG' || kind === 'PNG'
  if (isSettable && crop === null)
    return { made: { ...picture, file: file.name === own.name ? file : own }, finding: null }
  if (kind === 'HEIC')
    return { made: { ...picture, file: own }, finding: { kind: 'picture-heic', text: '', values: { name } } }
  const bytes =
    isSettable || /^(?:WebP|TIFF|GIF|AVIF)$/.test(kind)
      ? await redone(file.bytes, crop, kind === 'JPEG')
      : null
  if (bytes === null) {
    const finding: ImportFinding = isSettable
      ? { kind: 'picture-uncropped', text: '', values: { name } }
      : { kind: 'picture-kind', text: '', values: { name, kind } }
    return { made: { ...picture, file: own }, finding }
  }
  const to = kind === 'JPEG' ? 'jpg' : 'png'
  const finding: ImportFinding = isSettable
    ? { kind: 'picture-cropped', text: '', values: { name } }
    : { kind: 'picture-converted', text: '', values: { name, kind, to: 'PNG' } }
  return { made: { ...picture, crop: null, file: { name: `${stem}.${to}`, bytes } }, finding }
}

/** Cropped in the picture's upright position, and written again; null where the library cannot. */
async function redone(
  bytes: Uint8Array,
  crop: ContributedPicture['crop'],
  jpeg: boolean,
): Promise<Uint8Array | null> {
  try {
    const { default: sharp } = await import('sharp')
    const upright = sharp(bytes, { limitInputPixels: 100_000_000, failOn: 'error' }).rotate()
    const { data, info } = await upright.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
    const [left, top, right, bottom] = crop ?? [0, 0, 0, 0]
    const area = {
      left: Math.round(info.width * left),
      top: Math.round(info.height * top),
      width: Math.max(1, Math.round(info.width * (1 - left - right))),
      height: Math.max(1, Math.round(info.height * (1 - top - bottom))),
    }
    const cut = sharp(data).extract(area)
    return new Uint8Array(await (jpeg ? cut.jpeg({ quality: 92 }) : cut.png()).toBuffer())
  } catch {
    return null
  }
}

interface Writing {
  readonly place: IssuePlace
  readonly plan: ImportPlan
  /** The issue's new text, and the one that it was made from. */
  readonly issue: { readonly text: string; readonly before: string }
  readonly page: string
}

/** Writes articles and pictures, then the report, and the issue last: what it names is there. All of it or nothing. */
export async function writeImported({ place, plan, issue, page }: Writing): Promise<readonly Diagnostic[]> {
  const rules = { within: place.root, cwd: process.cwd() }
  const files = [...plan.written, { path: plan.report, content: page }]
  return writeNewFiles(
    files.map(({ path, content }) => ({ path: join(place.root, path), text: content })),
    rules.within,
    rules.cwd,
    () => writeTexts(place.root, [{ path: shownPath(place.root, place.issue), ...issue }], rules.cwd),
  )
}
