import type { WriteStream } from 'node:tty'
import type { Language } from '../report/words.ts'

/** Exit code of output that cannot be written. */
const UNWRITABLE = 5

let language: Language = 'zh'

/** In which language a full disk behind stdout is told. */
export function tellStreamFaultsIn(wanted: Language): void {
  language = wanted
}

/** Writes to stdout. Who closes it early (`| head`) ends the program in peace; a full disk behind it is told. */
export function toStdout(chunk: string | Uint8Array): void {
  guarded(process.stdout, endWithout).write(chunk)
}

/** Writes to stderr; where that is closed or full there is nobody to tell. */
export function toStderr(text: string): void {
  guarded(process.stderr, nothing).write(text)
}

function guarded(stream: WriteStream, onError: (error: NodeJS.ErrnoException) => void): WriteStream {
  if (!stream.listeners('error').includes(onError)) stream.on('error', onError)
  return stream
}

function nothing(): void {}

function endWithout(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  const code = error.code ?? error.message
  toStderr(
    language === 'zh'
      ? `标准输出写不进去（${code}）：磁盘已满，或接收的程序出错；结果不完整。\n`
      : `Standard output cannot be written (${code}): the disk is full or the receiver failed; the result is incomplete.\n`,
  )
  process.exit(UNWRITABLE)
}
