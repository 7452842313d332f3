import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ReviewDesk } from '../../src/build/review-desk.ts'
import { readReturned } from '../../src/importers/docx/read-returned.ts'
import { foreignTo } from '../../src/office/match-returned.ts'
import { reviewChanges } from '../../src/office/review-changes.ts'
import { docx, p, SENTENCE } from '../importers/docx-parts.ts'
import { chance } from '../importers/mutations.ts'
import { OFFICE } from './office-issue.ts'
import { acceptedLines, type Plan, plansFor, withPlans } from './reviewers.ts'
import { documentOf, sentCopy, type Texts, takeAll, underReview, withDocument } from './under-review.ts'

const COPY = sentCopy(OFFICE)
const XML = documentOf(COPY)

/** Lines without the numbers that the program counts anew. */
const read = (xml: string) =>
  acceptedLines(xml).map((line) => line.replace(/^(?:\d+\.|●)/, '').replace(/[①-⑳]/g, '①'))
const comments = (texts: Texts) => Object.values(texts).flatMap((one) => one.match(/(?<=^|\s)# .*/gm) ?? [])

/** What cannot be an edit, and why. */
function byHand(plans: readonly Plan[], back: Uint8Array) {
  const found = takeAll(OFFICE, back)
  const desk = new ReviewDesk(underReview(OFFICE))
  const failed = found.changes.filter((one) => !found.taken.includes(one))
  const planOf = (date: string, mark: string | null) =>
    plans.find((one) => one.date === date.slice(0, 16)) ?? plans.find((one) => one.mark === mark)
  return {
    found,
    left: failed.map((one) => ({ plan: planOf(one.date, one.mark), why: desk.why(one) })),
  }
}

describe('two hundred changes by two reviewers, over pictures, credits, lists, tables, notes and numbers', () => {
  test.each([2, 11])(
    'seed %i: the issue says what they read; what is left to do by hand is named',
    (seed) => {
      const plans = plansFor(XML, 200, chance(seed))
      const { found, left } = byHand(plans, withDocument(COPY, withPlans(XML, plans)))
      expect(found.changes.length).toBeGreaterThanOrEqual(200)
      expect(left.length).toBeLessThanOrEqual(8)
      expect(left.filter((one) => one.plan === undefined)).toEqual([])
      expect(left.filter(({ plan }) => /^(?:brief|credit|cell|item)$/.test(plan?.role ?? ''))).toEqual([])
      // Names of sections, brackets of credits; paragraphs before a table or a heading, or in a value of one line.
      const reasons = new Set(left.map((one) => one.why))
      expect([...reasons].filter((one) => !/^(?:section|composed|paragraph|reading)$/.test(one))).toEqual([])
      expect(left.filter((one) => one.why === 'reading').length).toBeLessThanOrEqual(1)
      const taken = plans.filter((one) => left.every(({ plan }) => plan !== one))
      expect(read(documentOf(sentCopy(found.texts)))).toEqual(read(withPlans(XML, taken)))
      expect(comments(found.texts)).toEqual(comments(OFFICE))
    },
  )

  test('the reviewers did all kinds of things, in all kinds of places', () => {
    const plans = plansFor(XML, 200, chance(2))
    expect(plans).toHaveLength(200)
    expect(new Set(plans.map((one) => one.kind)).size).toBe(14)
    expect([...new Set(plans.map((one) => one.role))].sort()).toEqual([
      'brief',
      'caption',
      'cell',
      'credit',
      'head',
      'item',
      'text',
    ])
  })
})

test('marks around what goes as a whole go along', () => {
  const raised =
    /<w:r><w:rPr>(?:(?!<\/w:rPr>).)*<w:vertAlign w:val="superscript"\/>(?:(?!<\/w:rPr>).)*<\/w:rPr><w:t [^>]*>2<\/w:t><\/w:r>/
  const found = takeAll(OFFICE, withDocument(COPY, XML.replace(raised, '')))
  expect(found.changes).toHaveLength(1)
  expect(found.texts['issues/1.yaml']).toBe(OFFICE['issues/1.yaml']?.replace('100m^2^', '100m'))
})

test('another file is known as such: none of its words are changes', () => {
  const { sent } = new ReviewDesk(underReview(OFFICE))
  const other = readReturned(docx({ body: p(SENTENCE).repeat(40) }))
  expect(foreignTo(sent, other)).toEqual({ count: sent.length, found: 0 })
  expect(foreignTo(sent, readReturned(COPY))).toBeNull()
  // Of a short issue nothing is enough to know it, a copy without any words too.
  expect(foreignTo(sent.slice(0, 4), other)).toEqual({ count: 4, found: 0 })
  expect(foreignTo(sent, readReturned(docx({ body: '' })))).toEqual({ count: sent.length, found: 0 })
  // Marks lost and half of it gone, it is still the same.
  const cut = `${XML.slice(0, XML.lastIndexOf('<w:p>', XML.indexOf('>一线<')))}${XML.slice(XML.indexOf('<w:sectPr>'))}`
  const unmarked = withDocument(COPY, cut.replaceAll('w:name="jb_', 'w:name="x_'))
  expect(foreignTo(sent, readReturned(unmarked))).toBeNull()
})

describe('footnotes', () => {
  const parts = unzipSync(COPY)
  const notes = strFromU8(parts['word/footnotes.xml'] as Uint8Array)
  const returned = (document: string, footnotes: string) =>
    zipSync({
      ...parts,
      'word/document.xml': strToU8(document),
      'word/footnotes.xml': strToU8(footnotes),
    })
  const article = 'issues/1/2.md'
  const mark =
    /<w:r><w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr><w:footnoteReference [^>]*w:id="2"\/><w:t [^>]*>①<\/w:t><\/w:r>/

  test('are Word’s own, with the numbers of the page', () => {
    expect(
      XML.match(/<w:footnoteReference w:customMarkFollows="1" w:id="\d+"\/><w:t [^>]*>①</g),
    ).toHaveLength(6)
    expect(notes.match(/<w:footnote w:id="\d+"><w:p>/g)).toHaveLength(6)
    expect(XML).not.toContain('位于澄湖北岸')
    expect(strFromU8(parts['[Content_Types].xml'] as Uint8Array)).toContain('/word/footnotes.xml')
  })

  test('change like other paragraphs', () => {
    const changed = notes.replace('第2座城市书房，位于澄湖', '第2座城市书房，在澄湖')
    const found = takeAll(OFFICE, returned(XML, changed))
    expect(found.texts[article]).toBe(OFFICE[article]?.replace('位于', '在'))
  })

  test('go with their marks, as one change', () => {
    const struck = XML.replace(
      mark,
      (run) =>
        `<w:del w:id="1" w:author="张某" w:date="2026-06-10T08:00:00Z">${run.replaceAll('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>`,
    )
    for (const document of [struck, XML.replace(mark, '')]) {
      const found = takeAll(OFFICE, returned(document, notes))
      expect(found.changes).toHaveLength(1)
      expect(found.texts[article]).toBe(
        OFFICE[article]?.replace('[^1]', '').replace('\n[^1]: 第2座城市书房，位于澄湖北岸。\n', '\n'),
      )
    }
  })

  test('saved by LibreOffice, which writes their marks twice and drops bookmarks, they are not changed', () => {
    const twice = notes
      .replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
      .replaceAll('</w:pPr><w:r>', '</w:pPr><w:r><w:t>①</w:t><w:tab/></w:r><w:r>')
    expect(twice).toContain('<w:t>①</w:t><w:tab/>')
    expect(takeAll(OFFICE, returned(XML, twice)).changes).toEqual([])
  })

  test('that reviewers add are told', () => {
    const added = `<w:ins w:id="1" w:author="李某" w:date="2026-06-10T08:00:00Z"><w:r><w:footnoteReference w:id="90"/></w:r></w:ins>`
    const back = returned(
      XML.replace(mark, (run) => `${run}${added}`),
      notes.replace(
        '</w:footnotes>',
        '<w:footnote w:id="90"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:footnote></w:footnotes>',
      ),
    )
    const desk = new ReviewDesk(underReview(OFFICE))
    const paragraphs = readReturned(back)
    expect(reviewChanges(desk.sent, paragraphs)).toEqual([])
    expect(paragraphs.flatMap((one) => one.others)).toMatchObject([
      { kind: 'note', author: '李某', text: '请核' },
    ])
  })
})
