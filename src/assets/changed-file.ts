/** A file is not any more what it was when the work that needs it began. */
export class ChangedFile extends Error {}
