import { becoming, byForm, key, list, type MapValue, map } from './collections.ts'
import { bodyText, flag, markedText, text } from './values.ts'

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

const boxTable = {
  id,
  title: key('标题', markedText(), { zh: '小资料的标题', en: 'Its title' }),
  body: key(
    '正文',
    bodyText(),
    {
      zh: '小资料的文字，写法同正文，不能放图片、脚注',
      en: 'Its text, written as an article’s, without pictures and footnotes',
    },
    { required: true, filled: true },
  ),
  tint: key(
    '底色',
    flag(),
    { zh: '衬底色，不加框', en: 'On a tint instead of in a frame' },
    { preset: false },
  ),
}
const BOX = { zh: '{ title: 标题, body: 文字 }', en: '{ title: …, body: … }' }
const box = map(boxTable, BOX)
/** 小资料 as written. */
export type SideBoxValue = MapValue<typeof boxTable>
/** Titled panels beside an article (小资料): one, or several. */
export const sideBoxes = byForm<readonly SideBoxValue[]>(
  { map: becoming(box, (one) => [one]), list: list(box, BOX) },
  BOX,
)

const earTable = {
  title: key('标题', markedText(), { zh: '报眼的标题', en: 'Its title' }),
  text: key(
    '文字',
    markedText(),
    { zh: '报眼里的话，可以分段', en: 'Its words, in paragraphs' },
    { required: true },
  ),
}
const EAR = { zh: '一段话，或 { title: 标题, text: 文字 }', en: 'words, or { title: …, text: … }' }
/** 报眼 as written. */
export type EarValue = Pick<MapValue<typeof earTable>, 'title' | 'text' | 'span'>
/** A box beside the masthead (报眼). */
export const ear = byForm<EarValue>(
  {
    text: becoming(markedText(), (words, node) => ({ text: words, span: node.span, keySpans: {} })),
    map: map(earTable, EAR),
  },
  EAR,
)
