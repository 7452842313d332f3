/**
 * Words of a text for the search: runs of Latin letters and digits whole and in their parts, Han in pairs, so that any
 * two characters that stand together are found. Sent to the browser as text: it refers to nothing outside itself.
 */
export function wordsOf(text) {
  const found = []
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z\d_]+(?:[-.][a-z\d_]+)*/gu)) {
    if (/^[a-z\d_]/.test(run)) found.push(...new Set([run, ...run.split(/[-.]/), ...run.split(/[-._]/)]))
    else if (run.length < 2) found.push(run)
    else for (let at = 0; at + 1 < run.length; at += 1) found.push(run.slice(at, at + 2))
  }
  return found
}

/** The same of what is looked for, where a run of letters is one word. */
export function soughtOf(text) {
  const found = []
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z\d_]+(?:[-.][a-z\d_]+)*/gu)) {
    if (/^[a-z\d_]/.test(run) || run.length < 2) found.push(run)
    else for (let at = 0; at + 1 < run.length; at += 1) found.push(run.slice(at, at + 2))
  }
  return found
}
