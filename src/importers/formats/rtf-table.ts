import type { SourceCell, SourceParagraph, SourceTable } from '../source-document.ts'

/** A table while its rows are read: RTF says where cells and rows end, never where they begin. */
export class RtfTable {
  readonly #rows: SourceCell[][] = []
  #cells: SourceCell[] = []
  #paragraphs: SourceParagraph[] = []

  add(paragraph: SourceParagraph): void {
    this.#paragraphs.push(paragraph)
  }

  /** Ends a cell with what was read last of it. */
  endCell(last: SourceParagraph | null): void {
    const paragraphs = last ? [...this.#paragraphs, last] : this.#paragraphs
    this.#cells.push({ paragraphs, columns: 1, continues: false })
    this.#paragraphs = []
  }

  endRow(): void {
    if (this.#cells.length > 0) this.#rows.push(this.#cells)
    this.#cells = []
  }

  /** The table; null where there was none. A row without an end is one all the same. */
  finish(): SourceTable | null {
    this.endRow()
    if (this.#paragraphs.length > 0) {
      this.endCell(null)
      this.endRow()
    }
    return this.#rows.length > 0 ? { kind: 'table', rows: this.#rows } : null
  }
}
