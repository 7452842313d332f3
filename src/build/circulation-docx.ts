import type { Assets, ImageAsset } from '../assets/image.ts'
import { type Diagnostic, diagnostic, type Outcome } from '../base/diagnostic.ts'
import { arrange } from '../content/arrange.ts'
import type { Block, PictureOf, SealOf, StyledText } from '../content/block.ts'
import type { Issue } from '../issue/issue.ts'
import type { DocxPicture } from '../office/docx-blocks.ts'
import { docxFile } from '../office/docx-file.ts'
import { issueDocument } from '../office/issue-document.ts'
import { cropAround } from '../page/make-up/crop.ts'
import { loadSharp, renderSound, type SharpModule } from '../products/render-picture.ts'

/** Who made the file, as its properties name it; a file of ours is known by it. */
const PRODUCER = 'jianbao'
/** Pixels across a picture: enough for a screen and an office printer, and a file that can be mailed. */
const MOST_PIXELS_ACROSS = 1200

type Shown = PictureOf<StyledText> | SealOf

/** The Word copy of an issue for circulation (送审稿). The same issue gives the same bytes. */
export async function circulationDocx(issue: Issue, { images }: Assets): Promise<Outcome<Uint8Array>> {
  const { design } = issue.publication
  const { images: wishes } = design
  const content = arrange(issue, design, images)
  const shown = content.blocks.flatMap(picturesOf).filter((one) => one.image !== null)
  const sharp = shown.length > 0 ? await loadSharp() : null
  const pictures = new Map<Shown, Pick<DocxPicture, 'bytes' | 'format'>>()
  const diagnostics: Diagnostic[] = []
  for (const one of shown) {
    const asset = images.get(one.image as string)
    if (!asset || !sharp) continue
    try {
      pictures.set(one, await rendered(sharp, asset, one, wishes.quality))
    } catch {
      diagnostics.push(diagnostic('E-IMAGE', one.span, { file: asset.key }))
    }
  }
  const { margin, width, columns, columnGap } = design.page
  const columnWidth = (width - margin.inside - margin.outside - columnGap * (columns - 1)) / columns
  const accent = design.colour.accent.replace('#', '')
  const document = issueDocument(content, { accent, columnWidth, pictures })
  return { value: docxFile(document, PRODUCER), diagnostics }
}

function picturesOf(block: Block): readonly Shown[] {
  if (block.kind === 'figure') return block.pictures
  if (block.kind === 'paragraph') return block.signature?.seal ? [block.signature.seal] : []
  return block.kind === 'panel' ? block.blocks.flatMap(picturesOf) : []
}

/** As it is printed: upright, cropped to its box, without what the camera wrote into it. */
async function rendered(
  sharp: SharpModule,
  asset: ImageAsset,
  shown: Shown,
  quality: number,
): Promise<Pick<DocxPicture, 'bytes' | 'format'>> {
  const own = asset.width / asset.height
  const crop = 'ratio' in shown ? cropAround(own, shown.ratio, shown.focus) : cropAround(own, own, [0.5, 0.5])
  const left = Math.floor(crop.left * asset.width)
  const top = Math.floor(crop.top * asset.height)
  const width = Math.max(1, Math.ceil(crop.right * asset.width) - left)
  const height = Math.max(1, Math.ceil(crop.bottom * asset.height) - top)
  const scale = Math.min(1, MOST_PIXELS_ACROSS / width)
  const bytes = await renderSound(
    sharp,
    asset,
    {
      part: {
        left,
        top,
        width: Math.min(width, asset.width - left),
        height: Math.min(height, asset.height - top),
      },
      crop,
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      target: { maxPpi: 220, quality, colour: 'rgb', alpha: true },
    },
    null,
  )
  return { bytes, format: bytes[0] === 0x89 ? 'png' : 'jpeg' }
}
