import { expect, test } from 'vitest'
import { lineEnds } from '../../src/page/blocks/line-ends.ts'
import { shapedText, styled } from './blocks.ts'

/** Left and right edges of what is set, by the line it stands in. */
function edges(left: string, right: string, width: number): { y: number; from: number; to: number }[] {
  const texts = [styled(left, { align: 'left' }), styled(right, { align: 'right' })].map(shapedText)
  const [one, other] = texts as [ReturnType<typeof shapedText>, ReturnType<typeof shapedText>]
  return lineEnds(one, other, { left: 30, width }).marks.flatMap((mark) => {
    if (mark.kind !== 'text') return []
    const { xs, width: to } = mark.line
    return [{ y: mark.y, from: mark.x + (xs[0] ?? 0), to: mark.x + to }]
  })
}

test('two texts at the ends of a line keep an em from each other, and to their room, at every width', () => {
  for (let width = 60; width < 260; width += 3) {
    const found = edges('城南区企业服务中心综合科', '二〇二六年一月', width)
    for (const { from, to } of found) {
      expect(from).toBeGreaterThanOrEqual(29.9)
      expect(to).toBeLessThanOrEqual(30 + width + 0.1)
    }
    const last = found.at(-1)
    const beside = found.slice(0, -1).filter(({ y, from }) => y === last?.y && from < last.from)
    for (const { to } of beside) expect((last?.from ?? 0) - to).toBeGreaterThanOrEqual(10)
  }
})
