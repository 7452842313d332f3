import { expect, test } from 'vitest'
import { templateTexts } from '../../src/build/template-texts.ts'
import { nextIssueTemplate } from '../../src/project/templates/next-issue-template.ts'
import { PRESET_ISSUER } from '../../src/project/templates/publication-template.ts'
import { articleText, PUBLICATION, reading } from '../issue/reading.ts'

const found = (text: string, publication = PUBLICATION) =>
  templateTexts(reading(text, publication).issue).map(({ values }) => values.found)

test('what new wrote is said where it was left', () => {
  const next = { date: '2024-01-15', label: '', sections: [], schema: null }
  expect(found(nextIssueTemplate(next, 'zh'))).toEqual([
    '在这里写标题',
    '在这里写正文，空一行另起一段。',
    '在这里写图说',
    '单位: 姓名',
  ])
  const briefs = { name: '简讯', style: 'briefs' as const, numbering: '1.' }
  expect(found(nextIssueTemplate({ ...next, sections: [briefs] }, 'zh'))).toEqual(['在这里写一条简讯。'])
})

test('an issuer that was never named is said at its key; an issue of one’s own is not', () => {
  const preset = PUBLICATION.replace('城南区企业服务中心', PRESET_ISSUER)
  expect(found(articleText('文。'), preset)).toEqual([PRESET_ISSUER])
  expect(templateTexts(reading(articleText('文。'), preset).issue)[0]?.code).toBe('W-TEMPLATE')
  expect(found(articleText('在这里写了三年的标题。'))).toEqual([])
})
