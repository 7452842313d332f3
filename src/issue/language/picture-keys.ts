import { becoming, byForm, key, list, type MapValue, map } from './collections.ts'
import { focus, pictureFitKey, qrText } from './shared-kinds.ts'
import { markedText, ratio, text } from './values.ts'

/** What is said of one picture. */
export const pictureTable = {
  id: key('编号', text(), {
    zh: '在正文里用 ![](编号) 定位；不写就用文件名',
    en: 'Name for ![](name) in the body; the file name when absent',
  }),
  src: key('文件', text(), { zh: '图片文件，相对于本文件', en: 'Picture file, relative to this file' }),
  qr: key('二维码', qrText, {
    zh: '代替图片的二维码：扫出来的网址或文字',
    en: 'A QR code instead of a picture: the address or text that it holds',
  }),
  placeholder: key('占位', text(), {
    zh: '图片还没有时，灰框里的字',
    en: 'Words in the box until the picture is there',
  }),
  caption: key('图说', markedText(), { zh: '图下说明', en: 'Caption' }),
  alt: key('替代文字', text(), { zh: '给读屏软件的描述', en: 'Description for screen readers' }),
  fit: pictureFitKey,
  ratio: key('比例', ratio(), {
    zh: '宽高比，如 "3:2"；不写就用照片自己的（3:4 到 2:1 之间，通栏到 3:1），auto 完全用照片自己的',
    en: 'Width to height, such as "3:2"; left out, the photograph\'s own from 3:4 to 2:1 (3:1 across), auto for its own whatever it is',
  }),
  focus: key('焦点', focus, {
    zh: '裁切时保住的一点 [左右, 上下]',
    en: 'Point kept when cropped: [across, down]',
  }),
  credit: key('摄影', text(), { zh: '摄影者', en: 'Photographer' }),
}
const PICTURE = {
  zh: '图片文件名，或 { 文件: a.jpg, 图说: 说明 }',
  en: 'a file name, or { src: a.jpg, caption: … }',
}
const picture = map(pictureTable, PICTURE)
export type PictureValue = MapValue<typeof pictureTable>
/** A cover, or one picture of several that stand together. */
export const pictureOrFile = byForm<PictureValue>(
  { text: becoming(text(), (src) => ({ src, span: src.span, keySpans: {} })), map: picture },
  PICTURE,
)

const rowTable = {
  ...pictureTable,
  row: key('并排', list(pictureOrFile, { zh: '并排几张图的列表', en: 'a list of pictures side by side' }), {
    zh: '等高并排的几张',
    en: 'Pictures side by side at one height',
  }),
  gallery: key(
    '图组',
    list(pictureOrFile, { zh: '一组图的列表', en: 'a list of pictures composed together' }),
    {
      zh: '排成几行、行行满宽的一组，三张到九张',
      en: 'Three to nine pictures composed in rows that fill the width',
    },
  ),
}
export type PictureOrRowValue = MapValue<typeof rowTable>
const pictureOrRow = byForm<PictureOrRowValue>(
  { text: becoming(text(), (src) => ({ src, span: src.span, keySpans: {} })), map: map(rowTable, PICTURE) },
  PICTURE,
)
const PICTURES = { zh: '图片列表，每张以“- ”开头', en: 'a list of pictures, each beginning with “- ”' }
/** One picture or several, each a file name, keys, or pictures that stand together. */
export const pictures = byForm<readonly PictureOrRowValue[]>(
  {
    text: becoming(pictureOrRow, (one) => [one]),
    map: becoming(pictureOrRow, (one) => [one]),
    list: list(pictureOrRow, PICTURES),
  },
  PICTURES,
)
