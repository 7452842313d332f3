/** Makes a built book one that is read from a disk, in few bytes. */
export function reduceBook(book: string): Promise<void>
