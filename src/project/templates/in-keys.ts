import type { KeyLanguage } from '../../issue/language/kind.ts'
import { rewriteKeys } from '../../issue/rewrite-keys.ts'

/** What templates say in comments, and values that have a Chinese name: English, and as an editor reads it. */
const IN_CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^版式: two-column( *# 版式：).*$/m, '版式: 双栏$1双栏、单栏、公文'],
  [/^刊期: semimonthly( *# 刊期：).*$/m, '刊期: 半月刊$1周刊、半月刊、月刊、不定期'],
  [/样式: briefs/g, '样式: 简讯'],
  [/\{ font: 仿宋, size: 四号 \}/, '{ 字体: 仿宋, 字号: 四号 }'],
  [
    /^# {3}body: \{ font: 宋体, size: 五号, line_height: (\S+) \}/m,
    '#   正文: { 字体: 宋体, 字号: 五号, 行高: $1 }',
  ],
  [
    /^( *产品: )\[pdf\]( *# )pdf 电子版、print 印刷版、booklet 小册子、archive 存档、proof 校样/m,
    '$1[电子版]$2电子版、印刷版、小册子、存档、校样',
  ],
  [/^状态: draft( *# )draft、review（印“送审稿”）、final/m, '状态: 草稿$1草稿、送审（印“送审稿”）、定稿'],
  [/“body: \|”/, '“正文: |”'],
  [/换成 src: 文件名/g, '换成 文件: 照片.jpg'],
]

/** Keys in lines that are commented out. */
const COMMENTED =
  /^( *#[ ]+(?:- )?)(title|body|images|placeholder|caption|credit|src|type|classification): ?/gm

const KEYS: Readonly<Record<string, string>> = {
  title: '标题',
  body: '正文',
  images: '图片',
  placeholder: '占位',
  caption: '图说',
  credit: '供稿',
  src: '文件',
  type: '文字',
  classification: '密级',
}

/** A template's text, made with English keys, in the language asked for, its comments too. */
export function inKeys(file: string, text: string, keys: KeyLanguage): string {
  if (keys === 'en') return text
  const rewritten = rewriteKeys({ file, text }, 'zh').value
  const said = IN_CHINESE.reduce((before, [english, chinese]) => before.replace(english, chinese), rewritten)
  return said.replace(
    COMMENTED,
    (line, head: string, name: string) => `${head}${KEYS[name]}:${line.endsWith(' ') ? ' ' : ''}`,
  )
}

/** The language of a file's keys, by the one that says what it is. */
export function keysOf(publication: string): KeyLanguage {
  return /^["']?格式版本["']?\s*:/m.test(publication) ? 'zh' : 'en'
}
