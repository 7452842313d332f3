import { ellipse, polygon, rect, stroke, times } from './drawing.js'

export function crown(cx, cy, radius, next, greens) {
  return times(90, () => {
    const angle = next() * 6.283
    const away = Math.sqrt(next()) * radius
    const size = radius * (0.12 + next() * 0.13)
    const [x, y] = [cx + Math.cos(angle) * away, cy + Math.sin(angle) * away * 0.8]
    const tone = y < cy - radius * 0.2 ? greens[2] : y > cy + radius * 0.3 ? greens[0] : greens[1]
    return ellipse(x, y, size * 1.2, size, tone, { opacity: 0.85 })
  })
}

export function garden(next) {
  const hedge = times(64, (index) =>
    ellipse(index * 13 + next() * 10, 1070 - next() * 14, 17, 16, next() > 0.5 ? '#5d7b54' : '#4d6a49'),
  )
  const walk = polygon(
    [
      [360, 1066],
      [592, 1066],
      [760, 1200],
      [190, 1200],
    ],
    'url(#paving)',
  )
  const joints =
    [1086, 1112, 1146]
      .map((y) =>
        stroke(
          [
            [360 - (y - 1066) * 1.27, y],
            [592 + (y - 1066) * 1.25, y],
          ],
          '#8b8375',
          2,
          { opacity: 0.5 },
        ),
      )
      .join('') +
    [0.25, 0.5, 0.75]
      .map((part) =>
        stroke(
          [
            [360 + 232 * part, 1066],
            [190 + 570 * part, 1200],
          ],
          '#8b8375',
          2,
          { opacity: 0.4 },
        ),
      )
      .join('')
  return rect(0, 1060, 800, 140, 'url(#lawn)') + hedge + walk + joints
}
