import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Assets } from '../../src/assets/image.ts'
import { arrange } from '../../src/content/arrange.ts'
import type { Block } from '../../src/content/block.ts'
import { twoColumn } from '../../src/design/two-column.ts'
import type { Inline, Issue } from '../../src/issue/issue.ts'
import { pageText } from '../../src/page/blocks/page-text.ts'
import { compose } from '../../src/page/compose.ts'
import { apportioned, articleTexts } from '../../src/page/fit/changed-text.ts'
import { countToFit } from '../../src/page/fit/fit-count.ts'
import { charactersPerLine } from '../../src/page/fit/fit-report.ts'
import { findLayout } from '../../src/page/fit/found-layout.ts'
import { difference } from '../../src/page/fit/line-difference.ts'
import type { FitReport } from '../../src/page/fit/report.ts'
import { projectAt } from '../../src/project/issue-project.ts'
import { loadAssets, loadIssue } from '../../src/project/load.ts'
import { diskFiles } from '../../src/project/project-files.ts'
import { shape } from '../../src/text/shape.ts'
import { composed, figure, headline, lines, NO_WISHES, paragraph, shaped } from './blocks.ts'
import { fakeFonts } from './fake-fonts.ts'

/** A paragraph whose words are cut or added to as the report says. */
interface Words {
  readonly article: string
  readonly length: number
  /** Cuts so many characters from its end, or adds so many when negative. */
  change(by: number): void
}

/** An issue that can be set as it is and with other words. */
interface Subject {
  readonly name: string
  words(): { readonly paragraphs: Words[]; report(pages: number | null): FitReport }
}

/** Ways of doing what the report says: characters for each paragraph. */
const WAYS: Record<string, (paragraphs: readonly Words[], report: FitReport, count: number) => number[]> = {
  'in every paragraph': (paragraphs, _, count) =>
    apportioned(
      count,
      paragraphs.map((one) => one.length),
    ),
  'article by article as listed': (paragraphs, { articles }) => {
    const shares = new Map(articles.map(({ place, change }) => [`${place.section}/${place.article}`, change]))
    return paragraphs.map((one) => {
      const length = paragraphs
        .filter(({ article }) => article === one.article)
        .reduce((sum, { length }) => sum + length, 0)
      return Math.round((Math.abs(shares.get(one.article) ?? 0) * one.length) / length)
    })
  },
  'in the longest paragraphs': (paragraphs, _, count) => {
    const longest = [...paragraphs].sort((a, b) => b.length - a.length).slice(0, Math.ceil(count / 60))
    const parts = apportioned(
      count,
      longest.map((one) => one.length),
    )
    return paragraphs.map((one) => parts[longest.indexOf(one)] ?? 0)
  },
}

/** What the report says of each wish; every way does the same. */
const said = new Map<string, FitReport>()

function reportOf(subject: Subject, wanted: number): FitReport {
  const key = `${subject.name}/${wanted}`
  const report = said.get(key) ?? subject.words().report(wanted)
  said.set(key, report)
  return report
}

function pagesAfter(subject: Subject, wanted: number, way: string): number {
  const before = reportOf(subject, wanted)
  const { paragraphs, report } = subject.words()
  const cutting = before.charactersOver > 0
  const count = before.charactersOver + before.charactersUnder
  const changes = WAYS[way]?.(paragraphs, before, count) ?? []
  paragraphs.forEach((one, index) => {
    one.change((cutting ? 1 : -1) * (changes[index] ?? 0))
  })
  return report(null).pages
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

async function example(design = 'two-column'): Promise<Subject> {
  const folder = join(root, 'issues')
  const place = {
    root: folder,
    issue: join(folder, '2026-06.yaml'),
    publication: join(folder, 'publication.yaml'),
  }
  const loaded = loadIssue(projectAt(place), { sets: [{ key: 'design', value: design }] }).value
  const issue = loaded.issue as Issue
  const from = { files: diskFiles(folder), sources: loaded.sources, cacheFolder: null }
  const { assets } = (await loadAssets(issue, from)).value
  return { name: `example ${design}`, words: () => issueWords(structuredClone(issue), assets) }
}

function issueWords(issue: Issue, assets: Assets) {
  const paragraphs = issue.sections.flatMap((section, at) =>
    section.articles.flatMap((article, index) =>
      article.body.flatMap((block) =>
        block.kind === 'paragraph' ? [runsAsWords(`${at}/${index}`, block.text as Inline[])] : [],
      ),
    ),
  )
  const report = (pages: number | null) => {
    const design = issue.publication.design
    const { blocks, furniture } = arrange(issue, design, assets.images)
    const wishes = { ...NO_WISHES, pages: pages === null ? null : { count: pages } }
    const shaped = shape(blocks, assets.fonts, design.text).value
    return compose(shaped, { design, fonts: assets.fonts, furniture, wishes }).value.report
  }
  return { paragraphs, report }
}

const MORE = '为把各项工作落到实处，有关单位逐项对照、逐条整改，做到件件有着落、事事有回音。'

function runsAsWords(article: string, runs: Inline[]): Words {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0)
  const change = (by: number) => {
    let left = by
    for (let index = runs.length - 1; index >= 0 && left > 0; index--) {
      const run = runs[index] as Inline
      const kept = Math.max(index === 0 ? 10 : 0, run.text.length - left)
      left -= run.text.length - kept
      runs[index] = { ...run, text: run.text.slice(0, kept) }
    }
    const last = runs[runs.length - 1] as Inline
    const more = MORE.repeat(Math.ceil(Math.max(0, -by) / MORE.length)).slice(0, Math.max(0, -by))
    runs[runs.length - 1] = { ...last, text: last.text + more }
  }
  return { article, length, change }
}

