/** One run of a paragraph of the Word copy. */
interface Run {
  readonly looks: string
  readonly text: string
}

/** One paragraph of the Word copy: what stands before its runs, and them; `link` runs are left as they are. */
export interface Sheet {
  readonly from: number
  readonly to: number
  readonly mark: string
  readonly head: string
  readonly runs: readonly Run[]
  readonly text: string
}

/** Whole numbers below a bound, the same in every run. */
export type Chance = (below: number) => number

const RUN = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g

/** The marked paragraphs of a document.xml. */
export function sheetsOf(xml: string): readonly Sheet[] {
  return [...xml.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)].flatMap((match) => {
    const [whole] = match
    const mark = /w:name="(jb_[^"]*)"/.exec(whole)?.[1]
    if (mark === undefined) return []
    const runs = [...whole.matchAll(RUN)].map(([, looks = '', text = '']) => ({ looks, text }))
    const head = /^<w:p><w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>/.exec(whole)?.[0] ?? ''
    const text = runs.map((one) => one.text).join('')
    return [{ from: match.index, to: match.index + whole.length, mark, head, runs, text }]
  })
}

export interface By {
  readonly name: string
  /** Of each change its own. */
  readonly date: string
}

const by = ({ name, date }: By) => `w:id="9" w:author="${name}" w:date="${date}"`
const shown = (text: string, looks = '', tag = 'w:t') =>
  text === '' ? '' : `<w:r>${looks}<${tag} xml:space="preserve">${text}</${tag}></w:r>`
export const came = (text: string, who: By, looks = '') =>
  text === '' ? '' : `<w:ins ${by(who)}>${shown(text, looks)}</w:ins>`
export const gone = (text: string, who: By, looks = '') =>
  text === '' ? '' : `<w:del ${by(who)}>${shown(text, looks, 'w:delText')}</w:del>`

/** A paragraph's runs with what a reviewer did from one character to another. */
export function edited(
  { runs }: Sheet,
  [from, to]: readonly [number, number],
  deleted: (text: string, looks: string) => string,
  added: (looks: string) => string,
): string {
  let at = 0
  let put = false
  const parts = runs.map(({ looks, text }, index) => {
    const start = at
    at += text.length
    const a = Math.min(Math.max(from - start, 0), text.length)
    const b = Math.min(Math.max(to - start, 0), text.length)
    const here = !put && (to <= at || index === runs.length - 1)
    if (here) put = true
    return (
      shown(text.slice(0, a), looks) +
      (b > a ? deleted(text.slice(a, b), looks) : '') +
      (here ? added(looks) : '') +
      shown(text.slice(b), looks)
    )
  })
  return parts.join('')
}

/** A paragraph with other runs, its bookmark as it was; `end` is what was done to its mark. */
export function sheet(one: Sheet, runs: string, end = ''): string {
  const head = end === '' ? one.head : one.head.replace('</w:pPr>', `<w:rPr>${end}</w:rPr></w:pPr>`)
  return `${head}<w:bookmarkStart w:id="1" w:name="${one.mark}"/>${runs}<w:bookmarkEnd w:id="1"/></w:p>`
}

export const endCame = (who: By) => `<w:ins ${by(who)}/>`
export const endGone = (who: By) => `<w:del ${by(who)}/>`
export const movedFrom = (text: string, who: By, looks: string) =>
  `<w:moveFromRangeStart w:id="8" w:name="m" ${by(who).replace('w:id="9" ', '')}/><w:moveFrom ${by(who)}>${shown(text, looks)}</w:moveFrom><w:moveFromRangeEnd w:id="8"/>`
export const movedTo = (text: string, who: By, looks: string) =>
  `<w:moveToRangeStart w:id="8" w:name="m" ${by(who).replace('w:id="9" ', '')}/><w:moveTo ${by(who)}>${shown(text, looks)}</w:moveTo><w:moveToRangeEnd w:id="8"/>`

/**
 * The text of every paragraph once all changes are accepted, read by nothing of ours: what was deleted or moved away
 * is gone, and a paragraph whose end was deleted goes on in the next one.
 */
