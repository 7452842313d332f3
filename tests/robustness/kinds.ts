import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Diagnostic } from '../../src/base/diagnostic.ts'
import type { SourceText } from '../../src/base/source.ts'
import { chunk } from '../assets/pictures.ts'
import { CONTRIBUTIONS } from './contributions.ts'
import { mutated, mutatedText } from './mutations.ts'
import { highEfficiency, webFont } from './packed-files.ts'

export type Files = Record<string, Uint8Array>
export type Next = () => number

/** What a run has to say. */
export interface Said {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, SourceText>
}

/** A kind of input; which of its variants is attacked, the seed says. */
export interface Kind {
  readonly name: string
  readonly variants: readonly Variant[]
}

/** A sound project, and what is done to it. */
export interface Variant {
  /** The sound project, by path. */
  files(): Promise<Files>
  /** Damages the project in `folder`; says how. */
  attack(folder: string, sound: Files, next: Next): readonly string[]
  readonly make?: readonly string[]
  /** What is done with it in place of a build. */
  run?(folder: string): Promise<Said>
  /** Whether the proof checks run over it: in place of most builds, or beside some of them. */
  readonly checked?: 'mostly' | 'sometimes'
}

const ROOT = resolve(process.env.JIANBAO_ROOT ?? join(import.meta.dirname, '../..'))

const PUBLICATION = `bulletin: 1
design: two-column
name: 柳溪工作简报
issuer: 柳溪区服务中心
classification: 内部资料
numbering: { reset: yearly, anchor: { issue: 2026-01, total: 8 }, text: "第{n}期（总第{total}期）" }
frequency: monthly
masthead: { style: red, rule: double, height: 50mm }
page: { size: A4, columns: 2, column_gap: 2em, header: "{name}　{issue}", number: "— {page} —" }
type: { body: { font: 宋体, size: 五号 }, headline: { font: 黑体, size: 小三 }, indent: 2em }
color: { accent: "#c00000" }
sections: [要闻, { name: 简讯, style: briefs, numbering: "1." }]
images: { fit: column, ratio: "3:2", max_ppi: 220 }
colophon: { send_to: [区联席会议成员单位], people: { 编辑: 综合科 }, contact: "电话：0000-0000000" }
check: { profile: official, roster: roster.yaml, dictionaries: [words.txt], rules: { list-count: warning } }
output: { dir: output, name: "{name}-{yyyy}-{nn}", max_size: 5MB }
`
const ISSUE = `date: 2026-01-05
status: final
sections:
  要闻:
    - title: 柳溪区部署冬季供水保障|工作组到厂察看
      body: |
        1月8日，工作组到**甲水务公司**检查供水，占 30%。三点要求：一要备足物资；二要值班。

        ### 备料

        - 水泵 12 台
        - 管材 3.5 吨

        | 项目 | 数量 |
        | --- | ---: |
        | 水泵 | 12 |

        > 保障到户。见 https://example.org/a?b=1 。
      credit: { 甲水务公司: [张某, 李某] }
    - file: 1/article.md
  简讯:
    - 乙公司开展培训。（乙公司）
    - { text: 丙公司检修。, credit: 丙公司 }
`
const ARTICLE = `---
title: 走进车间
credit: { 乙公司: 王某 }
---

第一段，**加粗**与*强调*，英文 English words，数字 1,234.5 元。

## 小标题

1. 第一
2. 第二

| 甲 | 乙 |
| :-- | --: |
| 一 | 2 |

> 引文一段。

“引号”——破折号……省略号，[链接](https://example.org)。
`
const ROSTER = 'people:\n  - { name: 张某, title: 组长 }\n  - { name: 李某, title: 副组长 }\n'
const WORDS = '帐户 => 账户\n# 说明\n登陆 => 登录\n'

function text(files: Readonly<Record<string, string>>): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]))
}

