import { join } from 'node:path'
import { checkFallbacks, checkFamily } from '../assets/check-family.ts'
import type { FontLibrary } from '../assets/font.ts'
import type { UserFont } from '../assets/font-library.ts'
import type { Assets, ImageAsset } from '../assets/image.ts'
import { type FileKind, pictureKindOf } from '../assets/picture-kind.ts'
import { MAX_IMAGE_BYTES, readImage, tooMuchMemory } from '../assets/read-image.ts'
import type { ResourceRules } from '../assets/resource.ts'
import { type FontFile, MAX_FONT_BYTES } from '../assets/user-font.ts'
import { type Diagnostic, diagnostic, type Outcome, refused } from '../base/diagnostic.ts'
import type { SourceText, Span } from '../base/source.ts'
import { picturesOf, sealsOf } from '../issue/files-of.ts'
import type { Issue } from '../issue/issue.ts'
import type { IssueSources } from '../issue/issue-sources.ts'
import { readIssue } from '../issue/read-issue.ts'
import { mayNeedShaping } from '../text/complex-scripts.ts'
import { type AssetMemory, keptFile, keptLibrary, keptPicture, turnAssets } from './asset-memory.ts'
import { checkLock, LOCK_FILE } from './font-lock.ts'
import type { IssueProject } from './issue-project.ts'
import { keepPicture, knownPicture, type PicturePlace } from './known-pictures.ts'
import { moreFonts } from './more-fonts.ts'
import { packageFolder } from './package-folder.ts'
import type { ProjectFiles } from './project-files.ts'
import { readSource, shownIn } from './read-source.ts'

export interface LoadOptions {
  /** `--set key=value`, in order. */
  readonly sets?: readonly { readonly key: string; readonly value: string }[] | undefined
  readonly encoding?: string | undefined
  /** Texts to read in place of files, by project path. */
  readonly instead?: ReadonlyMap<string, SourceText> | undefined
}

/** An issue read and everything it was read from. */
export interface Loaded {
  /** null exactly when there are errors that keep it from being read. */
  readonly issue: Issue | null
  /** By the file names that spans use. */
  readonly sources: ReadonlyMap<string, SourceText>
  /** Every file asked for, there or not, by project path. */
  readonly inputs: readonly string[]
}

/** Reads an issue with its publication and articles; by `readOne`, which may know the state before. */
export function loadIssue(
  project: IssueProject,
  options: LoadOptions = {},
  readOne: (sources: IssueSources) => Outcome<Issue | null> = readIssue,
): Outcome<Loaded> {
  const sources = new Map<string, SourceText>()
  const inputs: string[] = []
  const diagnostics: Diagnostic[] = []
  const read = (file: string, span: Span | null): Outcome<SourceText | null> => {
    inputs.push(file)
    const known = options.instead?.get(file)
    const outcome =
      known === undefined
        ? readSource(project.files, file, span, options.encoding)
        : { value: known, diagnostics: [] }
    if (outcome.value) sources.set(file, outcome.value)
    return outcome
  }
  const kept = (path: string): SourceText | null => {
    const outcome = read(path, null)
    diagnostics.push(...outcome.diagnostics)
    return outcome.value
  }
  const issue = kept(project.issue)
  const publication = issue === null || project.publication === null ? null : kept(project.publication)
  if (issue === null || (project.publication !== null && publication === null)) {
    return { value: { issue: null, sources, inputs }, diagnostics }
  }
  const outcome = readOne({
    publication,
    issue,
    others: project.others(),
    article: (file, span) => {
      const outcome = read(file, span)
      return { ...outcome, diagnostics: outcome.diagnostics }
    },
    sets: options.sets ?? [],
  })
  return {
    value: { issue: outcome.value, sources, inputs },
    diagnostics: [...diagnostics, ...outcome.diagnostics],
  }
}

/** Fonts and pictures with the files they were looked for in. */
export interface LoadedAssets {
  readonly assets: Assets
  /** Pictures without a file, as the issue names them. */
  readonly absent: ReadonlySet<string>
  /** By project path. */
  readonly inputs: readonly string[]
}

/** Where an issue's fonts and pictures come from. */
export interface AssetSources {
  readonly files: ProjectFiles
  /** The texts that name them, by project path. */
  readonly sources: ReadonlyMap<string, SourceText>
  /** Where converted pictures are kept; null for nowhere. */
  readonly cacheFolder: string | null
  /** The fonts and pictures that were opened last; nothing when absent. */
  readonly memory?: AssetMemory | null
  /** Whether bytes of pictures that the cache folder knows by their files' stamps are read only when they are wanted. */
  readonly picturesLater?: boolean | undefined
}

