import { plainOf } from '../issue/body/parse-inline.ts'
import { titleLine } from '../issue/body/run-on.ts'
import type { Article, BodyBlock, Brief, Credit, InlineText, Issue, Picture } from '../issue/issue.ts'
import { countCharacters } from './count-characters.ts'

/** A unit that is credited, with its people. */
export interface Contributor {
  readonly unit: string
  readonly people: readonly string[]
}

/** What can be counted of an article or a brief (稿件). */
export interface PieceFacts {
  readonly section: string
  readonly kind: 'article' | 'brief'
  /** A brief's first words. */
  readonly title: string
  readonly characters: number
  readonly pictures: readonly Picture[]
  readonly credited: readonly Contributor[]
  /** The credit where it is a text as typed, not units; '' otherwise. */
  readonly creditText: string
}

const TITLE_OF_BRIEF = 16

/** Every article and brief of an issue in reading order. */
export function piecesOf(issue: Issue): readonly PieceFacts[] {
  return issue.sections.flatMap((section) => [
    ...section.articles.map((one) => articleFacts(section.name, one)),
    ...section.briefs.map((one) => briefFacts(section.name, one)),
  ])
}

function articleFacts(section: string, article: Article): PieceFacts {
  return {
    section,
    kind: 'article',
    title: titleLine(article),
    characters: article.body.reduce((sum, block) => sum + countCharacters(blockWords(block)), 0),
    pictures: article.pictures.flatMap((group) => group.row),
    credited: contributors(article.credit),
    creditText: article.credit?.text ?? '',
  }
}

function briefFacts(section: string, brief: Brief): PieceFacts {
  const text = plainOf(brief.text)
  const [...characters] = text
  const title = characters.length > TITLE_OF_BRIEF ? `${characters.slice(0, TITLE_OF_BRIEF).join('')}…` : text
  return {
    section,
    kind: 'brief',
    title,
    characters: countCharacters(text),
    pictures: [],
    credited: contributors(brief.credit),
    creditText: brief.credit?.text ?? '',
  }
}

/** A body block's words without marks. */
export function blockWords(block: BodyBlock): string {
  const joined = (texts: readonly InlineText[]) => texts.map(plainOf).join('\n')
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
    case 'footnote':
      return plainOf(block.text)
    case 'list':
      return joined(block.items)
    case 'quotation':
      return joined(block.paragraphs)
    case 'table':
      return joined([
        ...(block.caption ? [block.caption] : []),
        ...(block.unit ? [block.unit] : []),
        ...[block.header, ...block.rows].flat().map((cell) => cell.text),
        ...(block.notes ?? []),
      ])
    default:
      return ''
  }
}

/** Units with their people; a credit given as a text names none that could be counted. */
function contributors(credit: Credit | null): readonly Contributor[] {
  return credit?.units.map(({ name, people }) => ({ unit: name, people })) ?? []
}
