import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../../project/cache-folder.ts'
import { findPublication, issueFiles } from '../../project/find-issue.ts'
import { runGit } from '../../project/git.ts'
import { loadPublication } from '../../project/load-publication.ts'
import { moreFonts } from '../../project/more-fonts.ts'
import { leastNode, packageFolder, version } from '../../project/package-folder.ts'
import { limitRows } from '../limits.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'
import { textTable } from '../text-table.ts'

/** One thing looked at. */
interface Finding {
  readonly what: string
  /** `bad` only for what jianbao cannot do without. */
  readonly state: 'good' | 'note' | 'bad'
  readonly found: string
}

const SIGNS = { good: '✓', note: '·', bad: '✗' } as const

/** `jianbao doctor`: whether this machine has what it takes. */
export async function run(terminal: Terminal): Promise<number> {
  const findings = [
    { what: 'jianbao', state: 'good', found: version() } as const,
    node(terminal),
    system(terminal),
    fonts(terminal),
    rareFonts(terminal),
    schemas(terminal),
    await pictures(terminal),
    await git(terminal),
    publication(terminal),
    cache(terminal),
  ]
  const code = findings.some((one) => one.state === 'bad') ? 1 : 0
  if (terminal.format === 'json') {
    const limits = limitRows().map(({ what, limit }) => ({ what: what.en, limit }))
    terminal.result(`${JSON.stringify({ exitCode: code, findings, limits }, null, 2)}\n`)
  } else terminal.result(text(terminal, findings))
  return code
}

function text({ words, language }: Terminal, findings: readonly Finding[]): string {
  const lines = findings.map((one) => [`${SIGNS[one.state]} ${one.what}`, one.found])
  const limits = limitRows().map(({ what, limit }) => [what[language], limit])
  return [
    textTable([{ title: words('本机', 'This machine') }, { title: '' }], lines),
    textTable([{ title: words('上限', 'Limits') }, { title: '', align: 'right' }], limits),
    `${words('不联网，不检查更新，不上传任何内容。', 'No network, no update check, nothing is sent anywhere.')}\n`,
  ].join('\n')
}

function node({ words }: Terminal): Finding {
  // With an older one not even this command starts.
  const wanted = words(`（需要 ${leastNode()} 以上）`, ` (${leastNode()} or later is needed)`)
  return { what: 'Node.js', state: 'good', found: `${process.version}${wanted}` }
}

function system({ words }: Terminal): Finding {
  const locale = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? ''
  return {
    what: words('系统', 'System'),
    state: 'good',
    found: `${process.platform} ${process.arch} ${locale}`.trim(),
  }
}

/** Every built-in font, whole and unchanged. */
function fonts({ words }: Terminal): Finding {
  return wholeFonts(words, words('内置字体', 'Built-in fonts'), join(packageFolder, 'fonts'))
}

/** The optional package with the rarest Han. */
function rareFonts({ words }: Terminal): Finding {
  const what = words('罕用字字体包', 'Package of rare Han')
  const [folder] = moreFonts()
  if (folder !== undefined) return wholeFonts(words, what, folder)
  const found = words('没有装 jianbao-fonts-rare（可选）', 'jianbao-fonts-rare is not installed (optional)')
  return { what, state: 'note', found }
}

function wholeFonts(words: Terminal['words'], what: string, folder: string): Finding {
  const { fonts: listed }: { fonts: { file: string; sha256: string }[] } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  )
  const broken = listed.filter(({ file, sha256 }) => {
    const path = join(folder, file)
    return !existsSync(path) || createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256
  })
  if (broken.length === 0)
    return {
      what,
      state: 'good',
      found: words(`${listed.length} 个，完好`, `${listed.length} files, intact`),
    }
  const names = broken.map((one) => one.file).join('、')
  return {
    what,
    state: 'bad',
    found: words(`缺失或损坏：${names}，请重新安装`, `missing or damaged: ${names}; install again`),
  }
}

function schemas({ words }: Terminal): Finding {
  const there = existsSync(join(packageFolder, 'schema'))
  return {
    what: words('模式文件', 'Schemas'),
    state: there ? 'good' : 'note',
    found: there
      ? words('有', 'there')
      : words('没有，编辑器不能补全', 'absent: editors cannot complete keys'),
  }
}

async function pictures({ words }: Terminal): Promise<Finding> {
  const what = words('图像组件 sharp', 'Picture component sharp')
  try {
    const { versions } = (await import('sharp')).default
    return { what, state: 'good', found: `${versions.sharp ?? ''} (libvips ${versions.vips})` }
  } catch {
    return {
      what,
      state: 'note',
      found: words(
        '装不上：照片照原样放入，不压缩、不转换',
        'does not load: photographs are embedded as they are',
      ),
    }
  }
}

/** git is run only here and for `--against` with a revision. */
async function git({ words }: Terminal): Promise<Finding> {
  const answer = await runGit(['--version'], {
    cwd: process.cwd(),
    here: process.cwd(),
    env: process.env,
    mostBytes: 10_000,
  })
  if (answer !== null && 'output' in answer)
    return {
      what: 'git',
      state: 'good',
      found: new TextDecoder()
        .decode(answer.output)
        .trim()
        .replace(/^git version /, ''),
    }
  return {
    what: 'git',
    state: 'note',
    found: words('没有：校样不能与 git 版本比对', 'absent: proofs cannot be compared with revisions'),
  }
}

function publication({ words }: Terminal): Finding {
  const what = words('刊物', 'Publication')
  const { value: place } = findPublication(process.cwd())
  if (place === null)
    return {
      what,
      state: 'note',
      found: words('这里没有（jianbao init 可新建）', 'none here (jianbao init makes one)'),
    }
  const issues = issueFiles(place.publication).length
  const file = shownFile(place.publication)
  const design = loadPublication(place).value.reading?.publication.design
  if (design === undefined) {
    const found = words(
      `${file}，${issues} 期；设置有错`,
      `${file}, ${issues} issues; its settings have errors`,
    )
    return { what, state: 'note', found }
  }
  const found = words(
    `${file}，版式 ${design.zh}，${issues} 期`,
    `${file}, design ${design.name}, ${issues} issues`,
  )
  return { what, state: 'good', found }
}

function cache({ words }: Terminal): Finding {
  const what = words('图片缓存', 'Picture cache')
  const folder = cacheFolder(process.env)
  if (folder === null) return { what, state: 'note', found: words('关', 'off') }
  return { what, state: existsSync(folder) && !writable(folder) ? 'note' : 'good', found: folder }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
