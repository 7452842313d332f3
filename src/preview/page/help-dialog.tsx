import { useEffect, useRef } from 'preact/hooks'
import type { State, Store } from './store.ts'
import { Button } from './toolbar.tsx'
import { speaking } from './use-store.ts'

type Row = readonly [keys: string, zh: string, en: string]

/** What the keys do (快捷键), room by room. */
const ROOMS: readonly { readonly zh: string; readonly en: string; readonly rows: readonly Row[] }[] = [
  {
    zh: '到处',
    en: 'Everywhere',
    rows: [
      ['Ctrl+S', '保存', 'Save'],
      ['Tab', '到下一处；Shift+Tab 回上一处', 'On to the next place; Shift+Tab back'],
    ],
  },
  {
    zh: '版面（光标不在输入处时）',
    en: 'Pages (where nothing is written into)',
    rows: [
      ['+ −', '放大、缩小', 'Larger, smaller'],
      ['0 W', '整页、适合宽度', 'Fit page, fit width'],
      ['1 2 3', '单页、连续、对开', 'Single page, continuous, facing pages'],
      ['PgUp PgDn', '上一页、下一页', 'Page back, page on'],
      ['Home End', '第一页、最后一页', 'First page, last page'],
      ['G F', '行格、全屏', 'Grid, full screen'],
      ['E', '原文的开关', 'Source on or off'],
      ['O M T', '提纲、问题、缩略图', 'Outline, messages, thumbnails'],
      ['?', '这张表', 'This table'],
    ],
  },
  {
    zh: '原文',
    en: 'Source',
    rows: [
      ['Ctrl+Z Ctrl+Y', '撤销、重做（提纲里的改动也算）', 'Undo, redo (changes of the outline too)'],
      ['Ctrl+F', '查找和替换', 'Find and replace'],
      ['Ctrl+Space', '列出可写的键和值', 'Keys and values that can stand here'],
      ['Ctrl+Shift+[ ]', '折叠、展开一篇', 'Fold, unfold an article'],
      ['Esc Tab', '离开原文，到下一处', 'Leave the source for the next place'],
    ],
  },
  {
    zh: '提纲',
    en: 'Outline',
    rows: [
      ['Alt+↑ Alt+↓', '稿件或栏目上移、下移', 'Move the article or section up, down'],
      ['↑ ↓ ← →', '在照片上：移动裁切时保住的地方', 'On a photograph: move what is kept when cropped'],
    ],
  },
]

/** The keys in a window over the page; Esc closes it. */
export function HelpDialog({ store, state }: { readonly store: Store; readonly state: State }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const say = speaking(state.language)
  useEffect(() => {
    if (state.help) dialog.current?.showModal()
    else dialog.current?.close()
  }, [state.help])
  const words = (one: { readonly zh: string; readonly en: string }) => one[state.language]
  return (
    <dialog class="help" ref={dialog} aria-label={say('help')} onClose={() => store.set({ help: false })}>
      <h2>{say('help')}</h2>
      <div class="rooms">
        {ROOMS.map((room) => (
          <section key={room.en}>
            <h3>{words(room)}</h3>
            <dl>
              {room.rows.map(([keys, zh, en]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{words({ zh, en })}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Button label={say('close')} name="close-help" press={() => store.set({ help: false })}>
        {say('close')}
      </Button>
    </dialog>
  )
}
