import type { BuiltInDesign, Design } from './design.ts'

/** Any part of `T`, at any depth. */
export type Part<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Part<T[K]> }
    : T

/** What a publication and an issue change in a built-in design. */
export interface DesignOverrides {
  readonly extends: BuiltInDesign
  readonly changes: Part<Omit<Design, 'name'>>
}