export function acceptedLines(xml: string): readonly string[] {
  const lines: string[] = []
  let open = ''
  const body = xml.replace(/<w:(del|moveFrom) [^>]*[^/]>[\s\S]*?<\/w:\1>/g, '')
  for (const [whole] of body.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)) {
    const text = [...whole.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map((one) => one[1] ?? '')
      .join('')
    open += text.replace(/[\s\u3000]+/g, '')
    const isJoined = /^<w:p><w:pPr>(?:(?!<\/w:pPr>).)*<w:rPr>(?:(?!<\/w:rPr>).)*<w:del /.test(whole)
    if (isJoined) continue
    if (open !== '') lines.push(unescaped(open))
    open = ''
  }
  return open === '' ? lines : [...lines, unescaped(open)]
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/** What one reviewer, or two in one place, did to a paragraph. */
export interface Plan {
  readonly kind: string
  readonly mark: string
  readonly role: Role
  readonly date: string
  /** The paragraph's new XML. */
  readonly xml: string
}

export type Role = 'text' | 'cell' | 'credit' | 'caption' | 'item' | 'head' | 'brief' | 'frame'

function roleOf(xml: string, { from, mark, text, runs, head }: Sheet): Role {
  if (mark.startsWith('jb_x')) return 'frame'
  if (xml.slice(0, from).endsWith('</w:tcPr>')) return 'cell'
  if (text.startsWith('【供稿')) return 'credit'
  if (/　摄）$/.test(text)) return 'caption'
  if (/^(?:\d+\.|[●①-⑨]) $/.test(runs[0]?.text ?? '')) return mark.startsWith('jb_3') ? 'brief' : 'item'
  return /<w:pStyle|<w:keepNext/.test(head) ? 'head' : 'text'
}

type Work = (one: Sheet, chance: Chance, who: By, other: By) => string

/** Words that reviewers put in. */
const WORDS = [
  '全面',
  '进一步',
  '（已核）',
  '，并逐项登记',
  '3座',
  '*_^~[|',
  '、',
  '“稳”字',
  'A＆B',
  'pH 7.2',
]

const within = (one: Sheet, chance: Chance): readonly [number, number] => {
  const first = numberLength(one)
  const from = first + chance(Math.max(1, one.text.length - first))
  return [from, Math.min(one.text.length, from + 1 + chance(4))]
}
const numberLength = ({ runs }: Sheet) =>
  /^(?:\d+\.|[●①-⑨]) $/.test(runs[0]?.text ?? '') ? (runs[0]?.text.length ?? 0) : 0
const word = (chance: Chance) => WORDS[chance(WORDS.length)] as string
const NAMES = /周明远|林小禾|苏晚晴|叶舟|何牧之|田秋实/g
const NEW_NAMES = ['沈知行', '程一诺', '许青', '阿依古丽·买买提']
const nothing = () => ''

const KINDS: Readonly<Record<string, { readonly roles: readonly Role[]; readonly work: Work }>> = {
  insertion: {
    roles: ['text', 'cell', 'caption', 'item', 'head', 'brief'],
    work: (one, chance, who) => {
      const [at] = within(one, chance)
      return sheet(
        one,
        edited(one, [at, at], nothing, (looks) => came(word(chance), who, looks)),
      )
    },
  },
  deletion: {
    roles: ['text', 'cell', 'caption', 'item', 'head', 'brief'],
    work: (one, chance, who) =>
      sheet(
        one,
        edited(one, within(one, chance), (text, looks) => gone(text, who, looks), nothing),
      ),
  },
  replacement: {
    roles: ['text', 'cell', 'caption', 'item', 'head', 'brief'],
    work: (one, chance, who) =>
      sheet(
        one,
        edited(
          one,
          within(one, chance),
          (text, looks) => gone(text, who, looks),
          (looks) => came(word(chance), who, looks),
        ),
      ),
  },
  'all anew': {
    roles: ['text', 'cell', 'caption', 'item', 'head', 'brief'],
    work: (one, chance, who) =>
      sheet(
        one,
        edited(
          one,
          [numberLength(one), one.text.length],
          (text, looks) => gone(text, who, looks),
          (looks) => came(`整句重写${chance(90)}。`, who, looks),
        ),
      ),
  },
  'paragraph out': {
    roles: ['text', 'item', 'brief'],
    work: (one, _, who) =>
      sheet(
        one,
        edited(one, [0, one.text.length], (text, looks) => gone(text, who, looks), nothing),
        endGone(who),
      ),
  },
  'paragraph in': {
    roles: ['text', 'item', 'brief'],
    work: (one, chance, who) =>
      `${sheet(one, edited(one, [0, 0], nothing, nothing))}<w:p><w:pPr><w:rPr>${endCame(who)}</w:rPr></w:pPr>${came(`新添一段${chance(900)}，写明进度。`, who)}</w:p>`,
  },
  divided: {
    roles: ['text'],
    work: (one, chance, who) => {
      const [, at] = within(one, chance)
      const cut = Math.min(Math.max(1, at), one.text.length - 1)
      const half = (from: number, to: number): Sheet => {
        let start = 0
        const runs = one.runs.map(({ looks, text }) => {
          const own = text.slice(Math.max(0, from - start), Math.max(0, to - start))
          start += text.length
          return { looks, text: own }
        })
        return { ...one, runs, text: one.text.slice(from, to) }
      }
      const first = half(0, cut)
      const second = half(cut, one.text.length)
      const rest = edited(second, [0, 0], nothing, nothing)
      return `${sheet(one, edited(first, [0, 0], nothing, nothing), endCame(who))}${one.head}${rest}</w:p>`
    },
  },
  joined: {
    roles: ['text'],
    work: (one, _, who) => sheet(one, edited(one, [0, 0], nothing, nothing), endGone(who)),
  },
  'moved within': {
    roles: ['text'],
    work: (one, chance, who) => {
      const length = Math.min(4, one.text.length >> 1)
      const moved = one.text.slice(0, length)
      const to = length + chance(one.text.length - length)
      const first = edited(one, [0, length], (text, looks) => movedFrom(text, who, looks), nothing)
      return sheet(
        one,
        insertedAt(first, one, to, (looks) => movedTo(moved, who, looks)),
      )
    },
  },
  'two in one place': {
    roles: ['text', 'cell', 'item', 'head', 'brief', 'caption'],
    work: (one, chance, who, other) =>
      sheet(
        one,
        edited(
          one,
          within(one, chance),
          (text, looks) => gone(text, who, looks),
          (looks) =>
            `${came('甲改', who, looks)}<w:ins w:id="7" w:author="${who.name}" w:date="${who.date}">${gone('又删', other, looks)}</w:ins>${came('乙添', other, looks)}`,
        ),
      ),
  },
  'name changed': {
    roles: ['credit', 'caption', 'brief'],
    work: (one, chance, who) => {
      const names = [...one.text.matchAll(NAMES)]
      const name = names[chance(names.length)]
      const [from, to] = name ? [name.index, name.index + name[0].length] : [one.text.length, one.text.length]
      const now = NEW_NAMES[chance(NEW_NAMES.length)] as string
      return sheet(
        one,
        edited(
          one,
          [from, to],
          (text, looks) => gone(text, who, looks),
          (looks) => came(now, who, looks),
        ),
      )
    },
  },
  'name added': {
    roles: ['credit'],
    work: (one, _, who) => {
      const at = one.text.length - 1
      return sheet(
        one,
        edited(one, [at, at], nothing, (looks) => came('、钟岚', who, looks)),
      )
    },
  },
  'unit renamed': {
    roles: ['credit'],
    work: (one, chance, who, other) => {
      const at = one.text.indexOf('集团') + 1 || one.text.indexOf('公司') + 1
      const from = Math.max(0, at - 1)
      return sheet(
        one,
        edited(
          one,
          [from, from + 2],
          (text, looks) => gone(text, who, looks),
          (looks) => came(`总公司${chance(9)}`, chance(2) === 0 ? who : other, looks),
        ),
      )
    },
  },
  untracked: {
    roles: ['text', 'cell', 'caption', 'item', 'head', 'brief'],
    work: (one, chance) =>
      sheet(
        one,
        edited(one, within(one, chance), nothing, (looks) => shown(word(chance), looks)),
      ),
  },
}

/** More XML in a paragraph's XML, at a character of what was sent: runs have no change before it but at their head. */
function insertedAt(xml: string, one: Sheet, at: number, added: (looks: string) => string): string {
  let start = 0
  let result = ''
  let rest = xml
  for (const { looks, text } of one.runs) {
    const from = start
    start += text.length
    if (at < from || at >= start) continue
    const piece = /<w:t xml:space="preserve">([^<]*)<\/w:t>/g
    let seen = 0
    for (const match of rest.matchAll(piece)) {
      const words = match[1] ?? ''
      const end = seen + words.length
      if (at >= seen && at < end) {
        const cut = at - seen
        const run = rest.lastIndexOf('<w:r>', match.index)
        const close = match.index + match[0].length + '</w:r>'.length
        result = rest.slice(0, run) + shown(words.slice(0, cut), looks) + added(looks)
        rest = shown(words.slice(cut), looks) + rest.slice(close)
        return result + rest
      }
      seen = end
    }
  }
  return xml + added('')
}

/** The only change of a paragraph that its neighbours may not have one beside. */
const ALONE = /paragraph|divided|joined/

/** So many plans for a copy, no two in one paragraph; the same by the same seed. */
export function plansFor(
  xml: string,
  count: number,
  chance: Chance,
  only: readonly Role[] = [],
): readonly Plan[] {
  const sheets = sheetsOf(xml)
  const order = shuffled(
    sheets.map((_, at) => at),
    chance,
  )
  const uses = new Map(Object.keys(KINDS).map((name) => [name, 0]))
  const taken = new Set<number>()
  const plans: Plan[] = []
  for (const at of order) {
    if (plans.length >= count) break
    const one = sheets[at] as Sheet
    const role = roleOf(xml, one)
    if (only.length > 0 && !only.includes(role)) continue
    const next = sheets[at + 1]
    const isFree =
      !taken.has(at + 1) && !taken.has(at - 1) && next !== undefined && roleOf(xml, next) === role
    const kind = rarest(uses, role, isFree)
    if (kind === undefined || taken.has(at) || one.text.trim() === '') continue
    uses.set(kind, (uses.get(kind) ?? 0) + 1)
    taken.add(at)
    if (ALONE.test(kind)) taken.add(at + 1).add(at - 1)
    const minute = String(plans.length % 60).padStart(2, '0')
    const hour = String(8 + Math.floor(plans.length / 60)).padStart(2, '0')
    const date = `2026-06-10T${hour}:${minute}`
    const [who, other] = plans.length % 2 === 0 ? ['张某', '李某'] : ['李某', '张某']
    const made = KINDS[kind]?.work(
      one,
      chance,
      { name: who as string, date: `${date}:00Z` },
      { name: other as string, date: `${date}:30Z` },
    )
    plans.push({ kind, mark: one.mark, role, date, xml: made ?? '' })
  }
  return plans
}

/** What was done least often of what is done in such a place. */
function rarest(uses: ReadonlyMap<string, number>, role: Role, isFree: boolean): string | undefined {
  const fit = [...uses].filter(([name]) => KINDS[name]?.roles.includes(role) && (isFree || !ALONE.test(name)))
  return fit.sort((a, b) => a[1] - b[1])[0]?.[0]
}

function shuffled<T>(items: readonly T[], chance: Chance): readonly T[] {
  const all = [...items]
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = chance(at + 1)
    ;[all[at], all[other]] = [all[other] as T, all[at] as T]
  }
  return all
}

/** A copy as it comes back. */
export function withPlans(xml: string, plans: readonly Plan[]): string {
  const byMark = new Map(plans.map((one) => [one.mark, one.xml]))
  return [...sheetsOf(xml)]
    .reverse()
    .reduce(
      (sum, { mark, from, to }) =>
        byMark.has(mark) ? sum.slice(0, from) + byMark.get(mark) + sum.slice(to) : sum,
      xml,
    )
}
