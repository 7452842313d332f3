import type { Contribution } from '../contribution.ts'
import { type Incoming, type Intake, type IntakeText, nameOf } from '../intake.ts'
import type { ImportFinding } from '../report/finding.ts'
import { plainMarked, textOfMarked } from '../roles/marked.ts'

/** Texts with the pictures that came beside them, and pictures that belong to none. */
export interface Matched {
  readonly texts: readonly IntakeText[]
  readonly alone: readonly Incoming[]
}

interface Match {
  readonly text: number
  readonly why: { readonly whyZh: string; readonly whyEn: string }
}

/** Gives each picture to the article it is named after, or came with in a mail or a folder of its own. */
export function matchPictures({ texts, pictures }: Intake): Matched {
  const given = new Map<number, { readonly picture: Incoming; readonly match: Match }[]>()
  const alone: Incoming[] = []
  for (const picture of pictures) {
    const match = matchOf(picture, texts)
    if (match === null) alone.push(picture)
    else given.set(match.text, [...(given.get(match.text) ?? []), { picture, match }])
  }
  return {
    alone,
    texts: texts.map((text, index) => {
      const own = given.get(index)
      return own ? withPictures(text, own) : text
    }),
  }
}

function matchOf(picture: Incoming, texts: readonly IntakeText[]): Match | null {
  const able = texts.map((text, index) => ({ text, index })).filter(({ text }) => firstArticle(text) !== null)
  const stem = bare(nameOf(picture.path))
  const one = (found: typeof able, whyZh: string, whyEn: string): Match | null =>
    found.length === 1 && found[0] ? { text: found[0].index, why: { whyZh, whyEn } } : null
  const inName = able.filter(({ text }) => {
    const own = bare(nameOf(text.file.path))
    const title = bare(textOfMarked(firstArticle(text)?.title ?? []))
    return [own, title].some(
      (name) => name.length >= 3 && (stem.includes(name) || (stem.length >= 4 && name.includes(stem))),
    )
  })
  const sameFolder = able.filter(({ text }) => folderOf(text.file) === folderOf(picture))
  return (
    one(inName, '名字相同', 'by its name') ??
    one(
      picture.group === '' ? [] : able.filter(({ text }) => text.file.group === picture.group),
      '同一封邮件或压缩包',
      'from the same mail or archive',
    ) ??
    one(sameFolder, '同一个文件夹里只有这一篇', 'the only text in its folder')
  )
}

function folderOf({ path }: Incoming): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** A name in letters, without extension and number. */
function bare(name: string): string {
  return name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?:图片?|照片|配图|附图|附件)?\d{1,3}$/u, '')
}

function firstArticle({ content }: IntakeText): Contribution | null {
  return 'articles' in content ? (content.articles[0] ?? null) : null
}

function withPictures(
  text: IntakeText,
  given: readonly { readonly picture: Incoming; readonly match: Match }[],
): IntakeText {
  const [first, ...rest] = 'articles' in text.content ? text.content.articles : []
  if (!first || !('articles' in text.content)) return text
  const title = textOfMarked(first.title)
  const captioned = given.map(({ picture, match }) => {
    const name = nameOf(picture.path)
    return { picture, match, name, caption: captionIn(name, text, title) }
  })
  const article: Contribution = {
    ...first,
    pictures: [
      ...first.pictures,
      ...captioned.map(({ picture, name, caption }) => ({
        file: { name, bytes: picture.bytes },
        ratio: null,
        alt: '',
        crop: null,
        caption: plainMarked(caption),
        credit: '',
      })),
    ],
    findings: [
      ...first.findings,
      ...captioned.flatMap(({ picture, match, caption }): readonly ImportFinding[] => {
        const { path: name } = picture
        const matched = { kind: 'picture-matched', text: '', values: { name, title, ...match.why } } as const
        return caption === ''
          ? [matched]
          : [matched, { kind: 'picture-named', text: '', values: { name, caption } }]
      }),
    ],
  }
  return { ...text, content: { ...text.content, articles: [article, ...rest] } }
}

/** What a picture's name says beyond the article's: `图1 调度大厅.jpg`; nothing for a camera's number. */
function captionIn(name: string, text: IntakeText, title: string): string {
  const own = nameOf(text.file.path).replace(/\.[a-z0-9]{1,5}$/i, '')
  const words = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(own, '')
    .replace(title, '')
    .replace(/^(?:图片?|照片|配图|附图)?\s*[\d一二三四五]*[\s_\-.、：:（(]*/, '')
    .replace(/[\s_\-.、：:）)\d]+$/, '')
  const isWords = (words.match(/\p{Script=Han}/gu) ?? []).length >= 4
  return isWords &&
    !/微信图片|屏幕截图|截图|新建|未命名|副本|^(?:现场|活动|会议|工作)?(?:照片|图片|配图)$/.test(words)
    ? words
    : ''
}
