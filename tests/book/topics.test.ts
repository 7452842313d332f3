import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reference } from '../../scripts/book/reference/reference.ts'
import { withNames } from '../../scripts/book/stage.js'
import { commands } from '../../src/cli/command-table.ts'
import { commandHelp, programHelp } from '../../src/cli/help.ts'
import { answer, keysNamed, meant } from '../../src/cli/topics/answer.ts'
import { topics } from '../../src/cli/topics/topics.ts'
import { ROOT } from './recipes.ts'

const made = new Map((await reference('zh')).map(({ path, text }) => [path, text]))

/** A page of the book in Markdown, wherever it comes from; undefined when there is none. */
function pageText(page: string): string | undefined {
  const name = `${page.split('#')[0]}.md`
  if (made.has(name)) return made.get(name)
  const file = name === 'designs.md' ? join(ROOT, 'docs/designs.zh-CN.md') : join(ROOT, 'docs/book', name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

describe('topics', () => {
  test.each(topics)('$names: keys and book pages are there', ({ keys, page }) => {
    expect(keys.filter((path) => keysNamed(path).exact.length === 0)).toEqual([])
    const text = pageText(page)
    expect(text).toBeDefined()
    const [, part] = page.split('#')
    if (part !== undefined) expect(text).toContain(`{#${part}}`)
  })

  test.each(topics)('$names: its part of the book has its names, for the search', ({ names, page }) => {
    const [, part] = page.split('#')
    const parts = withNames(pageText(page) as string, part, names).split(/^(?=#+ )/m)
    const own = parts.find((one) => (part === undefined ? one.startsWith('# ') : one.includes(`{#${part}}`)))
    for (const name of names) expect(own?.split('\n')[2]).toContain(name)
  })

  test('no two have a name in common', () => {
    const names = topics.flatMap((one) => one.names.map((name) => name.toLowerCase()))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('are found by their names in either language, however they are written', () => {
    for (const { names } of topics)
      for (const name of names) expect(answer(name.toUpperCase(), 'zh')?.text.split('\n')[0]).toBe(names[0])
    expect(answer('照片', 'en')?.text).toMatch(/^pictures\n/)
  })

  test.each([
    ['怎么改字号', '字号'],
    ['照片太大了', '图片'],
    ['期号不对', '期号'],
    ['双面打印', '小册子'],
    ['首行缩进', '正文'],
    ['页眉', '页码'],
    ['公章', '盖章'],
    ['骑缝章', '盖章'],
    ['跨页', '通栏'],
    ['发文字号', '公文要素'],
    ['图片模糊', '图片'],
    ['表格太宽', '表格'],
    ['送打印店', '小册子'],
    ['发微信', '邮件'],
    ['竖排', '竖题'],
    ['强制换页', '另起一页'],
    ['参考文献', '脚注'],
    ['通讯员', '供稿'],
    ['加个水印', '水印'],
    ['第3、4期合刊', '专刊'],
    ['误删了', '备份'],
    ['年终考核', '供稿统计'],
    ['文本框', '小资料框'],
    ['怎么换行', '正文'],
    ['怎样升级', '安装'],
    ['责任编辑', '报尾'],
    ['化学式', '上标'],
    ['打不开', '安装'],
    ['how to print', '付印'],
    ['headers', '页码'],
    ['line spacing', '字号'],
  ])('are found in what is asked: %s', (words, topic) => {
    expect(answer(words, 'zh')?.text.split('\n')[0]).toBe(topic)
  })

  test('words that speak of none find none', () => {
    for (const words of ['天气', 'of a', '的']) expect(answer(words, 'zh')).toBeNull()
  })

  test('tell keys in the language asked for, commands, and the book’s page', () => {
    expect(answer('字体', 'zh')?.text).toMatch(
      /字体\.文件（fonts\.file）[\s\S]*jianbao fonts[\s\S]*recipes\/looks\.html#office-fonts/,
    )
    expect(answer('fonts', 'en')?.text).toMatch(/fonts\.file \(字体\.文件\)/)
  })
})

describe('keys', () => {
  test('are told by their paths in either language, or in both', () => {
    for (const path of ['images.max_ppi', '图片.最高精度', 'images.最高精度', '图片 最高精度'])
      expect(answer(path, 'zh')?.text).toMatch(/^图片\.最高精度（images\.max_ppi）/)
  })

  test('tell what they take, their default by design, an example, and others of their name', () => {
    const text = answer('page.columns', 'zh')?.text
    expect(text).toMatch(/写什么：栏数 1、2 或 3/)
    expect(text).toMatch(/不写时：双栏 2；单栏 1；公文 1/)
    expect(text).toMatch(/例：页面: \{ 栏数: 1 \}/)
    expect(answer('images.ratio', 'zh')?.text).toMatch(
      /^图片\.比例（images\.ratio）[\s\S]*也叫这个名字的：\n {2}栏目\.图片\.比例/,
    )
  })

  test('of which a word names several are listed', () => {
    expect(answer('align', 'en')?.text).toMatch(/^“align” names \d+ keys[\s\S]*type\.body\.align/)
  })

  test('that are none are not made up; a near one is named', () => {
    expect(answer('栏书', 'zh')).toBeNull()
    expect(meant('栏书')).not.toBeNull()
    expect(meant('colunms')).toBe('columns')
    expect(meant('qqqqqqqqq')).toBeNull()
  })
})

test('help names the book’s pages, which are there', () => {
  const commandsPage = made.get('reference/commands.md') as string
  for (const command of commands) {
    expect(commandHelp(command, 'zh')).toContain(`reference/commands.html#${command.name}\n`)
    expect(commandsPage).toContain(`{#${command.name}}`)
  }
  expect(programHelp('zh')).toContain('guide/first-issue.html')
})
