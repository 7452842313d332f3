import { mm } from '../../base/units.ts'
import { becoming, byForm, key, type MapValue, map } from './collections.ts'
import { length, markedText, text } from './values.ts'

const signatureTable = {
  text: key(
    '文字',
    markedText(),
    { zh: '落款的几行：单位、日期', en: 'Its lines: who issues it, the date' },
    { required: true },
  ),
  seal: key('印章', text(), {
    zh: '盖在落款上的印章图片，最好是透明底的 PNG',
    en: 'A picture of the seal over it, best a PNG with a clear ground',
  }),
  width: key(
    '宽度',
    length({ from: mm(15), to: mm(60) }),
    { zh: '印章多宽', en: 'Width of the seal' },
    { preset: '30mm' },
  ),
}
const SIGNATURE = {
  zh: '落款的文字，或 { text: 文字, seal: 印章.png }',
  en: 'the words, or { text: …, seal: seal.png }',
}
/** 落款 as written. */
export type SignatureValue = Pick<MapValue<typeof signatureTable>, 'text' | 'seal' | 'width' | 'span'>
/** Who issues an article and when (落款). */
export const signature = byForm<SignatureValue>(
  {
    text: becoming(markedText(), (words, node) => ({ text: words, span: node.span, keySpans: {} })),
    map: map(signatureTable, SIGNATURE),
  },
  SIGNATURE,
)
