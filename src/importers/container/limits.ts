/** What one file handed in may hold (SECURITY.md, Limits); no project file changes it. */
export const importLimits = {
  /** Bytes of a file as it lies on the disk. */
  packed: 60 * 1024 * 1024,
  /** Bytes of all its parts together. */
  unpacked: 100 * 1024 * 1024,
  /** Bytes of one part in XML. */
  xml: 20 * 1024 * 1024,
  entries: 2_000,
  /** How many times its packed size a part may grow to, once it is larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
  /** Elements inside each other. */
  depth: 400,
  /** Tables, boxes and the like inside each other. */
  nesting: 50,
  elements: 2_000_000,
  paragraphs: 20_000,
  /** Bytes of one picture. */
  picture: 40 * 1024 * 1024,
  /** Time that reading one file may take. */
  seconds: 60,
  /** Files of one run, folders and archives taken apart. */
  files: 2_000,
  /** Archives and mails inside each other. */
  archives: 3,
} as const
