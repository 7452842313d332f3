import { endings } from './endings.ts'

/** Closed lists of words that titles are read by: the dictionary's classes tell the rest. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** Prepositions: they take what is behind them, and hang in the air at a line's end. */
export const PREPOSITIONS = set(
  '联合 会同 携手 协同 在 与 同 向 对 为 以 将 把 被 由 从 于 按 按照 依 经 经过 通过 对于 围绕 针对 根据 面向 向着 随着 自 沿 凭 用 比 距 至 就',
)

/** A preposition that takes a whole predicate: 关于印发…的通知. */
export const REGARDING = set('关于')

/** Of the prepositions, verbs too: 通过专家评审, 面向社会, 赴基地. */
export const ALSO_VERBS = set('联合 会同 携手 协同 通过 经过 面向 围绕 针对 为 用 比 经 至 与 同')

/** Conjunctions: what is before and behind them are halves of one. */
export const CONJUNCTIONS = set('和 及 暨 以及 并 或 与 同 而 且 兼 跟')

/** Verbs whose object acts itself: 让老旧厂房变身. */
export const CAUSATIVES = set(
  '让 使 令 叫 请 邀 助 助力 促进 推动 引导 鼓励 支持 带领 组织 指导 确保 帮助 带动 派 聘',
)

/** What ends an attribute: 老百姓的, 建设之. */
export const OF = set('的 之 地 得')

/** Behind a noun they make a place or a time of it: 会议上, 雨季前. */
export const LOCALIZERS = set(
  '上 下 中 里 内 外 前 后 间 时 期间 以来 以上 以下 以内 之际 之间 之后 之前 前夕 过后 旁 边 当天 伊始',
)

/** End the name of an occasion, which as often tells when: 旅游旺季｜景区推行分时预约. */
export const OCCASIONS = endings(
  '天气 旺季 淡季 高峰 时节 季节 首日 假期 佳节 当日 长假 开学季 毕业季 采暖季',
)

/** What never begins a line: it belongs to the word before. */
export const ENCLITICS = set('了 着 过 等 们 吗 呢 吧 啊 者 起 止 余 多 一行 左右 以上')

/** Completes the verb before it: 缩至, 抢出, 达到. */
export const COMPLEMENTS = set('到 至 为 上 出 起 进 成 入 于 好 完 开 下 来 回 掉 住')

/** Verbs of change, that take 至, 到 or 为 to them: 提升|至, 增加|到. */
export const CHANGES = set(
  '提升 提高 增加 增长 上升 下降 降低 减少 扩大 压缩 延长 缩短 推迟 提前 下沉 延伸 覆盖 落实',
)

/** One-character words that make one noun with the word before: 服务|队, 处理|厂, 满意|率. */
export const SUFFIXES = set(
  '区 市 省 县 镇 乡 村 街 路 桥 道 湖 河 江 港 湾 山 岛 站 场 厂 馆 所 院 局 处 科 部 厅 室 委 社 班 队 组 群 团 店 库 园 苑 城 楼 房 塔 家 员 长 师 生 工 人 手 会 赛 展 节 周 日 月 季 年 期 型 性 化 率 额 费 价 税 款 金 券 卡 证 证书 书 报 志 史 法 案 制 权 量 力 度 值 点 线 段 面 带 圈 链 网 管 车 船 机 器 仓 箱 台 地 区域 业 商 行 界 版 篇 令 奖 户 类 级 式 口 园区 体 库 课 学 校 系 军 术 剂 品 物 件 单 表 图 具 灯 门 牌 水 电 气 煤 油 林 田 树 城 渠 堤 坝 闸 井 池 罐 炉 塔 棚 粮 险 岗 廊 谷 岸 关 墙 榜 币 桩 链 伞 坊 亭 角 巷 墩 舱 苗 果 茶 米 菜 花 草 竹 鱼 瓜',
)

/** One-character words that make one noun with the word behind: 区|教育局, 新|门诊, 副|主任. */
export const PREFIXES = set(
  '年 区 市 县 省 镇 副 总 新 老 大 小 本 该 我 各 全 非 准 原 前 后 首 双 多 单 高 低 超 微 公 私 主 次 女 男 旧 好 古 名 两 暑 寒 满 零 无 党 团 校 院 厂 企',
)

/** Prefixes that also are the end of a place's name: 云汀|区. */
export const PLACE_ENDS = set('区 市 县 省 镇 乡 村 路 街 湖 河 江 港 湾 桥 岛 山 城')

