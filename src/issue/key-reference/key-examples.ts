import type { KeyLanguage, Kind } from '../language/kind.ts'
import { defaultLimits } from '../limits.ts'
import { readingOf, readNodes } from '../read-file.ts'
import type { KeyRow, Step } from './key-rows.ts'

/** Values in examples by the way to their key, or by its name, where the kind alone does not say what is typical. */
const TYPED: Readonly<Record<string, string>> = {
  bulletin: '1',
  design: './our-house.yaml',
  name: '城南简报',
  subtitle: '内部交流',
  issuer: '城南区办公室',
  classification: '内部资料',
  copy_number: '"000001"',
  language: 'zh-CN',
  'numbering.anchor.issue': '2026-01',
  'numbering.text': '"第{n}期"',
  'numbering.date': '"{yyyy}-{mm}-{dd}"',
  'numbering.supplement_text': '"增刊{n}"',
  'masthead.image': 'pictures/masthead.png',
  'masthead.logo': 'pictures/logo.png',
  'page.number': '"第{page}页 共{pages}页"',
  'page.header': '"{name}　{issue}"',
  'type.latin': 'Georgia',
  'type.section.brackets': '"【】"',
  font: '楷体',
  'fonts.file': 'fonts/仿宋.ttf',
  bold: 'fonts/仿宋-粗.ttf',
  face: 'Noto Serif CJK SC',
  fallback: '[宋体]',
  'sections.name': '简讯',
  'sections.numbering': '"1、"',
  'credit.text': '"（{credits}）"',
  'credit.org_separator': '"；"',
  'colophon.report_to': '[区委办公室]',
  'colophon.send_to': '[区直各单位]',
  'colophon.copy_to': '[各街道]',
  'colophon.cc': '[区档案馆]',
  'colophon.people': '{ 编辑: 张某, 校对: 李某 }',
  'colophon.contact': '"电话：0000-0000000"',
  'check.roster': '名录.txt',
  'check.dictionaries': '[词表.txt]',
  'output.dir': 'output',
  'output.name': '"{name}{yyyy}年第{n}期"',
  'output.profile': 'press.icc',
  'output.print.spot': 'PANTONE 186 C',
  publication: '../publication.yaml',
  title: '老粮仓变身|城市书房',
  'issue:title': '防汛专刊',
  shoulder: '贯彻部署',
  'sections.subtitle': '——粮仓改造侧记',
  note: '编者按：现刊发有关做法。',
  body: '"5月23日，书房开放。"',
  text: '5月9日，产业园举办招聘会。',
  id: 'reading-room',
  src: '2026-06/a.jpg',
  placeholder: '待补：会场照片',
  caption: '读者在书房阅读',
  alt: '几个人坐在窗前看书',
  'images.credit': '林小禾',
  'images.row.credit': '林小禾',
  to: '各科室，各街道档案室',
  attachments: '[归档文件目录式样, 备考表式样]',
  'colophon.issued_by': '区档案服务中心办公室',
  signature: '{ text: "文旅公司\\n2026年6月1日", seal: 2026-06/seal.png }',
  'signature.text': '"文旅公司\\n2026年6月1日"',
  'signature.seal': '2026-06/seal.png',
  'signature.width': '30mm',
  credit: '{ 文旅公司: 田秋实 }',
  file: '2026-06/salon.md',
  people: '[周明远]',
  'approved.by': '张某',
  focus: '[0.5, 0.3]',
  size: '小四',
  'page.size': 'A5',
  line_height: '18pt',
  'page.column_gap': '2em',
  'page.bleed': '3mm',
  'type.indent': '2em',
  'type.han_latin_space': '0.25em',
  'fonts.weight': '500',
  'masthead.height': '80mm',
  min_ppi: '200',
  max_ppi: '300',
  quality: '90',
  'output.make': '[pdf, print]',
  'output.archive.standard': 'A-1b',
  'output.booklet.creep': '0.1mm',
  copies: '120',
  total: '87',
  'fit.line_height': '0.5pt',
  'fit.image': '10%',
  'fit.heading': '1',
  override: '{ page: { columns: 1 } }',
}

/** What is tried in turn where nothing is typed above. */
const TRIED = [
  '24mm',
  '0.5em',
  '五号',
  '2026-06-15',
  '"3:2"',
  '"#1f4e79"',
  '"0 100 100 10"',
  '8',
  '0.5',
  '2',
  '12%',
  '1mm',
  '0.4pt',
  '5MB',
  '"3d976773"',
  '[宋体]',
  '●',
  '甲',
]

