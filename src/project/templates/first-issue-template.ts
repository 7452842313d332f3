import type { Language } from '../../report/words.ts'

/** Sentences of the sample that speak of the sample alone: none of them belongs in print. */
export const SAMPLE_TEXTS: readonly string[] = [
  '这里是第二段。数字和字母',
  '以“## ”开头的一行是小标题',
  '列表每一项以“- ”开头',
]

/** Its one article, up to its pictures: Chinese whatever language the comments are in. */
const ARTICLE = `sections:
  要闻:
    - title: 我单位编发第一期工作简报
      body: |
        本期起，我单位用简报交流工作情况。各部门的稿件、照片交到综合科，由编辑写进这个文件，一条命令排成可以付印的版面。

        这里是第二段。数字和字母前后不用打空格，例如2026年、PDF，排版时会自动留出合适的空隙；段首也不用打空格，缩进由版式统一处理。

        ## 一、小标题

        以“## ”开头的一行是小标题。句子里可以**加粗**，也可以*改用楷体*。

        ## 二、列表

        列表每一项以“- ”开头：

        - 稿件写清时间、地点、人物；
        - 照片附上说明；
        - 文末署上供稿单位和姓名。
`

/** The first issue of a new publication: it builds as it stands, and its comments say how to go on. */
export function firstIssueTemplate(date: string, language: Language): string {
  return language === 'zh' ? zh(date) : en(date)
}

function zh(date: string): string {
  return `# yaml-language-server: $schema=../schema/issue.schema.json
# 这是第一期的样例，可以直接排版：jianbao build --open
# 照着改成自己的内容即可。要点：
#   一、冒号“:”用半角，后面空一格；缩进只用空格，同级的行左边对齐。
#   二、正文写在“body: |”下面，每行多缩进两格；空一行就是另起一段。
#   三、“#”后面是备注，不印出来。
# 改好后用 jianbao check 检查，出错时会说明在第几行、怎么改。
date: ${date}
number: 1                        # 第一期写明期号，以后各期自动推算

${ARTICLE}      images:
        - placeholder: 待补：会议照片   # 照片还没有，先占好位置
          caption: 编辑会议现场
        # 照片到了，把上面一行换成：
        # - src: ${date.slice(0, 7)}/会议.jpg
        #   caption: 编辑会议现场
      credit: { 综合科: 张某 }     # 单位: 姓名；几个人写 [张某, 李某]

  工作动态:
    - title: 综合科开展稿件写作培训
      body: |
        综合科举办稿件写作培训，各部门通讯员参加。培训讲解了简讯和动态的写法，并用往期稿件作了点评。
      credit: { 综合科: 李某 }

  简讯:
    - 各部门确定通讯员1名，负责稿件报送。
    - 简报每月编发两期，月中、月末各一期。
`
}

function en(date: string): string {
  return `# yaml-language-server: $schema=../schema/issue.schema.json
# A first issue to begin with. It can be built as it stands: jianbao build --open
# Change it to what you have. What matters:
#   1. A colon ":" is followed by a space; indent with spaces only, in line with the neighbours.
#   2. The text stands below "body: |", indented by two more; an empty line begins a paragraph.
#   3. What follows "#" is a comment and is not printed.
# Then run: jianbao check. For every slip it says the line and the cure.
date: ${date}
number: 1                        # given for the first issue; the others are computed

${ARTICLE}      images:
        - placeholder: 待补：会议照片   # no photograph yet: its place is kept
          caption: 编辑会议现场
        # When it is there, write instead:
        # - src: ${date.slice(0, 7)}/meeting.jpg
        #   caption: 编辑会议现场
      credit: { 综合科: 张某 }     # unit: name, or [name, name]

  工作动态:
    - title: 综合科开展稿件写作培训
      body: |
        综合科举办稿件写作培训，各部门通讯员参加。培训讲解了简讯和动态的写法，并用往期稿件作了点评。
      credit: { 综合科: 李某 }

  简讯:                          # briefs: one line each
    - 各部门确定通讯员1名，负责稿件报送。
    - 简报每月编发两期，月中、月末各一期。
`
}
