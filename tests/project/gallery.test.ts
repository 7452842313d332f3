import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/build/render.ts'
import { packageFolder } from '../../src/project/package-folder.ts'
import {
  type TemplateFile,
  templateFiles,
  templateNamed,
  templates,
} from '../../src/project/templates/gallery.ts'

const textOf = (files: readonly TemplateFile[], wanted: (path: string) => boolean) =>
  String(files.find(({ path }) => wanted(path))?.content)
const isIssue = (path: string) => /^issues\/[\d-]+\.yaml$/.test(path)

/** What building a copy says that is no hint, and its number of pages. */
async function built(files: readonly TemplateFile[]) {
  const issue = files.find(({ path }) => isIssue(path))
  const { diagnostics, pages } = await render({
    publication: textOf(files, (path) => path === 'publication.yaml'),
    issue: String(issue?.content),
    names: { issue: issue?.path ?? '' },
    files: new Map(files.map(({ path, content }) => [path, content])),
    make: [],
  })
  return { pages, codes: diagnostics.map(({ code }) => code).filter((code) => !code.startsWith('I-')) }
}

describe('the publications that init copies', () => {
  test('each folder has a name in both languages, and each name a folder', () => {
    const folders = readdirSync(join(packageFolder, 'templates')).sort()
    expect(
      templates()
        .map(({ folder }) => folder)
        .sort(),
    ).toEqual(folders)
    expect(folders.length).toBeGreaterThanOrEqual(10)
    for (const template of templates()) {
      expect(templateNamed(template.zh)).toEqual(template)
      expect(templateNamed(template.folder.toUpperCase())).toEqual(template)
      expect(template.about.zh).not.toBe(template.zh)
      expect(template.about.en).not.toBe(template.folder)
    }
    expect(templateNamed('剧团')).toBeNull()
  })

  test.each(templates().map(({ folder }) => folder))(
    '%s builds without a warning',
    async (folder) => {
      const template = templateNamed(folder)
      if (template === null) throw new Error(folder)
      const { codes, pages } = await built(templateFiles(template, { keys: 'zh' }))
      expect(codes).toEqual([])
      expect(pages).toBeGreaterThanOrEqual(4)
      expect(pages).toBeLessThanOrEqual(8)
    },
    30_000,
  )

  test('with English keys too, with name, issuer and date of its own', async () => {
    const template = templateNamed('company')
    if (template === null) throw new Error('company')
    const wishes = { keys: 'en', name: '新名: 一', issuer: '某单位', date: '2026-05-20' } as const
    const files = templateFiles(template, wishes)
    const publication = textOf(files, (path) => path === 'publication.yaml')
    expect(publication).toMatch(/^# yaml-language-server: \$schema=\.\/schema\/publication\.schema\.json\n/)
    expect(publication).toContain('\nname: "新名: 一"\n')
    expect(publication).toContain('\nissuer: 某单位\n')
    expect(publication).not.toContain('刊名: ')
    expect(textOf(files, isIssue)).toContain('\ndate: 2026-05-20\n')
    expect(textOf(files, (path) => path === 'house.yaml')).toContain('\nbased_on: ')
    expect((await built(files)).codes).toEqual([])
  }, 30_000)

  test('the pictures are small', () => {
    const sizes = templates().flatMap((one) =>
      templateFiles(one, { keys: 'zh' }).map(({ content }) =>
        typeof content === 'string' ? 0 : content.length,
      ),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000)
    expect(readFileSync(join(packageFolder, 'package.json'), 'utf8')).toContain('"templates"')
  })
})
