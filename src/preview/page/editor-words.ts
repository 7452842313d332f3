import { EditorState, type Extension } from '@codemirror/state'
import type { PageLanguage } from './words.ts'

/** The editor's own words (CodeMirror's phrases), which are English, in Chinese. */
const CHINESE: Readonly<Record<string, string>> = {
  Find: '查找',
  Replace: '替换成',
  next: '下一处',
  previous: '上一处',
  all: '全部选中',
  'match case': '区分大小写',
  regexp: '正则表达式',
  'by word': '整词',
  replace: '替换',
  'replace all': '全部替换',
  close: '关上',
  'current match': '当前这处',
  'replaced match on line $': '换了第 $ 行的一处',
  'replaced $ matches': '换了 $ 处',
  'on line': '在第几行：',
  'Go to line': '转到第几行',
  go: '转到',
  'Fold line': '折叠',
  'Unfold line': '展开',
  'Folded lines': '折叠了',
  'Unfolded lines': '展开了',
  to: '至',
  'folded code': '折叠的内容',
  unfold: '展开',
  Completions: '可写的键和值',
  Diagnostics: '问题',
  'No diagnostics': '没有问题',
  'Selection deleted': '删去了选中的',
  'Control character': '控制字符',
}

export function editorWords(language: PageLanguage): Extension {
  return language === 'zh' ? EditorState.phrases.of(CHINESE) : []
}
