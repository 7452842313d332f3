// Made by `npm run schema` from the tables that read the files; not to be edited by hand.

/** A text; a number is taken as its digits. */
type Text = string | number

interface AnchorInput {
  /** A known issue, such as 2024-01 */
  readonly issue: string
  /** Its running total */
  readonly total: number
}

interface AnchorInputZh {
  /** 已知的一期，如 2024-01 */
  readonly 期: string
  /** 那一期的总期号 */
  readonly 总期号: number
}

interface ApprovedInput {
  /** Who approved it */
  readonly by?: Text | null | undefined
  /** When */
  readonly on?: string | null | undefined
  /** The number (校样号) on the proof that was approved; later changes are reported */
  readonly hash?: Text | null | undefined
}

interface ApprovedInputZh {
  /** 签发人 */
  readonly 签发人?: Text | null | undefined
  /** 签发日期 */
  readonly 日期?: string | null | undefined
  /** 签发的那份校样上的校样号；此后内容有改动就会提示 */
  readonly 校验?: Text | null | undefined
}

interface ArchiveInput {
  /** PDF/A-2, or PDF/A-1b for archives that take nothing newer */
  readonly standard?: 'A-2' | 'PDF/A-2' | 'A-1b' | 'PDF/A-1b' | null | undefined
  /** sources: puts the issue's YAML and Markdown into the file, which is PDF/A-3 then */
  readonly attach?: 'none' | '不附' | 'sources' | '源文件' | null | undefined
}

interface ArchiveInputZh {
  /** 按 PDF/A-2，或只认旧标准的档案系统要的 PDF/A-1b */
  readonly 标准?: 'A-2' | 'PDF/A-2' | 'A-1b' | 'PDF/A-1b' | null | undefined
  /** 源文件：把这一期的 YAML 和 Markdown 一并放进存档文件，就成 PDF/A-3 */
  readonly 附件?: 'none' | '不附' | 'sources' | '源文件' | null | undefined
}

interface BodyInput {
  /** Family: 宋体, 黑体, 楷体, or a name of fonts: */
  readonly font?: Text | null | undefined
  /** Size, such as 五号 or 10.5pt */
  readonly size?: string | null | undefined
  /** regular or bold */
  readonly weight?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** Alignment */
  readonly align?: 'left' | '左' | 'center' | '中' | 'right' | '右' | 'justify' | '两端' | null | undefined
  /** Colour */
  readonly color?: string | null | undefined
  /** Height of a line of the grid */
  readonly line_height?: Text | null | undefined
}

interface BodyInputZh {
  /** 字体名：宋体、黑体、楷体，或 fonts 里起的名字 */
  readonly 字体?: Text | null | undefined
  /** 字号，如 五号 或 10.5pt */
  readonly 字号?: string | null | undefined
  /** 常规或粗 */
  readonly 粗细?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** 对齐方式 */
  readonly 对齐?: 'left' | '左' | 'center' | '中' | 'right' | '右' | 'justify' | '两端' | null | undefined
  /** 颜色 */
  readonly 颜色?: string | null | undefined
  /** 行高，即行格的高度 */
  readonly 行高?: Text | null | undefined
}

interface BookletInput {
  /** The paper printed on: auto is two pages wide (A3 for A4 pages, A4 for A5); pages that do not fit are made smaller: A4 pages on A4 to 70.7 % */
  readonly sheet?: 'auto' | '自动' | 'A3' | 'B4' | 'A4' | null | undefined
  /** Where blank pages go: before the last page, or after it; auto: before it when it has the colophon and no article runs on to it */
  readonly blanks?: 'auto' | '自动' | 'before-last' | '末页前' | 'end' | '最后' | null | undefined
  /** How far each inner sheet's pages move to the fold: about the paper's thickness */
  readonly creep?: Text | null | undefined
}

interface BookletInputZh {
  /** 打印用的纸：自动为两页并排那么大（A4 页面用 A3，A5 页面用 A4）；放不下就缩小，A4 页面拼在 A4 纸上缩到 70.7% */
  readonly 纸张?: 'auto' | '自动' | 'A3' | 'B4' | 'A4' | null | undefined
  /** 凑足四的倍数的空白页放在末页（报尾）前还是最后；自动：有报尾而文章不跨到末页时放在末页前 */
  readonly 空白页?: 'auto' | '自动' | 'before-last' | '末页前' | 'end' | '最后' | null | undefined
  /** 每套进一张纸向订口移多少，约为纸厚 */
  readonly 爬移?: Text | null | undefined
}

interface CheckInput {
  /** Usage of offices, of the press, or none */
  readonly profile?: 'official' | '公文' | 'press' | '报刊' | 'off' | '关' | null | undefined
  /** File of names, titles and their order */
  readonly roster?: Text | null | undefined
  /** Files of words (wrong => right) */
  readonly dictionaries?: Text | readonly Text[] | null | undefined
  /** What makes a check fail */
  readonly fail_on?: 'error' | '错误' | 'warning' | '警告' | 'never' | '从不' | null | undefined
  /** Level of each rule */
  readonly rules?: RulesInput | null | undefined
}

interface CheckInput2 {
  /** Ranges of dates: 日 missing, ends before it begins */
  readonly 'date-range'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Dates that do not exist */
  readonly 'date-impossible'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Weekdays that do not go with their dates */
  readonly weekday?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Counts announced and listed; gaps in numbering */
  readonly 'list-count'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Half-width marks in Chinese text */
  readonly 'half-width'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Quotes and brackets without partner */
  readonly unpaired?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** A full stop at the end of a headline */
  readonly 'title-end'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Ellipses other than …… */
  readonly ellipsis?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Dashes other than —— */
  readonly dash?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Half-width hyphens between places or numbers */
  readonly hyphen?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Full-width digits; numbers written in two ways */
  readonly numbers?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Names that differ in one character */
  readonly 'name-variant'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Titles and order other than in the roster */
  readonly roster?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Words of the word lists */
  readonly dictionary?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Common misspellings */
  readonly typo?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Repeated paragraphs and headlines */
  readonly repeat?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Articles without a credit */
  readonly 'credit-missing'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
}

interface CheckInputZh {
  /** 按公文习惯、报刊习惯，或不查 */
  readonly 习惯?: 'official' | '公文' | 'press' | '报刊' | 'off' | '关' | null | undefined
  /** 名录文件：姓名、职务、次序 */
  readonly 名录?: Text | null | undefined
  /** 易错词表文件（错 => 对） */
  readonly 词表?: Text | readonly Text[] | null | undefined
  /** 查到什么算不通过 */
  readonly 不通过?: 'error' | '错误' | 'warning' | '警告' | 'never' | '从不' | null | undefined
  /** 逐项开关和级别 */
  readonly 规则?: RulesInputZh | null | undefined
}

interface CheckInputZh2 {
  /** 起止日期：缺“日”、先后颠倒 */
  readonly 日期起止?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 不存在的日期 */
  readonly 日期有误?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 星期与日期不符 */
  readonly 星期?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** “三点要求”与实际条数不符、序号不连续 */
  readonly 条数?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 中文里的半角标点 */
  readonly 半角标点?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 引号、括号不成对 */
  readonly 引号括号?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 标题末尾的句号 */
  readonly 标题末尾?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 省略号应为“……” */
  readonly 省略号?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 破折号应为“——” */
  readonly 破折号?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 地名、数字之间的半角“-” */
  readonly 连接号?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 全角数字、同一期里写法不一致 */
  readonly 数字?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 姓名、单位名只差一个字 */
  readonly 名称写法?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 职务、次序与名录不符 */
  readonly 名录?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 易错词表里的词 */
  readonly 词表?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 常见的错别字 */
  readonly 错别字?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 重复的段落、标题 */
  readonly 重复?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 没有供稿单位 */
  readonly 缺供稿?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
}

