/** Liang's hyphenation with the patterns of American English; only what is used here. */
declare module 'hyphen/en-us/index.js' {
  const english: { hyphenateSync(text: string, options: { readonly minWordLength: number }): string }
  export = english
}
