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
} as const satisfies Record<string, MessageText>
