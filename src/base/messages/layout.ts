import type { MessageText } from '../message-text.ts'

/** What cures a character that no font has, as it is typed into publication.yaml. */
const GLYPH_HINT = {
  zh: '核对这个字；没有错，就找一款有它的字体放进项目，在 publication.yaml 里写：字体: { {family}: { 后备: [fonts/字体文件.ttf] } }',
  en: 'Check the character; if it is right, put a font that has it into the project and write in publication.yaml: fonts: { {family}: { fallback: [fonts/FONT-FILE.ttf] } }',
} as const

export const layoutMessages = () =>
  ({
    'E-GLYPH': {
      severity: 'error',
      zh: '没有一款字体有“{character}”（{codePoint}，共 {count} 处），只能排成“〓”',
      en: 'No font has "{character}" ({codePoint}, in {count} places): only 〓 can stand in its place',
      hintZh: GLYPH_HINT.zh,
      hintEn: GLYPH_HINT.en,
    },
    'W-NO-GLYPH': {
      severity: 'warning',
      exit: 4,
      zh: '没有一款字体有“{character}”（{codePoint}，共 {count} 处），草稿里先排成“〓”',
      en: 'No font has "{character}" ({codePoint}, in {count} places): the draft shows 〓 in its place',
      hintZh: GLYPH_HINT.zh,
      hintEn: GLYPH_HINT.en,
    },
    'W-GLYPH': {
      severity: 'warning',
      exit: 4,
      zh: '{family} 里没有“{character}”（{codePoint}，共 {count} 处），改用了 {used}',
      en: '{family} lacks "{character}" ({codePoint}, in {count} places); {used} is used instead',
    },
    'E-TEXT-OUTSIDE': {
      severity: 'error',
      zh: '第 {page} 页：“{text}”（{characters} 字）在{whereZh}里放不下，会排到外面或压住别的字',
      en: 'Page {page}: {whereEn} cannot hold “{text}” ({characters} characters); it would stand outside, or over other text',
      hintZh: '缩短这段文字，或改小字号、加大页边或栏宽；表格列太多，就分成两张表',
      hintEn:
        'Shorten the text, or use smaller type, wider columns or margins; a table of too many columns is better two tables',
    },
    'W-PICTURE-CROPPED': {
      severity: 'warning',
      zh: '图片“{image}”太窄长或太扁，按版式的限度裁去了 {percent}%',
      en: 'the picture “{image}” is too long or too flat for the page: {percent} % of it was cropped',
      hintZh: '用“焦点”指明要保住的一点；要整幅，写“比例: 原样”；要别的比例，写“比例: "2:3"”',
      hintEn: 'focus says what is kept; ratio: auto shows all of it, ratio: "2:3" another part',
    },
    'W-TABLE-NARROW': {
      severity: 'warning',
      exit: 4,
      zh: '表格的列太多或太窄：字已缩小两级，仍有词语、数字在行末被拆开',
      en: 'the table has too many columns for its width: with type two steps smaller words or numbers are still parted',
      hintZh: '在表题后面写 {span: page} 让它通栏，写 {span: page, turn: true} 让它转过来排；或减少列数',
      hintEn:
        'Write {span: page} behind its title to set it across the columns, {span: page, turn: true} on its side, or take out columns',
    },
    'W-VERTICAL-TITLE': {
      severity: 'warning',
      exit: 4,
      zh: '竖题改排成了横题：{whyZh}',
      en: 'a vertical headline was set horizontally: {whyEn}',
      hintZh: '改短标题，或让标题下面先有几段文字；本来就要横题，删去“竖题”',
      hintEn: 'Shorten it, or let some paragraphs follow it; to have it horizontal, take out vertical_title',
    },
    'W-KEEP': {
      severity: 'warning',
      exit: 4,
      zh: '第 {page} 页第 {column} 栏末：应连在一起的内容（标题与正文、署名与正文等）被分开了',
      en: 'Page {page}, column {column}: what belongs together (a heading and its text, a credit and its article) was parted at the foot',
      hintZh: '在这一栏之前增删一两行文字即可避开',
      hintEn: 'Adding or cutting a line or two before this column avoids it',
    },
    'W-STRANDED': {
      severity: 'warning',
      exit: 4,
      zh: '第 {page} 页第 {column} 栏末留有孤行：段落的首行或末行单独在一栏',
      en: "Page {page}, column {column}: a stranded line (a paragraph's first or last line alone in a column)",
      hintZh: '在这一段里增删几个字，或前后增删一行',
      hintEn: 'Add or cut a few characters in this paragraph, or a line before it',
    },
    'W-HOLE': {
      severity: 'warning',
      exit: 4,
      zh: '第 {page} 页第 {column} 栏末空了 {lines} 行：{whyZh}',
      en: 'Page {page}, column {column} ends {lines} lines short: {whyEn}',
      hintZh: '把附近的图片移到别处，或增删几行文字',
      hintEn: 'Move the picture nearby, or add or cut a few lines',
    },
    'W-OVERFULL': {
      severity: 'warning',
      exit: 4,
      zh: '第 {page} 页第 {column} 栏：有一块内容比整栏还高，超出了版心',
      en: 'Page {page}, column {column}: something is taller than the whole column and leaves the type area',
    },
    'I-UNEVEN': {
      severity: 'info',
      zh: '第 {page} 页有一组栏没有齐平，相差 {lines} 行',
      en: 'Page {page}: columns that should end level differ by {lines} lines',
    },
    'W-LINE-LONG': {
      severity: 'warning',
      zh: '第 {page} 页第 {column} 栏第 {line} 行太长，超出栏宽 {points} 点：“{text}”里没有可以换行的地方',
      en: 'Page {page}, column {column}, line {line} is {points} pt too long: “{text}” has no place to break',
      hintZh: '把长串字母、数字或网址改短，或在其中加空格',
      hintEn: 'Shorten the long run of letters, digits or the address, or put a space into it',
    },
    'W-LINE-CUT': {
      severity: 'warning',
      zh: '第 {page} 页第 {column} 栏第 {line} 行：“{text}”比栏还长又没有可以换行的地方，只好从中间断开',
      en: 'Page {page}, column {column}, line {line}: “{text}” is longer than its column and has no place to break; it is cut',
      hintZh: '把长串字母、数字或网址改短，或在可以断开的地方加空格',
      hintEn: 'Shorten the long run of letters, digits or the address, or put a space where it may break',
    },
    'W-LINE-LOOSE': {
      severity: 'warning',
      zh: '第 {page} 页第 {column} 栏第 {line} 行字距太松（每字加 {tracking} 字宽）：“{text}”',
      en: 'Page {page}, column {column}, line {line} is far too loose ({tracking} em between characters): “{text}”',
      hintZh: '改动这一段的几个字，或在不能断开的长词里加断开的地方',
      hintEn: 'Change a few words of the paragraph, or part what may not be broken',
    },
    'I-LINE-LOOSE': {
      severity: 'info',
      zh: '第 {page} 页第 {column} 栏第 {line} 行字距偏松（每字加 {tracking} 字宽）：“{text}”',
      en: 'Page {page}, column {column}, line {line} is loose ({tracking} em between characters): “{text}”',
    },
    'W-MASTHEAD-IMAGE': {
      severity: 'warning',
      zh: '报头要用整幅图（样式: 整图），却没有写图片文件，改用文字排报头',
      en: 'The masthead is to be a picture (style: image), but no picture is named; it is set in type',
      hintZh: '在“报头”下写“图片: 报头图.png”，或改成“样式: 套红”',
      hintEn: 'Name the file with image: under masthead, or use style: red',
    },
    'W-COLOPHON-ALONE': {
      severity: 'warning',
      zh: '报尾单独占了第 {page} 页：正文再少 {lines} 行（约 {characters} 字）就能放在上一页',
      en: 'The colophon has page {page} to itself: with {lines} lines (about {characters} characters) less text it fits on the page before',
      hintZh: '删去这些字，或在这一期写“页数: …”和“排满: { 方式: 自动 }”，由程序收紧',
      hintEn: 'Cut as much, or write pages: and fit: { mode: auto } in the issue to have it tightened',
    },
    'I-PICTURE-MOVED': {
      severity: 'info',
      zh: '第 {page} 页第 {column} 栏：图片在标明的位置放不下，移到了栏头或栏尾',
      en: "Page {page}, column {column}: the picture did not fit at its marked place and moved to the column's head or foot",
    },
    'I-PICTURE-AWAY': {
      severity: 'info',
      zh: '第 {page} 页：这一页上有图片，却没有它那一篇的文字',
      en: 'Page {page}: it has the picture, but no words of its article',
      hintZh: '把图片改小（如“位置: 栏内”），用 ![](名) 标在文章靠前的地方，或增删几行文字',
      hintEn: 'Make it smaller (fit: column), mark its place earlier with ![](id), or add or cut some lines',
    },
    'I-PICTURE-NARROWED': {
      severity: 'info',
      zh: '第 {page} 页第 {column} 栏：通栏图片改排在一栏里；通栏排，就只能到没有这一篇文字的页上去',
      en: 'Page {page}, column {column}: the picture was to stand across the columns and is in one, or its page would have no words of its article',
      hintZh: '要通栏，可用 ![](名) 标在文章靠前的地方，或增删几行文字；就用一栏，写“位置: 栏内”',
      hintEn:
        'To have it across, mark its place earlier with ![](id), or add or cut some lines; to keep it so, write fit: column',
    },
    'W-PAGES-OVER': {
      severity: 'warning',
      exit: 4,
      zh: '要求 {wanted} 页，排成 {pages} 页：多出 {lines} 行，约需删 {characters} 字',
      en: '{wanted} pages wanted, {pages} made: over by {lines} lines, cut about {characters} characters',
      hintZh: '{cureZh}',
      hintEn: '{cureEn}',
    },
    'W-PAGES-UNDER': {
      severity: 'warning',
      exit: 4,
      zh: '要求 {wanted} 页，排成 {pages} 页：还空 {lines} 行，约可加 {characters} 字',
      en: '{wanted} pages wanted, {pages} made: {lines} lines empty, room for about {characters} characters',
      hintZh: '{cureZh}',
      hintEn: '{cureEn}',
    },
    'I-FIT-PARAGRAPHS': {
      severity: 'info',
      zh: '为凑齐 {wanted} 页，{amount} 个段落各紧排或松排了一行',
      en: 'To come out at {wanted} pages, {amount} paragraphs were set one line tighter or looser',
    },
    'I-FIT-PICTURES': {
      severity: 'info',
      zh: '为凑齐 {wanted} 页，图片高度调整了 {amount}%',
      en: 'To come out at {wanted} pages, pictures were made {amount}% taller (or lower, when negative)',
    },
    'I-FIT-HEADINGS': {
      severity: 'info',
      zh: '为凑齐 {wanted} 页，标题占行调整了 {amount} 行',
      en: 'To come out at {wanted} pages, the lines of headings were changed by {amount}',
    },
    'I-FIT-LINE-HEIGHT': {
      severity: 'info',
      zh: '为凑齐 {wanted} 页，行高调整了 {amount} 点',
      en: 'To come out at {wanted} pages, the line height was changed by {amount} pt',
    },
  }) as const satisfies Record<string, MessageText>
