import type { CorpusCase } from './corpus.ts'
import { type DocxParts, item, numbering, p, picture, r, SENTENCE, title } from './docx-parts.ts'
import { png } from './pictures.ts'

const TEXT = p(SENTENCE)
const END = p('调度中心值班员介绍，管网末梢压力一直保持稳定。') + p('供稿：水务集团 周明远')
const article = (middle: string, more: Omit<DocxParts, 'body'> = {}): DocxParts => ({
  body: title('水务集团检查供水保障') + TEXT + middle + END,
  ...more,
})
const by = 'w:id="9" w:author="张某" w:date="2026-05-20T09:30:00Z"'
const other = 'w:id="8" w:author="李某" w:date="2026-05-21T10:00:00Z"'
const gone = (text: string) =>
  `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const came = (content: string, who = by) => `<w:ins ${who}>${content}</w:ins>`
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const sign = (type: string, more = '') => `<w:r><w:fldChar w:fldCharType="${type}">${more}</w:fldChar></w:r>`
const code = (text: string) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`
const field = (instruction: string, result: string, more = '') =>
  `${sign('begin', more)}${code(instruction)}${sign('separate')}${result}${sign('end')}`
const bare = (instruction: string, more = '') => `${sign('begin', more)}${code(instruction)}${sign('end')}`
const image = (at: number) => png(12 + at, 8)
const MEDIA = {
  links: { i1: 'image media/image1.png', i2: 'image media/image2.png' },
  files: { 'media/image1.png': image(1), 'media/image2.png': image(2) },
}
const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010'
const anchored = (uri: string, inner: string, more = '') =>
  `<w:r><w:drawing><wp:anchor behindDoc="0"><wp:extent cx="3000000" cy="2000000"/><wp:docPr id="9" name="图 9"${more}/><a:graphic><a:graphicData uri="${uri}">${inner}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
const pic = (id: string, more = '', size = [1500000, 1000000]) =>
  `<pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${more}</pic:blipFill><pic:spPr><a:xfrm><a:ext cx="${size[0]}" cy="${size[1]}"/></a:xfrm></pic:spPr></pic:pic>`
const textbox = (content: string) => `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>`
const LISTED = (level: number, list = 1) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
const note = (id: number, content: string) => `<w:footnote w:id="${id}">${content}</w:footnote>`
const noted = (id: number, more = '') => `<w:r><w:footnoteReference w:id="${id}"${more}/></w:r>`
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const CENTRED = '<w:jc w:val="center"/>'
const RIGHT = '<w:jc w:val="right"/>'
const section = (type: string) =>
  `<w:sectPr>${type === '' ? '' : `<w:type w:val="${type}"/>`}<w:cols w:num="2"/></w:sectPr>`
const SECOND =
  title('港务公司岸桥投入运行') + p('5月30日，港务公司最后一台岸桥完成远程控制改造，转入常态运行。')

/** What the bullets of the trade's list do to each other: each case has two or three of them at once. */
export const COMBINATIONS: readonly CorpusCase[] = [
  // Numbers
  {
    name: 'numbers-alone-in-cells',
    parts: article(
      table(
        row(cell('序号'), cell('站点')),
        row(cell(p('', LISTED(0))), cell('东湖泵站')),
        row(cell(p('', LISTED(0))), cell('西岭泵站')),
        row(cell(p('', LISTED(0))), cell('北塘泵站')),
      ),
      { numbering: numbering(['decimal', '%1']) },
    ),
  },
  {
    name: 'numbers-with-three-places',
    parts: article(item('登记。') + item('复核。'), {
      numbering: numbering(['custom', '编号%1 ']).replace(
        'w:val="custom"',
        'w:val="custom" w:format="001, 002, 003, ..."',
      ),
    }),
  },
  {
    name: 'numbers-that-never-restart',
    parts: article(
      item('备足物资') + item('检修水泵，逐台试车。', 1) + item('落实值班') + item('排好班次，逐人通知。', 1),
      {
        numbering: numbering(
          ['chineseCountingThousand', '%1、'],
          ['decimal', '第%2条', '<w:lvlRestart w:val="0"/><w:suff w:val="space"/>'],
        ),
      },
    ),
  },
  {
    name: 'numbers-that-restart-after-the-first-level-only',
    parts: article(
      item('总体要求') +
        item('工作目标', 1) +
        item('保障供水，水压稳定。', 2) +
        item('工作原则', 1) +
        item('统一调度，分级负责。', 2) +
        item('组织实施') +
        item('责任分工', 1) +
        item('各站负责，按日报告。', 2),
      {
        numbering: numbering(
          ['chineseCounting', '%1、'],
          ['chineseCounting', '（%2）'],
          ['decimal', '%3．', '<w:lvlRestart w:val="1"/>'],
        ),
      },
    ),
  },
  {
    name: 'numbers-stopped-by-a-paragraph-of-the-style',
    parts: {
      body:
        title('水务集团检查供水保障') +
        TEXT +
        p('备足物资', '<w:pStyle w:val="L"/>') +
        p(
          '下文不编号，只是同一种样式的文字。',
          '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>',
        ) +
        p('落实值班', '<w:pStyle w:val="L"/>') +
        END,
      styles:
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="K"><w:name w:val="条"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="L"><w:name w:val="条文"/><w:basedOn w:val="K"/></w:style>',
      numbering: numbering(['ideographTraditional', '%1、']),
    },
  },
  {
    name: 'numbers-of-many-formats',
    parts: article(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((list) => item('一项内容，照此办理。', 0, list)).join(''),
      {
        numbering: [
          'ideographZodiac',
          'chineseLegalSimplified',
          'decimalFullWidth',
          'decimalEnclosedParen',
          'ordinal',
          'cardinalText',
          'lowerRoman',
          'ideographEnclosedCircle',
          'thaiNumbers',
        ]
          .map(
            (format, at) =>
              `<w:abstractNum w:abstractNumId="${at}"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>`,
          )
          .concat(
            [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
              (list) => `<w:num w:numId="${list}"><w:abstractNumId w:val="${list - 1}"/></w:num>`,
            ),
          )
          .join(''),
      },
    ),
  },
  {
    name: 'numbers-inserted-and-deleted',
    parts: article(
      p('备足物资，逐站核对。', LISTED(0)) +
        p(gone('检修水泵，逐台试车。'), `${LISTED(0)}<w:rPr><w:del ${by}/></w:rPr>`) +
        p(came(r('落实值班，逐人通知。')), `${LISTED(0)}<w:rPr><w:ins ${other}/></w:rPr>`),
      { numbering: numbering(['chineseCountingThousand', '%1是']) },
    ),
  },
  {
    name: 'numbers-inserted-rejected',
    tracked: 'reject',
    parts: article(
      p('备足物资，逐站核对。', LISTED(0)) +
        p(
          '原来没有编号的一段。',
          `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${other}/></w:numPr><w:pPrChange ${other}><w:pPr/></w:pPrChange>`,
        ) +
        p('落实值班，逐人通知。', LISTED(0)),
      { numbering: numbering(['chineseCountingThousand', '%1是']) },
    ),
  },
  {
    name: 'number-and-page-break-in-one-paragraph',
    parts: article(
      p(`<w:r><w:br w:type="page"/></w:r>${r('备足物资')}`, LISTED(0)) +
        TEXT +
        p(`${r('落实')}<w:r><w:br/></w:r>${r('值班')}`, LISTED(0)) +
        TEXT,
      { numbering: numbering(['chineseCountingThousand', '%1、']) },
    ),
  },
  // Tables
  {
    name: 'table-with-notes-comments-and-changes',
    parts: article(
      table(
        row(cell('站点'), cell(p(r('供水量') + noted(2)), '<w:gridSpan w:val="2"/>')),
        row(
          cell(p('东湖泵站'), '<w:vMerge w:val="restart"/>'),
          cell(
            p(
              `<w:commentRangeStart w:id="1"/>${r('12.5')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
            ),
          ),
          cell(p(gone('万吨') + came(r('万立方米')))),
        ),
        row(cell('', '<w:vMerge/>'), cell(p(r('8.0') + noted(3))), cell('万立方米')),
      ),
      {
        footnotes: note(2, p('数据来自调度中心。')) + note(3, p('检修期间。') + p('6月恢复。')),
        comments:
          '<w:comment w:id="1" w:author="李某" w:date="2026-05-21T10:00:00Z"><w:p><w:r><w:t>请核对这个数。</w:t></w:r></w:p></w:comment>',
      },
    ),
  },
  {
    name: 'table-hidden-row',
    parts: article(
      table(
        row(cell('站点'), cell('供水量')),
        `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('备用泵站')}${cell('0')}</w:tr>`,
        row(cell('东湖泵站'), cell('12.5')),
      ),
    ),
  },
  {
    name: 'table-in-unknown-wrappers',
    parts: article(
      table(
        row(cell('站点'), cell('供水量')),
        `<mc:AlternateContent><mc:Choice Requires="w16">${row(cell('东湖泵站'), cell('12.5'))}</mc:Choice></mc:AlternateContent>`,
        control(
          '',
          `<w:tr>${control('', cell('西岭泵站'))}<w:customXml w:element="x">${cell('7.1')}</w:customXml></w:tr>`,
        ),
      ),
    ),
  },
  {
    name: 'table-with-a-box-and-a-picture-in-a-box',
    parts: article(
      table(
        row(cell('站点'), cell('情况')),
        row(
          cell('东湖泵站'),
          cell(
            p(
              r('正常') +
                anchored(
                  `${WORD_2010}/wordprocessingShape`,
                  `<wps:wsp>${textbox(p('另见附图。') + p(picture('i1')))}</wps:wsp>`,
                ),
            ),
          ),
        ),
      ),
      MEDIA,
    ),
  },
  {
    name: 'table-nested-with-pictures-and-numbers',
    parts: article(
      table(
        row(cell('项目'), cell('分项')),
        row(
          cell('检修'),
          cell(
            table(
              row(cell(p('水泵', LISTED(0))), cell('3台')),
              row(cell(p('阀门', LISTED(0))), cell('8只')),
            ) + p(''),
          ),
        ),
      ),
      { numbering: numbering(['decimalEnclosedCircle', '%1']) },
    ),
  },
  {
    name: 'table-old-horizontal-merge',
    parts: article(
      table(
        row(cell('站点'), cell('一季度'), cell('二季度')),
        row(cell('东湖泵站'), cell('全部完成', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>')),
      ),
    ),
  },
  {
    name: 'table-words-in-a-merged-cell',
    parts: article(
      table(
        row(cell('站点'), cell('供水量')),
        row(cell('东湖泵站', '<w:vMerge w:val="restart"/>'), cell('12.5')),
        row(cell('（接上）', '<w:vMerge/>'), cell('7.1')),
      ),
    ),
  },
  // Pictures
  {
    name: 'pictures-in-a-group-with-a-box',
    parts: article(
      p(
        anchored(
          `${WORD_2010}/wordprocessingGroup`,
          `<wpg:wgp xmlns:wpg="${WORD_2010}/wordprocessingGroup">${pic('i1', '<a:srcRect l="10000" r="10000"/>')}<wpg:grpSp>${pic('i2')}<wps:wsp>${textbox(p('图为两处泵站。'))}</wps:wsp></wpg:grpSp></wpg:wgp>`,
        ),
      ),
      MEDIA,
    ),
  },
  {
    name: 'picture-as-the-filling-of-a-shape',
    parts: article(
      p(
        anchored(
          `${WORD_2010}/wordprocessingShape`,
          `<wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="i1"/><a:stretch/></a:blipFill></wps:spPr></wps:wsp>`,
        ),
      ) +
        p(
          '<w:r><w:pict><v:rect style="width:90pt;height:60pt"><v:fill r:id="i2" type="frame"/></v:rect></w:pict></w:r>',
        ),
      MEDIA,
    ),
  },
  {
    name: 'picture-hidden-in-the-selection-pane',
    parts: article(
      p(
        anchored(
          'http://schemas.openxmlformats.org/drawingml/2006/picture',
          pic('i1'),
          ' hidden="1" descr="旧照片"',
        ),
      ),
      MEDIA,
    ),
  },
  {
    name: 'picture-linked-and-embedded-with-a-deleted-one',
    parts: article(
      p(picture('i1').replace('r:embed="i1"', 'r:embed="i1" r:link="i3"')) +
        p('▲图为东湖泵站。（周明远 摄）', CENTRED) +
        p(`<w:del ${by}>${picture('i2')}</w:del>`),
      { links: { ...MEDIA.links, i3: 'image file:///C:/a.png !' }, files: MEDIA.files },
    ),
  },
  {
    name: 'picture-in-a-note-and-in-a-header',
    parts: article(p(r('供水量见注') + noted(2) + r('。')), {
      footnotes: note(2, p(r('曲线如图。')) + p(picture('i1'))),
      header: p(r('云汀水务') + picture('i1')),
      ...MEDIA,
    }),
  },
  {
    name: 'picture-with-a-link-and-caption-in-a-box-below',
    parts: article(
      p(
        picture('i1').replace(
          '<wp:docPr id="1" name="图片 1"/>',
          '<wp:docPr id="1" name="图片 1" descr="泵房内景"><a:hlinkClick r:id="h1"/></wp:docPr>',
        ),
      ) +
        p(anchored(`${WORD_2010}/wordprocessingShape`, `<wps:wsp>${textbox(p('图为泵房内景。'))}</wps:wsp>`)),
      { links: { ...MEDIA.links, h1: 'hyperlink https://example.org/a !' }, files: MEDIA.files },
    ),
  },
  // Notes
  {
    name: 'note-with-a-mark-of-its-own',
    parts: article(p(r('供水量为全年最高') + noted(2, ' w:customMarkFollows="1"') + r('*') + r('。')), {
      footnotes: note(2, p(r('*') + r(' 截至6月4日。'))),
    }),
  },
  {
    name: 'notes-with-a-table-a-note-in-a-box-and-a-deleted-one',
    parts: article(
      p(r('供水量见表') + noted(2) + r('。')) +
        p(
          r('旁注') +
            anchored(
              `${WORD_2010}/wordprocessingShape`,
              `<wps:wsp>${textbox(p(r('框中文字') + noted(3)))}</wps:wsp>`,
            ),
        ) +
        p(`${r('这一句')}<w:del ${by}>${noted(4)}</w:del>${r('没有注。')}`),
      {
        footnotes:
          note(2, table(row(cell('站点'), cell('供水量')), row(cell('东湖'), cell('12.5')))) +
          note(3, p('框中的注。')) +
          note(4, p('删去的注。')),
      },
    ),
  },
  // Changes
  {
    name: 'changes-within-changes',
    parts: article(
      p(
        came(r('新加的话里') + gone('又删去的几个字') + r('留下这些。')) +
          `<w:moveFrom ${by}><w:r><w:t>搬走的句子。</w:t></w:r></w:moveFrom>`,
      ) + p(`<w:moveTo ${by}><w:r><w:t>搬走的句子。</w:t></w:r>${gone('搬后又删。')}</w:moveTo>`),
    ),
  },
  {
    name: 'changes-within-changes-rejected',
    tracked: 'reject',
    parts: article(
      p(
        came(r('新加的话里') + gone('又删去的几个字') + r('留下这些。')) +
          `<w:moveFrom ${by}><w:r><w:t>搬走的句子。</w:t></w:r></w:moveFrom>`,
      ) + p(`<w:moveTo ${by}><w:r><w:t>搬走的句子。</w:t></w:r></w:moveTo>${r('原有的话。')}`),
    ),
  },
  {
    name: 'changes-of-links-fields-and-equations',
    parts: article(
      p(
        `<w:hyperlink r:id="h1">${gone('旧网址')}${came(r('新网址'))}</w:hyperlink>` +
          `<w:del ${by}>${sign('begin')}<w:r><w:delInstrText> REF 甲 </w:delInstrText></w:r>${sign('separate')}<w:r><w:delText>删去的引用</w:delText></w:r>${sign('end')}</w:del>` +
          `<m:oMath><m:r><m:t>a</m:t></m:r><w:del ${by}><m:r><m:t>+删</m:t></m:r></w:del><w:ins ${by}><m:r><m:t>+b</m:t></m:r></w:ins></m:oMath>` +
          r('。'),
      ),
      { links: { h1: 'hyperlink https://example.org/new !' } },
    ),
  },
  {
    name: 'change-of-the-mark-before-a-table',
    parts: article(
      p(r('下表是各站供水量。'), `<w:rPr><w:del ${by}/></w:rPr>`) +
        table(row(cell('站点'), cell('供水量')), row(cell('东湖'), cell('12.5'))),
    ),
  },
  {
    name: 'change-of-the-last-mark-in-a-cell',
    parts: article(
      table(
        row(cell('站点'), cell('情况')),
        row(cell('东湖'), cell(p(r('正常，'), `<w:rPr><w:del ${by}/></w:rPr>`) + p('按日报告'))),
        row(cell('西岭'), cell(p(r('停机检修'), `<w:rPr><w:del ${by}/></w:rPr>`))),
      ),
    ),
  },
  {
    name: 'comments-everywhere',
    parts: article(
      p(`<w:commentRangeStart w:id="1"/>${r('从这一段开始，')}`) +
        table(
          row(cell('站点'), cell(p(`${r('供水量')}<w:r><w:commentReference w:id="2"/></w:r>`))),
          row(cell('东湖'), cell('12.5')),
        ) +
        p(`${r('到这一段为止。')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`) +
        p(
          `<w:del ${by}><w:commentRangeStart w:id="3"/><w:r><w:delText>删去的话。</w:delText></w:r><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:del>`,
        ),
      {
        comments: ['跨段的批注。', '表里的批注。', '删去处的批注。', '没有位置的批注。']
          .map(
            (text, at) =>
              `<w:comment w:id="${at + 1}" w:author="李某" w:date="2026-05-21T10:00:00Z"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`,
          )
          .join(''),
      },
    ),
  },
  // Hidden
  {
    name: 'hidden-by-styles',
    parts: article(
      p('整段由样式隐藏。', '<w:pStyle w:val="H"/>') +
        p(r('露出来的', '<w:vanish w:val="0"/>') + r('藏住的'), '<w:pStyle w:val="H"/>') +
        p(
          r('正常，') +
            r('字符样式隐藏，', '<w:rStyle w:val="h"/>') +
            r('网页视图才隐藏。', '<w:webHidden/>'),
        ),
      {
        styles:
          '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="G"><w:name w:val="底"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="批语"/><w:basedOn w:val="G"/></w:style><w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>',
      },
    ),
  },
  {
    name: 'hidden-white-and-tiny',
    parts: article(
      p(
        r('看得见，') +
          r('白色的字，', '<w:color w:val="FFFFFF"/>') +
          r('一磅的字，', '<w:sz w:val="2"/>') +
          r('正常。'),
      ),
    ),
  },
  // Signs, fields, controls
  {
    name: 'fields-that-show-without-a-result',
    parts: article(
      p(
        r('办结') +
          bare('SYMBOL 254 \\f Wingdings \\s 12') +
          r('，编号') +
          bare('SYMBOL 0x2460 \\u') +
          r('。'),
      ) +
        p(
          r('等级：') +
            bare(
              'FORMDROPDOWN',
              '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="一级"/><w:listEntry w:val="二级"/></w:ddList></w:ffData>',
            ) +
            r('。'),
        ) +
        p(r('填写处：') + bare('MACROBUTTON NoMacro 请在此处填写联系人') + r('。')) +
        p(r('自动编号') + bare('AUTONUM \\* Arabic') + r('和') + bare('LISTNUM') + r('之后。')),
    ),
  },
  {
    name: 'fields-within-fields',
    parts: article(
      p(
        `${sign('begin')}${code('IF')}${field('DOCPROPERTY 密级', r('内部'))}${code('= "内部" "条件成立的话" "否则的话"')}${sign('separate')}${r('条件成立的话')}${sign('end')}${r('，见')}<w:fldSimple w:instr=" PAGEREF _a \\h "><w:hyperlink w:anchor="_a">${r('第')}${field('PAGE', r('3'))}${r('页')}</w:hyperlink></w:fldSimple>${r('。')}`,
      ),
    ),
  },
  {
    name: 'controls-of-all-kinds',
    parts: article(
      control('<w:dropDownList><w:listItem w:value="1" w:displayText="甲类"/></w:dropDownList>', p('甲类')) +
        p(
          r('日期：') +
            control('<w:date w:fullDate="2026-06-04T00:00:00Z"/>', r('2026年6月4日')) +
            r('，选中：') +
            control(
              '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>',
              r('☒', '<w:rFonts w:ascii="MS Gothic"/>'),
            ) +
            r('，') +
            control('<w:showingPlcHdr/><w:text/>', r('单击此处输入文字')) +
            r('，') +
            `<w:hyperlink w:anchor="x">${control('', r('控件在链接里'))}</w:hyperlink>` +
            r('。'),
        ) +
        control(
          '<w15:repeatingSection xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
          control('', p('重复的一节。') + p('又一段。')) + control('<w:picture/>', p(picture('i1'))),
        ),
      MEDIA,
    ),
  },
  {
    name: 'symbols-in-lists-and-links',
    parts: article(
      p(r('\uf06c', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + r('　备足物资，逐站核对。')) +
        p(
          `<w:hyperlink r:id="h1"><w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>${r('热线')}</w:hyperlink>`,
        ) +
        p(
          r('温度') +
            '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' +
            r('35') +
            '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>' +
            r('C。'),
        ),
      { links: { h1: 'hyperlink tel:0000-0000000 !' } },
    ),
  },
  {
    name: 'ruby-with-looks-and-changes',
    parts: article(
      p(
        `<w:r><w:rPr><w:b/></w:rPr><w:ruby><w:rubyPr/><w:rt><w:r><w:t>tīng</w:t></w:r></w:rt><w:rubyBase><w:r><w:rPr><w:b/></w:rPr><w:t>汀</w:t></w:r></w:rubyBase></w:ruby></w:r>${r('字，')}` +
          came(
            `<w:r><w:ruby><w:rt><w:r><w:t>huán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>寰</w:t></w:r></w:rubyBase></w:ruby></w:r>`,
          ) +
          r('字。'),
      ),
    ),
  },
  {
    name: 'equations-with-separators-and-signs',
    parts: article(
      p(
        '<m:oMath><m:r><m:t>f</m:t></m:r><m:d><m:dPr><m:sepChr m:val=","/></m:dPr><m:e><m:r><m:t>x</m:t></m:r></m:e><m:e><m:r><m:t>y</m:t></m:r></m:e></m:d><m:r><m:t>=</m:t></m:r><m:d><m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d><m:groupChr><m:groupChrPr><m:chr m:val="→"/></m:groupChrPr><m:e><m:r><m:t>AB</m:t></m:r></m:e></m:groupChr><m:sPre><m:sub><m:r><m:t>6</m:t></m:r></m:sub><m:sup><m:r><m:t>12</m:t></m:r></m:sup><m:e><m:r><m:t>C</m:t></m:r></m:e></m:sPre><m:func><m:fName><m:r><m:t>sin</m:t></m:r></m:fName><m:e><m:r><m:t>θ</m:t></m:r></m:e></m:func><m:bar><m:e><m:r><m:t>z</m:t></m:r></m:e></m:bar></m:oMath>',
      ) +
        table(
          row(
            cell('式'),
            cell(
              p(
                '<m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara>',
              ),
            ),
          ),
          row(cell('甲'), cell('乙')),
        ),
    ),
  },
  {
    name: 'chunks-of-rtf-and-unknown',
    parts: article('<w:altChunk r:id="c1"/><w:altChunk r:id="c2"/><w:altChunk r:id="c3"/>', {
      links: { c1: 'aFChunk afchunk.rtf', c2: 'aFChunk afchunk.mht', c3: 'aFChunk afchunk.bin' },
      files: {
        'afchunk.rtf': new TextEncoder().encode(
          '{\\rtf1\\ansi\\ansicpg936 \\u25554?\\u20837?\\u30340?RTF\\par}',
        ),
        'afchunk.mht': new TextEncoder().encode(
          'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n<html><body><p>插入的网页存档。</p></body></html>\r\n--b--\r\n',
        ),
        'afchunk.bin': new Uint8Array([1, 2, 3]),
      },
    }),
  },
  // Pages and sections
  {
    name: 'section-that-goes-on-in-two-columns',
    parts: {
      body:
        title('水务集团检查供水保障') +
        p('', section('')) +
        TEXT +
        p('几点做法', CENTRED) +
        p('', section('continuous')) +
        title('港务公司岸桥投入运行') +
        p('5月30日，港务公司最后一台岸桥完成远程控制改造，转入常态运行。') +
        section('continuous'),
    },
  },
  {
    name: 'section-on-a-new-page',
    parts: {
      body:
        title('水务集团检查供水保障') +
        p(SENTENCE, section('continuous')) +
        p(r('港务公司岸桥投入运行', '<w:b/>'), CENTRED) +
        p('5月30日，港务公司最后一台岸桥完成远程控制改造，转入常态运行。') +
        section('nextPage'),
    },
  },
  {
    name: 'page-break-before-by-style-and-title-behind-a-shoulder',
    parts: {
      body:
        title('水务集团检查供水保障') +
        TEXT +
        p('（水务集团 周明远）', RIGHT) +
        p('防汛一线', '<w:pStyle w:val="N"/>') +
        SECOND +
        p('（港务公司 苏晚晴）', RIGHT),
      styles:
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="N"><w:name w:val="栏目"/><w:pPr><w:pageBreakBefore/><w:jc w:val="center"/></w:pPr></w:style>',
    },
  },
  {
    name: 'title-in-a-box-and-in-a-table',
    parts: {
      body: table(row(cell(title('水务集团检查供水保障')))) + TEXT + END,
    },
  },
  {
    name: 'title-as-word-art-before-the-text',
    parts: {
      body:
        p('<w:r><w:pict><v:shape><v:textpath string="水务集团检查供水保障"/></v:shape></w:pict></w:r>') +
        TEXT +
        END,
    },
  },
  {
    name: 'note-below-a-line-that-is-no-title',
    parts: {
      body:
        p('综合', CENTRED) +
        title('水务集团检查供水保障') +
        p('编者按：水务集团的做法实在管用，供各单位参考。') +
        TEXT +
        END,
    },
  },
  // Credits and units
  ...(
    [
      ['credit-unit-office', '（供稿单位：水务集团办公室）', ''],
      ['credit-words-and-pictures', '文/周明远　图/林小禾', ''],
      ['credit-written-photographed', '撰稿：周明远　摄影：林小禾', ''],
      ['credit-square', '□ 周明远', ''],
      ['credit-behind-the-unit', '水务集团供稿', RIGHT],
      ['credit-correspondents', '（通讯员 周明远 林小禾）', ''],
      ['credit-reporter-and-correspondent', '本刊记者 何牧之　通讯员 周明远', RIGHT],
      ['credit-authors-unit', '（作者单位：水务集团）', ''],
      ['credit-office-supplied', '（水务集团办公室 供稿）', RIGHT],
      ['credit-spaced-name', '水务集团　周　明', RIGHT],
      ['credit-submitted', '报送单位：水务集团    报送人：周明远', ''],
      ['credit-unit-slash', '水务集团/周明远', RIGHT],
    ] as const
  ).map(
    ([name, line, properties]): CorpusCase => ({
      name,
      parts: { body: title('检查供水保障工作') + TEXT + TEXT + p(line, properties) },
    }),
  ),
  ...(
    [
      ['unit-file-parentheses', '（水务集团）检查供水.docx'],
      ['unit-file-number', '03-水务集团：检查供水（终稿2）.docx'],
      ['unit-folder', '城建集团/6月/01检查.docx'],
      ['unit-file-joined', '水务集团关于检查供水的简报稿.docx'],
      ['unit-folder-numbered', '2.水务集团/稿件.docx'],
    ] as const
  ).map(
    ([name, file]): CorpusCase => ({
      name,
      file,
      parts: { body: title('检查供水保障工作') + TEXT + TEXT },
    }),
  ),
  // Captions
  {
    name: 'captions-of-many-forms',
    parts: article(
      [
        '上图：东湖泵站。',
        '左图为东湖泵站，右图为西岭泵站。',
        '（图为东湖泵站　周明远摄）',
        '图1-1 东湖泵站',
        '【图片说明：东湖泵站】',
        '东湖泵站夜景 摄影 周明远',
        '图片来源：水务集团',
      ]
        .map((text, at) => p(picture(`i${(at % 2) + 1}`)) + p(text) + TEXT)
        .join(''),
      MEDIA,
    ),
  },
  {
    name: 'caption-above-and-two-pictures-with-one',
    parts: article(
      p('图2 泵站分布', CENTRED) +
        p(picture('i1')) +
        TEXT +
        p(picture('i1') + picture('i2')) +
        p('图为两处泵站的工作人员在巡查。', CENTRED) +
        TEXT +
        p(`${picture('i1')}<w:r><w:br/></w:r>${r('图为同一段里的说明。')}`),
      MEDIA,
    ),
  },
]
