import type { MessageText } from '../message-text.ts'

export const layoutMessages = {} as const satisfies Record<string, MessageText>
