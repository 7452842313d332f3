import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, diagnostic, type Outcome, refused } from '../base/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { OutputIntent } from '../paint/pdf/options.ts'

/** What is printed on: coated (铜版纸) or uncoated (胶版纸). */
export type Paper = 'coated' | 'uncoated'

/** The built-in printing conditions by their names in the ICC's registry: sheet-fed offset by ISO 12647-2. */
const BUILT_IN = {
  coated: {
    file: 'FOGRA39L_coated.icc',
    condition: { identifier: 'FOGRA39', info: 'Coated FOGRA39 (ISO 12647-2:2004)', registered: true },
  },
  uncoated: {
    file: 'FOGRA47L_uncoated.icc',
    condition: { identifier: 'FOGRA47', info: 'Uncoated FOGRA47 (ISO 12647-2:2004)', registered: true },
  },
} as const

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1')
}

/** The profile's own description, from its `desc` tag (ICC.1, 9.2.41); '' when it has none that is plain text. */
function descriptionOf(icc: Uint8Array): string {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength)
  const count = Math.min(100, view.getUint32(128))
  for (let i = 0; i < count && 144 + i * 12 <= icc.length; i += 1) {
    if (ascii(icc, 132 + i * 12, 136 + i * 12) !== 'desc') continue
    const at = view.getUint32(136 + i * 12)
    if (at + 12 > icc.length) return ''
    if (ascii(icc, at, at + 4) === 'mluc' && at + 28 <= icc.length) {
      const text = icc.subarray(at + view.getUint32(at + 24)).subarray(0, view.getUint32(at + 20))
      return Buffer.from(text.subarray(0, text.length & ~1))
        .swap16()
        .toString('utf16le')
    }
    return ascii(icc, at + 12, at + 11 + view.getUint32(at + 8))
  }
  return ''
}

function profileFault(icc: Uint8Array): Diagnostic['values'][string] | null {
  if (icc.length < 132 || ascii(icc, 36, 40) !== 'acsp') return 'ICC'
  if (ascii(icc, 12, 16) !== 'prtr') return ascii(icc, 12, 16)
  return ascii(icc, 16, 20) === 'CMYK' ? null : ascii(icc, 16, 20)
}

/** Takes a profile the user names (`output.profile`); gives the output intent, or says why it is none. */
export function outputIntentOf(
  { file, span }: { readonly file: string; readonly span: Span | null },
  icc: Uint8Array,
): Outcome<OutputIntent | null> {
  const fault = profileFault(icc)
  if (fault !== null) {
    return refused(diagnostic('E-PROFILE', span, { file, reason: fault }))
  }
  const described = descriptionOf(icc).replace(/[^ -~]/g, '') || file.replace(/[^ -~]/g, '_')
  return {
    value: { icc, components: 4, identifier: described, info: described, registered: false },
    diagnostics: [],
  }
}

/** The profile for a paper that comes with the program, from the folder `profiles` of the package. */
export async function builtInIntent(folder: string, paper: Paper = 'coated'): Promise<OutputIntent> {
  const { file: name, condition } = BUILT_IN[paper]
  const file = join(folder, name)
  return { icc: await readFile(file), file, components: 4, ...condition }
}
