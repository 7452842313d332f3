import type { SourceText } from '../base/source.ts'
import type { CheckText } from './check-text.ts'
import { type CheckRule, type Finding, findingAt } from './finding.ts'
import { titleBefore } from './people.ts'

/** One line of the roster; its place in the file is the person's rank. */
export interface RosterEntry {
  readonly name: string
  readonly title: string
}

/** 名录: a line each, name and title parted by a comma, a tab, a colon or a blank; `#` begins a comment. */
export function rosterOf(roster: SourceText | null): readonly RosterEntry[] {
  if (roster === null) return []
  return roster.text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const match = /^\s*([^\s,，:：\t#]{2,12})(?:\s*[,，:：\t]\s*|\s+|$)(.*)$/.exec(line.replace(/#.*$/, ''))
      return match ? [{ name: match[1] as string, title: (match[2] ?? '').trim() }] : []
    })
}

/** Titles and the order of names as the roster has them. */
export const rosterChecks: CheckRule = ({ texts, roster }) => {
  const entries = rosterOf(roster)
  if (entries.length === 0) return []
  return texts.all.flatMap((text) => {
    const mentions = mentionsIn(text.text, entries)
    return [...mentions.flatMap((one) => titleFinding(text, one)), ...orderFindings(text, mentions)]
  })
}

interface Mention {
  readonly entry: RosterEntry
  readonly rank: number
  readonly at: number
}

function mentionsIn(text: string, entries: readonly RosterEntry[]): readonly Mention[] {
  const found: Mention[] = []
  entries.forEach((entry, rank) => {
    for (let at = text.indexOf(entry.name); at >= 0; at = text.indexOf(entry.name, at + entry.name.length)) {
      found.push({ entry, rank, at })
    }
  })
  return found.sort((a, b) => a.at - b.at)
}

/** A title right before the name that is none of the roster's. */
function titleFinding(text: CheckText, { entry, at }: Mention): readonly Finding[] {
  const written = titleBefore(text.text, at)
  if (written === '' || entry.title === '' || holds(entry.title, written)) return []
  const values = { found: `${written}${entry.name}`, right: entry.title }
  const range = [at - written.length, at + entry.name.length] as const
  return [findingAt(text, range, { rule: 'roster', code: 'W-ROSTER-TITLE', values })]
}

/** Whether one of the roster's titles ends so; 总经理 is not the end of 副总经理. */
function holds(title: string, written: string): boolean {
  return title.split(/[、，,；;/\s]+/).some((one) => {
    if (!one.endsWith(written)) return false
    return written.startsWith('副') || one[one.length - written.length - 1] !== '副'
  })
}

/** People listed side by side, in another order than the roster's. */
function orderFindings(text: CheckText, mentions: readonly Mention[]): readonly Finding[] {
  return mentions.flatMap((one, index) => {
    const before = mentions[index - 1]
    if (!before || one.rank > before.rank || one.entry === before.entry) return []
    const between = text.text.slice(before.at + before.entry.name.length, one.at)
    if (!/^[、，]/.test(between) || /[。！？；]/.test(between)) return []
    // What stands between two names of one list is the second one's title.
    if (between.length > 30 || /(?:出席|参加|陪同|主持|表示|指出|强调|赴|带队)/.test(between)) return []
    const values = { found: one.entry.name, before: before.entry.name }
    const range = [one.at, one.at + one.entry.name.length] as const
    return [findingAt(text, range, { rule: 'roster', code: 'W-ROSTER-ORDER', values })]
  })
}
