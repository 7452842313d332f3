/** Everything that can be made of an issue's pages. */
export const PRODUCT_KINDS = ['pdf', 'print', 'booklet', 'archive', 'proof', 'docx'] as const

export type ProductKind = (typeof PRODUCT_KINDS)[number]