interface ColophonInput {
  /** Reported to */
  readonly report_to?: Text | readonly Text[] | null | undefined
  /** Sent to */
  readonly send_to?: Text | readonly Text[] | null | undefined
  /** Copied to */
  readonly copy_to?: Text | readonly Text[] | null | undefined
  /** Who gets copies of an official paper */
  readonly cc?: Text | readonly Text[] | null | undefined
  /** Editors, proof readers and so on */
  readonly people?: { readonly [name: string]: Text | readonly Text[] } | null | undefined
  /** Telephone, mail */
  readonly contact?: Text | null | undefined
  /** Who issues an official paper, beside the date of issue in the last row */
  readonly issued_by?: Text | null | undefined
  /** On an even page, a new one where the text ends on an odd page */
  readonly even_page?: boolean | '是' | '否' | null | undefined
  /** Copies printed */
  readonly copies?: number | null | undefined
  /** A QR code at the right: the address or text that it holds */
  readonly qr?: string | null | undefined
}

interface ColophonInputZh {
  /** 报：上级单位 */
  readonly 报?: Text | readonly Text[] | null | undefined
  /** 送：单位 */
  readonly 送?: Text | readonly Text[] | null | undefined
  /** 发：单位 */
  readonly 发?: Text | readonly Text[] | null | undefined
  /** 公文版记的抄送机关 */
  readonly 抄送?: Text | readonly Text[] | null | undefined
  /** 编辑、校对等 */
  readonly 人员?: { readonly [name: string]: Text | readonly Text[] } | null | undefined
  /** 电话、邮箱 */
  readonly 联系方式?: Text | null | undefined
  /** 公文版记的印发机关；右边是印发日期 */
  readonly 印发机关?: Text | null | undefined
  /** 报尾（版记）排在偶数页上，正文止于奇数页时另起一页 */
  readonly 偶数页?: boolean | '是' | '否' | null | undefined
  /** 共印份数 */
  readonly 份数?: number | null | undefined
  /** 报尾右端的二维码：扫出来的网址或文字 */
  readonly 二维码?: string | null | undefined
}

interface ColorInput {
  /** Colour of masthead and sections */
  readonly accent?: string | null | undefined
  /** Colour mode */
  readonly mode?: 'rgb' | '彩色' | 'gray' | '灰度' | 'cmyk' | '四色' | null | undefined
}

interface ColorInputZh {
  /** 报头和栏目的颜色 */
  readonly 强调色?: string | null | undefined
  /** 颜色模式 */
  readonly 模式?: 'rgb' | '彩色' | 'gray' | '灰度' | 'cmyk' | '四色' | null | undefined
}

interface CoverInput {
  /** Name for ![](name) in the body; the file name when absent */
  readonly id?: Text | null | undefined
  /** Picture file, relative to this file */
  readonly src?: Text | null | undefined
  /** A QR code instead of a picture: the address or text that it holds */
  readonly qr?: string | null | undefined
  /** Words in the box until the picture is there */
  readonly placeholder?: Text | null | undefined
  /** Caption */
  readonly caption?: Text | null | undefined
  /** Description for screen readers */
  readonly alt?: Text | null | undefined
  /** Column, two columns, page, a whole page, or beside the text */
  readonly fit?: 'column' | '栏宽' | 'two' | '两栏' | 'page' | '通栏' | 'left' | '左侧' | 'right' | '右侧' | 'full' | '整版' | null | undefined
  /** Width to height, such as "3:2"; left out, the photograph's own from 3:4 to 2:1 (3:1 across), auto for its own whatever it is */
  readonly ratio?: Text | null | undefined
  /** Point kept when cropped: [across, down] */
  readonly focus?: readonly Text[] | null | undefined
  /** Photographer */
  readonly credit?: Text | null | undefined
}

interface CoverInputZh {
  /** 在正文里用 ![](编号) 定位；不写就用文件名 */
  readonly 编号?: Text | null | undefined
  /** 图片文件，相对于本文件 */
  readonly 文件?: Text | null | undefined
  /** 代替图片的二维码：扫出来的网址或文字 */
  readonly 二维码?: string | null | undefined
  /** 图片还没有时，灰框里的字 */
  readonly 占位?: Text | null | undefined
  /** 图下说明 */
  readonly 图说?: Text | null | undefined
  /** 给读屏软件的描述 */
  readonly 替代文字?: Text | null | undefined
  /** 栏宽、跨两栏、通栏、整版，或半栏绕排 */
  readonly 位置?: 'column' | '栏宽' | 'two' | '两栏' | 'page' | '通栏' | 'left' | '左侧' | 'right' | '右侧' | 'full' | '整版' | null | undefined
  /** 宽高比，如 "3:2"；不写就用照片自己的（3:4 到 2:1 之间，通栏到 3:1），auto 完全用照片自己的 */
  readonly 比例?: Text | null | undefined
  /** 裁切时保住的一点 [左右, 上下] */
  readonly 焦点?: readonly Text[] | null | undefined
  /** 摄影者 */
  readonly 摄影?: Text | null | undefined
}

interface CreditInput {
  /** How credits are printed; {credits} stands for units and names */
  readonly text?: Text | null | undefined
  /** Between units */
  readonly org_separator?: Text | null | undefined
}

interface CreditInputZh {
  /** 供稿的印法，{credits} 处填单位和姓名 */
  readonly 式样?: Text | null | undefined
  /** 几个单位之间的字符 */
  readonly 单位间隔?: Text | null | undefined
}

interface EarInput {
  /** Its title */
  readonly title?: Text | null | undefined
  /** Its words, in paragraphs */
  readonly text: Text
}

interface EarInputZh {
  /** 报眼的标题 */
  readonly 标题?: Text | null | undefined
  /** 报眼里的话，可以分段 */
  readonly 文字: Text
}

interface FitInput {
  /** Report only, or adjust */
  readonly mode?: 'report' | '只报告' | 'auto' | '自动' | null | undefined
  /** How far the line height may change */
  readonly line_height?: Text | null | undefined
  /** How far a picture's height may change */
  readonly image?: Text | null | undefined
  /** Lines that may come or go around headings */
  readonly heading?: number | null | undefined
}

interface FitInputZh {
  /** 只报告差多少，还是自动微调 */
  readonly 方式?: 'report' | '只报告' | 'auto' | '自动' | null | undefined
  /** 行高最多改多少 */
  readonly 行高?: Text | null | undefined
  /** 图片高度最多改多少 */
  readonly 图片?: Text | null | undefined
  /** 标题上下最多增减几行 */
  readonly 标题?: number | null | undefined
}

interface FontsInput {
  /** Font file (TTF, OTF, TTC, WOFF); none where a built-in family only gets fallbacks */
  readonly file?: Text | null | undefined
  /** Font file of its bold; without it the bold in file, or else a stroke along the outlines */
  readonly bold?: Text | null | undefined
  /** Which face of a TTC; chosen by the publication’s language when left out */
  readonly face?: Text | null | undefined
  /** Which weight of a variable font or a TTC: 400 regular, 500 medium, 700 bold; 400 when left out */
  readonly weight?: number | null | undefined
  /** Families or font files for characters it lacks; 宋体, 黑体 and 楷体 may have them too */
  readonly fallback?: Text | readonly Text[] | null | undefined
}

interface FontsInputZh {
  /** 字体文件（TTF、OTF、TTC、WOFF）；内置字体只加后备时不写 */
  readonly 文件?: Text | null | undefined
  /** 粗体的字体文件；没有就用 file 里的粗体，再没有就描边加粗 */
  readonly 粗体?: Text | null | undefined
  /** TTC 里取哪一款；不写就按刊物的语言取 */
  readonly 字面?: Text | null | undefined
  /** 可变字体或 TTC 里取哪个字重：400 常规，500 中等，700 粗；不写是 400 */
  readonly 字重?: number | null | undefined
  /** 缺字时依次改用的字体或字体文件；宋体、黑体、楷体也可以加 */
  readonly 后备?: Text | readonly Text[] | null | undefined
}

interface FootnoteInput {
  /** Family: 宋体, 黑体, 楷体, or a name of fonts: */
  readonly font?: Text | null | undefined
  /** Size, such as 五号 or 10.5pt */
  readonly size?: string | null | undefined
  /** regular or bold */
  readonly weight?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** Alignment */
  readonly align?: 'left' | '左' | 'center' | '中' | 'right' | '右' | 'justify' | '两端' | null | undefined
  /** Colour */
  readonly color?: string | null | undefined
  /** Numbers begin anew on each page (the default) or in each article */
  readonly number?: 'page' | '每页' | 'article' | '每篇' | null | undefined
}