const plain = () =>
  text({
    'publication.yaml': PUBLICATION,
    'issues/1.yaml': ISSUE,
    'issues/1/article.md': ARTICLE,
    'roster.yaml': ROSTER,
    'words.txt': WORDS,
  })

function put(folder: string, path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), bytes)
}

/** Damages one file of the project. */
function onFile(
  path: string,
  how: (bytes: Buffer, next: Next) => { readonly names: readonly string[]; readonly bytes: Buffer },
): Variant['attack'] {
  return (folder, sound, next) => {
    const { names, bytes } = how(Buffer.from(sound[path]!), next)
    put(folder, path, bytes)
    return names
  }
}

function damagedText(path: string, checked: Variant['checked'] & string = 'sometimes'): Variant {
  const either = (bytes: Buffer, next: Next) =>
    next() < 0.7 ? mutatedText(bytes, next) : mutated(bytes, next)
  return { files: async () => plain(), attack: onFile(path, either), checked }
}

const PICTURE_ISSUE = (file: string) => `date: 2026-01-05
sections:
  要闻:
    - title: 图片
      body: 正文。
      images: [{ src: 1/${file}, caption: 说明, alt: 图 }]
`

/** Pictures of 240 × 160 pixels go in as they are, larger ones are reduced: so little is wanted that both are made soon. */
const PICTURE_PUBLICATION =
  'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心\nsections: [要闻]\nimages: { max_ppi: 90 }\n'

/** Forms and grain. */
function drawn(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3)
  let state = 5
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    pixels[i] = 90 + ((i / 3) % width) / 4 + ((state >> 16) & 15)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

type Drawn = ReturnType<typeof drawn>

function damagedPicture(
  file: string,
  encode: (picture: Drawn) => Drawn,
  how: Parameters<typeof onFile>[1] = mutated,
  [width, height]: readonly [number, number] = [240, 160],
): Variant {
  const path = `issues/1/${file}`
  return {
    files: async () => ({
      ...text({
        'publication.yaml': PICTURE_PUBLICATION,
        'issues/1.yaml': PICTURE_ISSUE(file),
      }),
      [path]: await encode(drawn(width, height)).toBuffer(),
    }),
    attack: onFile(path, how),
  }
}

/** Larger than a page wants it. */
const LARGE = [450, 300] as const

/** A PNG's chunks with what is damaged in them sealed by right checksums: a decoder looks no further than those. */
function resealed(bytes: Buffer, next: Next): { readonly names: readonly string[]; readonly bytes: Buffer } {
  if (next() < 0.25) return mutated(bytes, next)
  const pieces = piecesOf(bytes)
  const drawn = ['IDAT', 'IDAT', 'IDAT', 'IHDR', 'PLTE', 'tRNS', 'pHYs'][Math.floor(next() * 7)]!
  const target = pieces.has(drawn) ? drawn : 'IDAT'
  const parts: Buffer[] = [bytes.subarray(0, 8)]
  const names: string[] = []
  for (const [type, body] of pieces) {
    if (type !== target) {
      parts.push(chunk(type, body))
      continue
    }
    const rows = type === 'IDAT' && next() < 0.5
    const changed = mutated(rows ? inflateSync(body) : body, next)
    names.push(`${type}${rows ? ' rows' : ''}: ${changed.names.join(', ')}`)
    parts.push(chunk(type, rows ? deflateSync(changed.bytes, { level: 1 }) : changed.bytes))
  }
  return { names, bytes: Buffer.concat(parts) }
}

/** A sound PNG's chunks by type, its IDAT chunks as one. */
function piecesOf(bytes: Buffer): Map<string, Buffer> {
  const pieces = new Map<string, Buffer>()
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    pieces.set(type, Buffer.concat([pieces.get(type) ?? Buffer.alloc(0), bytes.subarray(at + 8, end)]))
    at = end + 4
  }
  return pieces
}

const FONTS = join(ROOT, 'tests/assets/own-fonts')

