import type { Texts } from './under-review.ts'

const PUBLICATION = `# 刊物设置
bulletin: 1
name: 云汀简报   # 刊名
issuer: 云汀区办公室
numbering: { reset: yearly, anchor: { issue: 2026-01, total: 8 }, text: "第{n}期（总第{total}期）" }
sections: [领导关注, 国企动态, 一线, { name: 简讯, style: briefs, numbering: "1." }]
colophon:
  report_to: [区委办公室, 区政府办公室]   # 报
  send_to: [各街道, 各区属企业]
  people: { 审核: 沈知行, 编辑: [苏晚晴, 叶舟] }
  contact: 电话：0000-1234
  copies: 120
`

const plain = (n: number) => `    - title: 水务集团第${n}水厂检查供水保障|部署高温时段值班   # 第${n}篇
      shoulder: 迎峰度夏进行时之${n}
      subtitle: ——第${n}水厂见闻
      body: |
        6月${n}日，工作组到第${n}水厂察看**制水工艺**，供水量达到${n}2.6万立方米。

        ## 一、摸清底数之${n}

        据介绍，入夏前已检修加压泵站${n}座，更换管道*8.${n}千米*，面积${n}00m^2^。

        值班员说：“画面稳定，响应及时。”第${n}班次逐时登记，逐日公布。

        - 水泵${n}台，备件齐全
        - 沙袋${n}百个
        - 照明车${n}辆

        末段${n}写下一步：推广到其余水厂，年底前完成。
      # 照片已到
      images:
        - src: p${n}.jpg
          caption: 图为第${n}水厂调度大厅
          credit: 林小禾${n}
      credit: { 水务集团: 周明远 }   # 供稿
`

const table = (n: number) => `    - 标题: 岸桥${n}号改造投入运行
      正文: |
        5月${n}日，岸桥${n}号完成远程控制改造，转入常态运行，主要指标如下。

        : 岸桥${n}号主要指标
        | 指标 | 改造前 | 改造后 |
        | --- | ---: | ---: |
        | 单机装卸量${n} | 24.6 | 29.8 |
        | 在港时间${n} | 47 | 35 |
        : 注：数据截至5月${n}日。

        1. 先培训操作员${n}名
        2. 再调试设备${n}台
        3. 后转入值守${n}班

        > 司机${n}说：“茶刚泡好，就轮到我了。”

        账本上的变化看得见，司机们的感受更直接，第${n}周减少排队。
      供稿:
        港务公司: 苏晚晴   # 第${n}稿
        产业园公司: [叶舟, 何牧之]
`

const noted = (n: number) => `---
title: 老粮仓变身城市书房之${n}   # 已核
note: 编者按第${n}段：本期介绍书房的做法，供参考。
images:
  - id: 书房${n}
    src: s${n}.jpg
    caption: 市民在书房${n}阅读
    credit: 田秋实
credit: 文旅公司 田秋实
---
5月1${n}日，由老粮仓改建的城市书房正式开放[^1]，首个周末接待读者${n}200人次。

![](书房${n})

老粮仓建于上世纪，有筒仓${n}座，停用多年，
屋顶漏雨。设计人员在仓顶开设天窗。

### （一）光与声之${n}

书房藏书${n}.6万册，设座位${n}40个，**每天开放**，见[公告](https://example.org/a)。

[^1]: 第${n}座城市书房，位于澄湖北岸。
`

const brief = (n: number) => `    - 文字: 5月${n}日，产业园公司举办第${n}场招聘会，达成意向${n}3人。
      供稿: { 产业园公司: 叶舟 }
`

/** An issue as an office writes it: YAML and articles of their own, pictures, credits, lists, tables, notes, numbers, comments. */
export const OFFICE = officeIssue(6)

/** The same with an article of each kind. */
export const SMALL_OFFICE = officeIssue(1)

function officeIssue(count: number): Texts {
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const briefs = Array.from({ length: count * 2 }, (_, at) => at + 1)
  const files = numbers.map((n) => [`issues/1/${n}.md`, noted(n)] as const)
  return {
    'publication.yaml': PUBLICATION,
    'issues/1.yaml': `# 第一期
date: 2026-06-15   # 印发
number: 6
sections:
  领导关注:   # 头版
${numbers.map(plain).join('')}
  国企动态:
${numbers.map((n) => table(n + 10)).join('')}
  # 单独成文的几篇
  一线:
${numbers.map((n) => `    - file: 1/${n}.md # 文${n}\n`).join('')}
  简讯:
${briefs.map(brief).join('')}    - 5月29日，文旅公司开放夜场。   # 无署名
# 完
`,
    ...Object.fromEntries(files),
  }
}
