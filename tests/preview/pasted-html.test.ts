import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumFile, hasBrowser } from './browser.ts'

const PAGE = new URL('../../src/preview/page/pasted-html.ts', import.meta.url).pathname
const LINES = new URL('../../src/issue/write/write-body.ts', import.meta.url).pathname
const ENTRY = `import { bodyOfHtml } from ${JSON.stringify(PAGE)}
import { bodyLines } from ${JSON.stringify(LINES)}
globalThis.pasted = (html) => { const { blocks, pictures } = bodyOfHtml(html); return { lines: bodyLines(blocks), pictures } }`

interface Pasted {
  readonly lines: readonly string[]
  readonly pictures: number
}

const word = (level: number, marker: string, words: string, font = '') =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US style='${font}'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span style='font-family:宋体'>${words}<span lang=EN-US><o:p></o:p></span></span></p>`

/** What is laid on the clipboard in life, and what becomes of it. */
const SHAPES: readonly (readonly [name: string, html: string, lines: readonly string[]])[] = [
  [
    'Word: paragraphs with a style sheet, fragments and empty ones between',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment--><p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>会议强调，要抓好<b style='mso-bidi-font-weight:normal'>安全</b>生产。<span lang=EN-US><o:p></o:p></span></span></p><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p><p class=MsoNormal>第二段。</p><!--EndFragment--></body></html>`,
    ['会议强调，要抓好**安全**生产。', '', '第二段。'],
  ],
  [
    'Word: a numbered list, a bullet of Wingdings, and Chinese numbers that are words',
    word(1, '1.', '第一项') +
      word(1, '2.', '第二项') +
      word(1, 'l', '一点', 'font-family:Wingdings') +
      word(1, '·', '两点', 'font-family:Symbol') +
      word(1, '一、', '工作进展') +
      word(1, '（一）', '重点项目') +
      word(1, '①', '小点'),
    [
      '1. 第一项',
      '2. 第二项',
      '',
      '- 一点',
      '- 两点',
      '',
      '一、工作进展',
      '',
      '（一）重点项目',
      '',
      '① 小点',
    ],
  ],
  [
    'Word: levels of a list',
    word(1, '1.', '甲') + word(2, 'n', '甲之一') + word(2, 'n', '甲之二') + word(1, '2.', '乙'),
    ['1. 甲', '  - 甲之一', '  - 甲之二', '2. 乙'],
  ],
  [
    'Word: comments, deletions and hidden text stay out, insertions stay',
    `<p>保留<del cite="mailto:a" datetime="2026">删去</del><ins>新增</ins><span style='display:none;mso-hide:all'>暗</span><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[张1]</a></span>。</p><div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>批注</p></div></div>`,
    ['保留新增。'],
  ],
  [
    'Word: a table, its cells in paragraphs, with joined cells',
    `<table class=MsoTableGrid border=1><tr><td rowspan=2><p class=MsoNormal>单位</p></td><td colspan=2><p class=MsoNormal><b>产量</b></p></td></tr><tr><td><p>上年</p></td><td><p>本年</p></td></tr><tr><td><p>一车间</p></td><td><p>10<o:p></o:p></p></td><td><p>1|2</p><p>吨</p></td></tr></table>`,
    ['| 单位 | 产量 | << |', '| --- | --- | --- |', '| ^^ | 上年 | 本年 |', '| 一车间 | 10 | 1\\|2 吨 |'],
  ],
  [
    'Word: soft returns, a page break and a tab',
    `<p class=MsoNormal>地址：甲路1号<br>电话：12345<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>联系人：张三<br clear=all style='page-break-before:always'>下页</p>`,
    ['地址：甲路1号', '', '电话：12345 联系人：张三', '', '下页'],
  ],
  [
    'Word: footnote marks and raised signs',
    `<p>面积10km<sup>2</sup>，CO<sub>2</sub>减少<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a>。</p>`,
    ['面积10km^2^，CO~2~减少[1]。'],
  ],
  [
    'WPS: spaces as runs, fonts as elements',
    `<!--StartFragment--><p class=MsoNormal align=justify style="text-indent:28.0000pt;"><span style="mso-spacerun:'yes';font-family:宋体;"><font face="宋体">　　为深入贯彻会议精神，</font></span><b><span style="font-weight:bold;mso-spacerun:'yes'"><font face="黑体">现将有关事项通知如下</font></span></b><span>：</span><span><o:p></o:p></span></p>`,
    ['为深入贯彻会议精神，**现将有关事项通知如下**：'],
  ],
  [
    'WPS: sub-headings by style',
    `<h2 style="mso-style-name:'标题 2'"><b><span>一、总体<br>情况</span></b></h2><p class=MsoNormal>正文。</p>`,
    ['## 一、总体情况', '', '正文。'],
  ],
  [
    'Google Docs: a bold frame that is not bold, weights as numbers, paragraphs in items',
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">普通</span><span style="font-weight:700;white-space:pre-wrap;">加粗</span></p><ol><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="white-space:pre-wrap;">第一</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>第二</span></p></li></ol><br /></b>`,
    ['普通**加粗**', '', '1. 第一', '2. 第二'],
  ],
  [
    'a web page: nested lists, a list that begins at 3',
    `<ul><li>甲<ul><li>甲一</li></ul></li><li>乙</li></ul><p>间</p><ol start="3"><li>丙</li><li>丁</li></ol>`,
    ['- 甲', '  - 甲一', '- 乙', '', '间', '', '3. 丙', '4. 丁'],
  ],
  [
    'WeChat: sections in sections, spans with leaf, empty paragraphs, pictures by data-src',
    `<section style="visibility: visible"><section data-tools="135"><p style="text-indent: 2em;"><span leaf="">今天上午，</span><strong><span leaf="">全体会议</span></strong><span leaf="">召开。</span></p><p><span leaf=""><br></span></p><section><img data-src="https://x/1" src="data:image/gif;base64,R0lGOD"></section><p>图为会场。</p></section></section><mp-style-type data-value="3"></mp-style-type>`,
    ['今天上午，**全体会议**召开。', '', '图为会场。'],
  ],
  [
    'a news site: what is not text stays out',
    `<article><header><h1>标题</h1></header><nav><button>分享</button></nav><script>x</script><noscript>开启脚本</noscript><figure><img src="a.jpg"><figcaption>图说</figcaption></figure><main>首段</main><footer>责任编辑：某某</footer></article>`,
    ['## 标题', '', '图说', '', '首段', '', '责任编辑：某某'],
  ],
  [
    'a table that is a frame: its cells are paragraphs',
    `<table role="presentation"><tr><td>左栏</td><td>右栏</td></tr><tr><td>下</td></tr></table><table><tr><td><p>一格</p></td></tr></table>`,
    ['左栏', '', '右栏', '', '下', '', '一格'],
  ],
  [
    'Excel: columns without a head, rows of other lengths',
    `<table border=0><col width=64><caption>表 A</caption><tr height=20><td class=xl65>名称</td><td>数量</td></tr><tr><td>甲</td></tr></table>`,
    [': 表 A', '| 名称 | 数量 |', '| --- | --- |', '| 甲 |  |'],
  ],
  [
    'soft hyphens, widthless signs and line ends of the source',
    `<p>发\u00ad展\u200b规\n    划\nand\n  plan</p>`,
    ['发展规划 and plan'],
  ],
  [
    'preformatted lines are lines',
    `<pre>一行\n二行</pre><div style="white-space: pre-wrap">三行\n四行</div>`,
    ['一行', '', '二行', '', '三行', '', '四行'],
  ],
  [
    'signs that would be marks stay signs',
    `<p># 话题</p><p>- 横线</p><p>: 冒号</p><p>1. 数</p><p>2*3*4 与 a^b^c</p><p>| 竖线</p><p>&gt; 大于</p>`,
    [
      '\\# 话题',
      '',
      '\\- 横线',
      '',
      '\\: 冒号',
      '',
      '1\\. 数',
      '',
      '2\\*3\\*4 与 a\\^b\\^c',
      '',
      '\\| 竖线',
      '',
      '\\> 大于',
    ],
  ],
  [
    'divisions and breaks as paragraphs, as mail writes them',
    `<div>各位：</div><div><br></div><div>　　附件请查收。<br>谢谢！</div><div><span style="display:block">张三</span>办公室</div>`,
    ['各位：', '', '附件请查收。', '', '谢谢！', '', '张三', '', '办公室'],
  ],
  [
    'bold broken up in pieces, with blanks at its edges',
    `<p><b>会</b><b>议</b> <strong> 要求 </strong>：<b><br></b>落实<span style="font-weight:600">。</span></p>`,
    ['**会议 要求**：', '', '落实**。**'],
  ],
  [
    'formulas and old elements keep their words',
    `<center>通知</center><p>令<math><mi>x</mi><mo>=</mo><mn>1</mn></math>，<font color=red>注意</font><u>下划</u><s>旧</s></p><dl><dt>词</dt><dd>释</dd></dl>`,
    ['通知', '', '令x=1，注意下划旧', '', '词', '', '释'],
  ],
]