/** Behind a number: 三十|辆, 二十四|小时, 五百万|标箱. */
export const MEASURES = set(
  '年 月 日 时 分 秒 天 周 季 号 期 次 届 名 个 人 元 万 亿 米 吨 项 条 户 座 所 批 轮 版 章 节 辆 台 家 件 起 场 处 间 栋 幢 套 种 类 级 位 项 里 度 克 升 吨 亩 公顷 公里 千米 平方米 立方米 千瓦 千瓦时 兆瓦 小时 分钟 周年 年度 季度 月份 个月 人次 万元 亿元 标箱 标准箱 岁 倍 成 折 层 站 号线 线 道 封 篇 本 册 张 幅 字 句 步 类 样 门 届 代 棵 株 头 只 艘 架 趟 班 趟次 单 点 口 枚 块 片 支 根 颗 盏 路 环 区 标段 期 大 条线 百家 余 多 余名 % ％ ℃ ‰',
)

/** Stand for someone: they begin a clause, and nothing describes them. */
export const PRONOUNS = set('我 你 您 他 她 它 我们 你们 他们 她们 咱们 大家 谁 自己')

/**
 * Nouns that head an institution, a document or an undertaking: what is before belongs to them (服务中心, 安全工作,
 * 改造工程), and they seldom describe what is behind.
 */
export const HEADS = set(
  '中心 公司 集团 委员会 管理局 有限公司 研究院 研究所 医院 学校 大学 学院 协会 学会 联合会 基金会 办公室 领导小组 小组 指挥部 合作社 博物馆 图书馆 文化馆 体育馆 银行 基地 园区 大厦 广场 车站 码头 机场 水厂 泵站 企业 单位 部门 机构 组织 人员 队伍 干部 人才 职工 员工 集体 个人 代表 工作 会议 大会 活动 项目 工程 建设 方案 计划 规划 纲要 意见 通知 办法 规定 条例 制度 机制 体系 平台 系统 模式 行动 任务 目标 要点 措施 举措 服务 管理 改革 发展 教育 培训 考核 评价 评估 检查 整治 治理 改造 调研 保障 责任 责任制 协议 情况 报告 总结 精神 思想 讲话 指示 建议 提案 问题 能力 水平 质量 成效 成果 经验 阶段 仪式 设施 设备 场所 场景 岗位 技术 技能 标准 资金 基金 资源 材料 物资 产品 市场 车间 线路 道路 管道 管网 住宅 小区 社区 大楼 建筑 结构 条件 资格 流程 程序 事项 清单 名单 案例 指南 规程 预案 草案 动态 信息 数据 称号 荣誉 难题 隐患 风险 秩序 行为 现象 时间 期间 比赛 竞赛 大赛 论坛 讲座 班 会 展 热线 窗口 大厅 通道 驿站 书房 食堂 公寓 公园 绿道 岸线 河道 水库 电站 变电站 处理厂 发电厂 示范区 开发区 产业园 培训班 座谈会 推进会 动员会 协调会 招聘会 报告会 启动会 评审会 发布会 志愿者 负责人 网络 链条 领域 环境 品牌 基因 事故 事件 灾害 案件 纠纷 矛盾 疾病 预警 用户 居民 家庭 群体 人群 权益 利益 形象 格局 局面 优势 潜力 动能 活力 压力 需求 空间 场地 用地 用房 费用 价格 收入 支出 成本 税收 补贴 奖励 保险 贷款 债券 证书 执照 许可 资质 名录 目录 图书 作品 文件 档案 记录 日记 故事 精神 作风 纪律 经济 结果 意识 理念 观念 氛围 文化 体制 产业 行业 事业 指标 数量 总量 总额 规模 面积 范围 内容 形式 方式 途径 渠道 布局 功能 性能 效率 效益 效果 作用 意义 特点 现状 状况 趋势 前景 要求 原则 方针 政策 战略 策略 法规 规则 守则 准则 手续 业务 环节 节点 时期 周期 期限 时限 进度 进展 步骤 素养 素质 技艺 知识 常识 课程 读物 书籍 刊物 节目 栏目 载体 阵地 团队 团体 社团 机关 成员 对象 人士 人物 主体 商户 门店 网点 站点 泊位 车位 学位 床位 摊位 区域 地区 地带 地段 路段 河段 片区 街区 枢纽 航线 车辆 船舶 器材 器械 仪器 装置 装备 配件 零件 部件 软件 名册 台账 档期 比例 指数 收益 利润 贡献 业绩 绩效 成绩 排名 名次 奖项 专班 小队 分队 大队 支队 战线 防线 屏障 底线 红线 现场 场馆 场站 库房 仓库 门户 账户 款项 专项资金 产值 销量 产量 出口额 增加值 余额 名额 份额 额度 幅度 力度 进程 历程 征程 道理 路径 通告 公告 公报 简章 章程 合同 协定 公约 倡议 宣言 图谱 图集 年鉴 年报 月报 周报 白皮书 蓝皮书 操作员 管理员 监督员 联络员 讲解员 工作者 爱好者 经营者 消费者 传承人 带头人 申请人 责任人 当事人 老人 儿童 学生 患者 游客 旅客 读者 观众',
)

