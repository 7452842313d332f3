import type { KeyTable } from './kind.ts'

/**
 * Words that people write for a key, by its English name; where a map has several of these names, the first that it has
 * is meant. A `-` before a word: it is near to another key by its letters, but means none.
 */
const MEANT = `
title 题目 主标题 大标题 标题名 文章标题 文章题目 题名 headline heading
subtitle 副标题 副标 subhead
shoulder 肩题 眉题 引标题 kicker
body 内容 正文内容 全文 文章 文章内容 文本 稿件 内文 content article
images 照片 配图 插图 图 图像 相片 贴图 picture pictures photo photos image figure figures
caption 说明 图片说明 图注 图释 图片说明文字 图题 标题 题注 文字说明 title description
placeholder 待补 占位图 缺图
credit 作者 署名 供稿人 供稿单位 供稿者 撰稿 撰稿人 撰文 通讯员 来源 投稿 投稿人 记者 单位 拍摄 摄影者 摄影师 摄 author authors byline by writer source photographer
note 按语 编者的话 编前语 编后 编后语
sections 版块 板块 栏 文章 内容 目录 section content articles
date 时间 出版日期 印发日期 发布日期 出刊日期 发刊日期 日 day time
number 期数 期 期次 第几期 刊号 issue no
total 总期数 总期
status 进度 稿件状态 state
pages 页 总页数 版数 page
cover 封面图 封面图片
approved 签发 签发人 审核 审批 审定 审核人
name 名称 刊物名称 刊物名 报名 简报名称 标题 title
issuer 主办 主办单位 编印单位 编发 编制单位 出版单位 发行单位 单位 publisher
classification 保密 密级标识 保密级别
colophon 版记 版尾 版权 尾部
design 样式 模板 版面 layout template style
frequency 周期 出版周期 频率
copies 印数 印份 印刷份数 数量
contact 电话 联系电话 联系人 邮箱 phone tel email
src 图片 路径 文件名 照片 地址 图片文件 path url image filename
fit 大小 宽度 宽 尺寸 对齐 排列 放置 width size align float position
alt 替代 描述 无障碍
start 另起 分页 换页
lead 头版 头版头条
attachments 附件名称 附
signature 署 落款单位 sign
- 引言 导语 摘要 提要 前言 abstract summary intro
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** The English name of the key that a word means in this table; null for a known word that means none, undefined for any other. */
export function meantKey(written: string, table: KeyTable): string | null | undefined {
  const word = written.trim().toLowerCase().replace(/\s+/g, '')
  const rows = MEANT.filter(([, ...words]) => words.includes(word))
  const row = rows.find(([name = '']) => Object.hasOwn(table, name))
  if (row) return row[0] as string
  return rows.some(([name]) => name === '-') ? null : undefined
}
