import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'
import { soughtOf, wordsOf } from './words.js'

const facts = JSON.parse(readFileSync(new URL('./facts.json', import.meta.url), 'utf8'))
const has = (page) => facts.pages.includes(page)
const page = (text, link) => ({ text, link })

const chinese = [
  {
    text: '入门',
    items: [
      page('十五分钟排出第一期', '/guide/first-issue'),
      page('从 Word 到简报', '/guide/word'),
      page('照片和图', '/guide/pictures'),
      page('排满整页', '/guide/fit'),
      page('校样和送审', '/guide/proof'),
      page('发邮件、打印、付印', '/guide/send'),
      page('写给供稿人', '/contributing-articles'),
    ],
  },
  {
    text: '做法',
    items: [
      page('做法一览', '/recipes/'),
      page('报头和字体', '/recipes/looks'),
      page('版面和栏', '/recipes/pages'),
      page('图片和表格', '/recipes/pictures-and-tables'),
      page('文字和栏目', '/recipes/text'),
      page('打印、邮件和存档', '/recipes/products'),
      page('流程和协作', '/recipes/work'),
      ...(has('gallery.md') ? [page('样刊', '/gallery')] : []),
    ],
  },
  {
    text: '查阅',
    items: [
      page('刊物的键', '/reference/publication'),
      page('一期的键', '/reference/issue'),
      page('单独一篇的键', '/reference/article'),
      page('版式文件的键', '/reference/design'),
      page('自己的版式', '/designs'),
      page('正文里的记号', '/reference/marks'),
      page('命令', '/reference/commands'),
      page('消息', '/reference/messages'),
      page('上限和退出码', '/reference/limits'),
    ],
  },
  {
    text: '开发',
    items: [page('作为库使用', '/library'), page('概览', '/readme'), page('For developers', '/en/')],
  },
]

const english = [
  {
    text: 'Start',
    items: [page('Overview', '/en/'), page('README', '/en/readme'), page('The library', '/en/library')],
  },
  {
    text: 'Reference',
    items: [
      page('Publication', '/en/reference/publication'),
      page('Issue', '/en/reference/issue'),
      page('Article', '/en/reference/article'),
      page('Design', '/en/reference/design'),
      page('Designs of one’s own', '/en/designs'),
      page('Marks of the text', '/en/reference/marks'),
      page('Commands', '/en/reference/commands'),
      page('Messages', '/en/reference/messages'),
      page('Limits and exit codes', '/en/reference/limits'),
    ],
  },
  {
    text: 'Developers',
    items: facts.pages
      .filter((one) => one.startsWith('en/developer/'))
      .sort()
      .map((one) => one.replace(/\.md$/, ''))
      .map((one) => page(one.slice('en/developer/'.length).replace(/-/g, ' '), `/${one}`)),
  },
]

const searchWords = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清除',
    backButtonTitle: '返回',
    noResultsText: '没有找到',
    footer: { selectText: '选定', navigateText: '移动', closeText: '关闭' },
  },
}

export default defineConfig({
  title: '简报 jianbao',
  description: '中文简报排版：从 YAML 到可付印的 PDF',
  outDir: '../../../output/book',
  appearance: true,
  // The built pages ask nothing of any other machine.
  head: [
    ['meta', { name: 'referrer', content: 'no-referrer' }],
    ['link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }],
  ],
  locales: {
    root: {
      label: '中文',
      lang: 'zh-CN',
      themeConfig: {
        nav: [
          page('入门', '/guide/first-issue'),
          page('做法', '/recipes/'),
          page('查阅', '/reference/publication'),
          page('开发', '/library'),
        ],
        sidebar: chinese,
        outline: { label: '本页', level: [2, 3] },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '深浅',
        lightModeSwitchTitle: '换成浅色',
        darkModeSwitchTitle: '换成深色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
        skipToContentLabel: '跳到正文',
      },
    },
    en: {
      label: 'English',
      lang: 'en',
      title: 'jianbao',
      description: 'Typesets Chinese bulletins: from YAML to print-ready PDF',
      themeConfig: {
        nav: [
          page('Overview', '/en/'),
          page('Reference', '/en/reference/publication'),
          page('Library', '/en/library'),
        ],
        sidebar: { '/en/': english },
        outline: { level: [2, 3] },
      },
    },
  },
  themeConfig: {
    // Few pages are in both languages: the menu of languages leads to the first page of each.
    i18nRouting: false,
    search: {
      provider: 'local',
      options: {
        locales: { root: { translations: searchWords } },
        miniSearch: {
          options: { tokenize: wordsOf },
          searchOptions: {
            tokenize: soughtOf,
            combineWith: 'AND',
            fuzzy: false,
            prefix: true,
            boost: { title: 6, text: 2, titles: 1 },
          },
        },
      },
    },
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(md) {
      const fence = md.renderer.rules.fence
      // A block that is a file says which: ```yaml publication.yaml
      md.renderer.rules.fence = (tokens, at, ...more) => {
        const [, name] = /^\S+ ([^\s{[]+\.\w+)/.exec(tokens[at].info) ?? []
        const shown = fence(tokens, at, ...more)
        return name ? `<div class="named-file"><span class="file-name">${name}</span>${shown}</div>` : shown
      }
      // A table may be wider than a phone, and is then scrolled by keys too.
      md.renderer.rules.table_open = () => '<div class="wide" tabindex="0"><table>\n'
      md.renderer.rules.table_close = () => '</table></div>\n'
    },
  },
})
