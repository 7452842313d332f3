import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BuildOptions, build } from '../../src/build/build-issue.ts'
import {
  Bytes,
  type Dictionary,
  isDictionary,
  PdfFile,
  Reference,
  Stream,
  type Value,
} from '../paint/pdf-file.ts'
import { hasTool, openPdf, qpdfComplaints, runOn } from '../paint/read-back.ts'
import { composition } from './composition.ts'
import { fontProgram, shownCodes } from './font-program.ts'
import { elementsOf, paintedContent } from './structure-tree.ts'

/**
 * The clauses of PDF/A-2 (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), each by its number, on the example and on an issue
 * that has one of everything. What reads the files here knows nothing of what wrote them. No package registry has a
 * validator of these parts; where veraPDF is installed it is asked too. A-1b is for PDFBox Preflight.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const JARS = '/usr/share/java'
const hasPreflight =
  hasTool('java') && existsSync(JARS) && readdirSync(JARS).some((name) => name.startsWith('preflight'))

async function products(options: BuildOptions): Promise<readonly Uint8Array[]> {
  const built = await build({ ...options, output: '-' })
  return built.products.map((product) => product.bytes)
}

const example = { issue: 'issues/2026-06.yaml', cwd: ROOT }
const everything = { cwd: await composition() }
const make = ['archive', 'pdf', 'print', 'booklet', 'proof']
const made = {
  example: await products({ ...example, make }),
  everything: await products({ ...everything, make }),
}
const CASES = Object.entries(made).flatMap(([name, files]) => [
  { name: `archive of ${name}`, bytes: files[0]!, archive: true },
  { name: `pdf of ${name}`, bytes: files[1]!, archive: false },
])

/** Marks of PDF/A's own, then what ISO 32000-1 has by that name. */
const STANDARD_TYPES = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'.split(
    ' ',
  ),
)
const OPERATORS = new Set(
  'b B b* B* BDC BI BMC BT c cm CS cs d Do DP EI EMC ET f f* G g gs h i ID j J k K l M m MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(
    ' ',
  ),
)