/** How a value of this key may be typed; null for a key whose value is made of keys that are told after it. */
export function exampleValue(
  row: KeyRow,
  isIssue: boolean,
  language: KeyLanguage,
  preset: unknown,
): string | null {
  const path = row.steps.map((step) => step.en)
  const short = path.join('.')
  const tails = path.map((_, at) => path.slice(at).join('.'))
  const known = [...(isIssue ? [`issue:${short}`] : []), ...tails].find((one) => Object.hasOwn(TYPED, one))
  if (known !== undefined && takes(row.key.kind, TYPED[known] as string)) return TYPED[known] as string
  if (hasKeys(row.key.kind)) return null
  const { shape } = row.key.kind
  const choices = shape.form === 'scalar' && Array.isArray(shape.schema.enum) ? shape.schema.enum : []
  const chosen = choices.length > 0 ? choiceOf(choices, language, preset) : undefined
  const typical = choices.length === 0 && typeof preset !== 'object' ? [quotedPreset(preset)] : []
  const value = [chosen, ...typical, ...TRIED].find((one) => one !== undefined && takes(row.key.kind, one))
  if (value === undefined) throw new Error(`no example for ${short}: say one in key-examples.ts`)
  return value
}

/** A default as YAML takes it. */
function quotedPreset(preset: unknown): string | undefined {
  if (preset === undefined || preset === '') return undefined
  const text = String(preset)
  return /^[#"'[{&*!|>%@`]|: | #/.test(text) ? JSON.stringify(text) : text
}

/** A choice that is not the default, in the language of the keys. */
function choiceOf(choices: readonly unknown[], language: KeyLanguage, preset: unknown): string {
  const words = choices.map(String)
  if (words.includes('是') && words.includes('true')) {
    const on = preset !== true
    return language === 'zh' ? (on ? '是' : '否') : String(on)
  }
  const pairs = words.some((one) => /[一-鿿]/.test(one)) && words.length % 2 === 0
  const own = pairs ? words.filter((_, at) => at % 2 === (language === 'zh' ? 1 : 0)) : words
  const presets = pairs ? words.filter((_, at) => at % 2 === 0) : words
  return (
    own[presets.findIndex((one, at) => one !== String(preset) && (preset !== undefined || at > 0))] ??
    (own[0] as string)
  )
}

/** Whether a kind reads what is typed without a word. */
export function takes(kind: Kind<unknown>, written: string): boolean {
  const source = { file: 'example.yaml', text: `key: ${written}\n` }
  const { value: node, diagnostics } = readNodes(source, { limits: defaultLimits, keepInvisible: false })
  const entry = node?.kind === 'map' ? node.entries[0] : undefined
  if (entry === undefined || diagnostics.length > 0 || entry.value.kind === 'empty') return false
  const said: Parameters<typeof readingOf>[1] = []
  return kind.read(entry.value, 'key', readingOf(source, said, true)) !== undefined && said.length === 0
}

/** Whether the value of a kind is made of keys of the language. */
function hasKeys({ shape }: Kind<unknown>): boolean {
  switch (shape.form) {
    case 'map':
      return true
    case 'list':
      return hasKeys(shape.items)
    case 'named':
      return hasKeys(shape.values)
    case 'forms':
      return [shape.map, shape.list].some((kind) => kind !== undefined && hasKeys(kind))
    default:
      return false
  }
}

/** Names of the editor's own where examples need one. */
const NAMES: Readonly<Record<string, string>> = { fonts: '仿宋', sections: '动态', credit: '文旅公司' }

/** The value at its place from the top of the file: `页面: { 页边: { 天头: 24mm } }`. */
export function exampleText(steps: readonly Step[], value: string, language: KeyLanguage): string {
  const inner = [...steps].reverse().reduce((below, step, at) => {
    const within = [...step.between].reverse().reduce((inside, form) => {
      return form === 'list' ? `[${inside}]` : `{ ${NAMES[step.en] ?? '名称'}: ${inside} }`
    }, below)
    const pair = `${language === 'zh' ? step.zh : step.en}: ${within}`
    return at === steps.length - 1 ? pair : `{ ${pair} }`
  }, value)
  return inner
}