interface FootnoteInputZh {
  /** 字体名：宋体、黑体、楷体，或 fonts 里起的名字 */
  readonly 字体?: Text | null | undefined
  /** 字号，如 五号 或 10.5pt */
  readonly 字号?: string | null | undefined
  /** 常规或粗 */
  readonly 粗细?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** 对齐方式 */
  readonly 对齐?: 'left' | '左' | 'center' | '中' | 'right' | '右' | 'justify' | '两端' | null | undefined
  /** 颜色 */
  readonly 颜色?: string | null | undefined
  /** 每页重新从①编起（默认），还是每篇 */
  readonly 编号?: 'page' | '每页' | 'article' | '每篇' | null | undefined
}

interface HeadlineInput {
  /** Family: 宋体, 黑体, 楷体, or a name of fonts: */
  readonly font?: Text | null | undefined
  /** Size, such as 五号 or 10.5pt */
  readonly size?: string | null | undefined
  /** regular or bold */
  readonly weight?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** Alignment */
  readonly align?: 'left' | '左' | 'center' | '中' | 'right' | '右' | 'justify' | '两端' | null | undefined
  /** Colour */
  readonly color?: string | null | undefined
}

interface HeadlineInputZh {
  /** 字体名：宋体、黑体、楷体，或 fonts 里起的名字 */
  readonly 字体?: Text | null | undefined
  /** 字号，如 五号 或 10.5pt */
  readonly 字号?: string | null | undefined
  /** 常规或粗 */
  readonly 粗细?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** 对齐方式 */
  readonly 对齐?: 'left' | '左' | 'center' | '中' | 'right' | '右' | 'justify' | '两端' | null | undefined
  /** 颜色 */
  readonly 颜色?: string | null | undefined
}

interface ImagesInput {
  /** Column, page, or beside the text */
  readonly fit?: 'column' | '栏宽' | 'page' | '通栏' | 'left' | '左侧' | 'right' | '右侧' | null | undefined
  /** Width to height; left out, a photograph keeps its own from 3:4 to 2:1, a placeholder has this one, or 3:2; auto for the photograph's own, whatever it is */
  readonly ratio?: Text | null | undefined
  /** Below this there is a warning; in the press file below 225 too */
  readonly min_ppi?: number | null | undefined
  /** Above this pictures are made smaller */
  readonly max_ppi?: number | null | undefined
  /** JPEG quality; for screens a grainy photograph gets less (up to 16, never below 66), unless it is 86 or more */
  readonly quality?: number | null | undefined
  /** Leave out place and camera; with false, a JPEG that goes in as it is keeps them, one that is reduced or converted does not */
  readonly strip_metadata?: boolean | '是' | '否' | null | undefined
  /** A box, or an error, for a missing picture */
  readonly placeholder?: 'box' | '灰框' | 'error' | '报错' | null | undefined
}

interface ImagesInput2 {
  /** Name for ![](name) in the body; the file name when absent */
  readonly id?: Text | null | undefined
  /** Picture file, relative to this file */
  readonly src?: Text | null | undefined
  /** A QR code instead of a picture: the address or text that it holds */
  readonly qr?: string | null | undefined
  /** Words in the box until the picture is there */
  readonly placeholder?: Text | null | undefined
  /** Caption */
  readonly caption?: Text | null | undefined
  /** Description for screen readers */
  readonly alt?: Text | null | undefined
  /** Column, two columns, page, a whole page, or beside the text */
  readonly fit?: 'column' | '栏宽' | 'two' | '两栏' | 'page' | '通栏' | 'left' | '左侧' | 'right' | '右侧' | 'full' | '整版' | null | undefined
  /** Width to height, such as "3:2"; left out, the photograph's own from 3:4 to 2:1 (3:1 across), auto for its own whatever it is */
  readonly ratio?: Text | null | undefined
  /** Point kept when cropped: [across, down] */
  readonly focus?: readonly Text[] | null | undefined
  /** Photographer */
  readonly credit?: Text | null | undefined
  /** Pictures side by side at one height */
  readonly row?: readonly (Text | CoverInput)[] | null | undefined
  /** Three to nine pictures composed in rows that fill the width */
  readonly gallery?: readonly (Text | CoverInput)[] | null | undefined
}

interface ImagesInputZh {
  /** 栏宽、通栏，或半栏绕排 */
  readonly 位置?: 'column' | '栏宽' | 'page' | '通栏' | 'left' | '左侧' | 'right' | '右侧' | null | undefined
  /** 宽高比；不写，照片用自己的（3:4 到 2:1 之间），待补的图用这个，不写为 3:2；auto 完全用照片自己的 */
  readonly 比例?: Text | null | undefined
  /** 低于此报警；印刷版低于 225 也报 */
  readonly 最低精度?: number | null | undefined
  /** 高于此压缩 */
  readonly 最高精度?: number | null | undefined
  /** JPEG 质量；供屏幕看的照片颗粒重时再低一些（最多低 16，不低于 66），写 86 或以上就不降 */
  readonly 质量?: number | null | undefined
  /** 去掉拍摄地点、机型等；写 false 时，原样放进成品的 JPEG 保留这些，缩小或转换过的照样去掉 */
  readonly 去除拍摄信息?: boolean | '是' | '否' | null | undefined
  /** 缺图时印灰框还是报错 */
  readonly 缺图?: 'box' | '灰框' | 'error' | '报错' | null | undefined
}

interface ImagesInputZh2 {
  /** 在正文里用 ![](编号) 定位；不写就用文件名 */
  readonly 编号?: Text | null | undefined
  /** 图片文件，相对于本文件 */
  readonly 文件?: Text | null | undefined
  /** 代替图片的二维码：扫出来的网址或文字 */
  readonly 二维码?: string | null | undefined
  /** 图片还没有时，灰框里的字 */
  readonly 占位?: Text | null | undefined
  /** 图下说明 */
  readonly 图说?: Text | null | undefined
  /** 给读屏软件的描述 */
  readonly 替代文字?: Text | null | undefined
  /** 栏宽、跨两栏、通栏、整版，或半栏绕排 */
  readonly 位置?: 'column' | '栏宽' | 'two' | '两栏' | 'page' | '通栏' | 'left' | '左侧' | 'right' | '右侧' | 'full' | '整版' | null | undefined
  /** 宽高比，如 "3:2"；不写就用照片自己的（3:4 到 2:1 之间，通栏到 3:1），auto 完全用照片自己的 */
  readonly 比例?: Text | null | undefined
  /** 裁切时保住的一点 [左右, 上下] */
  readonly 焦点?: readonly Text[] | null | undefined
  /** 摄影者 */
  readonly 摄影?: Text | null | undefined
  /** 等高并排的几张 */
  readonly 并排?: readonly (Text | CoverInputZh)[] | null | undefined
  /** 排成几行、行行满宽的一组，三张到九张 */
  readonly 图组?: readonly (Text | CoverInputZh)[] | null | undefined
}

/** An issue: what an issue's YAML says. */
export interface IssueInput {
  /** Where publication.yaml is; looked for upwards when absent */
  readonly publication?: Text | null | undefined
  /** Date of issue */
  readonly date: string
  /** Number; computed when absent */
  readonly number?: number | null | undefined
  /** Running total; computed when absent */
  readonly total?: number | null | undefined
  /** A supplement, numbered apart */
  readonly supplement?: boolean | '是' | '否' | null | undefined
  /** Title of a special issue */
  readonly title?: Text | null | undefined
  /** Settings changed for this issue only */
  readonly override?: OverrideChanges | null | undefined
  /** Whether contents are printed */
  readonly contents?: boolean | 'auto' | '自动' | '是' | '否' | null | undefined
  /** The cover’s picture: page 1 has the masthead, this picture and the contents; the text begins on page 2 */
  readonly cover?: Text | CoverInput | null | undefined
  /** A box of text to the right of a picture masthead; below any other */
  readonly ear?: Text | EarInput | null | undefined
  /** Wanted page count */
  readonly pages?: Text | null | undefined
  /** How pages are filled */
  readonly fit?: FitInput | null | undefined
  /** draft, review (watermarked), final */
  readonly status?: 'draft' | '草稿' | 'review' | '送审' | 'final' | '定稿' | null | undefined
  /** This issue's watermark, where it is not the publication's */
  readonly watermark?: string | null | undefined
  /** Who approved it, and when */
  readonly approved?: ApprovedInput | null | undefined
  /** Editor's note on the whole issue, across the page above its first section */
  readonly note?: Text | null | undefined
  /** The content by section */
  readonly sections: { readonly [name: string]: readonly (Text | SectionsInput2)[] | null }
}