function damagedFont(
  file: string,
  bytes: () => Buffer,
  how: Parameters<typeof onFile>[1] = mutated,
): Variant {
  return {
    files: async () => ({
      ...text({
        'publication.yaml': `bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心\nsections: [要闻]\nfonts: { 自备: { file: fonts/${file} } }\ntype: { body: { font: 自备 }, latin: 自备 }\n`,
        'issues/1.yaml':
          'date: 2026-01-05\nsections:\n  要闻:\n    - title: 字体\n      body: 正文 **Body** text 2026，Vala fi“引”——……\n',
      }),
      [`fonts/${file}`]: bytes(),
    }),
    attack: onFile(`fonts/${file}`, how),
  }
}

/** Two faces in one file (OpenType collection): a header, then each face with its table offsets moved. */
function collection(one: Buffer, two: Buffer): Buffer {
  const header = Buffer.alloc(20)
  header.write('ttcf', 0, 'latin1')
  header.writeUInt32BE(0x10000, 4)
  header.writeUInt32BE(2, 8)
  const moved = (font: Buffer, by: number) => {
    const copy = Buffer.from(font)
    for (let i = 0; i < copy.readUInt16BE(4); i++)
      copy.writeUInt32BE(copy.readUInt32BE(20 + 16 * i) + by, 20 + 16 * i)
    return copy
  }
  const first = Buffer.concat([moved(one, 20), Buffer.alloc((4 - (one.length % 4)) % 4)])
  header.writeUInt32BE(20, 12)
  header.writeUInt32BE(20 + first.length, 16)
  return Buffer.concat([header, first, moved(two, 20 + first.length)])
}

const font = (file: string) => readFileSync(join(FONTS, file))

const pressProfile: Variant = {
  make: ['print'],
  files: async () => ({
    ...text({
      'publication.yaml':
        'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心\nsections: [要闻]\noutput: { profile: press.icc }\n',
      'issues/1.yaml': PICTURE_ISSUE('a.jpg'),
    }),
    'issues/1/a.jpg': await drawn(240, 160).jpeg().toBuffer(),
    'press.icc': readFileSync(join(ROOT, 'profiles/FOGRA39L_coated.icc')),
  }),
  // Most of a profile is its tables; what is read first is at its beginning.
  attack: onFile('press.icc', (bytes, next) => {
    if (next() < 0.3) return mutated(bytes, next)
    const head = mutated(bytes.subarray(0, 600), next)
    return { names: head.names, bytes: Buffer.concat([head.bytes, bytes.subarray(600)]) }
  }),
}

const embeddedProfile: Variant = {
  files: async () => ({
    ...text({
      'publication.yaml': 'bulletin: 1\nname: 柳溪简报\nissuer: 柳溪区服务中心\nsections: [要闻]\n',
      'issues/1.yaml': PICTURE_ISSUE('a.jpg'),
    }),
    'issues/1/a.jpg': await drawn(240, 160)
      .withIccProfile('p3')
      .withExif({ IFD0: { Artist: '某' } })
      .jpeg()
      .toBuffer(),
  }),
  attack: onFile('issues/1/a.jpg', (bytes, next) => {
    const from = bytes.indexOf('Exif')
    const to = bytes.indexOf(Buffer.from([0xff, 0xdb]))
    const { names, bytes: middle } = mutated(bytes.subarray(from, to), next)
    return { names, bytes: Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]) }
  }),
}

