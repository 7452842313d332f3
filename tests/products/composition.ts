import sharp from 'sharp'
import { folderWith } from '../cli/project.ts'
import { photograph } from '../paint/sample-images.ts'

const PUBLICATION = `bulletin: 1
name: 柳溪工作简报
issuer: 柳溪区服务中心
masthead: { contents: true, style: image, image: issues/head.png }
sections: [要闻, 动态, { name: 简讯, style: briefs, numbering: "1." }]
colophon: { send_to: [各科室], people: { 编辑: 综合科 }, contact: 邮箱：a@example.cn }
images: { max_ppi: 150 }
`

const ISSUE = `date: 2026-01-05
status: review
sections:
  要闻:
    - title: 柳溪供水公司召开年度会议
      shoulder: 供水保障
      subtitle: 全年更换旧管二十六千米
      note: 编者按：本期介绍供水公司的做法，供各单位参考。
      body: |
        公司在[网址](https://example.com/a)和[信箱](mailto:a@example.com)公布了安排，居民可以拨打[热线](tel:12345)询问**停水时间**。

        ### 一级之下先写次级

        - 第一项工作是更换旧管。
        - 第二项工作见[很长的链接文字一直写到下一行为止还要再长一些才会折行](https://example.com/b)。

        1. 先贴告知。
        2. 再送用水。

        > 一位居民说，换管以后水压稳了。
        >
        > 另一位居民说，夜里施工没有吵到大家。

        ## 小标题

        ### 次级

        : 各项数量

        |  | 数量 | 附注 |
        | --- | --- | --- |
        | 旧管 | 26 | |
        | 详见[说明](https://example.com/c) | 2 | 已换 |

        ***

        最后一段 2026 年 1 月 5　日写完。稿件请寄tougao@mail.example.cn，或登录https://www.example.cn/tougao/2026/a_b__c__d办理。The work of the year is done and well.
      images:
        - { placeholder: 待补照片, caption: 检修现场, alt: 队员在夜里换管, credit: 王某 }
        - { src: a.jpg, caption: 会议现场 }
        - { src: b.png, caption: 示意图, alt: 两种颜色的图 }
      credit: { 综合科: [张某, 李某] }
  动态:
    - title: 加框的一篇
      box: true
      body: |
        框里的正文也要按次序读出来。

        ## 框内小题

        又一段。
    - title: 短稿一则|供 各单位参考
      body: 公园物业部把巡查路线从3条增加到7条。
  简讯:
    - 第一条简讯，见[网页](https://example.com/d)。
    - text: 第二条简讯见www.example.cn。
      credit: 综合科 https://example.com/e
`

/** A folder with an issue that has one of everything: every role of the tags, every kind of link and picture. */
export async function composition(settings = ''): Promise<string> {
  const [head, photo, drawing] = await Promise.all([
    photograph(600, 120).png().toBuffer(),
    photograph(1200, 800).jpeg({ quality: 90 }).toBuffer(),
    sharp({
      create: { width: 300, height: 200, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } },
    })
      .png()
      .toBuffer(),
  ])
  return folderWith({
    'publication.yaml': PUBLICATION + settings,
    'issues/2026-01.yaml': ISSUE,
    'issues/head.png': head,
    'issues/a.jpg': photo,
    'issues/b.png': drawing,
  })
}
