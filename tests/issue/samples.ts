import type { SourceText } from '../../src/base/source.ts'

/** The worked example of the language: every form that a publication, an issue and an article's file have. */
export const publication: SourceText = {
  file: 'publication.yaml',
  text: `# 刊物
bulletin: 1                      # 格式版本，必填。升级工具后旧文件照样能编译
design: two-column
name: 城南工作动态               # 刊名（报头大字），必填
subtitle: ""                     # 刊名下小字
issuer: 城南区企业服务中心       # 编发单位，必填
classification: ""
language: zh-CN

numbering:
  reset: yearly
  anchor: { issue: 2024-01, total: 87 }
  text: "{yyyy}年第{n}期（总第{total}期）"
  date: "{yyyy}年{m}月{d}日"
frequency: semimonthly           # weekly｜semimonthly｜monthly｜irregular

masthead:
  style: red                     # red 套红｜plain 单色｜image 整幅图
  image: null
  logo: null
  rule: double
  height: 62mm
  contents: false

page:
  size: A4                       # A4｜A3｜B5｜16K｜[210mm, 285mm]
  margin: { top: 24mm, bottom: 22mm, inside: 19.8mm, outside: 19.8mm }
  columns: 2
  column_gap: 2em
  column_rule: none
  balance: last
  number: "— {page} —"
  number_from: 1
  number_align: outside
  header: "{name}　{issue}"
  bleed: 0mm
type:
  body: { font: 宋体, size: 五号, line_height: 16.5pt }
  headline: { font: 黑体, size: 小三, align: center }
  subhead: { font: 黑体, size: 五号 }
  section: { font: 黑体, size: 四号, brackets: "", color: accent }
  credit: { font: 楷体, size: 五号, align: right }
  caption: { font: 楷体, size: 小五, align: center }
  latin: null
  indent: 2em
  emphasis: kai
  punctuation: full
  break: normal
  hang: false
  han_latin_space: 0.25em
fonts:
  仿宋: { file: fonts/仿宋.ttf }
  小标宋: { file: fonts/小标宋.ttf, fallback: [宋体] }
color: { accent: "#c00000", mode: rgb }

sections:
  - 领导关注
  - 国企动态
  - 专题报道
  - 经验与交流
  - { name: 简讯, style: briefs, numbering: "1." }
credit:
  text: "【供稿：{credits}】"
  org_separator: "、"
images:
  fit: column
  ratio: "3:2"
  min_ppi: 150
  max_ppi: 220
  quality: 82
  strip_metadata: true
  placeholder: box
colophon:
  send_to: [区企业服务联席会议成员单位]
  copy_to: []
  people: { 编辑: 综合科 }
  contact: "电话：0000-0000000"
  copies: 120

check:
  profile: official
  roster: null
  dictionaries: []
  fail_on: error
  rules: { list-count: warning, date-range: error, name-variant: warning }
output:
  dir: output
  name: "{name}-{yyyy}-{nn}"
  make: [pdf]
  max_size: 5MB
`,
}

export const issue: SourceText = {
  file: 'issues/2024-01.yaml',
  text: `# yaml-language-server: $schema=../schema/issue.schema.json
date: 2024-01-15
pages: 4                         # 目标页数
status: review                   # draft｜review（盖“送审稿”字样）｜final
sections:
  领导关注:
    - title: 区企业服务中心检查冬季供水保障
      lead: false
      body: |
        1 月 8 日，区企业服务中心工作组到甲水务公司检查冬季供水保障。工作组察看了调度室和
        抢修仓库，听取了值班安排。

        工作组提出三点要求：一要备足物资；二要**落实值班**；三要加强巡查。
      images:
        - src: 2024-01/ducha.jpg
          caption: 工作组在调度室了解情况
          fit: right             # 半栏，文字绕排
          focus: [0.4, 0.3]      # 裁切时保住的一点
          alt: 几个人站在调度屏幕前
      credit: { 甲水务公司: [张某, 李某] }

  国企动态:
    - file: 2024-01/salon.md     # 一稿一文件，Markdown＋题头
    - title: “六个一”举措推动服务升级
      subtitle: 乙住房公司公租房管理纪实
      columns: 2
      body: |
        乙住房公司推出“六个一”举措，全年受理来电 4452 件。

        ## 一、开通一条热线

        居民可拨打[服务热线](tel:12345)咨询，每平方米（m^2^）租金标准同时公布。

        ![](reception)

        ## 二、编印一本手册

        手册分 5 个部分。
      images:
        - id: reception          # 在正文里用 ![](reception) 定位
          caption: 接待大厅
          placeholder: 待补：接待大厅照片
      credit:
        乙住房公司: 王某

  简讯:
    - 1 月中旬，丙交通公司完成前进路（甲路—乙路）道路改造竣工验收。
    - text: 近日，丁文旅公司研学产品入选示范基地名单。
      credit: { 丁文旅公司: 赵某 }
`,
}

export const article: SourceText = {
  file: 'issues/2024-01/salon.md',
  text: `---
title: 企业家沙龙举办
credit: { 丙交通公司: [钱某, 孙某] }
images:
  - { src: salon.png, caption: 沙龙现场, fit: page }
---
1 月 10 日，企业家沙龙在产业园举行。活动邀请园区企业共同回顾一年工作。

与会者围绕市场开拓、技术创新、产业链合作三个方面交流。
`,
}
