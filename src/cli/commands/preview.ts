import { join } from 'node:path'
import { diagnostic } from '../../base/diagnostic.ts'
import { failedRun } from '../../build/issue-run.ts'
import { type Preview, type PreviewRequest, startPreview } from '../../preview/server.ts'
import { findIssue } from '../../project/find-issue.ts'
import { packageFolder } from '../../project/package-folder.ts'
import type { Given } from '../command-table.ts'
import { buildSeconds, machine } from '../machine.ts'
import { reportFailure, reportFaults } from '../report-runs.ts'
import { SecondPress } from '../second-press.ts'
import { shownFile } from '../shown-file.ts'
import type { Terminal } from '../terminal.ts'
import { today } from '../today.ts'
import { PREVIEW } from '../worker-argument.ts'

interface PreviewWishes {
  readonly port?: string
  readonly open?: boolean
  readonly readOnly?: boolean
}

/** `jianbao preview [ISSUE]`: the pages beside their source, in a browser on this machine, until Ctrl-C. */
export async function run(terminal: Terminal, { args, options }: Given): Promise<number> {
  const wished = options as PreviewWishes
  const port = portOf(wished.port)
  if (port === null) {
    const values = { option: '--port', value: wished.port ?? '' }
    return reportFaults(terminal, [diagnostic('E-PORT', null, values)])
  }
  const { value: place, diagnostics: missing } = findIssue(args[0], process.cwd())
  if (place === null) return reportFaults(terminal, missing)
  const { existsSync } = await import('node:fs')
  if (!existsSync(place.issue)) {
    const fault = diagnostic('E-NO-FILE', null, { file: shownFile(place.issue) })
    return reportFailure(terminal, failedRun(place.issue, [fault]))
  }
  const { cwd, cacheFolder } = machine()
  let giveUp: (fault: unknown) => void = (fault) => {
    throw fault
  }
  const preview = await started({
    place,
    cwd,
    cacheFolder: cacheFolder ?? null,
    port,
    readOnly: wished.readOnly ?? false,
    today,
    thread: previewThread(),
    onFault: (fault) => giveUp(fault),
  })
  if (preview === null) return reportFaults(terminal, [diagnostic('E-PORT-TAKEN', null, { port })])
  await tell(terminal, shownFile(place.issue), preview, wished.open ?? true)
  return new Promise((settle, fail) => {
    giveUp = fail
    const stop = () => void preview.close().then(() => settle(0), fail)
    const second = new SecondPress(() => performance.now())
    process.on('SIGINT', () => {
      const unsaved = preview.unsaved()
      if (second.ends(unsaved)) stop()
      else tellUnsaved(terminal, unsaved)
    })
    process.once('SIGTERM', stop)
  })
}

/** How this program runs the thread that sets a preview's pages. */
function previewThread(): PreviewRequest['thread'] {
  return {
    thread: { file: join(packageFolder, 'dist', 'cli.cjs'), argv: [PREVIEW] },
    seconds: buildSeconds(),
  }
}

/** 0, for one that is free, when left out; null for what is no port. */
function portOf(wished: string | undefined): number | null {
  if (wished === undefined) return 0
  const port = /^\d{1,5}$/.test(wished) ? Number(wished) : Number.NaN
  return port >= 1 && port <= 65_535 ? port : null
}

async function started(request: PreviewRequest): Promise<Preview | null> {
  try {
    return await startPreview(request)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE' || code === 'EACCES') return null
    throw error
  }
}

/** What would be lost is told; Ctrl-C soon after ends the preview all the same. */
function tellUnsaved({ say, words }: Terminal, files: readonly string[]): void {
  say(
    words(
      `还没保存：${files.join('、')}。先在浏览器里按 Ctrl+S；不要了，十秒之内再按一次 Ctrl-C。`,
      `Not saved: ${files.join(', ')}. Press Ctrl+S in the browser first, or Ctrl-C again within ten seconds to drop it.`,
    ),
  )
}

async function tell(terminal: Terminal, file: string, { address }: Preview, open: boolean): Promise<void> {
  const { words } = terminal
  terminal.say(words(`预览 ${file}：${address}`, `Preview of ${file}: ${address}`))
  terminal.say(
    words('只有这台电脑打得开；用完按 Ctrl-C 结束。', 'Only this machine can open it; Ctrl-C ends it.'),
  )
  if (open) await (await import('../open-file.ts')).openFile(address)
}
