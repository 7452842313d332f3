import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import type { FontFace } from '../../src/assets/font.ts'
import { readSfnt, tableBytes, writeSfnt } from '../../src/assets/truetype/sfnt.ts'
import { openUserFont } from '../../src/assets/user-font.ts'
import { webFontKind } from '../../src/assets/web/unwrap.ts'
import { TimeAllowance, TimeUp } from '../../src/assets/within-time.ts'
import { code } from './built-in.ts'

const FOLDER = join(import.meta.dirname, 'own-fonts')
const bytesOf = (file: string) => readFileSync(join(FOLDER, file))

function open(bytes: Uint8Array, weight: number | null = null) {
  return openUserFont({ file: 'fonts/x', bytes, face: null, weight, fallback: [], span: null })
}

/** The stroke of 会, which the drawn fonts draw as thick as their weight: 20 at 200, 160 at 900. */
function strokeOf(face: FontFace): number {
  const dash = face.inkEm(face.glyphOf(code('—')))!
  return Math.round(1000 * (dash.top - dash.bottom))
}

const thickness = (weight: number) => Math.round(20 + ((weight - 200) * 140) / 700)

describe.each(['variable.ttf', 'variable.otf'])('a variable font (%s)', (file) => {
  test('is set regular at 400 and bold at 700, with the advances of those weights', async () => {
    const { value, diagnostics } = await open(bytesOf(file))
    expect(diagnostics).toEqual([])
    const { regular, bold } = value!
    expect(Math.abs(strokeOf(regular) - thickness(400))).toBeLessThanOrEqual(1)
    expect(Math.abs(strokeOf(bold) - thickness(700))).toBeLessThanOrEqual(1)
    expect(bold.strokeEm ?? 0).toBe(0)
    expect(bold.id).not.toBe(regular.id)
    const digit = (face: FontFace) => Math.round(1000 * face.advanceEm(face.glyphOf(code('6'))))
    expect(Math.abs(digit(regular) - 480 - thickness(400))).toBeLessThanOrEqual(1)
    expect(Math.abs(digit(bold) - 480 - thickness(700))).toBeLessThanOrEqual(1)
  })

  test('is set at the weight asked for, or at the nearest it has', async () => {
    const asked = await open(bytesOf(file), 550)
    expect(Math.abs(strokeOf(asked.value!.regular) - thickness(550))).toBeLessThanOrEqual(1)
    expect(asked.diagnostics).toEqual([])
    const beyond = await open(bytesOf(file), 950)
    expect(beyond.diagnostics).toMatchObject([{ code: 'W-FONT-WEIGHT', values: { weight: 950, used: 900 } }])
    expect(Math.abs(strokeOf(beyond.value!.regular) - 160)).toBeLessThanOrEqual(1)
    // Nothing in the file is plainly bolder.
    expect(beyond.value!.bold.strokeEm).toBeGreaterThan(0)
  })

  test('gives subsets with the outlines of the instance', async () => {
    const { regular } = (await open(bytesOf(file))).value!
    const glyph = regular.glyphOf(code('会'))
    const { format, bytes } = regular.subset([0, glyph], [{ source: 1, shift: 100, width: 1200 }])
    expect(format).toBe('cff')
    const whole = readSfnt(bytesOf('named-2048.otf'))
    const tables = new Map<string, Uint8Array>(
      [...whole.tables.keys()].map((tag) => [tag, tableBytes(whole, tag).slice()]),
    )
    new DataView(tables.get('maxp')!.buffer).setUint16(4, 3)
    const font = create(Buffer.from(writeSfnt(tables.set('CFF ', bytes), 'cff'))) as Font
    const ink = regular.inkEm(glyph)!
    const box = (index: number) => font.getGlyph(index).path.bbox
    expect(box(1).minX).toBeCloseTo(1000 * ink.left, 0)
    expect(box(1).maxY).toBeCloseTo(1000 * ink.top, 0)
    expect(box(2).minX).toBeCloseTo(1000 * ink.left + 100, 0)
  })

  test('cut off or damaged anywhere, it is refused or works', async () => {
    const bytes = bytesOf(file)
    for (let at = 12; at < bytes.length; at += 97) {
      for (const broken of [
        bytes.subarray(0, at),
        changed(bytes, at, 0xff),
        changed(bytes, at, bytes[at]! ^ 0x80),
      ]) {
        const { value, diagnostics } = await open(broken)
        expect(value === null).toBe(diagnostics.some((one) => one.code === 'E-FONT'))
        if (value === null) continue
        for (const face of [value.regular, value.bold]) {
          const glyphs = [0, face.glyphOf(code('会')), face.glyphOf(code('6')), 65_535]
          expect(Number.isFinite(face.advanceEm(glyphs[1]!))).toBe(true)
          expect(face.subset(glyphs).bytes.length).toBeGreaterThan(0)
        }
      }
    }
  })
})

function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const broken = Uint8Array.from(bytes)
  broken[at] = value
  return broken
}

describe('a web font', () => {
  test.each(['web.woff', 'web.woff2'])('%s is unwrapped and set', async (file) => {
    const bytes = bytesOf(file)
    expect(webFontKind(bytes)).toBe(file.slice(4))
    const { value, diagnostics } = await open(bytes)
    expect(diagnostics).toEqual([])
    const face = value!.regular
    const independent = create(bytes) as Font
    expect(face.postScriptName).toBe(independent.postscriptName)
    for (const character of '会于6—，A') {
      const glyph = face.glyphOf(code(character))
      const other = independent.glyphForCodePoint(code(character))
      expect(glyph).toBe(other.id)
      expect(1000 * face.advanceEm(glyph)).toBeCloseTo(other.advanceWidth, 6)
      const ink = face.inkEm(glyph)!
      const { minX, minY, maxX, maxY } = other.path.cbox
      expect([ink.left, ink.bottom, ink.right, ink.top].map((one) => Math.round(1000 * one))).toEqual([
        minX,
        minY,
        maxX,
        maxY,
      ])
    }
  })

  test.each(['web.woff', 'web.woff2'])('%s cut off or damaged anywhere is refused or works', async (file) => {
    const bytes = bytesOf(file)
    for (let at = 0; at < bytes.length; at += 3) {
      for (const broken of [
        bytes.subarray(0, at),
        changed(bytes, at, 0xff),
        changed(bytes, at, bytes[at]! ^ 1),
      ]) {
        const { value, diagnostics } = await open(broken)
        expect(value === null).toBe(diagnostics.some((one) => one.severity === 'error'))
        value?.regular.subset([0, value.regular.glyphOf(code('会'))])
      }
    }
  })
})

describe('a time allowance', () => {
  test('stops what does not end, and lets nothing more begin', () => {
    const allowance = new TimeAllowance(50)
    expect(new TimeAllowance(60_000).run(() => 7)).toBe(7)
    expect(() =>
      allowance.run(() => {
        for (;;);
      }),
    ).toThrow(TimeUp)
    expect(() => allowance.run(() => 7)).toThrow(TimeUp)
  })

  test('gives on what was thrown', () => {
    const fault = new RangeError('as it was')
    expect(() =>
      new TimeAllowance(60_000).run(() => {
        throw fault
      }),
    ).toThrow(fault)
  })
})
