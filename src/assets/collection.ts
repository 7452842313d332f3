import { type FaceNames, readNames } from './truetype/names.ts'
import type { Sfnt } from './truetype/sfnt.ts'

/** One face of a collection (TTC) with what it is chosen by. */
export interface CollectionFace {
  readonly sfnt: Sfnt
  readonly names: FaceNames
  /** OS/2 usWeightClass: 400 is regular, 700 bold. */
  readonly weight: number
  readonly language: FaceLanguage | null
  /** Of fixed or interface width, made for programs rather than print. */
  readonly isSpecial: boolean
}

type FaceLanguage = 'SC' | 'TC' | 'HK' | 'JP' | 'KR'

const BY_NAME: readonly (readonly [FaceLanguage, RegExp])[] = [
  ['HK', /(?:^|[\s_-]|CJK|HC)HK(?![a-z])|HKSCS|cjkhk/i],
  ['TC', /(?:[\s_-]|CJK|Sans|Serif)T[CW](?![a-z])|繁/i],
  ['SC', /(?:[\s_-]|CJK|Sans|Serif)(?:SC|CN|GBK?)(?![a-z])|简/i],
  ['JP', /(?:[\s_-]|CJK|Sans|Serif)JP?(?![a-z])|日本/i],
  ['KR', /(?:[\s_-]|CJK|Sans|Serif)KR?(?![a-z])/i],
]

/** Bits of OS/2 ulCodePageRange1 (OpenType): a face made for one language alone has one of them. */
const BY_CODE_PAGE: readonly (readonly [FaceLanguage, number])[] = [
  ['JP', 17],
  ['SC', 18],
  ['KR', 19],
  ['TC', 20],
  ['KR', 21],
]

function languageOf(sfnt: Sfnt, names: FaceNames): FaceLanguage | null {
  const named = BY_NAME.find(([, pattern]) => names.all.some((name) => pattern.test(name)))
  if (named !== undefined) return named[0]
  const os2 = sfnt.tables.get('OS/2')
  if (os2 === undefined || os2.length < 86) return null
  const pages = sfnt.view.getUint32(os2.offset + 78)
  const marked = new Set(BY_CODE_PAGE.filter(([, bit]) => (pages >>> bit) & 1).map(([language]) => language))
  return marked.size === 1 ? ([...marked][0] as FaceLanguage) : null
}

/** A face's weight as the file states it; 400 where it does not. */
export function faceWeight(sfnt: Sfnt): number {
  const os2 = sfnt.tables.get('OS/2')
  return os2 === undefined || os2.length < 6 ? 400 : sfnt.view.getUint16(os2.offset + 4)
}

/** Takes one face's tables; gives it with what it is chosen by. */
export function collectionFace(sfnt: Sfnt): CollectionFace {
  const names = readNames(sfnt)
  const isSpecial = names.all.some((name) => /mono|\bUI\b|italic|oblique/i.test(name))
  return { sfnt, names, weight: faceWeight(sfnt), language: languageOf(sfnt, names), isSpecial }
}

/** The languages whose faces serve a publication, best first. */
function wantedLanguages(language: string): readonly FaceLanguage[] {
  const tag = language.toLowerCase()
  if (/^zh-(?:hant-)?(?:hk|mo)/.test(tag)) return ['HK', 'TC']
  if (/^zh-(?:hant|tw)/.test(tag)) return ['TC', 'HK']
  if (tag.startsWith('ja')) return ['JP']
  return tag.startsWith('ko') ? ['KR'] : ['SC']
}

/** A face's rank: its language first, then its use, then how far its weight is from the one wanted. */
function rankOf(face: CollectionFace, wanted: readonly FaceLanguage[], weight: number): number {
  const place = face.language === null ? wanted.length : wanted.indexOf(face.language)
  const language = place < 0 ? wanted.length + 1 : place
  return language * 1e6 + (face.isSpecial ? 1e5 : 0) + Math.abs(face.weight - weight)
}

/** The face that fits a publication's language and the weight; the first of those alike. */
export function bestFace(faces: readonly CollectionFace[], language: string, weight: number): CollectionFace {
  const wanted = wantedLanguages(language)
  return faces.reduce((best, face) =>
    rankOf(face, wanted, weight) < rankOf(best, wanted, weight) ? face : best,
  )
}

/** The faces that go by a name, of a face or a family; case does not matter. */
export function facesNamed(faces: readonly CollectionFace[], name: string): readonly CollectionFace[] {
  const wanted = name.toLowerCase()
  return faces.filter(({ names }) =>
    [names.postScript, ...names.all].some((one) => one.toLowerCase() === wanted),
  )
}

/** The bold face of the same family in the same file; null when there is none. */
export function bolderFace(faces: readonly CollectionFace[], face: CollectionFace): CollectionFace | null {
  const bolder = faces.filter(
    (one) =>
      one.weight >= Math.max(600, face.weight + 150) &&
      one.isSpecial === face.isSpecial &&
      one.language === face.language &&
      one.names.families.some((name) => face.names.families.includes(name)),
  )
  if (bolder.length === 0) return null
  return bolder.reduce((best, one) => (Math.abs(one.weight - 700) < Math.abs(best.weight - 700) ? one : best))
}
