import { hasErrors } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import { plainOf } from '../../issue/body/parse-inline.ts'
import type { Issue, Picture } from '../../issue/issue.ts'
import { isoDate } from '../../issue/language/dates.ts'
import { findIssue, type IssuePlace } from '../../project/find-issue.ts'
import { type Contributor, type PieceFacts, piecesOf } from '../../project/issue-facts.ts'
import { projectAt } from '../../project/issue-project.ts'
import { loadImage, loadIssue } from '../../project/load.ts'
import { diskFiles } from '../../project/project-files.ts'
import { counted } from '../../report/words.ts'
import type { Given } from '../command-table.ts'
import { machine } from '../machine.ts'
import { reportFailure, reportFaults } from '../report-runs.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'
import { textTable } from '../text-table.ts'

/** How many pictures are there, still to come, or cannot be used. */
interface PictureCount {
  readonly ready: number
  readonly awaited: number
  readonly broken: number
}

interface PieceStatus extends Omit<PieceFacts, 'pictures'> {
  readonly pictures: PictureCount
  readonly missing: readonly string[]
}

/** `jianbao status [ISSUE]`: what each article has and what it still wants. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const { value: place, diagnostics: missing } = findIssue(args[0], process.cwd())
  if (place === null) return reportFaults(terminal, missing)
  const { value, diagnostics } = loadIssue(projectAt(place), {
    encoding: options.encoding as string | undefined,
  })
  const { issue } = value
  if (issue === null || hasErrors(diagnostics)) {
    return reportFailure(terminal, { ...failedRun(place.issue, diagnostics), sources: value.sources })
  }
  const pieces: PieceStatus[] = []
  for (const piece of piecesOf(issue)) pieces.push(await statusOf(piece, place, terminal))
  if (terminal.format === 'json')
    terminal.result(`${JSON.stringify(jsonStatus(place, issue, pieces), null, 2)}\n`)
  else terminal.result(textStatus(terminal, place, issue, pieces))
  return 0
}

async function statusOf(piece: PieceFacts, place: IssuePlace, terminal: Terminal): Promise<PieceStatus> {
  const pictures = await countPictures(piece.pictures, place)
  return { ...piece, pictures, missing: missingOf(piece, pictures, terminal) }
}

async function countPictures(pictures: readonly Picture[], { root }: IssuePlace): Promise<PictureCount> {
  const from = { files: diskFiles(root), cacheFolder: machine().cacheFolder ?? null }
  const loaded = pictures.map(
    async ({ src, span }) => src !== null && (await loadImage(from, src, span)).value !== null,
  )
  const usable = await Promise.all(loaded)
  const awaited = pictures.filter((one) => one.src === null).length
  const ready = usable.filter(Boolean).length
  return { ready, awaited, broken: pictures.length - ready - awaited }
}

function missingOf(piece: PieceFacts, pictures: PictureCount, { words }: Terminal): readonly string[] {
  const article = piece.kind === 'article'
  const uncaptioned = piece.pictures.filter((one) => plainOf(one.caption) === '').length
  const undescribed = piece.pictures.filter((one) => one.alt === '' && plainOf(one.caption) === '').length
  const wants: readonly (readonly [boolean, string])[] = [
    [article && piece.characters === 0, words('正文', 'text')],
    [article && piece.credited.length === 0 && piece.creditText === '', words('供稿', 'credit')],
    [pictures.awaited > 0, words(`图片 ${pictures.awaited} 张`, counted(pictures.awaited, 'picture'))],
    [
      pictures.broken > 0,
      words(`图片 ${pictures.broken} 张不能用`, `${counted(pictures.broken, 'unusable picture')}`),
    ],
    [uncaptioned > 0, words(`图说 ${uncaptioned} 处`, counted(uncaptioned, 'caption'))],
    [undescribed > 0, words(`替代文字 ${undescribed} 处`, counted(undescribed, 'description'))],
  ]
  return wants.filter(([wanted]) => wanted).map(([, what]) => what)
}

function textStatus(
  terminal: Terminal,
  place: IssuePlace,
  issue: Issue,
  pieces: readonly PieceStatus[],
): string {
  const { words } = terminal
  const columns = [
    { title: words('栏目', 'Section') },
    { title: words('标题', 'Headline') },
    { title: words('字数', 'Characters'), align: 'right' },
    { title: words('图', 'Pictures'), align: 'right' },
    { title: words('供稿', 'Credit') },
    { title: words('还缺', 'Missing') },
  ] as const
  const rows = pieces.map((piece, at) => [
    piece.section === pieces[at - 1]?.section ? '' : piece.section,
    piece.title,
    String(piece.characters),
    pictureText(piece),
    piece.creditText === '' ? unitsText(piece.credited) : piece.creditText,
    piece.missing.join(words('、', ', ')),
  ])
  return `${heading(terminal, place, issue)}\n\n${textTable(columns, rows)}\n${total(terminal, pieces)}\n`
}

function heading({ words }: Terminal, place: IssuePlace, issue: Issue): string {
  const states = {
    draft: words('草稿', 'draft'),
    review: words('送审', 'in review'),
    final: words('定稿', 'final'),
  }
  return [
    issue.publication.name,
    issue.label,
    issue.dateText,
    states[issue.status],
    ...approvedBy({ words }, issue),
    shownFile(place.issue),
  ].join('　')
}

/** 签发：张某 2026-06-15. */
function approvedBy({ words }: Pick<Terminal, 'words'>, { approved }: Issue): readonly string[] {
  if (approved === null) return []
  const who = [approved.by, approved.on === null ? '' : isoDate(approved.on)].filter((one) => one !== '')
  return [words(`签发：${who.join(' ')}`, `approved: ${who.join(' ')}`)]
}

function pictureText({ pictures }: PieceStatus): string {
  const all = pictures.ready + pictures.awaited + pictures.broken
  return all === 0 ? '' : `${pictures.ready}/${all}`
}

function unitsText(credited: readonly Contributor[]): string {
  return credited.map(({ unit, people }) => [unit, people.join('、')].join(' ').trim()).join('；')
}

function total({ words }: Terminal, pieces: readonly PieceStatus[]): string {
  const articles = pieces.filter((one) => one.kind === 'article').length
  const briefs = pieces.length - articles
  const characters = pieces.reduce((sum, one) => sum + one.characters, 0)
  const ready = pieces.reduce((sum, one) => sum + one.pictures.ready, 0)
  const wanting = pieces.filter((one) => one.missing.length > 0).length
  return words(
    `共 ${articles} 篇文章、${briefs} 条简讯，${characters} 字，${ready} 张图；${wanting === 0 ? '没有缺项' : `${wanting} 篇还有缺项`}`,
    `${counted(articles, 'article')}, ${counted(briefs, 'brief')}, ${counted(characters, 'character')}, ${counted(ready, 'picture')}; ${wanting === 0 ? 'nothing is missing' : `${wanting} still want something`}`,
  )
}

function jsonStatus(place: IssuePlace, issue: Issue, pieces: readonly PieceStatus[]): object {
  return {
    issue: shownFile(place.issue),
    publication: issue.publication.name,
    label: issue.label,
    number: issue.number,
    total: issue.total,
    date: issue.date,
    status: issue.status,
    approved: issue.approved && {
      by: issue.approved.by,
      on: issue.approved.on && isoDate(issue.approved.on),
      hash: issue.approved.hash,
    },
    pieces: pieces.map(({ section, kind, title, characters, pictures, credited, creditText, missing }) => ({
      section,
      kind,
      title,
      characters,
      pictures,
      credited,
      creditText,
      missing,
    })),
  }
}
