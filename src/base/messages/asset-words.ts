/** What a font file's own statement (OS/2 fsType) has against a PDF that holds the glyphs it uses. */
export const embeddingProblems = {
  restricted: { zh: '不许嵌入 PDF', en: 'it may not be embedded in a PDF' },
  whole: {
    zh: '只许整个嵌入，而 PDF 里只放用到的字',
    en: 'it may be embedded only as a whole, while a PDF holds just what it uses',
  },
} as const