/** Every file below a folder, by path from it. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
    .sort()
}

const cache: Variant = {
  files: async () => ({
    ...text({
      'publication.yaml': PICTURE_PUBLICATION,
      'issues/1.yaml': PICTURE_ISSUE('a.jpg'),
    }),
    'issues/1/a.jpg': await drawn(...LARGE)
      .jpeg()
      .toBuffer(),
  }),
  attack: (folder, _, next) => {
    const home = join(folder, '.cache')
    mkdirSync(home, { recursive: true })
    process.env.JIANBAO_CACHE = home
    const entries = filesBelow(home)
    const path = entries.length > 0 ? join(home, entries[Math.floor(next() * entries.length)]!) : null
    if (path === null) return ['none yet']
    const act = next()
    if (act < 0.7) {
      const { names, bytes } = mutated(readFileSync(path), next)
      writeFileSync(path, bytes)
      return names
    }
    rmSync(path)
    return [inPlace(path, home, next)]
  },
}

/** Something else where a file is looked for. */
function inPlace(path: string, target: string, next: Next): string {
  const kinds: Readonly<Record<string, () => void>> = {
    folder: () => mkdirSync(path),
    pipe: () => void execFileSync('mkfifo', [path]),
    'link to itself': () => symlinkSync(path, path),
    'link to a folder': () => symlinkSync(target, path),
    'link out': () => symlinkSync('/dev/zero', path),
    empty: () => writeFileSync(path, ''),
    nothing: () => {},
    huge: () => {
      writeFileSync(path, '')
      truncateSync(path, 70 * 1024 * 1024)
    },
  }
  const names = Object.keys(kinds)
  const name = names[Math.floor(next() * names.length)]!
  kinds[name]!()
  return name
}

const places: Variant = {
  checked: 'sometimes',
  files: async () => ({
    ...plain(),
    'issues/1.yaml': Buffer.from(
      `${ISSUE}  图:\n    - title: 图\n      images: [{ src: 1/a.png }]\n`.replace('  图:', '  其他:'),
    ),
    'publication.yaml': Buffer.from(
      PUBLICATION.replace('sections: [要闻,', 'sections: [要闻, 其他,').concat(
        'fonts: { 自备: { file: own.ttf } }\n',
      ),
    ),
    'issues/1/a.png': await drawn(60, 40).png().toBuffer(),
    'own.ttf': font('variable.ttf'),
  }),
  attack: (folder, sound, next) => {
    const paths = [...Object.keys(sound), 'issues', 'issues/1']
    const path = paths[Math.floor(next() * paths.length)]!
    rmSync(join(folder, path), { recursive: true, force: true })
    return [`${path}: ${inPlace(join(folder, path), folder, next)}`]
  },
}

const VALUES = [
  '',
  '/nonexistent',
  '/dev/null',
  '/dev/full',
  '/proc',
  'relative',
  '~',
  '\u00e9',
  '简',
  ' ',
  '-1',
  '0',
  '1e9',
  'C',
  'zh_CN.GBK',
  'dumb',
  'true',
  'off',
  '/'.repeat(5000),
]
const NAMES = [
  'HOME',
  'TMPDIR',
  'TMP',
  'XDG_CACHE_HOME',
  'JIANBAO_CACHE',
  'LANG',
  'LC_ALL',
  'LANGUAGE',
  'TERM',
  'COLUMNS',
  'NO_COLOR',
  'FORCE_COLOR',
  'CI',
  'GITHUB_ACTIONS',
  'TZ',
  'PATH',
  'USER',
]

const environment: Variant = {
  files: async () => ({
    ...(await cache.files()),
    // A profile of the publication's own goes through the temporary folder.
    'publication.yaml': Buffer.from(`${PICTURE_PUBLICATION}output: { profile: press.icc }\n`),
    'press.icc': readFileSync(join(ROOT, 'profiles/FOGRA39L_coated.icc')),
  }),
  attack: (_, __, next) => {
    const told: string[] = []
    for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
      const name = NAMES[Math.floor(next() * NAMES.length)]!
      const value = next() < 0.2 ? null : VALUES[Math.floor(next() * VALUES.length)]!
      // A relative folder would be made where this runs.
      if (value === null || (name === 'JIANBAO_CACHE' && /^[^/]/.test(value))) delete process.env[name]
      else process.env[name] = value
      told.push(`${name}=${value}`.slice(0, 60))
    }
    return told
  },
}