/** 一期的内容，键用中文。 */
export interface IssueInputZh {
  /** publication.yaml 的位置；不写就向上找 */
  readonly 刊物?: Text | null | undefined
  /** 印发日期 */
  readonly 日期: string
  /** 期号；不写就自动推算 */
  readonly 期号?: number | null | undefined
  /** 总期号；不写就自动推算 */
  readonly 总期号?: number | null | undefined
  /** 增刊，另编期号 */
  readonly 增刊?: boolean | '是' | '否' | null | undefined
  /** 专刊名 */
  readonly 专刊名?: Text | null | undefined
  /** 只在本期改动的刊物设置 */
  readonly 改动?: OverrideChangesZh | null | undefined
  /** 印不印“本期导读” */
  readonly 导读?: boolean | 'auto' | '自动' | '是' | '否' | null | undefined
  /** 封面的图片：首页只有报头、这张图和导读，正文从第二页起 */
  readonly 封面?: Text | CoverInputZh | null | undefined
  /** 整幅图报头右边的一框文字；别的报头排在报头下面 */
  readonly 报眼?: Text | EarInputZh | null | undefined
  /** 目标页数 */
  readonly 页数?: Text | null | undefined
  /** 排满整页的办法 */
  readonly 排满?: FitInputZh | null | undefined
  /** 草稿、送审（盖“送审稿”）、定稿 */
  readonly 状态?: 'draft' | '草稿' | 'review' | '送审' | 'final' | '定稿' | null | undefined
  /** 本期的水印，与刊物设置里的不同时才写 */
  readonly 水印?: string | null | undefined
  /** 谁在何时签发 */
  readonly 审签?: ApprovedInputZh | null | undefined
  /** 全期的编者按，通栏排在第一个栏目上面 */
  readonly 编者按?: Text | null | undefined
  /** 各栏目的内容 */
  readonly 栏目: { readonly [name: string]: readonly (Text | SectionsInputZh2)[] | null }
}

interface MarginInput {
  /** Top */
  readonly top?: Text | null | undefined
  /** Bottom */
  readonly bottom?: Text | null | undefined
  /** The bound side */
  readonly inside?: Text | null | undefined
  /** The open side */
  readonly outside?: Text | null | undefined
}

interface MarginInputZh {
  /** 上边 */
  readonly 天头?: Text | null | undefined
  /** 下边 */
  readonly 地脚?: Text | null | undefined
  /** 装订一边 */
  readonly 订口?: Text | null | undefined
  /** 翻页一边 */
  readonly 切口?: Text | null | undefined
}

interface MastheadInput {
  /** Red, black, or one picture */
  readonly style?: 'red' | '套红' | 'plain' | '单色' | 'image' | '整图' | null | undefined
  /** File of the masthead picture */
  readonly image?: Text | null | undefined
  /** File of the logo */
  readonly logo?: Text | null | undefined
  /** Rule below the masthead */
  readonly rule?: 'none' | '无' | 'single' | '单线' | 'double' | '双线' | null | undefined
  /** Height of the masthead */
  readonly height?: Text | null | undefined
  /** Print the contents on page 1 */
  readonly contents?: boolean | '是' | '否' | null | undefined
}

interface MastheadInputZh {
  /** 套红、单色或整幅图 */
  readonly 样式?: 'red' | '套红' | 'plain' | '单色' | 'image' | '整图' | null | undefined
  /** 整幅报头图的文件 */
  readonly 图片?: Text | null | undefined
  /** 徽标图的文件 */
  readonly 徽标?: Text | null | undefined
  /** 报头下的线 */
  readonly 红线?: 'none' | '无' | 'single' | '单线' | 'double' | '双线' | null | undefined
  /** 报头高度 */
  readonly 高度?: Text | null | undefined
  /** 头版印“本期导读” */
  readonly 导读?: boolean | '是' | '否' | null | undefined
}

interface NumberingInput {
  /** Whether numbers begin anew each year */
  readonly reset?: 'yearly' | '每年' | 'never' | '不重编' | null | undefined
  /** A known issue and total; the others follow */
  readonly anchor?: AnchorInput | null | undefined
  /** How the number is printed, with {yyyy} {n} {nn} {total} */
  readonly text?: Text | null | undefined
  /** How the date is printed, with {yyyy} {m} {mm} {d} {dd} */
  readonly date?: Text | null | undefined
  /** How a supplement's number is printed */
  readonly supplement_text?: Text | null | undefined
}

interface NumberingInputZh {
  /** 每年从第 1 期起，还是一直编下去 */
  readonly 重新编号?: 'yearly' | '每年' | 'never' | '不重编' | null | undefined
  /** 已知一期的期号和总期号，其余顺推 */
  readonly 起算期?: AnchorInputZh | null | undefined
  /** 期号的印法，可用 {yyyy} {n} {nn} {total} */
  readonly 期号式样?: Text | null | undefined
  /** 印发日期的印法，可用 {yyyy} {m} {mm} {d} {dd} */
  readonly 日期式样?: Text | null | undefined
  /** 增刊期号的印法 */
  readonly 增刊式样?: Text | null | undefined
}

interface OutputInput {
  /** Folder */
  readonly dir?: Text | null | undefined
  /** File name, with {name} {yyyy} {n} {nn} {date} {kind} */
  readonly name?: Text | null | undefined
  /** What is made */
  readonly make?: 'pdf' | '电子版' | 'print' | '印刷版' | 'proof' | '校样' | 'booklet' | '小册子' | 'archive' | '存档' | 'docx' | 'Word 稿' | readonly ('pdf' | 'Word 稿')[] | null | undefined
  /** Above this pictures are made smaller */
  readonly max_size?: string | null | undefined
  /** The press's ICC profile (CMYK); the built-in one for print.paper when left out */
  readonly profile?: Text | null | undefined
  /** The press file: paper, inks, marks */
  readonly print?: PrintInput | null | undefined
  /** The booklet: sheet, blanks, creep */
  readonly booklet?: BookletInput | null | undefined
  /** The archive file: standard, attachments */
  readonly archive?: ArchiveInput | null | undefined
}

interface OutputInputZh {
  /** 放在哪个文件夹 */
  readonly 文件夹?: Text | null | undefined
  /** 文件名，可用 {name} {yyyy} {n} {nn} {date} {kind} */
  readonly 文件名?: Text | null | undefined
  /** 做哪几种 */
  readonly 产品?: 'pdf' | '电子版' | 'print' | '印刷版' | 'proof' | '校样' | 'booklet' | '小册子' | 'archive' | '存档' | 'docx' | 'Word 稿' | readonly ('pdf' | 'Word 稿')[] | null | undefined
  /** 超出则先降图再报警 */
  readonly 最大体积?: string | null | undefined
  /** 印刷厂给的 ICC 文件（四色）；不写就按 print.paper 用内置的 */
  readonly 输出特性?: Text | null | undefined
  /** 印刷版：用纸、专色、标记 */
  readonly 印刷版?: PrintInputZh | null | undefined
  /** 小册子：纸张、空白页、爬移 */
  readonly 小册子?: BookletInputZh | null | undefined
  /** 存档版：哪个标准、附什么 */
  readonly 存档?: ArchiveInputZh | null | undefined
}

