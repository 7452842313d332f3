import { mm } from '../../base/units.ts'
import { becoming, byForm, key, list, map, namedValues } from './collections.ts'
import { ruleKeys } from './rule-keys.ts'
import { fit, names } from './shared-kinds.ts'
import { byteSize, choice, flag, length, ratio, text, wholeNumber, written } from './values.ts'

/** `fonts:` — the publication's own font files, by family. */
export const fonts = namedValues(
  map(
    {
      file: key('文件', text(), {
        zh: '字体文件（TTF、OTF、TTC、WOFF）；内置字体只加后备时不写',
        en: 'Font file (TTF, OTF, TTC, WOFF); none where a built-in family only gets fallbacks',
      }),
      bold: key('粗体', text(), {
        zh: '粗体的字体文件；没有就用 file 里的粗体，再没有就描边加粗',
        en: 'Font file of its bold; without it the bold in file, or else a stroke along the outlines',
      }),
      face: key('字面', text(), {
        zh: 'TTC 里取哪一款；不写就按刊物的语言取',
        en: 'Which face of a TTC; chosen by the publication’s language when left out',
      }),
      weight: key('字重', wholeNumber(1, 1000), {
        zh: '可变字体或 TTC 里取哪个字重：400 常规，500 中等，700 粗；不写是 400',
        en: 'Which weight of a variable font or a TTC: 400 regular, 500 medium, 700 bold; 400 when left out',
      }),
      fallback: key('后备', names(), {
        zh: '缺字时依次改用的字体或字体文件；宋体、黑体、楷体也可以加',
        en: 'Families or font files for characters it lacks; 宋体, 黑体 and 楷体 may have them too',
      }),
    },
    { zh: '{ file: fonts/仿宋.ttf } 的形式', en: 'the form { file: fonts/仿宋.ttf }' },
  ),
  { zh: '字体名和字体文件', en: 'families with their files' },
)

/** `images:` — what holds for every picture. */
export const images = map(
  {
    fit: key('位置', fit, { zh: '栏宽、通栏，或半栏绕排', en: 'Column, page, or beside the text' }),
    ratio: key('比例', ratio(), {
      zh: '宽高比；不写，照片用自己的（3:4 到 2:1 之间），待补的图用这个，不写为 3:2；auto 完全用照片自己的',
      en: "Width to height; left out, a photograph keeps its own from 3:4 to 2:1, a placeholder has this one, or 3:2; auto for the photograph's own, whatever it is",
    }),
    min_ppi: key('最低精度', wholeNumber(1, 2400), {
      zh: '低于此报警；印刷版低于 225 也报',
      en: 'Below this there is a warning; in the press file below 225 too',
    }),
    max_ppi: key('最高精度', wholeNumber(36, 2400), {
      zh: '高于此压缩',
      en: 'Above this pictures are made smaller',
    }),
    quality: key('质量', wholeNumber(1, 100), {
      zh: 'JPEG 质量；供屏幕看的照片颗粒重时再低一些（最多低 16，不低于 66），写 86 或以上就不降',
      en: 'JPEG quality; for screens a grainy photograph gets less (up to 16, never below 66), unless it is 86 or more',
    }),
    strip_metadata: key('去除拍摄信息', flag(), {
      zh: '去掉拍摄地点、机型等；写 false 时，原样放进成品的 JPEG 保留这些，缩小或转换过的照样去掉',
      en: 'Leave out place and camera; with false, a JPEG that goes in as it is keeps them, one that is reduced or converted does not',
    }),
    placeholder: key('缺图', choice({ box: '灰框', error: '报错' }), {
      zh: '缺图时印灰框还是报错',
      en: 'A box, or an error, for a missing picture',
    }),
  },
  { zh: '图片的用法', en: 'how pictures are used' },
)

