// The same issue as a Typst document: two columns, the same fonts, sizes and page; placeholders as boxes. Bare it is the
// text alone; whole it has what the bulletin has besides: masthead, contents, running heads, page numbers and colophon.
import { parse } from 'yaml'

const HEAD = `#set page(paper: "a4", margin: (top: 24mm, bottom: 22mm, x: 19.8mm), columns: 2)
#set columns(gutter: 21pt)
#set text(font: "Jianbao Song", size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 6pt, spacing: 6pt)
#show heading: it => align(center, text(font: "Jianbao Hei", weight: "bold", size: 15pt, it.body))
`

/** What the pages have besides text; headings are in the outline and the contents. */
function furniture({ name, issuer }, { date, number }) {
  const label = `第${escaped(number ?? 1)}期`
  return `#set document(title: "${name}", author: "${issuer}")
#set heading(outlined: true)
#set page(header: align(center, text(size: 9pt)[${escaped(name)} ${label}]), footer: context align(center, text(size: 9pt)[— #counter(page).display() —]))
#place(top, scope: "parent", float: true)[
  #align(center, text(font: "Jianbao Hei", weight: "bold", size: 36pt, fill: rgb("#c00000"))[${escaped(name)}])
  #grid(columns: (1fr, 1fr, 1fr), align: (left, center, right), [${label}], [${escaped(issuer)}], [${escaped(date)}])
  #line(length: 100%, stroke: 1.5pt + rgb("#c00000"))
  #outline(title: [本期导读], depth: 2)
]
`
}

const COLOPHON = `#place(bottom, scope: "parent", float: true)[#line(length: 100%) 报：各单位 #line(length: 100%)]\n`

/**
 * @param {string} issueYaml
 * @param {string | null} publicationYaml the publication, for the whole work; null for the bare text
 */
export function typstSource(issueYaml, publicationYaml = null) {
  const issue = parse(issueYaml)
  const parts = Object.entries(issue.sections).map(([name, items]) => section(name, items))
  if (publicationYaml === null) return HEAD + parts.join('\n')
  return HEAD + furniture(parse(publicationYaml), issue) + parts.join('\n') + COLOPHON
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
