import { MAX_IMAGE_BYTES, MOST_WHOLE_BYTES } from '../assets/read-image.ts'
import { MAX_FONT_BYTES } from '../assets/user-font.ts'
import { MOST_SECONDS, MOST_TEXT } from '../build/build-bounded.ts'
import { HEAP_MEGABYTES } from '../build/issue-thread.ts'
import { BUILD_SECONDS } from '../build/time-limit.ts'
import { importLimits } from '../importers/container/limits.ts'
import { defaultLimits } from '../issue/limits.ts'
import { OUTPUT_LIMIT } from '../project/write-file.ts'
import type { Both } from '../report/words.ts'

/** One bound of what is taken in or given out. */
export interface LimitRow {
  readonly what: Both
  readonly limit: string
}

/** Every bound, as `doctor` prints them (SECURITY.md, Limits). */
export function limitRows(): readonly LimitRow[] {
  const row = (zh: string, en: string, limit: string): LimitRow => ({ what: { zh, en }, limit })
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`
  const { yamlSize, markdownSize, keys, depth, scalarLength, articles, pictures } = defaultLimits
  return [
    row('YAML 文件', 'YAML file', megabytes(yamlSize)),
    row('Markdown 文件', 'Markdown file', megabytes(markdownSize)),
    row('一个文件的键和列表项', 'keys and list items of a file', String(keys)),
    row('嵌套层数', 'nesting', String(depth)),
    row('一段文字的字符数', 'characters of one text', String(scalarLength)),
    row('一期的稿件数', 'articles of an issue', String(articles)),
    row('一期的图片数', 'pictures of an issue', String(pictures)),
    row('图片文件', 'picture file', megabytes(MAX_IMAGE_BYTES)),
    row('图片像素', 'pixels of a picture', '100 000 000 (16 384)'),
    row('须整张解码的图片所占内存', 'memory of a picture decoded as a whole', `${MOST_WHOLE_BYTES / 1e6} MB`),
    row('字体文件', 'font file', megabytes(MAX_FONT_BYTES)),
    row('来稿文件', 'contribution', megabytes(importLimits.packed)),
    row('来稿解开以后', 'contribution, unpacked', megabytes(importLimits.unpacked)),
    row('来稿的段落', 'paragraphs of a contribution', String(importLimits.paragraphs)),
    row('成品文件', 'product file', megabytes(OUTPUT_LIMIT)),
    row('一期用时', 'time of an issue', `${BUILD_SECONDS} s`),
    row(
      `一期内存（--all，超过 ${MOST_TEXT / 10_000} 万字，或排版超过 ${MOST_SECONDS} 秒）`,
      `memory of an issue (--all, over ${MOST_TEXT / 1000} 000 characters, or set for more than ${MOST_SECONDS} s)`,
      megabytes(HEAP_MEGABYTES * 1024 * 1024),
    ),
    row('其他各期实测用的内存，不超过', 'memory of any other issue, as measured, below', '500 MB'),
  ]
}
