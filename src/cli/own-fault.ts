import { faultReport } from '../project/fault-report.ts'
import type { Language } from '../report/words.ts'
import { toStderr } from './streams.ts'

/** Exit code of a fault of the program itself. */
const OWN_FAULT = 70

/** Says in one sentence that the program is at fault and where the full report lies; gives the exit code. */
export function reportOwnFault(error: unknown, language: Language): number {
  const file = faultReport(error)
  const brief = error instanceof Error ? error.message : String(error)
  toStderr(
    language === 'zh'
      ? `程序自身出错：${brief}\n原稿和已有的 PDF 都没有动。${file ? `详情在 ${file}，请附给开发者。` : ''}\n`
      : `jianbao itself failed: ${brief}\nYour files are untouched.${file ? ` Details are in ${file}; please send it to the developers.` : ''}\n`,
  )
  return OWN_FAULT
}
