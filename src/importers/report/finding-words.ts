/** How much it matters: text left out; something that looks or reads otherwise now; a guess to be looked over. */
export type FindingClass = 'lost' | 'changed' | 'guess' | 'note'

interface FindingWords {
  readonly class: FindingClass
  /** What was met. */
  readonly zh: string
  readonly en: string
  /** What was done with it. */
  readonly doneZh: string
  readonly doneEn: string
}

const words = (
  kind: FindingClass,
  [zh, en]: readonly [string, string],
  [doneZh, doneEn]: readonly [string, string],
): FindingWords => ({ class: kind, zh, en, doneZh, doneEn })

const OUT = ['没有收入', 'left out'] as const

/** Every kind of finding in both languages; `{name}` stands for a value. */
export const findingWords = {
  // What the file says and the reader does not see
  hidden: words('lost', ['隐藏文字', 'hidden text'], OUT),
  inserted: words(
    'changed',
    ['修订：{author} {date} 插入', 'tracked: inserted by {author} {date}'],
    ['已接受，收入', 'accepted'],
  ),
  deleted: words(
    'lost',
    ['修订：{author} {date} 删除', 'tracked: deleted by {author} {date}'],
    ['已接受，没有收入', 'accepted: left out'],
  ),
  'deleted-unsigned': words(
    'lost',
    ['修订删去的文字（.doc 里看不出是谁删的）', 'deleted by tracking (a .doc does not say by whom)'],
    ['已接受，没有收入', 'accepted: left out'],
  ),
  'inserted-rejected': words(
    'lost',
    ['修订：{author} {date} 插入', 'tracked: inserted by {author} {date}'],
    ['已拒绝，没有收入', 'rejected: left out'],
  ),
  'deleted-rejected': words(
    'changed',
    ['修订：{author} {date} 删除', 'tracked: deleted by {author} {date}'],
    ['已拒绝，照录', 'rejected: kept'],
  ),
  'moved-away': words(
    'lost',
    ['修订：{author} {date} 移走', 'tracked: moved away by {author} {date}'],
    ['已接受，只收入移到之处的文字', 'accepted: kept where it was moved to'],
  ),
  'moved-here': words(
    'changed',
    ['修订：{author} {date} 移来', 'tracked: moved here by {author} {date}'],
    ['已接受，收入', 'accepted'],
  ),
  'moved-away-rejected': words(
    'changed',
    ['修订：{author} {date} 移走', 'tracked: moved away by {author} {date}'],
    ['已拒绝，留在原处', 'rejected: kept in its place'],
  ),
  'moved-here-rejected': words(
    'lost',
    ['修订：{author} {date} 移来', 'tracked: moved here by {author} {date}'],
    ['已拒绝，没有收入', 'rejected: left out'],
  ),
  formatting: words(
    'note',
    ['{count} 处格式修订', '{count} tracked changes of looks'],
    ['按现在的格式', 'taken as they are now'],
  ),
  comment: words(
    'note',
    ['批注{stateZh}：{author} {date}，批在“{place}”', 'comment{stateEn} by {author} {date} on “{place}”'],
    ['不进正文，记在这里', 'noted here only'],
  ),
  'comment-bare': words(
    'note',
    ['批注（.doc 里看不出谁写的、批在哪里）', 'a comment (.doc does not tell whose or on what)'],
    ['不进正文，记在这里', 'noted here only'],
  ),
  highlight: words(
    'note',
    ['突出显示（{colour}）', 'highlighted ({colour})'],
    ['文字收入，颜色没有收入；请看看是不是有话要说', 'text kept without the colour; see what was meant'],
  ),
  coloured: words(
    'note',
    ['文字有颜色（{colour}）', 'coloured ({colour})'],
    ['文字收入，颜色没有收入', 'text kept without the colour'],
  ),
  struck: words(
    'note',
    ['文字画了删除线，没有用修订', 'struck through, not as a tracked change'],
    ['照录；请看看是不是要删', 'kept as text; see whether it should go'],
  ),
  underlined: words(
    'changed',
    ['下划线', 'underlined'],
    ['文字收入，下划线没有收入', 'text kept without the line'],
  ),
  header: words('lost', ['页眉', 'page header'], OUT),
  footer: words('lost', ['页脚', 'page footer'], OUT),
  contents: words('lost', ['目录', 'table of contents'], OUT),
  placeholder: words('lost', ['没有填写的控件提示', 'prompt of an empty form field'], OUT),
  // Text that stands elsewhere now
  footnote: words(
    'changed',
    ['脚注 {mark}', 'footnote {mark}'],
    ['移到文末', 'moved to the end of the article'],
  ),
  endnote: words(
    'changed',
    ['尾注 {mark}', 'endnote {mark}'],
    ['移到文末', 'moved to the end of the article'],
  ),
  'footnote-kept': words('note', ['脚注 {mark}', 'footnote {mark}'], ['作脚注', 'kept as a footnote']),
  'endnote-kept': words('changed', ['尾注 {mark}', 'endnote {mark}'], ['改作脚注', 'made a footnote']),
  'field-empty': words(
    'lost',
    ['域 {field}，文件里没有存它显示的文字', 'field {field}: the file does not hold what it shows'],
    ['没有收入，请照原稿补上', 'left out; please add it by the original'],
  ),
  'field-code': words('lost', ['写在域代码里的文字', 'words in the code of a field'], OUT),
  'note-left': words('lost', ['脚注或尾注，正文里没有引到它', 'a note that no text names'], OUT),
  chunk: words(
    'changed',
    ['插入的文件 {name}', 'an inserted file, {name}'],
    ['文字收在原处', 'its text taken where it stood'],
  ),
  'cell-tracked': words(
    'note',
    ['修订：{author} {date} 增删或合并单元格', 'tracked: cells changed by {author} {date}'],
    ['按现在的表格', 'the table taken as it is now'],
  ),
  box: words(
    'changed',
    ['文本框或图形里的文字', 'text of a box or shape'],
    ['放在所在段落之后', 'put after its paragraph'],
  ),
  wordart: words(
    'changed',
    ['艺术字', 'WordArt'],
    ['按普通文字放在所在段落之后', 'put after its paragraph as plain text'],
  ),
  'soft-return': words(
    'changed',
    ['段内换行', 'line break in a paragraph'],
    ['分成两段', 'made two paragraphs'],
  ),
  joined: words(
    'changed',
    ['题目分成几行', 'title on several lines'],
    ['合成一个标题，换行处用“|”', 'joined, with “|” where it broke'],
  ),
  tab: words(
    'changed',
    ['段内制表符', 'tab in a paragraph'],
    ['换成一个全角空格', 'made a full-width blank'],
  ),
  invisible: words(
    'changed',
    ['{count} 个看不见的字符（{code}）', '{count} characters that cannot be seen ({code})'],
    ['删去', 'taken out'],
  ),
  // What our language writes in another way
  'symbol-unknown': words(
    'changed',
    ['符号字体“{font}”里的符号 {code}', 'sign {code} of the symbol font “{font}”'],
    ['换成“□”，请照原稿改', 'made “□”; please set it by the original'],
  ),
  ruby: words('changed', ['注音', 'ruby'], ['注音放在括号里', 'put in parentheses behind the word']),
  equation: words(
    'changed',
    ['公式', 'equation'],
    ['按文字写出，请核对', 'written out as text; please check'],
  ),
  'number-format': words(
    'changed',
    ['编号格式“{format}”', 'number format “{format}”'],
    ['按阿拉伯数字写', 'written in Arabic figures'],
  ),
  'list-level': words(
    'changed',
    ['第 {level} 级列表项', 'list item of level {level}'],
    ['并入第三级列表', 'put into a list of the third level'],
  ),
  'table-nested': words(
    'changed',
    ['表中有表', 'a table in a table'],
    ['里面的表按文字并入单元格', 'the inner one joined into its cell as text'],
  ),
  'table-in-note': words(
    'changed',
    ['注里有表', 'a table in a note'],
    ['一行一段收入', 'each row taken as a paragraph'],
  ),
  'table-frame': words(
    'changed',
    ['只作边框的表', 'a table that is only a frame'],
    ['按普通段落收入', 'taken as paragraphs'],
  ),
  'table-lines': words('changed', ['单元格里有几段', 'several paragraphs in a cell'], ['并成一段', 'joined']),
  'link-dropped': words(
    'changed',
    ['不安全的链接 {target}', 'an unsafe link {target}'],
    ['链接删去，文字收入', 'text kept without the link'],
  ),
  field: words('note', ['域 {field}', 'field {field}'], ['按现在显示的文字收入', 'taken as it shows now']),
  drawing: words(
    'lost',
    ['{what}', '{what}'],
    ['图形没有收入，里面的文字记在这里', 'left out; its words are noted here'],
  ),
  embedded: words('lost', ['嵌入的对象（{what}）', 'an embedded object ({what})'], OUT),
  // Pictures
  'picture-link': words(
    'lost',
    ['图片上的链接 {target}', 'the link of a picture, {target}'],
    ['图片收入，链接没有收入', 'picture taken without the link'],
  ),
  'picture-outside': words(
    'lost',
    ['链接到文件以外的图片 {target}', 'a picture outside the file, {target}'],
    ['没有读取，留出占位', 'not read; a placeholder stands for it'],
  ),
  'picture-missing': words(
    'lost',
    ['图片在文件里找不到', 'a picture that the file lacks'],
    ['留出占位', 'a placeholder stands for it'],
  ),
  'picture-kind': words(
    'changed',
    ['{kind} 图片 {name}', 'a {kind} picture, {name}'],
    [
      '原样存在文章旁边，排版用占位；请另存为 JPEG 或 PNG',
      'saved as it is, a placeholder stands for it; save it as JPEG or PNG',
    ],
  ),
  'picture-heic': words(
    'changed',
    ['HEIC 照片 {name}', 'a HEIC photograph, {name}'],
    [
      '原样存放，留出占位；请在手机上转成 JPEG',
      'saved as it is, a placeholder stands for it; turn it into JPEG on the phone',
    ],
  ),
  'picture-turned': words(
    'changed',
    ['图片在原稿里转过（{howZh}）', 'a picture was turned ({howEn})'],
    ['没有照转；请转好图片再放回来', 'not turned alike; turn the file itself'],
  ),
  'picture-large': words('lost', ['图片 {name} 太大', 'the picture {name} is too large'], OUT),
  'picture-cropped': words(
    'changed',
    ['图片 {name} 在原稿里裁过', 'the picture {name} was cropped'],
    ['照样裁好另存', 'cropped alike'],
  ),
  'picture-uncropped': words(
    'changed',
    ['图片 {name} 在原稿里裁过', 'the picture {name} was cropped'],
    ['没能照裁，存了整张', 'could not be cropped alike; saved whole'],
  ),
  'picture-converted': words(
    'changed',
    ['{kind} 图片 {name}', 'a {kind} picture, {name}'],
    ['转成 {to}', 'converted to {to}'],
  ),
  'picture-matched': words(
    'guess',
    ['图片 {name}', 'the picture {name}'],
    ['配给“{title}”：{whyZh}', 'given to “{title}”: {whyEn}'],
  ),
  'picture-named': words(
    'guess',
    ['图片 {name} 的文件名', 'the name of the picture {name}'],
    ['作图片说明“{caption}”，请核对', 'taken as its caption, “{caption}”; please check'],
  ),
  'picture-alone': words(
    'note',
    ['图片 {name} 没有对上哪一篇', 'the picture {name} belongs to no article'],
    ['存在文件夹里，没有排入', 'saved, but placed nowhere'],
  ),
  'picture-caption': words(
    'guess',
    ['图说：{whyZh}', 'caption: {whyEn}'],
    ['作图片说明', 'taken as the caption'],
  ),
  'picture-credit': words(
    'guess',
    ['图片署名', "photographer's name"],
    ['作摄影者“{name}”', 'taken as photographer “{name}”'],
  ),
  // Roles
  title: words('guess', ['标题：{whyZh}', 'title: {whyEn}'], ['作标题', 'taken as the title']),
  'title-maybe': words(
    'guess',
    ['像标题，但不能肯定：{whyZh}', 'may be a title: {whyEn}'],
    ['按正文收入', 'taken as text'],
  ),
  'title-name': words(
    'guess',
    ['没有找到标题', 'no title was found'],
    ['用文件名作标题', 'the file name stands for it'],
  ),
  shoulder: words('guess', ['引题：{whyZh}', 'line above the title: {whyEn}'], ['作引题', 'taken as 引题']),
  subtitle: words('guess', ['副题：{whyZh}', 'subtitle: {whyEn}'], ['作副题', 'taken as subtitle']),
  note: words(
    'guess',
    ['按语：以“{sign}”开头', 'editor’s note: begins with “{sign}”'],
    ['作编者按', 'taken as the editor’s note'],
  ),
  subheading: words(
    'guess',
    ['小标题：{whyZh}', 'sub-heading: {whyEn}'],
    ['作小标题', 'taken as a sub-heading'],
  ),
  credit: words('guess', ['供稿：{whyZh}', 'credit: {whyEn}'], ['作供稿', 'taken as the credit']),
  'credit-name': words(
    'guess',
    ['文中没有供稿', 'no credit in the text'],
    ['按{whyZh}写“{unit}”', '“{unit}”, by {whyEn}'],
  ),
  'unit-added': words(
    'guess',
    ['供稿里没有单位', 'the credit names no unit'],
    ['按{whyZh}补“{unit}”', '“{unit}” added, by {whyEn}'],
  ),
  'red-head': words('lost', ['报头（红头）', 'head of a bulletin or document'], OUT),
  dateline: words('lost', ['落款日期', 'date below the text'], OUT),
  signers: words('lost', ['文末署名（{role}）', 'who signed the text ({role})'], OUT),
  'table-caption': words(
    'guess',
    ['表题', 'title of a table'],
    ['作表题', 'taken as the title of the table below'],
  ),
  'table-words': words(
    'guess',
    ['表的单位、表注', 'unit or note of a table'],
    ['作表的单位、表注', 'taken as the unit or a note of the table beside it'],
  ),
  articles: words(
    'guess',
    ['一个文件里有 {count} 篇', '{count} articles in one file'],
    ['各成一篇', 'made one article each'],
  ),
  'briefs-heading': words('lost', ['简讯上面的栏目名', 'the heading above briefs'], OUT),
  'paragraph-unjoined': words(
    'note',
    [
      '修订：{author} {date} 删除段落标记，后面没有可以合并的段落',
      'tracked: paragraph end deleted by {author} {date}, with no paragraph behind it',
    ],
    ['仍作一段', 'kept as a paragraph'],
  ),
  'paragraph-joined': words(
    'changed',
    ['修订：{author} {date} 删除段落标记', 'tracked: end of a paragraph deleted by {author} {date}'],
    ['已接受，与下一段合并', 'accepted: joined with the next paragraph'],
  ),
  'brief-number': words(
    'changed',
    ['简讯的编号“{number}”', 'the number “{number}” of a brief'],
    ['去掉，排版时重新编号', 'taken off; they are numbered anew'],
  ),
  briefs: words('guess', ['{whyZh}', '{whyEn}'], ['作简讯，共 {count} 条', 'taken as {count} briefs']),
  // The file as a whole
  encoding: words(
    'note',
    ['文字编码是 {encoding}', 'the text is in {encoding}'],
    ['转成 UTF-8', 'written as UTF-8'],
  ),
  'lines-joined': words(
    'changed',
    ['文字每行硬换行', 'lines broken by hand'],
    ['接成段落', 'joined into paragraphs'],
  ),
  'looks-lost': words(
    'note',
    ['{format} 文件只取文字', 'only the text of a {format} file is read'],
    [
      '粗体、居中、表格线、自动编号、图片没有收入，隐藏文字和修订插入的文字分辨不出，请对照原稿',
      'bold, alignment, table lines, automatic numbers and pictures are not read, hidden and inserted text not told apart; compare the original',
    ],
  ),
  mail: words(
    'note',
    ['邮件：{from}，“{subject}”', 'mail from {from}, “{subject}”'],
    ['正文和附件分别导入', 'its text and attachments are imported'],
  ),
  'mail-html': words(
    'changed',
    ['邮件只有网页格式的正文', 'the mail has its text only as a web page'],
    ['取出文字', 'its text was taken out'],
  ),
  'mail-covering': words(
    'lost',
    ['邮件正文只是附言', 'the mail’s text is only a covering note'],
    ['没有收入，记在这里', 'left out and noted here'],
  ),
  'file-other': words(
    'note',
    ['“{name}”不是稿件（{kind}）', '“{name}” is no contribution ({kind})'],
    ['没有导入', 'not imported'],
  ),
  'file-document': words(
    'lost',
    ['“{name}”是 {kind} 文件，里面可能有稿件', '“{name}” is a {kind} file and may hold a contribution'],
    ['没有导入；请要 .docx 原稿，或另存为 .docx', 'not imported; ask for the .docx, or save it as one'],
  ),
  'file-shortcut': words(
    'lost',
    ['“{name}”是快捷方式，不是文件本身', '“{name}” is a shortcut, not the file itself'],
    ['没有导入；请复制原来的文件', 'not imported; copy the file that it leads to'],
  ),
  'file-sheet': words(
    'lost',
    ['“{name}”是电子表格（{kind}）', '“{name}” is a spreadsheet ({kind})'],
    ['没有导入；要用的表格复制到 .docx 里再导入', 'not imported; copy its tables into a .docx'],
  ),
  'file-archive': words(
    'lost',
    ['“{name}”是 {kind} 压缩包，里面可能有稿件', '“{name}” is a {kind} archive and may hold contributions'],
    ['没有导入；请解压，再导入解压出的文件夹', 'not imported; unpack it and import the folder'],
  ),
  'file-mail': words(
    'lost',
    ['“{name}”是 Outlook 邮件', '“{name}” is a mail of Outlook'],
    [
      '没有导入；请把正文和附件另存出来再导入',
      'not imported; save its text and attachments and import those',
    ],
  ),
  'file-winmail': words(
    'lost',
    ['“{name}”是 Outlook 打成一包的附件', '“{name}” is a package of attachments by Outlook'],
    ['没有导入；请对方改用“HTML”格式重发', 'not imported; ask for the mail again in HTML format'],
  ),
  'front-matter': words(
    'changed',
    ['Markdown 题头看不懂', 'front matter that makes no sense'],
    ['按正文收入', 'taken as text'],
  ),
  empty: words('note', ['文件里没有文字', 'the file has no text'], ['没有生成稿件', 'no article was made']),
  'extra-number': words(
    'changed',
    ['标题的自动编号“{number}”', 'the automatic number “{number}” of a title'],
    ['并入标题', 'put into the title'],
  ),
} as const satisfies Readonly<Record<string, FindingWords>>

export type FindingKind = keyof typeof findingWords
