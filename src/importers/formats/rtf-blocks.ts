import { tooMany } from '../container/import-fault.ts'
import { importLimits } from '../container/limits.ts'
import type { SourceBlock, SourceFile, SourceParagraph, SourceRun } from '../source-document.ts'
import type { RtfParagraph } from './rtf-looks.ts'
import { isBullet, numberBefore, trimmedRuns } from './rtf-paragraphs.ts'
import { RtfTable } from './rtf-table.ts'

/** Gathers an RTF's runs into paragraphs, tables and pictures. */
export class RtfBlocks {
  readonly blocks: SourceBlock[] = []
  readonly files: SourceFile[] = []
  paragraph: RtfParagraph = { align: 'left', newPage: false, inTable: false }
  /** The number or bullet that the next paragraph begins with. */
  number = ''
  #runs: SourceRun[] = []
  #table = new RtfTable()
  #count = 0

  addRun(run: SourceRun): void {
    this.#runs.push(run)
  }

  get hasRuns(): boolean {
    return this.#runs.length > 0
  }

  endCell(): void {
    this.#table.endCell(this.#made())
  }

  endRow(): void {
    this.#table.endRow()
  }

  /** The paragraph that its runs make; null for one without words. */
  #made(): SourceParagraph | null {
    const runs = this.#runs
    this.#runs = []
    const number = this.number.trim()
    this.number = ''
    if (runs.every((run) => run.text.trim() === '')) return null
    this.#count += 1
    if (this.#count > importLimits.paragraphs) throw tooMany('段落数', 'paragraphs', importLimits.paragraphs)
    const { align, newPage } = this.paragraph
    this.paragraph.newPage = false
    return {
      kind: 'paragraph',
      runs: trimmedRuns(runs),
      number: isBullet(number) ? '' : numberBefore(number),
      list: isBullet(number) ? { level: 0, sign: 'bullet', value: 1 } : null,
      align,
      style: '',
      heading: null,
      newPage,
    }
  }

  endParagraph(): void {
    const made = this.#made()
    if (made === null) return
    if (this.paragraph.inTable) this.#table.add(made)
    else {
      this.endTable()
      this.blocks.push(made)
    }
  }

  /** Ends the table that is open. */
  endTable(): void {
    const table = this.#table.finish()
    if (table) this.blocks.push(table)
    this.#table = new RtfTable()
  }

  /** A picture in hexadecimal figures, behind the paragraph it stands in. */
  addPicture(figures: string, kind: string): void {
    const hex = figures.replace(/[^0-9a-f]/gi, '')
    if (hex.length < 16) return
    if (hex.length / 2 > importLimits.picture)
      throw tooMany('图片的字节数', 'bytes of a picture', importLimits.picture)
    const bytes = Uint8Array.from({ length: hex.length >> 1 }, (_, at) =>
      Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
    )
    const file = this.files.push({ name: `image${this.files.length + 1}.${kind || 'bin'}`, bytes }) - 1
    this.endParagraph()
    this.blocks.push({ kind: 'picture', file, ratio: null, alt: '', crop: null })
  }
}
