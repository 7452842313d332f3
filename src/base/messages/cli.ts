import type { MessageText } from '../message-text.ts'

/** What the command line itself has to say: files not found, options at odds. */
export const cliMessages = () =>
  ({
    'E-ISSUE-NAME': {
      severity: 'error',
      zh: '没有“{name}”这一期；有：{listZh}',
      en: 'There is no issue “{name}”; there are: {listEn}',
      hintZh: '可以写文件名、期号（如 {last}、第2期、2），不写就是最新一期；新建一期用 jianbao new',
      hintEn:
        'Give a file’s name or an issue’s number (such as {last} or 2); the newest when left out. jianbao new makes one',
      exit: 3,
    },
    'E-NO-ISSUE': {
      severity: 'error',
      zh: '在“{folder}”没有找到任何一期简报',
      en: 'No issue was found in “{folder}”',
      hintZh:
        '一期是 publication.yaml 旁边或 issues 文件夹里写有日期的 YAML 文件；新建一期用 jianbao new，新建刊物用 jianbao init',
      hintEn:
        'An issue is a YAML file with a date, beside publication.yaml or in issues/; make one with jianbao new, a publication with jianbao init',
      exit: 3,
    },
    'E-FILE-NAME': {
      severity: 'error',
      zh: '“{file}”的文件名不对，应为“{name}”',
      en: 'The file “{file}” should be called “{name}”',
      hintZh:
        '请改名。看不到扩展名时：Windows 在文件夹的“查看”里勾选“文件扩展名”；macOS 在文件的“显示简介”里改',
      hintEn:
        'Rename it. Where ends of names are hidden: in Windows, View → File name extensions; on macOS, Get Info',
      exit: 3,
    },
    'E-NOT-ISSUE': {
      severity: 'error',
      zh: '“{file}”是刊物设置，不是一期的内容',
      en: '“{file}” holds the settings of a publication; it is no issue',
      hintZh: '写明期文件，如 issues/2026-06.yaml；不写就是最新一期，--all 是全部',
      hintEn:
        'Name an issue such as issues/2026-06.yaml; without one the newest is taken, with --all every one',
      exit: 2,
    },
    'E-NO-PUBLICATION-FILE': {
      severity: 'error',
      zh: '没有找到刊物设置 publication.yaml（从“{folder}”一直找到最上层）',
      en: 'No publication.yaml was found in “{folder}” or any folder above it',
      hintZh: '在期文件旁边或上一层放一个 publication.yaml；jianbao init 会写好一个',
      hintEn: 'Put a publication.yaml beside the issue or above it; jianbao init writes one',
      exit: 3,
    },
    'E-ENCODING': {
      severity: 'error',
      zh: '文件“{file}”不是 UTF-8 编码，看来是 {encoding}',
      en: 'The file “{file}” is not UTF-8; it looks like {encoding}',
      hintZh: '用编辑器打开后“另存为 UTF-8”，或加 --encoding {option}',
      hintEn: 'Save it as UTF-8 in your editor, or add --encoding {option}',
      exit: 3,
    },
    'E-ENCODING-UNKNOWN': {
      severity: 'error',
      zh: '文件“{file}”不是文字文件：不是 UTF-8，也不是别的常见编码',
      en: 'The file “{file}” is not a text file: neither UTF-8 nor another usual encoding',
      hintZh: '看看是不是写错了文件名，或文件已损坏；是文字的话，用编辑器打开后“另存为 UTF-8”',
      hintEn:
        'See whether another file was meant, or it is damaged; if it is text, save it as UTF-8 in your editor',
      exit: 3,
    },
    'E-ENCODING-NAME': {
      severity: 'error',
      zh: '不认识的编码“{encoding}”',
      en: 'Unknown encoding “{encoding}”',
      hintZh: '可用：utf-8、gb18030（含 GBK、GB2312）、utf-16le、utf-16be',
      hintEn: 'There are: utf-8, gb18030 (with GBK and GB2312), utf-16le, utf-16be',
      exit: 3,
    },
    'E-OUTPUT-OUTSIDE': {
      severity: 'error',
      zh: '输出文件夹“{dir}”在本刊的文件夹之外',
      en: 'The output folder “{dir}” lies outside the publication’s folder',
      hintZh: '改用刊物文件夹以内的路径；确需写到别处，用 -o 指定',
      hintEn: "Use a folder inside the publication's; to write elsewhere, name the file with -o",
      exit: 6,
    },
    // Usage
    'E-COMMAND': {
      severity: 'error',
      zh: '没有“{command}”这个命令{askZh}',
      en: 'there is no command “{command}”{askEn}',
      exit: 2,
    },
    'E-OPTION': {
      severity: 'error',
      zh: '没有“{option}”这个选项{askZh}',
      en: 'there is no option “{option}”{askEn}',
      exit: 2,
    },
    'E-OPTION-EMPTY': {
      severity: 'error',
      zh: '“{option}”后面少了内容',
      en: '“{option}” needs a value',
      exit: 2,
    },
    'E-OPTION-VALUE': {
      severity: 'error',
      zh: '“{option}”不能是“{value}”{askZh}',
      en: '“{option}” cannot be “{value}”{askEn}',
      exit: 2,
    },
    'E-OPTION-CLASH': {
      severity: 'error',
      zh: '“{first}”和“{second}”不能一起用',
      en: '“{first}” and “{second}” cannot be used together',
      exit: 2,
    },
    'E-PORT': {
      severity: 'error',
      zh: '{option} 后面应是 1 到 65535 的整数，这里写的是“{value}”',
      en: '{option} wants a whole number from 1 to 65535, not “{value}”',
      exit: 2,
    },
    'E-PORT-TAKEN': {
      severity: 'error',
      zh: '端口 {port} 用不了：已被占用，或这里不许用',
      en: 'port {port} cannot be used: it is taken, or not allowed here',
      hintZh: '换一个，或不写 --port，用空着的端口',
      hintEn: 'Choose another, or leave --port out to take one that is free',
      exit: 5,
    },
    'E-OPTION-SET': {
      severity: 'error',
      zh: '--set 后面应是“键=值”，这里写的是“{value}”',
      en: '--set wants “key=value”; here it is “{value}”',
      hintZh: '例如 --set page.columns=3；值里有空格就给整项加引号',
      hintEn: 'For example --set page.columns=3; put it in quotes when the value has blanks',
      exit: 2,
    },
    'E-OPTION-DATE': {
      severity: 'error',
      zh: '“{option}”后面要写年月日，如 2026-07-15，这里写的是“{value}”{askZh}',
      en: '“{option}” takes a whole date such as 2026-07-15; here it is “{value}”{askEn}',
      exit: 2,
    },
    'E-ARGUMENT': {
      severity: 'error',
      zh: 'jianbao {command} 后面还要写“{argument}”',
      en: 'jianbao {command} needs “{argument}”',
      exit: 2,
    },
    'E-ARGUMENTS': {
      severity: 'error',
      zh: 'jianbao {command} 后面写多了',
      en: 'jianbao {command} was given too many arguments',
      hintZh: '文件名里有空格的话，请给它加引号',
      hintEn: 'If a file name has blanks, put it in quotes',
      exit: 2,
    },
    'E-USAGE': {
      severity: 'error',
      zh: '命令写得不对：{problem}',
      en: 'the command line is not right: {problem}',
      exit: 2,
    },
    'E-CODE': {
      severity: 'error',
      zh: '没有“{code}”这个代码、键或主题{askZh}',
      en: 'there is no code, key or topic “{code}”{askEn}',
      hintZh: 'jianbao explain 列出全部代码；主题如 图片、字体、表格',
      hintEn: 'jianbao explain lists all codes; topics are pictures, fonts, tables and the like',
      exit: 2,
    },
    // Files that commands write
    'E-EXISTS': {
      severity: 'error',
      zh: '“{file}”已经有了，没有覆盖',
      en: '“{file}” is there already; it was not overwritten',
      hintZh: '换一个文件夹或文件名，或先把它移走',
      hintEn: 'Choose another folder or name, or move it away first',
      exit: 5,
    },
    'E-FIX-ENCODING': {
      severity: 'error',
      zh: '“{file}”不是 UTF-8，不能自动改',
      en: '“{file}” is not UTF-8 and cannot be changed automatically',
      hintZh: '先另存为 UTF-8，再用 --fix',
      hintEn: 'Save it as UTF-8 first, then use --fix',
      exit: 3,
    },
    // Builds
    'E-TIME': {
      severity: 'error',
      zh: '“{file}”排了 {seconds} 秒还没有排完，已停止',
      en: '“{file}” was not finished after {seconds} seconds and was stopped',
      hintZh: '看看是不是有特别大的图片；确实需要更久，设环境变量 JIANBAO_BUILD_SECONDS',
      hintEn: 'Look for very large pictures; if it does need longer, set JIANBAO_BUILD_SECONDS',
      exit: 6,
    },
    'E-FAULT': {
      severity: 'error',
      zh: '“{file}”没有做成：程序自身出错（{reason}）；原稿和已有的 PDF 都没有动',
      en: '“{file}” was not made: jianbao itself failed ({reason}); your files are untouched',
      hintZh: '{report}请附给开发者',
      hintEn: '{report}Please send it to the developers',
      exit: 70,
    },
    'E-MEMORY': {
      severity: 'error',
      zh: '“{file}”用的内存超过上限（{limit}），已停止',
      en: '“{file}” needed more memory than allowed ({limit}) and was stopped',
      hintZh: '看看是不是有特别大的图片，或把一期分成几期',
      hintEn: 'Look for very large pictures, or divide the issue',
      exit: 6,
    },
    'E-AGAINST': {
      severity: 'error',
      zh: '--against {against}：既没有这个文件，也不是能用的 git 版本（{reason}）',
      en: '--against {against}: neither a file nor a usable git revision ({reason})',
      hintZh: '写旧的期文件，或 HEAD、HEAD~1、标签名、提交号',
      hintEn: 'Give an earlier issue file, or HEAD, HEAD~1, a tag or a commit',
      exit: 3,
    },
    'W-APPROVED': {
      severity: 'warning',
      zh: '签发后又改动过{who}：签发的校样号是 {hash}，现在的内容是 {present}',
      en: 'changed since it was approved{who}: the proof approved is {hash}, the present content {present}',
      hintZh:
        '用 jianbao build --make proof --against 对照签发时的稿子；重新签发后，把新的校样号写进“审签”的“校验”。',
      hintEn:
        'Compare with what was approved by jianbao build --make proof --against; approved anew, write the new number.',
      exit: 4,
    },
    'I-APPROVED': {
      severity: 'info',
      zh: '已签发，没有写校样号；现在内容的校样号是 {hash}',
      en: 'approved, but the proof’s number is not given; that of the present content is {hash}',
      hintZh: '核对与签发的校样页头一致后，在“审签”里写“校验: "{hash}"”，以后有改动就会提示。',
      hintEn:
        'If it is the one on the proof approved, write hash: "{hash}" under approved; later changes are then reported.',
    },
    'I-PAGES': {
      severity: 'info',
      zh: '共 {pages} 页',
      en: 'number of pages: {pages}',
    },
    'I-PAGES-ABOUT': {
      severity: 'info',
      zh: '估计约 {pages} 页',
      en: 'about {pages} pages, by estimate',
    },
    'W-FONT-LOCK': {
      severity: 'warning',
      zh: '字体“{family}”与记下的不同：文件换过，或换了一台电脑',
      en: 'the font “{family}” is not the one that was noted: the file was replaced, or this is another machine',
      hintZh: '版面可能与以前不同；确认无误后，用 jianbao fonts --lock 重新记下',
      hintEn: 'Pages may differ from before; when it is right, note it again with jianbao fonts --lock',
      exit: 4,
    },
    'E-FONT-LOCK': {
      severity: 'error',
      zh: '“{file}”看不懂，不能用来核对字体',
      en: '“{file}” makes no sense and cannot be compared with',
      hintZh: '删去它，再用 jianbao fonts --lock 重新生成',
      hintEn: 'Delete it and make it again with jianbao fonts --lock',
    },
  }) as const satisfies Record<string, MessageText>
