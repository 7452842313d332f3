/** Paragraphs of an invented bulletin that hold together all that composition has a rule for. */
export const SAMPLE_TEXTS: readonly string[] = [
  '3月4日，柳溪供水公司检修队对北环路老旧管线进行夜间更换。检修前，队员逐户张贴停水告知，联系社区为行动不便的老人送去桶装水；凌晨4时20分，新管线冲洗合格，比原定时间提前40分钟恢复供水。',
  '“汛期将至，泵站怎么守？”“两小时一次，大雨加密到半小时。”值班员（实习）指着《泵站值班手册（试行）》说：“每一页都要签名——这是规矩……”大家会心地笑了。',
  '据统计，一季度受理来电1,864件（同比+12.5%），其中报修1120件、咨询689件、建议55件；平均办结1.6天，支出￥3.2万元，气温-5℃～8℃，坡度30°，第1—5号线路全部达标。',
  '会上发布了AI+BIM协同平台v2.0，接入IoT传感器3,200个，详见https://example.com/bulletin/2026/06?id=18或致信office@example.com。The platform went live on 1 June, after a fortnight of trials.',
  '陈·阿依努尔、苏怡然／陆明远等同志参加。①管线；②阀门；③水表。“‘芯’聚力”行动、《〈条例〉释义》学习会、（（附件））……均已完成！！真的吗？！是的。',
  '国家电网云汀供电公司迎峰度夏准备就绪，internationalization与telecommunications设备同步更新，Mr. O’Neil said “well done”, 现场掌声不断。',
  '好。',
  '工作组随后来到调度中心，听取了汛期值班、物资储备和应急演练的情况汇报',
]

export const SAMPLE_TITLES: readonly string[] = [
  '区企业服务中心检查冬季供水保障暨节前安全工作',
  '副区长闻晓岚赴在建工地开展汛前安全检查',
  '关于印发《云汀区属企业2026年度安全生产工作要点》的通知',
  '柳溪供水公司连夜更换管线　两千户居民清晨用上新水',
  '“三件套”怎么用？——青禾控股集团BIM技术现场会侧记',
  '今年1—5月全区固定资产投资增长12.5%',
  '碳达峰碳中和工作领导小组第三次会议召开、部署下半年重点任务',
]
