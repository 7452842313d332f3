import { unzipSync, zipSync } from 'fflate'
import type { CorpusCase } from './corpus.ts'
import { type DocxParts, item, numbering, p, picture, r, SENTENCE, title } from './docx-parts.ts'
import { png } from './pictures.ts'

/** A case whose file is written in another way than the parts are. */
export interface HabitCase extends CorpusCase {
  readonly remake?: (bytes: Uint8Array) => Uint8Array
}

const TEXT = p(SENTENCE)
const END = p('调度中心值班员介绍，管网末梢压力一直保持稳定。') + p('供稿：水务集团 周明远')
const article = (middle: string, more: Omit<DocxParts, 'body'> = {}): DocxParts => ({
  body: title('水务集团检查供水保障') + TEXT + middle + END,
  ...more,
})
const by = 'w:author="张某" w:date="2026-05-20T09:30:00Z"'
const other = 'w:author="李某" w:date="2026-05-21T10:00:00Z"'
const gone = (text: string) =>
  `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (text: string) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`
const field = (instruction: string, result: string) =>
  `${sign('begin')}${code(instruction)}${sign('separate')}${r(result)}${sign('end')}`
const text = (words: string) => new TextEncoder().encode(words)
const MEDIA = { links: { i1: 'image media/image1.png' }, files: { 'media/image1.png': png(12, 8) } }
const drawn = (uri: string, inner: string) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="3000000" cy="2000000"/><wp:docPr id="9" name="图 9"/><a:graphic><a:graphicData uri="${uri}">${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const shape = (content: string) =>
  drawn(
    'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
    `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`,
  )

/** Every part of a document, as text. */
function rewritten(bytes: Uint8Array, edit: (xml: string, name: string) => string | Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => {
        if (!/\.(?:xml|rels)$/.test(name)) return [name, content]
        const made = edit(new TextDecoder().decode(content), name)
        return [name, typeof made === 'string' ? text(made) : made]
      }),
    ),
  )
}

const strict = (xml: string) =>
  xml
    .replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/drawingml/2006/main',
      'http://purl.oclc.org/ooxml/drawingml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
      'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
    )
    .replace(/(<w:sz w:val=")(\d+)"/g, (_, head: string, half: string) => `${head}${Number(half) / 2}pt"`)

/** UTF-16 without saying so in the first bytes. */
function wide(xml: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(xml.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < xml.length; at += 1) view.setUint16(at * 2, xml.charCodeAt(at), little)
  return bytes
}
const inDocument = (edit: (xml: string) => string | Uint8Array) => (bytes: Uint8Array) =>
  rewritten(bytes, (xml, name) => (name === 'word/document.xml' ? edit(xml) : xml))

const LEGAL_STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="章"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="条"/><w:basedOn w:val="z"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
].join('')
const styled = (id: string, words: string, more = '') => p(words, `<w:pStyle w:val="${id}"/>${more}`)