interface OverrideChanges {
  /** Version of this format: 1 */
  readonly bulletin?: 1 | undefined
  /** Design: a built-in one, or a file of your own */
  readonly design?: 'two-column' | '双栏' | 'classic' | '单栏' | 'official' | '公文' | (string & {}) | null | undefined
  /** The publication's name */
  readonly name?: Text | undefined
  /** Small line below the name */
  readonly subtitle?: Text | null | undefined
  /** Who issues it */
  readonly issuer?: Text | undefined
  /** Classification at the top left */
  readonly classification?: Text | null | undefined
  /** Copy number at the top right, six digits as a rule */
  readonly copy_number?: Text | null | undefined
  /** Large pale words below the text of every page; auto: 送审稿 while under review */
  readonly watermark?: string | null | undefined
  /** Language code */
  readonly language?: string | null | undefined
  /** How issues are numbered */
  readonly numbering?: NumberingInput | null | undefined
  /** How often */
  readonly frequency?: 'weekly' | '周刊' | 'semimonthly' | '半月刊' | 'monthly' | '月刊' | 'irregular' | '不定期' | null | undefined
  /** Masthead */
  readonly masthead?: MastheadInput | null | undefined
  /** Page */
  readonly page?: PageInput | null | undefined
  /** Type */
  readonly type?: TypeInput | null | undefined
  /** Font files of your own */
  readonly fonts?: { readonly [name: string]: FontsInput } | null | undefined
  /** Colour */
  readonly color?: ColorInput | null | undefined
  /** Sections in their order */
  readonly sections?: readonly (Text | SectionsInput)[] | null | undefined
  /** Paragraphs of articles by blank lines, or each line one */
  readonly paragraphs?: 'blank-line' | '空行' | 'every-line' | '每行' | null | undefined
  /** How credits are printed */
  readonly credit?: CreditInput | null | undefined
  /** Pictures */
  readonly images?: ImagesInput | null | undefined
  /** Colophon */
  readonly colophon?: ColophonInput | null | undefined
  /** Proof checks */
  readonly check?: CheckInput | null | undefined
  /** What is made, and where */
  readonly output?: OutputInput | null | undefined
}

interface OverrideChangesZh {
  /** 格式版本，现在是 1 */
  readonly 格式版本?: 1 | undefined
  /** 版式：内置的，或自己的版式文件 */
  readonly 版式?: 'two-column' | '双栏' | 'classic' | '单栏' | 'official' | '公文' | (string & {}) | null | undefined
  /** 刊名，报头大字 */
  readonly 刊名?: Text | undefined
  /** 刊名下的小字 */
  readonly 刊名附注?: Text | null | undefined
  /** 编发单位 */
  readonly 编发单位?: Text | undefined
  /** 左上角的密级或使用范围 */
  readonly 密级?: Text | null | undefined
  /** 右上角的份号，一般是六位数字 */
  readonly 份号?: Text | null | undefined
  /** 每页衬底的淡色大字，如“内部资料”；auto 只在送审时印“送审稿” */
  readonly 水印?: string | null | undefined
  /** 语言代码 */
  readonly 语言?: string | null | undefined
  /** 期号怎样编、怎样印 */
  readonly 期号规则?: NumberingInputZh | null | undefined
  /** 多久一期 */
  readonly 刊期?: 'weekly' | '周刊' | 'semimonthly' | '半月刊' | 'monthly' | '月刊' | 'irregular' | '不定期' | null | undefined
  /** 报头 */
  readonly 报头?: MastheadInputZh | null | undefined
  /** 页面 */
  readonly 页面?: PageInputZh | null | undefined
  /** 字体字号 */
  readonly 文字?: TypeInputZh | null | undefined
  /** 自己的字体文件 */
  readonly 字体?: { readonly [name: string]: FontsInputZh } | null | undefined
  /** 颜色 */
  readonly 颜色?: ColorInputZh | null | undefined
  /** 栏目及其次序 */
  readonly 栏目?: readonly (Text | SectionsInputZh)[] | null | undefined
  /** 正文空行分段，还是每行一段 */
  readonly 分段?: 'blank-line' | '空行' | 'every-line' | '每行' | null | undefined
  /** 供稿的印法 */
  readonly 供稿?: CreditInputZh | null | undefined
  /** 图片 */
  readonly 图片?: ImagesInputZh | null | undefined
  /** 报尾 */
  readonly 报尾?: ColophonInputZh | null | undefined
  /** 校对检查 */
  readonly 检查?: CheckInputZh | null | undefined
  /** 做什么、放哪里 */
  readonly 输出?: OutputInputZh | null | undefined
}

interface PageInput {
  /** Size of the trimmed page */
  readonly size?: 'A3' | 'A4' | 'A5' | 'B5' | '16K' | readonly Text[] | null | undefined
  /** Margins */
  readonly margin?: MarginInput | null | undefined
  /** Columns of a page */
  readonly columns?: 1 | 2 | 3 | null | undefined
  /** Between columns */
  readonly column_gap?: Text | null | undefined
  /** Rule between columns */
  readonly column_rule?: 'none' | '无' | 'hairline' | '细线' | null | undefined
  /** Where columns are made even */
  readonly balance?: 'last' | '末页' | 'section' | '每栏目' | 'none' | '不' | null | undefined
  /** Page number, with {page} and {pages}; "" for none */
  readonly number?: Text | null | undefined
  /** Number of the first page */
  readonly number_from?: number | null | undefined
  /** At the outer side, or centred */
  readonly number_align?: 'outside' | '外侧' | 'center' | '居中' | null | undefined
  /** Running head from page 2, with {name} {issue} {date} {issuer}; "" for none */
  readonly header?: Text | null | undefined
  /** Bleed */
  readonly bleed?: Text | null | undefined
}

interface PageInputZh {
  /** 成品尺寸 */
  readonly 纸张?: 'A3' | 'A4' | 'A5' | 'B5' | '16K' | readonly Text[] | null | undefined
  /** 天头、地脚、订口、切口 */
  readonly 页边?: MarginInputZh | null | undefined
  /** 每页几栏 */
  readonly 栏数?: 1 | 2 | 3 | null | undefined
  /** 两栏之间 */
  readonly 栏间距?: Text | null | undefined
  /** 栏间的线 */
  readonly 栏线?: 'none' | '无' | 'hairline' | '细线' | null | undefined
  /** 两栏何处排齐 */
  readonly 齐平?: 'last' | '末页' | 'section' | '每栏目' | 'none' | '不' | null | undefined
  /** 页码式样，可用 {page} {pages}；"" 为不印 */
  readonly 页码?: Text | null | undefined
  /** 第一页的页码 */
  readonly 起始页码?: number | null | undefined
  /** 单页居右双页居左，或居中 */
  readonly 页码位置?: 'outside' | '外侧' | 'center' | '居中' | null | undefined
  /** 第 2 页起的书眉，可用 {name} {issue} {date} {issuer}；"" 为不印 */
  readonly 书眉?: Text | null | undefined
  /** 出血 */
  readonly 出血?: Text | null | undefined
}

interface PrintInput {
  /** Coated paper (FOGRA39) or uncoated (FOGRA47); a profile named in output.profile goes before */
  readonly paper?: 'coated' | '铜版纸' | 'uncoated' | '胶版纸' | null | undefined
  /** Name of the ink that prints the accent, such as PANTONE 186 C; process colours when left out */
  readonly spot?: Text | null | undefined
  /** The accent's process inks in percent, such as "0 100 100 10"; worked out from its screen colour when left out */
  readonly accent?: string | null | undefined
  /** Crop and registration marks */
  readonly marks?: boolean | '是' | '否' | null | undefined
}

interface PrintInputZh {
  /** 铜版纸（涂布，FOGRA39）还是胶版纸（非涂布，FOGRA47）；写了 output.profile 就按那个文件 */
  readonly 用纸?: 'coated' | '铜版纸' | 'uncoated' | '胶版纸' | null | undefined
  /** 套红用专色印，写油墨名，如 PANTONE 186 C；不写则用四色合成 */
  readonly 专色?: Text | null | undefined
  /** 套红的四色比例，如 "0 100 100 10"；不写则由屏幕颜色换算 */
  readonly 套红?: string | null | undefined
  /** 加裁切线和套准线 */
  readonly 印刷标记?: boolean | '是' | '否' | null | undefined
}

