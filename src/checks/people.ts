/** Titles that stand before a name; longer ones first, so that 副总经理 is not taken for 总经理. */
const TITLE_WORDS =
  '党组书记 党委书记 党支部书记 支部书记 纪委书记 副书记 书记 副总经理 总经理 副董事长 董事长 监事会主席 副主席 主席 副主任 主任 副区长 区长 副市长 市长 副县长 县长' +
  ' 副镇长 镇长 副局长 局长 副部长 部长 副处长 处长 副科长 科长 副院长 院长 副校长 校长 副秘书长 秘书长 常委 委员 总工程师 总会计师 总监 队长 站长 经理'

const TITLES = TITLE_WORDS.split(' ')

/** Characters that follow a name and are no part of it. */
const AFTER =
  '、，。；：！？（）”等一及与和同在就对向赴到率带出主参作致表指强介要说讲听察看检查调分围充代为是'

/** Common surnames: what follows a title and begins with another character is hardly a name. */
const SURNAMES = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤季翟施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳欧殷詹申欧关耿焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈鞠匡',
])

/** A person named in a text after a title. */
export interface NamedPerson {
  readonly name: string
  readonly at: number
  readonly title: string
}

const PATTERN = new RegExp(`(${TITLES.join('|')})([\\u4e00-\\u9fff]{2,3})(?=$|[${AFTER}])`, 'g')

/** People named right after a title: “区委常委、副区长朱某某带队……”. */
export function peopleIn(text: string): readonly NamedPerson[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const [whole, title = '', name = ''] = match
    if (!SURNAMES.has(name[0] as string) || TITLES.some((one) => one.startsWith(name))) return []
    return [{ name, at: match.index + whole.length - name.length, title }]
  })
}

/** The title a text has right before a place; '' for none. */
export function titleBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 8), at)
  return TITLES.find((title) => before.endsWith(title)) ?? ''
}