/** Opens the fonts and pictures an issue names. A picture that cannot be used is reported and left out. */
export async function loadAssets(issue: Issue, from: AssetSources): Promise<Outcome<LoadedAssets>> {
  const diagnostics: Diagnostic[] = []
  const images = new Map<string, ImageAsset>()
  const absent = new Set<string>()
  if (from.memory) turnAssets(from.memory)
  await from.files.bring?.([...assetFiles(issue), LOCK_FILE])
  const tried = new Set<string>()
  for (const { src, span, keys } of pictureFiles(issue)) {
    if (tried.has(src)) continue
    tried.add(src)
    const { value, diagnostics: found } = await keptImage(from, src, span)
    diagnostics.push(...(keys === undefined ? found : found.map((one) => ({ ...one, keys }))))
    if (value) images.set(src, value)
    if (found.some(({ code }) => code.startsWith('E-MISSING'))) absent.add(src)
  }
  const fonts = await loadFonts(issue, from)
  diagnostics.push(...fonts.diagnostics)
  const assets = {
    fonts: fonts.value,
    images,
    ...(await hyphenation(issue)),
    ...(await outlines(issue, from)),
    ...(await codes(issue)),
  }
  return { value: { assets, absent, inputs: assetFiles(issue) }, diagnostics }
}

/** What was said of an issue's text and of its files: of a picture that is not there, nothing but that. */
export function saidOfBoth(
  text: readonly Diagnostic[],
  { value: { absent }, diagnostics }: Outcome<LoadedAssets>,
): readonly Diagnostic[] {
  const isOfAbsent = ({ code, values }: Diagnostic) => code === 'W-ALT' && absent.has(String(values.src))
  return [...text.filter((one) => !isOfAbsent(one)), ...diagnostics]
}

/** The pictures and fonts that an issue names, by project path, each once. */
function assetFiles(issue: Issue): readonly string[] {
  const fonts = Object.values(issue.publication.fonts)
  const named = fonts.flatMap(({ file, bold }) => [file ?? [], bold?.file ?? []].flat())
  return [...new Set([...pictureFiles(issue).map((one) => one.src), ...named])]
}

async function hyphenation(issue: Issue): Promise<Pick<Assets, 'hyphenate'>> {
  if (!issue.publication.design.text.hyphenation) return {}
  const { loadHyphenation } = await import('../assets/hyphenation.ts')
  return { hyphenate: await loadHyphenation() }
}

async function codes(issue: Issue): Promise<Pick<Assets, 'codes'>> {
  const own = issue.publication.colophon?.code ?? []
  const texts = new Set([...picturesOf(issue).flatMap(({ code }) => code ?? []), ...[own].flat()])
  if (texts.size === 0) return {}
  const { qrCode } = await import('../assets/qr-code.ts')
  return { codes: new Map([...texts].map((text) => [text, qrCode(text)])) }
}

/** For what is drawn and not set: a watermark, and 拼音 over characters, that are marked `[字]{…}`. */
async function outlines(issue: Issue, { sources }: AssetSources): Promise<Pick<Assets, 'outlines'>> {
  const mayBeRead = () => [...sources.values()].some(({ text }) => text.includes(']{'))
  if (issue.watermark === null && !mayBeRead()) return {}
  const { glyphPaths } = await import('../assets/glyph-paths.ts')
  return { outlines: glyphPaths }
}

/** A file of the project; what is said of a path counts from the file that names it. */
export function readNamed(
  files: ProjectFiles,
  path: string,
  rules: ResourceRules,
): Outcome<Uint8Array | null> {
  return files.read(path, { ...rules, shown: shownIn(rules.span) })
}

/** One picture, read and measured; of another format than JPEG and PNG it is converted where that can be. */
export async function loadImage(
  from: Omit<AssetSources, 'sources'>,
  src: string,
  span: Span,
): Promise<Outcome<ImageAsset | null>> {
  const { files, cacheFolder } = from
  const place = knownPlace(from, src)
  const known = place && knownPicture(place)
  if (known) return { value: known, diagnostics: [] }
  const read = readNamed(files, src, { limit: MAX_IMAGE_BYTES, span })
  if (read.value === null) return { value: null, diagnostics: read.diagnostics }
  const other = CONVERTED.includes(pictureKindOf(read.value))
    ? await convertedImage(src, read.value, span, cacheFolder)
    : null
  const image = other ?? readImage(src, read.value, span)
  const diagnostics = [...read.diagnostics, ...image.diagnostics]
  if (place && image.value && other === null && diagnostics.length === 0) keepPicture(place, image.value)
  return { value: image.value, diagnostics }
}

/** Null where nothing is kept of pictures, or a file may yet change unseen. */
function knownPlace(
  { files, cacheFolder, picturesLater = false }: Omit<AssetSources, 'sources'>,
  path: string,
): PicturePlace | null {
  const stamp = picturesLater && cacheFolder !== null ? files.stamp(path) : null
  return stamp === null || cacheFolder === null ? null : { files, cacheFolder, path, stamp }
}

/** The picture as it was read last, where its bytes are the same: it is not measured again. */
function keptImage(from: AssetSources, src: string, span: Span): Promise<Outcome<ImageAsset | null>> {
  const { memory = null } = from
  const load = () => loadImage(from, src, span)
  return memory === null ? load() : keptPicture(memory, from.files, src, load)
}