/** Verbs that say how the next one is done: 加快|建设, 开始|受理. */
export const AUXILIARIES = set(
  '持续 稳步 深入 全面 进一步 带队 率队 牵头 加快 开始 继续 准备 力争 争取 着力 抓紧 停止 参与 协同 联合 合力 组织 全力 着手 带头 优先 坚持',
)

/** One-character verbs that do not join another character to a word; they have an object: 谋|发展, 暖|人心. */
export const PLAIN_VERBS = set(
  '记 有 是 无 做 看 让 谈 讲 问 谋 促 送 迎 赴 抓 保 护 暖 聚 创 争 当 到 变 破 学 防 抗 战 办 建 解 换 过 进 见 惠 享 走 来 去 成 用 享 忆 颂 守 传 展 树 筑 强 稳 增 提 降 减 清 治 管 入 下 访 评 选 说 听 读 写 种 住 吃 买 开 关 聘 招 引 育 赢 破 达 超 获 居 率',
)

/** Names of kinds of text. */
export const GENRES = endings(
  '公告 通告 公报 通知 意见 办法 方案 计划 规划 纲要 要点 条例 规定 规程 细则 规则 草案 指南 手册 问答 名单 名录 目录 清单 一览 综述 侧记 纪实 手记 日记 见闻 启事 启示 讲话 致辞 报告 解读 心得 思考 体会 倡议书 公开信 一封信 答记者问',
)

/** Describe all that follows, however long: 部分|公交线路走向, 首座|全地下变电站. */
export const DETERMINERS = set(
  '部分 各类 各级 各项 若干 有关 相关 所有 多个 首批 首个 首座 首家 首期 首条 首例 首单 首届 新修订 全国 全省 国家级 省级 市级 区级 县级 这些 那些 一批 多项 多家 数家 其他',
)

/** What is said of all of a place: 全区, 我市. */
export const REGIONS = set(
  '全市 全区 全县 全镇 全乡 全村 全街道 全集团 全公司 我国 我省 我市 我区 我县 我镇 我院 我校 我局 我公司 本省 本市 本区 本县 本镇 各地 各省 各市 各区 各县 各镇 各街镇 各单位 各部门',
)

/** Who acts: institutions and people. What follows them is rather a predicate: 区卫生监督所｜抽检游泳场馆水质. */
export const AGENTS = endings(
  '公司 集团 委员会 协会 学会 联合会 工会 商会 总会 基金会 理事会 董事会 监事会 委会 红十字会 所 法院 检察院 医院 馆 店 厂 合作社 学校 大学 学院 中学 小学 银行 支行 政府 府办 委办 会办 明办 信办 党委 团委 工委 纪委 编委 侨委 县委 区委 市委 省委 镇委 编办 支部 党组 总部 指挥部 宣传部 组织部 统战部 部门 单位 企业 机关 中心 街道 社区 妇联 残联 科协 工商联 侨联 职工 员工 党员 干部 居民 市民 村民 群众 志愿者 负责人 代表 委员 书记 主任 局长 区长 市长 县长 镇长 总经理 董事长 教师 学生 学子 青年 医生 工人 农民 农户 商户 用户 旅客 乘客 专家 人员 领导 班子 一行 二行 三行 国企 央企 民企 办事处 企业家 科学家 家长 民警 交警 法官 检察官 律师 护士 选手 队员 会员 团员 学员 司机 骑手 店主 业主 渔民 果农 老兵 官兵 工匠 劳模 游客',
  { 局: '大布格', 站: '一', 队: '道', 人: '行', 组: '重改小分', 团: '' },
)

/** Events and the like, which a whole predicate may describe: 民主生活会征求意见|座谈会. */
export const LARGE_EVENTS = endings('仪式 大会 大赛 论坛')
/** The same of words of three characters and more: 座谈会, but not 机会. */
export const EVENTS = endings('会 班 赛 周 月 日 节 营 团')

/** Verbs whose object is the name of an act or an event; no other verb follows them. */
export const LIGHT_VERBS = set('召开 举行 举办 开展 进行 实行 予以 给予 加以')

