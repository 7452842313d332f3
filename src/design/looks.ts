import type { Colour } from '../base/text-style.ts'
import type { Pt } from '../base/units.ts'

/** A colour, or nothing drawn. */
export type Fill = Colour | 'none'

/** 报头. */
export interface MastheadLook {
  /** Parts of the width that the name takes: spread up to the first, made smaller to fit the second. */
  readonly nameSpread: number
  readonly nameLimit: number
  /** A name that is too long for one line of this size is turned rather than made smaller. */
  readonly nameLeast: Pt
  /** Widest spreading between the name's characters, in em: further apart it no longer reads as one word. */
  readonly nameTracking: number
  /** Size of a special issue's title against that of the subtitle. */
  readonly specialTitle: number
  /** 文武线, and the rule that stands alone. */
  readonly thick: Pt
  readonly thin: Pt
  readonly ruleGap: Pt
  readonly ruleOrder: 'thick-first' | 'thin-first'
  readonly single: Pt
  /** Colour of what is drawn; black where the masthead's style is plain. */
  readonly ruleColour: Colour
  /** Diameter of a five-pointed star in the middle of the rule; 0 for none. */
  readonly star: Pt
  /** A rule above everything; 0 for none. */
  readonly topRule: Pt
  /** Behind everything down to the rule. */
  readonly fill: Fill
  /** How far that tint goes: as wide as the text, or to the page's edges at the top and both sides, and over them. */
  readonly fillReach: 'text' | 'page'
  /** Air above the first line, and at both ends of the lines that reach the edges. */
  readonly top: Pt
  readonly side: Pt
  /** From the issuer's line to the rule, and below the rule, in lines. */
  readonly aboveRule: Pt
  readonly belowRule: number
  /** Shares in which the room that is left over is given out. */
  readonly aboveName: number
  readonly aboveSubtitle: number
  readonly aboveIssue: number
  readonly aboveIssuer: number
  /** Least distance of two lines, and what a masthead with many of them is made taller by for each. */
  readonly leastGap: Pt
  readonly comfort: Pt
  /**
   * 期号 in a line of its own, between issuer and date where it has room there, or with the date at the right end of the
   * name's line (报眼) where the name leaves room.
   */
  readonly issuePlace: 'own' | 'between' | 'beside'
  /** Height of the logo in em of the name, and its distance from it. */
  readonly logo: number
  readonly logoGap: number
  /** Part of a column that a picture may take as the whole masthead. */
  readonly tallestPicture: number
}

export type SectionOrnament =
  | 'none'
  | 'block-rule'
  | 'block'
  | 'below'
  | 'above'
  | 'both'
  | 'sides'
  | 'band'
  | 'tab'

/** 栏目. */
export interface SectionLook {
  /** Whether its name is printed: official papers have one text and no sections. */
  readonly name: 'shown' | 'hidden'
  readonly ornament: SectionOrnament
  readonly colour: Colour
  /** Width of the block, and from it (or from a band's edge) to the name, in em of the name. */
  readonly blockWidth: number
  readonly blockGap: number
  readonly rule: Pt
  /** Between the name and a rule beside, above or below it, in em. */
  readonly ruleGap: number
}

/** Headlines with 引题 and 副题, and sub-headings. */
export interface HeadingLook {
  /** Distance of baselines in a turned headline, in em. */
  readonly pitch: number
  /** Air between a headline and its 引题 or 副题, in em of the smaller. */
  readonly companionGap: number
  /** Least air above and below together, in lines, and the part of all air that stands above. */
  readonly leastAir: number
  readonly airAbove: number
  /** A rule below a headline; 0 for none. */
  readonly rule: Pt
  readonly ruleColour: Colour
  /** A rule above it, at the top of its lines; 0 for none. */
  readonly topRule: Pt
  /** Which article leads, its headline across the columns: an issue's first too, or only those that say so. */
  readonly lead: 'first' | 'asked'
}

/** What stands behind and around a panel. */
export interface PanelLook {
  readonly fill: Fill
  /** Thickness of its border; 0 for none. */
  readonly border: Pt
  readonly colour: Colour
  readonly edges: 'all' | 'ends' | 'left'
}

/** 脚注. */
export interface FootnoteLook {
  /** The rule above: thickness, 0 for none, and part of the column that it takes. */
  readonly rule: Pt
  readonly ruleWidth: number
  readonly colour: Colour
  /** Distance of baselines, in em. */
  readonly pitch: number
  /** Room of the number before the text, in em. */
  readonly indent: number
}