/** Articles of uneven paragraphs with pictures and sub-headings, set in a fake font. */
const generated: Subject = {
  name: 'generated',
  words: () => {
    const paragraphs: (Words & { block(): Block })[] = []
    const text = (article: number, count: number) => {
      let length = count
      const place = { section: 0, article }
      const change = (by: number) => {
        length -= by
      }
      const block = () => paragraph('国'.repeat(length), { place })
      const one = { article: `0/${article}`, length, change, block }
      paragraphs.push(one)
      return one.block
    }
    const articles = Array.from({ length: 11 }, (_, at) => [
      () => headline(`标题${at}`, { place: { section: 0, article: at } }),
      ...[130, 95, 210, 60, 171].map((count) => text(at, count + ((at * 37) % 53))),
      ...(at % 3 === 0 ? [() => figure({ place: { section: 0, article: at } })] : []),
      ...[240, 77, 150].map((count) => text(at, count + ((at * 29) % 71))),
    ]).flat()
    const report = (pages: number | null) =>
      composed(
        articles.map((block) => block()),
        { ...NO_WISHES, pages: pages === null ? null : { count: pages } },
      ).value.report
    return { paragraphs, report }
  },
}

describe.each(Object.keys(WAYS))('what the report says, done %s', (way) => {
  test.each([
    ['the example', () => example()],
    ['a generated issue', async () => generated],
  ])('makes the pages of %s come out', async (_, subjectOf) => {
    const subject = await subjectOf()
    const natural = subject.words().report(null).pages
    expect(pagesAfter(subject, natural - 1, way)).toBe(natural - 1)
    expect(pagesAfter(subject, natural + 1, way)).toBe(natural + 1)
  })
})

describe.each(['in every paragraph', 'article by article as listed'])('of one column too, %s', (way) => {
  test.each([-2, -1, 1, 2])('%d pages', async (by) => {
    const subject = await example('classic')
    const natural = subject.words().report(null).pages
    expect(pagesAfter(subject, natural + by, way)).toBe(natural + by)
  })
})

describe('the counts', () => {
  test('are in tens, and each article has its part', () => {
    const { report } = generated.words()
    const { charactersOver, linesOver, articles } = report(report(null).pages - 1)
    expect([charactersOver % 10, linesOver]).toEqual([0, Math.ceil(charactersOver / 22)])
    expect(articles.reduce((sum, one) => sum + one.change, 0)).toBe(charactersOver)
    expect(articles.every((one) => one.change % 10 === 0)).toBe(true)
  })

  test('ask nothing of a brief that would change by less than a line', () => {
    const long = (article: number) => [
      headline('长稿', { place: { section: 0, article } }),
      ...[40, 30].map((count) => lines(count, { place: { section: 0, article } })),
    ]
    const brief = lines(1, { role: 'brief', place: { section: 1, article: 0 } })
    const blocks = [...long(0), ...long(1), brief]
    const { articles, charactersUnder } = composed(blocks, { ...NO_WISHES, pages: { count: 3 } }).value.report
    expect(charactersUnder).toBeGreaterThan(0)
    expect(articles.map((one) => one.change < 0)).toEqual([true, true, false])
  })
})

test('of a long issue, of which few layouts are tried, room is told all the same', () => {
  const blocks = shaped([headline('标题'), ...Array.from({ length: 40 }, () => lines(9))])
  const text = pageText(twoColumn, fakeFonts, null)
  const copy = { blocks, design: twoColumn, pageText: text }
  const found = findLayout(copy)
  const perLine = charactersPerLine(found)
  const wanted = found.layout.pages + 1
  const row = perLine * twoColumn.page.columns
  const task = {
    copy,
    found,
    articles: articleTexts(blocks, true),
    wanted,
    cutting: false,
    row,
    perLine,
    page: row * twoColumn.grid.lines,
  }
  const seen = difference(found, wanted).under * perLine
  const many = countToFit({ ...task, guess: seen })
  expect(many).toBeGreaterThan(task.page / 2)
  // What is seen is too much; with no trial left, and with few, there is a count that is near that of many.
  for (const [guess, trials] of [
    [seen * 1.05, 1],
    [seen * 1.05, 4],
  ] as const) {
    const few = countToFit({ ...task, guess }, trials)
    expect(Math.abs(few - many)).toBeLessThan(task.page / 3)
    expect(few).toBeGreaterThan(task.page / 2)
  }
})