/** Settings of a publication: what publication.yaml says. */
export interface PublicationInput {
  /** Version of this format: 1 */
  readonly bulletin: 1
  /** Design: a built-in one, or a file of your own */
  readonly design?: 'two-column' | '双栏' | 'classic' | '单栏' | 'official' | '公文' | (string & {}) | null | undefined
  /** The publication's name */
  readonly name: Text
  /** Small line below the name */
  readonly subtitle?: Text | null | undefined
  /** Who issues it */
  readonly issuer: Text
  /** Classification at the top left */
  readonly classification?: Text | null | undefined
  /** Copy number at the top right, six digits as a rule */
  readonly copy_number?: Text | null | undefined
  /** Large pale words below the text of every page; auto: 送审稿 while under review */
  readonly watermark?: string | null | undefined
  /** Language code */
  readonly language?: string | null | undefined
  /** How issues are numbered */
  readonly numbering?: NumberingInput | null | undefined
  /** How often */
  readonly frequency?: 'weekly' | '周刊' | 'semimonthly' | '半月刊' | 'monthly' | '月刊' | 'irregular' | '不定期' | null | undefined
  /** Masthead */
  readonly masthead?: MastheadInput | null | undefined
  /** Page */
  readonly page?: PageInput | null | undefined
  /** Type */
  readonly type?: TypeInput | null | undefined
  /** Font files of your own */
  readonly fonts?: { readonly [name: string]: FontsInput } | null | undefined
  /** Colour */
  readonly color?: ColorInput | null | undefined
  /** Sections in their order */
  readonly sections?: readonly (Text | SectionsInput)[] | null | undefined
  /** Paragraphs of articles by blank lines, or each line one */
  readonly paragraphs?: 'blank-line' | '空行' | 'every-line' | '每行' | null | undefined
  /** How credits are printed */
  readonly credit?: CreditInput | null | undefined
  /** Pictures */
  readonly images?: ImagesInput | null | undefined
  /** Colophon */
  readonly colophon?: ColophonInput | null | undefined
  /** Proof checks */
  readonly check?: CheckInput | null | undefined
  /** What is made, and where */
  readonly output?: OutputInput | null | undefined
}

/** 刊物设置，键用中文。 */
export interface PublicationInputZh {
  /** 格式版本，现在是 1 */
  readonly 格式版本: 1
  /** 版式：内置的，或自己的版式文件 */
  readonly 版式?: 'two-column' | '双栏' | 'classic' | '单栏' | 'official' | '公文' | (string & {}) | null | undefined
  /** 刊名，报头大字 */
  readonly 刊名: Text
  /** 刊名下的小字 */
  readonly 刊名附注?: Text | null | undefined
  /** 编发单位 */
  readonly 编发单位: Text
  /** 左上角的密级或使用范围 */
  readonly 密级?: Text | null | undefined
  /** 右上角的份号，一般是六位数字 */
  readonly 份号?: Text | null | undefined
  /** 每页衬底的淡色大字，如“内部资料”；auto 只在送审时印“送审稿” */
  readonly 水印?: string | null | undefined
  /** 语言代码 */
  readonly 语言?: string | null | undefined
  /** 期号怎样编、怎样印 */
  readonly 期号规则?: NumberingInputZh | null | undefined
  /** 多久一期 */
  readonly 刊期?: 'weekly' | '周刊' | 'semimonthly' | '半月刊' | 'monthly' | '月刊' | 'irregular' | '不定期' | null | undefined
  /** 报头 */
  readonly 报头?: MastheadInputZh | null | undefined
  /** 页面 */
  readonly 页面?: PageInputZh | null | undefined
  /** 字体字号 */
  readonly 文字?: TypeInputZh | null | undefined
  /** 自己的字体文件 */
  readonly 字体?: { readonly [name: string]: FontsInputZh } | null | undefined
  /** 颜色 */
  readonly 颜色?: ColorInputZh | null | undefined
  /** 栏目及其次序 */
  readonly 栏目?: readonly (Text | SectionsInputZh)[] | null | undefined
  /** 正文空行分段，还是每行一段 */
  readonly 分段?: 'blank-line' | '空行' | 'every-line' | '每行' | null | undefined
  /** 供稿的印法 */
  readonly 供稿?: CreditInputZh | null | undefined
  /** 图片 */
  readonly 图片?: ImagesInputZh | null | undefined
  /** 报尾 */
  readonly 报尾?: ColophonInputZh | null | undefined
  /** 校对检查 */
  readonly 检查?: CheckInputZh | null | undefined
  /** 做什么、放哪里 */
  readonly 输出?: OutputInputZh | null | undefined
}

interface PullQuotesInput {
  /** Name for ![](name) in the body; placed by itself when absent */
  readonly id?: Text | null | undefined
  /** The words that are set apart */
  readonly text: Text
  /** Who said it, or where it is from */
  readonly source?: Text | null | undefined
}

interface PullQuotesInputZh {
  /** 在正文里用 ![](编号) 定位；不写就自动安排 */
  readonly 编号?: Text | null | undefined
  /** 摘出来的话 */
  readonly 文字: Text
  /** 谁说的、出自哪里 */
  readonly 出处?: Text | null | undefined
}

interface RulesInput {
  /** Ranges of dates: 日 missing, ends before it begins */
  readonly 'date-range'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Dates that do not exist */
  readonly 'date-impossible'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Weekdays that do not go with their dates */
  readonly weekday?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Counts announced and listed; gaps in numbering */
  readonly 'list-count'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Half-width marks in Chinese text */
  readonly 'half-width'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Quotes and brackets without partner */
  readonly unpaired?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** A full stop at the end of a headline */
  readonly 'title-end'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Ellipses other than …… */
  readonly ellipsis?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Dashes other than —— */
  readonly dash?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Half-width hyphens between places or numbers */
  readonly hyphen?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Full-width digits; numbers written in two ways */
  readonly numbers?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Names that differ in one character */
  readonly 'name-variant'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Titles and order other than in the roster */
  readonly roster?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Words of the word lists */
  readonly dictionary?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Common misspellings */
  readonly typo?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Repeated paragraphs and headlines */
  readonly repeat?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Articles without a credit */
  readonly 'credit-missing'?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** Zero-width and directional characters; off keeps them */
  readonly bidi?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
}

interface RulesInputZh {
  /** 起止日期：缺“日”、先后颠倒 */
  readonly 日期起止?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 不存在的日期 */
  readonly 日期有误?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 星期与日期不符 */
  readonly 星期?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** “三点要求”与实际条数不符、序号不连续 */
  readonly 条数?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 中文里的半角标点 */
  readonly 半角标点?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 引号、括号不成对 */
  readonly 引号括号?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 标题末尾的句号 */
  readonly 标题末尾?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 省略号应为“……” */
  readonly 省略号?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 破折号应为“——” */
  readonly 破折号?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 地名、数字之间的半角“-” */
  readonly 连接号?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 全角数字、同一期里写法不一致 */
  readonly 数字?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 姓名、单位名只差一个字 */
  readonly 名称写法?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 职务、次序与名录不符 */
  readonly 名录?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 易错词表里的词 */
  readonly 词表?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 常见的错别字 */
  readonly 错别字?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 重复的段落、标题 */
  readonly 重复?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 没有供稿单位 */
  readonly 缺供稿?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
  /** 零宽字符、方向控制符；off 为保留 */
  readonly 不可见字符?: 'off' | '关' | 'info' | '提示' | 'warning' | '警告' | 'error' | '错误' | null | undefined
}

interface SectionInput {
  /** Family: 宋体, 黑体, 楷体, or a name of fonts: */
  readonly font?: Text | null | undefined
  /** Size, such as 五号 or 10.5pt */
  readonly size?: string | null | undefined
  /** regular or bold */
  readonly weight?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** Alignment */
  readonly align?: 'left' | '左' | 'center' | '中' | 'right' | '右' | 'justify' | '两端' | null | undefined
  /** Colour */
  readonly color?: string | null | undefined
  /** Brackets around the name, such as 【】; "" for none */
  readonly brackets?: Text | null | undefined
}

interface SectionInputZh {
  /** 字体名：宋体、黑体、楷体，或 fonts 里起的名字 */
  readonly 字体?: Text | null | undefined
  /** 字号，如 五号 或 10.5pt */
  readonly 字号?: string | null | undefined
  /** 常规或粗 */
  readonly 粗细?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** 对齐方式 */
  readonly 对齐?: 'left' | '左' | 'center' | '中' | 'right' | '右' | 'justify' | '两端' | null | undefined
  /** 颜色 */
  readonly 颜色?: string | null | undefined
  /** 栏目名的括号，如 【】；"" 为不加 */
  readonly 括号?: Text | null | undefined
}

interface SectionsInput {
  /** Name of the section */
  readonly name: Text
  /** articles or briefs */
  readonly style?: 'articles' | '文章' | 'briefs' | '简讯' | null | undefined
  /** How briefs are numbered: "1." or "1、" */
  readonly numbering?: Text | null | undefined
}