describe.each(CASES)('$name', ({ bytes, archive }) => {
  const file = new PdfFile(bytes)
  const all = file.dictionaries()
  const { catalogue } = file
  const operations = file.pages.map((page) => file.operations(page))
  const elements = elementsOf(file)
  const fonts = all.filter((one) => one.Subtype === '/Type0')
  const images = all.filter((one) => one.Subtype === '/Image')
  const annotations = all.filter((one) => one.Type === '/Annot')
  const ofRole = (...roles: readonly string[]) => elements.filter((one) => roles.includes(one.role))

  test('A 6.1.2, UA 6.1: the header, and below it a comment of four high bytes', () => {
    expect(file.source).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4,}\n/)
  })

  test('A 6.1.3: an ID, no encryption, nothing after the end', () => {
    const [first, second] = file.array(file.trailer.ID) as Bytes[]
    expect(first!.bytes).toHaveLength(16)
    expect(second!.bytes).toBe(first!.bytes)
    expect(file.trailer.Encrypt).toBeUndefined()
    expect(file.source).toMatch(/%%EOF\n?$/)
  })

  test('A 6.1.4, 6.1.7–6.1.9: objects are where the cross-references say, streams as long as they say', () => {
    // The reader throws where they are not, and where an object's own lines are broken.
    expect(file.objects.size).toBe(Number(file.trailer.Size) - 1)
    for (const one of all) {
      for (const key of ['F', 'FFilter', 'FDecodeParms']) if (one.Length) expect(one[key]).toBeUndefined()
      if (one.Filter) expect(['/FlateDecode', '/DCTDecode']).toContain(one.Filter)
    }
  })

  test('A 6.1.13: no number, string, name or nesting beyond the limits', () => {
    const check = (value: Value): void => {
      if (typeof value === 'number') expect(Math.abs(value)).toBeLessThanOrEqual(2 ** 31 - 1)
      else if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(128)
      else if (value instanceof Bytes) expect(value.bytes.length).toBeLessThanOrEqual(32767)
      else if (Array.isArray(value)) value.forEach(check)
      else if (isDictionary(value)) Object.values(value).forEach(check)
    }
    all.forEach(check)
    for (const page of operations) {
      let depth = 0
      for (const { operator } of page) {
        depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0
        expect(depth >= 0 && depth <= 28).toBe(true)
      }
      expect(depth).toBe(0)
    }
    for (const page of file.pages)
      for (const side of file.array(file.dictionary(page).MediaBox).slice(2))
        expect(Number(side)).toBeGreaterThanOrEqual(3)
  })

  test('A 6.2.2: only known operators, and all they name is among the page’s own resources', () => {
    for (const [at, page] of file.pages.entries()) {
      const resources = file.dictionary(file.dictionary(page).Resources)
      const named = (kind: string, name: Value | undefined) =>
        expect(Object.keys(file.dictionary(resources[kind]))).toContain(String(name).slice(1))
      for (const { operator, operands } of operations[at]!) {
        expect(OPERATORS.has(operator), operator).toBe(true)
        if (operator === 'Tf') named('Font', operands[0])
        if (operator === 'Do') named('XObject', operands[0])
        if (operator === 'gs') named('ExtGState', operands[0])
      }
    }
  })

  test('A 6.2.3–6.2.4: colours are gray or RGB, and the archive says by a profile what they mean', () => {
    for (const { operator } of operations.flat())
      expect('k K cs CS scn SCN sh'.split(' ')).not.toContain(operator)
    for (const image of images) {
      const space = file.get(image.ColorSpace)
      const base = Array.isArray(space) ? space[0] : space
      expect(['/DeviceGray', '/DeviceRGB', '/Indexed', '/ICCBased', undefined]).toContain(base)
    }
    const intents = file.array(catalogue.OutputIntents).map((one) => file.dictionary(one))
    expect(intents.map((one) => one.S)).toEqual(archive ? ['/GTS_PDFA1'] : [])
    for (const intent of intents) {
      const profile = file.stream(intent.DestOutputProfile)
      expect(profile.dictionary.N).toBe(3)
      expect(profile.content.toString('latin1', 12, 20)).toBe('mntrRGB ')
      expect(profile.content.readUInt32BE(0)).toBe(profile.content.length)
      expect(profile.content.readUInt8(8)).toBeLessThanOrEqual(4)
    }
  })

  test('A 6.2.5–6.2.6, 6.2.9–6.2.10: no transfer curves, halftones, PostScript, references or odd blending', () => {
    for (const one of all) {
      for (const key of ['TR', 'TR2', 'HTP', 'HT', 'PS', 'Ref', 'OPI', 'RI', 'Subtype2'])
        if (one.Type === '/ExtGState' || one.Type === '/XObject') expect(one[key]).toBeUndefined()
      if (one.BM !== undefined) expect(one.BM).toBe('/Normal')
    }
    expect(operations.flat().some(({ operator }) => operator === 'ri')).toBe(false)
  })

  test('A 6.2.8: pictures have no alternates, are not interpolated, and their depth is one that is allowed', () => {
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) {
      expect([image.Alternates, image.OPI, image.Interpolate]).toEqual([undefined, undefined, undefined])
      expect([1, 2, 4, 8]).toContain(image.BitsPerComponent)
    }
  })

  test('A 6.2.11.2–4, UA 7.21.3–4: composite fonts of the same system, mapped to glyphs, embedded', () => {
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) {
      expect(font.Encoding).toBe('/Identity-H')
      const [child] = file.array(font.DescendantFonts).map((one) => file.dictionary(one))
      expect(font.BaseFont).toBe(child!.BaseFont)
      expect(font.BaseFont).toMatch(/^\/[A-Z]{6}\+/)
      const system = file.dictionary(child!.CIDSystemInfo)
      expect([(system.Registry as Bytes).bytes, (system.Ordering as Bytes).bytes]).toEqual([
        'Adobe',
        'Identity',
      ])
      const descriptor = file.dictionary(child!.FontDescriptor)
      expect(descriptor.FontName).toBe(font.BaseFont)
      expect(file.get(descriptor.FontFile2 ?? descriptor.FontFile3)).toBeInstanceOf(Stream)
      if (child!.Subtype === '/CIDFontType2') {
        const map = file.get(child!.CIDToGIDMap)
        expect(map === '/Identity' || map instanceof Stream).toBe(true)
      }
    }
  })

  test('A 6.2.11.4.2, 6.2.11.5, 6.2.11.8, UA 7.21.5, 7.21.8: glyphs are there and as wide as is said', () => {
    const shown = shownCodes(file, operations)
    expect([...shown.values()].reduce((sum, codes) => sum + codes.size, 0)).toBeGreaterThan(100)
    for (const [id, codes] of shown) {
      const program = fontProgram(file, id)
      for (const code of codes) {
        const glyph = program.glyphOf(code)
        expect(glyph).toBeGreaterThan(0)
        expect(glyph).toBeLessThan(program.glyphs)
        expect(Math.abs(program.widthSaid(code) - program.widthOf(glyph))).toBeLessThanOrEqual(1)
        if (archive) expect(program.inSet(code)).toBe(true)
      }
      if (archive) expect(program.setSize).toBeGreaterThanOrEqual(codes.size)
    }
  })

  test('A 6.2.11.7, UA 7.21.7: every code that is shown has characters, and none that mean nothing', () => {
    for (const [id, codes] of shownCodes(file, operations)) {
      const { meaning } = fontProgram(file, id)
      for (const code of codes) {
        const text = meaning.get(code)
        expect(text, `${id} ${code}`).toBeTruthy()
        expect(text).not.toMatch(/[\0\ufeff\ufffe]|[\ue000-\uf8ff]/)
      }
    }
  })

  test('A 6.3, UA 7.18: annotations are links, printed, described, in the tree and in the order of the tags', () => {
    expect(annotations.length).toBeGreaterThan(0)
    const parents = new Map<number, Value>()
    const nums = file.array(file.dictionary(file.dictionary(catalogue.StructTreeRoot).ParentTree).Nums)
    for (let i = 0; i < nums.length; i += 2) parents.set(Number(nums[i]), nums[i + 1]!)
    for (const one of annotations) {
      expect([one.Subtype, one.F]).toEqual(['/Link', 4])
      expect((one.Contents as Bytes).text.length).toBeGreaterThan(0)
      const owner = file.dictionary(parents.get(Number(one.StructParent)))
      expect(owner.S).toBe('/Link')
      const objects = file.array(owner.K).filter((kid) => isDictionary(kid) && kid.Type === '/OBJR')
      expect(objects.map((kid) => file.get((kid as Dictionary).Obj))).toContain(one)
      const [left, bottom, right, top] = file.array(one.Rect) as number[]
      expect(right! > left! && top! > bottom!).toBe(true)
    }
    for (const page of file.pages.map((one) => file.dictionary(one)))
      if (file.array(page.Annots).length > 0) expect(page.Tabs).toBe('/S')
  })

  test('A 6.4, 6.8–6.11, UA 7.10–7.15: no forms, attachments, layers, presentations, requirements', () => {
    for (const key of [
      'AcroForm',
      'OCProperties',
      'Requirements',
      'NeedsRendering',
      'Collection',
      'Threads',
      'Perms',
    ])
      expect(catalogue[key]).toBeUndefined()
    expect(Object.keys(file.dictionary(catalogue.Names ?? {}))).toEqual([])
    for (const one of all)
      for (const key of ['EF', 'AF', 'PresSteps', 'AlternatePresentations']) expect(one[key]).toBeUndefined()
  })

  test('A 6.5, UA 7.19: no action but to addresses of the allowed kinds', () => {
    for (const one of all) {
      expect([one.AA, one.OpenAction, one.JS]).toEqual([undefined, undefined, undefined])
      if (one.A === undefined || !isDictionary(file.get(one.A)) || one.Type !== '/Annot') continue
      const action = file.dictionary(one.A)
      expect(Object.keys(action).sort()).toEqual(['S', 'URI'])
      expect((action.URI as Bytes).bytes).toMatch(/^(?:https?|mailto|tel):/)
    }
  })

  test('A 6.6.2–6.6.4, UA 5, 7.1: metadata say what the information dictionary says, and which parts are kept', async () => {
    const packet = file.stream(catalogue.Metadata)
    expect(packet.dictionary.Filter).toBeUndefined()
    const xml = packet.content.toString('utf8')
    expect(xml).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/)
    const { info, metadata } = await (await openPdf(bytes)).getMetadata()
    const said = info as Record<string, string>
    expect(metadata.get('dc:title')).toBe(said.Title)
    expect(metadata.get('dc:creator')).toEqual([said.Author])
    expect(metadata.get('dc:description')).toBe(said.Subject)
    expect(metadata.get('pdf:producer')).toBe(said.Producer)
    expect(metadata.get('xmp:creatortool')).toBe(said.Creator)
    expect(`D:${`${metadata.get('xmp:createdate')}`.replace(/[-:T]/g, '')}`).toBe(said.CreationDate)
    expect(said.ModDate).toBe(said.CreationDate)
    expect(metadata.get('pdfuaid:part')).toBe('1')
    expect(metadata.get('pdfaid:part')).toBe(archive ? '2' : null)
    expect(metadata.get('pdfaid:conformance')).toBe(archive ? 'A' : null)
    // A reader of PDF/A is told of every property that is not of its own schemas.
    expect(xml.includes('<pdfaProperty:name>part</pdfaProperty:name>')).toBe(archive)
  })

  test('A 6.7.2–6.7.3, UA 6.2, 7.1: marked, with a tree of standard types whose elements know their parents', () => {
    const info = file.dictionary(catalogue.MarkInfo)
    expect([info.Marked, info.Suspects]).toEqual([true, undefined])
    expect(elements[0]!.role).toBe('Document')
    for (const { role, element, parent } of elements) {
      expect(STANDARD_TYPES.has(role), role).toBe(true)
      expect(file.get(element.P)).toBe(parent)
    }
    expect(file.dictionary(catalogue.ViewerPreferences).DisplayDocTitle).toBe(true)
  })

  test('A 6.7.4, UA 7.2: the language is said for everything', () => {
    expect((catalogue.Lang as Bytes).text).toMatch(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  })

  test('UA 7.1, 7.20: all content is tagged once or an artifact; the way from page to tree and back is the same', () => {
    const reached = new Map<string, Dictionary>()
    for (const { element, marks } of elements) {
      for (const mark of marks) {
        expect(reached.has(mark), `${mark} is reached twice`).toBe(false)
        reached.set(mark, element)
      }
    }
    const painted = file.pages.flatMap((page, at) => paintedContent(file, page, operations[at]!))
    expect(painted.filter((one) => one.problem)).toEqual([])
    const marked = new Set(painted.flatMap((one) => (one.mark === null ? [] : [one.mark])))
    expect([...marked].sort()).toEqual([...reached.keys()].sort())
    for (const one of painted) if (one.mark !== null) expect(one.owner).toBe(reached.get(one.mark))
  })

  test('UA 7.2: lists, tables and contents hold what they may', () => {
    const kids = (role: string, allowed: string) => {
      for (const one of ofRole(role))
        for (const kid of one.kids) expect(allowed.split(' ')).toContain(kid.role)
    }
    const within = (role: string, parents: string) => {
      for (const one of ofRole(role)) expect(parents.split(' ')).toContain(one.parentRole)
    }
    kids('L', 'L LI Caption')
    kids('LI', 'Lbl LBody')
    kids('Table', 'TR THead TBody TFoot Caption')
    kids('TR', 'TH TD')
    kids('TOC', 'TOC TOCI Caption')
    kids('TOCI', 'Lbl Reference NonStruct P TOC')
    within('LI', 'L')
    within('LBody', 'LI')
    kids('THead', 'TR')
    kids('TBody', 'TR')
    within('TR', 'THead TBody')
    within('THead', 'Table')
    within('TBody', 'Table')
    within('TH', 'TR')
    within('TD', 'TR')
    within('TOCI', 'TOC')
    for (const table of ofRole('Table')) {
      const widths = new Set(table.kids.flatMap((part) => part.kids).map((row) => row.kids.length))
      expect(widths.size).toBe(1)
      const parts = table.kids.map((part) => part.role)
      expect(parts.slice(parts.indexOf('Caption') + 1)).toEqual(['THead', 'TBody'])
    }
  })

  test('UA 7.3: every figure has an alternative, and a box around it', () => {
    for (const { element } of ofRole('Figure')) {
      expect((element.Alt as Bytes).text).not.toBe('')
      const box = file.array(file.dictionary(element.A).BBox) as number[]
      expect(box[2]! > box[0]! && box[3]! > box[1]!).toBe(true)
    }
  })

  test('UA 7.3: a caption stands beside its figure, where an alternative does not hide it', () => {
    for (const figure of ofRole('Figure')) expect(figure.kids).toEqual([])
    for (const caption of ofRole('Caption')) expect(caption.parentRole).not.toBe('Figure')
  })

  test('UA 7.4: headings begin at 1 and skip no level', () => {
    const levels = ofRole('H1', 'H2', 'H3', 'H4', 'H5', 'H6').map((one) => Number(one.role[1]))
    expect(ofRole('H')).toEqual([])
    expect(levels[0]).toBe(1)
    for (const [i, level] of levels.entries())
      if (i > 0) expect(level).toBeLessThanOrEqual(levels[i - 1]! + 1)
  })

  test('UA 7.5: head cells say whether they head a column or a row, and there are such cells', () => {
    for (const part of ofRole('THead', 'TBody'))
      for (const cell of part.kids.flatMap((row) => row.kids))
        if (cell.role === 'TH')
          expect(file.dictionary(cell.element.A).Scope).toBe(part.role === 'THead' ? '/Column' : '/Row')
    for (const table of ofRole('THead'))
      expect(table.kids.flatMap((row) => row.kids).some((cell) => cell.role === 'TH')).toBe(true)
  })

  test('UA 7.6: lists say how they are numbered, and numbered items have their number apart', () => {
    for (const list of ofRole('L')) {
      const numbering = file.dictionary(list.element.A).ListNumbering
      expect(['/Decimal', '/Disc', '/None']).toContain(numbering)
      const labels = list.kids.filter((item) => item.kids.some((kid) => kid.role === 'Lbl')).length
      expect(labels).toBe(numbering === '/None' ? 0 : list.kids.length)
    }
  })

  test('UA 7.8: running heads and folios are no part of what is read', () => {
    const texts = operations.flat().filter(({ operator }) => operator === 'BMC' || operator === 'BDC')
    expect(texts.some(({ operands }) => operands[0] === '/Artifact')).toBe(true)
  })

  test('UA 7.9: notes have an ID of their own', () => {
    const ids = ofRole('Note').map(({ element }) => (element.ID as Bytes | undefined)?.bytes)
    expect(ids.every(Boolean)).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('UA 7.17: the outline leads to every section and article', () => {
    const titles = all.filter((one) => one.Dest !== undefined && one.Title !== undefined)
    expect(titles.length).toBe(ofRole('H2', 'H3').length)
    for (const one of titles) expect(file.array(one.Dest)[0]).toBeInstanceOf(Reference)
  })

  test.skipIf(!hasTool('verapdf'))('veraPDF finds it valid (needs verapdf)', () => {
    for (const flavour of archive ? ['2a', 'ua1'] : ['ua1']) {
      const said = runOn(bytes, 'verapdf', ['--format', 'text', '--flavour', flavour, 'FILE']).toString()
      expect(said).toMatch(/^PASS/m)
    }
  })
})

test('the issue with one of everything has every role, so that the clauses are tried', () => {
  const roles = new Set(elementsOf(new PdfFile(made.everything[1]!)).map((one) => one.role))
  for (const role of 'H1 H2 H3 H4 H5 P L LI Lbl LBody Figure Caption Table THead TBody TR TH TD TOC TOCI Reference Note BlockQuote Link Div'.split(
    ' ',
  ))
    expect(roles).toContain(role)
})

describe.each(Object.entries(made))('every product of %s', (_, files) => {
  test('A 6.5: none of the five has an action but links, or anything attached', () => {
    expect(files).toHaveLength(5)
    for (const bytes of files)
      for (const one of new PdfFile(bytes).dictionaries()) {
        expect([one.AA, one.OpenAction, one.JS, one.EF, one.AcroForm]).toEqual(Array(5).fill(undefined))
        if (typeof one.S === 'string')
          expect(one.S).not.toMatch(/^\/(?:JavaScript|Launch|GoToR|SubmitForm|ImportData)$/)
      }
  })

  test.skipIf(!hasTool('qpdf'))('passes qpdf --check (needs qpdf)', () => {
    for (const bytes of files) expect(qpdfComplaints(bytes)).toBe('')
  })
})

test.skipIf(!hasPreflight)(
  'PDFBox Preflight finds both archives valid as A-1b (needs java and libpdfbox2-java)',
  async () => {
    const sets = [{ key: 'output.archive.standard', value: 'A-1b' }]
    for (const issue of [example, everything]) {
      const [bytes] = await products({ ...issue, sets, make: ['archive'] })
      const validator = ['-cp', join(JARS, '*'), 'org.apache.pdfbox.preflight.Validator_A1b', 'FILE']
      expect(runOn(bytes!, 'java', validator).toString()).toContain('is a valid PDF/A-1b file')
    }
  },
)