/** 本期导读. */
export interface ContentsLook extends PanelLook {
  readonly title: string
  /** The dots before the page number: how thick, how far apart; thickness 0 for none. */
  readonly leader: Pt
  readonly leaderStep: Pt
  readonly leaderColour: Colour
  /** Room for them and the number, in em. */
  readonly numberRoom: number
}

/** 栏线. */
export interface ColumnRuleLook {
  readonly width: Pt
  readonly colour: Colour
}

/** 书眉. */
export interface RunningHeadLook {
  readonly align: 'outside' | 'inside' | 'centre'
  /** The rule below it; 0 for none. */
  readonly rule: Pt
  readonly colour: Colour
  /** Between the words and the rule, and from the rule to the text. */
  readonly gap: Pt
  readonly distance: Pt
}

/** 页码. */
export interface FolioLook {
  /** From the type area to its em box, where the margin leaves so much. */
  readonly distance: Pt
  /** From the type area's edge, in em of its own. */
  readonly inset: number
}

/** 送审稿. */
export interface StampLook {
  readonly line: Pt
  readonly air: number
  readonly colour: Colour
}

/** 水印. */
export interface WatermarkLook {
  /** Degrees by which it rises. */
  readonly angle: number
  /** Part of the page's diagonal that it takes, and the size beyond which it does not grow. */
  readonly part: number
  readonly most: Pt
  readonly colour: Colour
}

/** Photographs, with their captions. */
export interface PictureLook {
  readonly captionGap: Pt
  readonly captionPitch: number
  /** Least air above and below in a column, in lines. */
  readonly airAbove: number
  readonly airBelow: number
  /** Part of a column's height that a picture may take. */
  readonly tallest: number
  /** Between the pictures of a row, in em of the body. */
  readonly rowGap: number
  readonly border: Pt
  readonly borderColour: Colour
}

/** 占位框. */
export interface PlaceholderLook {
  readonly fill: Fill
  readonly border: Pt
  readonly borderColour: Colour
  /** Height of the picture sign, 0 for none; the air below it. */
  readonly sign: Pt
  readonly signGap: Pt
  readonly signColour: Colour
  /** Of the size that is wanted. */
  readonly sizeColour: Colour
  readonly pitch: number
}

/** 表格. */
export interface TableLook {
  /** Rules: first and last, below the head, between rows, between columns; 0 for none. */
  readonly outer: Pt
  readonly head: Pt
  readonly row: Pt
  readonly column: Pt
  readonly colour: Colour
  readonly rowColour: Colour
  /** Behind the head, and behind every second row. */
  readonly headFill: Fill
  /** Of the head's words; none for that of the table's other words. */
  readonly headColour: Fill
  readonly stripe: Fill
  /** At both sides of a cell, and between baselines, in em of the text. */
  readonly cellAir: number
  readonly pitch: number
}

/** 报尾. */
export interface ColophonLook {
  /** First and last rule, and those between; 0 for none. */
  readonly outer: Pt
  readonly inner: Pt
  readonly colour: Colour
  /** From the rules' ends to the text, in em. */
  readonly side: number
  /** Least air above, in lines. */
  readonly above: number
}

/** Lists in the text. */
export interface ListLook {
  readonly sign: string
  /** Of lists inside a list, and inside these. */
  readonly signTwo: string
  readonly signThree: string
  /** In em of the text, and how far it is raised, in em of its own. */
  readonly signSize: number
  readonly signRaise: number
  /** Room of the sign, and of a number, before the text; the text's indent; in em. */
  readonly signRoom: number
  readonly numberRoom: number
  readonly indent: number
}

/** 简讯. */
export interface BriefLook {
  readonly indent: number
  readonly numberColour: Colour
}

/** 供稿. */
export interface CreditLook {
  /** Room at its right, in em (R78). */
  readonly endIndent: number
}

/** 样子: all that a design says of how things are drawn, apart from where they stand and what they are set in. */
export interface Looks {
  readonly masthead: MastheadLook
  readonly section: SectionLook
  readonly heading: HeadingLook
  readonly box: PanelLook
  readonly tint: PanelLook
  readonly note: PanelLook
  readonly quote: PanelLook
  readonly footnote: FootnoteLook
  readonly contents: ContentsLook
  readonly columnRule: ColumnRuleLook
  readonly runningHead: RunningHeadLook
  readonly folio: FolioLook
  readonly stamp: StampLook
  readonly watermark: WatermarkLook
  readonly picture: PictureLook
  readonly placeholder: PlaceholderLook
  readonly table: TableLook
  readonly colophon: ColophonLook
  readonly list: ListLook
  readonly brief: BriefLook
  readonly credit: CreditLook
}

/** The colour to draw with; null for nothing. */
export function inkOf(fill: Fill): Colour | null {
  return fill === 'none' ? null : fill
}