/** State something without an object: 竣工, 来袭. What stands behind is another clause's. */
export const INTRANSITIVES = set(
  '发力 施策 频发 频现 将至 投用 投运 开工 竣工 完工 通车 贯通 合龙 落成 落幕 闭幕 开幕 启幕 开班 结业 毕业 见效 上岗 到岗 返岗 亮相 来袭 封顶 动工 奠基 达产 投产 出炉 揭晓 复工 复产 开业 开园 开馆 开机 开讲 开考 开跑 开赛 开学 收官 问世 出圈 上新 揭牌 挂牌 落地 待命 值守 通水 通气 通电 通航 过会 上市 运行 营运 增效 提质 提速 升级 转型 达标 见面 变迁 出发 起航 启航 铺开 就绪 生效 失效 施行 再出发 报名 报到 先行 前行 奋进 起步 失守 断水 停水 停电 全覆盖 归来 上课 圆梦 增收 致富 露面 走红 凯旋 出征 集结 不足 到期 届满 受阻 受限 受损 受困 受罚 被查 被罚 获刑 获救 脱险 出险 遇险 超标 超期 逾期 回暖 回升 回落 走低 走高 趋稳 向好 转好 看好 可期 在望 告急 告捷 告罄 告终 见顶 见底 触底 反弹 企稳 开花 结果 生根 发芽 抽穗 破冰 破局 破题 出彩 出新 翻番 翻倍 翻身 腾飞 起飞 起势 起效 盛开 绽放 靠泊 启程 返程 首航 试航 上架 下架 上岸 下线 下水 入列 列装 停业 停产 停航 停运 停课 停工 停电 停气 封航 封路 开市 开镰 开犁 开耕 开渔 开锣 开唱 开演 开票 开抢 开闸 开建 开拍 开评 开庭 开审 开课 开考 落袋 落槌 落笔 到位 到户 到人 归仓 入库 面世 面市 诞生 过硬 倒伏 受捧 吃香 扩面 扩产 扩容 提标 受好评 获好评 受欢迎 受关注 受青睐 创新高 创佳绩 开门红 全年红 换新颜 展新貌 添新彩 出实招 见实效 求实效 办实事 解难题 不停工 不打烊 不停歇 不掉队 不缺席 怎么办 怎么管 怎么走 怎么看 怎么选 怎么用 怎么破 怎么赔 怎么改 知多少 在哪里 达九成 登陆 临近 爆裂 塌方 坍塌 泄漏 泄露 脱落 走失 失联 失踪 并网 复航 复课 复学 复诊 坐诊 出诊 会诊 就诊 看病 跑腿 出院 痊愈 起火 着火 失火 爆炸 倒塌 滑坡 决堤 断流 断电 断网 跳闸 抛锚 追尾 侧翻 相撞 落水 溺水 触电 坠落 坠楼 中毒 晕倒 昏迷 受伤 遇难 殉职 去世 逝世 病逝 成长 成才 成材 成势 成形 成型 成林 进场 退场 离场 入场 登场 增产 减产 丰收 歉收 绝收 受灾 受旱 返青 热销 畅销 滞销 脱销 断货 售罄 涨价 降价 上涨 下跌 下滑 下降 上升 增长 攀升 飙升 激增 骤增 骤降 猛增 倍增 走强 走弱 升温 降温 变暖 降雨 下雨 下雪 结冰 来临 到来 过境 消退 回国 离港 到港 返港 靠港 靠岸 出坞 清零 归零 搬家 乔迁 结题 过审 过关 清关 发车 首飞 试飞 首秀 首映 杀青 谢幕 登台 夺魁 折桂 摘金 夺金 夺冠 卫冕 出线 失利 获胜 取胜 告破 落网 归案 自首 伏法 出庭 胜诉 败诉 撤诉 立案 结案 宣判 到账 到货 入账 入仓 满员 爆满 爆棚 火爆 走俏 升空 亮灯 熄灯 停摆 瘫痪 拥堵 中断 重生 复苏 崛起 兴旺 衰退 破损 损坏 断裂 开裂 渗水 漏水 漏气 积水 淤积 堵塞 变清 变美 变样 蝶变 嬗变 焕新 上墙 上云 入网 进校 出站 下乡 剪彩 致辞 表态 宣誓 就职 履新 到任 卸任 入伍 转业 开张 打烊 歇业 倒闭 换挡 换新 远航 奔跑 接棒 破茧 突围 进位 争先 领先 掉队 缺席 违约 履约 守信 践诺 团聚 团圆 重逢 相聚 付印 付梓 碰面 会面 会晤 谈心 交心 欢庆 狂欢 沸腾 起舞 入汛 入梅 出梅 入伏',
)

/** Common family names, enough for names that a dictionary cuts into single characters. */
export const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝安常乐于时傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄家封储靳焦牧山谷车侯班仰秋仲伊宁仇甘厉祖武符刘景詹龙叶幸司黎薄印白蒲从鄂索赖卓蔺屠蒙池乔习曾关聂晁游' +
  '瞿阎欧闫肖代付岳向闻沙敖冷辛简饶'

/** An office, which a name follows: 副区长沈知远. */
export const OFFICE = endings('长 书记 主任 主席 经理 委员 代表 教授 院士 主管 同志 员 师 总')