const png = (options: Parameters<Drawn['png']>[0] = {}) => ({ adaptiveFiltering: true, ...options })

const bare = (one: Drawn) => one.toColourspace('b-w')
const clear = (one: Drawn) => one.ensureAlpha(0.5)
const few = png({ palette: true, colours: 8 })

/** Every kind of input, in the order of the report. */
export const KINDS: readonly Kind[] = [
  { name: 'issue (YAML)', variants: [damagedText('issues/1.yaml')] },
  { name: 'publication (YAML)', variants: [damagedText('publication.yaml')] },
  { name: 'article (Markdown)', variants: [damagedText('issues/1/article.md')] },
  {
    name: 'roster, word list',
    variants: ['roster.yaml', 'words.txt'].map((path) => damagedText(path, 'mostly')),
  },
  {
    name: 'JPEG, baseline',
    variants: [
      damagedPicture('a.jpg', (one) => one.jpeg()),
      damagedPicture('a.jpg', (one) => one.jpeg(), mutated, LARGE),
      damagedPicture('a.jpg', (one) => one.toColourspace('cmyk').jpeg()),
    ],
  },
  {
    name: 'JPEG, progressive',
    variants: [
      damagedPicture('a.jpg', (one) => one.jpeg({ progressive: true })),
      damagedPicture('a.jpg', (one) => one.jpeg({ progressive: true }), mutated, LARGE),
    ],
  },
  {
    name: 'PNG, opaque',
    variants: [
      damagedPicture('a.png', (one) => one.png(png()), resealed),
      damagedPicture('a.png', (one) => one.png(png()), resealed, LARGE),
      damagedPicture('a.png', (one) => bare(one).png(png()), resealed),
      damagedPicture('a.png', (one) => one.png(few), resealed),
      damagedPicture('a.png', (one) => one.toColourspace('rgb16').png(png()), resealed),
    ],
  },
  {
    name: 'PNG, alpha or interlaced',
    variants: [
      damagedPicture('a.png', (one) => clear(one).png(png()), resealed),
      damagedPicture('a.png', (one) => clear(bare(one)).png(png()), resealed),
      damagedPicture('a.png', (one) => clear(one).png(few), resealed),
      damagedPicture('a.png', (one) => one.png(png({ progressive: true })), resealed),
      damagedPicture('a.png', (one) => clear(one).png(png({ progressive: true })), resealed, LARGE),
    ],
  },
  {
    name: 'WebP, TIFF, GIF',
    variants: [
      damagedPicture('a.webp', (one) => one.webp({ effort: 0 })),
      damagedPicture('a.tif', (one) => one.tiff({ compression: 'lzw' })),
      damagedPicture('a.gif', (one) => one.gif({ effort: 1 })),
    ],
  },
  {
    name: 'AVIF, HEIC',
    variants: [
      damagedPicture('a.avif', (one) => one.avif({ effort: 0 })),
      damagedPicture('a.heic', (one) => one.avif({ effort: 0 }), highEfficiency),
    ],
  },
  { name: 'ICC profile', variants: [embeddedProfile, pressProfile] },
  { name: 'font (TrueType)', variants: [damagedFont('own.ttf', () => font('variable.ttf'))] },
  { name: 'font (OpenType, CFF)', variants: [damagedFont('own.otf', () => font('cid-1000.otf'))] },
  {
    name: 'font (collection)',
    variants: [damagedFont('own.ttc', () => collection(font('thai.ttf'), font('tibetan.ttf')))],
  },
  {
    name: 'font (WOFF, WOFF2)',
    variants: ['web.woff', 'web.woff2'].map((file) => damagedFont(file, () => font(file), webFont)),
  },
  ...CONTRIBUTIONS,
  { name: 'picture cache', variants: [cache] },
  {
    name: 'environment',
    variants: [environment, environment, environment, { ...environment, make: ['print'] }],
  },
  { name: 'something else in a file’s place', variants: [places] },
]
