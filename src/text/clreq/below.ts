/** What stands below characters: 着重号, 专名号 and 书名号乙式; all lengths in em, down from the baseline. */

/** 着重号: radius, and where its middle stands, further down below a line (先线后点; clreq §5.6.1). */
export const DOT = { radius: 0.075, middle: 0.3, middleBelowLine: 0.36 } as const

/**
 * 专名号: as near to the characters as their boxes allow, thick as a thin stroke. `apart` is the room between the lines
 * of two names without any between them: each gives up half of it (clreq §5.6.1: to 1/8 em).
 */
export const NAME_LINE = { top: 0.15, thickness: 0.05, apart: 0.24 } as const

/** The wave of 书名号乙式: its middle, half of its height and of its length. */
export const WAVE = { middle: 0.2, height: 0.05, half: 0.25 } as const