export const HABITS: readonly HabitCase[] = [
  // Numbers
  {
    name: 'number-chapters-by-style',
    parts: article(
      styled('z', '总则') +
        styled('t', '为了保障供水，制定本办法。') +
        styled('t', '本办法由水务集团解释。') +
        styled('z', '附则') +
        styled('t', '本办法自印发之日起施行。') +
        styled('t', '没有编号的一段。', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      {
        styles: LEGAL_STYLES,
        numbering: numbering(
          ['chineseCountingThousand', '第%1章', '<w:pStyle w:val="z"/>'],
          ['chineseCountingThousand', '第%2条', '<w:pStyle w:val="t"/><w:lvlRestart w:val="0"/>'],
        ),
      },
    ),
  },
  {
    name: 'number-level-overridden',
    parts: article(item('甲项工作。') + item('乙项工作。', 0, 2) + item('丙项工作。', 0, 2), {
      numbering: `${numbering(['decimal', '%1）'])}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseLegalSimplified"/><w:lvlText w:val="%1、"/></w:lvl></w:lvlOverride></w:num>`,
    }),
  },
  {
    name: 'number-mixed-levels-legal',
    parts: article(item('总体要求') + item('工作目标', 1) + item('完成改造。', 2) + item('通过验收。', 2), {
      numbering: numbering(
        ['chineseCounting', '%1、'],
        ['decimal', '%1.%2', '<w:isLgl/>'],
        ['decimalEnclosedCircleChinese', '%3'],
      ),
    }),
  },
  {
    name: 'number-thousands-and-digits',
    parts: article(item('旧条一。', 0, 1) + item('旧条二。', 1, 1) + item('旧条三。', 2, 1), {
      numbering: numbering(
        ['chineseCounting', '%1、'],
        ['chineseCountingThousand', '%2、'],
        ['ideographDigital', '%3、'],
      ).replaceAll('<w:start w:val="1"/>', '<w:start w:val="110"/>'),
    }),
  },
  // Tables
  {
    name: 'table-in-a-box',
    parts: article(
      p(r('见表') + shape(table(row(cell('项目'), cell('数量')), row(cell('水泵'), cell('12'))))),
    ),
  },
  {
    name: 'table-nested-merged',
    parts: article(
      table(
        row(cell('片区', '<w:vMerge w:val="restart"/>'), cell('供水与排水', '<w:gridSpan w:val="2"/>')),
        row(cell('', '<w:vMerge/>'), cell(table(row(cell('里甲'), cell('里乙'))) + p('后记')), cell('乙')),
      ),
    ),
  },
  {
    name: 'table-row-that-begins-later',
    parts: article(
      table(
        row(cell('项目'), cell('上月'), cell('本月')),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('12')}${cell('13')}</w:tr>`,
      ),
    ),
  },
  {
    name: 'table-row-and-cell-tracked',
    parts: article(
      table(
        row(cell('项目'), cell('数')),
        `<w:tr><w:trPr><w:ins ${other}/></w:trPr>${cell('新行')}${cell('7')}</w:tr>`,
        row(cell('水泵'), cell(p(`${gone('3')}<w:ins ${by}>${r('4')}</w:ins>`))),
        row(cell('旧格', `<w:cellDel ${by}/>`), cell('9')),
      ),
    ),
  },
  // Wrappers
  {
    name: 'controls-nested',
    parts: article(
      `<w:sdt><w:sdtContent><w:sdt><w:sdtContent>${p(`<w:sdt><w:sdtContent><w:sdt><w:sdtContent>${r('四层控件里的话。')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>` +
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击或点击此处输入文字。')}</w:sdtContent></w:sdt>`,
    ),
  },
  {
    name: 'chunk-of-html',
    parts: article('<w:altChunk r:id="k1"/>', {
      links: { k1: 'aFChunk afchunk.htm' },
      files: {
        'afchunk.htm': text(
          '<html><head><style>p{}</style></head><body><p>嵌入网页里的一段话。</p></body></html>',
        ),
      },
    }),
  },
  {
    name: 'chunk-of-docx',
    parts: article('<w:altChunk r:id="k1"/>', {
      links: { k1: 'aFChunk part2.docx' },
      files: {
        'part2.docx': zipSync({
          'word/document.xml': text(
            `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('嵌入文档里的一段话。')}</w:body></w:document>`,
          ),
        }),
      },
    }),
  },
  {
    name: 'wrappers-nobody-knows',
    parts: article(
      `${p(
        `<w:bdo w:val="ltr">${r('方向标记里的话，')}</w:bdo><w:subDoc r:id="s1"/><w:future>${r('将来的标记里的话。')}</w:future>`,
      )}<w:futureBlock>${p('将来的块里的话。')}</w:futureBlock>`,
      { links: { s1: 'subDocument file:///D:/分册.docx !' } },
    ),
  },
  // Tracked changes
  {
    name: 'tracked-move-of-paragraphs',
    parts: article(
      `<w:moveFromRangeStart w:id="1" w:name="move1" ${by}/><w:p><w:pPr><w:rPr><w:moveFrom ${by}/></w:rPr></w:pPr><w:moveFrom ${by}>${r('移动的第一段。')}</w:moveFrom></w:p><w:p><w:pPr><w:rPr><w:moveFrom ${by}/></w:rPr></w:pPr><w:moveFrom ${by}>${r('移动的第二段。')}</w:moveFrom></w:p><w:moveFromRangeEnd w:id="1"/>` +
        p('留下的一段。') +
        `<w:moveToRangeStart w:id="2" w:name="move1" ${by}/><w:p><w:pPr><w:rPr><w:moveTo ${by}/></w:rPr></w:pPr><w:moveTo ${by}>${r('移动的第一段。')}</w:moveTo></w:p><w:p><w:pPr><w:rPr><w:moveTo ${by}/></w:rPr></w:pPr><w:moveTo ${by}>${r('移动的第二段。')}</w:moveTo></w:p><w:moveToRangeEnd w:id="2"/>`,
    ),
  },
  {
    name: 'tracked-mark-before-a-table',
    parts: article(
      `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${r('表前面的话。')}</w:p>${table(row(cell('项目'), cell('数')), row(cell('水泵'), cell('3')))}`,
    ),
  },
  {
    name: 'tracked-looks',
    parts: article(
      `<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange ${by}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>改了格式的话。</w:t></w:r></w:p>`,
    ),
  },
  {
    name: 'deleted-note-picture-and-comment',
    parts: article(
      p(
        `${r('留下的话。')}<w:del ${by}><w:r><w:delText>删去的话</w:delText></w:r><w:r><w:footnoteReference w:id="2"/></w:r>${picture('i1')}<w:r><w:commentReference w:id="5"/></w:r></w:del>`,
      ),
      {
        ...MEDIA,
        footnotes: `<w:footnote w:id="2">${p('删去的话的脚注。')}</w:footnote>`,
        comments: `<w:comment w:id="5" ${other}>${p('为什么删？')}</w:comment>`,
      },
    ),
  },
  // Comments
  {
    name: 'comment-across-paragraphs-resolved',
    parts: article(
      p(`<w:commentRangeStart w:id="1"/>${r('批注从这里开始。')}`) +
        p(
          `${r('到这里为止。')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:commentReference w:id="2"/></w:r>`,
        ),
      {
        comments: `<w:comment w:id="1" ${by}><w:p w14:paraId="0A" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${r('两段都要核。')}</w:p></w:comment><w:comment w:id="2" ${other}>${p('已核。')}</w:comment><w:comment w:id="3" ${other}>${p('没有挂住的批注。')}</w:comment>`,
        links: { ce: 'commentsExtended commentsExtended.xml' },
        files: {
          'commentsExtended.xml': text(
            '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0A" w15:done="1"/></w15:commentsEx>',
          ),
        },
      },
    ),
  },
  // Fields
  {
    name: 'fields-of-many-kinds',
    parts: article(
      p(
        r('见第') +
          field('PAGEREF _Toc1 \\h', '3') +
          r('页图') +
          field('SEQ 图 \\* ARABIC', '1') +
          r('，') +
          field('HYPERLINK \\l "_Toc1"', '总则') +
          r('，') +
          `<w:fldSimple w:instr=" DATE \\@ &quot;yyyy年M月d日&quot; ">${r('2026年6月5日')}</w:fldSimple>` +
          r('，') +
          `${sign('begin')}${code('IF')}${field('MERGEFIELD 性别', '男')}${code('= "男" "先生" "女士"')}${sign('separate')}${r('先生')}${sign('end')}` +
          r('。'),
      ) +
        p(
          `${sign('begin')}${code('EQ \\* jc0 \\* hps10 \\o \\ad(\\s \\up 9(shuǐ),水)')}${sign('end')}${r('务和')}${sign('begin')}${code('eq \\o\\ac(□,优)')}${sign('end')}${r('等。')}`,
        ),
    ),
  },
  {
    name: 'field-without-an-end',
    parts: article(p(`${sign('begin')}${code('PAGE')}${r('没有结尾的域后面的话。')}`) + p('再后面的一段。')),
  },
  {
    name: 'field-over-paragraphs',
    parts: article(
      p(`${sign('begin')}${code('PAGE')}${r('没有结尾的域后面的话。')}`) +
        p('再后面的一段。') +
        p(`${sign('separate')}${r('多出来的分隔。')}${sign('end')}${sign('end')}${r('多出来的结尾。')}`),
    ),
  },
  // Signs
  {
    name: 'signs-hyphens-and-ptab',
    parts: article(
      p(
        `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>已办</w:t><w:sym w:font="Wingdings 3" w:char="F07D"/><w:ptab w:relativeTo="margin" w:alignment="right"/><w:t>GB</w:t><w:noBreakHyphen/><w:t>18030</w:t><w:softHyphen/><w:t>标准。</w:t></w:r>`,
      ) +
        p(
          `<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr><w:t>\uf052</w:t></w:r>${r('已落实。')}`,
        ),
    ),
  },
  {
    name: 'equations-of-many-kinds',
    parts: article(
      p(
        `${r('按')}<m:oMath><m:acc><m:accPr><m:chr m:val="̄"/></m:accPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:acc><m:r><m:t>=</m:t></m:r><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:sSub><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sub><m:r><m:t>i</m:t></m:r></m:sub></m:sSub></m:e></m:nary><m:func><m:fName><m:r><m:t>lim</m:t></m:r></m:fName><m:e><m:m><m:mr><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>0</m:t></m:r></m:e></m:mr></m:m></m:e></m:func><w:ins ${by}><m:r><m:t>+c</m:t></m:r></w:ins></m:oMath>${r('计算。')}`,
      ),
    ),
  },
  // Pictures and drawings
  {
    name: 'picture-turned',
    parts: article(
      p(
        picture('i1').replace(
          '</pic:blipFill>',
          '</pic:blipFill><pic:spPr><a:xfrm rot="5400000" flipH="1"/></pic:spPr>',
        ),
      ),
      MEDIA,
    ),
  },
  {
    name: 'pictures-of-other-kinds',
    parts: article(p(picture('i1') + picture('i2') + picture('i3')), {
      links: { i1: 'image media/a.emf', i2: 'image media/b.wmf', i3: 'image media/c.svg' },
      files: {
        'media/a.emf': Uint8Array.from([
          1,
          0,
          0,
          0,
          ...new Uint8Array(36),
          0x20,
          0x45,
          0x4d,
          0x46,
          ...new Uint8Array(60),
        ]),
        'media/b.wmf': Uint8Array.from([0xd7, 0xcd, 0xc6, 0x9a, ...new Uint8Array(60)]),
        'media/c.svg': text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      },
    }),
  },
  {
    name: 'drawing-of-newer-kinds',
    parts: article(
      p(
        drawn(
          'http://schemas.microsoft.com/office/drawing/2014/chartex',
          '<cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" r:id="x1"/>',
        ) +
          drawn(
            'http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas',
            '<lc:lockedCanvas xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"><a:sp><a:txBody><a:p><a:r><a:t>画布里的字</a:t></a:r></a:p></a:txBody></a:sp></lc:lockedCanvas>',
          ) +
          drawn(
            'http://schemas.openxmlformats.org/drawingml/2006/diagram',
            '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d1"/>',
          ),
      ),
      {
        links: { x1: 'chartEx charts/chartEx1.xml', d1: 'diagramData diagrams/data1.xml' },
        files: {
          'charts/chartEx1.xml': text(
            '<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><cx:lvl><cx:pt idx="0">漏损率</cx:pt></cx:lvl><a:t>瀑布图题</a:t></cx:chartSpace>',
          ),
          'diagrams/data1.xml': text(
            '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:t><a:p><a:r><a:t>流程第一步</a:t></a:r></a:p></dgm:t></dgm:dataModel>',
          ),
        },
      },
    ),
  },
  {
    name: 'ink-and-control',
    parts: article(
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wpi"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingInk"><w14:contentPart xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" r:id="k1"/></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r><w:r><w:object><w:control r:id="c1" w:name="CheckBox1"/></w:object></w:r>`,
      ),
    ),
  },
  // Ways of writing the package
  {
    name: 'strict',
    parts: article(p('严格格式里的一段。') + p(picture('i1')), MEDIA),
    remake: (bytes) => rewritten(bytes, strict),
  },
  {
    name: 'utf-16-little',
    parts: article(''),
    remake: inDocument((xml) => wide(xml.replace('UTF-8', 'UTF-16'), true)),
  },
  {
    name: 'utf-16-big',
    parts: article(''),
    remake: inDocument((xml) => wide(xml.replace('UTF-8', 'UTF-16'), false)),
  },
  {
    name: 'in-gb-18030',
    parts: { body: title('ABCD') + p('EFGH') },
    remake: inDocument((xml) => {
      const [head = '', tail = ''] = xml.replace('UTF-8', 'GB18030').split('EFGH')
      return Uint8Array.from([
        ...text(`${head}EFGH`),
        0xb9,
        0xa9,
        0xcb,
        0xae,
        0xb1,
        0xa3,
        0xd5,
        0xcf,
        0xa1,
        0xa3,
        ...text(tail),
      ])
    }),
  },
  {
    name: 'other-prefixes',
    parts: article(p('换了前缀的一段。')),
    remake: inDocument((xml) => xml.replace(/(<\/?|\s)w:/g, '$1ns0:').replace('xmlns:w=', 'xmlns:ns0=')),
  },
  // Whole contributions
  {
    name: 'red-head-in-the-text',
    parts: {
      body:
        p(
          r('水务集团工作简报', '<w:b/><w:color w:val="FF0000"/><w:sz w:val="84"/>'),
          '<w:jc w:val="center"/>',
        ) +
        p('第12期', '<w:jc w:val="center"/>') +
        p('水务集团办公室编　　2026年6月5日') +
        title('水务集团检查供水保障') +
        TEXT +
        END,
      header: p('水务集团文件'),
    },
  },
  {
    name: 'three-articles-in-one',
    parts: {
      body:
        title('水务集团检查供水保障') +
        TEXT +
        p('供稿：水务集团 周明远') +
        title('港务公司岸桥投入运行') +
        p('5月30日，港务公司最后一台岸桥完成远程控制改造，转入常态运行。') +
        p('供稿：港务公司 苏晚晴') +
        p(
          r('文旅公司开放乡村书房', '<w:b/><w:sz w:val="44"/>'),
          '<w:pageBreakBefore/><w:jc w:val="center"/>',
        ) +
        p('6月1日，文旅公司的乡村书房开放，首日接待读者两百多人次。') +
        p('（文旅公司 田秋实）', '<w:jc w:val="right"/>'),
    },
  },
  {
    name: 'boxes-in-groups-and-tables',
    parts: article(
      p(
        r('正文。') +
          drawn(
            'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
            `<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wps:wsp><wps:txbx><w:txbxContent>${p('组里第一框')}</w:txbxContent></wps:txbx></wps:wsp><wpg:grpSp><wps:wsp><wps:txbx><w:txbxContent>${p('组里第二框')}</w:txbxContent></wps:txbx></wps:wsp></wpg:grpSp></wpg:wgp>`,
          ),
      ) +
        table(row(cell('项目'), cell('说明')), row(cell('水泵'), cell(p(r('见框') + shape(p('格里的框')))))),
    ),
  },
]
