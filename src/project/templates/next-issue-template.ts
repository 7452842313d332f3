import type { SectionRule } from '../../issue/settings/read-publication.ts'
import type { Language } from '../../report/words.ts'
import { yamlText } from './yaml-text.ts'

/** What is known of an issue before it is written. */
export interface NextIssue {
  readonly date: string
  /** 期号 as printed. */
  readonly label: string
  readonly sections: readonly SectionRule[]
  /** Path of the issue's schema from the issue's folder; null where the project has none. */
  readonly schema: string | null
}

const TITLE = '在这里写标题'
const BODY = '在这里写正文，空一行另起一段。'
const CAPTION = '在这里写图说'
const BRIEF = '在这里写一条简讯。'

/** What a new issue's file has in place of text; none of it belongs in print. */
export const TEMPLATE_TEXTS: readonly string[] = [TITLE, BODY, CAPTION, BRIEF]

/** The file of a new issue: its first section to be filled in, the others as comments. */
export function nextIssueTemplate({ date, label, sections, schema }: NextIssue, language: Language): string {
  const zh = language === 'zh'
  const [first, ...others] = sections.length > 0 ? sections : [{ name: '要闻', style: null, numbering: '1.' }]
  return [
    ...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]),
    zh ? `# ${label}（期号由日期自动推算）` : `# ${label} (the number follows from the date)`,
    `date: ${date}`,
    `status: draft                    # ${zh ? 'draft、review（印“送审稿”）、final' : 'draft, review (stamped 送审稿), final'}`,
    '',
    'sections:',
    ...sectionLines(first as SectionRule, zh),
    ...others.flatMap((one) => ['', ...sectionLines(one, zh).map((line) => `  # ${line.slice(2)}`)]),
    '',
  ].join('\n')
}

function sectionLines({ name, style }: SectionRule, zh: boolean): readonly string[] {
  const key = `  ${yamlText(name)}:`
  if (style === 'briefs') return [key, `    - ${BRIEF}`]
  return [
    key,
    `    - title: ${TITLE}`,
    '      body: |',
    `        ${BODY}`,
    '      images:',
    `        - placeholder: 待补照片     # ${zh ? '照片到了，换成 src: 文件名' : 'then src: and the file name'}`,
    `          caption: ${CAPTION}`,
    '      credit: { 单位: 姓名 }',
  ]
}
