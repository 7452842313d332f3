import { describe, expect, test } from 'vitest'
import { builtInDesigns } from '../../src/design/built-in-designs.ts'
import { airierHeading, headingStack, setHeading } from '../../src/page/blocks/heading.ts'
import { galley, headline, shaped, styled } from './blocks.ts'

const ASCENT = 0.88

describe.each(builtInDesigns.map((design) => [design.name, design] as const))('%s', (_, design) => {
  test.each(['headline', 'subhead', 'subhead3'] as const)('a %s has no less air above than below', (role) => {
    for (const text of ['一季度工作', '一季度工作会议在区政府召开并部署下一阶段的重点任务和时间安排']) {
      const rows = role === 'headline' ? design.rows.headlineOne : design.rows.subhead
      const { lineHeight } = design.grid
      const { size } = design.type[role]
      const [block] = shaped([
        headline(text, { role, rows, text: styled(text, { size, align: 'centre', headline: true }) }),
      ])
      const stack = headingStack(block as never, galley({ design, lineHeight }))
      for (const { strips } of [setHeading(stack), ...airierHeading(stack)]) {
        const [strip] = strips
        const lines = strip?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : [])) ?? []
        const above = (lines[0] as (typeof lines)[number]).y - ASCENT * size
        const below = (strip?.rows ?? 0) * lineHeight - (lines.at(-1)?.y ?? 0) - (1 - ASCENT) * size
        expect(above).toBeGreaterThanOrEqual(below - 0.01)
      }
    }
  })
})
