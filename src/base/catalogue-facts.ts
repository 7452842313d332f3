/** What libraries and archives ask of an issue; '' for what it does not say. */
export interface CatalogueFacts {
  /** 刊名 */
  readonly publication: string
  readonly publisher: string
  /** 期号 as printed. */
  readonly label: string
  /** One of its own for every issue of the publication. */
  readonly identifier: string
  readonly number: string
  /** 专刊名. */
  readonly title: string
  /** 文种. */
  readonly kind: string
  /** 密级 or 使用范围, as printed. */
  readonly classification: string
  /** 报、送. */
  readonly sentTo: string
  /** 发. */
  readonly copiedTo: string
  /** 稿本. */
  readonly draft: string
}