interface SectionsInput2 {
  /** Headline; | marks where it may break */
  readonly title?: Text | undefined
  /** Line above the headline */
  readonly shoulder?: Text | null | undefined
  /** Line below the headline */
  readonly subtitle?: Text | null | undefined
  /** Editor's note */
  readonly note?: Text | null | undefined
  /** Lead article: a larger headline across the page; false where a design would make the first one lead */
  readonly lead?: boolean | '是' | '否' | null | undefined
  /** The text, after “|” */
  readonly body?: string | undefined
  /** Pictures */
  readonly images?: Text | ImagesInput2 | readonly (Text | ImagesInput2)[] | null | undefined
  /** Words of the article set apart between two of its paragraphs */
  readonly pull_quotes?: Text | PullQuotesInput | readonly (Text | PullQuotesInput)[] | null | undefined
  /** Titled panels of text beside the article */
  readonly side_boxes?: readonly SideBoxesInput[] | SideBoxesInput | null | undefined
  /** To whom it is addressed, flush above the text; the colon may be left out */
  readonly to?: Text | null | undefined
  /** Names of what is attached, told below the text */
  readonly attachments?: Text | readonly Text[] | null | undefined
  /** Who issues it and when, at the right below the text; a seal may stand over it */
  readonly signature?: Text | SignatureInput | null | undefined
  /** Who contributed it */
  readonly credit?: Text | { readonly [name: string]: Text | readonly Text[] | null } | null | undefined
  /** The headline vertically to the left of the text, for a short article */
  readonly vertical_title?: boolean | '是' | '否' | null | undefined
  /** What the headline (a boxed or tinted article as a whole) stands across: its column, two columns, or the page */
  readonly across?: 'column' | '栏内' | 'two' | '两栏' | 'page' | '通栏' | null | undefined
  /** Columns of this article */
  readonly columns?: 1 | 2 | 3 | null | undefined
  /** Run on, in a new column, or on a new page */
  readonly start?: 'auto' | '接排' | 'column' | '另栏' | 'page' | '另页' | null | undefined
  /** Kept whole where it fits */
  readonly keep?: boolean | '是' | '否' | null | undefined
  /** In a box */
  readonly box?: boolean | '是' | '否' | null | undefined
  /** On a tint */
  readonly tint?: boolean | '是' | '否' | null | undefined
  /** Paragraphs by blank lines, or each line one, where it is not the publication's */
  readonly paragraphs?: 'blank-line' | '空行' | 'every-line' | '每行' | null | undefined
  /** Date of the article; weekdays of dates without a year are checked by it */
  readonly date?: string | null | undefined
  /** People in it; a name that differs in one character is reported */
  readonly people?: Text | readonly Text[] | null | undefined
  /** Checks of this article */
  readonly check?: CheckInput2 | null | undefined
  /** The article's own file */
  readonly file?: Text | null | undefined
  /** Text of a brief */
  readonly text?: Text | undefined
}

interface SectionsInputZh {
  /** 栏目名 */
  readonly 名称: Text
  /** 文章或简讯 */
  readonly 样式?: 'articles' | '文章' | 'briefs' | '简讯' | null | undefined
  /** 简讯编号的样子，如 "1." 或 "1、" */
  readonly 编号?: Text | null | undefined
}

interface SectionsInputZh2 {
  /** 标题；“|”处可以换行 */
  readonly 标题?: Text | undefined
  /** 标题上面的小字 */
  readonly 引题?: Text | null | undefined
  /** 标题下面的小字 */
  readonly 副题?: Text | null | undefined
  /** 编者按 */
  readonly 编者按?: Text | null | undefined
  /** 头条，标题通栏，字大两级；版式要首篇作头条时，写 false 不作 */
  readonly 头条?: boolean | '是' | '否' | null | undefined
  /** 正文，写在“|”之后 */
  readonly 正文?: string | undefined
  /** 图片 */
  readonly 图片?: Text | ImagesInputZh2 | readonly (Text | ImagesInputZh2)[] | null | undefined
  /** 从文中摘出来、放在两段之间的话 */
  readonly 摘引?: Text | PullQuotesInputZh | readonly (Text | PullQuotesInputZh)[] | null | undefined
  /** 这一篇的小资料：有标题的一框文字 */
  readonly 小资料?: readonly SideBoxesInputZh[] | SideBoxesInputZh | null | undefined
  /** 主送机关，顶格排在正文上面，末尾的冒号可以不写 */
  readonly 主送?: Text | null | undefined
  /** 附件的名称，排在正文下面 */
  readonly 附件?: Text | readonly Text[] | null | undefined
  /** 文末靠右的落款（单位、日期各一行），可以盖章 */
  readonly 落款?: Text | SignatureInputZh | null | undefined
  /** 供稿单位和姓名 */
  readonly 供稿?: Text | { readonly [name: string]: Text | readonly Text[] | null } | null | undefined
  /** 标题竖排在正文左边，短稿用 */
  readonly 竖题?: boolean | '是' | '否' | null | undefined
  /** 标题（加框、衬底的是整篇）跨几栏：栏内、两栏、通栏；三栏的版面里跨两栏，另一栏接着排 */
  readonly 跨栏?: 'column' | '栏内' | 'two' | '两栏' | 'page' | '通栏' | null | undefined
  /** 本篇分几栏 */
  readonly 栏数?: 1 | 2 | 3 | null | undefined
  /** 接排、另栏或另页 */
  readonly 起排?: 'auto' | '接排' | 'column' | '另栏' | 'page' | '另页' | null | undefined
  /** 尽量整篇放在一栏里 */
  readonly 不拆?: boolean | '是' | '否' | null | undefined
  /** 加框 */
  readonly 框栏?: boolean | '是' | '否' | null | undefined
  /** 衬底色 */
  readonly 底色?: boolean | '是' | '否' | null | undefined
  /** 空行分段，还是每行一段，与刊物设置里的不同时才写 */
  readonly 分段?: 'blank-line' | '空行' | 'every-line' | '每行' | null | undefined
  /** 稿件日期；文中没写年份的日期按它核对星期 */
  readonly 日期?: string | null | undefined
  /** 文中人物；姓名写错一个字会提示 */
  readonly 人物?: Text | readonly Text[] | null | undefined
  /** 本篇的检查开关 */
  readonly 检查?: CheckInputZh2 | null | undefined
  /** 这一篇单独放的文件 */
  readonly 文件?: Text | null | undefined
  /** 一条简讯的文字 */
  readonly 文字?: Text | undefined
}

interface SideBoxesInput {
  /** Name for ![](name) in the body; placed by itself when absent */
  readonly id?: Text | null | undefined
  /** Its title */
  readonly title?: Text | null | undefined
  /** Its text, written as an article’s, without pictures and footnotes */
  readonly body: string
  /** On a tint instead of in a frame */
  readonly tint?: boolean | '是' | '否' | null | undefined
}

interface SideBoxesInputZh {
  /** 在正文里用 ![](编号) 定位；不写就自动安排 */
  readonly 编号?: Text | null | undefined
  /** 小资料的标题 */
  readonly 标题?: Text | null | undefined
  /** 小资料的文字，写法同正文，不能放图片、脚注 */
  readonly 正文: string
  /** 衬底色，不加框 */
  readonly 底色?: boolean | '是' | '否' | null | undefined
}

interface SignatureInput {
  /** Its lines: who issues it, the date */
  readonly text: Text
  /** A picture of the seal over it, best a PNG with a clear ground */
  readonly seal?: Text | null | undefined
  /** Width of the seal */
  readonly width?: Text | null | undefined
}

interface SignatureInputZh {
  /** 落款的几行：单位、日期 */
  readonly 文字: Text
  /** 盖在落款上的印章图片，最好是透明底的 PNG */
  readonly 印章?: Text | null | undefined
  /** 印章多宽 */
  readonly 宽度?: Text | null | undefined
}

interface TableInput {
  /** Family: 宋体, 黑体, 楷体, or a name of fonts: */
  readonly font?: Text | null | undefined
  /** Size, such as 五号 or 10.5pt */
  readonly size?: string | null | undefined
  /** regular or bold */
  readonly weight?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** Colour */
  readonly color?: string | null | undefined
}

