/** One thing in both languages of the messages. */
export interface Wording {
  readonly zh: string
  readonly en: string
}
