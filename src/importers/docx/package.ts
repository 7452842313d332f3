import { ImportFault } from '../container/import-fault.ts'
import { importLimits } from '../container/limits.ts'
import { childrenOf, parseXml, type XmlElement } from '../container/xml.ts'
import { openZip, type Zip } from '../container/zip.ts'

/** One relationship of a part: where it leads, and whether out of the file. */
export interface Relationship {
  readonly id: string
  /** The end of its type's address, such as `image`. */
  readonly type: string
  /** A part's name, or an address when `external`. */
  readonly target: string
  readonly external: boolean
}

/** A docx file's parts. */
export interface DocxPackage {
  readonly main: string
  /** A part's tree; undefined where the file has none of that name. */
  part(name: string): XmlElement | undefined
  bytes(name: string, limit: number): Uint8Array | undefined
  relationships(part: string): ReadonlyMap<string, Relationship>
}

/** Opens a docx. Throws {@link ImportFault} for macros, other Office files and what is broken. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const zip = openZip(bytes)
  const read = (name: string, limit: number) => bytesOf(zip, name, limit)
  const relationships = (part: string) => relationshipsOf(read, part)
  const main = mainPart(zip, relationships(''))
  if ([...zip.entries.keys()].some((name) => /vbaProject\.bin$/i.test(name))) {
    throw new ImportFault('E-IMPORT-MACRO')
  }
  return {
    main,
    relationships,
    bytes: read,
    part: (name) => {
      const part = read(name, importLimits.xml)
      return part && parseXml(part)
    },
  }
}

function bytesOf(zip: Zip, name: string, limit: number): Uint8Array | undefined {
  const entry = zip.entries.get(name) ?? [...zip.entries.values()].find((one) => sameName(one.name, name))
  return entry && zip.read(entry, limit)
}

/** Names in a package are compared without regard to case, and some writers use backslashes. */
function sameName(one: string, other: string): boolean {
  return one.replace(/\\/g, '/').replace(/^\//, '').toLowerCase() === other.toLowerCase()
}

function mainPart(zip: Zip, relationships: ReadonlyMap<string, Relationship>): string {
  const found = [...relationships.values()].find((one) => one.type === 'officeDocument' && !one.external)
  const name = found?.target ?? 'word/document.xml'
  const has = [...zip.entries.keys()].some((one) => sameName(one, name))
  if (has && !/\.(?:xml)$/i.test(name)) throw new ImportFault('E-IMPORT-BROKEN')
  if (has && /^(?:xl|ppt)\//i.test(name)) throw new ImportFault('E-IMPORT-KIND', officeKind(name))
  if (!has) throw new ImportFault('E-IMPORT-NOT-DOCX')
  return name
}

function officeKind(name: string) {
  return /^xl/i.test(name)
    ? { kindZh: 'Excel 表格', kindEn: 'an Excel workbook' }
    : { kindZh: '幻灯片', kindEn: 'a presentation' }
}

function relationshipsOf(
  read: (name: string, limit: number) => Uint8Array | undefined,
  part: string,
): ReadonlyMap<string, Relationship> {
  const slash = part.lastIndexOf('/') + 1
  const bytes = read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, importLimits.xml)
  if (!bytes) return new Map()
  const found = childrenOf(parseXml(bytes), 'Relationship').map(({ attributes }): Relationship => {
    const external = attributes.TargetMode === 'External'
    const target = attributes.Target ?? ''
    return {
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: external ? target : beside(part, target),
      external,
    }
  })
  return new Map(found.map((one) => [one.id, one]))
}

/** The part that a target beside `part` names; steps out of the package lead nowhere. */
function beside(part: string, target: string): string {
  const path = target.replace(/\\/g, '/')
  const steps = path.startsWith('/')
    ? path.slice(1).split('/')
    : [...part.split('/').slice(0, -1), ...path.split('/')]
  const kept: string[] = []
  for (const step of steps) {
    if (step === '..') kept.pop()
    else if (step !== '.' && step !== '') kept.push(step)
  }
  return kept.join('/')
}
