import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyLanguage } from '../../issue/language/kind.ts'
import { rewriteKeys } from '../../issue/rewrite-keys.ts'
import type { Both } from '../../report/words.ts'
import { packageFolder } from '../package-folder.ts'
import { TEMPLATE_NAMES } from './template-names.ts'
import { yamlText } from './yaml-text.ts'

/** A publication that can be copied (样刊). */
export interface Template {
  /** Its folder in `templates/`, which is its English name. */
  readonly folder: string
  readonly zh: string
  readonly about: Both
}

/** What is asked of a copy: its keys' language, and what is not to be as in the template. */
export interface Wishes {
  readonly keys: KeyLanguage
  readonly name?: string | undefined
  readonly issuer?: string | undefined
  /** YYYY-MM-DD. */
  readonly date?: string | undefined
}

/** A file of a template: path with `/` from the publication's folder. */
export interface TemplateFile {
  readonly path: string
  readonly content: string | Uint8Array
}

const ABOUT: Readonly<Record<string, Both>> = {
  government: {
    zh: 'A4 双栏，套红报头、要目、两侧线栏目',
    en: 'A4, two columns, red masthead, contents, names between rules',
  },
  reference: {
    zh: '16 开单栏，黑色报头，密级、份号、编者按',
    en: '16K, one column in black, classification and copy number',
  },
  company: {
    zh: 'A4 双栏，通底色报头，青橙两色，图片多',
    en: 'A4, two columns, a masthead of colour to the edges, many pictures',
  },
  party: { zh: 'A4 双栏，红底金字报头，学习问答', en: 'A4, two columns, gold on red' },
  school: {
    zh: 'A4 双栏，楷体报名，色签栏目，学生作品',
    en: 'A4, two columns, a name in Kai, sections on tabs',
  },
  hospital: {
    zh: 'A4 双栏，青色，科普、出诊表',
    en: 'A4, two columns in teal, health advice and tables of hours',
  },
  community: {
    zh: 'A4 双栏大字，暖色，便民信息',
    en: 'A4, two columns in large type and warm colours',
  },
  official: { zh: '公文红头，按 GB/T 9704 的版心和字号', en: 'red-headed official paper by GB/T 9704' },
  handbook: { zh: 'A5 单栏小册子，步骤、表格、平面图', en: 'A5 booklet, one column, steps and tables' },
  tabloid: { zh: 'A4 三栏小报，黑底报头，栏间细线', en: 'A4 tabloid of three columns, white on black' },
}

/** All of them, in the order in which they are listed. */
export function templates(): readonly Template[] {
  return TEMPLATE_NAMES.map(([folder, zh]) => ({ folder, zh, about: ABOUT[folder] ?? { zh, en: folder } }))
}

/** The template of a name in either language; null where there is none. */
export function templateNamed(name: string): Template | null {
  return templates().find(({ folder, zh }) => folder === name.toLowerCase() || zh === name) ?? null
}

/** The files of a copy, in the order of their paths. Templates are written with Chinese keys. */
export function templateFiles({ folder }: Template, wishes: Wishes): readonly TemplateFile[] {
  const root = join(packageFolder, 'templates', folder)
  return pathsBelow(root).map((path) => {
    const bytes = readFileSync(join(root, path))
    return { path, content: path.endsWith('.yaml') ? copied(path, bytes.toString('utf8'), wishes) : bytes }
  })
}

function pathsBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

function copied(path: string, text: string, { keys, name, issuer, date }: Wishes): string {
  const said = [
    ['刊名', name === undefined ? undefined : yamlText(name)],
    ['编发单位', issuer === undefined ? undefined : yamlText(issuer)],
    ['日期', date],
  ] as const
  const own = said.reduce(
    (before, [key, value]) =>
      value === undefined
        ? before
        : before.replace(new RegExp(`^${key}: .*$`, 'm'), () => `${key}: ${value}`),
    text,
  )
  const rewritten = keys === 'zh' ? own : rewriteKeys({ file: path, text: own }, 'en').value
  return `# yaml-language-server: $schema=${schemaOf(path)}\n${rewritten}`
}

function schemaOf(path: string): string {
  if (path.startsWith('issues/')) return '../schema/issue.schema.json'
  return `./schema/${path === 'publication.yaml' ? 'publication' : 'design'}.schema.json`
}