describe.skipIf(!hasBrowser)('what is pasted (needs chromium)', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: ENTRY, resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: 'iife',
    })
    const { chromium } = await import('playwright-core')
    browser = await chromium.launch({ executablePath: chromiumFile as string, args: ['--no-sandbox'] })
    page = await browser.newPage()
    // As the preview's own page, which applies no styles that are written in elements.
    await page.setContent(`<meta http-equiv="Content-Security-Policy" content="style-src 'self'">`)
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
    // A busy machine takes its time to start a browser.
  }, 120_000)
  afterAll(() => browser?.close())

  const pasted = (html: string): Promise<Pasted> => page.evaluate(`pasted(${JSON.stringify(html)})`)

  test.each(SHAPES)('%s', async (_, html, lines) => {
    expect((await pasted(html)).lines).toEqual(lines)
  })

  test('pictures are counted, and what counts readers is none', async () => {
    const html = `<p>甲<img src="file:///C:/1.png"><img src="x" width=1 height=1></p><table><tr><td><img src="y">一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table>`
    expect((await pasted(html)).pictures).toBe(2)
  })

  test('no letter is lost, however deep it lies', async () => {
    const deep = `${'<div><span><b>'.repeat(400)}深处${'</b></span></div>'.repeat(400)}`
    expect((await pasted(`${deep}<p>后</p>`)).lines.join('')).toContain('深处')
    const wide = `<table>${'<tr><td>甲</td><td colspan=3>乙</td></tr>'.repeat(200)}</table>`
    expect((await pasted(wide)).lines.length).toBe(201)
    const vast = `<table>${'<tr><td colspan=1000 rowspan=60000>甲</td><td>乙</td></tr>'.repeat(300)}</table>`
    expect((await pasted(vast)).lines.join('').length).toBeLessThan(1_000_000)
  })
})
