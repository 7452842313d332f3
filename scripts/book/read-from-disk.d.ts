/** The book's pages in a built folder, without those of the library's interface. */
export function pagesOf(folder: string): readonly string[]