/** Formats that are made into JPEG or PNG. */
const CONVERTED: readonly FileKind[] = ['WebP', 'TIFF', 'AVIF', 'HEIC', 'GIF']

/** null when this machine cannot decode it: then it is refused in words. */
async function convertedImage(
  src: string,
  bytes: Uint8Array,
  span: Span,
  cacheFolder: string | null,
): Promise<Outcome<ImageAsset | null> | null> {
  const { convertPicture } = await import('../products/convert-picture.ts')
  const converted = await convertPicture(bytes, cacheFolder)
  if (converted === null || (converted === 'cut' && pictureKindOf(bytes) === 'HEIC')) return null
  if (converted === 'cut') return refused(diagnostic('E-IMAGE-CUT', span, { file: src }))
  if (!('bytes' in converted)) return refused(tooMuchMemory(src, converted, converted.memory, span))
  const image = readImage(src, converted.bytes, span)
  // Its name speaks of what it was, which is right.
  return { ...image, diagnostics: image.diagnostics.filter((one) => one.code !== 'I-IMAGE-NAME') }
}

interface PictureFile {
  readonly src: string
  readonly span: Span
  /** The setting that names it. */
  readonly keys?: readonly string[]
}

function pictureFiles(issue: Issue): readonly PictureFile[] {
  const { masthead, span } = issue.publication
  const own = (['image', 'logo'] as const).flatMap((name) => {
    const src = masthead[name]
    return src === null ? [] : [{ src, span, keys: [`publication.masthead.${name}`] }]
  })
  const pictures = [...picturesOf(issue), ...sealsOf(issue)]
  return [...own, ...pictures.flatMap(({ src, span }) => (src === null ? [] : [{ src, span }]))]
}

/** The built-in fonts and the publication's own; a family that nobody knows is reported where it is named. */
async function loadFonts(issue: Issue, from: AssetSources): Promise<Outcome<FontLibrary>> {
  const { files, sources, memory = null } = from
  const diagnostics: Diagnostic[] = []
  const families: Record<string, UserFont> = {}
  const fallbacks: Record<string, readonly string[]> = {}
  for (const [name, { file, bold, ...font }] of Object.entries(issue.publication.fonts)) {
    const bolder = bold === null ? null : fontFile(from, bold.file, bold.span)
    diagnostics.push(...(bolder?.diagnostics ?? []))
    if (file === null) {
      diagnostics.push(...checkFallbacks(name, font.fallback, font.span))
      fallbacks[name] = font.fallback
      continue
    }
    const read = fontFile(from, file, font.span)
    diagnostics.push(...read.diagnostics)
    if (read.value) families[name] = { ...font, ...read.value, bold: bolder?.value ?? null }
  }
  const own = Object.keys(issue.publication.fonts).filter((name) => !Object.hasOwn(fallbacks, name))
  const used = familiesUsed(issue)
  for (const family of used) {
    diagnostics.push(...checkFamily(family, own, familySpan(family, issue.publication.span, sources)))
  }
  const { language } = issue.publication
  const directory = join(packageFolder, 'fonts')
  const shapes = [...sources.values()].some(({ text }) => mayNeedShaping(text))
  const given = { directory, more: moreFonts(), families, fallbacks, language, shapes }
  const library = await keptLibrary(given, memory)
  const changed = checkLock(files, used, library.value)
  return { value: library.value, diagnostics: [...diagnostics, ...library.diagnostics, ...changed] }
}

function fontFile({ files, memory }: AssetSources, file: string, span: Span): Outcome<FontFile | null> {
  const read = () => readNamed(files, file, { limit: MAX_FONT_BYTES, span })
  const { value, diagnostics } = memory ? keptFile(memory, files, file, read) : read()
  return { value: value && { file, span, bytes: value }, diagnostics }
}

/** The families that an issue's design and its own fonts name, each once, in a fixed order. */
export function familiesUsed(issue: Issue): readonly string[] {
  const { design } = issue.publication
  const named = Object.values(design.type).map((style) => style.family)
  const fallbacks = Object.values(issue.publication.fonts).flatMap((font) => font.fallback)
  return [...new Set([...named, ...(design.text.latin === null ? [] : [design.text.latin]), ...fallbacks])]
}

/** Where a family is named in the settings. */
function familySpan(
  family: string,
  publication: Span,
  sources: ReadonlyMap<string, SourceText>,
): Span | null {
  for (const source of [sources.get(publication.file), ...sources.values()]) {
    const at = source && /\.ya?ml$/.test(source.file) ? namedAt(source.text, family) : -1
    if (source && at >= 0) return { file: source.file, from: at, to: at + family.length }
  }
  return null
}

function namedAt(text: string, family: string): number {
  for (let at = text.indexOf(family); at >= 0; at = text.indexOf(family, at + 1)) {
    const before = text.slice(text.lastIndexOf('\n', at) + 1, at)
    if (/(?:font|latin|fallback|字体|西文|后备)["']?[ \t]*:[^#]*$/.test(before)) return at
  }
  return -1
}
