/** What builds one after the other keep of their stages; only the builds themselves look into it. */
export interface KeptParts {
  readonly reading: object
  readonly assets: object
  readonly typeset: object
  readonly pages: object
  readonly paint: object
}
