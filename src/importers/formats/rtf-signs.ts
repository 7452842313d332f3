/** Control words that stand for a sign. */
export const RTF_SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u3000',
  enspace: ' ',
  qmspace: ' ',
  '~': ' ',
  _: '-',
  '-': '',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

/** RTF 1.9, `\fcharset`. */
export function encodingOf(charset: number): string {
  const names: Readonly<Record<number, string>> = {
    0: 'windows-1252',
    128: 'shift_jis',
    129: 'euc-kr',
    134: 'gb18030',
    136: 'big5',
    161: 'windows-1253',
    204: 'windows-1251',
    238: 'windows-1250',
  }
  return names[charset] ?? 'gb18030'
}

/** The encoding of a code page, such as 936. */
export function codePage(page: number): string {
  const names: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gb18030',
    949: 'euc-kr',
    950: 'big5',
    1251: 'windows-1251',
    1252: 'windows-1252',
    65001: 'utf-8',
  }
  return names[page] ?? 'gb18030'
}
