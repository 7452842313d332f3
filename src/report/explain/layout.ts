import type { Explanations } from './explanation.ts'

/** `fallback:` takes files and families. */
const RARE_EXAMPLE =
  'credit: { 甲公司: 张\u{30edd} }\n→ publication.yaml 里：fonts: { 宋体: { fallback: [fonts/HanaMinB.ttf] } }'

/** Explanations of what typesetting says. */
export const layoutExplanations = {
  'E-GLYPH': {
    zh: '这个字在所用字体和全部备用字体里都没有，印出来会是“〓”，所以 check 和定稿（status: final）算错误。多见于人名里的生僻字，也可能是输入错误。',
    en: 'No font has this character; “〓” would be printed in its place, and so it is an error in check and of a final issue. Rare characters of names are the usual case, or a slip of the keyboard.',
    example: RARE_EXAMPLE,
    cureZh:
      '先核对字有没有打错；确实是生僻字，找一款有它的字体放进项目，作所用字体的备用（fallback）。内置的宋体、黑体、楷体也可以这样写。只想看样稿，把 status 改成 draft。',
    cureEn:
      'Check the character; if it is right, put a font that has it into the project and name it as a fallback of the family in use, the built-in 宋体, 黑体 and 楷体 too. For a proof alone set status: draft.',
  },
  'W-NO-GLYPH': {
    zh: '这个字在所用字体和全部备用字体里都没有。草稿、送审稿照样排出，在它的位置印“〓”，好先看版面；从 PDF 复制出来仍是原字。定稿、check 和 --strict 不放过它。',
    en: 'No font has this character. A draft is made all the same, with “〓” in its place, so that there is a proof to read; copied text keeps the character. A final issue, check and --strict do not let it pass.',
    example: RARE_EXAMPLE,
    cureZh:
      '先核对字有没有打错；确实是生僻字，装上可选的字体包 jianbao-fonts-rare（扩展 A 至 F 区的汉字），或找一款有它的字体放进项目，作所用字体的备用（fallback）。',
    cureEn:
      'Check the character; if it is right, install the optional package jianbao-fonts-rare (Han of extensions A to F), or put a font that has it into the project and name it as a fallback of the family in use.',
  },
  'W-GLYPH': {
    zh: '所用字体没有这个字，从别的字体里取了。字形、粗细可能与旁边的字不同。',
    en: 'The family lacks this character; it was taken from another one and may look different.',
    example: '楷体没有“㛃”，改用宋体',
    cureZh: '看一下版面；不满意，就在 fonts 里给这款字体写一款合适的备用字体（fallback），写明了就不再提醒。',
    cureEn:
      'Look at the page; if it disturbs, name a better fallback of the family under fonts: what is named there is not warned of.',
  },
  'E-TEXT-OUTSIDE': {
    zh: '这段文字在它该在的地方（版心、页边、表格的格子）放不下，硬排就会印到外面、少字，或压住别的字，所以不出文件。书眉、页码太长，或表格列数太多、字号太大时会这样。',
    en: 'Its place (the type area, the margin, a cell) cannot hold this text; set anyway it would be cut off or lie over other text, and so no file is made. Very long running heads or folios, tables of too many columns and very large type do this.',
    example: 'page: { header: 一段上百字的书眉 }\n→ page: { header: "{name}　{issue}" }',
    cureZh: '缩短这段文字；或改小字号、加大页边、用较少的栏；表格分成两张。',
    cureEn: 'Shorten it; or use smaller type, larger margins or fewer columns; divide the table in two.',
  },
  'W-PICTURE-CROPPED': {
    zh: '没有写 ratio 的照片照自己的宽高比排，但竖的不窄于 3:4，横的栏内不扁于 2:1、通栏不扁于 3:1；超出的部分按 focus 裁去。',
    en: 'A photograph without ratio keeps its own, but none narrower than 3:4, nor flatter than 2:1 in a column and 3:1 across; what is beyond is cropped around focus.',
    example: 'src: 合影.jpg（3000 × 1000，排在一栏里裁去三分之一）',
    cureZh: '合影一类改用 fit: page，或写 ratio: auto 整幅排；focus: [0.5, 0.2] 指明保住的一点。',
    cureEn:
      'Set a group photograph with fit: page, or write ratio: auto to show all of it; focus: [0.5, 0.2] names what is kept.',
  },
  'W-TABLE-NARROW': {
    zh: '列宽先照最长的数字、日期、电话、词语来定；放不下就把字缩小一级、两级；写了 turn: true 的再转过来排；还放不下，只好拆开。',
    en: 'Columns are as wide as their longest number, date or word; where that is too much, type is one or two steps smaller, then the table is turned where turn: true says so; after that words are parted.',
    example: '半栏宽的表有九列',
    cureZh:
      '在表题后面写 {span: page}（: 表1　各区情况 {span: page}），还不够就写 {span: page, turn: true}，或减少列数、拆成两张表。',
    cureEn:
      'Write {span: page} behind the title, or {span: page, turn: true}; take out columns, or make two tables of it.',
  },
  'W-VERTICAL-TITLE': {
    zh: '竖题排在文章左边，与右边的文字（编者按在内）一样高，不拆到两栏。文字太少、第一段太长，或标题下面紧接着图片、表格、小标题时排不成，改为横题；头条和跨栏的标题也只能横排。',
    en: 'A vertical headline stands to the left of its text, as tall as that, in one piece. Where the text is too short or its first paragraph too long, or a picture, table or sub-heading follows first, it is set horizontally; so are leading headlines and those across columns.',
    example: '写了“竖题: 是”的文章只有一行正文',
    cureZh: '改短标题，或在图片、表格前面先写一两段文字；要横题就删去“竖题”。',
    cureEn: 'Shorten it, write a paragraph or two before the picture or table, or take out vertical_title.',
  },
  'I-PICTURE-AWAY': {
    zh: '图片应与它那一篇的文字同页。这一张太大，或者文章太短、到了页末，放在别处都会空出许多行，只好排到了文章之外的一页。整版图片、图组本来单独成页，不报。',
    en: 'A picture belongs on a page with words of its article. This one is too large, or its article too short or at the end of its page; anywhere else many lines would stay empty. Pictures that fill a page and galleries are not told of.',
    example: '文章在页末结束，通栏的大图排到了下一页',
    cureZh: '把图片改小（“位置: 栏内”，或另写“比例”），把它标在文章靠前的地方，或在这一篇之前增删几行。',
    cureEn:
      'Make it smaller (fit: column, or another ratio), mark it earlier in its article, or add or cut a few lines before it.',
  },
  'I-PICTURE-NARROWED': {
    zh: '图片应与它那一篇的文字同页。这一张写了通栏，文章却到了页末，或太短，通栏排就会到别的文章的页上去；放进一栏不用裁剪，所以排在一栏里。很宽的图片、图组、整版图片不这样改。',
    en: 'A picture belongs on a page with words of its article. This one is asked for across the columns, where its article ends or is too short, and would stand on a page of others; one column holds it uncropped. Very wide pictures, galleries and pictures that fill a page are not changed so.',
    example: '短文章在页末，配一张通栏的大图',
    cureZh:
      '要通栏，就把图片标在文章靠前的地方，或在这一篇之前增删几行；就用一栏，把“位置”改为“栏内”，以后不再提示。',
    cureEn:
      'To have it across, mark it earlier in its article, or add or cut a few lines before it; to keep it in one column, write fit: column, and it is not told again.',
  },
  'W-KEEP': {
    zh: '标题与正文、署名与正文等本该在同一栏，这里怎么排都放不下，只好分开。',
    en: 'A heading and its text, or a credit and its article, belong in one column; here no arrangement kept them together.',
    example: '栏末只剩标题，正文在下一栏',
    cureZh: '在这一栏之前增删一两行文字，或把图片移到别处。',
    cureEn: 'Add or cut a line or two before this column, or move a picture.',
  },
  'W-MASTHEAD-IMAGE': {
    zh: '报头的样式是整幅图，可是没有说用哪个文件，于是照刊名、期号用字排出。',
    en: 'The masthead’s style asks for a picture, but none is named: the publication’s name was set in type.',
    example: 'masthead: { style: image }\n→ masthead: { style: image, image: images/报头.png }',
    cureZh: '写明图片文件，或改用 style: red、style: plain。',
    cureEn: 'Name the picture’s file, or use style: red or style: plain.',
  },
  'W-STRANDED': {
    zh: '段落的第一行单独留在栏末，或最后一行单独排到下一栏（孤行），读起来断气。',
    en: 'The first line of a paragraph stands alone at a column’s foot, or its last line at a column’s head.',
    example: '栏末只有一段的第一行',
    cureZh: '在这一段里增删几个字，使它多一行或少一行。',
    cureEn: 'Add or cut a few characters so that the paragraph has a line more or less.',
  },
  'W-HOLE': {
    zh: '栏末空了好几行。原因在这句话里：下面的图片、标题或一行表格不能拆开，放不进；或者再往下排会留下孤行、把该在一起的内容拆开。',
    en: 'A column ends several lines short. The message says why: the picture, heading or row of a table that follows cannot be divided and did not fit, or a fuller column would leave a stranded line or part what belongs together.',
    example: '栏末空 6 行，下一栏开头是一张照片',
    cureZh: '把图片移到别的段落旁边，改小一点（fit: right），或增删几行文字。',
    cureEn: 'Move the picture, make it smaller (fit: right), or add or cut some lines.',
  },
  'W-OVERFULL': {
    zh: '有一块内容（多半是图片或表格）比整栏还高，超出了版心。',
    en: 'Something, probably a picture or table, is taller than a whole column and leaves the type area.',
    example: 'ratio: "1:4"',
    cureZh: '把图片裁扁一些（ratio），表格拆成两个。',
    cureEn: 'Crop the picture (ratio), or divide the table.',
  },
  'I-UNEVEN': {
    zh: '末页或通栏内容上面的几栏应当齐平，这里有不能拆开的内容，只能差几行。',
    en: 'Columns on the last page or above something across the page should end level; something that cannot be divided keeps them apart.',
    example: '左栏 12 行，右栏 9 行',
    cureZh: '差一两行看不出来，可以不管；要齐平，把图片放到另一处，或增删几行。',
    cureEn: 'A line or two is hardly seen; to level them move a picture or change a few lines.',
  },
  'W-LINE-LONG': {
    zh: '一行里有一长串不能断开的内容（网址、编号、外文长词），比栏还宽，只好伸出栏外。',
    en: 'A line holds a run that may not be broken (an address, a number, a long word) and is wider than its column.',
    example: '表格窄栏里的长编号 GB/T9704-2012-0000-0000',
    cureZh: '把它改短，在可以断开的地方加空格，或让这一篇排得宽一些（columns: 1）。',
    cureEn: 'Shorten it, put a space where it may break, or give the article a wider column (columns: 1).',
  },
  'W-LINE-LOOSE': {
    zh: '这一行后面不能断开的内容（数字、外文词、文件名）放不下，字距只好拉开到四分之一字宽以上，看得出稀疏。',
    en: 'What follows may not be broken (a number, a word, a file name) and does not fit; the line is spread by more than a quarter of an em, which is seen.',
    example: '一行只有 12 个字，后面是 24 个字母的外文词',
    cureZh: '增删这一段的几个字；图旁的窄行，把图换成栏宽。',
    cureEn: 'Change a few words of the paragraph; beside a picture, make it as wide as the column.',
  },
  'I-LINE-LOOSE': {
    zh: '这一行放不下后面不能断开的内容（数字、外文词），只好把字距拉开；字距超过 0.11 字宽，复制文字时可能多出空格。多见于图旁的窄行。',
    en: 'What follows may not be broken (a number, a word) and does not fit, so the line is spread; above 0.11 em copied text may show spaces. Mostly seen in narrow lines beside pictures.',
    example: '图旁只有 8 个字宽的一行',
    cureZh: '可以不管；要改，把图换成栏宽，或增删这一段的几个字。',
    cureEn:
      'It may be left; to mend it make the picture as wide as the column or change a few words of the paragraph.',
  },
  'W-LINE-CUT': {
    zh: '一长串不能断开的内容（网址、编号、外文长词）比一行还长，只好在放得下的地方断开，一个字也不丢。',
    en: 'A run that may not be broken (an address, a number, a long word) is longer than a line; it is cut where the line is full, and nothing is lost.',
    example: '双栏里一个六十个字母的编号',
    cureZh: '把它改短，或在可以断开的地方加空格。',
    cureEn: 'Shorten it, or put a space where it may break.',
  },
  'W-COLOPHON-ALONE': {
    zh: '末页的正文太满，报尾放不下，只好另占一页，这一页没有正文。',
    en: 'The last page of text is too full for the colophon, which has a page without text to itself.',
    example: '第 7 页排满，报尾在第 8 页',
    cureZh: '照消息说的行数删减文字，或写“页数: …”和“排满: { 方式: 自动 }”让程序收紧一点。',
    cureEn:
      'Cut as many lines as it says, or write pages: with fit: { mode: auto } to have the text tightened.',
  },
  'I-PICTURE-MOVED': {
    zh: '图片在 ![](…) 标明的地方放不下，移到了这一栏的头或尾。',
    en: 'The picture did not fit where ![](…) marks it and went to the head or foot of the column.',
    example: '![](huiyi)',
    cureZh: '不用处理；要它留在原处，把标记前后移动一两段。',
    cureEn: 'Nothing need be done; to change it move the mark by a paragraph or two.',
  },
  'W-PAGES-OVER': {
    zh: '写了目标页数 pages，排出来多了。消息说明多出几行、约需删多少字，各篇该删多少列在下面。',
    en: 'More pages were made than pages: asks for. The message says by how many lines and characters; the shares of the articles are listed.',
    example: 'pages: 4',
    cureZh: '照各篇的字数删减；或写 fit: { mode: auto }，让程序在限度内收紧段落、图片和行高。',
    cureEn:
      'Cut as listed, or write fit: { mode: auto } so that paragraphs, pictures and line height are tightened within bounds.',
  },
  'W-PAGES-UNDER': {
    zh: '写了目标页数 pages，排出来不够。消息说明还空几行、约可加多少字。',
    en: 'Fewer pages were made than pages: asks for, or the last is not filled. The message says how much room is left.',
    example: 'pages: 4',
    cureZh: '加一张照片或一条简讯；或写 fit: { mode: auto }，让程序在限度内放松。',
    cureEn:
      'Add a picture or a brief, or write fit: { mode: auto } so that the pages are loosened within bounds.',
  },
  'I-FIT-PARAGRAPHS': {
    zh: '为凑齐页数，有些段落的字距略紧或略松了一点，各省出或多占一行。',
    en: 'To reach the page count, some paragraphs were set slightly tighter or looser by one line.',
    example: 'fit: { mode: auto }',
    cureZh: '不用处理；不要这样调，写 fit: { mode: report }。',
    cureEn: 'Nothing need be done; fit: { mode: report } leaves them alone.',
  },
  'I-FIT-PICTURES': {
    zh: '为凑齐页数，图片高度在限度内改了一点（多裁或少裁一些）。',
    en: 'To reach the page count, pictures were made a little higher or lower within the bound.',
    example: 'fit: { mode: auto, image: 12% }',
    cureZh: '不用处理；不许动图片，写 fit: { mode: auto, image: 0 }。',
    cureEn: 'Nothing need be done; fit: { mode: auto, image: 0 } leaves pictures alone.',
  },
  'I-FIT-HEADINGS': {
    zh: '为凑齐页数，标题上下的空行在限度内增减了。',
    en: 'To reach the page count, the lines around headings were changed within the bound.',
    example: 'fit: { mode: auto, heading: 1 }',
    cureZh: '不用处理；不许动标题，写 fit: { mode: auto, heading: 0 }。',
    cureEn: 'Nothing need be done; fit: { mode: auto, heading: 0 } leaves headings alone.',
  },
  'I-FIT-LINE-HEIGHT': {
    zh: '为凑齐页数，全期的行高在限度内改了一点。',
    en: 'To reach the page count, the line height of the whole issue was changed within the bound.',
    example: 'fit: { mode: auto, line_height: 0.6pt }',
    cureZh: '不用处理；不许动行高，写 fit: { mode: auto, line_height: 0pt }。',
    cureEn: 'Nothing need be done; fit: { mode: auto, line_height: 0pt } leaves it alone.',
  },
} satisfies Explanations
