import { becoming, byForm, key, list, type MapValue, map } from './collections.ts'
import { markedText, text } from './values.ts'

const id = key('编号', text(), {
  zh: '在正文里用 ![](编号) 定位；不写就自动安排',
  en: 'Name for ![](name) in the body; placed by itself when absent',
})

const quoteTable = {
  id,
  text: key(
    '文字',
    markedText(),
    { zh: '摘出来的话', en: 'The words that are set apart' },
    { required: true },
  ),
  source: key('出处', markedText(), { zh: '谁说的、出自哪里', en: 'Who said it, or where it is from' }),
}
const QUOTE = {
  zh: '一句话，或 { text: 一句话, source: 出处 }',
  en: 'the words, or { text: …, source: … }',
}
/** 摘引 as written. */
export type PullQuoteValue = Pick<MapValue<typeof quoteTable>, 'id' | 'text' | 'source' | 'span'>

const quote = byForm<PullQuoteValue>(
  {
    text: becoming(markedText(), (words, node) => ({ text: words, span: node.span, keySpans: {} })),
    map: map(quoteTable, QUOTE),
  },
  QUOTE,
)
/** Words of an article set apart between its paragraphs (摘引): one, or several. */
export const pullQuotes = byForm<readonly PullQuoteValue[]>(
  {
    text: becoming(quote, (one) => [one]),
    map: becoming(quote, (one) => [one]),
    list: list(quote, QUOTE),
  },
  QUOTE,
)