interface TableInputZh {
  /** 字体名：宋体、黑体、楷体，或 fonts 里起的名字 */
  readonly 字体?: Text | null | undefined
  /** 字号，如 五号 或 10.5pt */
  readonly 字号?: string | null | undefined
  /** 常规或粗 */
  readonly 粗细?: 'regular' | '常规' | 'bold' | '粗' | null | undefined
  /** 颜色 */
  readonly 颜色?: string | null | undefined
}

interface TypeInput {
  /** Family, size and line height of the body */
  readonly body?: BodyInput | null | undefined
  /** Family, size and alignment of the headlines */
  readonly headline?: HeadlineInput | null | undefined
  /** Family, size and alignment of the lead article's headline */
  readonly lead_headline?: HeadlineInput | null | undefined
  /** Family, size and alignment of the shoulder headlines */
  readonly shoulder?: HeadlineInput | null | undefined
  /** Family, size and alignment of the sub-headlines */
  readonly subtitle?: HeadlineInput | null | undefined
  /** Family, size and alignment of the editor's notes */
  readonly note?: HeadlineInput | null | undefined
  /** Style of footnotes, and where their numbers begin anew */
  readonly footnote?: FootnoteInput | null | undefined
  /** Family, size and alignment of the pull quotes */
  readonly pull_quote?: HeadlineInput | null | undefined
  /** Family, size and alignment of the side boxes */
  readonly side_box?: HeadlineInput | null | undefined
  /** Family, size and alignment of the sub-headings */
  readonly subhead?: HeadlineInput | null | undefined
  /** Family, size and alignment of the minor sub-headings */
  readonly subhead3?: HeadlineInput | null | undefined
  /** Style and brackets of section headers */
  readonly section?: SectionInput | null | undefined
  /** Family, size and alignment of the credits */
  readonly credit?: HeadlineInput | null | undefined
  /** Family, size and alignment of the captions */
  readonly caption?: HeadlineInput | null | undefined
  /** Family, size and alignment of the briefs */
  readonly brief?: HeadlineInput | null | undefined
  /** Family, size and alignment of the quotations */
  readonly quotation?: HeadlineInput | null | undefined
  /** Family and size of the tables */
  readonly table?: TableInput | null | undefined
  /** Family and size of the page numbers */
  readonly folio?: TableInput | null | undefined
  /** Family and size of the running heads */
  readonly running_head?: TableInput | null | undefined
  /** Family, size and alignment of the publication's name */
  readonly masthead_name?: HeadlineInput | null | undefined
  /** Family, size and alignment of the line below the name */
  readonly masthead_subtitle?: HeadlineInput | null | undefined
  /** Family, size and alignment of the issue number */
  readonly masthead_issue?: HeadlineInput | null | undefined
  /** Family and size of the issuer and date */
  readonly masthead_issuer?: TableInput | null | undefined
  /** Family and size of the classification */
  readonly classification?: TableInput | null | undefined
  /** Family and size of the contents */
  readonly contents?: TableInput | null | undefined
  /** Family and size of the colophon */
  readonly colophon?: TableInput | null | undefined
  /** Family of digits and letters; the Chinese family's own when absent */
  readonly latin?: Text | null | undefined
  /** Indent of a paragraph's first line */
  readonly indent?: Text | null | undefined
  /** How *…* is set */
  readonly emphasis?: 'kai' | '楷体' | 'dots' | '着重号' | 'bold' | '加粗' | null | undefined
  /** How much room marks take */
  readonly punctuation?: 'full' | '全角式' | 'kaiming' | '开明式' | 'half' | '半角式' | null | undefined
  /** How strict line breaking is */
  readonly break?: 'loose' | '宽松' | 'normal' | '一般' | 'strict' | '严格' | null | undefined
  /** Marks hang at line ends */
  readonly hang?: boolean | '是' | '否' | null | undefined
  /** Running text in cells of one em, Han aligned from line to line; Latin takes whole cells, points hang */
  readonly grid?: boolean | '是' | '否' | null | undefined
  /** English words may be divided at line ends with a hyphen */
  readonly hyphenation?: boolean | '是' | '否' | null | undefined
  /** Space between Han and Latin or digits */
  readonly han_latin_space?: Text | null | undefined
}

interface TypeInputZh {
  /** 正文的字体、字号、行高 */
  readonly 正文?: BodyInputZh | null | undefined
  /** 标题的字体、字号、对齐 */
  readonly 标题?: HeadlineInputZh | null | undefined
  /** 头条标题的字体、字号、对齐 */
  readonly 头条标题?: HeadlineInputZh | null | undefined
  /** 引题的字体、字号、对齐 */
  readonly 引题?: HeadlineInputZh | null | undefined
  /** 副题的字体、字号、对齐 */
  readonly 副题?: HeadlineInputZh | null | undefined
  /** 编者按的字体、字号、对齐 */
  readonly 编者按?: HeadlineInputZh | null | undefined
  /** 脚注的字体、字号，和编号从哪里重新开始 */
  readonly 脚注?: FootnoteInputZh | null | undefined
  /** 摘引的字体、字号、对齐 */
  readonly 摘引?: HeadlineInputZh | null | undefined
  /** 小资料的字体、字号、对齐 */
  readonly 小资料?: HeadlineInputZh | null | undefined
  /** 小标题的字体、字号、对齐 */
  readonly 小标题?: HeadlineInputZh | null | undefined
  /** 次级小标题的字体、字号、对齐 */
  readonly 次级小标题?: HeadlineInputZh | null | undefined
  /** 栏目名的字体、字号、颜色、括号 */
  readonly 栏目?: SectionInputZh | null | undefined
  /** 供稿的字体、字号、对齐 */
  readonly 供稿?: HeadlineInputZh | null | undefined
  /** 图说的字体、字号、对齐 */
  readonly 图说?: HeadlineInputZh | null | undefined
  /** 简讯的字体、字号、对齐 */
  readonly 简讯?: HeadlineInputZh | null | undefined
  /** 引文的字体、字号、对齐 */
  readonly 引文?: HeadlineInputZh | null | undefined
  /** 表格的字体、字号 */
  readonly 表格?: TableInputZh | null | undefined
  /** 页码的字体、字号 */
  readonly 页码?: TableInputZh | null | undefined
  /** 书眉的字体、字号 */
  readonly 书眉?: TableInputZh | null | undefined
  /** 刊名的字体、字号、对齐 */
  readonly 刊名?: HeadlineInputZh | null | undefined
  /** 刊名附注的字体、字号、对齐 */
  readonly 刊名附注?: HeadlineInputZh | null | undefined
  /** 期号的字体、字号、对齐 */
  readonly 期号?: HeadlineInputZh | null | undefined
  /** 编发单位的字体、字号 */
  readonly 编发单位?: TableInputZh | null | undefined
  /** 密级的字体、字号 */
  readonly 密级?: TableInputZh | null | undefined
  /** 导读的字体、字号 */
  readonly 导读?: TableInputZh | null | undefined
  /** 报尾的字体、字号 */
  readonly 报尾?: TableInputZh | null | undefined
  /** 数字、字母用字；不写用中文字体自带的 */
  readonly 西文?: Text | null | undefined
  /** 段首缩进 */
  readonly 缩进?: Text | null | undefined
  /** *…* 的排法 */
  readonly 着重?: 'kai' | '楷体' | 'dots' | '着重号' | 'bold' | '加粗' | null | undefined
  /** 标点占位的方式 */
  readonly 标点?: 'full' | '全角式' | 'kaiming' | '开明式' | 'half' | '半角式' | null | undefined
  /** 行首行尾禁则的宽严 */
  readonly 避头尾?: 'loose' | '宽松' | 'normal' | '一般' | 'strict' | '严格' | null | undefined
  /** 行尾标点悬挂 */
  readonly 悬挂?: boolean | '是' | '否' | null | undefined
  /** 正文逐字对格，各行汉字上下对齐；数字、字母占整格，行首的点号悬挂在上一行末 */
  readonly 纵横对齐?: boolean | '是' | '否' | null | undefined
  /** 行尾可把英文词用连字符断开 */
  readonly 西文断词?: boolean | '是' | '否' | null | undefined
  /** 中文与数字、字母间的空 */
  readonly 中西间隔?: Text | null | undefined
}
