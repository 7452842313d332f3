import { key, map } from './collections.ts'
import { date, text, written } from './values.ts'

/** 校样号 as the head of a proof has it. */
const PROOF_NUMBER = '^[0-9A-Fa-f]{8,64}$'
const proofNumber = written<string>(
  {
    zh: '校样号，如 "3d976773"（在校样页头；要加引号）',
    en: 'a proof’s number such as "3d976773" (in its head; in quotes)',
  },
  (word) => (new RegExp(PROOF_NUMBER).test(word) ? word.toLowerCase() : undefined),
  { type: ['string', 'integer'], pattern: PROOF_NUMBER },
)

/** Who approved an issue, and which proof (审签). */
export const approved = map(
  {
    by: key('签发人', text(), { zh: '签发人', en: 'Who approved it' }),
    on: key('日期', date(), { zh: '签发日期', en: 'When' }),
    hash: key('校验', proofNumber, {
      zh: '签发的那份校样上的校样号；此后内容有改动就会提示',
      en: 'The number (校样号) on the proof that was approved; later changes are reported',
    }),
  },
  { zh: '{ 签发人: 张某, 日期: 2024-01-15 } 的形式', en: 'the form { by: 张某, on: 2024-01-15 }' },
)
