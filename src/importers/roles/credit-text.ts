import type { ArticleDraft } from '../../issue/write/draft.ts'

type Credit = NonNullable<ArticleDraft['credit']>

const LABEL =
  /^(?:供稿单位|供稿人|供稿|撰稿人|撰稿|撰文|报送单位|报送部门|报送人|作者单位|供稿部门|稿件来源|来源|作者|通讯员|特约通讯员|本刊通讯员|本刊记者|记者|文\s*[/／、]?\s*图|图\s*[/／、]?\s*文|文字?|单位)\s*[:：/／\s]\s*/
const UNIT =
  /(?:公司|集团|局|委|办|中心|科|处|室|部|院|所|站|队|社|会|厂|校|学校|大学|学院|银行|支部|党委|工会|街道|镇|乡|村|社区|分公司|项目部|党总支|团委|机关|法院|检察院|医院|协会|商会|水务|港务|文旅|城投|交投)$/
const NAME =
  /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}·[\p{Script=Han}]{1,8}|[A-Z][a-z]+(?: [A-Z][a-z]+)+)$/u

/** What people are, which is no name. */
const ROLE =
  /^(?:撰稿|撰文|供稿|投稿|报送|摄影|拍摄|图片|文字|图文|文图|编辑|责编|校对|审核|来源|作者|记者|通讯员|单位|[供撰投]稿人|报送人|联系人|负责人|电话)$/

/** `□ 周明远`: a square and nothing but names, as newspapers sign. */
export function isSquareByline(line: string): boolean {
  const names = /^[□■]\s*(\S.*)$/.exec(line.trim())?.[1] ?? ''
  return names !== '' && names.split(/[\s、，,]+/).every(isName)
}

/** Whether a line says who wrote, by its first words. */
export function hasCreditLabel(line: string): boolean {
  const bare = withoutBrackets(line)
  return LABEL.test(bare) && [...bare].length <= 60 && !/[。！？]$/.test(bare)
}

/** Whether a line in parentheses, or a bare one, is a unit with names or a unit. */
export function isUnitWithNames(line: string): boolean {
  const parts = withoutBrackets(line).split(/[\s:：]+/)
  const [unit = '', ...names] = parts
  return names.length > 0 && UNIT.test(unit) && names.every((one) => one.split(/[、，,]/).every(isName))
}

export function isUnit(line: string): boolean {
  const bare = withoutBrackets(line)
  return UNIT.test(bare) && [...bare].length <= 24 && !/[，。、；：\s]/.test(bare)
}

export function isName(text: string): boolean {
  return NAME.test(text) && !UNIT.test(text) && !ROLE.test(text)
}

function withoutBrackets(line: string): string {
  return line
    .trim()
    .replace(/^[【［[（(]\s*([\s\S]*?)\s*[】］\])）]$/, '$1')
    .trim()
}

/**
 * A credit line as units with their people where it plainly says so, else as the text it is. `unit` is taken for names
 * that stand without one.
 */
export function readCreditLine(line: string, unit: string | null): Credit {
  const bare = withoutBrackets(line)
    .replace(/^[□■]\s*/, '')
    .replace(LABEL, '')
  const units = bare.split(/[；;]/).map((part) => unitOf(part.trim(), unit))
  if (bare !== '' && units.every((one) => one !== null)) return { units: merged(units), text: null }
  return { units: [], text: line.trim() }
}

type UnitCredit = Credit['units'][number]

function merged(units: readonly (UnitCredit | null)[]): readonly UnitCredit[] {
  const found = new Map<string, string[]>()
  for (const one of units) if (one) found.set(one.name, [...(found.get(one.name) ?? []), ...one.people])
  return [...found].map(([name, people]) => ({ name, people }))
}

function unitOf(part: string, fallback: string | null): UnitCredit | null {
  // Two Han characters of a name are often set apart.
  const whole = part.replace(
    /(?<=^|[\s、，,:：])(\p{Script=Han})[\s\u3000]{1,2}(\p{Script=Han})(?=$|[\s、，,])/gu,
    '$1$2',
  )
  const tokens = whole
    .split(/[\s\u3000、，,:：/／]+/)
    .filter((one) => one !== '' && !/^(?:通讯员|记者|作者|文|图|供稿|文图|图文|[供撰]稿人|报送人)$/.test(one))
  const [supplied = '', ...rest] = tokens
  const unsupplied = supplied.replace(/供稿$/, '')
  const first = UNIT.test(unsupplied) ? unsupplied : supplied
  if (UNIT.test(first) || (rest.length > 0 && !isName(first) && rest.every(isName))) {
    return rest.every(isName) && !/[。！？]/.test(first) ? { name: first, people: rest } : null
  }
  return fallback !== null && tokens.length > 0 && tokens.every(isName)
    ? { name: fallback, people: tokens }
    : null
}
