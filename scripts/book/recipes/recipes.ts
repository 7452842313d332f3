import { englishName } from '../../../src/issue/language/collections.ts'
import { issueKeys } from '../../../src/issue/language/issue-keys.ts'
import type { KeyTable } from '../../../src/issue/language/kind.ts'
import { publicationKeys } from '../../../src/issue/language/publication-keys.ts'

/** A file that a recipe shows: `yaml publication.yaml` behind the fence names it. */
export interface RecipeFile {
  readonly name: string
  readonly text: string
}

/** One way of doing something: a heading with its id, and the files below it. */
export interface Recipe {
  readonly id: string
  readonly title: string
  readonly files: readonly RecipeFile[]
  /** Command lines, as they are typed. */
  readonly commands: readonly string[]
}

/** The recipes of a page of the book. */
export function recipesIn(page: string): readonly Recipe[] {
  return page
    .split(/^(?=## )/m)
    .slice(1)
    .map((part) => {
      const [, title = '', id = ''] = /^## (.+?) \{#([\w-]+)\}/.exec(part) ?? []
      if (id === '') throw new Error(`a recipe without an id: ${part.split('\n')[0]}`)
      return { id, title, files: filesIn(part), commands: commandsIn(part) }
    })
}

/** The files that a page's blocks name. */
export function filesIn(page: string): readonly RecipeFile[] {
  const blocks = page.matchAll(/^```(?:ya?ml|markdown) (\S+)\n([\s\S]*?)^```$/gm)
  return [...blocks].map(([, name = '', text = '']) => ({ name, text }))
}

/** The lines of a page's `sh` blocks that call jianbao, without what follows a `#`. */
export function commandsIn(page: string): readonly string[] {
  const blocks = page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)
  return [...blocks]
    .flatMap(([, text = '']) => text.split('\n'))
    .flatMap((line) => line.replace(/\s+#.*$/, '').split(/\s*(?:&&|;)\s*/))
    .map((line) => line.replace(/^npx /, '').trim())
    .filter((line) => line.startsWith('jianbao '))
}

const PUBLICATION: Readonly<Record<string, string>> = {
  bulletin: '格式版本: 1',
  name: '刊名: 城南简报',
  issuer: '编发单位: 城南区办公室',
  frequency: '刊期: 月刊',
  numbering: '期号规则: { 起算期: { 期: 2026-01, 总期号: 61 } }',
  sections: '栏目: [要闻, 经验, { 名称: 简讯, 样式: 简讯 }]',
  colophon: '报尾: { 送: [区直各单位], 人员: { 编辑: 顾南乔, 校对: 罗青 }, 份数: 120 }',
}

const ISSUE: Readonly<Record<string, string>> = {
  date: '日期: 2026-06-15',
  sections: `栏目:
  要闻:
    - 标题: 区政务服务大厅延长夏季开放时间
      正文: |
        6月1日起，区政务服务大厅夏季工作日延长开放一个半小时，晚上七点前都能办事，周六上午照常值班。

        大厅把居民问得最多的十二件事做成一张对照表，贴在入口处：先看要带什么，再取号。头一周，补材料的人次比上月同期少了三成。

        窗口人员还记下每天没能当场办成的事，下班前逐件回电话。第一周记了四十六件，到周五办结四十一件，其余五件都说明了原因和时间。
      供稿: { 政务服务中心: 叶舟 }
  经验:
    - 标题: 一张小板凳，拉近邻里距离
      正文: |
        每周三晚上，柳溪社区的院子里摆开二十来张小板凳。居民坐下说事，社区干部只听、只记，不抢话。说完一轮，当场分工：能自己办的自己办，要帮忙的写上名字和日期。

        三个月里，小院议了三十七件事，办成三十一件。楼道里堆了多年的旧家具清走了，车棚装上了灯，四位独居老人有了结对的邻居。
      供稿: { 柳溪社区: 许望舒 }
  简讯:
    - 6月3日，区图书馆启动暑期夜读活动。
    - 6月9日，北门菜市场完成排水改造。`,
}

/**
 * A recipe's files as a whole publication: what `publication.yaml` and the issue leave out is taken from an example, so
 * that a recipe shows only what it is about.
 */
export function wholeFiles({ files }: Pick<Recipe, 'files'>): readonly RecipeFile[] {
  const isMain = ({ name }: RecipeFile) => name === 'publication.yaml' || name === ISSUE_NAME
  const textOf = (wanted: string) =>
    files
      .filter(({ name }) => name === wanted)
      .map(({ text }) => text)
      .join('')
  return [
    {
      name: 'publication.yaml',
      text: completed(textOf('publication.yaml'), PUBLICATION, publicationKeys.table),
    },
    { name: ISSUE_NAME, text: completed(textOf(ISSUE_NAME), ISSUE, issueKeys.table) },
    ...files.filter((one) => !isMain(one)),
  ]
}

/** What the issue of every recipe is called. */
export const ISSUE_NAME = 'issues/2026-06.yaml'

function completed(text: string, example: Readonly<Record<string, string>>, table: KeyTable): string {
  const written = [...text.matchAll(/^([^\s#:-][^\s:]*):/gm)].map(([, name = '']) => englishName(name, table))
  const missing = Object.entries(example).filter(([name]) => !written.includes(name))
  return `${text}${missing.map(([, lines]) => `${lines}\n`).join('')}`
}
