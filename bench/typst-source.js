// The same issue as a Typst document: two columns, the same fonts, sizes and page; placeholders as boxes.
import { parse } from 'yaml'

const HEAD = `#set page(paper: "a4", margin: (top: 24mm, bottom: 22mm, x: 19.8mm), columns: 2)
#set columns(gutter: 21pt)
#set text(font: "Jianbao Song", size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 6pt, spacing: 6pt)
#show heading: it => align(center, text(font: "Jianbao Hei", weight: "bold", size: 15pt, it.body))
`

/** @param {string} issueYaml */
export function typstSource(issueYaml) {
  const issue = parse(issueYaml)
  const parts = Object.entries(issue.sections).map(([name, items]) => section(name, items))
  return HEAD + parts.join('\n')
}

function section(name, items) {
  const body = items.map((item) => (typeof item === 'string' ? `+ ${escaped(item)}` : article(item)))
  return `#text(font: "Jianbao Hei", weight: "bold", size: 14pt, fill: rgb("#c00000"))[${escaped(name)}]\n\n${body.join('\n\n')}\n`
}

function article(item) {
  if (item.text) return `+ ${escaped(item.text)}`
  const body = (item.body ?? '').split(/\n\s*\n/).map((text) => paragraph(text.trim()))
  return `== ${escaped(item.title ?? '')}\n\n${body.join('\n\n')}\n\n#align(right)[${escaped(credit(item.credit))}]`
}

function paragraph(text) {
  if (text.startsWith('![')) return '#rect(width: 100%, height: 53mm, fill: luma(242))'
  if (text.startsWith('#'))
    return `#text(font: "Jianbao Hei", weight: "bold")[${escaped(text.replace(/^#+ /, ''))}]`
  return escaped(text.replace(/\n/g, ''))
}

function credit(value) {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  const units = Object.entries(value).map(([unit, people]) => `${unit}　${[people].flat().join('、')}`)
  return `【供稿：${units.join('、')}】`
}

function escaped(text) {
  return String(text).replace(/[\\#$*_`<>@[\]~=+/-]/g, (sign) => `\\${sign}`)
}
