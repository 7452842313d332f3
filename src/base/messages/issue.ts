import type { MessageText } from '../message-text.ts'

/** What stage ① says of publication, issue and article files. */
export const issueMessages = () =>
  ({
    // Lines
    'E-CHAR': {
      severity: 'error',
      zh: '这里有一个看不见的控制字符 {code}，不能印刷',
      en: 'there is an invisible control character {code} here; it cannot be printed',
      hintZh: '多半是从别处粘贴带进来的，把它删掉即可。',
      hintEn: 'It probably came with pasted text: delete it.',
    },
    'W-GARBLED': {
      severity: 'warning',
      zh: '这里有乱码字符“�”，原来的字已经丢失',
      en: 'there is a “�” here: the original character was lost',
      hintZh: '请对照原稿补上这个字。',
      hintEn: 'Look the character up in the manuscript and type it again.',
    },
    'W-BIDI': {
      severity: 'warning',
      zh: '有 {count} 个看不见的字符（这里是 {code}），已略去',
      en: '{count} invisible characters (here {code}) were left out',
      hintZh: '多半是从网页或微信粘贴带进来的，不影响印刷；删去后不再提示。',
      hintEn: 'They probably came with text pasted from a web page; delete them and this is not said again.',
    },
    'E-INDENT': {
      severity: 'error',
      zh: '缩进里有{whatZh}，YAML 只认半角空格',
      en: 'the indentation has {whatEn}; only ordinary spaces may be used',
      hintZh: '请把这一行开头的空白删掉，改用半角空格，与同级的行对齐。',
      hintEn:
        'Delete the blank at the start of the line and use ordinary spaces, in line with its neighbours.',
    },
    'E-ALIGN': {
      severity: 'error',
      zh: '这一行前面空了 {found} 格，与同级的行没有对齐（{whyZh}）',
      en: 'this line is indented by {found} and does not line up with its neighbours ({whyEn})',
      hintZh: '同一级的行，行首空格数要一样；下一级要比上一级多空 2 格。',
      hintEn: 'Lines of one level begin in the same column; the next level is two spaces further in.',
    },
    'E-COLON': {
      severity: 'error',
      zh: '“{key}”{whatZh}',
      en: 'after “{key}” {whatEn}',
    },
    'W-COLON': {
      severity: 'warning',
      zh: '“{key}”{whatZh}；现在这整行被当作一段文字',
      en: 'after “{key}” {whatEn}; the whole line is now taken as a text',
      hintZh: '如果它本来就是一段文字，给整句加上引号就不再提示。',
      hintEn: 'If it is meant as a text, put it in quotes and this is not said again.',
    },
    'W-HASH': {
      severity: 'warning',
      zh: '“ #”之后的“{lost}”会被当作备注丢掉，不印出来',
      en: 'what follows “ #”, “{lost}”, is taken as a comment and is not printed',
      hintZh: '要印出来，就给整句加引号；确实是备注，就在“#”前空两格、后空一格。',
      hintEn:
        'Put the text in quotes to print it. For a comment, leave two spaces before “#” and one after it.',
    },
    'W-DASH': {
      severity: 'warning',
      zh: '这里的“{sign}”应写成“- ”：列表的每一项以半角短横加一个空格开头',
      en: '“{sign}” should be “- ” here: an item of a list begins with a hyphen and a space',
    },
    // Structure
    'E-YAML': {
      severity: 'error',
      zh: '{problemZh}',
      en: '{problemEn}',
    },
    'E-ANCHOR': {
      severity: 'error',
      zh: '“{sign}”开头的内容在 YAML 里另有意思（锚点），这里不接受',
      en: 'a value that begins with “{sign}” means something else in YAML (an anchor); it is not accepted',
      hintZh: '这是文字的话，请给整句加引号。',
      hintEn: 'If it is text, put all of it in quotes.',
    },
    'E-ALIAS': {
      severity: 'error',
      zh: '“{sign}”开头的内容在 YAML 里另有意思（引用别处），这里不接受',
      en: 'a value that begins with “{sign}” means something else in YAML (an alias); it is not accepted',
      hintZh: '这是文字的话，请给整句加引号。',
      hintEn: 'If it is text, put all of it in quotes.',
    },
    'E-TAG': {
      severity: 'error',
      zh: '不接受“{sign}”这样以叹号开头的标记',
      en: 'a mark such as “{sign}”, which begins with an exclamation mark, is not accepted',
      hintZh: '这是文字的话，请给整句加引号；要放入别的文件，请用“file:”。',
      hintEn: 'If it is text, put all of it in quotes; to take in another file use “file:”.',
    },
    'E-DOCUMENT': {
      severity: 'error',
      zh: '第 {line} 行的“{sign}”把文件分成了两份，一个文件只能有一份内容',
      en: 'the “{sign}” in line {line} divides the file in two; a file has one document',
      hintZh: '请删去这一行；如果它是正文里的分隔线，请把它缩进到正文里，改写成“***”。',
      hintEn:
        'Delete this line; if it is meant as a break in the text, indent it with the text and write “***”.',
    },
    'E-DIRECTIVE': {
      severity: 'error',
      zh: '不接受以“%”开头的行',
      en: 'a line that begins with “%” is not accepted',
      hintZh: '请删去这一行；如果是文字，请加引号。',
      hintEn: 'Delete it, or put it in quotes if it is text.',
    },
    'E-DEPTH': {
      severity: 'error',
      zh: '括号或缩进一层套一层，超过了 {limit} 层',
      en: 'brackets or indentation are nested more than {limit} deep',
    },
    'E-KEYS': {
      severity: 'error',
      exit: 6,
      zh: '文件里的键和列表项超过了 {limit} 个',
      en: 'the file has more than {limit} keys and list items',
      hintZh: '请把文件分成几期，或把文章单独放成文件（file:）。',
      hintEn: 'Divide it, or keep articles in files of their own (file:).',
    },
    'E-SIZE': {
      severity: 'error',
      exit: 6,
      zh: '“{what}”超过了上限（{limit}）',
      en: '“{what}” is larger than allowed ({limit})',
    },
    'E-MANY': {
      severity: 'error',
      exit: 6,
      zh: '这一期有 {count} 篇（条、张），超过了 {limit} 的上限',
      en: 'this issue has {count} pieces, more than the {limit} allowed',
    },
    'E-BLANK-FILE': {
      severity: 'error',
      exit: 3,
      zh: '文件“{file}”是空的',
      en: 'the file “{file}” is empty',
      hintZh:
        '保存时可能出了错：从备份恢复。重新做，就先删去它：刊物设置用 jianbao init，一期用 jianbao new。',
      hintEn:
        'Saving may have failed: restore it. To begin anew delete it first: jianbao init makes publication.yaml, jianbao new an issue.',
    },
    'E-KEY': {
      severity: 'error',
      zh: '“{key}”不能作键名',
      en: '“{key}” cannot be a key',
    },
    'E-NEXT-ITEM': {
      severity: 'error',
      zh: '又写了一个“{key}”，看来是下一篇：前面少了“- ”',
      en: 'another “{key}”: the next article, it seems, without its “- ”',
    },
    'E-DUP': {
      severity: 'error',
      zh: '“{key}”写了两次（上一处写的是“{first}”），只能留一处',
      en: '“{key}” is given twice (first as “{first}”); keep one',
    },
    // Schema
    'E-UNKNOWN': {
      severity: 'error',
      zh: '不认识的键“{key}”{askZh}',
      en: 'there is no key “{key}”{askEn}',
    },
    'E-TYPE': {
      severity: 'error',
      zh: '“{key}”应为：{expectedZh}；这里写的是{foundZh}',
      en: '“{key}” should be {expectedEn}; here it is {foundEn}',
    },
    'E-EMPTY': {
      severity: 'error',
      zh: '“{key}”后面没有内容',
      en: '“{key}” has no value',
      hintZh:
        '内容写在同一行的冒号后面；较长的正文写“|”，另起一行并多缩进 2 格。如果内容已经写在下面，请检查它的缩进。',
      hintEn:
        'Write it after the colon; for a longer text write “|” and go on in the next line, indented by two more. If it stands below already, look at its indentation.',
    },
    'W-EMPTY-ITEM': {
      severity: 'warning',
      zh: '“{key}”里有一项是空的，已略过',
      en: 'an item of “{key}” is empty; it was left out',
    },
    'E-REQUIRED': {
      severity: 'error',
      zh: '缺少必填的“{key}”（{zh}）',
      en: 'the required key “{key}” is missing',
      hintZh: '请补上一行：{key}: …',
      hintEn: 'Add a line: {key}: …',
    },
    'E-DATE': {
      severity: 'error',
      zh: '没有 {year} 年 {month} 月 {day} 日这一天',
      en: 'there is no day {day} in month {month} of {year}',
    },
    'E-NO-PUBLICATION': {
      severity: 'error',
      exit: 3,
      zh: '找不到这一期所属刊物的 publication.yaml',
      en: 'there is no publication.yaml for this issue',
      hintZh: '它应放在这一期的文件夹或上级文件夹里；用 jianbao init 可以新建。',
      hintEn: 'It belongs in the issue’s folder or one above it; jianbao init makes one.',
    },
    'E-SET': {
      severity: 'error',
      exit: 2,
      zh: '--set {key}：没有这个设置{askZh}',
      en: '--set {key}: there is no such setting{askEn}',
    },
    // Content
    'E-ITEM': {
      severity: 'error',
      zh: '这一项既没有标题、文件，也没有文字',
      en: 'this item has neither a title, nor a file, nor a text',
    },
    'E-ITEM-BOTH': {
      severity: 'error',
      zh: '“{first}”和“{second}”不能写在同一项里',
      en: '“{first}” and “{second}” cannot stand in one item',
    },
    'W-NO-BODY': {
      severity: 'warning',
      zh: '“{title}”还没有正文',
      en: '“{title}” has no text yet',
    },
    'E-FILE-ARTICLE': {
      severity: 'error',
      zh: '“{file}”不是能用的稿件文件：稿件文件是 Markdown（.md）或纯文本（.txt）',
      en: '“{file}” cannot be an article: article files are Markdown (.md) or plain text (.txt)',
      hintZh: '在 Word、WPS 里把文字复制出来，存成 .md 或 .txt 文件（UTF-8）；段与段之间空一行。',
      hintEn:
        'Copy the text out of Word into a .md or .txt file (UTF-8), with an empty line between paragraphs.',
    },
    'E-INCLUDE': {
      severity: 'error',
      zh: '稿件文件里不能再用“{key}”放入别的文件',
      en: 'an article’s file cannot take in another one with “{key}”',
    },
    'E-FRONT-MATTER': {
      severity: 'error',
      zh: '题头没有结束：开头的“---”之后，要再有一行“---”，然后才是正文',
      en: 'the front matter does not end: after the first “---” there must be a second one, and then the text',
    },
    'E-NO-TITLE': {
      severity: 'error',
      zh: '稿件“{file}”没有标题',
      en: 'the article “{file}” has no title',
      hintZh: '在文件开头写三行：---、标题: …、---；或在第一行写“# 标题”。',
      hintEn: 'Begin the file with the lines ---, title: …, ---; or write “# title” in its first line.',
    },
    'W-SECTION': {
      severity: 'warning',
      zh: '刊物的栏目里没有“{name}”{askZh}',
      en: 'the publication has no section “{name}”{askEn}',
      hintZh: '没有列出的栏目排在最后；要列出，在 publication.yaml 的“栏目”里加一行：- {name}',
      hintEn:
        'Those not listed come last; to list it add a line under sections in publication.yaml: - {name}',
    },
    'W-EMPTY-SECTION': {
      severity: 'warning',
      zh: '栏目“{name}”下面没有内容，已略过',
      en: 'the section “{name}” has no content; it was left out',
    },
    'W-MIXED-SECTION': {
      severity: 'warning',
      zh: '栏目“{name}”里既有文章又有简讯，简讯排在文章之后',
      en: 'the section “{name}” has both articles and briefs; the briefs come after the articles',
    },
    'E-PICTURE': {
      severity: 'error',
      zh: '正文里的 ![]({id}) 找不到对应的图片{askZh}',
      en: 'there is no picture for ![]({id}){askEn}',
      hintZh: '括号里写“图片”中那张图的编号，或不带扩展名的文件名。',
      hintEn: 'Between the brackets stands the picture’s id, or its file name without extension.',
    },
    'E-PLACEHOLDER': {
      severity: 'error',
      zh: '这里的图片还没有（刊物设置了“缺图: 报错”，缺图不能出）',
      en: 'this picture is still to come, and the publication has placeholder: error',
      hintZh: '补上“文件”；先印灰框的话，在 publication.yaml 的“图片”下改成“缺图: 灰框”。',
      hintEn: 'Name its file with src; to print a box meanwhile write placeholder: box under images.',
    },
    'E-PICTURE-TWICE': {
      severity: 'error',
      zh: '图片编号“{id}”用了两次',
      en: 'the picture name “{id}” is used twice',
      hintZh: '请用 id 给其中一张另起一个编号。',
      hintEn: 'Give one of them another id.',
    },
    'W-PICTURE-PLACED': {
      severity: 'warning',
      zh: '图片“{id}”在正文里放了两处，只排第一处',
      en: 'the picture “{id}” has two places in the text; only the first is used',
    },
    'W-PICTURE-WORDS': {
      severity: 'warning',
      zh: '![…] 方括号里的“{words}”不印出来；图下的说明请写在“图片”的“图说”里',
      en: '“{words}” between the square brackets is not printed; a caption is written under images',
    },
    'W-ALT': {
      severity: 'warning',
      zh: '图片“{src}”没有图说，也没有替代文字，用读屏软件的人不知道图上是什么',
      en: 'the picture “{src}” has neither caption nor alt: with a screen reader nobody knows what it shows',
      hintZh: '用一句话写上图里有谁、在做什么，如“替代文字: 几名职工在调度大厅查看屏幕”',
      hintEn: 'Say in one sentence who and what is in the picture, such as alt: Workers look at the screens',
    },
    'W-PICTURE-INLINE': {
      severity: 'warning',
      zh: '![](…) 要单独占一行才是图片位置；这里照原样印出',
      en: '![](…) marks a picture’s place only on a line of its own; here it is printed as typed',
    },
    'W-LINK': {
      severity: 'warning',
      zh: '链接“{target}”不能用（{whyZh}），只印文字',
      en: 'the link “{target}” cannot be used ({whyEn}); only its text is printed',
      hintZh: '链接以 https:、http:、mailto: 或 tel: 开头。',
      hintEn: 'A link begins with https:, http:, mailto: or tel:.',
    },
    'W-MARK': {
      severity: 'warning',
      zh: '这里的“**”没有配对，照原样印出',
      en: 'this “**” has no partner; it is printed as typed',
      hintZh: '加粗要前后各两个星号，都紧挨文字：**加粗**；要印出星号，写 \\*。',
      hintEn:
        'Bold text has two asterisks at either end, close to it: **bold**; for a printed asterisk write \\*.',
    },
    'W-MARKUP': {
      severity: 'warning',
      zh: '“{found}”照原样印出{moreZh}：{cureZh}',
      en: '“{found}” is printed as typed{moreEn}: {cureEn}',
      hintZh: '确实要印，就在它前面加反斜杠“\\”。',
      hintEn: 'If it is to be printed, put a backslash before it.',
    },
    'W-NOTE-UNKNOWN': {
      severity: 'warning',
      zh: '没有找到脚注“{name}”的注文，注号照原样印出',
      en: 'there is no note “{name}”; its mark is printed as typed',
      hintZh: '在同一篇里另起一行写：[^{name}]: 注文。',
      hintEn: 'Write it in the same article, on a line of its own: [^{name}]: words.',
    },
    'W-NOTE-UNUSED': {
      severity: 'warning',
      zh: '正文里没有脚注“{name}”的注号，注文照原样印成一段',
      en: 'nothing in the text marks the note “{name}”; it is printed as a paragraph',
      hintZh: '在要加注的文字后面写 [^{name}]；不要这条注，就删去。',
      hintEn: 'Put [^{name}] behind the words that it belongs to, or delete the note.',
    },
    'W-NOTE-TWICE': {
      severity: 'warning',
      zh: '脚注“{name}”有两条注文，用了前一条；这一条照原样印成一段',
      en: 'the note “{name}” is given twice: the first is used, this one printed as a paragraph',
      hintZh: '给其中一条另起一个名字。',
      hintEn: 'Give one of them another name.',
    },
    'W-NOTE-PLACE': {
      severity: 'warning',
      zh: '小标题、表格、小资料里不能加脚注，“[^{name}]”照原样印出',
      en: 'sub-headings, tables and side boxes have no footnotes; “[^{name}]” is printed as typed',
      hintZh: '表格的注写在表下面一行：“: 注：……”。',
      hintEn: 'A table’s note stands on a line below it: “: 注：…”.',
    },
    'W-RUBY': {
      severity: 'warning',
      zh: '拼音有 {syllables} 个音节，方括号里有 {characters} 个字，对不上；照原样印出',
      en: '{syllables} syllables for {characters} characters; printed as typed',
      hintZh: '一字一音节，音节之间空一格，如 [顾韫]{gù yùn}。',
      hintEn: 'One syllable for each character, parted by blanks: [顾韫]{gù yùn}.',
    },
    'W-QUOTE-PLACE': {
      severity: 'warning',
      zh: '摘引要放在两段正文之间{whereZh}',
      en: 'a pull quote stands between two paragraphs{whereEn}',
      hintZh: '把 ![](编号) 写在挨着的两段之间，不放在文首、文末，也不紧跟小标题和图片。',
      hintEn:
        'Put its ![](name) between two paragraphs: not first or last, nor right below a heading or a picture.',
    },
    'W-HEADING': {
      severity: 'warning',
      zh: '“{sign}”后面少一个空格，没有当作小标题',
      en: 'no space after “{sign}”; it was not taken as a sub-heading',
    },
    'W-HEADING-LEVEL': {
      severity: 'warning',
      zh: '小标题只有“## ”和“### ”两级；这里照原样印出',
      en: 'sub-headings are “## ” and “### ”; here it is printed as typed',
    },
    'W-LIST-SIGN': {
      severity: 'warning',
      zh: '以“{sign}”开头的行照原样印出；要排成列表，请以“- ”（半角短横加空格）或“1. ”开头',
      en: 'a line that begins with “{sign}” is printed as typed; an item of a list begins with “- ” or “1. ”',
    },
    'W-LIST-DEPTH': {
      severity: 'warning',
      zh: '列表最多三级，这一项排在第三级',
      en: 'lists have three levels; this item stands on the third',
    },
    'W-TABLE': {
      severity: 'warning',
      zh: '表格第二行应是“| --- | --- |”这样的分隔行；这里照原样印出',
      en: 'the second line of a table should be like “| --- | --- |”; here it is printed as typed',
    },
    'W-TABLE-SETTING': {
      severity: 'warning',
      zh: '表格没有“{text}”这样的设置，未予理会；能写的是 {span: page}（通栏）和 {turn: true}（卧排）',
      en: 'a table has no such setting: “{text}”; what can be written is {span: page} and {turn: true}',
    },
    'W-LINES': {
      severity: 'warning',
      zh: '这一段有 {count} 行以句末标点结束，看来每行是一段；现在连成了一段',
      en: '{count} lines of this paragraph end with a full stop; they were joined, though each looks like a paragraph',
      hintZh:
        '段与段之间空一行，jianbao check --fix 会代为空好；或写“分段: 每行”（写在这一篇里，或写在 publication.yaml 里管全刊），一行就是一段。',
      hintEn:
        'Leave an empty line between paragraphs, as jianbao check --fix does; or write paragraphs: every-line in this article, or in publication.yaml for all.',
    },
    'W-LINE-SIGN': {
      severity: 'warning',
      zh: '“{sign}”开头的一行和相邻的行连成了一段，看来应当自成一段',
      en: 'the line that begins with “{sign}” was joined with its neighbour; it looks like a paragraph of its own',
      hintZh: '段与段之间空一行，jianbao check --fix 会代为空好；本来就是一段的，把两行并成一行。',
      hintEn:
        'Leave an empty line between them, as jianbao check --fix does; if they are one paragraph, put them on one line.',
    },
    'I-INDENT': {
      severity: 'info',
      zh: '有 {count} 段开头手打了空格，已删去；段首缩进由版式统一处理',
      en: '{count} paragraphs began with typed blanks; they were removed, since the design indents',
    },
    // Settings
    'E-MEASURE': {
      severity: 'error',
      zh: '栏太窄：纸宽 {width} 毫米，{columns} 栏每栏只有 {measure} 毫米，排 {ems} 个字；一行至少要排 {least} 个字',
      en: 'columns are too narrow: on paper {width} mm wide each of {columns} has {measure} mm, {ems} em of body text; {least} em are the least',
      hintZh: '改小“页面”的“页边”（订口、切口）或“栏间距”，减少“栏数”，或改小“文字.正文”的“字号”。',
      hintEn:
        'Make margin (inside, outside) or column_gap under page smaller, take fewer columns, or a smaller type.body.size.',
    },
    'W-CONTRAST': {
      severity: 'warning',
      zh: '底色 {key}（{fill}）上的文字（{colour}）对比只有 {ratio}，不到 {least}，印出来难认',
      en: 'text of {colour} on {key} ({fill}) has a contrast of {ratio}, less than {least}: hard to read',
      hintZh: '把底色改浅，或把那里的文字改深。',
      hintEn: 'A paler tint, or darker text on it.',
    },
    'E-GRID': {
      severity: 'error',
      zh: '版心太矮：纸高 {height} 毫米，除去天头、地脚剩 {room} 毫米，行高 {lineHeight} 点只排 {lines} 行；至少要排 {least} 行',
      en: 'the type area is too low: of {height} mm the margins leave {room} mm, {lines} lines of {lineHeight} pt; {least} lines are the least',
      hintZh: '改小 page 的 margin（top、bottom），换大一些的纸，或改小 type.body.line_height。',
      hintEn:
        'Make margin (top, bottom) under page smaller, take larger paper, or a smaller type.body.line_height.',
    },
    // Numbers
    'W-NUMBER-TWICE': {
      severity: 'warning',
      exit: 4,
      zh: '期号重复：“{other}”也是第 {number} 期',
      en: 'the number {number} is taken: “{other}” has it too',
      hintZh: '请在其中一期写明“期号”；如果是增刊，写“增刊: 是”；如果是旧稿，把它移到别的文件夹。',
      hintEn:
        'Give one of them its number, or supplement: true if it is a supplement; move an old copy elsewhere.',
    },
    'W-NUMBER-GAP': {
      severity: 'warning',
      zh: '期号不连续：上一期（{other}）是第 {before} 期，这一期是第 {number} 期',
      en: 'numbers are not consecutive: the issue before ({other}) is {before}, this one {number}',
      hintZh: '如果中间确实没有出刊，请在这一期写“期号: {next}”。',
      hintEn: 'If nothing came out in between, write number: {next} in this issue.',
    },
    'W-NUMBER-ORDER': {
      severity: 'warning',
      zh: '期号倒退：上一期（{other}）是第 {before} 期，这一期是第 {number} 期',
      en: 'numbers run backwards: the issue before ({other}) is {before}, this one {number}',
    },
    'W-TOTAL': {
      severity: 'warning',
      zh: '期号式样里要印总期号，但还不知道总期号，已略去',
      en: 'the pattern of the number asks for the running total, which is not known; it was left out',
      hintZh: '在 publication.yaml 的“期号规则”里写“起算期: { 期: 2024-01, 总期号: 87 }”。',
      hintEn: 'Give anchor: { issue: 2024-01, total: 87 } under numbering in publication.yaml.',
    },
  }) as const satisfies Record<string, MessageText>