/** `check:` — the proof checks. */
export const check = map(
  {
    profile: key(
      '习惯',
      choice({ official: '公文', press: '报刊', off: '关' }),
      { zh: '按公文习惯、报刊习惯，或不查', en: 'Usage of offices, of the press, or none' },
      { preset: 'official' },
    ),
    roster: key('名录', text(), {
      zh: '名录文件：姓名、职务、次序',
      en: 'File of names, titles and their order',
    }),
    dictionaries: key(
      '词表',
      names(),
      { zh: '易错词表文件（错 => 对）', en: 'Files of words (wrong => right)' },
      { preset: [] },
    ),
    fail_on: key(
      '不通过',
      choice({ error: '错误', warning: '警告', never: '从不' }),
      { zh: '查到什么算不通过', en: 'What makes a check fail' },
      { preset: 'error' },
    ),
    rules: key('规则', ruleKeys, { zh: '逐项开关和级别', en: 'Level of each rule' }),
  },
  { zh: '校对检查', en: 'proof checks' },
)

/** What is made of an issue's pages. */
type ProductKind = 'pdf' | 'print' | 'proof' | 'booklet' | 'archive' | 'docx'

const product = choice<ProductKind>({
  pdf: '电子版',
  print: '印刷版',
  proof: '校样',
  booklet: '小册子',
  archive: '存档',
  docx: 'Word 稿',
})
const MAKE = { zh: '要做的几种，如 [pdf, print]', en: 'products such as [pdf, print]' }
/** Four parts of ink, 0–100 each, such as “0 100 100 10”. */
const inks = written<readonly [number, number, number, number]>(
  {
    zh: '青、品红、黄、黑四个百分数，如 "0 100 100 10"',
    en: 'cyan, magenta, yellow and black in percent, such as "0 100 100 10"',
  },
  (word) => {
    const parts = word
      .split(/[\s,，、/]+/)
      .map((one) => (/^\d{1,3}(?:\.\d+)?%?$/.test(one) ? Number.parseFloat(one) : -1))
    const [cyan, magenta, yellow, black] = parts
    const within = parts.length === 4 && parts.every((one) => one >= 0 && one <= 100)
    return within
      ? [(cyan as number) / 100, (magenta as number) / 100, (yellow as number) / 100, (black as number) / 100]
      : undefined
  },
  { type: 'string' },
)

/** Names that mean other plates than one of the ink's own (ISO 32000-1, 8.6.6.4). */
const OTHER_PLATES = /^(?:all|none|cyan|magenta|yellow|black)$/i

const spotInk = written<string>(
  { zh: '专色油墨名，如 PANTONE 186 C', en: 'the name of a spot ink, such as PANTONE 186 C' },
  (word) => (OTHER_PLATES.test(word.trim()) ? undefined : word.trim()),
)

/** `output.print:` — the file for the press. */
const print = map(
  {
    paper: key(
      '用纸',
      choice({ coated: '铜版纸', uncoated: '胶版纸' }),
      {
        zh: '铜版纸（涂布，FOGRA39）还是胶版纸（非涂布，FOGRA47）；写了 output.profile 就按那个文件',
        en: 'Coated paper (FOGRA39) or uncoated (FOGRA47); a profile named in output.profile goes before',
      },
      { preset: 'coated' },
    ),
    spot: key('专色', spotInk, {
      zh: '套红用专色印，写油墨名，如 PANTONE 186 C；不写则用四色合成',
      en: 'Name of the ink that prints the accent, such as PANTONE 186 C; process colours when left out',
    }),
    accent: key('套红', inks, {
      zh: '套红的四色比例，如 "0 100 100 10"；不写则由屏幕颜色换算',
      en: 'The accent\'s process inks in percent, such as "0 100 100 10"; worked out from its screen colour when left out',
    }),
    marks: key(
      '印刷标记',
      flag(),
      { zh: '加裁切线和套准线', en: 'Crop and registration marks' },
      { preset: true },
    ),
  },
  {
    zh: '印刷版的做法，如 { paper: uncoated, spot: PANTONE 186 C }',
    en: 'how the press file is made, such as { paper: uncoated, spot: PANTONE 186 C }',
  },
)

