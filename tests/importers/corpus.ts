import type { DocxParts } from './docx-parts.ts'
import { item, numbering, p, picture, r, SENTENCE, title } from './docx-parts.ts'
import { PNG } from './pictures.ts'

/** One contribution: what its file holds, and how it is read. Its article and report are in the golden file. */
export interface CorpusCase {
  readonly name: string
  readonly parts: DocxParts
  readonly file?: string
  readonly tracked?: 'accept' | 'reject'
  readonly section?: string
}

const HEAD = title('水务集团检查供水保障')
const TEXT = p(SENTENCE)
const OTHER = p('调度中心值班员介绍，管网末梢压力一直保持稳定，居民用水没有受到影响。')
const CREDIT = p('供稿：水务集团 周明远')
const CENTRED = '<w:jc w:val="center"/>'
const RIGHT = '<w:jc w:val="right"/>'
const article = (middle: string, more: Omit<DocxParts, 'body'> = {}): DocxParts => ({
  body: HEAD + TEXT + middle + OTHER + CREDIT,
  ...more,
})
const media = { links: { i1: 'image media/image1.png' }, files: { 'media/image1.png': PNG } }
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const bare = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const box = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
const by = 'w:author="张某" w:date="2026-05-20T09:30:00Z"'
const other = 'w:author="李某" w:date="2026-05-21T10:00:00Z"'
const gone = (text: string, who = by) =>
  `<w:del ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const came = (text: string, who = by) => `<w:ins ${who}>${r(text)}</w:ins>`
const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/><w:basedOn w:val="a"/></w:style>',
  '<w:style w:type="character" w:styleId="h"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>',
].join('')
const styled = (id: string, text: string) => p(text, `<w:pStyle w:val="${id}"/>`)
const NEW_PAGE = '<w:r><w:br w:type="page"/></w:r>'
const SECOND =
  title('港务公司岸桥投入运行') + p('5月30日，港务公司最后一台岸桥完成远程控制改造，转入常态运行。')

export const CORPUS: readonly CorpusCase[] = [
  // Roles
  { name: 'plain', parts: article('') },
  { name: 'no-title', file: '综合科 关于值班的情况.docx', parts: { body: TEXT + OTHER } },
  {
    name: 'shoulder-subtitle-note',
    parts: {
      body:
        p(r('迎峰度夏进行时', '<w:sz w:val="28"/>'), CENTRED) +
        HEAD +
        p('——第二水厂见闻', CENTRED) +
        p('编者按：本期介绍水务集团的做法，供参考。') +
        TEXT +
        OTHER +
        CREDIT,
    },
  },
  {
    name: 'title-of-two-lines',
    parts: { body: title('水务集团检查供水保障') + title('暨汛期安全工作') + TEXT + OTHER },
  },
  {
    name: 'title-by-soft-return',
    parts: {
      body:
        p(
          `${r('水务集团检查供水保障', '<w:sz w:val="44"/>')}<w:r><w:br/></w:r>${r('暨汛期安全工作', '<w:sz w:val="44"/>')}`,
          CENTRED,
        ) +
        TEXT +
        OTHER,
    },
  },
  {
    name: 'credit-in-parentheses',
    parts: { body: `${HEAD}${TEXT}${OTHER}${p('（水务集团 周明远、林小禾）', RIGHT)}` },
  },
  {
    name: 'credit-at-the-end-of-text',
    parts: { body: HEAD + TEXT + p('居民用水没有受到影响。（水务集团 周明远）') },
  },
  { name: 'credit-below-title', parts: { body: HEAD + p('水务集团 周明远', CENTRED) + TEXT + OTHER } },
  {
    name: 'credit-correspondent',
    file: '水务集团供稿.docx',
    parts: { body: HEAD + TEXT + OTHER + p('通讯员 周明远') },
  },
  {
    name: 'credit-of-two-units',
    parts: { body: HEAD + TEXT + OTHER + p('供稿：水务集团 周明远；城建集团 何牧之、程一诺') },
  },
  {
    name: 'signed-right-with-date',
    parts: { body: HEAD + TEXT + OTHER + p('区水务集团', RIGHT) + p('2026年6月5日', RIGHT) },
  },
  {
    name: 'signers',
    parts: { body: HEAD + TEXT + OTHER + CREDIT + p('审核：何某') + p('联系电话：0000-0000000') },
  },
  { name: 'unit-by-file-name', file: '【城建集团】述职会.docx', parts: { body: HEAD + TEXT + OTHER } },
  {
    name: 'sub-headings-typed',
    parts: article(
      p('一、备足物资') +
        TEXT +
        p('（一）检修设备') +
        OTHER +
        p('二、落实值班，确保在岗。') +
        p('一要算清账；二要看住点。'),
    ),
  },
  {
    name: 'sub-headings-bold',
    parts: article(p(r('备足物资', '<w:b/>')) + OTHER + p(r('注意', '<w:b/>') + r('：各站要按时报告。'))),
  },
  {
    name: 'several-articles',
    parts: { body: HEAD + TEXT + CREDIT + p(NEW_PAGE) + SECOND + p('供稿：港务公司 苏晚晴') },
  },
  { name: 'several-without-page-break', parts: { body: HEAD + TEXT + OTHER + CREDIT + SECOND } },
  {
    name: 'doubtful-title',
    parts: { body: HEAD + TEXT + p(r('几点体会', '<w:b/><w:sz w:val="30"/>'), CENTRED) + OTHER },
  },
  {
    name: 'briefs',
    file: '6月简讯.docx',
    parts: {
      body:
        p('简讯', CENTRED) +
        item('5月9日，产业园公司举办春季招聘会。（产业园公司 叶舟）') +
        item('5月12日，文旅公司开放书房。'),
      numbering: numbering(['decimal', '%1.']),
    },
  },
  // Automatic numbers
  {
    name: 'number-chinese',
    parts: article(item('备足物资') + OTHER + item('落实值班') + OTHER, {
      numbering: numbering(['chineseCountingThousand', '%1、']),
    }),
  },
  {
    name: 'number-levels-restart',
    parts: article(
      item('备足物资') + item('检修水泵', 1) + item('更换管道', 1) + item('落实值班') + item('排好班次', 1),
      { numbering: numbering(['japaneseCounting', '%1、'], ['japaneseCounting', '（%2）']) },
    ),
  },
  {
    name: 'number-legal',
    parts: article(item('总则') + item('目的', 1) + item('范围', 1), {
      numbering: numbering(['chineseCounting', '第%1章'], ['decimal', '%1.%2', '<w:isLgl/>']),
    }),
  },
  {
    name: 'number-circled',
    parts: article(item('核对图纸。') + item('检查水泵。'), {
      numbering: numbering(['decimalEnclosedCircle', '%1']),
    }),
  },
  {
    name: 'number-stems',
    parts: article(item('方案一，先修再换。') + item('方案二，边修边换。'), {
      numbering: numbering(['ideographTraditional', '%1、']),
    }),
  },
  {
    name: 'number-letters-roman',
    parts: article(item('第一种情形。') + item('其中一类。', 1), {
      numbering: numbering(['upperRoman', '%1.'], ['lowerLetter', '(%2)']),
    }),
  },
  {
    name: 'number-starts-at',
    parts: article(p('接续上文。') + item('第五条内容。', 0, 2) + item('第六条内容。', 0, 2), {
      numbering: `${numbering(['decimal', '%1．'])}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
    }),
  },
  {
    name: 'number-custom',
    parts: article(item('登记。') + item('复核。'), {
      numbering: numbering(['custom', '%1 ']).replace(
        'w:val="custom"',
        'w:val="custom" w:format="01, 02, 03, ..."',
      ),
    }),
  },
  {
    name: 'number-unknown-format',
    parts: article(item('登记。'), { numbering: numbering(['hebrew1', '%1.']) }),
  },
  {
    name: 'number-by-style',
    parts: {
      body:
        styled('T', '水务集团检查供水保障') +
        styled('1', '备足物资') +
        TEXT +
        styled('2', '检修水泵') +
        OTHER +
        styled('1', '落实值班') +
        TEXT,
      styles: STYLES,
      numbering: numbering(['chineseCountingThousand', '%1、'], ['chineseCountingThousand', '（%2）']),
    },
  },
  {
    name: 'number-in-deleted-paragraph',
    parts: article(
      item('备足物资') +
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${gone('删去的一条')}</w:p>` +
        item('落实值班'),
      { numbering: numbering(['chineseCountingThousand', '%1、']) },
    ),
  },
  // Lists
  {
    name: 'list-bullets',
    parts: article(item('水泵三台') + item('沙袋二百个', 1) + item('照明车一辆'), {
      numbering: numbering(['bullet', '·'], ['bullet', 'o']),
    }),
  },
  {
    name: 'list-plain-numbers',
    parts: article(item('先看压力表') + item('再开水泵'), { numbering: numbering(['decimal', '%1.']) }),
  },
  // Tables
  {
    name: 'table',
    parts: article(
      p('表1 供水情况', CENTRED) +
        table(row(cell('指标'), cell('改造前')), row(cell('压力（兆帕）'), cell('0.20'))),
    ),
  },
  {
    name: 'table-words',
    parts: article(
      p('表1 供水收入', CENTRED) +
        p('单位：万元', RIGHT) +
        table(row(cell('项目'), cell('收入')), row(cell('水费'), cell('1,204.5'))) +
        p('注：不含代收费用。') +
        p('资料来源：水务集团') +
        p('单位：户', RIGHT) +
        table(row(cell('项目'), cell('户数')), row(cell('居民'), cell('8600'))),
    ),
  },
  {
    name: 'table-merged',
    parts: article(
      table(
        row(cell('项目', '<w:gridSpan w:val="2"/>')),
        row(cell('水泵', '<w:vMerge w:val="restart"/>'), cell('3')),
        row(cell('', '<w:vMerge/>'), cell('5')),
      ),
    ),
  },
  {
    name: 'table-nested',
    parts: article(
      table(
        row(cell('项目'), `<w:tc>${table(row(cell('内表甲'), cell('内表乙')))}${p('')}</w:tc>`),
        row(cell('水泵'), cell('3')),
      ),
    ),
  },
  { name: 'table-as-frame', parts: article(table(row(`<w:tc>${p('【提示】高温时节注意防暑。')}</w:tc>`))) },
  {
    name: 'table-paragraphs-in-cell',
    parts: article(
      table(row(cell('项目'), cell('内容')), row(cell('水泵'), `<w:tc>${p('三台')}${p('两台备用')}</w:tc>`)),
    ),
  },
  {
    name: 'table-of-pictures',
    parts: article(
      table(
        row(`<w:tc>${p(picture('i1'))}</w:tc>`, `<w:tc>${p(picture('i1'))}</w:tc>`),
        row(`<w:tc>${p('图为泵房', CENTRED)}</w:tc>`, `<w:tc>${p('图为大厅', CENTRED)}</w:tc>`),
      ),
      media,
    ),
  },
  // Pictures
  {
    name: 'picture-caption',
    parts: article(p(picture('i1')) + p('图为调度大厅（林小禾 摄）', CENTRED), media),
  },
  {
    name: 'picture-caption-style',
    parts: {
      body: styled('T', '水务集团检查供水保障') + TEXT + p(picture('i1')) + styled('C', '调度大厅') + OTHER,
      styles: STYLES,
      ...media,
    },
  },
  {
    name: 'picture-cropped',
    parts: article(p(picture('i1', '<a:srcRect l="10000" r="20000"/>')) + p('▲调度大厅', CENTRED), media),
  },
  {
    name: 'picture-vml',
    parts: article(
      p(
        '<w:r><w:pict><v:shape style="width:300pt;height:200pt"><v:imagedata r:id="i1" croptop="6554f"/></v:shape></w:pict></w:r>',
      ),
      media,
    ),
  },
  {
    name: 'picture-outside',
    parts: article(p(picture('i1').replace('r:embed', 'r:link')), {
      links: { i1: 'image file:///etc/passwd !' },
    }),
  },
  { name: 'picture-missing', parts: article(p(picture('i9'))) },
  // Notes, boxes, fields
  {
    name: 'footnotes',
    parts: article(p(`${r('末梢压力')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('稳定。')}`), {
      footnotes: `<w:footnote w:id="2">${p('指管网最远处的压力。')}</w:footnote>`,
    }),
  },
  {
    name: 'endnotes',
    parts: article(p(`${r('数据见附表')}<w:r><w:endnoteReference w:id="1"/></w:r>${r('。')}`), {
      endnotes: `<w:endnote w:id="1">${p('截至6月5日。')}</w:endnote>`,
    }),
  },
  {
    name: 'text-box',
    parts: article(p(box('链接：第二水厂日供水12万立方米。') + r('正文段落在文本框之前。'))),
  },
  {
    name: 'text-box-wps-vml',
    parts: article(
      p(
        `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('数说：压力0.2兆帕。')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
    ),
  },
  {
    name: 'word-art',
    parts: article(p('<w:r><w:pict><v:shape><v:textpath string="安全第一"/></v:shape></w:pict></w:r>')),
  },
  {
    name: 'fields',
    parts: article(
      p(
        r('详见第') +
          field('PAGEREF _a', '3') +
          r('页，') +
          field('HYPERLINK "https://example.cn/a"', '网站') +
          r('，') +
          field('DATE', '2026年6月5日') +
          r('。'),
      ),
    ),
  },
  {
    name: 'field-circled-ruby-fraction',
    parts: article(
      p(
        r('要点') +
          bare('EQ \\o\\ac(○,3)') +
          r('，') +
          bare('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(jiǎn),简)') +
          r('报，') +
          bare('EQ \\f(1,2)') +
          r('以上。'),
      ),
    ),
  },
  {
    name: 'contents',
    parts: {
      body:
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('一、备足物资 1')}`,
        ) +
        p(`${r('二、落实值班 2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
        HEAD +
        TEXT +
        OTHER,
    },
  },
  {
    name: 'content-controls',
    parts: article(
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('控件里的段落，照收。')}</w:sdtContent></w:sdt>` +
        p(
          `${r('单位：')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入文字')}</w:sdtContent></w:sdt>${r('（空）')}`,
        ),
    ),
  },
  // Looks and signs
  {
    name: 'bold-italic-raised',
    parts: article(
      p(
        r('面积5m') +
          r('2', '<w:vertAlign w:val="superscript"/>') +
          r('，CO') +
          r('2', '<w:vertAlign w:val="subscript"/>') +
          r('排放下降，') +
          r('重点', '<w:b/>') +
          r('和') +
          r('着重', '<w:em w:val="dot"/>') +
          r('都在。'),
      ),
    ),
  },
  {
    name: 'hidden',
    parts: article(
      p(r('公开部分。') + r('内部掌握的话', '<w:vanish/>')) + p(r('样式隐藏', '<w:rStyle w:val="h"/>')),
      { styles: STYLES },
    ),
  },
  {
    name: 'highlight-colour-strike-underline',
    parts: article(
      p(
        r('待核实', '<w:highlight w:val="yellow"/>') +
          r('红字', '<w:color w:val="FF0000"/>') +
          r('划掉', '<w:strike/>') +
          r('划线', '<w:u w:val="single"/>') +
          r('。'),
      ),
    ),
  },
  {
    name: 'soft-return-tab',
    parts: article(p(`${r('第一行内容。')}<w:r><w:br/></w:r>${r('第二行')}<w:r><w:tab/></w:r>${r('右边')}`)),
  },
  {
    name: 'symbols',
    parts: article(
      p(
        `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${r('已完成，')}<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${r('90分，')}<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>${r('未知。')}`,
      ),
    ),
  },
  {
    name: 'ruby',
    parts: article(
      p(`<w:r><w:ruby><w:rt>${r('yún')}</w:rt><w:rubyBase>${r('云')}</w:rubyBase></w:ruby></w:r>${r('汀')}`),
    ),
  },
  {
    name: 'equation',
    parts: article(
      p(
        '<m:oMath><m:r><m:t>y=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>',
      ),
    ),
  },
  {
    name: 'links',
    parts: article(
      p(
        `<w:hyperlink r:id="l1">${r('网站')}</w:hyperlink>${r('和')}<w:hyperlink r:id="l2">${r('点我')}</w:hyperlink>${r('。')}`,
      ),
      { links: { l1: 'hyperlink https://example.cn/ !', l2: 'hyperlink javascript:alert(1) !' } },
    ),
  },
  { name: 'header', parts: article('', { header: p('云汀简报 内部资料') }) },
  {
    name: 'looks-like-our-marks',
    parts: article(
      p('---') +
        p('key: v') +
        p('# 不是标题') +
        p('| 竖 | 线 |') +
        p('1. 数字开头') +
        p('*星号*和[括号](a)') +
        p('- 短横'),
    ),
  },
  { name: 'invisible-characters', parts: article(p('零\u200b宽\u202e字符')) },
  {
    name: 'ole-and-chart',
    parts: article(
      p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>') +
        p(
          '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="c1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
        ),
      {
        links: { c1: 'chart charts/chart1.xml' },
        files: {
          'charts/chart1.xml': new TextEncoder().encode(
            '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:t>供水量</a:t></c:title><c:v>42</c:v></c:chartSpace>',
          ),
        },
      },
    ),
  },
  // Tracked changes and comments
  { name: 'tracked-accept', parts: article(p(r('压力') + gone('0.20') + came('0.24', other) + r('兆帕。'))) },
  {
    name: 'tracked-reject',
    tracked: 'reject',
    parts: article(p(r('压力') + gone('0.20') + came('0.24', other) + r('兆帕。'))),
  },
  {
    name: 'tracked-paragraph-mark',
    parts: article(`<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${r('前半句，')}</w:p>${p('后半句。')}`),
  },
  {
    name: 'tracked-move',
    parts: article(
      p(`<w:moveFrom ${by}>${r('移动的一句。')}</w:moveFrom>${r('留下的一句。')}`) +
        p(`<w:moveTo ${by}>${r('移动的一句。')}</w:moveTo>`),
    ),
  },
  {
    name: 'tracked-row',
    parts: article(
      table(
        row(cell('项目'), cell('数')),
        `<w:tr><w:trPr><w:del ${by}/></w:trPr>${cell('删去的行')}${cell('9')}</w:tr>`,
        row(cell('水泵'), cell('3')),
      ),
    ),
  },
  {
    name: 'comments',
    parts: article(
      p(
        `<w:commentRangeStart w:id="1"/>${r('压力0.24兆帕')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r('。')}`,
      ),
      { comments: `<w:comment w:id="1" ${by}>${p('请核实数字')}</w:comment>` },
    ),
  },
  {
    name: 'drop-cap',
    parts: {
      body:
        HEAD +
        p(r('六', '<w:sz w:val="96"/>'), '<w:framePr w:dropCap="drop"/>') +
        p('月4日，水务集团检查迎峰度夏供水保障工作，要求各站备足物资。') +
        OTHER,
    },
  },
  { name: 'smart-tags', parts: article(p(`<w:smartTag>${r('云汀区')}</w:smartTag>${r('里的文字。')}`)) },
  { name: 'custom-xml', parts: article(`<w:customXml>${p('自定义标记里的段落。')}</w:customXml>`) },
]
