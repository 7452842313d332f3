import { type Diagnostic, diagnostic } from '../base/diagnostic.ts'
import type { SourceText } from '../base/source.ts'
import type { Issue } from '../issue/issue.ts'
import type { Level, RuleId } from '../issue/language/rule-keys.ts'
import { checkedTexts } from './check-text.ts'
import { listCounts } from './counts.ts'
import { missingCredits } from './credits.ts'
import { dateRanges, impossibleDates, weekdays } from './dates.ts'
import type { CheckContext, CheckRule, Finding } from './finding.ts'
import { dashes, ellipses, halfWidthMarks, hyphens, titleEnds } from './marks.ts'
import { nameVariants } from './names.ts'
import { numbers } from './numbers.ts'
import { unpairedMarks } from './pairs.ts'
import { repeats } from './repeats.ts'
import { rosterChecks } from './roster.ts'
import { dictionaryWords, typos } from './words.ts'

/** The files that `check: { roster, dictionaries }` names, read by the loader. */
export interface CheckFiles {
  readonly roster?: SourceText | null
  readonly dictionaries?: readonly SourceText[]
}

const RULES: readonly CheckRule[] = [
  dateRanges,
  impossibleDates,
  weekdays,
  listCounts,
  halfWidthMarks,
  unpairedMarks,
  titleEnds,
  ellipses,
  dashes,
  hyphens,
  numbers,
  nameVariants,
  rosterChecks,
  dictionaryWords,
  typos,
  repeats,
  missingCredits,
]

/** Levels other than a finding's own, by profile: the press signs its pieces in other ways. */
const PROFILES: Readonly<Record<'official' | 'press', Partial<Record<RuleId, Level>>>> = {
  official: { 'date-range': 'error' },
  press: { 'date-range': 'error', 'credit-missing': 'off', 'title-end': 'info' },
}

/** More of one kind and the rest says nothing new. */
const MOST_PER_CODE = 100

/**
 * The proof checks (校对): what can be said of an issue's words without setting them. Takes a validated issue and
 * the files its `check:` names; gives findings in the order of the source, each at the level that the article's
 * `check:`, the publication's `check: { rules }` or its profile give it. Promises: nothing is changed; a
 * `replacement` is given only where there is one certain answer; time linear in the text.
 */
export function checkIssue(issue: Issue, files: CheckFiles = {}): readonly Diagnostic[] {
  const { profile } = issue.publication.check
  if (profile === 'off') return []
  const context: CheckContext = {
    issue,
    texts: checkedTexts(issue),
    roster: files.roster ?? null,
    dictionaries: files.dictionaries ?? [],
  }
  const counts = new Map<string, number>()
  return RULES.flatMap((rule) => rule(context))
    .flatMap((finding) => graded(finding, issue))
    .filter(({ code }) => {
      counts.set(code, (counts.get(code) ?? 0) + 1)
      return (counts.get(code) as number) <= MOST_PER_CODE
    })
    .sort(inOrder)
}

function graded(finding: Finding, issue: Issue): readonly Diagnostic[] {
  const { profile, rules } = issue.publication.check
  const level =
    finding.article?.checks[finding.rule] ??
    rules[finding.rule] ??
    (profile === 'off' ? 'off' : PROFILES[profile][finding.rule])
  if (level === 'off') return []
  const { code, span, values, replacement, related } = finding
  const one = diagnostic(code, span, values, {
    ...(replacement === undefined ? {} : { replacement }),
    ...(related === undefined ? {} : { related }),
  })
  return [level === undefined ? one : { ...one, severity: level }]
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  const first = a.span?.file ?? ''
  const second = b.span?.file ?? ''
  if (first !== second) return first < second ? -1 : 1
  return (a.span?.from ?? 0) - (b.span?.from ?? 0)
}