/** `output.booklet:` — sheets to be folded. */
const booklet = map(
  {
    sheet: key(
      '纸张',
      choice({ auto: '自动', A3: 'A3', B4: 'B4', A4: 'A4' }),
      {
        zh: '打印用的纸：自动为两页并排那么大（A4 页面用 A3，A5 页面用 A4）；放不下就缩小，A4 页面拼在 A4 纸上缩到 70.7%',
        en: 'The paper printed on: auto is two pages wide (A3 for A4 pages, A4 for A5); pages that do not fit are made smaller: A4 pages on A4 to 70.7 %',
      },
      { preset: 'auto' },
    ),
    blanks: key(
      '空白页',
      choice({ auto: '自动', 'before-last': '末页前', end: '最后' }),
      {
        zh: '凑足四的倍数的空白页放在末页（报尾）前还是最后；自动：有报尾而文章不跨到末页时放在末页前',
        en: 'Where blank pages go: before the last page, or after it; auto: before it when it has the colophon and no article runs on to it',
      },
      { preset: 'auto' },
    ),
    creep: key(
      '爬移',
      length({ from: 0, to: mm(2) }),
      {
        zh: '每套进一张纸向订口移多少，约为纸厚',
        en: "How far each inner sheet's pages move to the fold: about the paper's thickness",
      },
      { preset: '0.1mm' },
    ),
  },
  {
    zh: '小册子的做法，如 { sheet: A4, blanks: end }',
    en: 'how the booklet is made, such as { sheet: A4, blanks: end }',
  },
)

/** `output.archive:` — the file for the archive. */
const archive = map(
  {
    standard: key(
      '标准',
      choice({ 'A-2': 'PDF/A-2', 'A-1b': 'PDF/A-1b' }),
      {
        zh: '按 PDF/A-2，或只认旧标准的档案系统要的 PDF/A-1b',
        en: 'PDF/A-2, or PDF/A-1b for archives that take nothing newer',
      },
      { preset: 'A-2' },
    ),
    attach: key(
      '附件',
      choice({ none: '不附', sources: '源文件' }),
      {
        zh: '源文件：把这一期的 YAML 和 Markdown 一并放进存档文件，就成 PDF/A-3',
        en: "sources: puts the issue's YAML and Markdown into the file, which is PDF/A-3 then",
      },
      { preset: 'none' },
    ),
  },
  {
    zh: '存档版的做法，如 { standard: A-1b }',
    en: 'how the archive file is made, such as { standard: A-1b }',
  },
)

/** `output:` — what is made, and where. */
export const output = map(
  {
    dir: key('文件夹', text(), { zh: '放在哪个文件夹', en: 'Folder' }, { preset: 'output' }),
    name: key(
      '文件名',
      text(),
      {
        zh: '文件名，可用 {name} {yyyy} {n} {nn} {date} {kind}',
        en: 'File name, with {name} {yyyy} {n} {nn} {date} {kind}',
      },
      { preset: '{name}-{yyyy}-{nn}' },
    ),
    make: key(
      '产品',
      byForm({ text: becoming(product, (one) => [one]), list: list(product, MAKE) }, MAKE),
      { zh: '做哪几种', en: 'What is made' },
      { preset: ['pdf'] },
    ),
    max_size: key(
      '最大体积',
      byteSize(),
      { zh: '超出则先降图再报警', en: 'Above this pictures are made smaller' },
      { preset: '5MB' },
    ),
    profile: key('输出特性', text(), {
      zh: '印刷厂给的 ICC 文件（四色）；不写就按 print.paper 用内置的',
      en: "The press's ICC profile (CMYK); the built-in one for print.paper when left out",
    }),
    print: key('印刷版', print, { zh: '印刷版：用纸、专色、标记', en: 'The press file: paper, inks, marks' }),
    booklet: key('小册子', booklet, {
      zh: '小册子：纸张、空白页、爬移',
      en: 'The booklet: sheet, blanks, creep',
    }),
    archive: key('存档', archive, {
      zh: '存档版：哪个标准、附什么',
      en: 'The archive file: standard, attachments',
    }),
  },
  { zh: '做什么、放哪里', en: 'what is made, and where' },
)
