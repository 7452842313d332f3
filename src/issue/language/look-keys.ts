import type { Looks } from '../../design/looks.ts'
import { em, fill, type Look, lookColour, pt, rule, some, times, words } from './look-kinds.ts'

/** The looks by group, complete by type: one that `Looks` has and this has not does not compile. */
export type LookTable = {
  readonly [G in keyof Looks]: { readonly [M in keyof Looks[G]]: Look<Looks[G][M]> }
}

let made: LookTable | null = null

/** Every look with its key and kind. Made when first asked for, as few publications have a design's file. */
export function lookTable(): LookTable {
  made ??= makeLookTable()
  return made
}

const edges = () =>
  some('边', { all: '四边', ends: '上下', left: '左边' }, ['线画在哪几边', 'Where the border is drawn'])

function makeLookTable(): LookTable {
  return {
    masthead: {
      nameSpread: times(
        '刊名铺开',
        ['刊名拉开后占版心宽的几分之几', 'Part of the width that the name is spread to'],
        { most: 1 },
      ),
      nameLimit: times(
        '刊名最宽',
        [
          '刊名最多占版心宽的几分之几，再宽就缩小',
          'Part of the width that the name may take before it is made smaller',
        ],
        { least: 0.1, most: 1 },
      ),
      nameLeast: pt('刊名最小', ['刊名缩到这么小还排不下就转行', 'Size below which the name turns instead']),
      nameTracking: em('刊名字距', [
        '刊名字间最多拉开多少',
        'Widest spreading between the name’s characters',
      ]),
      specialTitle: times(
        '专刊名大小',
        ['专刊名是刊名附注字号的几倍', 'Size of a special issue’s title, in that of the line below the name'],
        { least: 0.5, most: 5 },
      ),
      thick: rule('粗线', ['双线里粗的一条', 'The thick one of two rules']),
      thin: rule('细线', ['双线里细的一条', 'The thin one of two rules']),
      ruleGap: pt('双线间距', ['两条线之间', 'Between the two rules'], 40),
      ruleOrder: some('双线次序', { 'thick-first': '上粗下细', 'thin-first': '上细下粗' }, [
        '粗线在上还是细线在上',
        'Which of two rules stands first',
      ]),
      single: rule('单线粗细', ['只有一条线时的粗细', 'Thickness of a rule that stands alone']),
      ruleColour: lookColour('线色', [
        '报头线条的颜色（单色报头总用黑）',
        'Colour of the rules (black where the style is plain)',
      ]),
      star: pt(
        '五角星',
        ['线中央五角星的大小；0 为不画', 'Size of a star in the middle of the rule; 0 for none'],
        60,
      ),
      topRule: rule('顶线', ['报头最上面的线；0 为不画', 'A rule above everything; 0 for none']),
      fill: fill('底色', ['报头的底色，到线为止', 'Behind the masthead, down to its rule']),
      fillReach: some('底色范围', { text: '版心', page: '到页边' }, [
        '底色只到版心，还是铺到纸的上边和两边（印刷版连出血）',
        'The tint as wide as the text, or to the page’s top and sides and over them',
      ]),
      top: pt('顶空', ['报头第一行上面的空', 'Air above the first line']),
      side: pt('边空', [
        '密级、编发单位、日期离两边的距离',
        'From both edges to classification, issuer and date',
      ]),
      aboveRule: pt('线上空', ['编发单位到线的距离', 'From the issuer’s line to the rule']),
      belowRule: times('线下空', ['线下空几行', 'Air below the rule, in lines']),
      aboveName: times('刊名上空', ['多出的高度分给刊名上面的份', 'Share of spare height above the name']),
      aboveSubtitle: times('附注上空', [
        '多出的高度分给刊名附注上面的份',
        'Share of spare height above the line below the name',
      ]),
      aboveIssue: times('期号上空', [
        '多出的高度分给期号上面的份',
        'Share of spare height above the issue number',
      ]),
      aboveIssuer: times('单位上空', [
        '多出的高度分给编发单位上面的份',
        'Share of spare height above the issuer',
      ]),
      leastGap: pt('最小行距', ['报头各行之间至少空多少', 'Least distance of two lines']),
      comfort: pt('松动', ['行多时每行让报头再高多少', 'What each line makes a full masthead taller by'], 60),
      issuePlace: some('期号位置', { own: '单占一行', between: '单位和日期之间', beside: '刊名右边' }, [
        '期号排在哪里；排在刊名右边时日期也在那里',
        'Where the issue number stands; beside the name, the date stands with it',
      ]),
      logo: em('徽标大小', ['徽标高是刊名的几个字', 'Height of the logo, in em of the name']),
      logoGap: em('徽标间距', ['徽标与刊名之间', 'Between logo and name']),
      tallestPicture: times(
        '整图最高',
        ['整图报头最多占一页高的几分之几', 'Part of a page that a masthead’s picture may take'],
        { least: 0.05, most: 0.9 },
      ),
    },
    section: {
      name: some('名称', { shown: '印', hidden: '不印' }, [
        '栏目名印不印',
        'Whether a section’s name is printed',
      ]),
      ornament: some(
        '装饰',
        {
          none: '无',
          'block-rule': '色块加线',
          block: '色块',
          below: '下线',
          above: '上线',
          both: '上下线',
          sides: '两侧线',
          band: '色带',
          tab: '色签',
        },
        ['栏目名旁的装饰', 'What is drawn at a section’s name'],
      ),
      colour: lookColour('颜色', ['装饰的颜色', 'Colour of the ornament']),
      blockWidth: em('块宽', ['色块的宽', 'Width of the block']),
      blockGap: em('块距', [
        '色块（或色带边）到栏目名的距离',
        'From the block, or a band’s edge, to the name',
      ]),
      rule: rule('线粗', ['线的粗细；0 为不画', 'Thickness of the rule; 0 for none']),
      ruleGap: em('线距', ['栏目名到线的距离', 'From the name to the rule']),
    },
    heading: {
      pitch: em('行距', ['标题转行后的行距', 'Distance of the baselines of a turned headline'], {
        least: 1,
        most: 3,
      }),
      companionGap: em('引副题距', ['标题与引题、副题之间', 'Between a headline and its companions']),
      leastAir: times('最小空', ['标题上下合计至少空几行', 'Least air above and below together, in lines']),
      airAbove: times('上空份', ['标题上下的空，上面占几分之几', 'Part of the air that stands above'], {
        most: 1,
      }),
      rule: rule('下线', ['标题下面的线；0 为不画', 'A rule below headlines; 0 for none']),
      ruleColour: lookColour('下线颜色', ['标题上下线的颜色', 'Colour of the rules above and below']),
      topRule: rule('上线', ['标题上面的线；0 为不画', 'A rule above headlines; 0 for none']),
      lead: some('头条', { first: '首篇', asked: '写明的' }, [
        '多栏时哪篇标题通栏：第一篇也算，或只有写了 lead: true 的',
        'Whose headline stands across several columns: that of the first article too, or only those with lead: true',
      ]),
    },
    box: panelKeys('框栏', 'boxed articles'),
    tint: panelKeys('衬底色的文章', 'articles on a tint'),
    note: panelKeys('编者按', 'editor’s notes'),
    quote: panelKeys('摘引', 'pull quotes'),
    footnote: {
      rule: rule('线粗', ['脚注上面的线；0 为不画', 'The rule above footnotes; 0 for none']),
      ruleWidth: times('线长', ['这条线占栏宽的几分之几', 'Part of the column that it takes'], { most: 1 }),
      colour: lookColour('线色', ['这条线的颜色', 'Its colour']),
      pitch: em('行距', ['脚注的行距', 'Distance of their lines'], { least: 1, most: 3 }),
      indent: em('缩进', ['注号占的宽，注文在它右边对齐', 'Room of a note’s number before its text'], {
        least: 1,
        most: 5,
      }),
    },
    contents: {
      ...panelKeys('导读', 'the contents'),
      title: words('名称', ['导读的名称', 'Its title']),
      leader: rule('连点粗细', [
        '题目与页码间的连点；0 为不画',
        'The dots before the page number; 0 for none',
      ]),
      leaderStep: pt('连点间距', ['两个连点之间', 'From dot to dot'], 60),
      leaderColour: lookColour('连点颜色', ['连点的颜色', 'Colour of the dots']),
      numberRoom: em('页码位', ['行末留给页码的宽', 'Room for the page number'], { least: 1.5 }),
    },
    columnRule: {
      width: rule('粗细', [
        '栏线的粗细（page 里 column_rule: hairline 才画）',
        'Thickness of rules between columns (drawn where page says hairline)',
      ]),
      colour: lookColour('颜色', ['栏线的颜色', 'Their colour']),
    },
    runningHead: {
      align: some('位置', { outside: '外侧', inside: '内侧', centre: '居中' }, [
        '书眉排在哪里',
        'Where running heads stand',
      ]),
      rule: rule('线粗', ['书眉下的线；0 为不画', 'The rule below them; 0 for none']),
      colour: lookColour('线色', ['这条线的颜色', 'Its colour']),
      gap: pt('字线距', ['书眉到线', 'From the words to the rule'], 60),
      distance: pt('离版心', ['线到版心', 'From the rule to the text'], 100),
    },
    folio: {
      distance: pt('离版心', [
        '版心到页码（地脚够时）',
        'From the text to the page number, where the margin has room',
      ]),
      inset: em('离边', ['页码离版心边', 'From the text’s edge'], { most: 20 }),
    },
    stamp: {
      line: rule('线粗', ['“送审稿”外框的线', 'Line of the frame around 送审稿']),
      air: em('框内空', ['字与外框之间', 'Between words and frame'], { most: 3 }),
      colour: lookColour('颜色', ['字和框的颜色', 'Colour of words and frame']),
    },
    watermark: {
      angle: times('斜度', ['水印斜多少度', 'Degrees by which the watermark rises'], { most: 89 }),
      part: times('所占', ['水印占页面斜线的几分之几', 'Part of the way across the page that it takes'], {
        least: 0.1,
        most: 1,
      }),
      most: pt('最大字号', ['水印的字号不超过', 'Size of type beyond which it does not grow'], 200),
      colour: lookColour('颜色', ['水印的颜色，要淡', 'Its colour; a pale one']),
    },
    picture: {
      captionGap: pt('图说间距', ['图到图说', 'Between picture and caption'], 60),
      captionPitch: em('图说行距', ['图说的行距', 'Distance of a caption’s lines'], { least: 1, most: 3 }),
      airAbove: times('上空', ['图上至少空几行', 'Least air above, in lines'], { least: 0.05, most: 5 }),
      airBelow: times('下空', ['图下至少空几行', 'Least air below, in lines'], { least: 0.05, most: 5 }),
      tallest: times(
        '最高',
        ['一幅图最多占一栏高的几分之几', 'Part of a column’s height that a picture may take'],
        { least: 0.1, most: 0.9 },
      ),
      rowGap: em('并排间距', ['并排的图之间', 'Between pictures side by side']),
      border: rule('边框', ['照片的边框；0 为不画', 'A border around photographs; 0 for none']),
      borderColour: lookColour('边框颜色', ['照片边框的颜色', 'Its colour']),
    },
    placeholder: {
      fill: fill('底色', ['占位框的底色', 'Behind a placeholder']),
      border: rule('边框', ['占位框的边线；0 为不画', 'Its border; 0 for none']),
      borderColour: lookColour('边框颜色', ['边线的颜色', 'Colour of the border']),
      sign: pt('图标', ['图标的高；0 为不画', 'Height of the picture sign; 0 for none'], 100),
      signGap: pt('图标间距', ['图标到文字', 'From the sign to the words'], 60),
      signColour: lookColour('图标颜色', ['图标的颜色', 'Colour of the sign']),
      sizeColour: lookColour('尺寸颜色', ['所需尺寸那一行的颜色', 'Colour of the size that is wanted']),
      pitch: em('行距', ['占位文字的行距', 'Distance of its lines'], { least: 1, most: 3 }),
    },
    table: {
      outer: rule('外线', ['表的首末线；0 为不画', 'First and last rule; 0 for none']),
      head: rule('表头线', ['表头下的线；0 为不画', 'Rule below the head; 0 for none']),
      row: rule('行线', ['各行之间的线；0 为不画', 'Rules between rows; 0 for none']),
      column: rule('列线', ['各列之间的线；0 为不画', 'Rules between columns; 0 for none']),
      colour: lookColour('线色', [
        '首末线、表头线的颜色',
        'Colour of the first and last rule and of that below the head',
      ]),
      rowColour: lookColour('行线颜色', ['行线、列线的颜色', 'Colour of those between rows and columns']),
      headFill: fill('表头底色', ['表头的底色', 'Behind the head']),
      headColour: fill('表头字色', [
        '表头文字的颜色；无则同表内文字',
        'Colour of the head’s words; none for that of the others',
      ]),
      stripe: fill('隔行底色', ['隔行的底色', 'Behind every second row']),
      cellAir: em('格内空', ['字与格边之间', 'At both sides of a cell'], { most: 3 }),
      pitch: em('行距', ['格内转行的行距', 'Distance of lines in a cell'], { least: 1, most: 3 }),
    },
    colophon: {
      outer: rule('外线', ['报尾的首末线；0 为不画', 'First and last rule; 0 for none']),
      inner: rule('内线', ['各项之间的线；0 为不画', 'Rules between entries; 0 for none']),
      colour: lookColour('线色', ['报尾线条的颜色', 'Colour of the rules']),
      side: em('两边空', ['字到线两端的距离', 'From the rules’ ends to the text'], { most: 5 }),
      above: times('上空', ['报尾上面至少空几行（整数）', 'Least air above, in whole lines'], { most: 6 }),
    },
    list: {
      sign: words('符号', ['不编号的列表用的符号', 'The sign before the items of a list']),
      signTwo: words('二级符号', ['列表里的列表用的符号', 'The sign of a list inside a list']),
      signThree: words('三级符号', ['第三级列表用的符号', 'The sign of lists of the third level']),
      signSize: em('符号大小', ['符号的大小', 'Size of the sign'], { least: 0.2, most: 2 }),
      signRaise: em('符号升高', ['符号升高多少', 'How far it is raised'], { most: 1 }),
      signRoom: em('符号位', ['留给符号的宽', 'Room for the sign'], { least: 0.5, most: 5 }),
      numberRoom: em('编号位', ['留给编号的宽', 'Room for a number'], { least: 0.5, most: 5 }),
      indent: em('缩进', ['列表文字的缩进', 'Indent of the items’ text'], { most: 8 }),
    },
    brief: {
      indent: em(
        '缩进',
        ['简讯文字的缩进，也是编号的位置', 'Indent of a brief’s text: room for its number'],
        {
          least: 0.5,
          most: 8,
        },
      ),
      numberColour: lookColour('编号颜色', ['简讯编号的颜色', 'Colour of a brief’s number']),
    },
    credit: {
      endIndent: em('右空', ['供稿右边的空', 'Room at a credit’s right']),
    },
  }
}

function panelKeys(zh: string, en: string): { readonly [M in keyof Looks['box']]: Look<Looks['box'][M]> } {
  return {
    fill: fill('底色', [`${zh}的底色`, `Behind ${en}`]),
    border: rule('边框', [`${zh}的边线；0 为不画`, `Border of ${en}; 0 for none`]),
    colour: lookColour('边框颜色', ['边线的颜色', 'Colour of the border']),
    edges: edges(),
  }
}
