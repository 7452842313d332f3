import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { version } from './package-folder.ts'
import type { Language } from './words.ts'

/** Exit code of a fault of the program itself. */
const OWN_FAULT = 70

/** Says in one sentence that the program is at fault and where the full report lies; gives the exit code. */
export function reportOwnFault(error: unknown, language: Language): number {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const file = join(tmpdir(), `jianbao-fault-${process.pid}.txt`)
  const report = `jianbao ${version()}\nnode ${process.version} ${process.platform}\n${process.argv.slice(2).join(' ')}\n\n${detail}\n`
  const kept = written(file, report)
  const brief = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    language === 'zh'
      ? `程序自身出错：${brief}\n原稿和已有的 PDF 都没有动。${kept ? `详情在 ${file}，请附给开发者。` : ''}\n`
      : `jianbao itself failed: ${brief}\nYour files are untouched.${kept ? ` Details are in ${file}; please send it to the developers.` : ''}\n`,
  )
  return OWN_FAULT
}

function written(file: string, text: string): boolean {
  try {
    writeFileSync(file, text)
    return true
  } catch {
    return false
  }
}
