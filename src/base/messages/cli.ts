import type { MessageText } from '../message-text.ts'

/** What the command line itself has to say: files not found, options at odds. */
export const cliMessages = {
  'E-NO-ISSUE': {
    severity: 'error',
    zh: '在“{folder}”没有找到任何一期简报',
    en: 'No issue was found in "{folder}"',
    hintZh: '写明要排哪一期，例如 jianbao build issues/2026-06.yaml；新建刊物用 jianbao init',
    hintEn:
      'Name the issue, as in: jianbao build issues/2026-06.yaml; start a publication with: jianbao init',
    exit: 3,
  },
  'E-NO-PUBLICATION-FILE': {
    severity: 'error',
    zh: '没有找到刊物设置 publication.yaml（从“{folder}”一直找到最上层）',
    en: 'No publication.yaml was found in "{folder}" or any folder above it',
    hintZh: '在期文件旁边或上一层放一个 publication.yaml；jianbao init 会写好一个',
    hintEn: 'Put a publication.yaml beside the issue or above it; jianbao init writes one',
    exit: 3,
  },
  'E-ENCODING': {
    severity: 'error',
    zh: '文件“{file}”不是 UTF-8 编码，看来是 {encoding}',
    en: 'The file "{file}" is not UTF-8; it looks like {encoding}',
    hintZh: '用编辑器打开后“另存为 UTF-8”，或加 --encoding gb18030',
    hintEn: 'Save it as UTF-8 in your editor, or add --encoding gb18030',
    exit: 3,
  },
  'E-ENCODING-NAME': {
    severity: 'error',
    zh: '不认识的编码“{encoding}”',
    en: 'Unknown encoding "{encoding}"',
    hintZh: '可用：utf-8、gb18030（含 GBK、GB2312）、utf-16le、utf-16be',
    hintEn: 'There are: utf-8, gb18030 (with GBK and GB2312), utf-16le, utf-16be',
    exit: 3,
  },
  'E-OUTPUT-OUTSIDE': {
    severity: 'error',
    zh: '输出文件夹“{dir}”在本刊的文件夹之外',
    en: 'The output folder "{dir}" lies outside the publication\'s folder',
    hintZh: '改用刊物文件夹以内的路径；确需写到别处，用 -o 指定',
    hintEn: "Use a folder inside the publication's; to write elsewhere, name the file with -o",
    exit: 6,
  },
} as const satisfies Record<string, MessageText>
