import { rewriteKeys } from '../issue/rewrite-keys.ts'

/** A template's text, made with English keys, in the language asked for. */
export function inKeys(file: string, text: string, keys: unknown): string {
  return keys === 'zh' ? rewriteKeys({ file, text }, 'zh').value : text
}
